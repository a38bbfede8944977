"""Bars and beats above the notes, with tempo and metre marks and the loop."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QPainter

from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer, stretch_of
from editor.view.layers.phrase_states import BAND_PX
from editor.view.metre import bars_apart
from editor.view.shapes import with_alpha
from editor.view.text import Labels, label_font
from editor.view.viewport import Viewport

MARKS_PX = 18  # height of the row of tempo and metre marks
_LABEL_GAP_PX = 46.0
_REACH_PX = 160.0  # no label is longer
_PAD_PX = 5.0


class Ruler(Layer):
    """Upper row: tempo and metre marks, loop. Lower row: bar numbers and beats."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._bars = Labels(label_font(12, is_bold=True))
        self._marks = Labels(label_font(11))

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
        left, right = (round(viewport.ticks_to_px(t)) for t in self.content.loop_ticks)
        width, height = max(2, right - left), self.size.height() - BAND_PX
        painter.fillRect(left, 0, width, height, with_alpha(self.colours.loop, 0.18))
        loop = QColor(self.colours.loop)
        painter.fillRect(left, 0, width, 3, loop)
        painter.fillRect(left, 0, 2, height, loop)
        painter.fillRect(left + width - 2, 0, 2, height, loop)

    def _draw_marks(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        first, last = stretch_of(viewport, exposed, margin_px=_REACH_PX)
        painter.setFont(self._marks.font)
        free_px = float("-inf")
        for ticks, text in self._mark_texts(first, last):
            x = round(viewport.ticks_to_px(ticks))
            if x < free_px:
                continue  # one over the other could not be read
            painter.fillRect(x, 4, 2, MARKS_PX - 6, QColor(self.colours.draft))
            painter.setPen(QColor(self.colours.text))
            self._marks.paint(painter, x + _PAD_PX + 1.0, MARKS_PX / 2.0 + 1.0, text)
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
        bar_ticks = metre.bar_start_ticks(1) - metre.bar_start_ticks(0)
        every = bars_apart(bar_ticks * viewport.px_per_tick, _LABEL_GAP_PX)
        painter.setFont(self._bars.font)
        painter.setPen(QColor(self.colours.text))
        free_px = float("-inf")
        for line in found:
            x = int(line.ticks * viewport.px_per_tick) - viewport.scroll_x_px
            is_labelled = line.bar >= 0 and line.bar % every == 0 and x >= free_px
            top = MARKS_PX + 3 if is_labelled else bottom - (7 if line.is_beat else 4)
            colour = self.colours.line_bar if line.is_beat else self.colours.line_beat
            painter.fillRect(x, top, 1, bottom - top, QColor(colour))
            if is_labelled:
                text = str(line.bar + 1)
                self._bars.paint(painter, x + _PAD_PX, (MARKS_PX + bottom - 2) / 2.0, text)
                free_px = x + self._bars.width_px(text) + 2.0 * _PAD_PX
