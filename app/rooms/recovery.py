"""What a crash left: looked for at the start, listed, opened, kept or discarded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.background import Background
from app.desk import Desk
from app.paths import journal_folder
from app.rooms.files import FilesRoom
from editor.recovery import Recoverable, RecoveredSong, discard, list_recoverable, recover
from engine.errors import EngineError

if TYPE_CHECKING:
    from app.dialogs.recovery import RecoveryDialog


class RecoveryRoom(QObject):
    """Offers songs of sessions that did not end well."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk, files: FilesRoom) -> None:
        super().__init__(desk.window)
        self._desk, self._files = desk, files
        self._store = desk.workspace.store
        self.dialog: RecoveryDialog | None = None
        self._work = Background("recovery", self)
        self._work.done.connect(self._offer)
        self._otherwise: Callable[[], object] = self._tell_nothing

    def handlers(self) -> Mapping[str, Handler]:
        """The panel can be had again at any time."""
        return {"file.recover": lambda: self.look(self._tell_nothing)}

    def conditions(self) -> Collection[Condition]:
        """Whether there is anything is found out by looking."""
        return ()

    def begin(self, song: Path | None, welcome: Callable[[], object]) -> None:
        """At the start: what a crash left, else the song that was named, else the welcome page."""

        def go_on() -> None:
            if song is None or not self._files.open_song(song):
                welcome()

        self.look(go_on)

    def look(self, otherwise: Callable[[], object]) -> None:
        """List what there is; ``otherwise`` is called when nothing of it is opened."""
        if self._work.is_running:
            return
        self._otherwise = otherwise
        self._work.start(lambda _report, _check: list_recoverable(journal_folder()))

    def _offer(self, items: object) -> None:
        if not isinstance(items, tuple):
            return  # a song was recovered, see `_open`
        if not items:
            self._otherwise()
            return
        from app.dialogs.recovery import RecoveryDialog

        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = RecoveryDialog(items, discard, self._desk.window)
        self.dialog.chosen.connect(self._open)
        self.dialog.rejected.connect(lambda: self._otherwise())
        self.dialog.open()

    def _open(self, item: Recoverable) -> None:
        """The song as it was at its last change; its journal goes once it is in this one's."""
        if not self._files.may_leave():
            return
        try:
            song = cast("RecoveredSong", self._work.run(lambda _report, _check: recover(item)))
        except EngineError as error:
            self._desk.refuse(error)
            self._otherwise()
            return
        self._store.start(
            song.project, path=song.path, sound_folder=song.sound_folder, is_clean=False
        )
        autosave = self._desk.workspace.autosave

        def hand_over(_report: object, _check: object) -> None:
            if autosave.drain():
                discard(item)

        try:
            self._work.run(hand_over)
        except EngineError as error:
            self._desk.refuse(error)
            return
        name = song.project.name or self._files.song_name()
        self._desk.notify(self.tr("“{name}” is back: save it.").format(name=name))

    def _tell_nothing(self) -> None:
        self._desk.notify(self.tr("There is nothing to recover."))
