"""Tracks and parts: add, remove, order, name, split, join, and the mixer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import isfinite
from types import MappingProxyType

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.lookup import find_part, find_track, with_part, with_track
from editor.model.project import Part, Project, Track
from editor.model.segments import clipped_ranges, joined_ranges, moved, ordered, within
from engine.types import ColourWeight, CurveLayers, Parameter

_EMPTY = CurveLayers()


def add_track(project: Project, track: Track, *, index: int | None = None) -> Edit:
    """Put a track into the list.

    Raises
    ------
    EditError
        When its id, or that of one of its parts, is taken.
    """
    taken = {t.id for t in project.tracks} | {p.id for t in project.tracks for p in t.parts}
    own = [track.id, *(part.id for part in track.parts)]
    if taken & set(own) or len(own) != len(set(own)):
        raise EditError(
            f"The song already has a track or part called '{track.id}': give it another id.",
            code="taken-id",
        )
    place = len(project.tracks) if index is None else index
    tracks = (*project.tracks[:place], track, *project.tracks[place:])
    return make_edit("add track", project, replace(project, tracks=tracks))


def remove_track(project: Project, track_id: str) -> Edit:
    """Take a track away with all its parts."""
    gone = find_track(project, track_id)
    tracks = tuple(track for track in project.tracks if track is not gone)
    return make_edit("remove track", project, replace(project, tracks=tracks))


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
    """Let another voice sing, with its own colours."""

    def change(track: Track) -> Track:
        return replace(track, voice_id=voice_id, colours=tuple(colours))

    return make_edit("choose voice", project, with_track(project, track_id, change))


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
        When its id is taken.
    """
    if any(other.id == part.id for track in project.tracks for other in track.parts):
        raise EditError(
            f"The song already has a part called '{part.id}': give it another id.", code="taken-id"
        )
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
    """Cut a part in two at a tick of its own; a note goes where it begins.

    Raises
    ------
    EditError
        When one side would have no note.
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
    ids = frozenset(note.id for note in right)
    first = replace(
        _with_made(part, lambda note_id: note_id not in ids),
        notes=left,
        curves=_curves_of(part, 0, tick - 1),
    )
    second = replace(
        _with_made(part, lambda note_id: note_id in ids),
        id=new_id,
        start_ticks=part.start_ticks + tick,
        notes=tuple(replace(note, start_ticks=note.start_ticks - tick) for note in right),
        curves=_curves_of(part, tick, 1 << 40),
    )

    def change(track: Track) -> Track:
        return _with_parts(track, (*(p for p in track.parts if p is not part), first, second))

    return make_edit(
        "split part", project, _on_its_track(project, part, change), Focus(part_id=part_id)
    )


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
            "The parts have notes of the same id and cannot be joined: copy one of them first.",
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
    )

    def change(track: Track) -> Track:
        rest = (p for p in track.parts if p is not first and p is not second)
        return _with_parts(track, (*rest, joined))

    after = with_track(project, home.id, change)
    return make_edit("join parts", project, after, Focus(part_id=joined.id))


# ------------------------------------------------------------------------------------- helpers


def _with_parts(track: Track, parts: Sequence[Part]) -> Track:
    return replace(track, parts=tuple(sorted(parts, key=lambda part: part.start_ticks)))


def _on_its_track(project: Project, part: Part, change: Callable[[Track], Track]) -> Project:
    (home,) = [t for t in project.tracks if any(p is part for p in t.parts)]
    return with_track(project, home.id, change)


def _curves_of(part: Part, first: int, last: int) -> MappingProxyType[Parameter, CurveLayers]:
    """A part's curves from ``first`` to ``last``, counted from ``first``."""
    found = {}
    for name, layers in part.curves.items():
        locks = clipped_ranges(layers.locked_ticks, first, last)
        found[name] = CurveLayers(
            drawn=moved(within(layers.drawn, first, last), -first),
            offset=moved(within(layers.offset, first, last), -first),
            locked_ticks=tuple((a - first, b - first) for a, b in locks),
        )
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
        )
    return MappingProxyType(found)


def _with_made(part: Part, is_own: Callable[[str], bool]) -> Part:
    """A part with what was generated for its own notes only."""

    def mine(key: str) -> bool:
        return is_own(key.split(".")[0])

    return replace(
        part,
        generated=MappingProxyType({k: v for k, v in part.generated.items() if mine(k)}),
        generated_timing=MappingProxyType(
            {k: v for k, v in part.generated_timing.items() if mine(k)}
        ),
        takes=MappingProxyType({k: v for k, v in part.takes.items() if mine(k[0])}),
    )
