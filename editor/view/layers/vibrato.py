"""Vibratos of chosen notes: the curve that they add, their envelope, and handles."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer
from editor.view.shapes import LineBatch, thin_pen, with_alpha
from editor.view.vibrato_shape import (
    BAND_PX,
    HANDLE_PX,
    Handle,
    VibratoShape,
    curve_of,
    shape_of,
    shown_vibratos,
)
from editor.view.viewport import Viewport

_ROUND = (Handle.FADE_IN, Handle.FADE_OUT, Handle.RATE, Handle.PHASE)
_MARK_PX = 5.0
_DENSEST_PX = 4.0  # between the marks of periods


class VibratoLayer(Layer):
    """Below each chosen note an envelope between its handles; on it the curve that it adds."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._lines = LineBatch()
        self._shown = shown_vibratos(self.content)  # kept: a look at all notes takes a while

    def changed(self, before: Content, after: Content) -> bool:
        """The chosen notes' vibratos or places."""
        is_elsewhere = (
            before.tempo is not after.tempo or before.part.start_ticks != after.part.start_ticks
        )
        if before.part.notes is after.part.notes and before.selected == after.selected:
            return is_elsewhere
        shown, self._shown = self._shown, shown_vibratos(after)
        return is_elsewhere or shown != self._shown

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Everything of each vibrato that is seen."""
        content = self.content
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for note, vibrato in self._shown:
            shape = shape_of(content, viewport, note, vibrato)
            if shape.right_px < exposed.left() - 20 or shape.left_px > exposed.right() + 20:
                continue
            x, y = curve_of(content, viewport, note, vibrato)
            pen = thin_pen(QColor(self.colours.drawn), 1.5)
            self._lines.draw(painter, pen, x[:-1], y[:-1], x[1:], y[1:])
            if shape.handles:
                self._envelope(painter, shape)
                self._handles(painter, shape)

    def _envelope(self, painter: QPainter, shape: VibratoShape) -> None:
        colours, top, bottom = self.colours, shape.top_px, shape.bottom_px
        painter.setPen(thin_pen(with_alpha(colours.drawn, 0.5)))
        painter.setBrush(with_alpha(colours.panel, 0.8))
        painter.drawRect(QRectF(shape.left_px, top, shape.width_px, BAND_PX))
        painter.setPen(thin_pen(QColor(colours.drawn)))
        painter.setBrush(with_alpha(colours.drawn, 0.22))
        fade_in, fade_out = shape.handles[Handle.FADE_IN], shape.handles[Handle.FADE_OUT]
        corners = [
            QPointF(shape.left_px, bottom),
            QPointF(*fade_in),
            QPointF(*fade_out),
            QPointF(shape.right_px, bottom),
        ]
        if fade_in[0] > fade_out[0]:  # they cross: neither is ever whole
            corners[1:3] = [_crossing(shape, fade_in[0], fade_out[0])]
        painter.drawPolygon(QPolygonF(corners))
        if shape.period_px >= _DENSEST_PX:
            x = shape.handles[Handle.PHASE][0]
            while x <= shape.right_px:
                painter.drawLine(QPointF(x, bottom), QPointF(x, bottom - _MARK_PX))
                x += shape.period_px

    def _handles(self, painter: QPainter, shape: VibratoShape) -> None:
        painter.setPen(thin_pen(QColor(self.colours.drawn), 1.5))
        painter.setBrush(QColor(self.colours.panel))
        for handle, (x, y) in shape.handles.items():
            box = QRectF(x - HANDLE_PX, y - HANDLE_PX, 2.0 * HANDLE_PX, 2.0 * HANDLE_PX)
            if handle is Handle.PHASE:
                painter.save()
                painter.setBrush(QColor(self.colours.drawn))
                painter.drawEllipse(box)
                painter.restore()
            elif handle in _ROUND:
                painter.drawEllipse(box)
            elif handle is Handle.DEPTH:
                painter.drawPolygon(
                    QPolygonF(
                        [
                            QPointF(x, y - HANDLE_PX - 1),
                            QPointF(x + HANDLE_PX + 1, y),
                            QPointF(x, y + HANDLE_PX + 1),
                            QPointF(x - HANDLE_PX - 1, y),
                        ]
                    )
                )
            else:
                painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _crossing(shape: VibratoShape, in_px: float, out_px: float) -> QPointF:
    """Where the rising and the falling line of an envelope meet."""
    rise = (in_px - shape.left_px) or 1e-9
    fall = (shape.right_px - out_px) or 1e-9
    share = shape.width_px / (rise + fall)
    return QPointF(shape.left_px + share * rise, shape.bottom_px - share * BAND_PX)
