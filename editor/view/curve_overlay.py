"""What lies live above notes and lanes while curves are edited: a line, anchors, a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from editor.view.axis import AXES
from editor.view.lines import NO_LINE, Line
from editor.view.pane import Pane
from editor.view.piano_roll import PianoRoll
from editor.view.shapes import LineBatch, thin_pen, with_alpha
from editor.view.text import Labels, label_font
from engine.types import Parameter

ANCHOR_PX = 4.5  # radius
_LINE_PX = 2.0
_AWAY_PX = 14.0  # from the mouse to the value
_PAD_PX = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorMark:
    """An anchor: absolute ticks, value, and whether it is the one that keys act on."""

    parameter: Parameter
    ticks: float
    value: float
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOut:
    """A value beside the mouse; ``note`` stands behind it, dimmed."""

    place: QPointF  # of the canvas
    text: str
    note: str = ""


class CurveOverlay(QGraphicsItem):
    """Painted above all panes, in pixels of the canvas."""

    def __init__(self, roll: PianoRoll) -> None:
        super().__init__()
        self._roll = roll
        self._labels = Labels(label_font(11))
        self._lines = LineBatch()
        self._parameter: Parameter | None = None
        self._line = NO_LINE
        self._read_out: ReadOut | None = None
        self._marks: Callable[[], Iterable[AnchorMark]] = tuple
        self.setZValue(8.0)
        roll.canvas.scene().addItem(self)
        roll.viewport_changed.connect(lambda _: self.update())

    # ------------------------------------------------------------------ what is shown

    def show_line(self, parameter: Parameter, line: Line) -> None:
        """What a curve will be; absolute ticks."""
        self.hide_line()
        self._parameter, self._line = parameter, line
        self._update_line()

    def hide_line(self) -> None:
        """Take the line away."""
        self._update_line()
        self._parameter, self._line = None, NO_LINE

    def _update_line(self) -> None:
        pane = None if self._parameter is None else self.pane_of(self._parameter)
        if pane is not None:
            self.update(pane.geometry())

    def show_anchors(self, marks: Callable[[], Iterable[AnchorMark]]) -> None:
        """Ask for anchors whenever they are painted."""
        self._marks = marks
        self.update()

    def show_value(self, read_out: ReadOut | None) -> None:
        """Say a value beside the mouse, or nothing."""
        for shown in (self._read_out, read_out):
            if shown is not None:
                self.update(self._box_of(shown).adjusted(-2.0, -2.0, 2.0, 2.0))
        self._read_out = read_out

    @property
    def read_out(self) -> ReadOut | None:
        """What stands beside the mouse."""
        return self._read_out

    # ------------------------------------------------------------------ places

    def pane_of(self, parameter: Parameter) -> Pane | None:
        """Where a parameter is shown."""
        if parameter is Parameter.PITCH:
            return self._roll.roll
        return self._roll.lane_panes.get(parameter)

    def place_of(self, parameter: Parameter, ticks: float, value: float) -> QPointF | None:
        """Where a value of a parameter is seen, in pixels of the canvas."""
        pane = self.pane_of(parameter)
        if pane is None:
            return None
        box = pane.geometry()
        x = box.left() + self._roll.viewport.ticks_to_px(ticks)
        if parameter is Parameter.PITCH:
            return QPointF(x, box.top() + self._roll.viewport.midi_to_px(value))
        y = AXES[parameter].value_to_px(value, height_px=box.height())
        return QPointF(x, box.top() + y)

    def boundingRect(self) -> QRectF:
        """The canvas."""
        view = self._roll.canvas.viewport()
        return QRectF(0.0, 0.0, view.width(), view.height())

    # ------------------------------------------------------------------ painting

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """The line, anchors, then the value."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        self._paint_anchors(painter)
        painter.setClipping(False)
        if self._read_out is not None:
            self._paint_value(painter, self._read_out)

    def _paint_line(self, painter: QPainter) -> None:
        pane = None if self._parameter is None else self.pane_of(self._parameter)
        if pane is None or self._parameter is None:
            return
        box = pane.geometry()
        painter.setClipRect(box)
        # Straight: a pixel a unit and where zero lies say it for all points at once.
        zero = self.place_of(self._parameter, 0.0, 0.0) or QPointF()
        one = self.place_of(self._parameter, 1.0, 1.0) or QPointF()
        x = zero.x() + self._line.ticks * (one.x() - zero.x())
        y = zero.y() + self._line.values.astype(np.float64) * (one.y() - zero.y())
        there = np.isfinite(y[:-1]) & np.isfinite(y[1:])
        pen = thin_pen(QColor(self._roll.colours.drawn), _LINE_PX)
        x0, y0, x1, y1 = x[:-1][there], y[:-1][there], x[1:][there], y[1:][there]
        self._lines.draw(painter, pen, x0, y0, x1, y1)

    def _paint_anchors(self, painter: QPainter) -> None:
        colours = self._roll.colours
        pen = QPen(QColor(colours.drawn), 1.6)
        for mark in self._marks():
            pane = self.pane_of(mark.parameter)
            place = self.place_of(mark.parameter, mark.ticks, mark.value)
            if pane is None or place is None:
                continue
            box = pane.geometry()
            if not box.adjusted(-ANCHOR_PX, 0.0, ANCHOR_PX, 0.0).contains(place):
                continue
            painter.setClipRect(box)
            painter.setPen(pen)
            painter.setBrush(QColor(colours.drawn if mark.is_chosen else colours.ground))
            radius = ANCHOR_PX + (1.5 if mark.is_chosen else 0.0)
            painter.drawEllipse(place, radius, radius)

    def _box_of(self, read_out: ReadOut) -> QRectF:
        """Beside the mouse, on whichever side there is room."""
        labels = self._labels
        width = labels.width_px(read_out.text) + 2.0 * _PAD_PX
        if read_out.note:
            width += labels.width_px(read_out.note) + _PAD_PX
        height = labels.metrics.height() + 4.0
        left, top = read_out.place.x() + _AWAY_PX, read_out.place.y() - _AWAY_PX - height
        whole = self.boundingRect()
        if left + width > whole.right():
            left = read_out.place.x() - _AWAY_PX - width
        if top < whole.top():
            top = read_out.place.y() + _AWAY_PX
        return QRectF(left, top, width, height)

    def _paint_value(self, painter: QPainter, read_out: ReadOut) -> None:
        labels, colours, box = self._labels, self._roll.colours, self._box_of(read_out)
        painter.setPen(thin_pen(QColor(colours.line_bar)))
        painter.setBrush(with_alpha(colours.panel, 0.94))
        painter.drawRoundedRect(box, 3.0, 3.0)
        painter.setFont(labels.font)
        painter.setPen(QColor(colours.text))
        left = box.left() + _PAD_PX
        labels.paint(painter, left, box.center().y(), read_out.text)
        painter.setPen(QColor(colours.text_dim))
        left += labels.width_px(read_out.text) + _PAD_PX
        labels.paint(painter, left, box.center().y(), read_out.note)
