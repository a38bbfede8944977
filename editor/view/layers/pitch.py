"""The pitch over the notes: its ghost, what is sung, drawn and offset stretches, locks."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer
from editor.view.layers.curve import DRAWN_PX, THICK_PX, CurveData, CurvePainter, Scale, boxes_of
from editor.view.shapes import with_alpha
from editor.view.viewport import TOP_MIDI, Viewport
from engine.types import Parameter


class Pitch(Layer):
    """Sung pitch as it is, in MIDI numbers on the rows of the keys."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._data = CurveData(Parameter.PITCH)
        self._painter = CurvePainter()

    def changed(self, before: Content, after: Content) -> bool:
        """What was sung or written."""
        is_changed = self._data.changed(before, after)
        self.changed_ticks = self._data.changed_ticks
        return is_changed

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Stretches below, then the ghost, the sung line and what was drawn."""
        data, colours = self._data, self.colours
        for box in boxes_of(data.offset_ticks, viewport, exposed):
            painter.fillRect(box, with_alpha(colours.offset, 0.10))
        for box in boxes_of(data.moved_ticks, viewport, exposed):
            painter.fillRect(box, with_alpha(colours.draft, 0.14))
            for left in (box.left(), box.right()):
                painter.fillRect(left, box.top(), 1, box.height(), QColor(colours.draft))
        self._painter.locks(painter, data.locked_ticks, colours, viewport, exposed)
        scale = pitch_scale(viewport)
        for line, colour, is_dashed, shifts_px in (
            (data.ghost, colours.generated, True, THICK_PX),
            (data.sung, colours.sung, False, THICK_PX),
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


def pitch_scale(viewport: Viewport) -> Scale:
    """Pixels of a MIDI number."""
    return Scale(
        zero_px=TOP_MIDI * viewport.px_per_key - viewport.scroll_y_px,
        px_per_unit=-viewport.px_per_key,
    )
