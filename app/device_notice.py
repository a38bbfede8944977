"""A sound card that is not there: told until it is there again, while a silent clock plays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.desk import Desk
from app.notice_bar import NoticeBar, Remedy
from engine.api import DeviceChanged
from engine.errors import AudioDeviceError


class DeviceNotice(QObject):
    """Shows what the transport tells of its sound card.

    Signals
    -------
    choice_wanted
        The user wants to choose another card.
    """

    choice_wanted = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._problem: AudioDeviceError | None = None
        self.bar = NoticeBar(desk.theme.theme, desk.window)
        desk.workspace.transport.device_changed.connect(self._tell)
        desk.theme.theme_changed.connect(self.bar.set_theme)
        desk.translation.language_changed.connect(self._show)

    def _tell(self, change: DeviceChanged) -> None:
        was_silent, self._problem = self._problem is not None, change.problem
        self._show()
        if was_silent and change.problem is None:
            sentence = QCoreApplication.translate("DeviceNotice", "Sound goes to {name} now.")
            self._desk.notify(sentence.format(name=change.name))

    def _show(self, *_: object) -> None:
        if self._problem is None:
            self.bar.put_away()
        else:
            self.bar.tell(str(self._problem), self._remedies())

    def _remedies(self) -> list[Remedy]:
        text = QCoreApplication.translate("DeviceNotice", "Choose device…")
        found = [Remedy(text=text, run=self.choice_wanted.emit)]
        text = QCoreApplication.translate("DeviceNotice", "Try again")
        found.append(Remedy(text=text, run=self._desk.workspace.transport.look_for_card))
        return found
