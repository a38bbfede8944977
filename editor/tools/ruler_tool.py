"""The hand on the ruler: the playhead, the loop, tempo and metre marks, phrases that failed."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from editor.edits.edit import Edit
from editor.edits.tempo import move_tempo, move_time_signature
from editor.model.project import Project
from editor.scrubber import Scrubber
from editor.sung import PhraseState
from editor.tools.touch import Button, Cursor, PaneKind, Touch
from editor.tools.workbench import Workbench
from editor.transport import Transport
from editor.view.layers.phrase_states import BAND_PX
from editor.view.ruler import MARKS_PX
from engine.api import PlayState

DRAG_PX = 4.0  # what moves less is a click
_EDGE_PX = 6.0  # around an end of the loop
_BAND_REACH_PX = BAND_PX + 3  # a band is thin


class _Drag(Protocol):
    """What a drag on the ruler does."""

    def move(self, touch: Touch) -> None:
        """The hand is there."""

    def end(self) -> None:
        """Let go."""

    def cancel(self) -> None:
        """As it was before."""


class RulerTool(QObject):
    """Upper row: loop and marks. Lower row: playhead.

    In the lower row a click goes to the grid line nearest and a drag is heard as it goes. In the
    upper row a drag makes a loop; its ends can be dragged, and a double click makes
    one of what is chosen (of the bar where nothing is) or takes it away. Marks can be dragged, a
    double click asks for their values. A click on the band of a phrase that failed asks for it. The
    right button brings a standing playhead, for commands that act there. Alt leaves the grid alone.

    Signals
    -------
    mark_wanted : int
        Tick of a mark whose values are to be asked for.
    phrase_wanted : str
        Id of a phrase that failed.
    """

    panes = frozenset({PaneKind.RULER})
    mark_wanted = Signal(int)
    phrase_wanted = Signal(str)

    def __init__(
        self, bench: Workbench, transport: Transport, parent: QObject | None = None
    ) -> None:
        super().__init__(parent or bench)
        self._bench, self._transport = bench, transport
        self._scrubber = Scrubber(transport)
        self._drag: _Drag | None = None
        self._begin: Touch | None = None
        self._has_moved = False

    # ------------------------------------------------------------------ the drag

    def hover(self, touch: Touch) -> Cursor:
        """What one would have hold of."""
        if self._failed_phrase(touch):
            return Cursor.HAND
        if not _is_above(touch):
            return Cursor.ARROW
        if self._loop_end(touch) is not None:
            return Cursor.SIZE_TIME
        return Cursor.HAND if self._mark(touch) is not None else Cursor.ARROW

    def press(self, touch: Touch) -> bool:
        """Take hold of what lies there."""
        if touch.button is Button.RIGHT:
            self._bring_playhead(touch)
            return False
        if _is_above(touch) and touch.n_clicks == 2:
            self._double_click(touch)
            return False
        phrase_id = self._failed_phrase(touch)
        if phrase_id:
            self.phrase_wanted.emit(phrase_id)
            return False
        self._begin, self._has_moved = touch, False
        self._drag = self._taken(touch)
        if isinstance(self._drag, _Scrub):
            self._drag.begin(self._snapped(touch))
        return True

    def drag(self, touch: Touch) -> None:
        """The hand has moved."""
        if self._drag is None or self._begin is None:
            return
        if self._has_moved or abs(touch.x_px - self._begin.x_px) >= DRAG_PX:
            self._has_moved = True
            self._drag.move(touch)

    def release(self, touch: Touch) -> None:
        """What was shown is done."""
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.end()

    def cancel(self) -> None:
        """As it was before the press."""
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.cancel()

    # ------------------------------------------------------------------ inside

    def _taken(self, touch: Touch) -> _Drag:
        if not _is_above(touch):
            return _Scrub(self._scrubber, self._transport)
        fixed = self._loop_end(touch)
        mark = self._mark(touch)
        if fixed is None and mark:  # the marks at the song's begin stay there
            return _MoveMark(self._bench, mark)
        return _Loop(self, self._snapped(touch) if fixed is None else fixed)

    def _bring_playhead(self, touch: Touch) -> None:
        if self._transport.state is PlayState.STOPPED:
            mark = self._mark(touch) if _is_above(touch) else None
            self._transport.seek(self._snapped(touch) if mark is None else mark)

    def _double_click(self, touch: Touch) -> None:
        mark = self._mark(touch)
        loop = self._transport.loop_ticks
        if mark is not None:
            self.mark_wanted.emit(mark)
        elif loop is not None and loop[0] <= touch.ticks <= loop[1]:
            self._transport.set_loop(None)
        else:
            self._transport.set_loop(self._bench.stretch_ticks or self._bar(touch))

    def _bar(self, touch: Touch) -> tuple[int, int]:
        metre = self._bench.ground.metre
        bar = metre.bar_at(max(0.0, touch.ticks))
        return metre.bar_start_ticks(bar), metre.bar_start_ticks(bar + 1)

    def _snapped(self, touch: Touch) -> int:
        return max(0, self._bench.ground.snapped(max(0.0, touch.ticks), is_free=touch.is_alt))

    def _mark(self, touch: Touch) -> int | None:
        return self._bench.roll.mark_at(touch.x_px)

    def _loop_end(self, touch: Touch) -> float | None:
        """The end of the loop that stays when one has hold of the other."""
        loop = self._transport.loop_ticks
        if loop is None:
            return None
        left_px, right_px = (self._bench.roll.viewport.ticks_to_px(ticks) for ticks in loop)
        if abs(touch.x_px - right_px) <= _EDGE_PX:
            return loop[0]
        return loop[1] if abs(touch.x_px - left_px) <= _EDGE_PX else None

    def _failed_phrase(self, touch: Touch) -> str:
        if touch.y_px < touch.height_px - _BAND_REACH_PX:
            return ""
        phrase = self._bench.roll.phrase_at(touch.ticks)
        is_failed = phrase is not None and phrase.state is PhraseState.FAILED
        return str(phrase.layout.phrase_id) if phrase is not None and is_failed else ""


def _is_above(touch: Touch) -> bool:
    return touch.y_px < MARKS_PX


class _Scrub:
    """The playhead follows the hand; a click alone goes to the grid."""

    def __init__(self, scrubber: Scrubber, transport: Transport) -> None:
        self._scrubber, self._transport = scrubber, transport
        self._before = transport.position_ticks

    def begin(self, ticks: int) -> None:
        self._scrubber.begin()
        self._transport.seek(ticks)

    def move(self, touch: Touch) -> None:
        self._scrubber.move(max(0.0, touch.ticks))

    def end(self) -> None:
        self._scrubber.end()

    def cancel(self) -> None:
        self._transport.seek(self._before)
        self._scrubber.end()


class _Loop:
    """A loop from a fixed place to the hand."""

    def __init__(self, tool: RulerTool, fixed_ticks: float) -> None:
        self._tool, self._fixed = tool, fixed_ticks
        self._transport = tool._transport
        self._before = self._transport.loop_ticks

    def move(self, touch: Touch) -> None:
        self._transport.set_loop((self._fixed, self._tool._snapped(touch)))

    def end(self) -> None:
        """It is there already."""

    def cancel(self) -> None:
        self._transport.set_loop(self._before)


class _MoveMark:
    """Tempo and metre that begin at a tick begin elsewhere."""

    def __init__(self, bench: Workbench, ticks: int) -> None:
        self._bench, self._ticks = bench, ticks
        self._metre = bench.ground.metre
        self._edit: Edit | None = None

    def move(self, touch: Touch) -> None:
        there = self._bench.ground.snapped(max(0.0, touch.ticks), is_free=touch.is_alt)
        edit = self._bench.attempt(lambda: self._moved(self._bench.project, there))
        if edit is not None:
            self._edit = edit
            self._bench.preview(edit)

    def _moved(self, project: Project, there: int) -> Edit:
        bar = self._metre.bar_at(self._ticks)
        is_metre = self._metre.bar_start_ticks(bar) == self._ticks and any(
            signature.bar == bar for signature in project.time_signatures
        )
        if not is_metre:
            return move_tempo(project, self._ticks, there)
        to_bar = self._metre.bar_at(there)
        start, end = (self._metre.bar_start_ticks(to_bar + n) for n in (0, 1))
        to_bar += int(2 * there >= start + end)
        edit = move_time_signature(project, bar, to_bar)
        if any(tempo.start_ticks == self._ticks for tempo in project.tempos):
            to_ticks = self._metre.bar_start_ticks(max(1, to_bar))
            edit = edit.then(move_tempo(edit.after, self._ticks, to_ticks))
        return edit

    def end(self) -> None:
        if self._edit is not None:
            self._bench.commit(self._edit)

    def cancel(self) -> None:
        self._bench.drop()
