"""Level meters: peak with hold over the mean, from −60 to +6 dB; they move by themselves."""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.panels.decibels import db_text, db_to_place
from editor.panels.metering import Needle, heard
from editor.view.colours import Colours
from editor.view.shapes import with_alpha
from engine.api import Level

_TICK_MS = 33
_OVER_PX = 4.0  # the mark of full scale
_WARM_DB, _HOT_DB = -12.0, -3.0


class LevelMeter(QWidget):
    """Shows the level of one track, or of the sum; a click takes the mark of full scale away."""

    def __init__(
        self, colours: Colours, orientation: Qt.Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._colours = colours
        self._is_upright = orientation == Qt.Orientation.Vertical
        self._needles: tuple[Needle, ...] = (Needle(), Needle())
        self._heard_s = time.monotonic()
        self._fall = QTimer(self)  # the transport tells nothing once it stands
        self._fall.setInterval(_TICK_MS)
        self._fall.timeout.connect(lambda: self.show_level(None))
        policy = QSizePolicy.Policy
        if self._is_upright:
            self.setSizePolicy(policy.Fixed, policy.Expanding)
        else:
            self.setSizePolicy(policy.Expanding, policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two channels beside each other."""
        return QSize(12, 120) if self._is_upright else QSize(120, 8)

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(8, 24) if self._is_upright else QSize(24, 6)

    @property
    def needles(self) -> tuple[Needle, ...]:
        """What it shows, by channel."""
        return self._needles

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.update()

    def show_level(self, level: Level | None) -> None:
        """Take what was heard since the last time; None is nothing."""
        now_s = time.monotonic()
        elapsed_s, self._heard_s = min(0.2, now_s - self._heard_s), now_s
        was_resting = all(needle.is_resting for needle in self._needles)
        if level is None and was_resting:
            self._fall.stop()
            return
        self._needles = heard(self._needles, level, elapsed_s)
        if all(needle.is_resting for needle in self._needles):
            self._fall.stop()
            self._describe()
        elif not self._fall.isActive() or level is not None:
            self._fall.start()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Forget that full scale was reached."""
        self._needles = tuple(needle.reset() for needle in self._needles)
        self._describe()
        self.update()

    def _describe(self) -> None:
        is_over = any(needle.is_over for needle in self._needles)
        held = max(needle.held_db for needle in self._needles)
        text = f"{db_text(held)} dB" + (", " + self.tr("reached full scale") if is_over else "")
        self.setAccessibleDescription(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each channel: mean, peak over it, the held peak, the mark of full scale."""
        painter = QPainter(self)
        n = len(self._needles)
        across = self.width() if self._is_upright else self.height()
        along = self.height() if self._is_upright else self.width()
        thick = (across - (n - 1)) / n
        for index, needle in enumerate(self._needles):
            self._draw(painter, needle, index * (thick + 1.0), thick, float(along))
        painter.end()

    def _draw(
        self, painter: QPainter, needle: Needle, at: float, thick: float, along: float
    ) -> None:
        colours, way = self._colours, along - _OVER_PX - 1.0

        def box(low: float, high: float) -> QRectF:
            if self._is_upright:
                return QRectF(at, along - high, thick, high - low)
            return QRectF(low, at, high - low, thick)

        painter.fillRect(box(0.0, way), QColor(colours.ground))
        over = QColor(colours.failed if needle.is_over else colours.ground)
        painter.fillRect(box(along - _OVER_PX, along), over)
        gradient = QLinearGradient(
            0.0, along if self._is_upright else 0.0, 0.0 if self._is_upright else way, 0.0
        )
        if self._is_upright:
            gradient.setFinalStop(0.0, along - way)
        gradient.setColorAt(0.0, QColor(colours.final))
        gradient.setColorAt(db_to_place(_WARM_DB), QColor(colours.final))
        gradient.setColorAt(db_to_place(_HOT_DB), QColor(colours.running))
        gradient.setColorAt(1.0, QColor(colours.failed))
        peak, mean = way * db_to_place(needle.peak_db), way * db_to_place(needle.rms_db)
        painter.setOpacity(0.55)
        painter.fillRect(box(0.0, peak), gradient)
        painter.setOpacity(1.0)
        painter.fillRect(box(0.0, mean), gradient)
        held = way * db_to_place(needle.held_db)
        if held > 1.0:
            painter.fillRect(box(held - 1.5, held), with_alpha(colours.text, 0.9))
