"""Where the song plays: a line over all panes, in a strip of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from editor.view.colours import Colours

_HALF_PX = 6.0


class Playhead(QGraphicsObject):
    """Moved as a whole, so that only the strips it leaves and enters are shown anew."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._colour = QColor(colours.playhead)
        self._head_px = 0
        self._height_px = 0

    def boundingRect(self) -> QRectF:
        """A strip as wide as the head."""
        return QRectF(-_HALF_PX, self._head_px, 2.0 * _HALF_PX + 1.0, self._height_px)

    def set_span(self, head_px: int, height_px: int) -> None:
        """Where the head begins, and how far the line goes down from there."""
        self.prepareGeometryChange()
        self._head_px, self._height_px = head_px, height_px

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colour = QColor(colours.playhead)
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """A pointed head and a line."""
        top = float(self._head_px)
        painter.fillRect(QRectF(0.0, top, 1.0, self._height_px), self._colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._colour)
        painter.setBrush(self._colour)
        left, right = -_HALF_PX + 1.5, _HALF_PX - 0.5
        corners = ((left, 0.5), (right, 0.5), (right, 5.0), (0.5, 10.5), (left, 5.0))
        painter.drawPolygon(QPolygonF([QPointF(x, top + y) for x, y in corners]))
