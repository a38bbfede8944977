"""Undo and redo: every edit a step, drags merged into one, within a budget of memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from math import inf
from sys import getsizeof
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from editor.edits.edit import Edit, make_edit
from editor.model.changes import ChangeSet
from editor.model.weight import own_bytes
from editor.store import Store

BUDGET_BYTES = 256 << 20
_KEPT_RATIO = 0.9  # of the budget once steps are dropped, so that not every edit drops some


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Step:
    """An edit in the history, and the store's states on either side of it."""

    edit: Edit
    state_before: int
    state_after: int
    merge_key: Hashable | None = None
    made_s: float = 0.0


class _Command(QUndoCommand):
    """A step on the stack; the history itself moves the song, so that a refusal is heard.

    ``merged`` is the step that this one and the one on top of the stack become, if any.
    """

    def __init__(self, step: Step, merged: Step | None = None) -> None:
        super().__init__(step.edit.name)
        self.step = step
        self._merged = merged
        self._n_bytes: int | None = None

    def id(self) -> int:
        return 1  # all may be asked to merge

    def mergeWith(self, other: QUndoCommand) -> bool:
        merged = cast("_Command", other)._merged
        if merged is None:
            return False
        self.step = merged
        self._n_bytes = None
        self.setObsolete(merged.edit.is_nothing)
        return True

    def copied(self) -> _Command:
        """The same step for another stack, with what is known of its weight."""
        other = _Command(self.step)
        other._n_bytes = self._n_bytes
        return other

    @property
    def n_bytes(self) -> int:
        """What only this step keeps alive while it is done: the song before."""
        if self._n_bytes is None:
            edit = self.step.edit
            self._n_bytes = own_bytes(edit.before, edit.after) + _told_bytes(edit)
        return self._n_bytes


def _told_bytes(edit: Edit) -> int:
    """Sets of notes in what an edit tells about itself."""
    told = [change.note_ids for change in edit.changes.parts.values()]
    return getsizeof(edit) + sum(getsizeof(ids) for ids in [edit.focus.note_ids, *told])


