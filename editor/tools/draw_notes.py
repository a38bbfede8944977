"""The tool that draws: a drag on empty ground is a note, the right button takes notes away."""

from __future__ import annotations

from PySide6.QtCore import QObject

from editor.tools.erase_notes import Sweep
from editor.tools.gestures import DEFAULT_TICKS, DrawNote, new_note_id
from editor.tools.select import Drag, SelectTool, place_of
from editor.tools.touch import Button, Cursor, Touch
from editor.tools.workbench import Workbench


class DrawTool(SelectTool):
    """Draws notes; on notes that are there it moves, resizes and names like the first tool.

    A click draws a note as long as the last one that was drawn. The right button on a note takes
    it away, and goes on with all that it is swept over.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(bench, parent)
        self._sweep: Sweep | None = None
        self._usual_ticks = DEFAULT_TICKS

    def hover(self, touch: Touch) -> Cursor:
        """A cross where one would draw."""
        return Cursor.CROSS if self._hit(touch) is None else super().hover(touch)

    def press(self, touch: Touch) -> bool:
        """Draw where there is nothing, take hold of what there is."""
        hit = self._hit(touch)
        if touch.button is Button.RIGHT and hit is not None:
            self._sweep = Sweep(self._bench, touch)
            return True
        if touch.button is Button.RIGHT or hit is not None:
            return super().press(touch)
        gesture = DrawNote(
            ground=self._bench.ground,
            origin=place_of(touch),
            note_id=new_note_id(),
            usual_ticks=self._usual_ticks,
        )
        self._drag = Drag(touch, gesture=gesture)
        self._preview(self._drag, gesture, touch)
        return True

    def drag(self, touch: Touch) -> None:
        """Show what letting go there would do."""
        if self._sweep is not None:
            self._sweep.go_on(touch)
        else:
            super().drag(touch)

    def release(self, touch: Touch) -> None:
        """Do it, and remember how long the note is."""
        sweep, self._sweep = self._sweep, None
        if sweep is not None:
            sweep.finish()
            return
        is_drawn = self._drag is not None and isinstance(self._drag.gesture, DrawNote)
        super().release(touch)
        if is_drawn and len(self._bench.chosen) == 1:
            self._usual_ticks = self._bench.chosen[0].length_ticks

    def cancel(self) -> None:
        """Leave the song as it was."""
        self._sweep = None
        super().cancel()
