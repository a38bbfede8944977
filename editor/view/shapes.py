"""Many rectangles and lines at once: numpy memory handed to the painter as it is.

A list of `QRectF` costs more to make than to paint.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from pyqtgraph import arrayToQPath
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from editor.view.lines import Float64Array


class RectBatch:
    """Fills rectangles; keeps its memory from one painting to the next."""

    def __init__(self) -> None:
        self._array = PrimitiveArray(QRectF, 4)

    def fill(
        self,
        painter: QPainter,
        colour: QColor,
        *,
        x: npt.ArrayLike,
        y: npt.ArrayLike,
        width: npt.ArrayLike,
        height: npt.ArrayLike,
    ) -> None:
        """Fill all with one colour; columns are arrays of one length or numbers for all."""
        x, y, width, height = np.broadcast_arrays(x, y, width, height)
        if not x.size:
            return
        self._array.resize(x.size)
        table = self._array.ndarray()
        table[:, 0], table[:, 1], table[:, 2], table[:, 3] = x, y, width, height
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRects(*self._array.drawargs())


class LineBatch:
    """Draws straight lines of one pen; keeps its memory from one painting to the next."""

    def __init__(self) -> None:
        self._array = PrimitiveArray(QLineF, 4)

    def vertical(
        self, painter: QPainter, colour: QColor, x: npt.ArrayLike, *, top: float, bottom: float
    ) -> None:
        """Upright lines one pixel wide."""
        places = np.asarray(x, dtype=np.float64)
        if not places.size:
            return
        self._array.resize(places.size)
        table = self._array.ndarray()
        table[:, 0] = table[:, 2] = places
        table[:, 1], table[:, 3] = top, bottom
        painter.setPen(thin_pen(colour))
        painter.drawLines(*self._array.drawargs())


def thin_pen(colour: QColor, width_px: float = 1.0) -> QPen:
    """A pen that is as wide at every scale: others cost ten times as much."""
    pen = QPen(colour, width_px)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def path_of(x: Float64Array, y: Float64Array) -> QPainterPath:
    """Points joined, with a gap wherever one is NaN."""
    path: QPainterPath = arrayToQPath(x, y, connect="finite")
    return path


def with_alpha(colour: str, alpha: float) -> QColor:
    """A colour thinned to ``alpha`` (0..1)."""
    mixed = QColor(colour)
    mixed.setAlphaF(alpha)
    return mixed
