"""Vibratos by hand: their handles wherever notes are chosen, and a tool that draws them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint

from editor.edits.edit import Edit
from editor.tools.hits import hit_note
from editor.tools.touch import Button, Cursor, PaneKind, Tool, Touch
from editor.tools.vibrato_gestures import DragHandle, DrawVibrato
from editor.tools.workbench import Workbench
from editor.view.read_out import ReadOut
from editor.view.vibrato_shape import Handle, shape_of, shown_vibratos
from engine.types import NoteId

_CURSORS = {
    Handle.DEPTH: Cursor.SIZE_VALUE,
    Handle.LENGTH: Cursor.SIZE_TIME,
    Handle.RATE: Cursor.SIZE_TIME,
    Handle.FADE_IN: Cursor.SIZE_TIME,
    Handle.FADE_OUT: Cursor.SIZE_TIME,
    Handle.PHASE: Cursor.SIZE_TIME,
}


class VibratoHandles:
    """A tool for notes that leaves the handles of chosen vibratos to us.

    Alt leaves round values alone, Shift takes all chosen vibratos to the same value.

    Parameters
    ----------
    bench : Workbench
    below : Tool, optional
        Gets what is not on a handle.
    """

    def __init__(self, bench: Workbench, below: Tool | None = None) -> None:
        self._bench, self._below = bench, below
        self.panes = frozenset({PaneKind.ROLL}) if below is None else below.panes
        self._drag: DragHandle | DrawVibrato | None = None
        self._edit: Edit | None = None
        self.read_out = ReadOut(bench.roll.canvas.viewport())

    def hover(self, touch: Touch) -> Cursor:
        """Which way a handle goes."""
        found = self._find(touch)
        if found is not None:
            return _CURSORS[found.handle]
        return Cursor.ARROW if self._below is None else self._below.hover(touch)

    def press(self, touch: Touch) -> bool:
        """Take hold of a handle, or leave it to the tool below."""
        found = self._find(touch)
        if found is None or touch.button is not Button.LEFT:
            return self._below is not None and self._below.press(touch)
        self.begin(found)
        self._say(touch)
        return True

    def begin(self, gesture: DragHandle | DrawVibrato) -> None:
        """Drag something from now on."""
        self._drag, self._edit = gesture, None

    def drag(self, touch: Touch) -> None:
        """Show what the vibrato would be."""
        drag = self._drag
        if drag is None:
            if self._below is not None:
                self._below.drag(touch)
            return
        edit = self._bench.attempt(lambda: drag.edit(touch))
        if edit is not None:
            self._edit = edit
            self._bench.preview(edit)
            self._say(touch)

    def release(self, touch: Touch) -> None:
        """Make it so."""
        if self._drag is None:
            if self._below is not None:
                self._below.release(touch)
            return
        edit = self._edit
        self._end()
        if edit is not None:
            self._bench.commit(edit)

    def cancel(self) -> None:
        """Leave the vibrato as it was."""
        if self._drag is None:
            if self._below is not None:
                self._below.cancel()
            return
        self._end()
        self._bench.drop()

    def _end(self) -> None:
        self._drag = self._edit = None
        self.read_out.hide()

    def _find(self, touch: Touch) -> DragHandle | None:
        if touch.pane is not PaneKind.ROLL:
            return None
        content, seen = self._bench.roll.content, self._bench.roll.viewport
        shown = shown_vibratos(content)
        for note, vibrato in reversed(shown):
            handle = shape_of(content, seen, note, vibrato).handle_at(touch.x_px, touch.y_px)
            if handle is not None:
                return DragHandle(
                    project=self._bench.project,
                    content=content,
                    note=note,
                    vibrato=vibrato,
                    handle=handle,
                    others=frozenset(other.id for other, _ in shown),
                )
        return None

    def _say(self, touch: Touch) -> None:
        drag = self._drag
        if drag is None:
            return
        if isinstance(drag, DragHandle):
            text = value_text(drag.handle, drag.value(touch))
        else:
            values = drag.values(touch)
            text = " · ".join(
                (
                    value_text(Handle.LENGTH, values["length_ratio"]),
                    value_text(Handle.DEPTH, values["depth_cents"]),
                )
            )
        pane = self._bench.roll.roll.geometry().toRect()
        place = pane.topLeft() + QPoint(round(touch.x_px), round(touch.y_px))
        self.read_out.say(text, place, self._bench.roll.colours)


class VibratoTool:
    """Draws vibratos: press where it should begin, upwards for more depth.

    A press on a note that has one chooses it, so that its handles are seen.
    """

    panes = frozenset({PaneKind.ROLL})

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._handles = VibratoHandles(bench)

    def hover(self, touch: Touch) -> Cursor:
        """A cross over notes that can get one."""
        cursor = self._handles.hover(touch)
        if cursor is not Cursor.ARROW:
            return cursor
        hit = hit_note(self._bench.part, self._bench.roll.viewport, touch.x_px, touch.y_px)
        if hit is None:
            return Cursor.ARROW
        return Cursor.CROSS if hit.note.vibrato is None else Cursor.HAND

    def press(self, touch: Touch) -> bool:
        """Take hold of a handle, choose a note, or begin a vibrato."""
        if self._handles.press(touch):
            return True
        hit = hit_note(self._bench.part, self._bench.roll.viewport, touch.x_px, touch.y_px)
        chosen: frozenset[NoteId] = frozenset() if hit is None else frozenset({hit.note.id})
        if touch.button is Button.RIGHT:
            if not chosen <= self._bench.selection:
                self._bench.select(chosen)
            return False
        self._bench.select(self._bench.selection ^ chosen if touch.is_ctrl else chosen)
        if hit is None or hit.note.vibrato is not None or touch.is_ctrl:
            return False
        gesture = DrawVibrato(
            project=self._bench.project,
            content=self._bench.roll.content,
            note=hit.note,
            begin=touch,
        )
        self._handles.begin(gesture)
        self._handles.drag(touch)
        return True

    def drag(self, touch: Touch) -> None:
        """Show what the vibrato would be."""
        self._handles.drag(touch)

    def release(self, touch: Touch) -> None:
        """Make it so."""
        self._handles.release(touch)

    def cancel(self) -> None:
        """Leave the notes as they were."""
        self._handles.cancel()


def value_text(handle: Handle, value: float) -> str:
    """What a handle sets, for people."""
    if handle is Handle.DEPTH:
        return QCoreApplication.translate("Vibrato", "Depth {cents:.0f} cents").format(cents=value)
    if handle is Handle.RATE:
        return QCoreApplication.translate("Vibrato", "Rate {hz:.2f} Hz ({ms:.0f} ms)").format(
            hz=1000.0 / value, ms=value
        )
    percent = round(100.0 * value)
    if handle is Handle.LENGTH:
        text = QCoreApplication.translate("Vibrato", "Length {percent} %")
    elif handle is Handle.FADE_IN:
        text = QCoreApplication.translate("Vibrato", "Fade in {percent} %")
    elif handle is Handle.FADE_OUT:
        text = QCoreApplication.translate("Vibrato", "Fade out {percent} %")
    else:
        text = QCoreApplication.translate("Vibrato", "Phase {percent} %")
    return text.format(percent=percent)
