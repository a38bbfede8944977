"""A song to sound or DS files, sung at full quality: whole files or none. No Qt here.

The window's own singing goes on beside it; ``editor.rendition`` is what the command line uses too.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log10
from pathlib import Path

from editor.model.project import Project
from editor.rendition import Rendition, ds_paths, mix_tracks, sing, stem_names
from editor.session import PartRequest
from engine.api import (
    DEFAULT_TAIL_S,
    Engine,
    MixTrack,
    check_audio_target,
    export_audio,
    export_peak,
)
from engine.errors import AudioFileError, ScoreError
from engine.types import EngineEvent, Parameter, Stage, StageStarted

_PREFIX = "export/"  # parts on their way through the engine, apart from those of the window


class ExportStep(StrEnum):
    """What an export does, in order."""

    SINGING = "singing"
    MEASURING = "measuring"
    WRITING = "writing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportProgress:
    """How far an export is: phrases while singing, seconds of song else.

    ``speed_ratio``: seconds of song sung in a second, 0 as long as it is not known.
    """

    step: ExportStep
    done: int = 0
    total: int = 0
    stage: Stage | None = None
    speed_ratio: float = 0.0
    name: str = ""  # of the file that is written


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioTarget:
    """Where the sound goes and how. ``path``: the file of a mix, or the folder of stems.

    ``peak_db``: the loudest sample gets this level; None leaves the level alone.
    """

    path: Path
    suffix: str = ".wav"
    bits: int = 24
    sample_rate_hz: int = 44100
    is_stems: bool = False
    range_s: tuple[float, float] | None = None
    tail_s: float = DEFAULT_TAIL_S
    peak_db: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DsTarget:
    """Where DS files go and which curves they hold."""

    path: Path
    parameters: frozenset[Parameter]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SongToSing:
    """A song as it was when the export began. ``song_folder``: where its sounds count from."""

    project: Project
    requests: tuple[PartRequest, ...]
    song_folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written, and sentences about what could not be sung or heard."""

    paths: tuple[Path, ...]
    audio_s: float
    took_s: float
    problems: tuple[str, ...] = ()


Report = Callable[[ExportProgress], None]
CheckCancel = Callable[[], None]


def heard_track_ids(project: Project) -> frozenset[str]:
    """Tracks that are neither muted nor left out by another one's solo."""
    has_solo = any(track.is_solo for track in project.tracks)
    return frozenset(
        track.id
        for track in project.tracks
        if not track.is_muted and (track.is_solo or not has_solo)
    )


