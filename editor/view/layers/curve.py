"""How a curve looks, over the notes and in a lane alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from editor.model.predictions import moved_marks
from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import stretch_of
from editor.view.lines import (
    DENSE_POINTS_PER_PX,
    NO_LINE,
    Float64Array,
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
from editor.view.shapes import LineBatch, RectBatch, thin_pen, with_alpha
from editor.view.viewport import Viewport, whole_px
from engine.types import CurveLayers, Parameter

_EMPTY = CurveLayers()
_HATCH_PX = 8  # Qt's pattern repeats after so many
THIN_PX = (0.0,)
THICK_PX = (-0.35, 0.35)  # two thin lines cost half of one that is wider than a pixel
DRAWN_PX = (-0.7, 0.0, 0.7)  # so that what was drawn stands off what is sung below it
_FILL_PX = 2.0
_BLOCK = 16  # columns of a fill
_DASH_PX = 6.0
_PADLOCK_PX = 10.0
_MOVED_PX = 3


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
        self.moved_ticks: list[tuple[int, int]] = []  # the prediction moved under what is written
        self.changed_ticks: tuple[float, float] | None = None  # by the last change; None: all
        self._pieces = PhraseCache(
            lambda p, tempo: (sung_piece(p, tempo, parameter), ghost_piece(p, tempo, parameter))
        )

    def changed(self, before: Content, after: Content) -> bool:
        """Whether a line differs; makes those that do."""
        stretches: list[tuple[float, float] | None] = []
        if before.phrases is not after.phrases or before.tempo != after.tempo:
            pieces = self._pieces.pieces(after)
            if pieces.is_changed:
                self.sung = joined(sung for sung, _ in pieces.values)
                self.ghost = joined(ghost for _, ghost in pieces.values)
                stretches.append(in_ticks(pieces.changed_ms, after))
        if self._look_for_moves(before, after):
            stretches.append(None)
        old = before.part.curves.get(self.parameter, _EMPTY)
        layers, start = after.part.curves.get(self.parameter, _EMPTY), after.part.start_ticks
        is_moved = before.part.start_ticks != start
        if layers is not old or is_moved:
            self.drawn = segments_line(layers.drawn, start_ticks=start)
            self.offset_ticks = ranges_of(layers.offset, start_ticks=start)
            self.locked_ticks = [(a + start, b + start) for a, b in layers.locked_ticks]
            stretches.append(None if is_moved else _stretch_between(old, layers, start))
        known = [stretch for stretch in stretches if stretch is not None]
        self.changed_ticks = None
        if known and len(known) == len(stretches):
            self.changed_ticks = min(first for first, _ in known), max(last for _, last in known)
        return bool(stretches)

    def _look_for_moves(self, before: Content, after: Content) -> bool:
        """Whether other stretches are marked than before."""
        old, new = before.part, after.part
        layers = new.curves.get(self.parameter, _EMPTY)
        if (
            old.generated is new.generated
            and old.curves.get(self.parameter, _EMPTY).reference is layers.reference
            and old.start_ticks == new.start_ticks
            and before.tempo == after.tempo
        ):
            return False
        marks = moved_marks(new, after.tempo, (self.parameter,)) if layers.reference else ()
        start = new.start_ticks
        found = [(mark.first_ticks + start, mark.last_ticks + start) for mark in marks]
        is_other, self.moved_ticks = found != self.moved_ticks, found
        return is_other


def in_ticks(
    stretch_ms: tuple[float, float] | None, content: Content
) -> tuple[float, float] | None:
    """A stretch of times as one of places; None stays None."""
    if stretch_ms is None:
        return None
    first_ms, last_ms = stretch_ms
    return content.tempo.ms_to_ticks_exact(first_ms), content.tempo.ms_to_ticks_exact(last_ms)


def _stretch_between(
    old: CurveLayers, new: CurveLayers, start_ticks: int
) -> tuple[float, float] | None:
    """From the first to the last place where two curves are not written by the same stretches."""
    spans = set(old.locked_ticks) ^ set(new.locked_ticks)
    for before, after in ((old.drawn, new.drawn), (old.offset, new.offset)):
        ids = {id(s) for s in before} ^ {id(s) for s in after}
        spans |= {(int(s.ticks[0]), int(s.ticks[-1])) for s in (*before, *after) if id(s) in ids}
    if not spans:
        return None
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return float(first + start_ticks), float(last + start_ticks)


class CurvePainter:
    """Paints lines and ranges; keeps the memory that it paints from."""

    def __init__(self) -> None:
        self._batch, self._lines = RectBatch(), LineBatch()

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
        shifts_px: tuple[float, ...] = THIN_PX,
    ) -> None:
        """A smooth line, or the span of each column where points are denser than pixels.

        Dashed lines are ghosts; they are left out where no column could show them.
        """
        first, last = stretch_of(viewport, exposed)
        if not line.is_within(first, last):
            return
        if line.density(viewport.px_per_tick) > DENSE_POINTS_PER_PX:
            if not is_dashed:  # a ghost would be a smear upon a smear
                self._dense(painter, line, colour, viewport, exposed, scale)
            return
        if is_dashed:
            x0, x1, y0, y1 = _dashes(line, first, last, viewport)
        else:
            part = line.within(first, last)
            if len(part.ticks) < 2:
                return
            x, y = part.ticks * viewport.px_per_tick, part.values.astype(np.float64)
            x0, x1, y0, y1 = x[:-1], x[1:], y[:-1], y[1:]
        there = np.isfinite(y0) & np.isfinite(y1)
        # One by one: a path of the whole line takes ten times as long where it is steep.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shift_px in shifts_px:
            self._lines.draw(
                painter,
                thin_pen(colour),
                x0[there] - viewport.scroll_x_px,
                y0[there] * scale.px_per_unit + scale.zero_px + shift_px,
                x1[there] - viewport.scroll_x_px,
                y1[there] * scale.px_per_unit + scale.zero_px + shift_px,
            )
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
            height=np.maximum(1.0, np.floor(bottom + 0.5) - np.floor(top)),
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
        """The space between a line and the value ``base``."""
        is_dense = line.density(viewport.px_per_tick) > DENSE_POINTS_PER_PX
        step_px = 2.0 * _FILL_PX if is_dense else _FILL_PX
        block_px = step_px * _BLOCK
        first_px = (exposed.left() + viewport.scroll_x_px) // block_px * block_px
        n_blocks = int((exposed.right() + viewport.scroll_x_px - first_px) // block_px) + 1
        x = first_px + np.arange(n_blocks * _BLOCK) * step_px
        part = line.within(*stretch_of(viewport, exposed, margin_px=block_px))
        y = sampled(part, (x + step_px / 2.0) / viewport.px_per_tick)
        base_px = float(round(base * scale.px_per_unit + scale.zero_px))
        y = np.round(y * scale.px_per_unit + scale.zero_px)
        y = np.where(np.isfinite(y), y, base_px).reshape(n_blocks, _BLOCK)
        x = x.reshape(n_blocks, _BLOCK) - viewport.scroll_x_px
        # What all columns of a block have in common is one rectangle, the rest are short ones.
        floor = np.minimum(y.max(axis=1), base_px)
        self._batch.fill(
            painter, colour, x=x[:, 0], y=floor, width=block_px, height=base_px - floor
        )
        edge = np.where(y < base_px, floor[:, None], base_px)
        top, height = np.minimum(y, edge), np.abs(y - edge)
        there = height > 0
        self._batch.fill(
            painter, colour, x=x[there], y=top[there], width=step_px, height=height[there]
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
        if not ranges:
            return
        brush = QBrush(with_alpha(colours.lock, 0.35), Qt.BrushStyle.BDiagPattern)
        painter.setBrushOrigin(
            QPoint(-viewport.scroll_x_px % _HATCH_PX, -viewport.scroll_y_px % _HATCH_PX)
        )
        for box in boxes_of(ranges, viewport, exposed):
            painter.fillRect(box, brush)
            edge = QColor(colours.lock)
            painter.fillRect(box.left(), box.top(), 1, box.height(), edge)
            painter.fillRect(box.right(), box.top(), 1, box.height(), edge)

    def moves(
        self,
        painter: QPainter,
        ranges: Sequence[tuple[int, int]],
        colours: Colours,
        viewport: Viewport,
        exposed: QRect,
    ) -> None:
        """A bar with ends that point down, at the pane's top: the prediction below has moved.

        For panes that do not scroll upright.
        """
        for box in boxes_of(ranges, viewport, exposed):
            colour = QColor(colours.draft)
            painter.fillRect(box.left(), 0, max(box.width(), 3), _MOVED_PX, colour)
            for left in (box.left(), box.right() - 1):
                painter.fillRect(left, 0, 2, 3 * _MOVED_PX, colour)

    def padlocks(
        self,
        painter: QPainter,
        ranges: Sequence[tuple[int, int]],
        colours: Colours,
        viewport: Viewport,
        exposed: QRect,
    ) -> None:
        """A padlock at the beginning of each locked stretch with room for it, near the pane's top.

        For panes that do not scroll upright.
        """
        if not ranges:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in boxes_of(ranges, viewport, exposed):
            if box.width() < _PADLOCK_PX * 2:
                continue
            left, top = box.left() + 5.0, 5.0
            painter.setPen(thin_pen(QColor(colours.lock), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawArc(QRectF(left + 2.0, top, _PADLOCK_PX - 4.0, 8.0), 0, 180 * 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.lock))
            painter.drawRoundedRect(QRectF(left, top + 4.0, _PADLOCK_PX, 7.0), 1.5, 1.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _dashes(
    line: Line, first_ticks: float, last_ticks: float, viewport: Viewport
) -> tuple[Float64Array, Float64Array, Float64Array, Float64Array]:
    """Ends of dashes, at places of the song: they stay where they are when one scrolls."""
    scale, reach_ticks = viewport.px_per_tick, 2.0 * _DASH_PX / viewport.px_per_tick
    part = line.within(first_ticks - reach_ticks, last_ticks + reach_ticks)
    numbers = np.arange(first_ticks * scale // _DASH_PX - 1, last_ticks * scale // _DASH_PX + 2)
    x0 = numbers * _DASH_PX
    x1 = x0 + _DASH_PX * 0.6
    return x0, x1, sampled(part, x0 / scale), sampled(part, x1 / scale)


def boxes_of(ranges: Sequence[tuple[int, int]], viewport: Viewport, exposed: QRect) -> list[QRect]:
    """Stretches that are seen, as upright boxes as high as what is exposed."""
    first, last = stretch_of(viewport, exposed)
    boxes = []
    for begin, end in ranges:
        if begin <= last and end >= first:
            left = whole_px(viewport.ticks_to_px(begin))
            width = max(1, whole_px(viewport.ticks_to_px(end)) - left)
            boxes.append(QRect(left, exposed.top(), width, exposed.height()))
    return boxes
