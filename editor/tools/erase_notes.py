"""The tool that takes notes away: by a click, or all that it is swept over."""

from __future__ import annotations

from PySide6.QtCore import QObject

from editor.edits.edit import Edit
from editor.edits.notes import remove_notes
from editor.tools.hits import hit_note, notes_on_way
from editor.tools.touch import Button, Cursor, PaneKind, Touch
from editor.tools.workbench import Workbench
from engine.types import NoteId


class Sweep:
    """A drag that takes away the notes under its way, all in one step of the history."""

    def __init__(self, bench: Workbench, begin: Touch) -> None:
        self._bench, self._last = bench, begin
        self._gone: frozenset[NoteId] = frozenset()
        self._edit: Edit | None = None
        self.go_on(begin)

    def go_on(self, touch: Touch) -> None:
        """The hand is there now: what lies on the way is shown as gone."""
        bench, last = self._bench, self._last
        self._last = touch
        crossed = notes_on_way(
            bench.part, bench.roll.viewport, (last.x_px, last.y_px), (touch.x_px, touch.y_px)
        )
        gone = self._gone | {note.id for note in crossed}
        if gone == self._gone:
            return
        edit = bench.attempt(lambda: remove_notes(bench.project, bench.part.id, gone))
        if edit is not None:
            self._gone, self._edit = gone, edit
            bench.preview(edit)

    def finish(self) -> None:
        """Take them away."""
        if self._edit is not None:
            self._bench.commit(self._edit)


class EraseTool(QObject):
    """Takes notes away; with the right button too."""

    panes = frozenset({PaneKind.ROLL})

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent or bench)
        self._bench = bench
        self._sweep: Sweep | None = None

    def hover(self, touch: Touch) -> Cursor:
        """Over a note one can do something."""
        bench = self._bench
        hit = hit_note(bench.part, bench.roll.viewport, touch.x_px, touch.y_px)
        return Cursor.CROSS if hit is None else Cursor.HAND

    def press(self, touch: Touch) -> bool:
        """Take away what lies there; a sweep may follow."""
        if touch.button is Button.RIGHT and self.hover(touch) is Cursor.CROSS:
            return False
        self._sweep = Sweep(self._bench, touch)
        return True

    def drag(self, touch: Touch) -> None:
        """Sweep on."""
        if self._sweep is not None:
            self._sweep.go_on(touch)

    def release(self, touch: Touch) -> None:
        """Take them away."""
        sweep, self._sweep = self._sweep, None
        if sweep is not None:
            sweep.go_on(touch)
            sweep.finish()

    def cancel(self) -> None:
        """Leave the song as it was."""
        self._sweep = None
        self._bench.drop()
