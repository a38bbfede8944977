"""Free draw, line and S-curve: tools that write values where the hand was."""

from __future__ import annotations

from editor.edits.curves import draw
from editor.edits.edit import Edit
from editor.tools.curve_tool import CurveTool, Held
from editor.tools.strokes import FreeStroke, Points, Spot, eased, straight, thinned, tolerance_of
from editor.tools.touch import Touch


class PencilTool(CurveTool):
    """Draws what the hand does; going back draws over. Shift keeps the level."""

    _stroke: FreeStroke

    def begin(self, held: Held) -> bool:
        """Put the pencil down."""
        self._stroke = FreeStroke(held.begin)
        self._last = held.begin
        return True

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """All that was drawn so far."""
        if touch.is_shift:
            spot = Spot(ticks=spot.ticks, value=self._last.value)
        self._stroke.move(spot)
        self._last = spot
        return drawn(held, self._stroke.points)


class LineTool(CurveTool):
    """A straight line from the press to the hand; Shift keeps it level."""

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """The line as it is now."""
        return drawn(held, straight(held.begin, _level(held, spot) if touch.is_shift else spot))


class SCurveTool(CurveTool):
    """A smooth passage from the press to the hand, level at both ends; Shift keeps it level."""

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """The passage as it is now."""
        return drawn(held, eased(held.begin, _level(held, spot) if touch.is_shift else spot))


def drawn(held: Held, points: Points) -> Edit | None:
    """The edit that draws points; a click alone draws nothing."""
    if len(points.ticks) < 2:
        return None
    fewer = thinned(points, tolerance_of(held.parameter))
    return draw(held.project, held.part_id, held.parameter, fewer.ticks, fewer.values)


def _level(held: Held, spot: Spot) -> Spot:
    return Spot(ticks=spot.ticks, value=held.begin.value)
