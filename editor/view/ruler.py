"""Bars and beats above the notes, with tempo and metre marks and the loop."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QPainter

from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer, stretch_of
from editor.view.layers.phrase_states import BAND_PX
from editor.view.metre import GridLines, bars_apart
from editor.view.shapes import RectBatch, with_alpha
from editor.view.text import Labels, label_font
from editor.view.viewport import Viewport, whole_px

MARKS_PX = 18  # height of the row of tempo and metre marks
_LABEL_GAP_PX = 46.0
_BEAT_NAME_GAP_PX = 90.0
_REACH_PX = 160.0  # no label is longer
_PAD_PX = 5.0


class Ruler(Layer):
    """Upper row: tempo and metre marks, loop. Lower row: bar numbers and beats."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._bars = Labels(label_font(12, is_bold=True))
        self._marks = Labels(label_font(11))
        self._lines = RectBatch()

    def changed(self, before: Content, after: Content) -> bool:
        """Tempo, metre and loop."""
        return (
            before.tempo != after.tempo
            or before.metre != after.metre
            or before.loop_ticks != after.loop_ticks
        )

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Loop first, so that marks stay readable over it."""
        self._draw_loop(painter, viewport)
        edge = QColor(self.colours.line_beat)
        painter.fillRect(exposed.left(), MARKS_PX, exposed.width(), 1, edge)
        self._draw_marks(painter, viewport, exposed)
        self._draw_bars(painter, viewport, exposed)

    def _draw_loop(self, painter: QPainter, viewport: Viewport) -> None:
        if self.content.loop_ticks is None:
            return
        left, right = (whole_px(viewport.ticks_to_px(t)) for t in self.content.loop_ticks)
        width, height = max(2, right - left), self.size.height() - BAND_PX
        painter.fillRect(left, 0, width, height, with_alpha(self.colours.loop, 0.18))
        loop = QColor(self.colours.loop)
        painter.fillRect(left, 0, width, 3, loop)
        painter.fillRect(left, 0, 2, height, loop)
        painter.fillRect(left + width - 2, 0, 2, height, loop)

    def mark_at(self, viewport: Viewport, x_px: float) -> int | None:
        """Tick of the mark whose line or text lies under a pixel of the upper row."""
        whole = QRect(0, 0, round(self.size.width()), MARKS_PX)
        for ticks, x, text in self._marks_in(viewport, whole):
            if x - _PAD_PX <= x_px < x + self._marks.width_px(text) + 2.0 * _PAD_PX:
                return ticks
        return None

    def _draw_marks(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        painter.setFont(self._marks.font)
        for _, x, text in self._marks_in(viewport, exposed):
            painter.fillRect(x, 4, 2, MARKS_PX - 6, QColor(self.colours.draft))
            painter.setPen(QColor(self.colours.text))
            self._marks.paint(painter, x + _PAD_PX + 1.0, MARKS_PX / 2.0 + 1.0, text)

    def _marks_in(self, viewport: Viewport, exposed: QRect) -> Iterator[tuple[int, int, str]]:
        """Marks with place and text; of those that would lie over each other the first."""
        first, last = stretch_of(viewport, exposed, margin_px=_REACH_PX)
        free_px = float("-inf")
        for ticks, text in self._mark_texts(first, last):
            x = whole_px(viewport.ticks_to_px(ticks))
            if x < free_px:
                continue  # one over the other could not be read
            yield ticks, x, text
            free_px = x + self._marks.width_px(text) + 3.0 * _PAD_PX

    def _mark_texts(self, first_ticks: float, last_ticks: float) -> list[tuple[int, str]]:
        """Marks of a stretch by place; metre and tempo of one place share a mark."""
        texts: dict[int, list[str]] = {}
        metre = self.content.metre
        for signature in metre.signatures:
            ticks = metre.bar_start_ticks(signature.bar)
            texts.setdefault(ticks, []).append(f"{signature.beats}/{signature.unit}")
        for tempo in self.content.tempo.tempos:
            bpm = QCoreApplication.translate("Ruler", "{bpm} bpm").format(bpm=f"{tempo.bpm:g}")
            texts.setdefault(tempo.start_ticks, []).append(bpm)
        return [
            (ticks, "   ".join(parts))
            for ticks, parts in sorted(texts.items())
            if first_ticks <= ticks <= last_ticks
        ]

    def _draw_bars(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        first, last = stretch_of(viewport, exposed, margin_px=_REACH_PX)
        metre, bottom = self.content.metre, self.size.height() - BAND_PX
        found = metre.lines(first, last, px_per_tick=viewport.px_per_tick, snap=self.content.snap)
        for ticks, height, colour in (
            (found.fine_ticks, 4, self.colours.line_beat),
            (found.beat_ticks, 7, self.colours.line_bar),
            (found.bar_ticks, 9, self.colours.line_bar),
        ):
            x = np.floor(ticks * viewport.px_per_tick) - viewport.scroll_x_px
            self._lines.upright(painter, QColor(colour), x, top=bottom - height, bottom=bottom)
        bar_ticks = metre.bar_start_ticks(1) - metre.bar_start_ticks(0)
        every = bars_apart(bar_ticks * viewport.px_per_tick, _LABEL_GAP_PX)
        labels = zip(found.bar_ticks.tolist(), found.bars.tolist(), strict=True)
        painter.setFont(self._bars.font)
        painter.setPen(QColor(self.colours.text))
        middle_px, free_px = (MARKS_PX + bottom - 2) / 2.0, float("-inf")
        for ticks, bar in labels:
            x = int(ticks * viewport.px_per_tick) - viewport.scroll_x_px
            if bar % every or x < free_px:
                continue
            painter.fillRect(
                x, MARKS_PX + 3, 1, bottom - MARKS_PX - 3, QColor(self.colours.line_bar)
            )
            self._bars.paint(painter, x + _PAD_PX, middle_px, str(bar + 1))
            free_px = x + self._bars.width_px(str(bar + 1)) + 2.0 * _PAD_PX
        self._draw_beat_names(painter, viewport, found, middle_px)

    def _draw_beat_names(
        self, painter: QPainter, viewport: Viewport, found: GridLines, middle_px: float
    ) -> None:
        """Such as 3.2, where beats are far apart."""
        metre = self.content.metre
        painter.setFont(self._marks.font)
        painter.setPen(QColor(self.colours.text_dim))
        for ticks in found.beat_ticks.tolist():
            bar = metre.bar_at(ticks)
            beat_ticks = metre.beat_ticks_at(ticks)
            if beat_ticks * viewport.px_per_tick < _BEAT_NAME_GAP_PX:
                continue
            beat = (ticks - metre.bar_start_ticks(bar)) // beat_ticks
            x = int(ticks * viewport.px_per_tick) - viewport.scroll_x_px
            self._marks.paint(painter, x + _PAD_PX, middle_px, f"{bar + 1}.{beat + 1}")
