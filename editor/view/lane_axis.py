"""Beside a lane: its name, its unit and the values of its lines."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRect
from PySide6.QtGui import QColor, QPainter

from editor.translated import translated
from editor.view.axis import AXES, INSET_PX, mark_text
from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.lane_stack import FOLDED_PX
from editor.view.layers.base import Layer
from editor.view.layers.parameter import MARK_GAP_PX
from editor.view.text import Labels, label_font
from editor.view.viewport import Viewport
from engine.types import Parameter

NAMES: Mapping[Parameter, str] = MappingProxyType(
    {
        Parameter.PITCH: str(QT_TRANSLATE_NOOP("Parameter", "Pitch")),
        Parameter.ENERGY: str(QT_TRANSLATE_NOOP("Parameter", "Energy")),
        Parameter.BREATHINESS: str(QT_TRANSLATE_NOOP("Parameter", "Breathiness")),
        Parameter.VOICING: str(QT_TRANSLATE_NOOP("Parameter", "Voicing")),
        Parameter.TENSION: str(QT_TRANSLATE_NOOP("Parameter", "Tension")),
        Parameter.GENDER: str(QT_TRANSLATE_NOOP("Parameter", "Gender")),
        Parameter.VELOCITY: str(QT_TRANSLATE_NOOP("Parameter", "Velocity")),
        Parameter.EXPRESSIVENESS: str(QT_TRANSLATE_NOOP("Parameter", "Expressiveness")),
        Parameter.TONE_SHIFT: str(QT_TRANSLATE_NOOP("Parameter", "Tone shift")),
        Parameter.DYNAMICS: str(QT_TRANSLATE_NOOP("Parameter", "Dynamics")),
    }
)
PAD_PX = 8.0


def parameter_name(parameter: Parameter) -> str:
    """Name of a parameter in the user's language."""
    return translated("Parameter", NAMES[parameter])


class LaneAxis(Layer):
    """The gutter of a lane; without a parameter, that of the phonemes."""

    def __init__(self, colours: Colours, parameter: Parameter | None) -> None:
        super().__init__(colours)
        self._parameter = parameter
        self._titles = Labels(label_font(12))
        self._values = Labels(label_font(10))
        self._words = ""

    def changed(self, before: Content, after: Content) -> bool:
        """Whether the voice takes the parameter, and whether commands act on it."""
        self._words = _state_words(self._parameter, after)
        return self._words != _state_words(self._parameter, before)

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """The name above, values at the right edge beside their lines."""
        width, height = self.size.width(), self.size.height()
        painter.setFont(self._titles.font)
        painter.setPen(QColor(self.colours.text))
        if self._parameter is None:
            title = QCoreApplication.translate("Parameter", "Phonemes")
            title = self._titles.shortened(title, width - 2.0 * PAD_PX)
            self._titles.paint(painter, PAD_PX, height / 2.0, title)
            return
        axis = AXES[self._parameter]
        line_px = self._titles.metrics.height()
        highest = mark_text(max(axis.marks(height_px=height, gap_px=MARK_GAP_PX)))
        room_px = width - 3.0 * PAD_PX - self._values.width_px(highest)
        title = self._titles.shortened(parameter_name(self._parameter), room_px)
        self._titles.paint(painter, PAD_PX, INSET_PX + line_px / 2.0, title)
        painter.setFont(self._values.font)
        painter.setPen(QColor(self.colours.text_dim))
        if height <= FOLDED_PX:
            return
        words = " · ".join(text for text in (axis.unit, self._words) if text)
        words = self._values.shortened(words, width - 5.0 * PAD_PX)
        self._values.paint(painter, PAD_PX, INSET_PX + line_px * 1.6, words)
        half_px = self._values.metrics.height() / 2.0
        for value in axis.marks(height_px=height, gap_px=MARK_GAP_PX):
            y = axis.value_to_px(value, height_px=height)
            text = mark_text(value)
            x = width - PAD_PX - self._values.width_px(text)
            self._values.paint(painter, x, min(height - half_px, max(half_px, y)), text)
            painter.fillRect(width - 4, round(y), 4, 1, QColor(self.colours.line_bar))


def _state_words(parameter: Parameter | None, content: Content) -> str:
    """What is unusual about a parameter in this voice."""
    abilities = content.abilities
    if parameter is None or parameter is Parameter.PITCH:
        return ""
    if not abilities.is_heard(parameter):
        return QCoreApplication.translate("Parameter", "unheard")
    if parameter is Parameter.ENERGY and abilities.derives_energy:
        return QCoreApplication.translate("Parameter", "derived")
    return ""
