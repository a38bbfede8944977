"""One step that can be undone: the song before and after, and what differs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from editor.model.changes import ChangeSet, changes_between
from editor.model.project import Project
from engine.types import NoteId, Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """Where the eye should be after an edit, and after its undo."""

    part_id: str = ""
    note_ids: frozenset[NoteId] = frozenset()
    ticks: tuple[int, int] | None = None  # of the part
    parameter: Parameter | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Edit:
    """A change of a song. ``name`` is what a history shows, to be translated."""

    name: str
    before: Project
    after: Project
    changes: ChangeSet
    focus: Focus = field(default_factory=Focus)

    @property
    def is_nothing(self) -> bool:
        """Whether the song is as it was; such an edit is not worth a place in the history."""
        return self.after is self.before

    def undone(self) -> Edit:
        """The way back: the very song before, and the same places to refresh."""
        return replace(self, before=self.after, after=self.before)

    def then(self, other: Edit) -> Edit:
        """Both edits as one step, named like the first (a drag, a stroke)."""
        return make_edit(self.name, self.before, other.after, other.focus)


def make_edit(name: str, before: Project, after: Project, focus: Focus | None = None) -> Edit:
    """An edit with its differences found; a song that is equal in all gives back ``before``."""
    changes = changes_between(before, after)
    return Edit(
        name=name,
        before=before,
        after=after if changes else before,
        changes=changes,
        focus=focus or Focus(),
    )
