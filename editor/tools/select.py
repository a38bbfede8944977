"""The tool that one has first: select, move, resize, copy; a double click draws or names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QObject, Signal

from editor.edits.edit import Edit
from editor.tools.gestures import DrawNote, Gesture, MoveNotes, ResizeNote, new_note_id
from editor.tools.hits import Grip, Hit, Place, hit_note, notes_within
from editor.tools.touch import Button, Cursor, PaneKind, Touch
from editor.tools.workbench import Workbench
from engine.types import NoteId

DRAG_PX = 4.0  # what moves less is a click
_CURSORS = {Grip.START: Cursor.SIZE_TIME, Grip.END: Cursor.SIZE_TIME, Grip.BODY: Cursor.HAND}


@dataclass(slots=True)
class Drag:
    """What is known between the press and letting go."""

    begin: Touch
    waiting: Callable[[], Gesture] | None = None  # until the hand has moved
    clicked: frozenset[NoteId] | None = None  # selected if the hand does not move
    kept: frozenset[NoteId] = frozenset()  # selected before a band with Ctrl
    gesture: Gesture | None = None
    edit: Edit | None = None
    has_moved: bool = False


class SelectTool(QObject):
    """Chooses notes and takes hold of them.

    A click selects, with Ctrl it adds or takes away, with Shift it extends to there. A drag on a
    note moves the selection (copies it with Ctrl), on its end resizes it, on empty ground selects
    with a band. A double click on empty ground draws a note, which goes on as long as the button is
    held; on a note it asks for the lyric. Alt leaves the grid alone.

    Signals
    -------
    lyric_wanted : NoteId
    """

    panes = frozenset({PaneKind.ROLL})
    lyric_wanted = Signal(str)

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent or bench)
        self._bench = bench
        self._drag: Drag | None = None

    # ------------------------------------------------------------------ the drag

    def hover(self, touch: Touch) -> Cursor:
        """Which end of a note one would have hold of."""
        hit = self._hit(touch)
        return Cursor.ARROW if hit is None else _CURSORS[hit.grip]

    def press(self, touch: Touch) -> bool:
        """Choose what lies there; a drag may follow."""
        hit = self._hit(touch)
        if touch.button is Button.RIGHT:
            if hit is not None and hit.note.id not in self._bench.selection:
                self._bench.select(frozenset({hit.note.id}))
            return False
        if touch.n_clicks == 2:
            return self._double_click(touch, hit)
        drag = self._drag = Drag(touch)
        if hit is None:
            drag.kept = self._bench.selection if touch.is_ctrl else frozenset()
            self._bench.select(drag.kept)
            if not touch.is_ctrl:
                self._bench.select_range(None)
            return True
        drag.waiting = lambda: self._grasp(touch, hit)
        one = frozenset({hit.note.id})
        if touch.is_shift:
            self._bench.select(self._up_to(hit))
        elif hit.note.id in self._bench.selection:
            drag.clicked = self._bench.selection - one if touch.is_ctrl else one
        elif touch.is_ctrl:
            drag.clicked = self._bench.selection | one
        else:
            self._bench.select(one)
        return True

    def drag(self, touch: Touch) -> None:
        """Show what letting go there would do."""
        drag = self._drag
        if drag is None:
            return
        if not drag.has_moved:
            way_px = hypot(touch.x_px - drag.begin.x_px, touch.y_px - drag.begin.y_px)
            if way_px < DRAG_PX:
                return
            drag.has_moved = True
            if drag.gesture is None and drag.waiting is not None:
                drag.gesture = drag.waiting()
        if drag.gesture is None:
            self._stretch_band(drag, touch)
        else:
            self._preview(drag, drag.gesture, touch)

    def release(self, touch: Touch) -> None:
        """Do it."""
        drag = self._drag
        self._end()
        if drag is None:
            return
        if drag.edit is not None:
            self._bench.commit(drag.edit)
        elif not drag.has_moved and drag.clicked is not None:
            self._bench.select(drag.clicked)

    def cancel(self) -> None:
        """Leave the song as it was."""
        self._end()
        self._bench.drop()

    # ------------------------------------------------------------------ inside

    def _end(self) -> None:
        self._drag = None
        self._bench.hide_band()

    def _grasp(self, touch: Touch, hit: Hit) -> Gesture:
        ground, origin = self._bench.ground, place_of(touch)
        if hit.grip is not Grip.BODY and not touch.is_ctrl:
            return ResizeNote(ground=ground, held=hit.note, grip=hit.grip, origin=origin)
        selection = self._bench.selection
        return MoveNotes(
            ground=ground,
            note_ids=selection if hit.note.id in selection else frozenset({hit.note.id}),
            held=hit.note,
            origin=origin,
            new_id=new_note_id if touch.is_ctrl else None,
        )

    def _double_click(self, touch: Touch, hit: Hit | None) -> bool:
        if hit is not None:
            self._bench.select(frozenset({hit.note.id}))
            self.lyric_wanted.emit(str(hit.note.id))
            return False
        gesture = DrawNote(ground=self._bench.ground, origin=place_of(touch), note_id=new_note_id())
        self._drag = Drag(touch, gesture=gesture)
        self._preview(self._drag, gesture, touch)
        return True

    def _preview(self, drag: Drag, gesture: Gesture, touch: Touch) -> None:
        # Where nothing can be done, what was possible last stays.
        edit = self._bench.attempt(lambda: gesture.edit(place_of(touch), is_free=touch.is_alt))
        if edit is not None:
            drag.edit = edit
            self._bench.preview(edit)

    def _stretch_band(self, drag: Drag, touch: Touch) -> None:
        self._bench.show_band(drag.begin, touch)
        touched = notes_within(self._bench.part, place_of(drag.begin), place_of(touch))
        self._bench.select(drag.kept | {note.id for note in touched})

    def _up_to(self, hit: Hit) -> frozenset[NoteId]:
        """The chosen notes with all between them and another."""
        chosen = [*self._bench.chosen, hit.note]
        first = min(note.start_ticks for note in chosen)
        last = max(note.start_ticks for note in chosen)
        return frozenset(n.id for n in self._bench.part.notes if first <= n.start_ticks <= last)

    def _hit(self, touch: Touch) -> Hit | None:
        return hit_note(self._bench.part, self._bench.roll.viewport, touch.x_px, touch.y_px)


def place_of(touch: Touch) -> Place:
    """The place under a touch of the notes."""
    return Place(ticks=touch.ticks, key_midi=touch.key_midi)
