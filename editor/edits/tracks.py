"""Tracks and parts: add, remove, order, name, split, join, and the mixer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import isfinite
from types import MappingProxyType
from typing import Any

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.check import Fault, part_faults, track_faults
from editor.model.lookup import (
    check_new_id,
    find_part,
    find_track,
    used_ids,
    with_part,
    with_track,
    without_strays,
)
from editor.model.project import Part, Project, Track
from editor.model.segments import LAST_TICKS, clipped_ranges, joined_ranges, moved, ordered, within
from engine.types import ColourWeight, CurveLayers, NoteId, Parameter

_EMPTY = CurveLayers()
_NOTHING: Mapping[Any, Any] = MappingProxyType({})


def add_track(project: Project, track: Track, *, index: int | None = None) -> Edit:
    """Put a track into the list.

    Raises
    ------
    EditError
        When its id, or that of something on it, is taken, or something in it cannot be.
    """
    own = [track.id, *(part.id for part in track.parts), *(clip.id for clip in track.audio)]
    if used_ids(project) & set(own) or len(own) != len(set(own)):
        raise EditError(
            f"The song already has something called '{track.id}' or like a part of it: give it "
            "another id.",
            code="taken-id",
        )
    _check_sound(track_faults(track))
    for part in track.parts:
        _check_sound(part_faults(part))
    last = len(project.tracks)
    place = last if index is None else max(0, min(index, last))
    tracks = (*project.tracks[:place], track, *project.tracks[place:])
    return make_edit("add track", project, replace(project, tracks=tracks))


def remove_track(project: Project, track_id: str) -> Edit:
    """Take a track away with all its parts."""
    gone = find_track(project, track_id)
    tracks = tuple(track for track in project.tracks if track is not gone)
    return make_edit("remove track", project, replace(project, tracks=tracks))


def duplicate_track(
    project: Project,
    track_id: str,
    *,
    new_id: Callable[[], str],
    new_note_id: Callable[[], NoteId],
    name: str | None = None,
) -> Edit:
    """Copy a track with all that is on it, behind it in the list; the copy is sung anew.

    Raises
    ------
    EditError
        When an id of the copy is taken.
    """
    track = find_track(project, track_id)
    copy = replace(
        track,
        id=new_id(),
        name=track.name if name is None else name,
        parts=tuple(_copied(part, new_id(), new_note_id) for part in track.parts),
        audio=tuple(replace(clip, id=new_id()) for clip in track.audio),
    )
    index = next(i for i, other in enumerate(project.tracks) if other is track)
    return replace(add_track(project, copy, index=index + 1), name="copy track")


def move_track(project: Project, track_id: str, index: int) -> Edit:
    """Give a track another place in the list."""
    track = find_track(project, track_id)
    rest = [other for other in project.tracks if other is not track]
    rest.insert(max(0, min(index, len(rest))), track)
    if tuple(rest) == project.tracks:
        return make_edit("move track", project, project)
    return make_edit("move track", project, replace(project, tracks=tuple(rest)))


def set_mixer(
    project: Project,
    track_id: str,
    *,
    gain_db: float | None = None,
    pan: float | None = None,
    is_muted: bool | None = None,
    is_solo: bool | None = None,
) -> Edit:
    """Move faders and switches; what is None stays.

    Raises
    ------
    EditError
        For a gain that is not a number; pan is kept within left and right.
    """
    if (gain_db is not None and not isfinite(gain_db)) or (pan is not None and not isfinite(pan)):
        raise EditError("Gain and pan must be numbers: set them again.", code="bad-mixer")

    def change(track: Track) -> Track:
        return replace(
            track,
            gain_db=track.gain_db if gain_db is None else gain_db,
            pan=track.pan if pan is None else max(-1.0, min(1.0, pan)),
            is_muted=track.is_muted if is_muted is None else is_muted,
            is_solo=track.is_solo if is_solo is None else is_solo,
        )

    return make_edit("mixer", project, with_track(project, track_id, change))


def set_voice(
    project: Project, track_id: str, voice_id: str, colours: Sequence[ColourWeight] = ()
) -> Edit:
    """Let another voice sing, with its own colours.

    Raises
    ------
    EditError
        When a colour's share is below 0 or no number, or one is named twice.
    """
    _check_sound(track_faults(Track(id=track_id, colours=tuple(colours))))

    def change(track: Track) -> Track:
        return replace(track, voice_id=voice_id, colours=tuple(colours))

    return make_edit("choose voice", project, with_track(project, track_id, change))


def set_colours(project: Project, track_id: str, colours: Sequence[ColourWeight]) -> Edit:
    """Mix the voice's colours anew.

    Raises
    ------
    EditError
        When a colour's share is below 0 or no number, or one is named twice.
    """
    edit = set_voice(project, track_id, find_track(project, track_id).voice_id, colours)
    return replace(edit, name="mix colours")


def rename_track(project: Project, track_id: str, name: str) -> Edit:
    """Name a track."""
    return make_edit(
        "rename track", project, with_track(project, track_id, lambda t: replace(t, name=name))
    )


def add_part(project: Project, track_id: str, part: Part) -> Edit:
    """Put a part onto a track.

    Raises
    ------
    EditError
        When its id is taken, or something in it cannot be.
    """
    check_new_id(project, part.id)
    _check_sound(part_faults(part))
    after = with_track(project, track_id, lambda t: _with_parts(t, (*t.parts, part)))
    return make_edit("add part", project, after, Focus(part_id=part.id))


def remove_part(project: Project, part_id: str) -> Edit:
    """Take a part away."""
    gone = find_part(project, part_id)
    after = _on_its_track(
        project, gone, lambda t: replace(t, parts=tuple(p for p in t.parts if p is not gone))
    )
    return make_edit("remove part", project, after)


def rename_part(project: Project, part_id: str, name: str) -> Edit:
    """Name a part."""
    after = with_part(project, part_id, lambda p: replace(p, name=name))
    return make_edit("rename part", project, after, Focus(part_id=part_id))


def move_part(
    project: Project, part_id: str, *, start_ticks: int, track_id: str | None = None
) -> Edit:
    """Put a part elsewhere in time, or onto another track; all in it moves along."""
    part = find_part(project, part_id)
    placed = replace(part, start_ticks=max(0, start_ticks))
    bare = _on_its_track(
        project, part, lambda t: replace(t, parts=tuple(p for p in t.parts if p is not part))
    )
    (home,) = [t.id for t in project.tracks if any(p is part for p in t.parts)]
    after = with_track(bare, track_id or home, lambda t: _with_parts(t, (*t.parts, placed)))
    return make_edit("move part", project, after, Focus(part_id=part_id))


def split_part(project: Project, part_id: str, tick: int, *, new_id: str) -> Edit:
    """Cut a part in two at a tick of its own; a note goes where it begins, with its curves.

    Raises
    ------
    EditError
        When one side would have no note, or the new id is taken.
    """
    part = find_part(project, part_id)
    left = tuple(note for note in part.notes if note.start_ticks < tick)
    right = tuple(note for note in part.notes if note.start_ticks >= tick)
    if not left or not right:
        raise EditError(
            f"The part '{part.name or part_id}' has no notes on one side of tick {tick}: choose a "
            "place between notes.",
            code="bad-split",
            part_id=part_id,
        )
    check_new_id(project, new_id)
    # A note that sounds on beyond the cut keeps its curves, up to the first note of the right.
    border = max(tick, max(note.end_ticks for note in left))
    border = min(border, min(note.start_ticks for note in right))
    first = without_strays(
        replace(part, notes=left, curves=_curves_of(part, -LAST_TICKS, border, origin=0))
    )
    second = without_strays(
        replace(
            part,
            id=new_id,
            start_ticks=part.start_ticks + tick,
            notes=tuple(replace(note, start_ticks=note.start_ticks - tick) for note in right),
            curves=_curves_of(part, border, LAST_TICKS, origin=tick),
        )
    )

    def change(track: Track) -> Track:
        return _with_parts(track, (*(p for p in track.parts if p is not part), first, second))

    return make_edit(
        "split part", project, _on_its_track(project, part, change), Focus(part_id=part_id)
    )


def duplicate_part(
    project: Project,
    part_id: str,
    *,
    start_ticks: int,
    new_id: str,
    new_note_id: Callable[[], NoteId],
    track_id: str | None = None,
) -> Edit:
    """Copy a part with its edits; its notes get ids of their own and are sung anew.

    Raises
    ------
    EditError
        When the new id is taken, or notes get the same one.
    """
    check_new_id(project, new_id)
    part = find_part(project, part_id)
    copy = replace(_copied(part, new_id, new_note_id), start_ticks=max(0, start_ticks))
    (home,) = [t.id for t in project.tracks if any(p is part for p in t.parts)]
    after = with_track(project, track_id or home, lambda t: _with_parts(t, (*t.parts, copy)))
    return make_edit("copy part", project, after, Focus(part_id=new_id))


def join_parts(project: Project, first_id: str, second_id: str) -> Edit:
    """Make two parts of one track one.

    Raises
    ------
    EditError
        When they stand on different tracks or share a note's id.
    """
    first, second = find_part(project, first_id), find_part(project, second_id)
    home = next(t for t in project.tracks if any(p is first for p in t.parts))
    if first is second or not any(p is second for p in home.parts):
        raise EditError(
            "Only two parts of one track can be joined: move one to the other's track first.",
            code="bad-join",
        )
    if {n.id for n in first.notes} & {n.id for n in second.notes}:
        raise EditError(
            "The parts have notes of the same id and cannot be joined: copy one of them and join "
            "the copy.",
            code="taken-id",
        )
    if second.start_ticks < first.start_ticks:
        first, second = second, first
    shift = second.start_ticks - first.start_ticks
    notes = (
        *first.notes,
        *(replace(note, start_ticks=note.start_ticks + shift) for note in second.notes),
    )
    joined = replace(
        first,
        notes=tuple(sorted(notes, key=lambda note: (note.start_ticks, note.end_ticks))),
        curves=_joined_curves(first, second, shift),
        generated=MappingProxyType({**first.generated, **second.generated}),
        generated_timing=MappingProxyType({**first.generated_timing, **second.generated_timing}),
        takes=MappingProxyType({**first.takes, **second.takes}),
        retakes=MappingProxyType({**first.retakes, **second.retakes}),
    )

    def change(track: Track) -> Track:
        rest = (p for p in track.parts if p is not first and p is not second)
        return _with_parts(track, (*rest, joined))

    after = with_track(project, home.id, change)
    return make_edit("join parts", project, after, Focus(part_id=joined.id))


# ------------------------------------------------------------------------------------- helpers


def _copied(part: Part, new_id: str, new_note_id: Callable[[], NoteId]) -> Part:
    """A part with ids of its own and nothing that was sung."""
    copy = replace(
        part,
        id=new_id,
        notes=tuple(replace(note, id=new_note_id()) for note in part.notes),
        generated=_NOTHING,
        generated_timing=_NOTHING,
        takes=_NOTHING,
        retakes=_NOTHING,
    )
    if len({note.id for note in copy.notes}) < len(copy.notes):
        raise EditError(
            f"The notes of the copy of '{part.name or part.id}' would share ids: make new ones.",
            code="taken-id",
            part_id=part.id,
        )
    return copy


def _with_parts(track: Track, parts: Sequence[Part]) -> Track:
    return replace(track, parts=tuple(sorted(parts, key=lambda part: part.start_ticks)))


def _on_its_track(project: Project, part: Part, change: Callable[[Track], Track]) -> Project:
    (home,) = [t for t in project.tracks if any(p is part for p in t.parts)]
    return with_track(project, home.id, change)


def _check_sound(faults: Iterable[Fault]) -> None:
    """Refuse what cannot be; notes that overlap may, they are marked and can be mended."""
    for fault in faults:
        if fault.code != "overlapping-note":
            raise EditError(fault.sentence, code=fault.code)


def _curves_of(
    part: Part, first: int, end: int, *, origin: int
) -> MappingProxyType[Parameter, CurveLayers]:
    """A part's curves from ``first`` to before ``end``, counted from ``origin``."""
    found = {}
    for name, layers in part.curves.items():
        locks = clipped_ranges(layers.locked_ticks, first, end)
        cut = CurveLayers(
            drawn=moved(within(layers.drawn, first, end - 1), -origin),
            offset=moved(within(layers.offset, first, end - 1), -origin),
            locked_ticks=tuple((a - origin, b - origin) for a, b in locks),
            reference=moved(within(layers.reference, first, end - 1), -origin),
        )
        if cut != _EMPTY:
            found[name] = cut
    return MappingProxyType(found)


def _joined_curves(
    first: Part, second: Part, shift: int
) -> MappingProxyType[Parameter, CurveLayers]:
    found = {}
    for name in first.curves.keys() | second.curves.keys():
        a, b = first.curves.get(name, _EMPTY), second.curves.get(name, _EMPTY)
        locks = ((begin + shift, end + shift) for begin, end in b.locked_ticks)
        found[name] = CurveLayers(
            drawn=ordered((*a.drawn, *moved(b.drawn, shift))),
            offset=ordered((*a.offset, *moved(b.offset, shift))),
            locked_ticks=joined_ranges((*a.locked_ticks, *locks)),
            reference=ordered((*a.reference, *moved(b.reference, shift))),
        )
    return MappingProxyType(found)
