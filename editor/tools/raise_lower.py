"""Raise or lower a stretch as an offset, which stays when the curve is predicted anew."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from editor.edits.curves import add_offset
from editor.edits.edit import Edit
from editor.tools.curve_tool import CurveTool, Held
from editor.tools.strokes import Spot
from editor.tools.touch import Cursor, PaneKind, Touch
from editor.tools.value_text import difference_text, rounded
from editor.view.axis import AXES
from engine.types import Parameter

_FINE = 0.1  # with Shift


class OffsetTool(CurveTool):
    """Moves the chosen stretch, or that of the chosen notes, or the note under the mouse, up and
    down; Shift moves finely.
    """

    cursor = Cursor.SIZE_VALUE

    def begin(self, held: Held) -> bool:
        """Find the stretch."""
        found = self._stretch(held)
        if found is None:
            self._bench.refused.emit(
                QCoreApplication.translate(
                    "CurveTools",
                    "There is nothing to raise or lower here: choose notes or a range first, or "
                    "begin on a note.",
                )
            )
            return False
        self._first, self._last = found
        self._change = 0.0
        return True

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """The stretch moved by as much as the hand."""
        change = (held.touch.y_px - touch.y_px) / self._px_per_unit(held.parameter, touch)
        self._change = rounded(held.parameter, change * (_FINE if touch.is_shift else 1.0))
        ticks = sorted({self._first, self._last})
        return add_offset(
            held.project, held.part_id, held.parameter, ticks, [self._change] * len(ticks)
        )

    def label(self, touch: Touch) -> str | None:
        """How far it is moved."""
        if self._held is None:
            return None
        return difference_text(self._held.parameter, self._change)

    def release(self, touch: Touch) -> None:
        """Move it, and say what kind of change it is."""
        held = self._held
        super().release(touch)
        if held is not None and self._change:
            self._bench.told.emit(
                QCoreApplication.translate(
                    "CurveTools",
                    "Offset by {change}: it stays on top of whatever is predicted or drawn there.",
                ).format(change=difference_text(held.parameter, self._change))
            )

    def _stretch(self, held: Held) -> tuple[int, int] | None:
        part = held.content.part
        chosen = self._bench.stretch_ticks
        if chosen is not None:
            return chosen[0] - part.start_ticks, chosen[1] - part.start_ticks - 1
        for note in part.notes:
            if note.start_ticks <= held.begin.ticks < note.end_ticks:
                return note.start_ticks, note.end_ticks - 1
        return None

    def _px_per_unit(self, parameter: Parameter, touch: Touch) -> float:
        if touch.pane is PaneKind.ROLL:
            return self._bench.roll.viewport.px_per_key
        return AXES[parameter].px_per_unit(height_px=touch.height_px)
