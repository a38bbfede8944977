"""Notes: draw, remove, move, resize, split, merge, copy, quantise, transpose, mend overlaps.

Notes that move or are copied take their curve edits with them (design section 3): the stretch of
drawn and offset curves and locks under each run of touching notes, drawn pitch raised with the key.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.check import note_faults
from editor.model.lookup import find_notes, find_part, with_part, without_strays
from editor.model.project import Note, Part, Project
from editor.model.segments import (
    clipped_ranges,
    cut_ranges,
    joined_ranges,
    moved,
    replaced,
    within,
    without,
)
from engine.types import CurveLayers, NoteId, Parameter

MIN_LENGTH_TICKS = 15  # a 1/128 note
NewId = Callable[[], NoteId]


def add_notes(project: Project, part_id: str, notes: Sequence[Note]) -> Edit:
    """Draw notes.

    Raises
    ------
    EditError
        When an id is taken or a note cannot exist.
    """
    part = find_part(project, part_id)
    for note in notes:
        _check(note)
    _check_new_ids(part, notes)
    if not notes:
        return make_edit("draw notes", project, project)
    after = with_part(project, part_id, lambda p: _with_notes(p, (*p.notes, *notes)))
    return make_edit("draw notes", project, after, _focus(part_id, notes))


def remove_notes(project: Project, part_id: str, note_ids: Collection[NoteId]) -> Edit:
    """Take notes away; their curve edits go with them."""
    part = find_part(project, part_id)
    gone = find_notes(part, note_ids)
    curves = part.curves
    for first, last in _runs(gone):
        curves = _cut(curves, first, last)
    wanted = set(note_ids)
    kept = tuple(note for note in part.notes if note.id not in wanted)
    after = with_part(
        project, part_id, lambda p: without_strays(replace(p, notes=kept, curves=curves))
    )
    return make_edit("remove notes", project, after, _focus(part_id, gone))


def move_notes(
    project: Project,
    part_id: str,
    note_ids: Collection[NoteId],
    *,
    ticks: int = 0,
    semitones: int = 0,
) -> Edit:
    """Move notes in time and pitch with their edits; at the borders they stop together."""
    part = find_part(project, part_id)
    chosen = find_notes(part, note_ids)
    if not chosen:
        return make_edit("move notes", project, project)
    ticks = max(ticks, -min(note.start_ticks for note in chosen))
    keys = [note.key_midi for note in chosen]
    semitones = max(-min(keys), min(127 - max(keys), semitones))
    if not ticks and not semitones:
        return make_edit("move notes", project, project)
    wanted = set(note_ids)
    notes = tuple(
        replace(note, start_ticks=note.start_ticks + ticks, key_midi=note.key_midi + semitones)
        if note.id in wanted
        else note
        for note in part.notes
    )
    runs = _runs(chosen)
    spans = [(first, last, ticks) for first, last in runs]
    curves = _moved_curves(part.curves, spans, semitones, cut=runs)
    after = with_part(project, part_id, lambda p: replace(_with_notes(p, notes), curves=curves))
    return make_edit("move notes", project, after, _focus(part_id, find_notes(part, note_ids)))


def transpose(project: Project, part_id: str, note_ids: Collection[NoteId], semitones: int) -> Edit:
    """Raise or lower notes with their drawn pitch."""
    return replace(
        move_notes(project, part_id, note_ids, semitones=semitones), name="transpose notes"
    )


def duplicate_notes(
    project: Project,
    part_id: str,
    note_ids: Collection[NoteId],
    *,
    ticks: int,
    semitones: int = 0,
    new_id: NewId,
) -> Edit:
    """Copy notes with their edits to another place."""
    part = find_part(project, part_id)
    chosen = find_notes(part, note_ids)
    copies = tuple(
        replace(
            note,
            id=new_id(),
            start_ticks=note.start_ticks + ticks,
            key_midi=note.key_midi + semitones,
        )
        for note in chosen
    )
    for copy in copies:
        _check(copy)
    _check_new_ids(part, copies)
    spans = [(first, last, ticks) for first, last in _runs(chosen)]
    curves = _moved_curves(part.curves, spans, semitones)
    after = with_part(
        project, part_id, lambda p: replace(_with_notes(p, (*p.notes, *copies)), curves=curves)
    )
    return make_edit("copy notes", project, after, _focus(part_id, copies))


def resize_note(
    project: Project,
    part_id: str,
    note_id: NoteId,
    *,
    start_ticks: int | None = None,
    end_ticks: int | None = None,
) -> Edit:
    """Drag one or both ends of a note; it stays at least a 1/128 long."""
    part = find_part(project, part_id)
    (note,) = find_notes(part, [note_id])
    start = note.start_ticks if start_ticks is None else max(0, start_ticks)
    end = note.end_ticks if end_ticks is None else end_ticks
    if end_ticks is None:
        start = min(start, end - MIN_LENGTH_TICKS)
    else:
        end = max(end, start + MIN_LENGTH_TICKS)
    new = replace(note, start_ticks=start, length_ticks=end - start)
    _check(new)
    return make_edit(
        "resize note",
        project,
        _exchanged(project, part_id, {note_id: (new,)}),
        _focus(part_id, [new]),
    )


def split_note(
    project: Project, part_id: str, note_id: NoteId, tick: int, *, new_id: NewId, lyric: str = "+"
) -> Edit:
    """Cut a note in two; the second continues its word unless it gets a lyric of its own.

    Raises
    ------
    EditError
        When the place is not inside the note.
    """
    part = find_part(project, part_id)
    (note,) = find_notes(part, [note_id])
    if not note.start_ticks + MIN_LENGTH_TICKS <= tick <= note.end_ticks - MIN_LENGTH_TICKS:
        raise EditError(
            f"The note '{note.lyric}' cannot be split at tick {tick}: choose a place inside it.",
            code="bad-split",
            note_id=note_id,
        )
    first = replace(note, length_ticks=tick - note.start_ticks, vibrato=None)
    second = replace(
        note,
        id=new_id(),
        start_ticks=tick,
        length_ticks=note.end_ticks - tick,
        lyric=lyric,
        hint=(),
        overrides=(),
        pitch_points=(),
    )
    _check_new_ids(part, [second])
    after = _exchanged(project, part_id, {note_id: (first, second)})
    return make_edit("split note", project, after, _focus(part_id, [first, second]))


def merge_notes(project: Project, part_id: str, note_ids: Collection[NoteId]) -> Edit:
    """One note from the first to the end of the last; key, lyric and edits are the first's.

    Raises
    ------
    EditError
        When a note that was not chosen stands among them.
    """
    part = find_part(project, part_id)
    chosen = sorted(find_notes(part, note_ids), key=lambda note: note.start_ticks)
    if len(chosen) < 2:
        return make_edit("merge notes", project, project)
    first, end = chosen[0], max(note.end_ticks for note in chosen)
    wanted = set(note_ids)
    for note in part.notes:
        if note.id not in wanted and note.start_ticks < end and note.end_ticks > first.start_ticks:
            raise EditError(
                f"The note '{note.lyric}' at tick {note.start_ticks} stands among those to be "
                "merged: choose it too, or merge fewer.",
                code="bad-merge",
                note_id=note.id,
            )
    merged = replace(first, length_ticks=end - first.start_ticks, vibrato=chosen[-1].vibrato)
    gone: dict[NoteId, tuple[Note, ...]] = {note.id: () for note in chosen[1:]}
    after = _exchanged(project, part_id, {first.id: (merged,), **gone})
    return make_edit("merge notes", project, after, _focus(part_id, [merged]))


def quantise(
    project: Project,
    part_id: str,
    note_ids: Collection[NoteId],
    grid_ticks: int,
    *,
    lengths: bool = True,
    strength: float = 1.0,
) -> Edit:
    """Put starts, and ends where wanted, on the next line of a grid counted from the song's start.

    With a ``strength`` below 1 they go that share of the way. Curve edits go with each note's
    start.

    Raises
    ------
    EditError
        For a grid of no width.
    """
    if grid_ticks < 1:
        raise EditError("The grid has no width: choose 1/128 or wider.", code="bad-grid")
    part = find_part(project, part_id)
    origin = part.start_ticks

    def snapped(tick: int) -> int:
        line = (tick + origin + grid_ticks // 2) // grid_ticks * grid_ticks - origin
        return tick + round((line - tick) * strength)

    changed: dict[NoteId, tuple[Note, ...]] = {}
    spans, cut = [], []
    for note in find_notes(part, note_ids):
        start = snapped(note.start_ticks)
        if start < 0:  # the grid's line lies before the part
            start = start + grid_ticks if strength == 1.0 else 0
        end = snapped(note.end_ticks) if lengths else start + note.length_ticks
        shortest = grid_ticks if strength == 1.0 else MIN_LENGTH_TICKS
        end = max(end, start + shortest) if lengths else end
        changed[note.id] = (replace(note, start_ticks=start, length_ticks=end - start),)
        shift = start - note.start_ticks
        if shift:
            # What would reach beyond the note's new end is left behind: another note may be there.
            cut.append((note.start_ticks, note.end_ticks))
            spans.append((note.start_ticks, min(note.end_ticks, end - shift), shift))
    curves = _moved_curves(part.curves, spans, 0, cut=cut)
    after = with_part(
        _exchanged(project, part_id, changed),
        part_id,
        lambda p: p if curves is p.curves else replace(p, curves=curves),
    )
    return make_edit("quantise", project, after, _focus(part_id, find_notes(part, note_ids)))


def fix_overlaps(project: Project, part_id: str, note_ids: Collection[NoteId] = ()) -> Edit:
    """Shorten notes that reach into the next one; of two at one place the longer gives way.

    Without ids, all notes of the part.
    """
    part = find_part(project, part_id)
    chosen = find_notes(part, note_ids) if note_ids else part.notes
    kept: list[Note] = []
    changed: dict[NoteId, tuple[Note, ...]] = {}
    for note in sorted(chosen, key=lambda n: (n.start_ticks, -n.length_ticks)):
        while kept and kept[-1].end_ticks > note.start_ticks:
            length = note.start_ticks - kept[-1].start_ticks
            old = kept.pop()
            if length >= MIN_LENGTH_TICKS:
                kept.append(replace(old, length_ticks=length))
                changed[old.id] = (kept[-1],)
            else:
                changed[old.id] = ()
        kept.append(note)
    after = _exchanged(project, part_id, changed)
    return make_edit("fix overlaps", project, after, _focus(part_id, kept))


def legato(
    project: Project, part_id: str, note_ids: Collection[NoteId], *, longest_gap_ticks: int = 480
) -> Edit:
    """Let each note last to the part's next one where the gap is short; overlaps end there too."""
    part = find_part(project, part_id)
    chosen = find_notes(part, note_ids)
    wanted = {note.id for note in chosen}
    changed: dict[NoteId, tuple[Note, ...]] = {}
    for note, following in pairwise(sorted(part.notes, key=lambda n: n.start_ticks)):
        length = following.start_ticks - note.start_ticks
        gap = following.start_ticks - note.end_ticks
        if note.id in wanted and gap <= longest_gap_ticks and length >= MIN_LENGTH_TICKS:
            changed[note.id] = (replace(note, length_ticks=length),)
    after = _exchanged(project, part_id, changed)
    return make_edit("legato", project, after, _focus(part_id, chosen))


