"""The dock with the song's steps."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Qt, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from editor.panels.history_list import HistoryList


class HistoryRoom(QObject):
    """Shows the history; the dock's action shows and hides it."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.list = HistoryList(desk.workspace.history, desk.window)
        desk.docks.add("view.history", self.list, Qt.DockWidgetArea.RightDockWidgetArea)

    def handlers(self) -> Mapping[str, Handler]:
        """The dock has its own."""
        return {}

    def conditions(self) -> Collection[Condition]:
        """Nothing that an action waits for."""
        return ()
