"""A button that takes the next keys pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from app.shortcuts import portable_keys

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_unknown,
    }
)


def native_text(keys: str) -> str:
    """Keys as this system writes them."""
    portable, native = QKeySequence.SequenceFormat.PortableText, QKeySequence.SequenceFormat
    return QKeySequence.fromString(keys, portable).toString(native.NativeText)


class KeyCapture(QPushButton):
    """Press it, then the keys; Escape, another click or leaving it takes nothing.

    Signals
    -------
    captured : str
        Portable key text.
    """

    captured = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.is_listening = False
        self.setAutoDefault(False)
        self.clicked.connect(lambda: self.listen(not self.is_listening))

    def set_text(self, text: str) -> None:
        """What it says while it does not listen."""
        self._text = text
        self._show()

    def listen(self, is_listening: bool = True) -> None:
        """Take the next keys, or no more."""
        self.is_listening = is_listening
        if is_listening:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def event(self, event: QEvent) -> bool:
        """Tab and shortcuts are keys like others while it listens."""
        if self.is_listening and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
            return True  # the release of a key that was taken presses nothing
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes elsewhere wants nothing taken."""
        super().focusOutEvent(event)
        self.listen(False)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS or event.isAutoRepeat():
            return
        self.listen(False)
        if key == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            return
        keys = portable_keys(QKeySequence(event.keyCombination()).toString())
        if keys is not None:
            self.captured.emit(keys)

    def _show(self) -> None:
        self.setText(self.tr("Press keys…") if self.is_listening else self._text)
