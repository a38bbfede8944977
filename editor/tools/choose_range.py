"""Choose a stretch of time for curves and for playing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from editor.tools.touch import Button, Cursor, PaneKind, Touch
from editor.tools.workbench import Range, Workbench

_DRAG_PX = 4.0


class RangeTool(QObject):
    """A drag chooses from the press to the hand, on the grid unless Alt is held; a click none."""

    panes = frozenset({PaneKind.ROLL, PaneKind.LANE})

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent or bench)
        self._bench = bench
        self._begin: Touch | None = None
        self._before: Range | None = None
        self._has_moved = False

    def hover(self, touch: Touch) -> Cursor:
        """Time alone counts."""
        return Cursor.SIZE_TIME

    def press(self, touch: Touch) -> bool:
        """Take hold of one end."""
        if touch.button is not Button.LEFT:
            return False
        self._begin, self._before = touch, self._bench.range_ticks
        self._has_moved = False
        return True

    def drag(self, touch: Touch) -> None:
        """Stretch to the hand."""
        if self._begin is None:
            return
        self._has_moved = self._has_moved or abs(touch.x_px - self._begin.x_px) >= _DRAG_PX
        if self._has_moved:
            self._bench.select_range(self._between(self._begin, touch))

    def release(self, touch: Touch) -> None:
        """Leave it chosen."""
        if not self._has_moved:
            self._bench.select_range(None)
        self._begin = None

    def cancel(self) -> None:
        """What was chosen before is chosen again."""
        self._begin = None
        self._bench.select_range(self._before)

    def _between(self, one: Touch, other: Touch) -> Range | None:
        ground = self._bench.ground
        first, last = sorted(
            max(0, ground.snapped(touch.ticks, is_free=other.is_alt)) for touch in (one, other)
        )
        return (first, last) if first < last else None
