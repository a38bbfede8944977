"""The upper edge of a lane in the hand: its height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from editor.view.lane_stack import LANE_PX, LaneStack, resized
from editor.view.piano_roll import PianoRoll
from engine.types import Parameter

REACH_PX = 3


class LaneEdges(QObject):
    """Takes the mouse at the edges above lanes before any tool does.

    A drag makes the lane higher or lower, down to its header; a double click gives it the usual
    height.

    Signals
    -------
    dragged : LaneStack
    dropped
        The drag is over: what is shown is what is wanted.
    """

    dragged = Signal(object)
    dropped = Signal()

    def __init__(self, roll: PianoRoll, parent: QObject | None = None) -> None:
        super().__init__(parent or roll)
        self._roll, self._view = roll, roll.canvas.viewport()
        self._held: tuple[Parameter, int, int, LaneStack] | None = None  # with y and height
        self._is_over = False
        self._view.installEventFilter(self)  # after the toolbox: the last one is asked first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse near an edge and during a drag."""
        if watched is self._view and isinstance(event, QMouseEvent):
            return self._mouse(event)
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, y = event.type(), round(event.position().y())
        if self._held is not None:
            if kind == QEvent.Type.MouseMove:
                parameter, from_y, height_px, stack = self._held
                self.dragged.emit(resized(stack, parameter, height_px + from_y - y))
            elif kind == QEvent.Type.MouseButtonRelease:
                self._held = None
                self.dropped.emit()
            return True
        found = self._edge_at(y)
        if kind == QEvent.Type.MouseMove and event.buttons() == Qt.MouseButton.NoButton:
            if found is not None:
                self._view.setCursor(Qt.CursorShape.SplitVCursor)
            elif self._is_over:
                self._view.unsetCursor()
            self._is_over = found is not None
            return self._is_over
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        parameter, height_px = found
        if kind == QEvent.Type.MouseButtonPress:
            self._held = (parameter, y, height_px, self._roll.lane_stack)
            return True
        if kind == QEvent.Type.MouseButtonDblClick:
            self.dragged.emit(resized(self._roll.lane_stack, parameter, LANE_PX))
            self.dropped.emit()
            return True
        return False

    def _edge_at(self, y: int) -> tuple[Parameter, int] | None:
        for parameter, pane in self._roll.lane_panes.items():
            box = pane.geometry().toRect()
            if abs(y - box.top()) <= REACH_PX:
                return parameter, box.height()
        return None
