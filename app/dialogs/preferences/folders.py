"""A list of folders that is added to and taken from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.preferences.page import show_folder
from app.dialogs.preferences.row import ROW_HEIGHT_PX, quiet
from app.theme_tokens import SPACE_PX

_LIST_HEIGHT_PX = 150


class FolderList(QWidget):
    """Folders by their paths.

    Parameters
    ----------
    always : sequence of Path
        Folders that are searched in any case, named below the list.
    """

    edited = Signal(object)

    def __init__(self, always: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._always = tuple(always)
        self._folders: tuple[str, ...] = ()
        self.list = QListWidget(self)
        self.list.setFixedHeight(_LIST_HEIGHT_PX)
        self.add = QPushButton(self)
        self.remove = QPushButton(self)
        self.open = QPushButton(self)
        self.status = quiet(QLabel(self))
        self.others = quiet(QLabel(self))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX["normal"])
        for button in (self.add, self.remove, self.open):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_PX["normal"])
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        layout.addWidget(self.status)
        layout.addWidget(self.others)
        self.setFocusProxy(self.list)
        self.status.hide()
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.open.clicked.connect(self._open)
        self.list.itemActivated.connect(lambda _: self._open())
        self.list.currentRowChanged.connect(lambda _: self._show_buttons())
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.activated.connect(self._remove)
        self.retranslate()
        self._show_buttons()

    def show_value(self, value: object) -> None:
        """Show folders."""
        assert isinstance(value, tuple)
        if value == self._folders and self.list.count() == len(value):
            return
        row = self.list.currentRow()
        self._folders = value
        self.list.clear()
        for folder in value:
            item = QListWidgetItem(folder, self.list)
            item.setToolTip(folder)
            item.setSizeHint(QSize(0, ROW_HEIGHT_PX))
        self.list.setCurrentRow(min(row, len(value) - 1))
        self._show_buttons()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.add.setText(self.tr("Add…"))
        self.remove.setText(self.tr("Remove"))
        self.open.setText(self.tr("Open folder"))
        self.add.setAccessibleName(self.tr("Add a folder"))
        self.remove.setAccessibleName(self.tr("Remove the chosen folder from the list"))
        places = "\n".join(str(path) for path in self._always)
        self.others.setText(self.tr("Searched in any case:") + "\n" + places)

    def setAccessibleName(self, name: str) -> None:
        """The list is what a reader reads."""
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def _add(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Add a folder with voicebanks"))
        if not name:
            return
        if name in self._folders:
            self._tell(self.tr("{path} is in the list already.").format(path=name))
            self.list.setCurrentRow(self._folders.index(name))
            return
        self._tell("")
        self.edited.emit((*self._folders, name))
        self.list.setCurrentRow(self.list.count() - 1)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.edited.emit((*self._folders[:row], *self._folders[row + 1 :]))

    def _open(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        is_open = show_folder(Path(item.text()))
        text = self.tr("{path} cannot be shown: see whether it is still there.")
        self._tell("" if is_open else text.format(path=item.text()))

    def _tell(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.status.setVisible(bool(sentence))

    def _show_buttons(self) -> None:
        has_choice = self.list.currentRow() >= 0
        self.remove.setEnabled(has_choice)
        self.open.setEnabled(has_choice)
