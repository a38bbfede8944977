"""The keys beside the rows, with the names of their notes."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer
from editor.view.layers.grid import BLACK_KEYS, OCTAVE, row_px
from editor.view.note_text import note_name
from editor.view.text import Labels, label_font
from editor.view.viewport import N_KEYS, Viewport

_BLACK_RATIO = 0.58
_ALL_NAMES_FROM_PX = 15.0  # of a row's height
_OCTAVES_FROM_PX = 7.0
_PAD_PX = 6.0


class Keyboard(Layer):
    """White and black keys, one a row."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._names = Labels(label_font(11))
        self._octaves = Labels(label_font(11, is_bold=True))

    def changed(self, before: Content, after: Content) -> bool:
        """Keys are keys, whatever the song."""
        return False

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """All keys of the exposed rows; every C has its name, the others where there is room."""
        width = self.size.width()
        black_px = round(width * _BLACK_RATIO)
        painter.fillRect(exposed, QColor(self.colours.key_white))
        edge, black = QColor(self.colours.line_octave), QColor(self.colours.key_black)
        low = viewport.px_to_key(exposed.bottom() + viewport.px_per_key)
        high = viewport.px_to_key(exposed.top() - viewport.px_per_key)
        for key in range(max(0, low), min(N_KEYS - 1, high) + 1):
            top, bottom = row_px(viewport, key)
            if key % OCTAVE in BLACK_KEYS:
                middle = (top + bottom) // 2
                painter.fillRect(black_px, middle, width - black_px, 1, edge)
                painter.fillRect(0, top, black_px, bottom - top, black)
            elif key % OCTAVE in (0, 5):
                painter.fillRect(0, bottom - 1, width, 1, edge)
            self._draw_name(painter, viewport, key, (top + bottom) / 2.0)

    def _draw_name(self, painter: QPainter, viewport: Viewport, key: int, middle_px: float) -> None:
        is_octave = key % OCTAVE == 0
        if viewport.px_per_key < (_OCTAVES_FROM_PX if is_octave else _ALL_NAMES_FROM_PX):
            return
        labels = self._octaves if is_octave else self._names
        name, is_black = note_name(key), key % OCTAVE in BLACK_KEYS
        colours = self.colours
        ink = colours.key_text_on_black if is_black else colours.key_text
        painter.setFont(labels.font)
        painter.setPen(QColor(ink))
        right = self.size.width() * (_BLACK_RATIO if is_black else 1.0) - _PAD_PX
        labels.paint(painter, right - labels.width_px(name), middle_px, name)