def export_sound(
    engine: Engine,
    song: SongToSing,
    target: AudioTarget,
    report: Report,
    check_cancel: CheckCancel,
) -> Exported:
    """Sing what is heard of the song and write its mix or stems.

    Raises
    ------
    Cancelled
        From ``check_cancel``; nothing is left of what was written.
    EngineError
        When nothing can be sung, or the disk refuses.
    """
    begin_s = time.monotonic()
    _check_place(target)
    heard = heard_track_ids(song.project)
    requests = tuple(item for item in song.requests if item.track_id in heard)
    has_sounds = any(track.audio for track in song.project.tracks if track.id in heard)
    if not has_sounds and not any(item.request.notes for item in requests):
        raise ScoreError(
            "The song has nothing that can be heard, so there is nothing to export: draw notes, or "
            "turn on a track that is muted.",
            code="empty-song",
        )
    rendition = _sung(engine, requests, report, check_cancel)
    tracks, rate_hz = mix_tracks(song.project, rendition, song.song_folder)
    gain_db, loud = _gain_db(tracks, rate_hz, target, report, check_cancel)

    def write(path: Path, chosen: Sequence[MixTrack]) -> float:
        def show(done: int, total: int) -> None:
            seconds = (done // rate_hz, total // rate_hz)
            report(_progress(ExportStep.WRITING, seconds, path.name))

        return export_audio(
            chosen,
            path,
            source_rate_hz=rate_hz,
            sample_rate_hz=target.sample_rate_hz,
            bits=target.bits,
            range_s=target.range_s,
            tail_s=target.tail_s,
            gain_db=gain_db,
            on_progress=show,
            check_cancel=check_cancel,
        )

    if target.is_stems:
        paths, audio_s = _write_stems(target, tracks, write)
    else:
        paths, audio_s = (target.path,), write(target.path, tracks)
    return Exported(
        paths=paths,
        audio_s=audio_s,
        took_s=time.monotonic() - begin_s,
        problems=(*rendition.problems, *loud),
    )


def export_ds(
    engine: Engine, song: SongToSing, target: DsTarget, report: Report, check_cancel: CheckCancel
) -> Exported:
    """Sing the requested parts and write what was sung, a file each.

    Raises
    ------
    Cancelled
        From ``check_cancel``; nothing was written then.
    EngineError
        When nothing can be sung, or the disk refuses.
    """
    from editor.formats.ds_export import write_ds

    begin_s = time.monotonic()
    _check_folder(target.path.absolute().parent, target.path)
    rendition = _sung(engine, song.requests, report, check_cancel)
    targets = ds_paths(target.path, song.project, rendition)
    if not targets:
        raise ScoreError(
            "Nothing of it could be sung, so there is nothing to export: see the problems list.",
            code="empty-song",
        )
    check_cancel()
    for number, (path, item) in enumerate(targets):
        report(_progress(ExportStep.WRITING, (number, len(targets)), path.name))
        write_ds(
            rendition.results[item.part_id],
            path,
            request=item.request,
            parameters=target.parameters,
        )
    return Exported(
        paths=tuple(path for path, _ in targets),
        audio_s=rendition.end_s,
        took_s=time.monotonic() - begin_s,
        problems=tuple(rendition.problems),
    )


def estimated_bytes(target: AudioTarget, length_s: float, n_files: int) -> int:
    """How large the files become, from above: FLAC as if it packed nothing."""
    frame_bytes = 2 * target.bits // 8
    return round(length_s * target.sample_rate_hz) * frame_bytes * n_files


# ---------------------------------------------------------------------------------- inside


def _sung(
    engine: Engine, requests: Collection[PartRequest], report: Report, check_cancel: CheckCancel
) -> Rendition:
    rendition = Rendition(tuple(requests))
    begin_s = time.monotonic()

    def show(event: EngineEvent) -> None:
        elapsed_s = time.monotonic() - begin_s
        report(
            ExportProgress(
                step=ExportStep.SINGING,
                done=rendition.n_done,
                total=rendition.n_total,
                stage=event.stage if isinstance(event, StageStarted) else None,
                speed_ratio=rendition.sung_s / elapsed_s if elapsed_s > 0.0 else 0.0,
            )
        )

    sing(engine, rendition, prefix=_PREFIX, check_cancel=check_cancel, on_event=show)
    return rendition


def _gain_db(
    tracks: Sequence[MixTrack],
    rate_hz: int,
    target: AudioTarget,
    report: Report,
    check_cancel: CheckCancel,
) -> tuple[float, tuple[str, ...]]:
    """The gain that normalising needs, and what must be said of the level.

    Stems get the gain of their sum, so that they still add up to the mix.
    """
    is_clipping = target.bits < 32 and not target.is_stems
    if target.peak_db is None and not is_clipping:
        return 0.0, ()

    def show(done: int, total: int) -> None:
        report(_progress(ExportStep.MEASURING, (done // rate_hz, total // rate_hz), ""))

    peak = export_peak(
        tracks,
        source_rate_hz=rate_hz,
        sample_rate_hz=target.sample_rate_hz,
        range_s=target.range_s,
        on_progress=show,
        check_cancel=check_cancel,
    )
    if target.peak_db is not None:
        return (target.peak_db - 20.0 * log10(peak) if peak > 0.0 else 0.0), ()
    if peak <= 1.0:
        return 0.0, ()
    over_db = 20.0 * log10(peak)
    return 0.0, (
        f"The mix is {over_db:.1f} dB louder than {target.path.name} can hold, so its peaks are "
        "cut: lower the faders, normalise, or export 32-bit float.",
    )


def _write_stems(
    target: AudioTarget,
    tracks: Sequence[MixTrack],
    write: Callable[[Path, Sequence[MixTrack]], float],
) -> tuple[tuple[Path, ...], float]:
    """All stems beside each other first, then each in its place: none is there without the rest."""
    audio_s = 0.0
    is_new = not target.path.exists()
    try:
        target.path.mkdir(parents=False, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".stems.", suffix=".part", dir=target.path))
    except OSError as error:
        raise _refused(target.path, error) from error
    names = stem_names(tracks, target.suffix)
    try:
        for name, track in zip(names, tracks, strict=True):
            audio_s = max(audio_s, write(folder / name, [track]))
        for name in names:
            os.replace(folder / name, target.path / name)
    except OSError as error:
        raise _refused(target.path, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if is_new and not any(target.path.glob("*")):
            target.path.rmdir()
    return tuple(target.path / name for name in names), audio_s


def _check_place(target: AudioTarget) -> None:
    """Refuse before singing what could not be written after it."""
    if not target.is_stems:
        check_audio_target(target.path, target.bits)
        return
    folder = target.path.absolute()
    check_audio_target((folder if folder.is_dir() else folder.parent) / f"x{target.suffix}", 16)
    if folder.exists() and not folder.is_dir():
        raise AudioFileError(
            f"{folder} is a file, so stems cannot be written into it: choose a folder.",
            code="cannot-write",
            path=folder,
        )


def _check_folder(folder: Path, path: Path) -> None:
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        reason = "may not be written" if folder.is_dir() else "does not exist"
        raise AudioFileError(
            f"{path} cannot be written: the folder {folder} {reason}. Choose another place.",
            code="cannot-write",
            path=path,
        )


def _refused(path: Path, error: OSError) -> AudioFileError:
    return AudioFileError(
        f"{path} cannot be written ({error.strerror}): check that the folder exists, that you may "
        "write there and that the disk has room.",
        code="cannot-write",
        path=path,
    )


def _progress(step: ExportStep, counts: tuple[int, int], name: str) -> ExportProgress:
    return ExportProgress(step=step, done=counts[0], total=counts[1], name=name)
