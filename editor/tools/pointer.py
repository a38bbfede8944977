"""The mouse on the notes: select, move, resize, copy, draw and name them."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QRubberBand

from editor.edits.edit import Edit
from editor.errors import EditError
from editor.history import History
from editor.store import Store
from editor.tools.gestures import DrawNote, Gesture, Ground, MoveNotes, ResizeNote
from editor.tools.hits import Grip, Hit, hit_note, notes_within, place_at
from editor.view.content import Content
from editor.view.piano_roll import PianoRoll
from engine.types import NoteId

_CURSORS = {
    Grip.START: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
    Grip.BODY: Qt.CursorShape.PointingHandCursor,
}


def new_note_id() -> NoteId:
    """An id that no note of any song has."""
    return NoteId(secrets.token_hex(8))


class Pointer(QObject):
    """Drives gestures from mouse events on the roll.

    A click selects, with Ctrl it adds or takes away. A drag on a note moves the selection (copies
    it with Ctrl), on its end resizes it, on empty ground selects with a band. A double click on
    empty ground draws a note, which goes on as long as the button is held; on a note it asks for
    the lyric. Alt leaves the grid alone, Escape takes a drag back.

    Signals
    -------
    selection_changed : frozenset of NoteId
    lyric_wanted : NoteId
    refused : str
        One sentence: why the last gesture did nothing.
    """

    selection_changed = Signal(object)
    lyric_wanted = Signal(str)
    refused = Signal(str)

    def __init__(
        self, roll: PianoRoll, store: Store, history: History, parent: QObject | None = None
    ) -> None:
        super().__init__(parent or roll)
        self._roll, self._store, self._history = roll, store, history
        self._selection: frozenset[NoteId] = frozenset()
        self._pressed_at: QPointF | None = None
        self._waiting: Callable[[], Gesture] | None = None  # until the hand has moved
        self._clicked: frozenset[NoteId] | None = None  # selected if the hand does not move
        self._gesture: Gesture | None = None
        self._edit: Edit | None = None
        self._band: QRubberBand | None = None
        self._kept: frozenset[NoteId] = frozenset()  # selected before a band with Ctrl
        self._view = roll.canvas.viewport()
        self._view.setMouseTracking(True)
        for watched in (self._view, roll.canvas):
            watched.installEventFilter(self)

    @property
    def selection(self) -> frozenset[NoteId]:
        """The chosen notes of the part that is seen."""
        return self._selection

    def select(self, note_ids: frozenset[NoteId]) -> None:
        """Choose notes; those that are not there are left out."""
        there = {note.id for note in self._content.part.notes}
        note_ids = frozenset(note_ids & there)
        self._roll.set_selection(note_ids)
        if note_ids != self._selection:
            self._selection = note_ids
            self.selection_changed.emit(note_ids)

    @property
    def is_dragging(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None or self._band is not None

    def cancel(self) -> None:
        """Leave the song as it was before the drag."""
        had_preview = self._edit is not None
        self._end()
        if had_preview:
            self._show_song()

    # ------------------------------------------------------------------ events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the left button on the notes, and Escape during a drag."""
        if isinstance(event, QMouseEvent) and watched is self._view:
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and self.is_dragging and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.cancel()
                return True
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, is_left = event.type(), event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseMove and self._pressed_at is not None:
            self._move(event)
            return True
        if kind == QEvent.Type.MouseMove:
            self._show_cursor(event.position())
            return False
        if kind == QEvent.Type.MouseButtonRelease and is_left and self._pressed_at is not None:
            self._release()
            return True
        if not is_left or not self._pane.contains(event.position().toPoint()):
            return False
        if kind == QEvent.Type.MouseButtonPress:
            self._press(event)
            return True
        if kind == QEvent.Type.MouseButtonDblClick:
            self._double_click(event)
            return True
        return False

    def _press(self, event: QMouseEvent) -> None:
        self._roll.canvas.setFocus()
        self._pressed_at = event.position()
        hit = self._hit(event.position())
        adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if hit is None:
            self._kept = self._selection if adds else frozenset()
            self.select(self._kept)
            return
        self._waiting = lambda: self._grasp(hit, copies=adds)
        one = frozenset({hit.note.id})
        if hit.note.id in self._selection:
            self._clicked = self._selection - one if adds else one
        elif adds:
            self._clicked = self._selection | one
        else:
            self.select(one)

    def _grasp(self, hit: Hit, *, copies: bool) -> Gesture:
        assert self._pressed_at is not None
        origin = place_at(self._roll.viewport, *self._local(self._pressed_at))
        one = frozenset({hit.note.id})
        if hit.grip is not Grip.BODY and not copies:
            return ResizeNote(ground=self._ground(), held=hit.note, grip=hit.grip, origin=origin)
        return MoveNotes(
            ground=self._ground(),
            note_ids=self._selection if hit.note.id in self._selection else one,
            held=hit.note,
            origin=origin,
            new_id=new_note_id if copies else None,
        )

    def _double_click(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        hit = self._hit(event.position())
        if hit is not None:
            self._pressed_at = None
            self.select(frozenset({hit.note.id}))
            self.lyric_wanted.emit(str(hit.note.id))
            return
        origin = place_at(self._roll.viewport, *self._local(event.position()))
        self._gesture = DrawNote(ground=self._ground(), origin=origin, note_id=new_note_id())
        self._preview(event.position(), event.modifiers())

    def _move(self, event: QMouseEvent) -> None:
        assert self._pressed_at is not None
        way = (event.position() - self._pressed_at).manhattanLength()
        if not self.is_dragging:
            if way < QApplication.startDragDistance():
                return
            if self._waiting is not None:
                self._gesture = self._waiting()
            else:
                self._band = QRubberBand(QRubberBand.Shape.Rectangle, self._view)
                self._band.show()
        if self._gesture is not None:
            self._preview(event.position(), event.modifiers())
        elif self._band is not None:
            self._stretch_band(event.position())

    def _preview(self, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        assert self._gesture is not None
        now = place_at(self._roll.viewport, *self._local(position))
        is_free = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        try:
            self._edit = self._gesture.edit(now, is_free=is_free)
        except EditError as error:
            self.refused.emit(str(error))  # what was possible last stays
            return
        self._roll.set_song(self._edit.after, self._content.part.id)
        self._roll.set_selection(self._edit.focus.note_ids or self._selection)

    def _stretch_band(self, position: QPointF) -> None:
        assert self._band is not None
        assert self._pressed_at is not None
        box = QRect(self._pressed_at.toPoint(), position.toPoint()).normalized()
        self._band.setGeometry(box.intersected(self._pane))
        corners = [
            place_at(self._roll.viewport, *self._local(corner))
            for corner in (self._pressed_at, position)
        ]
        touched = notes_within(self._content.part, *corners)
        self.select(self._kept | {note.id for note in touched})

    def _release(self) -> None:
        edit, self._edit = self._edit, None
        was_drag = self.is_dragging
        clicked = self._clicked
        self._end()
        if edit is not None:
            self._push(edit)
        elif not was_drag and clicked is not None:
            self.select(clicked)

    def _push(self, edit: Edit) -> None:
        try:
            self._history.push(edit)
        except EditError as error:
            self.refused.emit(str(error))
        self._show_song()
        if edit.focus.note_ids and not edit.is_nothing:
            self.select(edit.focus.note_ids)

    def _end(self) -> None:
        self._pressed_at = self._waiting = self._gesture = self._edit = self._clicked = None
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
            self._band = None

    # ------------------------------------------------------------------ helpers

    @property
    def _content(self) -> Content:
        return self._roll.content

    @property
    def _pane(self) -> QRect:
        box: QRect = self._roll.roll.geometry().toRect()
        return box

    def _local(self, position: QPointF) -> tuple[float, float]:
        return position.x() - self._pane.left(), position.y() - self._pane.top()

    def _hit(self, position: QPointF) -> Hit | None:
        if not self._pane.contains(position.toPoint()):
            return None
        return hit_note(self._content.part, self._roll.viewport, *self._local(position))

    def _ground(self) -> Ground:
        return Ground(
            project=self._store.project,
            part_id=self._content.part.id,
            metre=self._content.metre,
            snap=self._content.snap,
        )

    def _show_song(self) -> None:
        self._roll.set_song(self._store.project, self._content.part.id)
        self.select(self._selection)

    def _show_cursor(self, position: QPointF) -> None:
        hit = self._hit(position)
        if hit is None:
            self._view.unsetCursor()
        else:
            self._view.setCursor(_CURSORS[hit.grip])
