"""What ``render`` writes: sound, stems, DS and the song as it was sung."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.progress import ProgressLine
from app.cli.singing import Sung
from editor.formats.registry import write_song
from editor.model.project import Project
from editor.rendition import ds_paths, mix_tracks, stem_names
from editor.session import with_generated
from editor.sounds import with_sounds_from
from engine.api import MixTrack, check_audio_target, export_audio
from engine.errors import AudioFileError


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
    tracks, rate_hz = mix_tracks(project, sung, song_folder)
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
    return outputs, audio_s or sung.end_s


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
    paths = [chosen.stems / name for name in stem_names(tracks, suffix)]
    return list(zip(paths, tracks, strict=True))


def _write_ds(path: Path, project: Project, sung: Sung) -> list[Path]:
    from editor.formats.ds_export import write_ds

    targets = ds_paths(path, project, sung)
    for target, item in targets:
        write_ds(sung.results[item.part_id], target, request=item.request)
    return [target for target, _ in targets]
