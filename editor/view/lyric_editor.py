"""Types a lyric in its note's place; Tab goes on to the next note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

MIN_WIDTH_PX = 64
_HEIGHT_PX = 28


class LyricEditor(QLineEdit):
    """A field over one note.

    Signals
    -------
    written : str, int
        What was typed, and where to go on: 1 the next note, -1 the one before, 0 nowhere.
    left
        Escape, or the field lost the keyboard: nothing is to be written.
    """

    written = Signal(str, int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lyric"))
        self.hide()

    def ask(self, text: str, box: QRect) -> None:
        """Show the field over a note with its lyric chosen, ready to be typed over."""
        width = max(MIN_WIDTH_PX, box.width())
        top = box.center().y() - _HEIGHT_PX // 2
        self.setGeometry(QRect(box.left(), top, width, _HEIGHT_PX))
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Tab is ours: Qt would take the keyboard elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Tab: 1,
                Qt.Key.Key_Backtab: -1,
                Qt.Key.Key_Return: 0,
                Qt.Key.Key_Enter: 0,
            }.get(Qt.Key(event.key()))
            if step is not None:
                self.written.emit(self.text(), step)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # while one types, no key is a command
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere keeps what was typed; a pop-up of an input method is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.written.emit(self.text(), 0)