# ------------------------------------------------------------------------------------- helpers


def _check(note: Note) -> None:
    for fault in note_faults(note):
        raise EditError(fault.sentence, code=fault.code, note_id=note.id)


def _check_new_ids(part: Part, notes: Sequence[Note]) -> None:
    taken = {note.id for note in part.notes}
    for note in notes:
        if not note.id or note.id in taken:
            raise EditError(
                f"The part '{part.name or part.id}' already has a note '{note.id}': give the new "
                "one an id of its own.",
                code="taken-id",
                note_id=note.id,
            )
        taken.add(note.id)


def _with_notes(part: Part, notes: Iterable[Note]) -> Part:
    ordered = tuple(sorted(notes, key=lambda note: (note.start_ticks, note.end_ticks)))
    return replace(part, notes=ordered)


def _exchanged(project: Project, part_id: str, changed: dict[NoteId, tuple[Note, ...]]) -> Project:
    """The song with some notes replaced by others, or by none."""

    def change(part: Part) -> Part:
        notes = [new for note in part.notes for new in changed.get(note.id, (note,))]
        return part if notes == list(part.notes) else without_strays(_with_notes(part, notes))

    return with_part(project, part_id, change)


def _focus(part_id: str, notes: Iterable[Note]) -> Focus:
    found = tuple(notes)
    if not found:
        return Focus(part_id=part_id)
    span = min(n.start_ticks for n in found), max(n.end_ticks for n in found)
    return Focus(part_id=part_id, note_ids=frozenset(n.id for n in found), ticks=span)


