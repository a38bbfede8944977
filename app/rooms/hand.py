"""Which tool is in hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from editor.tools.touch import Tool


class HandRoom(QObject):
    """Changes tools; the action of the one in hand is checked.

    Parameters
    ----------
    desk : Desk
    tools : mapping
        Tools by the id of the action that takes them into the hand; the first one is in hand at
        the beginning.

    Signals
    -------
    taken : Tool
        The tool that is in hand now.
    """

    conditions_changed = Signal()
    taken = Signal(object)

    def __init__(self, desk: Desk, tools: Mapping[str, Tool]) -> None:
        super().__init__(desk.window)
        self._desk, self._tools = desk, tools
        self._chosen = next(iter(tools))
        for tool in reversed(list(tools.values())):  # what only one tool does is always in hand
            desk.toolbox.choose(tool)

    @property
    def tool_ids(self) -> tuple[str, ...]:
        """The ids of the actions, in order."""
        return tuple(self._tools)

    def handlers(self) -> Mapping[str, Handler]:
        """Takes each tool."""
        return {name: partial(self._take, name) for name in self._tools}

    def conditions(self) -> Collection[Condition]:
        """Tools are always there."""
        return ()

    def show_chosen(self) -> None:
        """Check the action of the tool in hand, and no other."""
        for name in self._tools:
            self._desk.actions()[name].setChecked(name == self._chosen)

    def _take(self, name: str, _is_checked: bool) -> None:
        self._chosen = name
        self._desk.toolbox.choose(self._tools[name])
        self.show_chosen()
        self.taken.emit(self._tools[name])
        self._desk.notify(self._desk.actions()[name].statusTip())
