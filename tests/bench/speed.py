"""Speed of the engine with the voice that ships, as ratios and counts within one run."""

from __future__ import annotations

import queue
import shutil
import statistics
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from editor.model.project import Project
from editor.session import part_requests
from engine.api import Engine
from engine.types import (
    EngineEvent,
    PhraseDone,
    PhraseFailed,
    RenderRequest,
    RequestCancelled,
    RequestFailed,
    RequestFinished,
    Stage,
    StageStarted,
)
from tests.bench.figures import Figure
from tests.bench.songs import ROOT, demo, song_of

VOICE = ROOT / "voicebanks" / "nagi"
LAST = (RequestFinished, RequestCancelled, RequestFailed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One request from its hand-in to its last event."""

    wall_s: float
    load_s: float
    model_s: float
    n_runs: int
    n_phrases: int
    audio_s: float
    changed: frozenset[str]  # phrases for which a stage was begun


def request_of(project: Project, *, voice: Path = VOICE, revision: int = 0) -> RenderRequest:
    """The song's only part as a request."""
    (item,) = part_requests(project, {}, default_voice=voice, revision=revision)
    return item.request


def sing(engine: Engine, request: RenderRequest) -> Answer:
    """Sing to the end; every phrase must succeed."""
    events: queue.SimpleQueue[EngineEvent] = queue.SimpleQueue()
    load_before_s = engine.load_s
    begin_s = time.perf_counter()
    engine.submit(request, events.put)
    n_phrases, audio_s, changed = 0, 0.0, set()
    while True:
        event = events.get()
        if isinstance(event, PhraseDone):
            n_phrases += 1
            audio_s = max(audio_s, event.result.layout.end_ms / 1e3)
        elif isinstance(event, StageStarted):
            changed.add(event.phrase_id)
        elif isinstance(event, (PhraseFailed, RequestFailed)):
            raise RuntimeError(event.problem.sentence)
        elif isinstance(event, LAST):
            break
    wall_s = time.perf_counter() - begin_s
    assert isinstance(event, RequestFinished)
    return Answer(
        wall_s=wall_s,
        load_s=engine.load_s - load_before_s,
        model_s=sum(count.seconds for count in event.stages.values()),
        n_runs=sum(count.runs for count in event.stages.values()),
        n_phrases=n_phrases,
        audio_s=audio_s,
        changed=frozenset(changed),
    )


def cold_and_warm(work: Path) -> Iterator[Figure]:
    """A song of a minute, first time and again in a new engine with a full cache."""
    folder = work / "cold"
    request = request_of(song_of(60.0))
    with Engine(cache_folder=folder) as engine:
        cold = sing(engine, request)
    with Engine(cache_folder=folder) as engine:
        warm = sing(engine, request)
    with Engine(cache_folder=work / "again") as engine:
        sing(engine, request_of(demo()))  # opens the sessions
        loaded = sing(engine, request)
    yield Figure(name="cold: length of the song", value=cold.audio_s, unit="s")
    yield Figure(name="cold: opening the models", value=cold.load_s, unit="s")
    yield Figure(
        name="cold: times real time, models opened on the way",
        value=cold.audio_s / cold.wall_s,
        unit="x",
        at_least=15,
    )
    yield Figure(
        name="cold: times real time, models open",
        value=loaded.audio_s / loaded.wall_s,
        unit="x",
        at_least=15,
    )
    yield Figure(
        name="cold: wall time / time inside models, models open",
        value=loaded.wall_s / loaded.model_s,
        at_most=1.10,
    )
    yield Figure(name="warm: model runs", value=warm.n_runs, at_most=0)
    yield Figure(
        name="warm: time of a new engine / cold time, both with models open",
        value=(warm.wall_s - warm.load_s) / loaded.wall_s,
        at_most=0.05,
    )


def one_note(work: Path) -> Iterator[Figure]:
    """One changed note in a song of 10 and of 100 phrases."""
    times: dict[int, float] = {}
    for n_phrases in (10, 100):
        project = phrases_song(n_phrases)
        with Engine(cache_folder=work / f"note{n_phrases}") as engine:
            whole = sing(engine, request_of(project))
            assert whole.n_phrases == n_phrases, whole.n_phrases
            engine.drain()
            answers = [
                sing(engine, request_of(with_key(project, 3, 60 + i), revision=i + 1))
                for i in range(9)
            ]
        times[n_phrases] = statistics.median(answer.wall_s for answer in answers[1:])
        if n_phrases == 100:
            yield Figure(
                name="one note of 100 phrases: phrases sung again",
                value=max(len(answer.changed) for answer in answers),
                at_most=1,
            )
            yield Figure(
                name="one note of 100 phrases: model runs",
                value=max(answer.n_runs for answer in answers),
                # lengths: words and lengths; pitch and variances: words and curve; mel; sound
                at_most=8,
            )
    yield Figure(
        name="one note: time at 100 phrases / time at 10",
        value=times[100] / times[10],
        at_most=1.2,
    )


def phrases_song(n_phrases: int) -> Project:
    """``n_phrases`` phrases of four notes."""
    project = song_of(60.0)
    (track,) = project.tracks
    four = track.parts[0].notes[:4]
    span = four[-1].end_ticks - four[0].start_ticks + 2 * 480
    notes = tuple(
        replace(
            note,
            id=type(note.id)(f"p{phrase}n{index}"),
            start_ticks=note.start_ticks + phrase * span,
            key_midi=note.key_midi - phrase % 7,
        )
        for phrase in range(n_phrases)
        for index, note in enumerate(four)
    )
    part = replace(track.parts[0], notes=notes)
    return replace(project, tracks=(replace(track, parts=(part,)),))


def with_key(project: Project, index: int, key_midi: int) -> Project:
    """The song with another key for one note of its first track."""
    track, *others = project.tracks
    (part,) = track.parts
    notes = list(part.notes)
    notes[index] = replace(notes[index], key_midi=key_midi)
    part = replace(part, notes=tuple(notes))
    return replace(project, tracks=(replace(track, parts=(part,)), *others))


def other_bank(work: Path) -> Iterator[Figure]:
    """The same models under other names in another bank."""
    other = work / "elsewhere" / "someone"
    shutil.copytree(VOICE, other)
    for config in [*other.glob("dsconfig.yaml"), *other.glob("*/dsconfig.yaml")]:
        text = config.read_text(encoding="utf-8")
        for model in [*config.parent.glob("*.onnx")]:
            if model.name in text:
                text = text.replace(model.name, f"renamed_{model.name}")
                model.rename(model.with_name(f"renamed_{model.name}"))
        config.write_text(text, encoding="utf-8")
    with Engine(cache_folder=work / "names") as engine:
        sing(engine, request_of(demo()))
    with Engine(cache_folder=work / "names") as engine:
        answer = sing(engine, request_of(demo(), voice=other))
    yield Figure(
        name="same models, other names, other bank: model runs", value=answer.n_runs, at_most=0
    )


def cancel(work: Path) -> Iterator[Figure]:
    """From cancel to the last event, while a model runs."""
    worst_ms = 0.0
    project = song_of(60.0)
    with Engine(cache_folder=None) as engine:
        sing(engine, request_of(demo()))
        stages = (Stage.PITCH, Stage.VARIANCE, Stage.ACOUSTIC, Stage.VOCODER)
        for seed, (stage, delay_ms) in enumerate(product(stages, (0.0, 3.0, 10.0))):
            request = replace(request_of(project), seed=seed)
            worst_ms = max(worst_ms, _cancel_once(engine, request, stage, delay_ms))
    yield Figure(
        name="cancel during a model run, worst of 12", value=worst_ms, unit="ms", at_most=100
    )


def _cancel_once(engine: Engine, request: RenderRequest, stage: Stage, delay_ms: float) -> float:
    reached, ended = threading.Event(), threading.Event()

    def hear(event: EngineEvent) -> None:
        if isinstance(event, StageStarted) and event.stage is stage:
            reached.set()
        elif isinstance(event, LAST):
            ended.set()

    handle = engine.submit(request, hear)
    assert reached.wait(60.0)
    time.sleep(delay_ms / 1e3)
    begin_s = time.perf_counter()
    handle.cancel()
    assert ended.wait(60.0)
    return (time.perf_counter() - begin_s) * 1e3
