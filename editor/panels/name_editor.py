"""A name typed over a block of the overview."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_LEAST_PX, _HEIGHT_PX = 110, 22


class NameEditor(QLineEdit):
    """Enter or a click elsewhere keeps what was typed, Escape drops it.

    Signals
    -------
    written : str, str
        The block's id, and the name.
    """

    written = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._id = ""
        self.setAccessibleName(self.tr("Name of the part"))
        self.hide()

    def ask(self, block_id: str, name: str, box: QRect) -> None:
        """Show the field over a block with its name chosen, ready to be typed over."""
        self._id = block_id
        left = max(2, box.left())
        self.setGeometry(left, box.top() + 2, max(_LEAST_PX, min(box.width(), 260)), _HEIGHT_PX)
        self.setText(name)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Enter and Escape are ours; while one types, no key is a command."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and is_enter:
                self._keep()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere keeps what was typed; a pop-up is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self._keep(keeps_focus=False)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Name of the part"))

    def _keep(self, *, keeps_focus: bool = True) -> None:
        block_id, self._id = self._id, ""
        if block_id:
            self.written.emit(block_id, self.text().strip())
        self._leave(keeps_focus=keeps_focus)

    def _leave(self, *, keeps_focus: bool = True) -> None:
        self._id = ""
        if self.isVisible():
            self.hide()
            if keeps_focus:
                self._owner.setFocus()
