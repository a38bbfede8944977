"""A lane of one parameter: real values on an axis, ghost, drawn and offset stretches, locks."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from editor.view.axis import AXES
from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer
from editor.view.layers.curve import (
    DRAWN_PX,
    THIN_PX,
    CurveData,
    CurvePainter,
    Scale,
    boxes_of,
)
from editor.view.lines import Line
from editor.view.viewport import Viewport
from engine.types import Parameter

MARK_GAP_PX = 24.0  # between the lines of the axis
_STRIP_PX = 4


class ParameterLane(Layer):
    """One parameter of the part."""

    def __init__(self, colours: Colours, parameter: Parameter) -> None:
        super().__init__(colours)
        self.axis = AXES[parameter]
        self._data = CurveData(parameter)
        self._painter = CurvePainter()

    @property
    def value_scale(self) -> Scale:
        """Pixels of a value in the lane's present height."""
        height_px = float(self.size.height())
        return Scale(
            zero_px=self.axis.value_to_px(0.0, height_px=height_px),
            px_per_unit=-self.axis.px_per_unit(height_px=height_px),
        )

    @property
    def sung(self) -> Line:
        """What is sung."""
        return self._data.sung

    def changed(self, before: Content, after: Content) -> bool:
        """What was sung or written."""
        is_changed = self._data.changed(before, after)
        self.changed_ticks = self._data.changed_ticks
        return is_changed

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Axis lines, stretches, and the lines."""
        data, colours, scale = self._data, self.colours, self.value_scale
        height_px = float(self.size.height())
        for value in self.axis.marks(height_px=height_px, gap_px=MARK_GAP_PX):
            y = round(value * scale.px_per_unit + scale.zero_px)
            colour = colours.line_bar if value == self.axis.base else colours.line_beat
            painter.fillRect(exposed.left(), y, exposed.width(), 1, QColor(colour))
        self._painter.locks(painter, data.locked_ticks, colours, viewport, exposed)
        self._painter.padlocks(painter, data.locked_ticks, colours, viewport, exposed)
        for line, colour, is_dashed, shifts_px in (
            (data.ghost, colours.generated, True, THIN_PX),
            (data.sung, colours.sung, False, THIN_PX),
            (data.drawn, colours.drawn, False, DRAWN_PX),
        ):
            self._painter.line(
                painter,
                line,
                QColor(colour),
                viewport,
                exposed,
                scale,
                is_dashed=is_dashed,
                shifts_px=shifts_px,
            )
        for box in boxes_of(data.offset_ticks, viewport, exposed):
            box.setTop(self.size.height() - _STRIP_PX)
            painter.fillRect(box, QColor(colours.offset))
        self._painter.moves(painter, data.moved_ticks, colours, viewport, exposed)


class ParameterFill(Layer):
    """The space under a lane's sung line, below the grid so that it can be opaque (and quick)."""

    def __init__(self, lane: ParameterLane) -> None:
        super().__init__(lane.colours)
        self._lane = lane
        self._painter = CurvePainter()

    def changed(self, before: Content, after: Content) -> bool:
        """Nothing that the lane does not see as well."""
        return False

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """From the sung line to the axis's base."""
        lane = self._lane
        self._painter.fill(
            painter,
            lane.sung,
            QColor(self.colours.sung_fill),
            viewport,
            exposed,
            lane.value_scale,
            lane.axis.base,
        )