class History(QObject):
    """The steps of the song that is open; another song begins anew.

    A step is said to weigh what its song before keeps alive that its song after does not share
    (``editor.model.weight``). Two steps may hold an object that the songs between lack: it is
    counted twice, so that the sum is an upper bound. Steps that are undone are not counted: what
    they hold was in the song a moment ago, and goes with the next edit. Above the budget the
    oldest steps go; the newest one always stays.

    Signals
    -------
    changed
        Names, number of steps or the place among them.
    stepped : Focus
        A step was undone or done again: where the eye should be.
    """

    changed = Signal()
    stepped = Signal(object)

    def __init__(
        self,
        store: Store,
        *,
        budget_bytes: int = BUDGET_BYTES,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._budget_bytes = budget_bytes
        self._clock = clock
        self._stack = QUndoStack(self)
        self._n_bytes = 0
        self._saved_state = store.saved_state
        self._saved_index: int | None = None
        self.clear()
        store.replaced.connect(self.clear)
        store.status_changed.connect(self._find_saved)

    # ------------------------------------------------------------------ what a panel shows

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all steps, the oldest first, as edits bear them (see ``edit_names``)."""
        return tuple(self._stack.text(index) for index in range(self._stack.count()))

    @property
    def index(self) -> int:
        """How many of the steps are done; those behind can be done again."""
        return self._stack.index()

    @property
    def saved_index(self) -> int | None:
        """How many steps are done in the song as it lies in its file; None where no step leads."""
        return self._saved_index

    @property
    def n_unsaved(self) -> int:
        """Steps between the song and its file; all that are done where none leads there."""
        return abs(self.index - (self._saved_index or 0))

    @property
    def can_undo(self) -> bool:
        """Whether a step is done."""
        return self._stack.canUndo()

    @property
    def can_redo(self) -> bool:
        """Whether a step is undone."""
        return self._stack.canRedo()

    @property
    def undo_name(self) -> str:
        """The name of the step that ``undo`` takes back, or nothing."""
        return self._stack.undoText()

    @property
    def redo_name(self) -> str:
        """The name of the step that ``redo`` makes again, or nothing."""
        return self._stack.redoText()

    @property
    def n_bytes(self) -> int:
        """Memory that only the steps that are done hold, from above."""
        return self._n_bytes

    @property
    def budget_bytes(self) -> int:
        """Memory that the steps may hold."""
        return self._budget_bytes

    @budget_bytes.setter
    def budget_bytes(self, n_bytes: int) -> None:
        self._budget_bytes = n_bytes
        self._drop_oldest()
        self.changed.emit()

    # ------------------------------------------------------------------ what a user does

    def push(
        self,
        edit: Edit,
        *,
        merge_key: Hashable | None = None,
        within_s: float = inf,
        source: object = None,
    ) -> None:
        """Make an edit and keep it as a step; steps that were undone are forgotten.

        With the ``merge_key`` of the step before and within ``within_s`` of it, both become one
        step: a drag, a stroke, arrow keys. A step that was saved stays a step of its own.

        Raises
        ------
        EditError
            When the edit was thought of for another song; nothing has changed then.
        """
        if edit.is_nothing:
            return
        state_before = self._store.state
        self._store.apply(edit, source=source)
        if self._saved_index is not None and self._saved_index > self.index:
            self._saved_index = None  # among the steps that are forgotten now
        step = Step(
            edit=edit,
            state_before=state_before,
            state_after=self._store.state,
            merge_key=merge_key,
            made_s=self._clock(),
        )
        merged = self._merged(step, within_s)
        if merged is not None:
            self._n_bytes -= self._command(self.index - 1).n_bytes
        self._stack.push(_Command(step, merged))
        if merged is not None and merged.edit.is_nothing:
            # The very song and state before, not one that is equal.
            back = replace(edit, before=edit.after, after=merged.edit.after, changes=ChangeSet())
            self._store.apply(back, source=source, state=merged.state_before)
        else:
            self._n_bytes += self._command(self.index - 1).n_bytes
        self._drop_oldest()
        self.changed.emit()

    def undo(self) -> None:
        """Take the newest step back, if there is one."""
        self.go_to(self.index - 1)

    def redo(self) -> None:
        """Make the step again that was taken back last, if there is one."""
        self.go_to(self.index + 1)

    def go_to(self, index: int) -> None:
        """Take back, or make again, as many steps as it needs until ``index`` of them are done.

        The song changes once, however many steps there are between.

        Raises
        ------
        EditError
            When the song was changed by something that is no step; it stays as it is.
        """
        before = self.index
        index = max(0, min(index, self._stack.count()))
        if index == before:
            return
        is_back = index < before
        low, high = sorted((index, before))
        commands = [self._command(i) for i in range(low, high)]
        oldest, newest = commands[0].step, commands[-1].step
        way = make_edit(newest.edit.name, oldest.edit.before, newest.edit.after)
        way = replace(way, after=newest.edit.after)  # also where both are equal: the very song
        if is_back:
            self._store.apply(way.undone(), state=oldest.state_before)
        else:
            self._store.apply(way, state=newest.state_after)
        self._stack.setIndex(index)
        n_bytes = sum(command.n_bytes for command in commands)
        self._n_bytes += -n_bytes if is_back else n_bytes
        focus = (oldest if is_back else newest).edit.focus
        self._drop_oldest()
        self.changed.emit()
        self.stepped.emit(focus)

    def clear(self) -> None:
        """Forget all steps; the song stays as it is."""
        self._stack.clear()
        self._n_bytes = 0
        self._saved_state = self._store.saved_state
        self._saved_index = 0 if self._store.is_clean else None
        self.changed.emit()

    # ------------------------------------------------------------------ helpers

    def _command(self, index: int) -> _Command:
        return cast("_Command", self._stack.command(index))

    def _find_saved(self) -> None:
        """Where the song's file stands among the steps, looked for once after it was written."""
        saved = self._store.saved_state
        if saved == self._saved_state:
            return
        self._saved_state, self._saved_index = saved, None
        steps = [self._command(i).step for i in range(self._stack.count())]
        states = [step.state_after for step in steps]
        states.insert(0, steps[0].state_before if steps else self._store.state)
        if saved in states:
            self._saved_index = states.index(saved)
        self.changed.emit()

    def _merged(self, step: Step, within_s: float) -> Step | None:
        """The step that this one and the newest become, if they are one gesture."""
        if step.merge_key is None or not self.index:
            return None
        last = self._command(self.index - 1).step
        is_one = (
            last.merge_key == step.merge_key
            and step.made_s - last.made_s <= within_s
            and last.state_after == step.state_before != self._store.saved_state
        )
        if not is_one:
            return None
        return replace(step, edit=last.edit.then(step.edit), state_before=last.state_before)

    def _drop_oldest(self) -> None:
        if self._n_bytes <= self._budget_bytes:
            return
        index = self.index
        commands = [self._command(i) for i in range(self._stack.count())]
        n_dropped = 0
        while n_dropped < index - 1 and self._n_bytes > _KEPT_RATIO * self._budget_bytes:
            self._n_bytes -= commands[n_dropped].n_bytes
            n_dropped += 1
        if not n_dropped:
            return
        if self._saved_index is not None:
            is_kept = self._saved_index >= n_dropped
            self._saved_index = self._saved_index - n_dropped if is_kept else None
        # A stack cannot lose its lowest commands: it is filled again with the others.
        kept = [command.copied() for command in commands[n_dropped:]]
        self._stack.clear()
        for command in kept:
            self._stack.push(command)
        self._stack.setIndex(index - n_dropped)
