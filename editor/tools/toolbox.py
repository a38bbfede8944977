"""Brings the mouse on the roll to the tool in hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from editor.tools.touch import Button, Cursor, PaneKind, Tool, Touch
from editor.view.axis import AXES
from editor.view.pane import Pane
from editor.view.piano_roll import PianoRoll
from engine.types import Parameter

_BUTTONS = {
    Qt.MouseButton.LeftButton: Button.LEFT,
    Qt.MouseButton.RightButton: Button.RIGHT,
}
_CURSORS = {
    Cursor.ARROW: Qt.CursorShape.ArrowCursor,
    Cursor.CROSS: Qt.CursorShape.CrossCursor,
    Cursor.HAND: Qt.CursorShape.PointingHandCursor,
    Cursor.SIZE_TIME: Qt.CursorShape.SizeHorCursor,
    Cursor.SIZE_VALUE: Qt.CursorShape.SizeVerCursor,
    Cursor.SPLIT: Qt.CursorShape.SplitHCursor,
    Cursor.FORBIDDEN: Qt.CursorShape.ForbiddenCursor,
}
_MODIFIER_KEYS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt)
_NOTCH_DEGREES = 120.0  # eighths of a degree


class Toolbox(QObject):
    """Holds the tool of each kind of pane, and drives it from mouse events.

    Escape takes a drag back. A right click that no tool takes asks for a menu; a wheel turned with
    Alt is offered to whoever listens.

    Signals
    -------
    pressed : Touch
        Something was pressed there.
    menu_wanted : Touch, QPoint
        Where, and the same place on the screen.
    wheeled : Touch, float
        Notches of a wheel turned with Alt, upwards positive.
    touched : Touch, or None
        Where the mouse is, pressed or not; None where it is on no pane.
    """

    pressed = Signal(object)
    menu_wanted = Signal(object, QPoint)
    wheeled = Signal(object, float)
    touched = Signal(object)

    def __init__(self, roll: PianoRoll, parent: QObject | None = None) -> None:
        super().__init__(parent or roll)
        self._roll = roll
        self._tools: dict[PaneKind, Tool] = {}
        self._shift_tools: dict[PaneKind, Tool] = {}
        self._held: Tool | None = None  # while it drags
        self._place: tuple[PaneKind, Pane, Parameter | None] | None = None
        self._touch: Touch | None = None
        self._menu_touch: Touch | None = None
        self._view = roll.canvas.viewport()
        self._view.setMouseTracking(True)
        for watched in (self._view, roll.canvas):
            watched.installEventFilter(self)

    @property
    def tools(self) -> Mapping[PaneKind, Tool]:
        """The tool of each kind of pane."""
        return self._tools

    def choose(self, tool: Tool) -> None:
        """Take a tool into the hand wherever it can be used; a drag is taken back."""
        self.cancel()
        self._tools.update(dict.fromkeys(tool.panes, tool))

    def choose_with_shift(self, kind: PaneKind, tool: Tool) -> None:
        """Use a tool for what is pressed with Shift, whichever the pane has else."""
        self._shift_tools[kind] = tool

    def _tool_for(self, touch: Touch) -> Tool | None:
        if touch.is_shift and touch.pane in self._shift_tools:
            return self._shift_tools[touch.pane]
        return self._tools.get(touch.pane)

    @property
    def is_dragging(self) -> bool:
        """Whether a drag is under way."""
        return self._held is not None

    def cancel(self) -> None:
        """Take a drag back."""
        held, self._held = self._held, None
        if held is not None:
            held.cancel()

    # ------------------------------------------------------------------ events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse on the panes, and Escape during a drag."""
        if isinstance(event, QMouseEvent) and watched is self._view:
            return self._mouse(event)
        if isinstance(event, QWheelEvent) and watched is self._view:
            return self._wheel(event)
        if isinstance(event, QKeyEvent) and self.is_dragging:
            return self._key(event)
        if event.type() == QEvent.Type.Leave and watched is self._view:
            self.touched.emit(None)
        if event.type() == QEvent.Type.FocusOut and watched is self._roll.canvas:
            self.cancel()  # what would let go of the drag is not seen any more
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        button = _BUTTONS.get(event.button(), Button.NONE)
        if kind == QEvent.Type.MouseMove:
            return self._move(event)
        if kind == QEvent.Type.MouseButtonRelease:
            return self._release(event, button)
        if button is Button.NONE or self.is_dragging:
            return self.is_dragging
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(event, button, 1)
        if kind == QEvent.Type.MouseButtonDblClick:
            return self._press(event, button, 2)
        return False

    def _press(self, event: QMouseEvent, button: Button, n_clicks: int) -> bool:
        self._place = self._place_at(event.position())
        if self._place is None:
            return False
        touch = self._touch_at(event.position(), event.modifiers(), button, n_clicks)
        tool = None if touch is None else self._tool_for(touch)
        if touch is not None:
            self.pressed.emit(touch)
        if tool is None or touch is None:
            return False
        self._roll.canvas.setFocus()
        self._touch = touch
        if tool.press(touch):
            self._held = tool
        elif button is Button.RIGHT:
            self._menu_touch = touch
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._held is None:
            if event.buttons() == Qt.MouseButton.NoButton:
                self._hover(event)
            return False
        touch = self._touch_at(event.position(), event.modifiers(), Button.LEFT)
        if touch is not None and self._touch is not None:
            self._touch = replace(touch, button=self._touch.button)
            self._held.drag(self._touch)
            self.touched.emit(self._touch)
        return True

    def _release(self, event: QMouseEvent, button: Button) -> bool:
        if self._menu_touch is not None and button is Button.RIGHT:
            touch, self._menu_touch = self._menu_touch, None
            self.menu_wanted.emit(touch, event.globalPosition().toPoint())
            return True
        if self._held is None or self._touch is None or button is not self._touch.button:
            return self._held is not None
        end = self._touch_at(event.position(), event.modifiers(), button)
        held, self._held = self._held, None
        if end is None:
            held.cancel()
        else:
            held.release(end)
        self._hover(event)
        return True

    def _hover(self, event: QMouseEvent) -> None:
        self._place = self._place_at(event.position())
        touch = self._touch_at(event.position(), event.modifiers(), Button.NONE)
        tool = None if touch is None else self._tool_for(touch)
        self.touched.emit(touch)
        if tool is None or touch is None:
            self._view.unsetCursor()
        else:
            self._view.setCursor(_CURSORS[tool.hover(touch)])

    def _wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier or self.is_dragging:
            return False
        self._place = self._place_at(event.position())
        touch = self._touch_at(event.position(), event.modifiers(), Button.NONE)
        if touch is None:
            return False
        # Some systems turn a wheel sideways while Alt is held.
        angle = event.angleDelta().y() or event.angleDelta().x()
        self.wheeled.emit(touch, angle / _NOTCH_DEGREES)
        event.accept()
        return True

    def _key(self, event: QKeyEvent) -> bool:
        kind = event.type()
        if event.key() == Qt.Key.Key_Escape:
            if kind == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress:
                self.cancel()
                return True
        is_change = kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if is_change and event.key() in _MODIFIER_KEYS and self._held and self._touch:
            self._touch = _with_modifiers(self._touch, event.modifiers())
            self._held.drag(self._touch)
        return False

    # ------------------------------------------------------------------ places

    def _place_at(self, position: QPointF) -> tuple[PaneKind, Pane, Parameter | None] | None:
        point = position.toPoint()
        roll = self._roll
        panes = (
            (PaneKind.ROLL, roll.roll, None),
            (PaneKind.PHONEMES, roll.phonemes, None),
            (PaneKind.RULER, roll.ruler, None),
            (PaneKind.KEYBOARD, roll.keyboard, None),
            *((PaneKind.LANE, pane, name) for name, pane in roll.lane_panes.items()),
        )
        for place in panes:
            if place[1].geometry().toRect().contains(point):
                return place
        return None

    def _touch_at(
        self,
        position: QPointF,
        modifiers: Qt.KeyboardModifier,
        button: Button,
        n_clicks: int = 0,
    ) -> Touch | None:
        if self._place is None:
            return None
        kind, pane, parameter = self._place
        box = pane.geometry()
        x_px, y_px = position.x() - box.left(), position.y() - box.top()
        seen = self._roll.viewport
        touch = Touch(
            pane=kind,
            ticks=seen.px_to_ticks(x_px),
            parameter=parameter,
            x_px=x_px,
            y_px=y_px,
            height_px=box.height(),
            button=button,
            n_clicks=n_clicks,
        )
        touch = _with_modifiers(touch, modifiers)
        if kind in (PaneKind.ROLL, PaneKind.KEYBOARD):
            return replace(touch, midi=min(127.0, max(0.0, seen.px_to_midi(y_px))))
        if parameter is not None:
            value = AXES[parameter].px_to_value(y_px, height_px=box.height())
            return replace(touch, value=value)
        return touch


def _with_modifiers(touch: Touch, modifiers: Qt.KeyboardModifier) -> Touch:
    return replace(
        touch,
        is_ctrl=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
        is_shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
        is_alt=bool(modifiers & Qt.KeyboardModifier.AltModifier),
    )
