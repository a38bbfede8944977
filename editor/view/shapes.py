"""Many rectangles and lines at once: numpy memory handed to the painter as it is.

A list of rectangles costs more to make than to paint, and those of whole pixels are filled in
half the time of others.
"""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QLineF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from editor.view.lines import Float64Array


def first_of_each(values: Float64Array) -> npt.NDArray[np.intp]:
    """Rows of values that differ, ascending by value.

    As ``np.unique`` finds them, which has a module of a tenth of a second loaded the first time.
    """
    order = np.argsort(values, kind="stable")
    return order[np.diff(values[order], prepend=-np.inf) > 0]


class RectBatch:
    """Fills rectangles of whole pixels; keeps its memory from one painting to the next."""

    def __init__(self) -> None:
        self._grow(64)

    def _grow(self, n_rects: int) -> None:
        self._corners = np.empty((n_rects, 4), dtype=np.int32)  # as QRect: the last is inside
        # Looked up once: the address costs more than filling a few rectangles.
        self._first = cast("QRect", shiboken6.wrapInstance(self._corners.ctypes.data, QRect))

    def fill(
        self,
        painter: QPainter,
        colour: QColor | QBrush,
        *,
        x: npt.NDArray[np.generic],
        y: npt.ArrayLike,
        width: npt.ArrayLike,
        height: npt.ArrayLike,
    ) -> None:
        """Fill all with one colour; what is no array counts for all."""
        n_rects = len(x)
        if not n_rects:
            return
        if len(self._corners) < n_rects:
            self._grow(n_rects)
        corners = self._corners[:n_rects]
        corners[:, 0], corners[:, 1], corners[:, 2], corners[:, 3] = x, y, width, height
        corners[:, 2:] += corners[:, :2] - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRects(self._first, n_rects)

    def upright(
        self,
        painter: QPainter,
        colour: QColor,
        x: npt.NDArray[np.generic],
        *,
        top: float,
        bottom: float,
    ) -> None:
        """Upright lines one pixel wide: filled, which is quicker than drawn."""
        self.fill(painter, colour, x=x, y=top, width=1.0, height=bottom - top)


class LineBatch:
    """Draws straight lines with one pen; keeps its memory from one painting to the next."""

    def __init__(self) -> None:
        self._grow(64)

    def _grow(self, n_lines: int) -> None:
        self._ends = np.empty((n_lines, 4), dtype=np.float64)  # as QLineF
        self._first = cast("QLineF", shiboken6.wrapInstance(self._ends.ctypes.data, QLineF))

    def draw(
        self,
        painter: QPainter,
        pen: QPen,
        x0: Float64Array,
        y0: Float64Array | float,
        x1: Float64Array,
        y1: Float64Array | float,
    ) -> None:
        """Lines from one end to the other, each on its own."""
        n_lines = len(x0)
        if not n_lines:
            return
        if len(self._ends) < n_lines:
            self._grow(n_lines)
        ends = self._ends[:n_lines]
        ends[:, 0], ends[:, 1], ends[:, 2], ends[:, 3] = x0, y0, x1, y1
        painter.setPen(pen)
        painter.drawLines(self._first, n_lines)


def thin_pen(colour: QColor, width_px: float = 1.0) -> QPen:
    """A pen that is as wide at every scale: others cost ten times as much."""
    pen = QPen(colour, width_px)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def with_alpha(colour: str, alpha: float) -> QColor:
    """A colour thinned to ``alpha`` (0..1)."""
    mixed = QColor(colour)
    mixed.setAlphaF(alpha)
    return mixed
