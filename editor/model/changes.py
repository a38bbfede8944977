"""What differs between two songs: enough for an engine or a view to do only what is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from editor.model.project import Note, Part, PhraseTakes, Project, Take, Track
from editor.model.segments import cut_ranges, joined_ranges
from engine.types import CurveLayers, CurveSegment, NoteId, Parameter, PhraseId, RangeTake, Stage

Ranges = tuple[tuple[int, int], ...]
_NOTHING: Mapping[Parameter, Ranges] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """What changed in a part; ticks count from the part's start.

    ``is_placed``: the part came, went or stands elsewhere. ``curves``: ranges from the first to the
    last tick at which a layer or a lock of the parameter differs.
    """

    note_ids: frozenset[NoteId] = frozenset()
    note_ticks: Ranges = ()  # stretches of the notes that differ, before and after
    curves: Mapping[Parameter, Ranges] = field(default_factory=lambda: _NOTHING)
    takes: frozenset[tuple[PhraseId, Stage]] = frozenset()
    retakes: frozenset[PhraseId] = frozenset()  # phrases with stretches drawn anew
    is_listed: bool = False  # which takes are kept, or their names
    is_placed: bool = False
    is_renamed: bool = False
    is_generated: bool = False

    def __or__(self, other: PartChange) -> PartChange:
        """Both changes together."""
        names = self.curves.keys() | other.curves.keys()
        return PartChange(
            note_ids=self.note_ids | other.note_ids,
            note_ticks=joined_ranges((*self.note_ticks, *other.note_ticks)),
            curves=MappingProxyType(
                {
                    name: joined_ranges((*self.curves.get(name, ()), *other.curves.get(name, ())))
                    for name in names
                }
            ),
            takes=self.takes | other.takes,
            retakes=self.retakes | other.retakes,
            is_listed=self.is_listed or other.is_listed,
            is_placed=self.is_placed or other.is_placed,
            is_renamed=self.is_renamed or other.is_renamed,
            is_generated=self.is_generated or other.is_generated,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """What differs between two songs. It has no direction: an undo changes the same places."""

    parts: Mapping[str, PartChange] = field(default_factory=lambda: MappingProxyType({}))
    track_ids: frozenset[str] = frozenset()  # name, voice, colours, fader, or which parts it has
    is_tempo: bool = False  # tempo map or time signatures
    is_project: bool = False  # name, seed, order of tracks

    def __bool__(self) -> bool:
        return bool(self.parts or self.track_ids or self.is_tempo or self.is_project)

    @property
    def is_generated_only(self) -> bool:
        """Whether nothing differs but what the engine predicted."""
        made = PartChange(is_generated=True)
        return not (self.track_ids or self.is_tempo or self.is_project) and all(
            change == made for change in self.parts.values()
        )

    def __or__(self, other: ChangeSet) -> ChangeSet:
        """Both changes together, as when two edits follow each other.

        Places that the second put back are still named: refreshing them is harmless.
        """
        parts = dict(self.parts)
        for part_id, change in other.parts.items():
            parts[part_id] = parts[part_id] | change if part_id in parts else change
        return ChangeSet(
            parts=MappingProxyType(parts),
            track_ids=self.track_ids | other.track_ids,
            is_tempo=self.is_tempo or other.is_tempo,
            is_project=self.is_project or other.is_project,
        )


def changes_between(before: Project, after: Project) -> ChangeSet:
    """Compare two songs; what they share by identity costs nothing."""
    if before is after:
        return ChangeSet()
    tracks_before = {track.id: track for track in before.tracks}
    tracks_after = {track.id: track for track in after.tracks}
    track_ids = frozenset(
        key
        for key in tracks_before.keys() | tracks_after.keys()
        if _track_differs(tracks_before.get(key), tracks_after.get(key))
    )
    parts_before = {part.id: part for track in before.tracks for part in track.parts}
    parts_after = {part.id: part for track in after.tracks for part in track.parts}
    parts = {}
    for key in parts_before.keys() | parts_after.keys():
        change = _part_change(parts_before.get(key), parts_after.get(key))
        if change is not None:
            parts[key] = change
    return ChangeSet(
        parts=MappingProxyType(parts),
        track_ids=track_ids,
        is_tempo=(before.tempos, before.time_signatures) != (after.tempos, after.time_signatures),
        is_project=_project_head(before) != _project_head(after),
    )


def _project_head(project: Project) -> tuple[object, ...]:
    order = tuple(track.id for track in project.tracks)
    return (project.name, project.seed, order, dict(project.extra))


def _track_differs(before: Track | None, after: Track | None) -> bool:
    if before is after:
        return False
    if before is None or after is None:
        return True
    plain = [f.name for f in fields(Track) if f.name not in ("parts", "colours", "extra")]
    if any(getattr(before, name) != getattr(after, name) for name in plain):
        return True
    if [p.id for p in before.parts] != [p.id for p in after.parts]:
        return True
    if dict(before.extra) != dict(after.extra):
        return True
    mixes = [
        [(c.colour, c.weight, _points(c.curve)) for c in track.colours] for track in (before, after)
    ]
    return mixes[0] != mixes[1]


def _points(segments: Sequence[CurveSegment]) -> list[tuple[bytes, bytes]]:
    return [(segment.ticks.tobytes(), segment.values.tobytes()) for segment in segments]


def _part_change(before: Part | None, after: Part | None) -> PartChange | None:
    if before is after:
        return None
    if before is None or after is None:
        (there,) = [part for part in (before, after) if part is not None]
        ids = frozenset(note.id for note in there.notes)
        return PartChange(note_ids=ids, note_ticks=_ticks_of(there.notes), is_placed=True)
    changed = _changed_notes(before, after)
    change = PartChange(
        note_ids=frozenset(note.id for note in changed),
        note_ticks=_ticks_of(changed),
        curves=_changed_curves(before.curves, after.curves),
        takes=frozenset(
            key
            for key in before.takes.keys() | after.takes.keys()
            if before.takes.get(key) != after.takes.get(key)
        ),
        retakes=frozenset(
            key
            for key in before.retakes.keys() | after.retakes.keys()
            if _ranges_of(before, key) != _ranges_of(after, key)
        ),
        is_listed=_kept_of(before) != _kept_of(after),
        is_placed=before.start_ticks != after.start_ticks,
        is_renamed=(before.name, dict(before.extra)) != (after.name, dict(after.extra)),
        is_generated=_differ(before.generated, after.generated)
        or _differ(before.generated_timing, after.generated_timing),
    )
    return None if change == PartChange() else change


def _ranges_of(part: Part, phrase_id: PhraseId) -> tuple[RangeTake, ...]:
    return part.retakes.get(phrase_id, PhraseTakes()).ranges


def _kept_of(part: Part) -> dict[PhraseId, tuple[Take, ...]]:
    return {key: takes.kept for key, takes in part.retakes.items() if takes.kept}


def _differ(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> bool:
    return before is not after and dict(before) != dict(after)


def _changed_notes(before: Part, after: Part) -> list[Note]:
    """Notes that came, went or differ, in both shapes."""
    if before.notes is after.notes:
        return []
    old = {note.id: note for note in before.notes}
    new = {note.id: note for note in after.notes}
    changed: list[Note] = []
    for key in old.keys() | new.keys():
        pair = old.get(key), new.get(key)
        if pair[0] is not pair[1] and pair[0] != pair[1]:
            changed += [note for note in pair if note is not None]
    return changed


def _ticks_of(notes: Sequence[Note]) -> Ranges:
    return joined_ranges((note.start_ticks, note.end_ticks) for note in notes)


def _changed_curves(
    before: Mapping[Parameter, CurveLayers], after: Mapping[Parameter, CurveLayers]
) -> Mapping[Parameter, Ranges]:
    if before is after:
        return _NOTHING
    found: dict[Parameter, Ranges] = {}
    empty = CurveLayers()
    for name in before.keys() | after.keys():
        old, new = before.get(name, empty), after.get(name, empty)
        if old is new:
            continue
        ranges = [
            *_segment_ranges(old.drawn, new.drawn),
            *_segment_ranges(old.offset, new.offset),
            *_segment_ranges(old.reference, new.reference),
            *_only_in(old.locked_ticks, new.locked_ticks),
            *_only_in(new.locked_ticks, old.locked_ticks),
        ]
        if ranges:
            found[name] = joined_ranges(ranges)
    return MappingProxyType(found)


def _only_in(locks: Ranges, others: Ranges) -> list[tuple[int, int]]:
    """Ticks, first and last, that one row of locks holds and the other does not."""
    if locks == others:
        return []
    for first, end in others:
        locks = cut_ranges(locks, first, end)
    return [(first, end - 1) for first, end in locks]


def _segment_ranges(
    before: Sequence[CurveSegment], after: Sequence[CurveSegment]
) -> list[tuple[int, int]]:
    """Stretches in which two curves differ, looked for only where they do not share segments."""
    shared = {id(segment) for segment in before} & {id(segment) for segment in after}
    alone = [s for s in (*before, *after) if id(s) not in shared and len(s.ticks)]
    stretches = joined_ranges((int(s.ticks[0]), int(s.ticks[-1])) for s in alone)
    return [found for stretch in stretches for found in _differing_ranges(before, after, *stretch)]


def _differing_ranges(
    before: Sequence[CurveSegment], after: Sequence[CurveSegment], first: int, last: int
) -> list[tuple[int, int]]:
    """Where two curves differ from tick ``first`` to ``last``.

    Both are straight between the places looked at, so that they are equal between two places at
    which they are equal, and differ next to one at which they do.
    """
    met = [
        segment
        for segment in (*before, *after)
        if len(segment.ticks) and segment.ticks[0] <= last and segment.ticks[-1] >= first
    ]
    # The ticks beside a segment's ends: nothing is there, however far the next point is.
    borders = [np.array([first, last])]
    borders += [np.array([s.ticks[0] - 1, s.ticks[-1] + 1]) for s in met]
    places = np.sort(np.concatenate([*borders, *(s.ticks for s in met)]), kind="stable")
    # Not np.unique: it hashes, and so takes many times as long on rows that are all but sorted.
    is_new = np.append(True, places[1:] != places[:-1])
    places = places[is_new & (places >= first) & (places <= last)]
    old, new = (_values_at(segments, places) for segments in (before, after))
    differs = (old != new) & ~(np.isnan(old) & np.isnan(new))
    edges = np.flatnonzero(np.diff(np.concatenate([[False], differs, [False]]).astype(np.int8)))
    ranges = []
    for begin, end in edges.reshape(-1, 2):
        low = places[begin - 1] + 1 if begin else first
        high = places[end] - 1 if end < len(places) else last
        ranges.append((int(low), int(high)))
    return ranges


def _values_at(
    segments: Sequence[CurveSegment], ticks: npt.NDArray[np.int64]
) -> npt.NDArray[np.float32]:
    """Values at some ticks, NaN where nothing is; a later segment covers an earlier one."""
    values = np.full(len(ticks), np.nan, dtype=np.float32)
    for segment in segments:
        if len(segment.ticks):
            low, high = np.searchsorted(ticks, (segment.ticks[0], segment.ticks[-1] + 1))
            values[low:high] = np.interp(ticks[low:high], segment.ticks, segment.values)
    return values
