"""The mouse and the keys on the overview: choose, move, copy, trim, fade, level, scroll, seek."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from editor.edits.edit import Edit
from editor.errors import EditError
from editor.history import History
from editor.model.project import Project
from editor.panels.block_gestures import (
    BlockGesture,
    FadeSound,
    Ground,
    LevelSound,
    MoveBlocks,
    NewIds,
    Spot,
    TrimSound,
)
from editor.panels.blocks import BLOCK_GAP_PX, ROW_PX, BlockHit, Grip, hit_block
from editor.panels.overview import RULER_PX, Overview
from editor.panels.peak_loader import PeakLoader
from editor.store import Store
from editor.tools.gestures import new_note_id

_CURSORS = {
    Grip.BODY: Qt.CursorShape.PointingHandCursor,
    Grip.START: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
    Grip.FADE_IN: Qt.CursorShape.SizeHorCursor,
    Grip.FADE_OUT: Qt.CursorShape.SizeHorCursor,
    Grip.GAIN: Qt.CursorShape.SizeVerCursor,
}
_ZOOM_PER_NOTCH = 1.2
_PX_PER_NOTCH = 60.0
_KEYS_WITHIN_S = 1.0
_FINE_TICKS = 15
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def new_id() -> str:
    """An id that nothing in any song has."""
    return secrets.token_hex(8)


class OverviewHand(QObject):
    """Drives gestures on the overview; each is one step of the history.

    A click chooses, with Ctrl it adds or takes away. A drag moves what is chosen, with Ctrl it
    copies; Alt leaves the grid alone, Escape takes the drag back. Arrow keys move what is chosen,
    Page Up and Page Down walk from block to block.

    Signals
    -------
    part_chosen : str
        A part was clicked, or walked to.
    part_opened : str
        It should be worked on.
    part_wanted : int, int
        A double click on empty ground: row and ticks.
    place_wanted : float
        The ruler was clicked: ticks.
    menu_wanted : QPoint
        The right button, or the key; on the screen.
    command_wanted : str
        A key that means an action: its id.
    refused : str
        One sentence: why the last gesture did nothing.
    """

    part_chosen = Signal(str)
    part_opened = Signal(str)
    part_wanted = Signal(int, int)
    place_wanted = Signal(float)
    menu_wanted = Signal(QPoint)
    command_wanted = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        overview: Overview,
        store: Store,
        history: History,
        loader: PeakLoader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or overview)
        self._overview, self._store, self._history = overview, store, history
        self._loader = loader
        self._pressed_at: QPointF | None = None
        self._waiting: Callable[[], BlockGesture] | None = None  # until the hand has moved
        self._clicked: frozenset[str] | None = None  # chosen if the hand does not move
        self._gesture: BlockGesture | None = None
        self._edit: Edit | None = None
        self._is_seeking = False
        self._grip: QPointF | None = None  # of the middle button
        overview.installEventFilter(self)
        store.replaced.connect(self.cancel)

    @property
    def is_dragging(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    def cancel(self) -> None:
        """Leave the song as it was before the drag."""
        self._end()
        self._show_song()

    # ------------------------------------------------------------------ events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what belongs to the overview."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            self._wheel(event)
            return True
        if isinstance(event, QContextMenuEvent):
            self._menu(event)
            return True
        if isinstance(event, QKeyEvent) and self._is_ours(event):
            if kind == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress:
                self._key(event)
                return True
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._overview.update()
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, button = event.type(), event.button()
        if kind == QEvent.Type.MouseMove:
            self._move(event)
        elif kind == QEvent.Type.MouseButtonPress and button == Qt.MouseButton.MiddleButton:
            self._grip = event.position()
        elif kind == QEvent.Type.MouseButtonRelease and button == Qt.MouseButton.MiddleButton:
            self._grip = None
        elif kind == QEvent.Type.MouseButtonPress and button == Qt.MouseButton.LeftButton:
            self._press(event)
        elif kind == QEvent.Type.MouseButtonDblClick and button == Qt.MouseButton.LeftButton:
            self._double_click(event)
        elif kind == QEvent.Type.MouseButtonRelease and button == Qt.MouseButton.LeftButton:
            self._release()
        else:
            return False
        return True

    def _press(self, event: QMouseEvent) -> None:
        self._overview.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.position().y() < RULER_PX:
            self._is_seeking = True
            self._seek(event)
            return
        self._pressed_at = event.position()
        hit = self._hit(event.position())
        adds = bool(event.modifiers() & _CTRL)
        chosen = self._overview.selection
        if hit is None:
            if not adds:
                self._overview.select(frozenset())
            return
        one = frozenset({hit.block.id})
        self._waiting = lambda: self._grasp(hit, copies=adds)
        if adds:
            self._clicked = chosen ^ one
        elif hit.block.id in chosen:
            self._clicked = one
        else:
            self._overview.select(one)
        if hit.block.part is not None and not adds:
            self.part_chosen.emit(hit.block.id)

    def _grasp(self, hit: BlockHit, *, copies: bool) -> BlockGesture:
        assert self._pressed_at is not None
        ground, origin = self._ground(), self._spot(self._pressed_at)
        held, grip = hit.block, hit.grip
        if grip in (Grip.START, Grip.END) and not copies and held.sound is not None:
            file_ms = self._loader.length_ms(held.sound)
            return TrimSound(ground=ground, held=held, grip=grip, origin=origin, file_ms=file_ms)
        if grip in (Grip.FADE_IN, Grip.FADE_OUT):
            return FadeSound(ground=ground, held=held, grip=grip)
        if grip is Grip.GAIN and not copies:
            height_px = ROW_PX - 2.0 * BLOCK_GAP_PX
            return LevelSound(ground=ground, held=held, origin=origin, height_px=height_px)
        chosen = self._overview.chosen if held.id in self._overview.selection else (held,)
        return MoveBlocks(
            ground=ground,
            blocks=chosen,
            held=held,
            origin=origin,
            new_ids=NewIds(block=new_id, note=new_note_id) if copies else None,
        )

    def _double_click(self, event: QMouseEvent) -> None:
        if event.position().y() < RULER_PX:
            return
        hit = self._hit(event.position())
        if hit is None:
            row = self._overview.view.px_to_row(event.position().y() - RULER_PX)
            if 0 <= row < len(self._overview.arrangement.rows):
                ticks = self._overview.view.viewport.px_to_ticks(event.position().x())
                snap = self._overview.snap
                metre = self._overview.arrangement.metre
                self.part_wanted.emit(row, metre.snapped_down(max(0.0, ticks), snap))
        elif hit.block.part is not None:
            self.part_opened.emit(hit.block.id)

    def _move(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._grip is not None:
            way = self._grip - position
            self._grip = position
            self._scroll(round(way.x()), round(way.y()))
        elif self._is_seeking:
            self._seek(event)
        elif self._pressed_at is None:
            self._show_cursor(position)
        elif self._gesture is not None:
            self._preview(event)
        elif self._waiting is not None:
            way = position - self._pressed_at
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._gesture = self._waiting()
                self._preview(event)

    def _preview(self, event: QMouseEvent) -> None:
        assert self._gesture is not None
        is_free = bool(event.modifiers() & _ALT)
        try:
            self._edit = self._gesture.edit(self._spot(event.position()), is_free=is_free)
        except EditError as error:
            self.refused.emit(str(error))  # what was possible last stays
            return
        self._overview.set_song(self._edit.after)

    def _release(self) -> None:
        edit, self._edit = self._edit, None
        was_drag, clicked = self.is_dragging, self._clicked
        self._end()
        if edit is not None:
            self.push(edit)
        elif not was_drag and clicked is not None:
            self._overview.select(clicked)

    def push(self, edit: Edit, *, merge_key: Hashable | None = None) -> None:
        """Make an edit a step of the history and choose what came with it."""
        before = _ids(self._store.project)
        try:
            self._history.push(edit, merge_key=merge_key, within_s=_KEYS_WITHIN_S)
        except EditError as error:
            self.refused.emit(str(error))
        self._show_song()
        made = _ids(self._store.project) - before
        if made:
            self._overview.select(frozenset(made))

    def _end(self) -> None:
        self._pressed_at = self._waiting = self._gesture = self._edit = self._clicked = None
        self._is_seeking = False

    # ------------------------------------------------------------------ wheel and menu

    def _wheel(self, event: QWheelEvent) -> None:
        event.accept()
        dx, dy = _wheel_px(event)
        if event.modifiers() & _CTRL:
            factor = math.pow(_ZOOM_PER_NOTCH, (dy or dx) / _PX_PER_NOTCH)
            viewport = self._overview.view.viewport
            self._overview.set_viewport(viewport.zoomed_time(factor, event.position().x()))
        elif event.modifiers() & _SHIFT or not self._overview.last_scroll_px:
            self._scroll(-round(dx + dy), 0)
        else:
            self._scroll(-round(dx), -round(dy))

    def _scroll(self, dx_px: int, dy_px: int) -> None:
        overview = self._overview
        overview.set_viewport(overview.view.viewport.scrolled(dx_px, 0))
        overview.set_scroll_px(overview.view.scroll_px + dy_px)

    def _menu(self, event: QContextMenuEvent) -> None:
        if self.is_dragging:
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self._hit(QPointF(event.pos()))
            if hit is not None and hit.block.id not in self._overview.selection:
                self._overview.select(frozenset({hit.block.id}))
            elif hit is None:
                self._overview.select(frozenset())
        elif self._overview.chosen:
            box = self._overview.box_of(self._overview.chosen[0])
            place = self._overview.mapToGlobal(box.center())
        self.menu_wanted.emit(place)

    # ------------------------------------------------------------------ keys

    def _is_ours(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if self.is_dragging:
            return key == Qt.Key.Key_Escape
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in _ARROWS:
            return plain or modifiers == _ALT
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_A):
            return modifiers == _CTRL
        if _command(event):
            return True
        return plain and key in (
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        )

    def _key(self, event: QKeyEvent) -> None:
        key, overview = Qt.Key(event.key()), self._overview
        viewport = overview.view.viewport
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif command := _command(event):
            if overview.selection:
                self.command_wanted.emit(command)
        elif key in _ARROWS:
            self._nudge(*_ARROWS[key], is_fine=bool(event.modifiers() & _ALT))
        elif key == Qt.Key.Key_A:
            overview.select(frozenset(block.id for block in overview.arrangement.blocks))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            factor = _ZOOM_PER_NOTCH if key == Qt.Key.Key_Plus else 1.0 / _ZOOM_PER_NOTCH
            overview.set_viewport(viewport.zoomed_time(factor, viewport.width_px / 2.0))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._walk(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            parts = [block for block in overview.chosen if block.part is not None]
            if parts:
                self.part_opened.emit(parts[0].id)

    def _nudge(self, steps: int, rows: int, *, is_fine: bool) -> None:
        """Move what is chosen by a step of the grid; without anything chosen, choose."""
        chosen = self._overview.chosen
        if not chosen:
            self._walk(1)
            return
        origin = Spot(ticks=0.0, row=0)
        move = MoveBlocks(ground=self._ground(), blocks=chosen, held=chosen[0], origin=origin)
        step = _FINE_TICKS if is_fine else self._overview.snap.step_ticks
        try:
            edit = move.by(steps * step, rows)
        except EditError as error:
            self.refused.emit(str(error))
            return
        self.push(edit, merge_key=("nudge", self._overview.selection))

    def _walk(self, step: int) -> None:
        """Choose the block before or behind, row by row."""
        blocks = sorted(
            self._overview.arrangement.blocks, key=lambda block: (block.row, block.start_ticks)
        )
        if not blocks:
            return
        places = [i for i, block in enumerate(blocks) if block.id in self._overview.selection]
        index = (max(places) if step > 0 else min(places)) + step if places else 0
        block = blocks[max(0, min(len(blocks) - 1, index))]
        self._overview.select(frozenset({block.id}))
        self._overview.reveal(block)
        if block.part is not None:
            self.part_chosen.emit(block.id)

    # ------------------------------------------------------------------ helpers

    def _ground(self) -> Ground:
        return Ground(arrangement=self._overview.arrangement, snap=self._overview.snap)

    def _spot(self, position: QPointF) -> Spot:
        view, y_px = self._overview.view, position.y() - RULER_PX
        return Spot(
            ticks=view.viewport.px_to_ticks(position.x()), row=view.px_to_row(y_px), y_px=y_px
        )

    def _hit(self, position: QPointF) -> BlockHit | None:
        y_px = position.y() - RULER_PX
        if y_px < 0:
            return None
        return hit_block(self._overview.arrangement, self._overview.view, position.x(), y_px)

    def _seek(self, event: QMouseEvent) -> None:
        viewport = self._overview.view.viewport
        ticks = max(0.0, viewport.px_to_ticks(event.position().x()))
        is_free = bool(event.modifiers() & _ALT)
        metre, snap = self._overview.arrangement.metre, self._overview.snap
        self.place_wanted.emit(ticks if is_free else float(metre.snapped(ticks, snap)))

    def _show_song(self) -> None:
        if not self.is_dragging:
            self._overview.set_song(self._store.project)

    def _show_cursor(self, position: QPointF) -> None:
        hit = self._hit(position)
        if hit is None:
            self._overview.unsetCursor()
        else:
            self._overview.setCursor(_CURSORS[hit.grip])


def _command(event: QKeyEvent) -> str:
    """The action that a key means here, whatever it means in the roll."""
    if event.modifiers() == _CTRL:
        return {Qt.Key.Key_D: "tracks.duplicate_part", Qt.Key.Key_J: "tracks.join_parts"}.get(
            Qt.Key(event.key()), ""
        )
    if event.modifiers() not in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    ):
        return ""
    return {
        Qt.Key.Key_Delete: "tracks.delete_part",
        Qt.Key.Key_Backspace: "tracks.delete_part",
        Qt.Key.Key_F2: "tracks.rename_part",
    }.get(Qt.Key(event.key()), "")


def _ids(project: Project) -> set[str]:
    """Of all parts and sounds."""
    return {part.id for track in project.tracks for part in track.parts} | {
        sound.id for track in project.tracks for sound in track.audio
    }


def _wheel_px(event: QWheelEvent) -> tuple[float, float]:
    """Distance of a turn: trackpads tell pixels, wheels angles."""
    pixels = event.pixelDelta()
    if not pixels.isNull():
        return float(pixels.x()), float(pixels.y())
    angle = event.angleDelta()
    return angle.x() / 120.0 * _PX_PER_NOTCH, angle.y() / 120.0 * _PX_PER_NOTCH
