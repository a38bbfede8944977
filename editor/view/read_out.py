"""A value beside the mouse while something is dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from editor.view.colours import Colours
from editor.view.text import label_font

_AWAY_PX = 16


class ReadOut(QLabel):
    """A small label over the roll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(label_font(12))
        self.hide()

    def say(self, text: str, place: QPoint, colours: Colours) -> None:
        """Show a value beside a place of the parent, inside of it."""
        self.setStyleSheet(
            f"background: {colours.panel}; color: {colours.text}; "
            f"border: 1px solid {colours.scroll_handle}; border-radius: 3px; padding: 2px 6px;"
        )
        self.setText(text)
        self.adjustSize()
        room = self._home.size()
        x = min(place.x() + _AWAY_PX, room.width() - self.width() - 2)
        y = max(2, place.y() - self.height() - _AWAY_PX)
        self.move(max(2, x), y)
        self.show()
        self.raise_()
