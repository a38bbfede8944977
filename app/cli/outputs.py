"""What ``render`` writes: sound, stems, DS and the song as it was sung."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.progress import ProgressLine
from app.cli.singing import Sung
from editor.formats.registry import write_song
from editor.model.project import Project
from editor.session import with_generated
from editor.sounds import track_clips, with_sounds_from
from engine.api import MixTrack, check_audio_target, export_audio, join, place
from engine.errors import AudioFileError, EngineError
from engine.timing import TempoMap


def check_targets(chosen: argparse.Namespace) -> None:
    """Refuse before singing what could not be written after it.

    Raises
    ------
    EngineError
    """
    if chosen.output is not None:
        check_audio_target(chosen.output, chosen.bits)
    for path in (chosen.ds, chosen.save):
        if path is not None and not path.absolute().parent.is_dir():
            raise AudioFileError(
                f"{path} cannot be written: the folder {path.parent} does not exist. Make it or "
                "choose another.",
                code="cannot-write",
                path=path,
            )


def write_outputs(
    chosen: argparse.Namespace, project: Project, sung: Sung, song_folder: Path
) -> tuple[list[Path], float]:
    """Write all that was asked for; the files and the seconds of song."""
    tracks, rate_hz = _tracks(project, sung, song_folder)
    settings: dict[str, Any] = {
        "source_rate_hz": rate_hz,
        "sample_rate_hz": chosen.rate,
        "bits": chosen.bits,
        "range_s": chosen.range,
    }
    outputs: list[Path] = []
    audio_s = 0.0
    if chosen.output is not None:
        audio_s = _export(tracks, chosen.output, settings, is_quiet=chosen.json)
        outputs.append(chosen.output)
    if chosen.stems is not None:
        for path, track in _stem_paths(chosen, tracks):
            audio_s = max(audio_s, _export([track], path, settings, is_quiet=chosen.json))
            outputs.append(path)
    if chosen.ds is not None:
        outputs += _write_ds(chosen.ds, project, sung)
    if chosen.save is not None:
        for part_id, results in sung.results.items():
            generated = [result.generated for result in results]
            project = with_generated(project, part_id, sung.layouts[part_id].timing, generated)
        project = with_sounds_from(project, song_folder, chosen.save.absolute().parent)
        write_song(project, chosen.save)
        outputs.append(chosen.save)
    return outputs, audio_s or sung_s(sung)


def sung_s(sung: Sung) -> float:
    """Seconds from the song's begin to the last sound."""
    ends = [
        r.start_ms / 1e3 + len(r.samples) / r.sample_rate_hz
        for results in sung.results.values()
        for r in results
    ]
    return max(ends, default=0.0)


def _tracks(project: Project, sung: Sung, song_folder: Path) -> tuple[list[MixTrack], int]:
    """Every track that is heard, and the sample rate of its voices."""
    rate_hz = _rate_hz(sung)
    tempo = TempoMap(project.tempos)
    has_solo = any(track.is_solo for track in project.tracks)
    tracks: list[MixTrack] = []
    for track in project.tracks:
        if track.is_muted or (has_solo and not track.is_solo):
            continue
        parts = [r.part_id for r in sung.requests if r.track_id == track.id]
        voices = join([place(result) for part in parts for result in sung.results[part]])
        sounds, problems = track_clips(
            track, song_folder=song_folder, tempo=tempo, sample_rate_hz=rate_hz
        )
        for sentence in problems:
            sung.problem(sentence, track.id)
        tracks.append(
            MixTrack(
                name=track.name or track.id,
                clips=(*voices, *sounds),
                gain_db=track.gain_db,
                pan=track.pan,
            )
        )
    return tracks, rate_hz


def _rate_hz(sung: Sung) -> int:
    rates_hz = {r.sample_rate_hz for results in sung.results.values() for r in results}
    if len(rates_hz) > 1:
        raise EngineError(
            "The voices of this song have different sample rates, which one file cannot hold: "
            "render them one at a time with --voice.",
            code="mixed-rates",
        )
    return rates_hz.pop() if rates_hz else 44100


def _export(
    tracks: list[MixTrack], path: Path, settings: dict[str, Any], *, is_quiet: bool
) -> float:
    line = ProgressLine(is_quiet=is_quiet)

    def show(done: int, total: int) -> None:
        rate_hz = settings["source_rate_hz"]
        line.show(f"writing {path.name}", done // rate_hz, total // rate_hz, "seconds")

    try:
        return export_audio(tracks, path, on_progress=show, **settings)
    finally:
        line.close()


def _stem_paths(chosen: argparse.Namespace, tracks: list[MixTrack]) -> list[tuple[Path, MixTrack]]:
    try:
        chosen.stems.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AudioFileError(
            f"The folder {chosen.stems} cannot be made ({error.strerror}): choose another.",
            code="cannot-write",
            path=chosen.stems,
        ) from error
    # Stems take the kind of the mix, so that one set of files belongs together.
    suffix = ".wav" if chosen.output is None else chosen.output.suffix
    return [
        (chosen.stems / f"{number:02d} {file_name(track.name)}{suffix}", track)
        for number, track in enumerate(tracks, start=1)
    ]


def _write_ds(path: Path, project: Project, sung: Sung) -> list[Path]:
    """One file a part; several parts put their name behind the chosen one (contract 5.4)."""
    from editor.formats.ds_export import write_ds

    names = {part.id: part.name for track in project.tracks for part in track.parts}
    requests = [item for item in sung.requests if sung.results[item.part_id]]
    written: list[Path] = []
    for number, item in enumerate(requests, start=1):
        target = path
        if len(requests) > 1:
            name = file_name(names[item.part_id] or f"part {number}")
            target = path.with_name(f"{path.stem}_{name}{path.suffix}")
            if target in written:
                target = path.with_name(f"{path.stem}_{name}_{number:02d}{path.suffix}")
        write_ds(sung.results[item.part_id], target, request=item.request)
        written.append(target)
    return written


def file_name(text: str) -> str:
    """``text`` with only what every file system takes."""
    return "".join(c if c.isalnum() or c in " -_" else "_" for c in text).strip() or "track"
