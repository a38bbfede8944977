"""Stretches sung anew, and the takes of a phrase: kept, named, restored, deleted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.lookup import find_notes, find_part, note_of, with_part
from editor.model.project import Part, PhraseTakes, Project, Take
from engine.inference.variance import VARIANCES
from engine.types import NoteId, Parameter, PhraseId, RangeTake, Stage

RETAKEABLE = (Parameter.PITCH, *VARIANCES)
MAX_NAME_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a phrase is drawn from now."""

    stages: tuple[tuple[Stage, int], ...]
    ranges: tuple[RangeTake, ...]

    def is_of(self, take: Take) -> bool:
        """Whether a kept take is drawn from the same."""
        return (take.stages, take.ranges) == (self.stages, self.ranges)


def recipe_of(part: Part, phrase_id: PhraseId) -> Recipe:
    """What a phrase of the part is drawn from."""
    stages = [(stage, n) for (name, stage), n in part.takes.items() if name == phrase_id]
    ranges = part.retakes.get(phrase_id, PhraseTakes()).ranges
    return Recipe(stages=tuple(sorted(stages)), ranges=ranges)


def sung_take(part: Part, phrase_id: PhraseId) -> Take | None:
    """The kept take that is sung."""
    recipe = recipe_of(part, phrase_id)
    kept = part.retakes.get(phrase_id, PhraseTakes()).kept
    return next((take for take in kept if recipe.is_of(take)), None)


def retake_range(
    project: Project,
    part_id: str,
    stretches: Mapping[PhraseId, tuple[int, int]],
    parameters: Collection[Parameter],
) -> Edit:
    """Draw some curves anew in a stretch of each phrase; what was sung there is kept as a take.

    Parameters
    ----------
    stretches : phrase to first and last tick of the part
    parameters : collection of Parameter

    Raises
    ------
    EditError
        For an empty stretch, a phrase that is gone, or a parameter that no model draws.
    """
    wrong = set(parameters) - set(RETAKEABLE)
    if wrong or not parameters or not stretches:
        raise EditError(
            "Only pitch, energy, breathiness, voicing and tension of a sung phrase can be sung "
            "anew: choose among them.",
            code="bad-take",
        )
    if any(first >= last for first, last in stretches.values()):
        raise EditError(
            "A stretch to be sung anew ends before it begins: choose it again.", code="bad-range"
        )
    names = tuple(name for name in RETAKEABLE if name in set(parameters))

    def change(part: Part) -> Part:
        takes = dict(part.retakes)
        for phrase_id, (first, last) in stretches.items():
            start = _start(part, phrase_id)
            old, recipe = takes.get(phrase_id, PhraseTakes()), recipe_of(part, phrase_id)
            new = RangeTake(
                first_ticks=first - start,
                last_ticks=last - start,
                parameters=names,
                take=_new_draw(old, recipe),
            )
            # The last ones that lie wholly below the new one are not heard any more. An older one
            # is, by those drawn after it: models hear what lies around a stretch.
            seen = recipe.ranges
            while seen and _covers(new, seen[-1]):
                seen = seen[:-1]
            kept = old.kept
            if not any(recipe.is_of(take) for take in kept):
                kept = (*kept, _kept(kept, recipe))
            after = replace(recipe, ranges=(*seen, new))
            takes[phrase_id] = PhraseTakes(ranges=after.ranges, kept=(*kept, _kept(kept, after)))
        return replace(part, retakes=MappingProxyType(takes))

    return _edited(project, part_id, "retake", change)


def sing_take(project: Project, part_id: str, phrase_id: PhraseId, number: int) -> Edit:
    """Sing a kept take again.

    Raises
    ------
    EditError
        When it is not kept (any more).
    """

    def change(part: Part) -> Part:
        take = _find(part, phrase_id, number)
        retakes = {
            **part.retakes,
            phrase_id: replace(part.retakes[phrase_id], ranges=take.ranges),
        }
        takes = {key: n for key, n in part.takes.items() if key[0] != phrase_id}
        takes |= {(phrase_id, stage): n for stage, n in take.stages}
        return replace(part, takes=MappingProxyType(takes), retakes=MappingProxyType(retakes))

    return _edited(project, part_id, "restore take", change)


def name_take(project: Project, part_id: str, phrase_id: PhraseId, number: int, name: str) -> Edit:
    """Give a kept take a name."""
    name = name.strip()
    if len(name) > MAX_NAME_CHARS:
        raise EditError(
            f"A take's name has at most {MAX_NAME_CHARS} characters: shorten it.", code="bad-name"
        )

    def change(part: Part) -> Part:
        old = _find(part, phrase_id, number)
        kept = part.retakes[phrase_id].kept
        named = tuple(replace(take, name=name) if take is old else take for take in kept)
        return _with_kept(part, phrase_id, named)

    return _edited(project, part_id, "name take", change)


def delete_take(project: Project, part_id: str, phrase_id: PhraseId, number: int) -> Edit:
    """Forget a kept take.

    Raises
    ------
    EditError
        When it is the one that is sung.
    """

    def change(part: Part) -> Part:
        old = _find(part, phrase_id, number)
        if sung_take(part, phrase_id) is old:
            raise EditError(
                "This take is the one that is sung: choose another one before you delete it.",
                code="take-is-sung",
            )
        kept = part.retakes[phrase_id].kept
        return _with_kept(part, phrase_id, tuple(take for take in kept if take is not old))

    return _edited(project, part_id, "delete take", change)


def _find(part: Part, phrase_id: PhraseId, number: int) -> Take:
    for take in part.retakes.get(phrase_id, PhraseTakes()).kept:
        if take.number == number:
            return take
    raise EditError(
        f"The phrase has no take {number} any more: choose one that is there.", code="bad-take"
    )


def _start(part: Part, phrase_id: PhraseId) -> int:
    (note,) = find_notes(part, {NoteId(note_of(phrase_id))})
    return note.start_ticks


def _new_draw(takes: PhraseTakes, recipe: Recipe) -> int:
    """A number that no draw of the phrase has."""
    ranges = [*takes.ranges, *(item for take in takes.kept for item in take.ranges)]
    stages = [*recipe.stages, *(item for take in takes.kept for item in take.stages)]
    return 1 + max([*(item.take for item in ranges), *(number for _, number in stages)], default=0)


def _kept(kept: tuple[Take, ...], recipe: Recipe) -> Take:
    number = 1 + max((take.number for take in kept), default=0)
    return Take(number=number, stages=recipe.stages, ranges=recipe.ranges)


def _covers(new: RangeTake, old: RangeTake) -> bool:
    is_within = new.first_ticks <= old.first_ticks and old.last_ticks <= new.last_ticks
    return is_within and set(old.parameters) <= set(new.parameters)


def _with_kept(part: Part, phrase_id: PhraseId, kept: tuple[Take, ...]) -> Part:
    takes = replace(part.retakes[phrase_id], kept=kept)
    return replace(part, retakes=MappingProxyType({**part.retakes, phrase_id: takes}))


def _edited(project: Project, part_id: str, name: str, change: Callable[[Part], Part]) -> Edit:
    find_part(project, part_id)
    return make_edit(name, project, with_part(project, part_id, change), Focus(part_id=part_id))
