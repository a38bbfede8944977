"""The command palette: any action by a few letters of its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.actions import Actions
from editor.translated import plain_text

_WIDTH_PX, _HEIGHT_PX = 480, 360
_ACTION = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """Lists the actions that fit what is typed; Return runs the chosen one."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setWindowTitle(self.tr("Command palette"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.query = QLineEdit(self)
        self.query.setPlaceholderText(self.tr("Type a command"))
        self.query.setAccessibleName(self.tr("Command"))
        self.query.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Commands that fit"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.query)
        layout.addWidget(self.list)
        self.query.textChanged.connect(self._search)
        self.query.returnPressed.connect(self.accept)
        self.list.itemActivated.connect(self.accept)
        self.query.installEventFilter(self)
        self._search("")

    @property
    def chosen(self) -> QAction | None:
        """The action that Return would run."""
        item = self.list.currentItem()
        found: QAction | None = None if item is None else item.data(_ACTION)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types."""
        if watched is self.query and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and event.type() == QEvent.Type.KeyPress:
                row = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _search(self, query: str) -> None:
        self.list.clear()
        for action in self._actions.find(query):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            title = plain_text(action.text())
            item = QListWidgetItem(action.icon(), f"{title}    {keys}" if keys else title)
            item.setToolTip(action.statusTip())
            item.setData(_ACTION, action)
            if not action.isEnabled():
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        enabled = [row for row in range(self.list.count()) if self.list.item(row).flags()]
        self.list.setCurrentRow(enabled[0] if enabled else -1)
