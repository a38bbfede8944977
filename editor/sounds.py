"""The sound files of a song as clips for the mixer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PureWindowsPath

from editor.errors import SongFileError
from editor.model.project import AudioClip, Project, Track
from engine.api import Clip, read_audio
from engine.errors import EngineError
from engine.timing import TempoMap


def track_clips(
    track: Track, *, song_folder: Path, tempo: TempoMap, sample_rate_hz: int
) -> tuple[tuple[Clip, ...], tuple[str, ...]]:
    """Clips of a track's sounds, and a sentence for each that cannot be heard."""
    clips: list[Clip] = []
    problems: list[str] = []
    for sound in track.audio:
        try:
            clips.append(_clip(sound, song_folder, tempo, sample_rate_hz))
        except EngineError as error:
            problems.append(str(error))
    return tuple(clips), tuple(problems)


def sound_path(sound: AudioClip, song_folder: Path) -> Path:
    """Where a sound's file lies.

    Raises
    ------
    SongFileError
        For a relative path that leaves the song's folder, and for one of another computer: a song
        from a stranger must not make this one reach out.
    """
    is_elsewhere = sound.path.startswith(("\\\\", "//")) or "://" in sound.path
    given = Path(sound.path)
    if not is_elsewhere and given.is_absolute():
        return given
    path = song_folder / given
    # A drive letter makes a path absolute on Windows alone.
    if (
        is_elsewhere
        or PureWindowsPath(sound.path).drive
        or not path.resolve().is_relative_to(song_folder.resolve())
    ):
        raise SongFileError(
            f"The sound '{sound.path}' does not lie in the song's folder or on this computer: put "
            "it beside the song and choose it again.",
            code="foreign-sound",
            path=path,
        )
    return path


def with_sounds_from(project: Project, old_folder: Path, new_folder: Path) -> Project:
    """The song for another folder: sounds that counted from the old one get their whole path."""
    if old_folder.resolve() == new_folder.resolve():
        return project

    def moved(sound: AudioClip) -> AudioClip:
        try:
            path = sound_path(sound, old_folder)
        except SongFileError:
            return sound  # it may not be reached from the new folder either
        return replace(sound, path=str(path.resolve())) if sound.path else sound

    if not any(track.audio for track in project.tracks):
        return project
    tracks = tuple(
        replace(track, audio=tuple(moved(sound) for sound in track.audio))
        for track in project.tracks
    )
    return replace(project, tracks=tracks)


def _clip(sound: AudioClip, song_folder: Path, tempo: TempoMap, rate_hz: int) -> Clip:
    samples = read_audio(sound_path(sound, song_folder), sample_rate_hz=rate_hz)
    first = round(sound.skip_ms * rate_hz / 1e3)
    last = len(samples)
    if sound.length_ms is not None:
        last = min(last, first + round(sound.length_ms * rate_hz / 1e3))
    samples = samples[first:last] * 10.0 ** (sound.gain_db / 20.0)
    n_samples = len(samples)
    n_rise = min(n_samples, round(sound.fade_in_ms * rate_hz / 1e3))
    n_fall = min(n_samples, round(sound.fade_out_ms * rate_hz / 1e3))
    return Clip(
        start=int(tempo.ticks_to_ms(sound.start_ticks) * rate_hz / 1e3),
        samples=samples,
        rise=(0, n_rise) if n_rise else None,
        fall=(n_samples - n_fall, n_samples) if n_fall else None,
    )
