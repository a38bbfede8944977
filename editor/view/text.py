"""Small texts painted often: fonts, labels laid out once, and characters that no font has."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextLayout
from PySide6.QtWidgets import QApplication

from editor.view.viewport import whole_px

_N_KEPT = 4096  # labels; a song has fewer different lyrics than that


def label_font(size_px: int, *, is_bold: bool = False) -> QFont:
    """The application's font in a size of pixels."""
    font = QFont(QApplication.font())
    font.setPixelSize(size_px)
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


class Labels:
    """Texts of one font, each laid out the first time that it is painted."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self._made: OrderedDict[str, tuple[QStaticText, float, float]] = OrderedDict()

    def _label(self, text: str) -> tuple[QStaticText, float, float]:
        """A text laid out, its width and half its height."""
        made = self._made.get(text)
        if made is None:
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            static.prepare(font=self.font)
            size = static.size()
            made = self._made[text] = (static, size.width(), size.height() / 2.0)
            if len(self._made) > _N_KEPT:
                self._made.popitem(last=False)
        return made

    def width_px(self, text: str) -> float:
        """How wide a text is."""
        return self._label(text)[1]

    def paint(self, painter: QPainter, x_px: float, middle_px: float, text: str) -> None:
        """Paint from ``x_px`` on, upright centred on ``middle_px``; pen and font are the caller's.

        ``painter.setFont(labels.font)`` goes before the first of a row of labels.
        """
        static, _, half_px = self._label(text)
        painter.drawStaticText(whole_px(x_px), whole_px(middle_px - half_px), static)

    def shortened(self, text: str, width_px: float) -> str:
        """A text that fits, its end replaced by an ellipsis when it must be."""
        if self.width_px(text) <= width_px:
            return text
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width_px)


def missing_characters(texts: Iterable[str], font: QFont) -> str:
    """Characters for which neither the font nor those behind it have a picture."""
    missing = []
    for character in sorted({c for text in texts for c in text if not c.isspace()}):
        layout = QTextLayout(character, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        if any(0 in run.glyphIndexes() for run in layout.glyphRuns()):
            missing.append(character)
    return "".join(missing)
