"""Retakes: sing a phrase again with another draw, and go back to an earlier one by its number."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from types import MappingProxyType

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.lookup import find_notes, note_of, with_part
from editor.model.project import Part, Project
from engine.types import NoteId, PhraseId, Stage

RETAKEN = (Stage.PITCH, Stage.VARIANCE, Stage.ACOUSTIC, Stage.VOCODER)


def retake(
    project: Project, part_id: str, phrase_ids: Collection[PhraseId], stages: Collection[Stage]
) -> Edit:
    """Draw the noise of these stages anew; locked ranges keep their values."""
    return _with_takes(project, part_id, phrase_ids, stages, "retake", lambda take: take + 1)


def restore_take(
    project: Project,
    part_id: str,
    phrase_ids: Collection[PhraseId],
    stages: Collection[Stage],
    take: int,
) -> Edit:
    """Sing a take by its number; 0 is the first.

    Raises
    ------
    EditError
        For a number below 0.
    """
    if take < 0:
        raise EditError(f"There is no take {take}: choose 0 or above.", code="bad-take")
    return _with_takes(project, part_id, phrase_ids, stages, "restore take", lambda _: take)


def _with_takes(
    project: Project,
    part_id: str,
    phrase_ids: Collection[PhraseId],
    stages: Collection[Stage],
    name: str,
    number: Callable[[int], int],
) -> Edit:
    wrong = set(stages) - set(RETAKEN)
    if wrong:
        raise EditError(
            f"The stage {', '.join(sorted(wrong))} draws nothing that could be taken "
            f"again: choose among {', '.join(RETAKEN)}.",
            code="bad-take",
        )

    def change(part: Part) -> Part:
        find_notes(part, {NoteId(note_of(phrase_id)) for phrase_id in phrase_ids})
        takes = dict(part.takes)
        for phrase_id in phrase_ids:
            for stage in stages:
                takes[phrase_id, stage] = number(takes.get((phrase_id, stage), 0))
                if not takes[phrase_id, stage]:
                    del takes[phrase_id, stage]
        return replace(part, takes=MappingProxyType(takes))

    after = with_part(project, part_id, change)
    return make_edit(name, project, after, Focus(part_id=part_id))
