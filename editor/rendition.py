"""A whole song sung for files: what the engine answers is gathered and becomes tracks to mix.

The command line and the window both go this way, so that they write the same bytes.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from editor.model.project import Project
from editor.session import PartRequest
from editor.sounds import track_clips
from engine.api import Engine, JobHandle, MixTrack, join, place
from engine.errors import EngineError, ScoreError
from engine.timing import TempoMap
from engine.types import (
    EngineEvent,
    LayoutDone,
    PhraseDone,
    PhraseFailed,
    PhraseResult,
    RequestCancelled,
    RequestFailed,
    RequestFinished,
)

POLL_S = 0.05  # a cancel is seen between two looks at the queue
DEFAULT_RATE_HZ = 44100  # of a song in which nobody sings


class Rendition:
    """What the engine has answered so far; ``results`` and ``layouts`` by part.

    Attributes
    ----------
    problems : list of str
        Sentences about what cannot be sung as written.
    """

    def __init__(self, requests: Sequence[PartRequest]) -> None:
        self.requests = tuple(requests)
        self.results: dict[str, list[PhraseResult]] = {r.part_id: [] for r in requests}
        self.layouts: dict[str, LayoutDone] = {}
        self.n_failed = 0
        self.problems: list[str] = []
        self.open = {r.part_id for r in requests}
        self._counts: dict[str, tuple[int, int]] = {}

    @property
    def n_done(self) -> int:
        """Phrases that are sung or failed."""
        return sum(done for done, _ in self._counts.values())

    @property
    def n_total(self) -> int:
        """Phrases of all parts that are laid out."""
        return sum(total for _, total in self._counts.values())

    @property
    def sung_s(self) -> float:
        """Seconds of song in all phrases so far."""
        layouts = [result.layout for results in self.results.values() for result in results]
        return sum(layout.end_ms - layout.start_ms for layout in layouts) / 1e3

    @property
    def end_s(self) -> float:
        """Seconds from the song's begin to the end of the last phrase's samples."""
        ends = [
            result.start_ms / 1e3 + len(result.samples) / result.sample_rate_hz
            for results in self.results.values()
            for result in results
        ]
        return max(ends, default=0.0)

    def take(self, event: EngineEvent) -> None:
        """Note one event.

        Raises
        ------
        ScoreError
            When nothing of a part can be sung.
        """
        if isinstance(event, LayoutDone):
            self.layouts[event.part_id] = event
            self._counts[event.part_id] = (0, len(event.phrases))
            for problem in event.problems:
                self.problem(problem.sentence, problem.note_id)
        elif isinstance(event, PhraseDone):
            self.results[event.part_id].append(event.result)
            self._counts[event.part_id] = (event.done, event.total)
        elif isinstance(event, PhraseFailed):
            self.n_failed += 1
            self._counts[event.part_id] = (event.done, event.total)
            self.problem(event.problem.sentence, event.phrase_id)
        elif isinstance(event, RequestFailed):
            self.open.discard(event.part_id)
            raise ScoreError(event.problem.sentence, code=event.problem.code)
        elif isinstance(event, (RequestFinished, RequestCancelled)):
            self.open.discard(event.part_id)

    def problem(self, sentence: str, place: str | None) -> None:
        """Note what cannot be sung as written; ``place`` is the id of a note, phrase or track."""
        del place
        self.problems.append(sentence)


def sing(
    engine: Engine,
    rendition: Rendition,
    *,
    prefix: str = "",
    is_wanted: Callable[[EngineEvent], bool] = lambda _: True,
    check_cancel: Callable[[], None] = lambda: None,
    on_event: Callable[[EngineEvent], None] = lambda _: None,
) -> None:
    """Sing every request into the rendition; an exception, Ctrl-C too, cancels what is left.

    Parameters
    ----------
    prefix : str
        Put before the ids of parts on their way through the engine: it must not take them for
        those that a window keeps sung, of which a newer request replaces an older one.
    is_wanted : callable
        Called on the engine's thread: whether an event is worth being handed over.
    check_cancel : callable
        Raises `Cancelled` to stop.
    on_event : callable
        Told of every event after the rendition has taken it.

    Raises
    ------
    ScoreError
        When nothing of a part can be sung.
    """
    events: queue.SimpleQueue[EngineEvent] = queue.SimpleQueue()

    def hear(event: EngineEvent) -> None:
        if is_wanted(event):
            events.put(replace(event, part_id=event.part_id.removeprefix(prefix)))

    handles: list[JobHandle] = [
        engine.submit(replace(item.request, part_id=prefix + item.part_id), hear)
        for item in rendition.requests
    ]
    try:
        while rendition.open:
            check_cancel()
            try:
                event = events.get(timeout=POLL_S)
            except queue.Empty:
                continue
            rendition.take(event)
            on_event(event)
    except BaseException:
        for handle in handles:
            handle.cancel()
        raise
    # Phrases are sung in the order of need; what is written follows the song.
    for results in rendition.results.values():
        results.sort(key=lambda result: result.start_ms)


def mix_tracks(
    project: Project, rendition: Rendition, song_folder: Path
) -> tuple[list[MixTrack], int]:
    """Every track that is heard, and the sample rate of its voices.

    Raises
    ------
    EngineError
        When the voices do not agree on a rate.
    """
    rate_hz = _rate_hz(rendition)
    tempo = TempoMap(project.tempos)
    has_solo = any(track.is_solo for track in project.tracks)
    tracks: list[MixTrack] = []
    for track in project.tracks:
        if track.is_muted or (has_solo and not track.is_solo):
            continue
        parts = [r.part_id for r in rendition.requests if r.track_id == track.id]
        voices = join([place(result) for part in parts for result in rendition.results[part]])
        sounds, problems = track_clips(
            track, song_folder=song_folder, tempo=tempo, sample_rate_hz=rate_hz
        )
        for sentence in problems:
            rendition.problem(sentence, track.id)
        tracks.append(
            MixTrack(
                name=track.name or track.id,
                clips=(*voices, *sounds),
                gain_db=track.gain_db,
                pan=track.pan,
            )
        )
    return tracks, rate_hz


def stem_names(tracks: Sequence[MixTrack], suffix: str) -> list[str]:
    """File names of the tracks, in their order."""
    return [
        f"{number:02d} {file_name(track.name)}{suffix}"
        for number, track in enumerate(tracks, start=1)
    ]


def ds_paths(path: Path, project: Project, rendition: Rendition) -> list[tuple[Path, PartRequest]]:
    """One file a sung part; several put the part's name behind the chosen one (contract 5.4)."""
    names = {part.id: part.name for track in project.tracks for part in track.parts}
    requests = [item for item in rendition.requests if rendition.results[item.part_id]]
    if len(requests) == 1:
        return [(path, requests[0])]
    found: dict[Path, PartRequest] = {}
    for number, item in enumerate(requests, start=1):
        name = file_name(names[item.part_id] or f"part {number}")
        target = path.with_name(f"{path.stem}_{name}{path.suffix}")
        if target in found:
            target = path.with_name(f"{path.stem}_{name}_{number:02d}{path.suffix}")
        found[target] = item
    return list(found.items())


def file_name(text: str) -> str:
    """``text`` with only what every file system takes."""
    return "".join(c if c.isalnum() or c in " -_" else "_" for c in text).strip() or "track"


def _rate_hz(rendition: Rendition) -> int:
    rates_hz = {r.sample_rate_hz for results in rendition.results.values() for r in results}
    if len(rates_hz) > 1:
        raise EngineError(
            "The voices of this song have different sample rates, which one file cannot hold: "
            "render them one at a time, the other tracks muted or with --voice.",
            code="mixed-rates",
        )
    return rates_hz.pop() if rates_hz else DEFAULT_RATE_HZ
