"""Undo and redo."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk


class EditRoom(QObject):
    """Steps through the history."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._history = desk.workspace.history
        self._history.changed.connect(self.conditions_changed)

    def handlers(self) -> Mapping[str, Handler]:
        """Undo and redo."""
        return {"edit.undo": self._history.undo, "edit.redo": self._history.redo}

    def conditions(self) -> Collection[Condition]:
        """Whether there is a step to either side."""
        holding = {
            Condition.CAN_UNDO: self._history.can_undo,
            Condition.CAN_REDO: self._history.can_redo,
        }
        return [name for name, holds in holding.items() if holds]
