"""``render``: a song to sound files."""

from __future__ import annotations

import argparse
import json
import queue
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.cli.progress import ProgressLine
from app.paths import builtin_voice, cache_folder, voice_folders
from editor.formats.registry import read_song, write_song
from editor.model.project import Project
from editor.session import PartRequest, part_requests, with_generated
from engine.api import Engine, JobHandle, find_banks
from engine.errors import EngineError, ScoreError, VoicebankError
from engine.types import (
    EngineEvent,
    LayoutDone,
    PhraseDone,
    PhraseFailed,
    PhraseResult,
    RenderSettings,
    RequestCancelled,
    RequestFailed,
    RequestFinished,
    StageStarted,
)

POLL_S = 0.05  # Ctrl-C is seen between two looks at the queue


class _Collected:
    """What the engine has answered so far."""

    def __init__(self, requests: Sequence[PartRequest], *, as_json: bool) -> None:
        self.requests = requests
        self.results: dict[str, list[PhraseResult]] = {r.part_id: [] for r in requests}
        self.timing: dict[str, LayoutDone] = {}
        self.failed = 0
        self.problems: list[str] = []
        self.open = {r.part_id for r in requests}
        self._as_json = as_json
        self._progress = ProgressLine(is_quiet=as_json)
        self._counts: dict[str, tuple[int, int]] = {}

    def take(self, event: EngineEvent) -> None:
        if isinstance(event, LayoutDone):
            self.timing[event.part_id] = event
            self._counts[event.part_id] = (0, len(event.phrases))
            for problem in event.problems:
                self._problem(problem.sentence, problem.note_id)
            self._tell({"event": "layout", "part": event.part_id, "phrases": len(event.phrases)})
        elif isinstance(event, StageStarted):
            self._show(str(event.stage))
        elif isinstance(event, PhraseDone):
            self.results[event.part_id].append(event.result)
            self._counts[event.part_id] = (event.done, event.total)
            self._tell(
                {
                    "event": "phrase",
                    "part": event.part_id,
                    "phrase": event.result.layout.phrase_id,
                    "done": event.done,
                    "total": event.total,
                }
            )
            self._show("singing")
        elif isinstance(event, PhraseFailed):
            self.failed += 1
            self._counts[event.part_id] = (event.done, event.total)
            self._problem(event.problem.sentence, event.phrase_id)
        elif isinstance(event, RequestFailed):
            self.open.discard(event.part_id)
            raise ScoreError(event.problem.sentence, code=event.problem.code)
        elif isinstance(event, (RequestFinished, RequestCancelled)):
            self.open.discard(event.part_id)

    def _show(self, stage: str) -> None:
        done = sum(count[0] for count in self._counts.values())
        self._progress.show(stage, done, sum(count[1] for count in self._counts.values()))

    def _problem(self, sentence: str, place: str | None) -> None:
        self.problems.append(sentence)
        if self._as_json:
            self._tell({"event": "problem", "sentence": sentence, "place": place})
        else:
            self._progress.close()
            print(f"melisma: {sentence}", file=sys.stderr)

    def _tell(self, facts: dict[str, Any]) -> None:
        if self._as_json:
            print(json.dumps(facts, ensure_ascii=False), flush=True)

    def close(self) -> None:
        self._progress.close()


def render(chosen: argparse.Namespace) -> int:
    """Sing and write; the answer is the exit code."""
    begin_s = time.monotonic()
    project = _song(chosen)
    if not any(part.notes for track in project.tracks for part in track.parts):
        raise ScoreError(
            "The song has no notes, so there is nothing to sing: draw some or choose another song.",
            code="empty-song",
        )
    settings = RenderSettings(
        acoustic_steps=chosen.steps, depth=chosen.depth, use_cache=not chosen.no_cache
    )
    folders, default = _voices(chosen.voice)
    range_ms = None if chosen.range is None else (chosen.range[0] * 1e3, chosen.range[1] * 1e3)
    requests = part_requests(
        project,
        folders,
        default_voice=default,
        settings=settings,
        seed=chosen.seed,
        range_ms=range_ms,
    )
    collected = _Collected(requests, as_json=chosen.json)
    with Engine(
        cache_folder=None if chosen.no_cache else cache_folder(),
        n_threads=chosen.threads,
        provider=chosen.provider,
    ) as engine:
        try:
            _sing(engine, collected)
        finally:
            collected.close()
        sung_s = time.monotonic() - begin_s
        stages = engine.statistics()
        load_s = engine.load_s
    outputs, audio_s = _write(chosen, project, collected)
    summary = {
        "event": "summary",
        "audio_s": round(audio_s, 3),
        "load_s": round(load_s, 3),
        "wall_s": round(sung_s, 3),
        "model_s": round(sum(count.seconds for count in stages.values()), 3),
        "model_runs": sum(count.runs for count in stages.values()),
        "cache_hits": sum(count.hits for count in stages.values()),
        "phrases": sum(len(results) for results in collected.results.values()),
        "failed_phrases": collected.failed,
        "problems": len(collected.problems),
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "stages": {
            str(stage): {"runs": c.runs, "hits": c.hits, "seconds": round(c.seconds, 3)}
            for stage, c in stages.items()
        },
        "outputs": [str(path) for path in outputs],
    }
    if chosen.json:
        print(json.dumps(summary, ensure_ascii=False), flush=True)
    else:
        names = ", ".join(map(str, outputs))
        print(f"{audio_s:.1f} s of song in {sung_s:.1f} s: {names}", file=sys.stderr)
    return 3 if collected.failed or collected.problems else 0


