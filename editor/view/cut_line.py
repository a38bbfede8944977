"""Where the knife would cut: an upright line over one note."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from editor.view.piano_roll import PianoRoll
from editor.view.viewport import whole_px

_OVER_PX = 4.0  # above and below the row
_WIDTH_PX = 2.0


class CutLine(QGraphicsItem):
    """A line on the roll, hidden until it is shown somewhere."""

    def __init__(self, roll: PianoRoll) -> None:
        super().__init__()
        self._roll = roll
        self._box = QRectF()
        self.setZValue(8.0)
        self.hide()
        roll.canvas.scene().addItem(self)

    def show_at(self, ticks: int, key_midi: int) -> None:
        """Lie over a key's row at a place of the song."""
        seen, pane = self._roll.viewport, self._roll.roll.geometry()
        left = pane.left() + whole_px(seen.ticks_to_px(ticks)) - _WIDTH_PX / 2.0
        top = pane.top() + seen.midi_to_px(key_midi + 0.5) - _OVER_PX
        box = QRectF(left, top, _WIDTH_PX, seen.px_per_key + 2.0 * _OVER_PX)
        self.prepareGeometryChange()
        self._box = box.intersected(pane)
        self.show()

    def boundingRect(self) -> QRectF:
        """The line."""
        return self._box

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """In the colour of what stands out."""
        painter.fillRect(self._box, QColor(self._roll.colours.playhead))
