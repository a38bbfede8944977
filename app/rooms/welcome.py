"""When the welcome page is shown, and when it goes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.rooms.files import FilesRoom
from app.welcome import WelcomePage

BUTTONS = ("file.new", "file.open", "file.open_demo")


class WelcomeRoom(QObject):
    """Shows the page over the window's middle until there is a song."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk, files: FilesRoom) -> None:
        super().__init__(desk.window)
        self._desk, self._files = desk, files
        self.page: WelcomePage | None = None
        self._was_left = False
        desk.workspace.store.replaced.connect(self._leave)
        desk.workspace.history.changed.connect(self._leave_for_steps)

    def handlers(self) -> Mapping[str, Handler]:
        """The page can be had again at any time."""
        return {"help.welcome": self.show}

    def conditions(self) -> Collection[Condition]:
        """It is always there."""
        return ()

    def show(self) -> None:
        """Show the page; made when it is wanted first."""
        if self.page is None:
            actions = self._desk.actions()
            buttons = [actions[name] for name in BUTTONS]
            middle = self._desk.window.centralWidget() or self._desk.roll
            page = WelcomePage(middle, buttons, self._files.recent.files)
            page.left.connect(self._leave)
            page.chosen.connect(self._files.open_song)
            self._files.recent_changed.connect(page.refresh)
            # A new song in place of a new song changes nothing that the page would hear of.
            actions["file.new"].triggered.connect(self._leave)
            self.page = page
        self.page.open()

    def show_first(self) -> None:
        """Show the page unless the user was faster, and has begun to work already."""
        if not self._was_left:
            self.show()

    def _leave(self) -> None:
        self._was_left = True
        if self.page is not None and not self.page.isHidden():
            self._desk.roll.canvas.setFocus()
            self.page.hide()

    def _leave_for_steps(self) -> None:
        if self._desk.workspace.history.can_undo:
            self._leave()
