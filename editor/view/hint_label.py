"""A small text beside the mouse or a note, that never takes either mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

_GAP_PX = 14
_GOES = frozenset(
    {QEvent.Type.Leave, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}
)


class HintLabel(QLabel):
    """Lies over a widget; what follows the mouse goes when the mouse goes on."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet(
            "QLabel { background: palette(tool-tip-base); color: palette(tool-tip-text);"
            " border: 1px solid palette(mid); border-radius: 4px; padding: 2px 6px; }"
        )
        self._follows_mouse = False
        self.hide()
        over.installEventFilter(self)

    def show_at(self, place: QPoint, text: str, *, follows_mouse: bool = True) -> None:
        """Say something above a place of the widget below, inside its bounds."""
        self._follows_mouse = follows_mouse
        self.setText(text)
        self.adjustSize()
        room = self._over.rect()
        x = max(0, min(place.x(), room.width() - self.width()))
        y = place.y() - self.height() - _GAP_PX
        self.move(x, y if y >= 0 else place.y() + _GAP_PX)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever follows the mouse says it again at each move."""
        if self._follows_mouse and event.type() in _GOES:
            self.hide()
        return super().eventFilter(watched, event)
