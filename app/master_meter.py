"""How loud all is together: two thin bars in a toolbar."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme_tokens import Colours
from engine.api import MASTER, Levels

LOWEST_DB = -60.0
_FALL_DB = 1.5  # a picture
_WARN_DB, _CLIP_DB = -6.0, 0.0
_WIDTH_PX, _BAR_PX, _GAP_PX, _CLIP_PX = 96, 5, 2, 6


class MasterMeter(QWidget):
    """Peaks of the left and right channel; a mark stays where something was too loud.

    A click takes the mark away.
    """

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self.levels_db = (-math.inf, -math.inf)
        self.has_clipped = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def sizeHint(self) -> QSize:
        """Two bars and the mark."""
        return QSize(_WIDTH_PX + _GAP_PX + _CLIP_PX, 2 * _BAR_PX + _GAP_PX)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.update()

    def show_levels(self, levels: Levels) -> None:
        """Rise at once, fall slowly; nothing at all is silence."""
        master = levels.get(MASTER)
        if master is None:
            now = (-math.inf, -math.inf)
        else:
            peaks = (master.peaks[0], master.peaks[-1])
            self.has_clipped = self.has_clipped or max(peaks) > 1.0
            now = (self._fallen(0, peaks[0]), self._fallen(1, peaks[1]))
        if now != self.levels_db:
            self.levels_db = now
            self.update()

    def _fallen(self, channel: int, peak: float) -> float:
        peak_db = 20.0 * math.log10(peak) if peak > 0.0 else -math.inf
        return max(peak_db, self.levels_db[channel] - _FALL_DB)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Forget that it was too loud."""
        self.has_clipped = False
        self.update()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Green, above -6 dB yellow, above 0 dB red."""
        painter, colours = QPainter(self), self._colours
        for row, level_db in enumerate(self.levels_db):
            y = row * (_BAR_PX + _GAP_PX)
            painter.fillRect(QRectF(0.0, y, _WIDTH_PX, _BAR_PX), QColor(colours.line))
            for first_db, last_db, colour in (
                (LOWEST_DB, _WARN_DB, colours.success),
                (_WARN_DB, _CLIP_DB, colours.warning),
            ):
                left, right = _x(first_db), _x(min(last_db, level_db))
                if right > left:
                    painter.fillRect(QRectF(left, y, right - left, _BAR_PX), QColor(colour))
        clip = QColor(colours.error if self.has_clipped else colours.line)
        height = 2.0 * _BAR_PX + _GAP_PX
        painter.fillRect(QRectF(_WIDTH_PX + _GAP_PX, 0.0, _CLIP_PX, height), clip)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Master level"))
        self.setToolTip(
            self.tr("Master level, from −60 to 0 dB. Red: too loud; a click takes the mark away.")
        )


def _x(level_db: float) -> float:
    """Where a level ends on the bar."""
    return _WIDTH_PX * min(1.0, max(0.0, (level_db - LOWEST_DB) / -LOWEST_DB))
