"""Types a lyric in its note's place; Tab or space goes on to the next note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

MIN_WIDTH_PX = 64
_HEIGHT_PX = 28
_STEPS = {
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_Return: 0,
    Qt.Key.Key_Enter: 0,
}


class LyricEditor(QLineEdit):
    """A field over one note.

    Space goes on like Tab, unless it stands between brackets (a phonetic hint) or quotes (words
    that belong together), or an input method is at work.

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
        self._is_composing = False
        self._retranslate()
        self.hide()

    def ask(self, text: str, box: QRect) -> None:
        """Show the field over a note with its lyric chosen, ready to be typed over."""
        width = max(MIN_WIDTH_PX, box.width())
        top = box.center().y() - _HEIGHT_PX // 2
        self.setGeometry(QRect(box.left(), top, width, _HEIGHT_PX))
        self._is_composing = False
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Tab is ours: Qt would take the keyboard elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = self._step_of(event)
            if step is not None:
                self.written.emit(self.text(), step)
                return True
            if event.key() == Qt.Key.Key_Escape and not self._is_composing:
                self.left.emit()
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # while one types, no key is a command
            return True
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While an input method composes, its keys are not ours."""
        super().inputMethodEvent(event)
        self._is_composing = bool(event.preeditString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere keeps what was typed; a pop-up of an input method is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.written.emit(self.text(), 0)

    def _step_of(self, event: QKeyEvent) -> int | None:
        if self._is_composing:
            return None
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            return 1 if self._may_end() else None
        return _STEPS.get(Qt.Key(event.key()))

    def _may_end(self) -> bool:
        before = self.text()[: self.cursorPosition()]
        is_hint = before.rfind("[") > before.rfind("]")
        return not is_hint and before.count('"') % 2 == 0

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Lyric"))
