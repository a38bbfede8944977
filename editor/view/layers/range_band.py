"""The chosen stretch of the song, laid over all panes."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from editor.view.colours import Colours

_TINT_ALPHA = 40
_EDGE_ALPHA = 200


class RangeBand(QGraphicsItem):
    """A tinted stretch with an edge at either end, in pixels of the canvas."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._box = QRectF()
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._tint, self._edge = (QColor(colours.note_selected_edge) for _ in range(2))
        self._tint.setAlpha(_TINT_ALPHA)
        self._edge.setAlpha(_EDGE_ALPHA)
        self.update()

    def set_box(self, box: QRectF) -> None:
        """Lie elsewhere."""
        if box != self._box:
            self.prepareGeometryChange()
            self._box = box

    def boundingRect(self) -> QRectF:
        """The stretch."""
        return self._box

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Tint, then edges."""
        box = self._box
        painter.fillRect(box, self._tint)
        painter.fillRect(QRectF(box.left(), box.top(), 1.0, box.height()), self._edge)
        painter.fillRect(QRectF(box.right() - 1.0, box.top(), 1.0, box.height()), self._edge)
