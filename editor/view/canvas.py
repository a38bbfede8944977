"""The widget that holds the panes: where each lies, wheel and middle button."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from editor.view.lane_stack import LaneStack, heights_px

GUTTER_PX = 104
RULER_PX = 44
PHONEMES_PX = 26
MIN_ROLL_PX = 200
_EDGE_PX = 1
_PX_PER_NOTCH = 60.0  # of a wheel; a notch is 120 eighths of a degree
_ZOOM_PER_NOTCH = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """Where the panes lie on the canvas."""

    corner: QRect
    ruler: QRect
    keyboard: QRect
    roll: QRect
    phoneme_axis: QRect
    phonemes: QRect
    lane_axes: tuple[QRect, ...]
    lanes: tuple[QRect, ...]


def boxes_in(size: QSize, stack: LaneStack) -> Boxes:
    """Panes from above: ruler, notes, phonemes, lanes. Lanes give way before the notes do."""
    n_edges = 2 + len(stack)
    fixed_px = RULER_PX + PHONEMES_PX + n_edges * _EDGE_PX
    room_px = max(0, size.height() - fixed_px - MIN_ROLL_PX)
    lane_heights = heights_px(stack, room_px)
    roll_px = max(1, size.height() - fixed_px - sum(lane_heights))
    heights = [RULER_PX, roll_px, PHONEMES_PX, *lane_heights]
    left, width = GUTTER_PX + _EDGE_PX, max(1, size.width() - GUTTER_PX - _EDGE_PX)
    gutters, panes, top = [], [], 0
    for height in heights:
        gutters.append(QRect(0, top, GUTTER_PX, height))
        panes.append(QRect(left, top, width, height))
        top += height + _EDGE_PX
    return Boxes(
        corner=gutters[0],
        ruler=panes[0],
        keyboard=gutters[1],
        roll=panes[1],
        phoneme_axis=gutters[2],
        phonemes=panes[2],
        lane_axes=tuple(gutters[3:]),
        lanes=tuple(panes[3:]),
    )


class Canvas(pg.GraphicsView):
    """Scrolls by wheel and middle button, zooms with Ctrl; positions are pixels of the canvas."""

    resized = Signal(QSize)
    panned = Signal(int, int)  # further right and down, pixels
    time_zoomed = Signal(float, float)  # factor, x
    keys_zoomed = Signal(float, float)  # factor, y

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        # The panes cover all but the edges between them: nothing below is painted, kept or shown.
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._edge = QColor("black")
        self._boxes = QRegion()
        self._grip: QPoint | None = None

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Tell the roll, which places the panes; pyqtgraph calls this without an event too."""
        super().resizeEvent(event)
        self.resized.emit(self.viewport().size())

    def set_edges(self, boxes: QRegion, colour: QColor) -> None:
        """What the panes cover, and the colour of what they do not."""
        self._boxes, self._edge = boxes, colour
        self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The edges."""
        whole = QRect(0, 0, self.viewport().width(), self.viewport().height())
        for gap in QRegion(whole) - self._boxes:  # type: ignore[attr-defined]  # the stubs forget
            painter.fillRect(gap, self._edge)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Wheel and trackpad: scroll, sideways with Shift, zoom with Ctrl, keys with both."""
        event.accept()
        modifiers = event.modifiers()
        is_zoom = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        is_shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        dx, dy = _wheel_px(event)
        if is_zoom:
            turned = dy or dx  # some systems turn a shifted wheel sideways themselves
            factor = math.pow(_ZOOM_PER_NOTCH, turned / _PX_PER_NOTCH)
            if is_shifted:
                self.keys_zoomed.emit(factor, event.position().y())
            else:
                self.time_zoomed.emit(factor, event.position().x())
        elif is_shifted:
            self.panned.emit(-round(dx + dy), 0)
        else:
            self.panned.emit(-round(dx), -round(dy))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The middle button grips the picture."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._grip = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What was gripped follows the hand."""
        if self._grip is not None:
            now = event.position().toPoint()
            self.panned.emit(self._grip.x() - now.x(), self._grip.y() - now.y())
            self._grip = now
            event.accept()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.MiddleButton and self._grip is not None:
            self._grip = None
            self.viewport().unsetCursor()
            event.accept()
            return
        super().mouseReleaseEvent(event)


def _wheel_px(event: QWheelEvent) -> tuple[float, float]:
    """Distance of a turn: trackpads tell pixels, wheels angles."""
    pixels = event.pixelDelta()
    if not pixels.isNull():
        return float(pixels.x()), float(pixels.y())
    angle = event.angleDelta()
    return angle.x() / 120.0 * _PX_PER_NOTCH, angle.y() / 120.0 * _PX_PER_NOTCH
