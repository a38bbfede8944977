"""Voices: the shelf of those that are installed, and its manager."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.settings import Settings
from app.voice_shelf import VoiceShelf


class VoicesRoom(QObject):
    """Opens the manager; tells the engine where voices are.

    Parameters
    ----------
    desk : Desk
    shelf : VoiceShelf
    own_folder : Path
        Where voices are installed.
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk, shelf: VoiceShelf, own_folder: Path) -> None:
        super().__init__(desk.window)
        self._desk, self._shelf, self._own = desk, shelf, own_folder
        shelf.changed.connect(self._tell_engine)
        desk.settings.changed.connect(self._follow)

    def handlers(self) -> Mapping[str, Handler]:
        """The manager."""
        return {"tools.voicebanks": self.show_manager}

    def conditions(self) -> Collection[Condition]:
        """There is always a manager."""
        return ()

    def show_manager(self, package: Path | None = None) -> None:
        """Open the manager, and offer a package that was dropped on the window."""
        from PySide6.QtCore import QTimer

        from app.dialogs.voicebanks import VoicebankManager

        manager = VoicebankManager(self._shelf, self._own, self._desk.window)
        manager.told.connect(self._desk.notify)
        if package is not None:
            QTimer.singleShot(0, manager, lambda: manager.offer(package))
        manager.exec()
        manager.deleteLater()

    def _follow(self, before: Settings, after: Settings) -> None:
        if after.voicebanks != before.voicebanks:
            self._shelf.refresh()

    def _tell_engine(self) -> None:
        self._desk.workspace.bridge.set_voices(self._shelf.places)
