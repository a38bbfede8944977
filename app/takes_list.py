"""The takes of a phrase: heard, sung again, named, deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.model.project import Take

_NUMBER = Qt.ItemDataRole.UserRole


class TakesList(QWidget):
    """Return sings a take, F2 names it; the buttons do the rest.

    Signals
    -------
    sing_wanted, play_wanted, delete_wanted : int
        A take by its number.
    named : int, str
    """

    sing_wanted = Signal(int)
    play_wanted = Signal(int)
    delete_wanted = Signal(int)
    named = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._takes: Sequence[Take] = ()
        self._sung: int | None = None
        self._has_phrase = self._is_filling = False
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.play = QPushButton(self)
        self.sing = QPushButton(self)
        self.name = QPushButton(self)
        self.delete = QPushButton(self)
        rows = [QHBoxLayout(), QHBoxLayout()]
        for row, buttons in zip(
            rows, ((self.play, self.sing), (self.name, self.delete)), strict=True
        ):
            for button in buttons:
                row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.hint)
        layout.addWidget(self.list)
        for row in rows:
            layout.addLayout(row)
        self.list.itemChanged.connect(self._rename)
        self.list.itemActivated.connect(lambda item: self.sing_wanted.emit(item.data(_NUMBER)))
        self.list.currentItemChanged.connect(lambda *_: self._enable())
        self.play.clicked.connect(lambda: self._tell(self.play_wanted))
        self.sing.clicked.connect(lambda: self._tell(self.sing_wanted))
        self.delete.clicked.connect(lambda: self._tell(self.delete_wanted))
        self.name.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self._retranslate()

    def show_takes(self, takes: Sequence[Take], sung: int | None, has_phrase: bool) -> None:
        """List the takes of a phrase, the one that is sung in bold."""
        current = self.list.currentItem()
        wanted = sung if current is None or sung != self._sung else current.data(_NUMBER)
        self._takes, self._sung, self._has_phrase = takes, sung, has_phrase
        self._is_filling = True
        self.list.clear()
        for take in takes:
            item = QListWidgetItem(self.title(take), self.list)
            item.setData(_NUMBER, take.number)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            font = item.font()
            font.setBold(take.number == sung)
            item.setFont(font)
            if take.number == sung:
                spoken = self.tr("{take}, sung now").format(take=item.text())
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                item.setToolTip(spoken)
            if take.number == wanted:
                self.list.setCurrentItem(item)
        self._is_filling = False
        self._hint()
        self._enable()

    def title(self, take: Take) -> str:
        """A take's name, or its number."""
        return take.name or self.tr("Take {number}").format(number=take.number)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_takes(self._takes, self._sung, self._has_phrase)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Takes of the phrase"))
        self.play.setText(self.tr("&Hear"))
        self.play.setToolTip(self.tr("Sing this take and play the phrase"))
        self.sing.setText(self.tr("&Use"))
        self.sing.setToolTip(self.tr("Sing this take"))
        self.name.setText(self.tr("Na&me"))
        self.name.setToolTip(self.tr("Give this take a name"))
        self.delete.setText(self.tr("De&lete"))
        self.delete.setToolTip(self.tr("Forget this take"))
        self._hint()
        self._enable()

    def _hint(self) -> None:
        if self._takes:
            text = ""
        elif self._has_phrase:
            text = self.tr("This phrase has one take. Sing a stretch anew to get more.")
        else:
            text = self.tr("Choose notes or a stretch of time to see the takes of their phrase.")
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _enable(self) -> None:
        current = self.list.currentItem()
        for button in (self.play, self.sing, self.name):
            button.setEnabled(current is not None)
        is_sung = current is not None and current.data(_NUMBER) == self._sung
        self.delete.setEnabled(current is not None and not is_sung)

    def _tell(self, signal: SignalInstance) -> None:
        current = self.list.currentItem()
        if current is not None:
            signal.emit(current.data(_NUMBER))

    def _rename(self, item: QListWidgetItem) -> None:
        if self._is_filling:
            return
        number = item.data(_NUMBER)
        (take,) = [take for take in self._takes if take.number == number]
        name = item.text().strip()
        if name != self.title(take):
            self.named.emit(number, name)
        self.show_takes(self._takes, self._sung, self._has_phrase)
