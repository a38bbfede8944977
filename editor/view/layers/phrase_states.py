"""How far each phrase is, as a thin band over the notes."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from editor.sung import PhraseState
from editor.view.colours import Colours
from editor.view.content import Content, SeenPhrase
from editor.view.layers.base import Layer, stretch_of
from editor.view.layers.curve import in_ticks
from editor.view.lines import Float64Array
from editor.view.phrase_cache import stretch_ms
from editor.view.shapes import RectBatch
from editor.view.viewport import Viewport

BAND_PX = 5
_SHAPES = {  # height, and what is cut out of it
    PhraseState.WAITING: (1, None),
    PhraseState.RUNNING: (BAND_PX, Qt.BrushStyle.BDiagPattern),
    PhraseState.DRAFT: (BAND_PX, Qt.BrushStyle.VerPattern),
    PhraseState.FINAL: (BAND_PX - 1, None),
    PhraseState.FAILED: (BAND_PX, Qt.BrushStyle.DiagCrossPattern),
}


class PhraseStates(Layer):
    """A band at the lower edge; each state has a shape of its own besides its colour."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._ticks: dict[PhraseState, Float64Array] = {}
        self._batch = RectBatch()

    def changed(self, before: Content, after: Content) -> bool:
        """Phrases, or where their times lie."""
        if before.phrases is after.phrases and before.tempo == after.tempo:
            return False
        others = [
            phrase
            for one, other in ((before.phrases, after.phrases), (after.phrases, before.phrases))
            for name, phrase in one.items()
            if not _is_same(phrase, other.get(name))
        ]
        is_same_tempo = before.tempo == after.tempo
        if is_same_tempo and not others:
            return False
        self.changed_ticks = in_ticks(stretch_ms(others), after) if is_same_tempo else None
        times_ms: dict[PhraseState, list[tuple[float, float]]] = {}
        for phrase in after.phrases.values():
            span_ms = (phrase.layout.start_ms, phrase.layout.end_ms)
            times_ms.setdefault(phrase.state, []).append(span_ms)
        self._ticks = {
            state: after.tempo.ms_to_ticks_array(spans) for state, spans in times_ms.items()
        }
        return True

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """A thread, slanted or upright stripes, a whole band, or crosses."""
        first, last = stretch_of(viewport, exposed)
        painter.setBrushOrigin(-viewport.scroll_x_px % 8, 0)
        bottom = self.size.height()
        for state, ticks in self._ticks.items():
            seen = ticks[(ticks[:, 1] >= first) & (ticks[:, 0] <= last)]
            x = np.round(seen * viewport.px_per_tick) - viewport.scroll_x_px
            height, pattern = _SHAPES[state]
            brushes = [QBrush(QColor(getattr(self.colours, state.value)))]
            if pattern is not None:
                brushes.append(QBrush(QColor(self.colours.panel), pattern))
            for brush in brushes:
                self._batch.fill(
                    painter,
                    brush,
                    x=x[:, 0],
                    y=bottom - height,
                    width=np.maximum(1.0, x[:, 1] - x[:, 0] - 1.0),
                    height=height,
                )


def _is_same(phrase: SeenPhrase, other: SeenPhrase | None) -> bool:
    return other is phrase or (
        other is not None and other.state is phrase.state and other.layout is phrase.layout
    )
