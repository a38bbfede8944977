"""How a curve looks, over the notes and in a lane alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import stretch_of
from editor.view.lines import (
    DENSE_POINTS_PER_PX,
    NO_LINE,
    Line,
    columns_of,
    ghost_piece,
    joined,
    ranges_of,
    sampled,
    segments_line,
    sung_piece,
)
from editor.view.phrase_cache import PhraseCache
from editor.view.shapes import RectBatch, path_of, thin_pen, with_alpha
from editor.view.viewport import Viewport
from engine.types import CurveLayers, Parameter

_EMPTY = CurveLayers()
_HATCH_PX = 8  # Qt's pattern repeats after so many
LINE_PX = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Pixels of a value: ``zero_px + value * px_per_unit``, downwards."""

    zero_px: float
    px_per_unit: float


class CurveData:
    """The lines of one parameter, kept until what they follow from changes."""

    def __init__(self, parameter: Parameter) -> None:
        self.parameter = parameter
        self.sung = self.ghost = self.drawn = NO_LINE
        self.offset_ticks: list[tuple[int, int]] = []
        self.locked_ticks: list[tuple[int, int]] = []
        self._sung_pieces = PhraseCache(lambda p, tempo: sung_piece(p, tempo, parameter))
        self._ghost_pieces = PhraseCache(lambda p, tempo: ghost_piece(p, tempo, parameter))

    def changed(self, before: Content, after: Content) -> bool:
        """Whether a line differs; makes those that do."""
        sung = before.phrases is not after.phrases or before.tempo != after.tempo
        old = before.part.curves.get(self.parameter, _EMPTY)
        layers, start = after.part.curves.get(self.parameter, _EMPTY), after.part.start_ticks
        written = layers is not old or before.part.start_ticks != start
        if sung:
            self.sung = joined(self._sung_pieces.values(after))
            self.ghost = joined(self._ghost_pieces.values(after))
        if written:
            self.drawn = segments_line(layers.drawn, start_ticks=start)
            self.offset_ticks = ranges_of(layers.offset, start_ticks=start)
            self.locked_ticks = [(a + start, b + start) for a, b in layers.locked_ticks]
        return sung or written


class CurvePainter:
    """Paints lines and ranges; keeps the memory that it paints from."""

    def __init__(self) -> None:
        self._batch = RectBatch()

    def line(
        self,
        painter: QPainter,
        line: Line,
        colour: QColor,
        viewport: Viewport,
        exposed: QRect,
        scale: Scale,
        *,
        is_dashed: bool = False,
    ) -> None:
        """A smooth line, or the span of each column where points are denser than pixels."""
        if not len(line.ticks):
            return
        if line.density(viewport.px_per_tick) > DENSE_POINTS_PER_PX:
            self._dense(painter, line, colour, viewport, exposed, scale)
            return
        part = line.within(*stretch_of(viewport, exposed))
        if len(part.ticks) < 2:
            return
        x = part.ticks * viewport.px_per_tick - viewport.scroll_x_px
        y = part.values.astype(np.float64) * scale.px_per_unit + scale.zero_px
        pen = thin_pen(colour, LINE_PX)
        if is_dashed:
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPath(path_of(x, y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _dense(
        self,
        painter: QPainter,
        line: Line,
        colour: QColor,
        viewport: Viewport,
        exposed: QRect,
        scale: Scale,
    ) -> None:
        columns = columns_of(
            line,
            px_per_tick=viewport.px_per_tick,
            first_px=exposed.left() + viewport.scroll_x_px,
            last_px=exposed.right() + viewport.scroll_x_px,
        )
        top = columns.high * scale.px_per_unit + scale.zero_px
        bottom = columns.low * scale.px_per_unit + scale.zero_px
        self._batch.fill(
            painter,
            colour,
            x=columns.px - viewport.scroll_x_px,
            y=np.floor(top),
            width=columns.width_px,
            height=np.maximum(1.0, np.round(bottom) - np.floor(top)),
        )

    def fill(
        self,
        painter: QPainter,
        line: Line,
        colour: QColor,
        viewport: Viewport,
        exposed: QRect,
        scale: Scale,
        base: float,
    ) -> None:
        """The space between a line and the value ``base``, column by column."""
        x = np.arange(exposed.left(), exposed.right() + 1, dtype=np.float64)
        part = line.within(*stretch_of(viewport, exposed))
        ticks = (x + viewport.scroll_x_px + 0.5) / viewport.px_per_tick
        y = sampled(part, ticks) * scale.px_per_unit + scale.zero_px
        there = np.isfinite(y)
        base_px = base * scale.px_per_unit + scale.zero_px
        top = np.round(np.minimum(y[there], base_px))
        bottom = np.round(np.maximum(y[there], base_px))
        self._batch.fill(
            painter, colour, x=x[there], y=top, width=1.0, height=np.maximum(0.0, bottom - top)
        )

    def locks(
        self,
        painter: QPainter,
        ranges: Sequence[tuple[int, int]],
        colours: Colours,
        viewport: Viewport,
        exposed: QRect,
    ) -> None:
        """Hatched stretches with a line at each end."""
        brush = QBrush(with_alpha(colours.lock, 0.45), Qt.BrushStyle.BDiagPattern)
        painter.setBrushOrigin(
            QPoint(-viewport.scroll_x_px % _HATCH_PX, -viewport.scroll_y_px % _HATCH_PX)
        )
        for box in boxes_of(ranges, viewport, exposed):
            painter.fillRect(box, brush)
            edge = QColor(colours.lock)
            painter.fillRect(box.left(), box.top(), 1, box.height(), edge)
            painter.fillRect(box.right(), box.top(), 1, box.height(), edge)


def boxes_of(ranges: Sequence[tuple[int, int]], viewport: Viewport, exposed: QRect) -> list[QRect]:
    """Stretches that are seen, as upright boxes as high as what is exposed."""
    first, last = stretch_of(viewport, exposed)
    boxes = []
    for begin, end in ranges:
        if begin <= last and end >= first:
            left = round(viewport.ticks_to_px(begin))
            width = max(1, round(viewport.ticks_to_px(end)) - left)
            boxes.append(QRect(left, exposed.top(), width, exposed.height()))
    return boxes
