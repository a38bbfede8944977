"""What a note itself says of its pitch: points and vibrato (contract 4.3)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from math import isfinite

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.check import is_vibrato_singable
from editor.model.lookup import find_notes, with_part
from editor.model.project import Note, Part, Project
from engine.types import NoteId, PitchPoint, Vibrato

SHAPES = ("io", "l", "i", "o", "sp")


def set_points(
    project: Project, part_id: str, note_id: NoteId, points: Sequence[PitchPoint]
) -> Edit:
    """Write the pitch points of a note; none gives it the usual glide.

    Raises
    ------
    EditError
        For a shape that is none, or a value that is not a number.
    """
    for point in points:
        if point.shape not in SHAPES or not (isfinite(point.time_ms) and isfinite(point.cents)):
            raise EditError(
                f"A pitch point at {point.time_ms} ms with {point.cents} cents and the shape "
                f"'{point.shape}' cannot be: choose one of {', '.join(SHAPES)}.",
                code="bad-pitch-point",
            )
    ordered = tuple(sorted(points, key=lambda point: point.time_ms))
    return _changed(
        project, part_id, [note_id], "pitch points", lambda n: replace(n, pitch_points=ordered)
    )


def set_vibrato(
    project: Project, part_id: str, note_ids: Collection[NoteId], vibrato: Vibrato | None
) -> Edit:
    """Give notes a vibrato of their own, or take it away.

    Raises
    ------
    EditError
        When it cannot be sung: no period, or more of the note than there is.
    """
    if vibrato is not None and not is_vibrato_singable(vibrato):
        raise EditError(
            "This vibrato cannot be sung: choose a length from 0 to 1 of the note and a period "
            "of at least 1 ms.",
            code="bad-vibrato",
        )
    return _changed(project, part_id, note_ids, "vibrato", lambda n: replace(n, vibrato=vibrato))


def tune(project: Project, part_id: str, note_ids: Collection[NoteId], cents: float) -> Edit:
    """Set notes so many cents beside their key."""
    if not isfinite(cents) or abs(cents) > 1200:
        raise EditError(
            f"A note cannot be {cents} cents beside its key: stay within 1200.", code="bad-cents"
        )
    return _changed(project, part_id, note_ids, "tune", lambda n: replace(n, cents=cents))


def tune_by(project: Project, part_id: str, note_ids: Collection[NoteId], cents: float) -> Edit:
    """Raise or lower notes by cents, as far as a note can be beside its key."""
    return _changed(
        project,
        part_id,
        note_ids,
        "tune",
        lambda n: replace(n, cents=max(-1200.0, min(1200.0, n.cents + cents))),
    )


def _changed(
    project: Project,
    part_id: str,
    note_ids: Collection[NoteId],
    name: str,
    change: Callable[[Note], Note],
) -> Edit:
    wanted = set(note_ids)

    def with_notes(part: Part) -> Part:
        find_notes(part, wanted)
        return replace(part, notes=tuple(change(n) if n.id in wanted else n for n in part.notes))

    focus = Focus(part_id=part_id, note_ids=frozenset(wanted))
    return make_edit(name, project, with_part(project, part_id, with_notes), focus)
