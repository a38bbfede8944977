"""Backing music: put sound files onto tracks, move, trim and level them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from editor.edits.edit import Edit, make_edit
from editor.errors import EditError
from editor.model.check import clip_faults
from editor.model.lookup import check_new_id, find_clip, with_track
from editor.model.project import AudioClip, Project, Track
from engine.timing import TempoMap


def add_clip(project: Project, track_id: str, clip: AudioClip) -> Edit:
    """Put a sound onto a track.

    Raises
    ------
    EditError
        When its id is taken, or its place or a level cannot be.
    """
    check_new_id(project, clip.id)
    _check(clip)
    after = with_track(project, track_id, lambda t: _with_clips(t, (*t.audio, clip)))
    return make_edit("add sound", project, after)


def remove_clip(project: Project, clip_id: str) -> Edit:
    """Take a sound away; its file stays where it is."""
    gone = find_clip(project, clip_id)
    after = with_track(project, _home(project, gone), lambda t: _without(t, gone))
    return make_edit("remove sound", project, after)


def move_clip(
    project: Project, clip_id: str, *, start_ticks: int, track_id: str | None = None
) -> Edit:
    """Put a sound elsewhere in time, or onto another track."""
    clip = find_clip(project, clip_id)
    home = _home(project, clip)
    placed = replace(clip, start_ticks=max(0, start_ticks))
    bare = with_track(project, home, lambda t: _without(t, clip))
    after = with_track(bare, track_id or home, lambda t: _with_clips(t, (*t.audio, placed)))
    return make_edit("move sound", project, after)


def duplicate_clip(
    project: Project, clip_id: str, *, start_ticks: int, new_id: str, track_id: str | None = None
) -> Edit:
    """Put a sound down once more, with its levels.

    Raises
    ------
    EditError
        When the new id is taken.
    """
    clip = find_clip(project, clip_id)
    check_new_id(project, new_id)
    copy = replace(clip, id=new_id, start_ticks=max(0, start_ticks))
    home = track_id or _home(project, clip)
    after = with_track(project, home, lambda t: _with_clips(t, (*t.audio, copy)))
    return make_edit("copy sound", project, after)


def trim_clip(
    project: Project,
    clip_id: str,
    *,
    skip_ms: float,
    length_ms: float | None,
    start_ticks: int | None = None,
) -> Edit:
    """Choose what of the file is heard: from ``skip_ms`` on, for ``length_ms`` or to its end.

    ``start_ticks`` is where it begins then, so that a cut at the front leaves the rest in place.

    Raises
    ------
    EditError
        For a length below 0 or no number.
    """
    return _changed(
        "trim sound",
        project,
        clip_id,
        lambda clip: replace(
            clip,
            skip_ms=float(skip_ms),  # in a file a whole number would be another text
            length_ms=None if length_ms is None else float(length_ms),
            start_ticks=clip.start_ticks if start_ticks is None else start_ticks,
        ),
    )


def split_clip(project: Project, clip_id: str, tick: int, *, new_id: str) -> Edit:
    """Cut a sound in two at a tick of the song; both halves sound as the whole did.

    Raises
    ------
    EditError
        When the sound does not go on before and after the tick, or the new id is taken.
    """
    clip = find_clip(project, clip_id)
    check_new_id(project, new_id)
    tempo = TempoMap(project.tempos)
    cut_ms = round(tempo.ticks_to_ms(tick) - tempo.ticks_to_ms(clip.start_ticks), 6)
    if cut_ms <= 0.0 or (clip.length_ms is not None and cut_ms >= clip.length_ms):
        raise EditError(
            f"The sound '{clip.path}' does not go across tick {tick}: choose a place inside it.",
            code="bad-split",
        )
    first = replace(clip, length_ms=cut_ms, fade_out_ms=0.0)
    second = replace(
        clip,
        id=new_id,
        start_ticks=tick,
        skip_ms=clip.skip_ms + cut_ms,
        length_ms=None if clip.length_ms is None else clip.length_ms - cut_ms,
        fade_in_ms=0.0,
    )

    def cut(track: Track) -> Track:
        return _with_clips(track, (*(c for c in track.audio if c is not clip), first, second))

    after = with_track(project, _home(project, clip), cut)
    return make_edit("split sound", project, after)


def set_clip_level(
    project: Project,
    clip_id: str,
    *,
    gain_db: float | None = None,
    fade_in_ms: float | None = None,
    fade_out_ms: float | None = None,
) -> Edit:
    """Gain and fades of a sound; what is None stays.

    Raises
    ------
    EditError
        For a value that cannot be.
    """

    def change(clip: AudioClip) -> AudioClip:
        return replace(
            clip,
            gain_db=clip.gain_db if gain_db is None else gain_db,
            fade_in_ms=clip.fade_in_ms if fade_in_ms is None else fade_in_ms,
            fade_out_ms=clip.fade_out_ms if fade_out_ms is None else fade_out_ms,
        )

    return _changed("level of a sound", project, clip_id, change)


def _changed(
    name: str, project: Project, clip_id: str, change: Callable[[AudioClip], AudioClip]
) -> Edit:
    old = find_clip(project, clip_id)
    new = change(old)
    _check(new)

    def exchange(track: Track) -> Track:
        return _with_clips(track, tuple(new if c is old else c for c in track.audio))

    return make_edit(name, project, with_track(project, _home(project, old), exchange))


def _home(project: Project, clip: AudioClip) -> str:
    (home,) = [t.id for t in project.tracks if any(c is clip for c in t.audio)]
    return home


def _without(track: Track, clip: AudioClip) -> Track:
    return replace(track, audio=tuple(c for c in track.audio if c is not clip))


def _with_clips(track: Track, clips: tuple[AudioClip, ...]) -> Track:
    return replace(track, audio=tuple(sorted(clips, key=lambda clip: clip.start_ticks)))


def _check(clip: AudioClip) -> None:
    for fault in clip_faults(clip):
        raise EditError(fault.sentence, code=fault.code)
