"""The phonemes as they are sung: symbols between their real boundaries."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from editor.view.colours import Colours
from editor.view.content import Content, SeenPhrase
from editor.view.layers.base import Layer, stretch_of
from editor.view.phrase_cache import PhraseCache
from editor.view.shapes import RectBatch
from editor.view.text import Labels, label_font
from editor.view.viewport import Viewport
from engine.timing import TempoMap
from engine.types import PlacedPhoneme

_EDGE_FROM_PX = 3.0  # narrower phonemes have no boundary lines
_TOLD_APART_FROM_PX = 2.0  # mean width
_TEXT_FROM_PX = 9.0
_PAD_PX = 2.0
_INSET_PX = 3


class Phonemes(Layer):
    """A lane of phonemes; vowels and consonants differ in shade and height."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._pieces = PhraseCache(_piece)
        self._phonemes: list[PlacedPhoneme] = []
        self._table = np.zeros((0, 3), dtype=np.int64)
        self._spans = np.zeros((0, 2), dtype=np.int64)  # of phrases
        self._batch = RectBatch()
        self._labels = Labels(label_font(11))

    def changed(self, before: Content, after: Content) -> bool:
        """What the engine laid out."""
        if before.phrases is after.phrases and before.tempo == after.tempo:
            return False
        pieces = self._pieces.values(after)
        self._phonemes = [phoneme for phonemes, _ in pieces for phoneme in phonemes]
        tables = [np.zeros((0, 3), dtype=np.int64), *(table for _, table in pieces)]
        self._table = np.concatenate(tables)
        spans = [(table[0, 0], table[-1, 1]) for table in tables if len(table)]
        self._spans = np.array(spans, dtype=np.int64).reshape(-1, 2)
        return True

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Grounds of all that are seen, boundaries and symbols of those with room for them."""
        first, last = stretch_of(viewport, exposed)
        low = int(np.searchsorted(self._table[:, 1], first, side="left"))
        high = int(np.searchsorted(self._table[:, 0], last, side="right"))
        if low >= high:
            return
        seen = self._table[low:high]
        left = np.floor(seen[:, 0] * viewport.px_per_tick) - viewport.scroll_x_px
        right = np.floor(seen[:, 1] * viewport.px_per_tick) - viewport.scroll_x_px
        width, is_vowel = np.maximum(1.0, right - left), seen[:, 2] > 0
        colours, height = self.colours, self.size.height() - 2 * _INSET_PX
        if float(width.mean()) < _TOLD_APART_FROM_PX:
            self._draw_far(painter, viewport, first, last, height)
            return
        for colour, mask in ((colours.vowel, is_vowel), (colours.consonant, ~is_vowel)):
            self._batch.fill(
                painter,
                QColor(colour),
                x=left[mask],
                y=_INSET_PX,
                width=width[mask],
                height=height,
            )
        wide = width >= _EDGE_FROM_PX
        edges = np.unique(np.concatenate([left[wide], right[wide]]))
        self._batch.upright(
            painter,
            QColor(colours.text_dim),
            edges,
            top=_INSET_PX,
            bottom=self.size.height() - _INSET_PX - 1,
        )
        painter.setFont(self._labels.font)
        painter.setPen(QColor(colours.phoneme_text))
        for number in np.flatnonzero(width >= _TEXT_FROM_PX):
            symbol = self._phonemes[low + int(number)].symbol
            symbol_px = self._labels.width_px(symbol)
            if symbol_px + _PAD_PX <= width[number]:
                x = left[number] + (width[number] - symbol_px) / 2.0
                self._labels.paint(painter, x + 0.5, self.size.height() / 2.0, symbol)

    def _draw_far(
        self, painter: QPainter, viewport: Viewport, first: float, last: float, height: int
    ) -> None:
        """One block a phrase, where phonemes cannot be told apart."""
        spans = self._spans[(self._spans[:, 1] >= first) & (self._spans[:, 0] <= last)]
        x = np.floor(spans * viewport.px_per_tick) - viewport.scroll_x_px
        self._batch.fill(
            painter,
            QColor(self.colours.vowel),
            x=x[:, 0],
            y=_INSET_PX,
            width=np.maximum(1.0, x[:, 1] - x[:, 0] - 1.0),
            height=height,
        )


def _piece(
    phrase: SeenPhrase, tempo: TempoMap
) -> tuple[tuple[PlacedPhoneme, ...], npt.NDArray[np.int64]]:
    """Phonemes of a phrase, and their start, end and kind as a table."""
    phonemes = phrase.layout.phonemes
    rows = [(phoneme.start_ticks, phoneme.end_ticks, phoneme.is_vowel) for phoneme in phonemes]
    return phonemes, np.array(rows, dtype=np.int64).reshape(-1, 3)
