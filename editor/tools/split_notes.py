"""The knife: shows where it would cut a note, and cuts there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from editor.edits.edit import Edit
from editor.tools.gestures import SplitNote, cut_ticks, new_note_id
from editor.tools.hits import hit_note
from editor.tools.select import place_of
from editor.tools.touch import Button, Cursor, PaneKind, Touch
from editor.tools.workbench import Workbench
from editor.view.cut_line import CutLine

_HIDES = frozenset(
    {QEvent.Type.Leave, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.FocusOut}
)


class SplitTool(QObject):
    """Cuts notes in two at the grid line next to the hand; with Alt where the hand is."""

    panes = frozenset({PaneKind.ROLL})

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent or bench)
        self._bench = bench
        self._line = CutLine(bench.roll)
        self._gesture: SplitNote | None = None
        self._edit: Edit | None = None
        # Before the toolbox hears of it: the line is gone unless the mouse is over a note again.
        bench.roll.canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide the line when the mouse goes on."""
        if self._gesture is None and event.type() in _HIDES:
            self._line.hide()
        return super().eventFilter(watched, event)

    def hover(self, touch: Touch) -> Cursor:
        """Show the cut over a note."""
        gesture = self._grasp(touch)
        if gesture is None:
            return Cursor.ARROW
        self._show(gesture, touch)
        return Cursor.SPLIT

    def press(self, touch: Touch) -> bool:
        """Hold the knife over a note; letting go cuts."""
        if touch.button is Button.RIGHT:
            return False
        self._gesture = self._grasp(touch)
        if self._gesture is not None:
            self.drag(touch)
        return self._gesture is not None

    def drag(self, touch: Touch) -> None:
        """Show what the cut would leave."""
        gesture = self._gesture
        if gesture is None:
            return
        edit = self._bench.attempt(lambda: gesture.edit(place_of(touch), is_free=touch.is_alt))
        if edit is None:
            return
        self._edit = edit
        self._bench.preview(edit)
        self._show(gesture, touch)

    def release(self, touch: Touch) -> None:
        """Cut."""
        edit = self._edit
        self._end()
        if edit is not None:
            self._bench.commit(edit)

    def cancel(self) -> None:
        """Leave the note whole."""
        self._end()
        self._bench.drop()

    def _end(self) -> None:
        self._gesture = self._edit = None
        self._line.hide()

    def _grasp(self, touch: Touch) -> SplitNote | None:
        bench = self._bench
        hit = hit_note(bench.part, bench.roll.viewport, touch.x_px, touch.y_px)
        if hit is None:
            return None
        return SplitNote(ground=bench.ground, held=hit.note, new_id=new_note_id())

    def _show(self, gesture: SplitNote, touch: Touch) -> None:
        there = cut_ticks(gesture.ground, gesture.held, touch.ticks, is_free=touch.is_alt)
        self._line.show_at(there, gesture.held.key_midi)
