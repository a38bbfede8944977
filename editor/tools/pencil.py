"""Free draw, line and S-curve: tools that write values where the hand was."""

from __future__ import annotations

from editor.edits.curves import draw
from editor.edits.edit import Edit
from editor.tools.curve_tool import CurveTool, Held, without_offset
from editor.tools.strokes import FreeStroke, Points, Spot, eased, straight, thinned, tolerance_of
from editor.tools.touch import Touch


class DrawingTool(CurveTool):
    """Writes points; while the hand draws all of them, at the end those that are needed."""

    _points: Points

    def final(self, held: Held, made: Edit) -> Edit:
        """The stroke without the points that nobody misses."""
        return _written(held, thinned(self._points, tolerance_of(held.parameter)))

    def drawn(self, held: Held, points: Points) -> Edit | None:
        """The edit that draws points; a click alone draws nothing."""
        if len(points.ticks) < 2:
            return None
        self._points = points
        return _written(held, points)


class PencilTool(DrawingTool):
    """Draws what the hand does; going back draws over. Shift keeps the level."""

    _stroke: FreeStroke
    _last: Spot

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
        return self.drawn(held, self._stroke.points)


class LineTool(DrawingTool):
    """A straight line from the press to the hand; Shift keeps it level."""

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """The line as it is now."""
        return self.drawn(held, straight(held.begin, _end(held, spot, touch)))


class SCurveTool(DrawingTool):
    """A smooth passage from the press to the hand, level at both ends; Shift keeps it level."""

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """The passage as it is now."""
        return self.drawn(held, eased(held.begin, _end(held, spot, touch)))


def _written(held: Held, points: Points) -> Edit:
    edit = draw(held.project, held.part_id, held.parameter, points.ticks, points.values)
    return without_offset(edit, int(points.ticks[0]), int(points.ticks[-1]))


def _end(held: Held, spot: Spot, touch: Touch) -> Spot:
    return Spot(ticks=spot.ticks, value=held.begin.value) if touch.is_shift else spot
