"""Smooth, erase and lock: tools that change what they sweep over."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from editor.edits.curves import erase, lock, smooth
from editor.edits.edit import Edit
from editor.tools.curve_tool import CurveTool, Held, swept
from editor.tools.strokes import Spot, Sweep
from editor.tools.sung_now import runs_of, sung_now
from editor.tools.touch import Cursor, Touch
from engine.types import CurveLayers

_REACH_PX = 3.0  # of the eraser to either side, so that a click takes something away
_STEP_TICKS = 5  # between points of a smoothed curve
_RADIUS_TICKS = 30
_LEAST_RADIUS_TICKS, _MOST_RADIUS_TICKS = 5, 960
_PX_PER_DOUBLING = 40.0
_EMPTY = CurveLayers()


class SmoothTool(CurveTool):
    """Smooths what is sung where the hand passes; further up is smoother. Passes add up."""

    def begin(self, held: Held) -> bool:
        """The sweep is empty yet."""
        self._sweep = Sweep(first=held.begin.ticks, last=held.begin.ticks)
        self._radius_ticks = _RADIUS_TICKS
        return True

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """The moving average of the stretch, for each phrase by itself."""
        self._sweep = self._sweep.over(spot.ticks)
        doublings = (held.touch.y_px - touch.y_px) / _PX_PER_DOUBLING
        radius = round(_RADIUS_TICKS * 2.0 ** min(8.0, max(-8.0, doublings)))
        self._radius_ticks = min(_MOST_RADIUS_TICKS, max(_LEAST_RADIUS_TICKS, radius))
        first, last = self._sweep.first, self._sweep.last
        ticks = np.append(np.arange(first, last, _STEP_TICKS), last)
        values = sung_now(held.content, held.parameter, ticks)
        edit: Edit | None = None
        for run in runs_of(values):
            step = smooth(
                held.project if edit is None else edit.after,
                held.part_id,
                held.parameter,
                ticks[run],
                values[run],
                radius_ticks=self._radius_ticks,
            )
            edit = step if edit is None else edit.then(step)
        return edit

    def label(self, touch: Touch) -> str | None:
        """How wide the brush is."""
        return QCoreApplication.translate("CurveTools", "± {ticks} ticks").format(
            ticks=self._radius_ticks
        )


class EraseTool(CurveTool):
    """Gives back what was generated where the hand passes."""

    def begin(self, held: Held) -> bool:
        """The sweep is empty yet."""
        self._sweep = Sweep(first=held.begin.ticks, last=held.begin.ticks)
        return True

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """What was drawn and offset there goes."""
        self._sweep = self._sweep.over(spot.ticks)
        reach = swept(self._sweep, _REACH_PX / self._bench.roll.viewport.px_per_tick)
        return erase(held.project, held.part_id, held.parameter, reach.first, reach.last)

    def may_rest(self) -> bool:
        """What lies beside all notes can be erased too."""
        return True


class LockTool(CurveTool):
    """Keeps what is generated where the hand passes; begun in a locked range it sets free."""

    def begin(self, held: Held) -> bool:
        """Lock, or unlock where it is locked."""
        self._sweep = Sweep(first=held.begin.ticks, last=held.begin.ticks)
        self._locks = not self._is_locked(held)
        return True

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """The stretch from the press to the furthest places of the hand."""
        self._sweep = self._sweep.over(spot.ticks)
        first, last = self._sweep.first, self._sweep.last
        if first == last:
            return None
        return lock(held.project, held.part_id, held.parameter, first, last, is_locked=self._locks)

    def hover(self, touch: Touch) -> Cursor:
        """Time alone counts."""
        found = super().hover(touch)
        return Cursor.SIZE_TIME if found is Cursor.CROSS else found

    def label(self, touch: Touch) -> str | None:
        """Which of both it does."""
        if self._locks:
            return QCoreApplication.translate("CurveTools", "Lock")
        return QCoreApplication.translate("CurveTools", "Unlock")

    def may_rest(self) -> bool:
        """A lock beside all notes can be taken away."""
        return not self._locks

    @staticmethod
    def _is_locked(held: Held) -> bool:
        ranges = held.content.part.curves.get(held.parameter, _EMPTY).locked_ticks
        return any(first <= held.begin.ticks < last for first, last in ranges)
