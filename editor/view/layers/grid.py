"""Rows of keys, and the lines of bars, beats and the snap's steps."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer, stretch_of
from editor.view.shapes import RectBatch
from editor.view.viewport import N_KEYS, Viewport, whole_px

BLACK_KEYS = frozenset((1, 3, 6, 8, 10))
OCTAVE = 12


class Grid(Layer):
    """Time lines, and rows of keys where ``has_keys``."""

    def __init__(self, colours: Colours, *, has_keys: bool) -> None:
        super().__init__(colours)
        self._has_keys = has_keys
        self._lines = RectBatch()

    def changed(self, before: Content, after: Content) -> bool:
        """Metre and snap are all that counts."""
        return before.metre != after.metre or before.snap != after.snap

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Rows first, then fine lines, beats and bars."""
        if self._has_keys:
            self._draw_rows(painter, viewport, exposed)
        found = self.content.metre.lines(
            *stretch_of(viewport, exposed),
            px_per_tick=viewport.px_per_tick,
            snap=self.content.snap,
        )
        colours = self.colours
        for colour, places in (
            (colours.line_fine, found.fine_ticks if self._has_keys else found.fine_ticks[:0]),
            (colours.line_beat, found.beat_ticks),
            (colours.line_bar, found.bar_ticks),
        ):
            x = np.floor(places * viewport.px_per_tick)
            self._lines.upright(
                painter,
                QColor(colour),
                x - viewport.scroll_x_px,
                top=exposed.top(),
                bottom=exposed.bottom() + 1,
            )

    def _draw_rows(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        low = viewport.px_to_key(exposed.bottom() + 1)
        high = viewport.px_to_key(exposed.top() - 1)
        black, octave = QColor(self.colours.ground_black_key), QColor(self.colours.line_octave)
        fine = QColor(self.colours.line_fine)
        for key in range(max(0, low), min(N_KEYS - 1, high) + 1):
            top, bottom = row_px(viewport, key)
            if key % OCTAVE in BLACK_KEYS:
                painter.fillRect(exposed.left(), top, exposed.width(), bottom - top, black)
            elif key % OCTAVE in (0, 5):  # C and F: no black key below them
                line = octave if key % OCTAVE == 0 else fine
                painter.fillRect(exposed.left(), bottom - 1, exposed.width(), 1, line)


def row_px(viewport: Viewport, key: int) -> tuple[int, int]:
    """Upper and lower edge of a key's row, in whole pixels without gaps between rows."""
    return (
        whole_px(viewport.midi_to_px(key + 0.5)),
        whole_px(viewport.midi_to_px(key - 0.5)),
    )
