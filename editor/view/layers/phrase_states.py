"""How far each phrase is, as a thin band over the notes."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from editor.sung import PhraseState
from editor.view.content import Content
from editor.view.layers.base import Layer
from editor.view.viewport import Viewport

BAND_PX = 5


class PhraseStates(Layer):
    """A band at the lower edge; each state has a shape of its own besides its colour."""

    def changed(self, before: Content, after: Content) -> bool:
        """Phrases, or where their times lie."""
        return before.phrases is not after.phrases or before.tempo != after.tempo

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Waiting: a thread; running: stripes; draft: half high; final and failed: whole."""
        top = self.size.height() - BAND_PX
        to_ticks = self.content.tempo.ms_to_ticks_exact
        first_ms = self.content.tempo.ticks_to_ms(viewport.px_to_ticks(exposed.left() - 1))
        last_ms = self.content.tempo.ticks_to_ms(viewport.px_to_ticks(exposed.right() + 2))
        painter.setBrushOrigin(-viewport.scroll_x_px % 8, 0)
        for phrase in self.content.phrases.values():
            layout = phrase.layout
            if layout.end_ms < first_ms or layout.start_ms > last_ms:
                continue
            left = round(viewport.ticks_to_px(to_ticks(layout.start_ms)))
            right = round(viewport.ticks_to_px(to_ticks(layout.end_ms)))
            self._draw_band(painter, phrase.state, QRect(left, top, right - left - 1, BAND_PX))

    def _draw_band(self, painter: QPainter, state: PhraseState, band: QRect) -> None:
        colour = QColor(getattr(self.colours, state.value))
        if state is PhraseState.WAITING:
            band.setTop(band.bottom())
        elif state is PhraseState.DRAFT:
            band.setTop(band.top() + BAND_PX // 2 + 1)
        elif state is PhraseState.FINAL:
            band.setTop(band.top() + 1)
        painter.fillRect(band, colour)
        if state is PhraseState.RUNNING:
            ground = QColor(self.colours.panel)
            painter.fillRect(band, QBrush(ground, Qt.BrushStyle.BDiagPattern))
        elif state is PhraseState.FAILED:
            ground = QColor(self.colours.panel)
            painter.fillRect(band, QBrush(ground, Qt.BrushStyle.DiagCrossPattern))
