"""Notes made longer or shorter, many at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from editor.edits.edit import Edit, Focus, make_edit
from editor.edits.notes import MIN_LENGTH_TICKS
from editor.model.lookup import find_notes, find_part, with_part
from editor.model.project import Part, Project
from engine.types import NoteId


def lengthen_notes(
    project: Project, part_id: str, note_ids: Collection[NoteId], ticks: int
) -> Edit:
    """Let notes end so much later, or earlier; each stays a 1/128 long at least."""
    return _changed(project, part_id, note_ids, lambda length: length + ticks)


def set_length(
    project: Project, part_id: str, note_ids: Collection[NoteId], length_ticks: int
) -> Edit:
    """Give notes one length."""
    return _changed(project, part_id, note_ids, lambda _: length_ticks)


def _changed(
    project: Project,
    part_id: str,
    note_ids: Collection[NoteId],
    length_of: Callable[[int], int],
) -> Edit:
    wanted = set(note_ids)
    chosen = find_notes(find_part(project, part_id), wanted)
    if not chosen:
        return make_edit("resize notes", project, project)

    def change(part: Part) -> Part:
        notes = tuple(
            replace(note, length_ticks=max(MIN_LENGTH_TICKS, length_of(note.length_ticks)))
            if note.id in wanted
            else note
            for note in part.notes
        )
        ordered = sorted(notes, key=lambda note: (note.start_ticks, note.end_ticks))
        return replace(part, notes=tuple(ordered))

    after = with_part(project, part_id, change)
    found = find_notes(find_part(after, part_id), wanted)
    span = min(n.start_ticks for n in found), max(n.end_ticks for n in found)
    focus = Focus(part_id=part_id, note_ids=frozenset(wanted), ticks=span)
    return make_edit("resize notes", project, after, focus)