def _runs(notes: Iterable[Note]) -> tuple[tuple[int, int], ...]:
    """Stretches of touching notes."""
    return joined_ranges((note.start_ticks, note.end_ticks) for note in notes)


Curves = Mapping[Parameter, CurveLayers]


def _cut(curves: Curves, first: int, last: int) -> Curves:
    cut = {}
    for name, layers in curves.items():
        cut[name] = CurveLayers(
            drawn=without(layers.drawn, first, last - 1),
            offset=without(layers.offset, first, last - 1),
            locked_ticks=cut_ranges(layers.locked_ticks, first, last),
            reference=without(layers.reference, first, last - 1),
        )
    return MappingProxyType(cut)


def _moved_curves(
    curves: Curves,
    spans: Sequence[tuple[int, int, int]],
    semitones: int,
    *,
    cut: Sequence[tuple[int, int]] = (),
) -> Curves:
    """Curves with stretches (first, end, how far) copied; those to be ``cut`` are emptied first."""
    changed = dict(curves)
    for name, layers in curves.items():
        raised = float(semitones) if name is Parameter.PITCH else 0.0
        if not raised and not any(ticks for _, _, ticks in spans):
            continue
        drawn, offset, locks = layers.drawn, layers.offset, layers.locked_ticks
        reference = layers.reference
        for first, last in cut:
            drawn = without(drawn, first, last - 1)
            offset = without(offset, first, last - 1)
            locks = cut_ranges(locks, first, last)
            reference = without(reference, first, last - 1)
        for first, last, ticks in spans:
            there = first + ticks, last + ticks - 1
            part = moved(within(layers.drawn, first, last - 1), ticks, raised)
            drawn = replaced(drawn, part, *there)
            part = moved(within(layers.offset, first, last - 1), ticks)
            offset = replaced(offset, part, *there)
            # The prediction goes along with its notes.
            part = moved(within(layers.reference, first, last - 1), ticks, raised)
            reference = replaced(reference, part, *there)
            locked = clipped_ranges(layers.locked_ticks, first, last)
            kept_locks = cut_ranges(locks, first + ticks, last + ticks)
            locks = joined_ranges((*kept_locks, *((a + ticks, b + ticks) for a, b in locked)))
        changed[name] = CurveLayers(
            drawn=drawn, offset=offset, locked_ticks=locks, reference=reference
        )
    return curves if changed == dict(curves) else MappingProxyType(changed)
