"""Notes with their curves, copied out of a song and put into another place or song.

What is copied is a part of its own that begins at its first note.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from types import MappingProxyType

from editor.edits.curves import copy_range, paste_range
from editor.edits.edit import Edit
from editor.edits.notes import add_notes
from editor.model.lookup import find_notes, find_part
from editor.model.project import Part, Project, Track
from editor.model.segments import clipped_ranges, joined_ranges, moved, within
from engine.types import CurveLayers, NoteId

_CLIP_ID = "clip"


def copy_notes(project: Project, part_id: str, note_ids: Collection[NoteId]) -> Part:
    """Notes, and what is drawn under them.

    Raises
    ------
    EditError
        When a note is gone.
    """
    part = find_part(project, part_id)
    chosen = find_notes(part, note_ids)
    if not chosen:
        return Part(id=_CLIP_ID)
    first = min(note.start_ticks for note in chosen)
    notes = tuple(replace(note, start_ticks=note.start_ticks - first) for note in chosen)
    runs = joined_ranges((note.start_ticks, note.end_ticks) for note in chosen)
    curves = {}
    for name, layers in part.curves.items():
        cut = CurveLayers(
            drawn=tuple(
                s for run in runs for s in moved(within(layers.drawn, run[0], run[1] - 1), -first)
            ),
            offset=tuple(
                s for run in runs for s in moved(within(layers.offset, run[0], run[1] - 1), -first)
            ),
            locked_ticks=tuple(
                (a - first, b - first)
                for run in runs
                for a, b in clipped_ranges(layers.locked_ticks, *run)
            ),
        )
        if cut != CurveLayers():
            curves[name] = cut
    return Part(id=_CLIP_ID, notes=notes, curves=MappingProxyType(curves))


def paste_notes(
    project: Project, part_id: str, clip: Part, at_ticks: int, *, new_id: Callable[[], NoteId]
) -> Edit:
    """Put copied notes where they begin at a tick of the part, their curves with them.

    Locks stay behind: what they keep was sung elsewhere.

    Raises
    ------
    EditError
        When the notes cannot lie there.
    """
    notes = [
        replace(note, id=new_id(), start_ticks=note.start_ticks + at_ticks) for note in clip.notes
    ]
    edit = add_notes(project, part_id, notes)
    source = Project(tracks=(Track(id="clip-track", parts=(clip,)),))
    runs = joined_ranges((note.start_ticks, note.end_ticks) for note in clip.notes)
    for parameter in clip.curves:
        for first, last in runs:
            curve = copy_range(source, clip.id, parameter, first, last - 1)
            if curve.drawn or curve.offset:
                pasted = paste_range(edit.after, part_id, curve, at_ticks + first)
                edit = replace(edit.then(pasted), focus=edit.focus)
    return replace(edit, name="paste notes")
