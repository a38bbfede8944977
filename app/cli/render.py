"""``render``: a song to sound files."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from app.cli.memory import peak_rss_mb
from app.cli.outputs import check_targets, write_outputs
from app.cli.singing import Sung, sing
from app.paths import builtin_voice, cache_folder, voice_folders
from editor.formats.registry import read_song
from editor.model.project import Project
from editor.session import part_requests
from engine.api import Engine, find_banks
from engine.errors import ScoreError, VoicebankError
from engine.types import RenderSettings

DONE, INCOMPLETE = 0, 3


def render(chosen: argparse.Namespace) -> int:
    """Sing and write; the answer is the exit code."""
    begin_s = time.monotonic()
    check_targets(chosen)
    project, song_folder = _song(chosen)
    if not any(part.notes for track in project.tracks for part in track.parts):
        raise ScoreError(
            "The song has no notes, so there is nothing to sing: draw some or choose another song.",
            code="empty-song",
        )
    folders, default = _voices(chosen.voice)
    requests = part_requests(
        project,
        folders,
        default_voice=default,
        settings=RenderSettings(
            acoustic_steps=chosen.steps, depth=chosen.depth, use_cache=not chosen.no_cache
        ),
        seed=chosen.seed,
        range_ms=None if chosen.range is None else (chosen.range[0] * 1e3, chosen.range[1] * 1e3),
    )
    for sentence in () if chosen.voice else _missing_voices(project, folders):
        print(f"melisma: {sentence}", file=sys.stderr)
    with Engine(
        cache_folder=None if chosen.no_cache else cache_folder(),
        n_threads=chosen.threads,
        provider=chosen.provider,
    ) as engine:
        request_s = time.monotonic()
        sung = sing(engine, requests, as_json=chosen.json)
        answered_s = time.monotonic() - request_s
        figures = _engine_figures(engine, answered_s)
        outputs, audio_s = write_outputs(chosen, project, sung, song_folder)
    summary: dict[str, Any] = {
        "event": "summary",
        "audio_s": round(audio_s, 3),
        **figures,
        "total_s": round(time.monotonic() - begin_s, 3),
        "phrases": sum(len(results) for results in sung.results.values()),
        "failed_phrases": sung.n_failed,
        "problems": len(sung.problems),
        "peak_rss_mb": peak_rss_mb(),
        "outputs": [str(path) for path in outputs],
    }
    _tell(chosen, summary, sung)
    return INCOMPLETE if sung.n_failed or sung.problems else DONE


def _engine_figures(engine: Engine, answered_s: float) -> dict[str, Any]:
    """The engine's share of the summary; ``wall_s`` counts with the sessions loaded."""
    stages, load_s = engine.statistics(), engine.load_s
    return {
        "load_s": round(load_s, 3),
        "wall_s": round(answered_s - load_s, 3),
        "model_s": round(sum(count.seconds for count in stages.values()), 3),
        "model_runs": sum(count.runs for count in stages.values()),
        "cache_hits": sum(count.hits for count in stages.values()),
        "stages": {
            str(stage): {
                "runs": count.runs,
                "hits": count.hits,
                "seconds": round(count.seconds, 3),
            }
            for stage, count in stages.items()
        },
    }


def _tell(chosen: argparse.Namespace, summary: dict[str, Any], sung: Sung) -> None:
    if chosen.json:
        print(json.dumps(summary, ensure_ascii=False), flush=True)
        return
    names = ", ".join(summary["outputs"])
    print(
        f"{summary['audio_s']:.1f} s of song in {summary['total_s']:.1f} s: {names}",
        file=sys.stderr,
    )
    if sung.n_failed:
        print(f"melisma: {sung.n_failed} phrases are silent, see above.", file=sys.stderr)


def _song(chosen: argparse.Namespace) -> tuple[Project, Path]:
    """The song, and the folder that its sound files count from."""
    if chosen.demo:
        from importlib.resources import as_file

        from resources import resource as packaged

        with as_file(packaged("songs/sakura.melisma")) as path:
            return read_song(path).project, path.parent
    read = read_song(chosen.song)
    for warning in read.warnings:
        print(f"melisma: {warning}", file=sys.stderr)
    return read.project, chosen.song.absolute().parent


def _missing_voices(project: Project, folders: dict[str, Path]) -> list[str]:
    return [
        f"The voice '{track.voice_id}' of the track '{track.name or track.id}' is not installed: "
        "the built-in voice sings it. Install that voice or choose one with --voice."
        for track in project.tracks
        if track.voice_id and track.voice_id not in folders
    ]


def _voices(wanted: str | None) -> tuple[dict[str, Path], Path]:
    """Folders of installed voices by id, and the voice for tracks without one."""
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
