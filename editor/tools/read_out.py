"""Says the value under the mouse over curves, and what is sung there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF

from editor.tools.curve_tool import CurveTool, parameter_of, spot_of
from editor.tools.sung_now import sung_now
from editor.tools.toolbox import Toolbox
from editor.tools.touch import PaneKind, Touch
from editor.tools.value_text import value_text
from editor.view.curve_overlay import CurveOverlay, ReadOut
from editor.view.piano_roll import PianoRoll


class ValueReader(QObject):
    """Follows the mouse: in lanes always, over the notes while a tool for curves is in hand."""

    def __init__(
        self,
        roll: PianoRoll,
        toolbox: Toolbox,
        overlay: CurveOverlay,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or roll)
        self._roll, self._toolbox, self._overlay = roll, toolbox, overlay
        toolbox.touched.connect(self._read)
        # What lies under the mouse is another place now: it is told when the mouse moves.
        roll.viewport_changed.connect(lambda _: self._read(None))

    def _read(self, touch: Touch | None) -> None:
        self._overlay.show_value(None if touch is None else self._read_out(touch))

    def _read_out(self, touch: Touch) -> ReadOut | None:
        parameter = parameter_of(touch)
        tool = self._toolbox.tools.get(touch.pane)
        curve_tool = tool if isinstance(tool, CurveTool) else None
        if parameter is None or (curve_tool is None and touch.pane is not PaneKind.LANE):
            return None
        pane = self._overlay.pane_of(parameter)
        if pane is None:
            return None
        place = pane.geometry().topLeft() + QPointF(touch.x_px, touch.y_px)
        if curve_tool is not None and curve_tool.is_drawing:
            label = curve_tool.label(touch)
            if label is not None:
                return ReadOut(place=place, text=label)
        content = self._roll.content
        spot = spot_of(touch, content.part.start_ticks)
        text = value_text(parameter, spot.value)
        sung = float(sung_now(content, parameter, np.array([spot.ticks]))[0])
        if np.isnan(sung):
            return ReadOut(place=place, text=text)
        note = QCoreApplication.translate("CurveTools", "sung {value}").format(
            value=value_text(parameter, sung)
        )
        return ReadOut(place=place, text=text, note=note)
