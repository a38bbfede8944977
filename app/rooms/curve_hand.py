"""The tools for curves: pitch over the notes, parameters in their lanes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.desk import Desk
from editor.tools.anchors import AnchorTool
from editor.tools.brushes import EraseTool, LockTool, SmoothTool
from editor.tools.choose_range import RangeTool
from editor.tools.curve_tool import CurveTool
from editor.tools.pencil import LineTool, PencilTool, SCurveTool
from editor.tools.raise_lower import OffsetTool
from editor.tools.read_out import ValueReader
from editor.tools.touch import PaneKind, Tool
from editor.view.curve_overlay import CurveOverlay


class CurveHand(QObject):
    """Makes the tools, and what they show on the roll.

    Attributes
    ----------
    tools : mapping
        By the id of the action; the first one is in hand in the lanes at the beginning.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        bench = desk.bench
        self.overlay = CurveOverlay(desk.roll)
        self._anchors = AnchorTool(bench, self.overlay, self)
        self.tools: Mapping[str, Tool] = {
            "curves.tool_pencil": PencilTool(bench, self.overlay, self),
            "curves.tool_line": LineTool(bench, self.overlay, self),
            "curves.tool_s_curve": SCurveTool(bench, self.overlay, self),
            "curves.tool_anchors": self._anchors,
            "curves.tool_smooth": SmoothTool(bench, self.overlay, self),
            "curves.tool_erase": EraseTool(bench, self.overlay, self),
            "curves.tool_offset": OffsetTool(bench, self.overlay, self),
            "curves.tool_lock": LockTool(bench, self.overlay, self),
            "curves.tool_range": RangeTool(bench, self),
        }
        desk.toolbox.choose_with_shift(PaneKind.RULER, RangeTool(bench, self))
        ValueReader(desk.roll, desk.toolbox, self.overlay, self)
        bench.told.connect(desk.notify)

    def follow(self, _tool: Tool) -> None:
        """Another tool is in hand: notes stand back behind the pitch, anchors are seen or not."""
        tools = self._desk.toolbox.tools
        self._desk.roll.set_notes_dimmed(isinstance(tools.get(PaneKind.ROLL), CurveTool))
        self._anchors.set_in_hand(
            frozenset(kind for kind, tool in tools.items() if tool is self._anchors)
        )
