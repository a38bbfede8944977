"""A value in a bar: shown, copied, and typed anew after a double click or Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_PAD_PX = 18
_BEGIN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_OWN_KEYS = (*_BEGIN_KEYS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class ValueField(QLineEdit):
    """At rest it can be selected and copied, and the window's keys work; digits begin to type.

    Return or Tab takes what was typed, Escape or going elsewhere drops it.

    Signals
    -------
    entered : str
        What was typed.
    left
        Typing has ended, by whatever way.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._widest = widest
        self.setReadOnly(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit()

    @property
    def is_typing(self) -> bool:
        """Whether the user types."""
        return not self.isReadOnly()

    def show_value(self, text: str) -> None:
        """Show a value, unless the user types or holds a selection to be copied."""
        self._shown = text
        if not self.is_typing and text != self.text():
            if self.hasFocus() and self.hasSelectedText():
                return
            self.setText(text)

    def begin(self, text: str | None = None) -> None:
        """Let a value be typed, beginning with a text or with the whole value chosen."""
        self.setReadOnly(False)
        self.setFocus()
        if text is None:
            self.setText(self._shown)
            self.selectAll()
        else:
            self.setText(text)

    def _end(self, *, takes: bool) -> None:
        text = self.text()
        self.setReadOnly(True)
        self.deselect()
        self.setText(self._shown)
        if takes:
            self.entered.emit(text)
        self.left.emit()

    # ------------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        """Keys that act here do not reach the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_ours = event.key() in _OWN_KEYS or event.text().isdigit()
            if is_ours or (self.is_typing and event.key() == Qt.Key.Key_Escape):
                event.accept()
                return True
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        if is_tab and event.type() == QEvent.Type.KeyPress and self.is_typing:
            self._end(takes=True)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin, take or drop."""
        key = event.key()
        if not self.is_typing:
            if key in _BEGIN_KEYS:
                self.begin()
                return
            if event.text().isdigit():
                self.begin(event.text())
                return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(takes=True)
            return
        elif key == Qt.Key.Key_Escape:
            self._end(takes=False)
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin to type."""
        if self.is_typing:
            super().mouseDoubleClickEvent(event)
        else:
            self.begin()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is dropped; a menu does not count."""
        super().focusOutEvent(event)
        if self.is_typing and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end(takes=False)

    def changeEvent(self, event: QEvent) -> None:
        """Other letters are wider or narrower."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(self._widest) + _PAD_PX)
