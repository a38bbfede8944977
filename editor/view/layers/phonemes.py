"""The phonemes as they are sung: symbols between their real boundaries."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from editor.view.colours import Colours
from editor.view.content import Content, SeenPhrase
from editor.view.layers.base import Layer, stretch_of
from editor.view.layers.curve import in_ticks
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
_MARK_PX = 3  # width of a boundary, height of a line below a symbol, that the user has set


class Phonemes(Layer):
    """A lane of phonemes; vowels and consonants differ in shade and height."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._pieces = PhraseCache(_piece)
        self._phonemes: list[PlacedPhoneme] = []
        self._table = np.zeros((0, 3), dtype=np.int64)
        self._spans = np.zeros((0, 2), dtype=np.int64)  # of phrases
        self._marks = _marks(self._phonemes, self.content)
        self._batch = RectBatch()
        self._labels = Labels(label_font(11))

    def changed(self, before: Content, after: Content) -> bool:
        """What the engine laid out."""
        if before.phrases is after.phrases and before.tempo == after.tempo:
            marks, self.changed_ticks = self._marks, None
            if before.part.notes is not after.part.notes:
                self._marks = _marks(self._phonemes, after)
            return marks != self._marks
        pieces = self._pieces.pieces(after)
        self.changed_ticks = in_ticks(pieces.changed_ms, after)
        if not pieces.is_changed:
            return False
        self._phonemes = [phoneme for phonemes, _ in pieces.values for phoneme in phonemes]
        tables = [np.zeros((0, 3), dtype=np.int64), *(table for _, table in pieces.values)]
        self._table = np.concatenate(tables)
        spans = [(table[0, 0], table[-1, 1]) for table in tables if len(table)]
        self._spans = np.array(spans, dtype=np.int64).reshape(-1, 2)
        self._marks = _marks(self._phonemes, after)
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
        edges = np.sort(np.concatenate([left[wide], right[wide]]))
        edges = edges[np.diff(edges, prepend=-np.inf) > 0]
        self._batch.upright(
            painter,
            QColor(colours.text_dim),
            edges,
            top=_INSET_PX,
            bottom=self.size.height() - _INSET_PX - 1,
        )
        self._draw_marks(painter, viewport, first, last)
        painter.setFont(self._labels.font)
        painter.setPen(QColor(colours.phoneme_text))
        labels, middle_px = self._labels, self.size.height() / 2.0
        numbers = np.flatnonzero(width >= _TEXT_FROM_PX)
        places = zip(numbers.tolist(), left[numbers].tolist(), width[numbers].tolist(), strict=True)
        for number, left_px, room_px in places:
            symbol = self._phonemes[low + number].symbol
            symbol_px = labels.width_px(symbol)
            if symbol_px + _PAD_PX <= room_px:
                x_px = left_px + (room_px - symbol_px) / 2.0
                labels.paint(painter, x_px + 0.5, middle_px, symbol)

    def _draw_marks(self, painter: QPainter, viewport: Viewport, first: float, last: float) -> None:
        """What the user has set: boundaries thicker, symbols with a line below."""
        bottom = self.size.height() - _INSET_PX
        colour = QColor(self.colours.drawn)
        for start, end, is_placed, is_renamed in self._marks:
            if end < first or start > last:
                continue
            left = int(start * viewport.px_per_tick) - viewport.scroll_x_px
            right = int(end * viewport.px_per_tick) - viewport.scroll_x_px
            if is_placed:
                painter.fillRect(left - 1, _INSET_PX, _MARK_PX, bottom - _INSET_PX, colour)
            if is_renamed:
                painter.fillRect(left + 1, bottom - _MARK_PX, right - left - 1, _MARK_PX, colour)

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


_Mark = tuple[int, int, bool, bool]


def _marks(phonemes: list[PlacedPhoneme], content: Content) -> list[_Mark]:
    """Start and end of each phoneme that the user has placed, or renamed."""
    own = {
        (note.id, override.index): override
        for note in content.part.notes
        for override in note.overrides
    }
    if not own:
        return []
    found = []
    for phoneme in phonemes:
        override = own.get((phoneme.note_id, phoneme.index))
        if override is not None:
            is_placed = override.place_ticks is not None or override.offset_ticks is not None
            is_renamed = override.symbol is not None
            found.append((phoneme.start_ticks, phoneme.end_ticks, is_placed, is_renamed))
    return found


def _piece(
    phrase: SeenPhrase, tempo: TempoMap
) -> tuple[tuple[PlacedPhoneme, ...], npt.NDArray[np.int64]]:
    """Phonemes of a phrase, and their start, end and kind as a table."""
    phonemes = phrase.layout.phonemes
    rows = [(phoneme.start_ticks, phoneme.end_ticks, phoneme.is_vowel) for phoneme in phonemes]
    return phonemes, np.array(rows, dtype=np.int64).reshape(-1, 3)
