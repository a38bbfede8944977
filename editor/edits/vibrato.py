"""Vibratos of one note or many: given, changed field by field, taken away."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import reduce

from editor.edits.edit import Edit, Focus, make_edit
from editor.edits.pitch import set_vibrato
from editor.model.lookup import find_notes, find_part
from editor.model.project import Project
from engine.types import NoteId, Vibrato

USUAL = Vibrato(length_ratio=0.6, depth_cents=30.0, fade_in_ratio=0.3, fade_out_ratio=0.1)
# What each field may be set to by hand; the file may hold more (``editor.model.check``).
BOUNDS: Mapping[str, tuple[float, float]] = {
    "length_ratio": (0.05, 1.0),
    "period_ms": (50.0, 1000.0),
    "depth_cents": (0.0, 300.0),
    "fade_in_ratio": (0.0, 1.0),
    "fade_out_ratio": (0.0, 1.0),
    "phase_ratio": (0.0, 1.0),
    "drift_cents": (-100.0, 100.0),
}


def change_vibrato(
    project: Project, part_id: str, note_ids: Collection[NoteId], fields: Mapping[str, float]
) -> Edit:
    """Give some fields of the notes' vibratos a value; what else differs among them stays.

    A note without a vibrato gets the usual one first. Values beyond `BOUNDS` become the nearest.
    """
    bounded = {
        name: min(BOUNDS[name][1], max(BOUNDS[name][0], value)) for name, value in fields.items()
    }
    notes = find_notes(find_part(project, part_id), note_ids)
    edit = make_edit(
        "vibrato", project, project, Focus(part_id=part_id, note_ids=frozenset(note_ids))
    )
    wanted = [(note, replace(note.vibrato or USUAL, **bounded)) for note in notes]
    return reduce(
        lambda so_far, item: so_far.then(
            replace(set_vibrato(so_far.after, part_id, [item[0].id], item[1]), focus=so_far.focus)
        ),
        wanted,
        edit,
    )


def toggle_vibrato(project: Project, part_id: str, note_ids: Collection[NoteId]) -> Edit:
    """The usual vibrato for those that have none; where all have one, none for any."""
    notes = find_notes(find_part(project, part_id), note_ids)
    lacking = [note.id for note in notes if note.vibrato is None]
    edit = (
        set_vibrato(project, part_id, lacking, USUAL)
        if lacking
        else set_vibrato(project, part_id, note_ids, None)
    )
    return replace(edit, focus=Focus(part_id=part_id, note_ids=frozenset(note_ids)))
