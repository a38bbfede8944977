"""Phonemes of a note: another symbol, another place, back to what is predicted."""

from __future__ import annotations

from dataclasses import replace

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.lookup import find_notes, find_part, with_part
from editor.model.project import Part, Project
from engine.types import NoteId, PhonemeOverride


def set_symbol(project: Project, part_id: str, note_id: NoteId, index: int, symbol: str) -> Edit:
    """Sing another phoneme in this place.

    Raises
    ------
    EditError
        For an empty symbol or one with spaces.
    """
    if not symbol or symbol.split() != [symbol]:
        raise EditError(
            f"'{symbol}' is no single phoneme: type one of the voice's own.", code="bad-phoneme"
        )
    return _overridden(project, part_id, note_id, index, "change phoneme", symbol=symbol)


def move_boundary(
    project: Project, part_id: str, note_id: NoteId, index: int, offset_ticks: int
) -> Edit:
    """Start a phoneme earlier or later than predicted."""
    return _overridden(
        project, part_id, note_id, index, "move phoneme", offset_ticks=offset_ticks or None
    )


def place_boundary(
    project: Project, part_id: str, note_id: NoteId, index: int, place_ticks: int | None
) -> Edit:
    """Fix a phoneme's start, counted from its note's start; None lets it go."""
    return _overridden(project, part_id, note_id, index, "place phoneme", place_ticks=place_ticks)


def reset(project: Project, part_id: str, note_id: NoteId, index: int | None = None) -> Edit:
    """Go back to what is predicted, for one phoneme or all of the note."""

    def change(part: Part) -> Part:
        find_notes(part, [note_id])
        notes = []
        for note in part.notes:
            if note.id == note_id:
                kept = () if index is None else note.overrides
                note = replace(note, overrides=tuple(o for o in kept if o.index != index))
            notes.append(note)
        return replace(part, notes=tuple(notes))

    return make_edit(
        "reset phonemes",
        project,
        with_part(project, part_id, change),
        Focus(part_id=part_id, note_ids=frozenset([note_id])),
    )


def _overridden(
    project: Project, part_id: str, note_id: NoteId, index: int, name: str, **changes: object
) -> Edit:
    if index < 0:
        raise EditError("A note has no phoneme before its first: choose one.", code="bad-phoneme")
    (note,) = find_notes(find_part(project, part_id), [note_id])
    old = next((o for o in note.overrides if o.index == index), PhonemeOverride(index=index))
    new = replace(old, **changes)  # type: ignore[arg-type]
    rest = [o for o in note.overrides if o.index != index]
    if new != PhonemeOverride(index=index):
        rest.append(new)
    changed = replace(note, overrides=tuple(sorted(rest, key=lambda o: o.index)))

    def change(part: Part) -> Part:
        notes = tuple(changed if n.id == note_id else n for n in part.notes)
        return replace(part, notes=notes)

    focus = Focus(part_id=part_id, note_ids=frozenset([note_id]))
    return make_edit(name, project, with_part(project, part_id, change), focus)