def _song(chosen: argparse.Namespace) -> Project:
    if chosen.demo:
        from importlib.resources import as_file

        from resources import resource as packaged

        with as_file(packaged("songs/sakura.melisma")) as path:
            return read_song(path).project
    read = read_song(chosen.song)
    for warning in read.warnings:
        print(f"melisma: {warning}", file=sys.stderr)
    return read.project


def _voices(wanted: str | None) -> tuple[dict[str, Path], Path]:
    if wanted is not None and (Path(wanted) / "dsconfig.yaml").is_file():
        return {}, Path(wanted)
    banks, _ = find_banks([folder for folder in voice_folders() if folder.is_dir()])
    folders = {bank.id: bank.folder for bank in banks}
    if wanted is None:
        return folders, builtin_voice()
    for bank in banks:
        if wanted in (bank.id, bank.name):
            return {}, bank.folder
    names = ", ".join(folders) or "none"
    raise VoicebankError(
        f"There is no voice '{wanted}': give the folder of one, or one of those installed "
        f"({names}).",
        code="unknown-voice",
        name=wanted,
    )


def _sing(engine: Engine, collected: _Collected) -> None:
    events: queue.SimpleQueue[EngineEvent] = queue.SimpleQueue()
    handles: list[JobHandle] = [
        engine.submit(item.request, events.put) for item in collected.requests
    ]
    try:
        while collected.open:
            try:
                collected.take(events.get(timeout=POLL_S))
            except queue.Empty:
                continue
    except BaseException:
        for handle in handles:
            handle.cancel()
        raise


def _write(
    chosen: argparse.Namespace, project: Project, collected: _Collected
) -> tuple[list[Path], float]:
    from engine.api import MixTrack, export_audio, join, place

    solo = any(track.is_solo for track in project.tracks)
    parts_of = {
        track.id: [r.part_id for r in collected.requests if r.track_id == track.id]
        for track in project.tracks
    }
    tracks: list[MixTrack] = []
    rate_hz = 44100
    for track in project.tracks:
        if track.is_muted or (solo and not track.is_solo):
            continue
        results = [r for part in parts_of[track.id] for r in collected.results[part]]
        rates = {r.sample_rate_hz for r in results}
        if len(rates) > 1 or (rates and tracks and rates != {rate_hz}):
            raise EngineError(
                "The voices of this song have different sample rates, which one file cannot hold: "
                "render them one at a time with --voice.",
                code="mixed-rates",
            )
        rate_hz = rates.pop() if rates else rate_hz
        clips = join([place(r) for r in results])
        tracks.append(
            MixTrack(name=track.name or track.id, clips=clips, gain_db=track.gain_db, pan=track.pan)
        )
    settings: dict[str, Any] = {
        "source_rate_hz": rate_hz,
        "sample_rate_hz": chosen.rate,
        "bits": chosen.bits,
        "range_s": chosen.range,
    }
    outputs, audio_s = [], 0.0
    if chosen.output is not None:
        audio_s = export_audio(tracks, chosen.output, **settings)
        outputs.append(chosen.output)
    if chosen.stems is not None:
        try:
            chosen.stems.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EngineError(
                f"The folder {chosen.stems} cannot be made ({error.strerror}): choose another.",
                code="cannot-write",
            ) from error
        for number, mixed in enumerate(tracks, start=1):
            path = chosen.stems / f"{number:02d} {_file_name(mixed.name)}.wav"
            audio_s = max(audio_s, export_audio([mixed], path, **settings))
            outputs.append(path)
    if chosen.save is not None:
        for part_id, results in collected.results.items():
            layout = collected.timing[part_id]
            generated = [result.generated for result in results]
            project = with_generated(project, part_id, layout.timing, generated)
        write_song(project, chosen.save)
        outputs.append(chosen.save)
    return outputs, audio_s


def _file_name(text: str) -> str:
    return "".join(c if c.isalnum() or c in " -_" else "_" for c in text).strip() or "track"
