"""What all tools for curves have in common: where they may draw, their preview, their one edit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from editor.edits.curves import erase
from editor.edits.edit import Edit, make_edit
from editor.model.lookup import find_part
from editor.model.project import Project
from editor.tools.strokes import Spot, Sweep
from editor.tools.sung_now import is_heard, meets_song, sung_now
from editor.tools.touch import Button, Cursor, PaneKind, Touch
from editor.tools.workbench import Workbench
from editor.view.content import Content
from editor.view.curve_overlay import CurveOverlay
from editor.view.lane_axis import parameter_name
from editor.view.lines import Line
from engine.types import CurveLayers, Parameter

_STEP_PX = 2.0  # between points of the line that shows what will be sung


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Held:
    """What a stroke stands on: the song and what was seen of it when it began."""

    parameter: Parameter
    project: Project
    content: Content
    begin: Spot
    touch: Touch

    @property
    def part_id(self) -> str:
        """The part that is drawn on."""
        return self.content.part.id


def parameter_of(touch: Touch) -> Parameter | None:
    """Whose curve is under a touch: pitch over the notes, the lane's own below."""
    return Parameter.PITCH if touch.pane is PaneKind.ROLL else touch.parameter


class CurveTool(QObject):
    """A stroke over a curve, from the press to letting go.

    Parameters
    ----------
    bench : Workbench
    overlay : CurveOverlay
        Shows what will be sung while the hand draws.
    """

    panes = frozenset({PaneKind.ROLL, PaneKind.LANE})
    cursor = Cursor.CROSS

    def __init__(
        self, bench: Workbench, overlay: CurveOverlay, parent: QObject | None = None
    ) -> None:
        super().__init__(parent or bench)
        self._bench, self._overlay = bench, overlay
        self._held: Held | None = None
        self._made: Edit | None = None

    # ------------------------------------------------------------------ what a tool adds

    def begin(self, held: Held) -> bool:
        """Take hold; whether there is something to take hold of."""
        return True

    def edit(self, held: Held, spot: Spot, touch: Touch) -> Edit | None:
        """What the stroke up to a place does; None while it does nothing.

        Raises
        ------
        EditError
            When nothing can be done there.
        """
        raise NotImplementedError

    def final(self, held: Held, made: Edit) -> Edit:
        """What is done in place of what was shown last, where showing needs less care."""
        return made

    def label(self, touch: Touch) -> str | None:
        """What to say beside the mouse during a stroke; None for the value under it."""
        return None

    def may_rest(self) -> bool:
        """Whether the stroke may lie where nothing is sung."""
        return False

    # ------------------------------------------------------------------ the stroke

    @property
    def is_drawing(self) -> bool:
        """Whether a stroke is under way."""
        return self._held is not None

    def hover(self, touch: Touch) -> Cursor:
        """A cross, or a warning over a curve that the voice does not take."""
        parameter = parameter_of(touch)
        if parameter is None or not is_heard(self._bench.roll.content, parameter):
            return Cursor.FORBIDDEN
        return self.cursor

    def press(self, touch: Touch) -> bool:
        """Begin a stroke, or say why not."""
        parameter = parameter_of(touch)
        if touch.button is not Button.LEFT or parameter is None:
            return False
        if not self._is_heard(parameter):
            return False
        content = self._bench.roll.content
        held = Held(
            parameter=parameter,
            project=self._bench.project,
            content=content,
            begin=spot_of(touch, content.part.start_ticks),
            touch=touch,
        )
        self._made = None
        if not self.begin(held):
            return False
        self._held = held
        return True

    def drag(self, touch: Touch) -> None:
        """Show what letting go would do."""
        held = self._held
        if held is None:
            return
        spot = spot_of(touch, held.content.part.start_ticks)
        made = self._bench.attempt(lambda: self.edit(held, spot, touch))
        if made is not None:
            self._made = made
            self._bench.preview(made)
            self._show_expected(held, made)

    def release(self, touch: Touch) -> None:
        """Do it: one step of the history."""
        held = self._held
        if held is not None:
            self.drag(touch)
        made, self._held, self._made = self._made, None, None
        self._overlay.hide_line()
        if held is None or made is None or made.focus.ticks is None:
            self._bench.drop()
            return
        if not self.may_rest() and not meets_song(held.content, *made.focus.ticks):
            self._bench.drop()
            self._bench.refused.emit(
                QCoreApplication.translate(
                    "CurveTools",
                    "Nothing is sung there, so a curve would not be heard: draw where there are "
                    "notes.",
                )
            )
            return
        last = made
        final = self._bench.attempt(lambda: self.final(held, last))
        if final is None:
            self._bench.drop()
        else:
            self._bench.commit(final)

    def cancel(self) -> None:
        """Leave the song as it was."""
        self._held = self._made = None
        self._overlay.hide_line()
        self._bench.drop()

    def _is_heard(self, parameter: Parameter) -> bool:
        """Whether the voice takes the curve; says so when it does not."""
        if is_heard(self._bench.roll.content, parameter):
            return True
        self._bench.refused.emit(
            QCoreApplication.translate(
                "CurveTools",
                "This voice does not take {parameter}, so a curve would not be heard: draw in "
                "another lane, or choose a voice that has it.",
            ).format(parameter=parameter_name(parameter))
        )
        return False

    def _show_expected(self, held: Held, made: Edit) -> None:
        """The curve as it will be sung, from the engine's last answer and the edit."""
        if made.focus.ticks is None or made.focus.parameter is None:
            return
        content, seen = self._bench.roll.content, self._bench.roll.viewport
        start = content.part.start_ticks
        low, high = (ticks - start for ticks in seen.visible_ticks)
        first, last = max(made.focus.ticks[0], int(low)), min(made.focus.ticks[1], int(high) + 1)
        if first > last:
            self._overlay.hide_line()
            return
        step = max(1, round(_STEP_PX / seen.px_per_tick))
        ticks = np.append(np.arange(first, last, step), last)
        parameter = made.focus.parameter
        heard_with = held.content.part.curves.get(parameter, CurveLayers())
        values = sung_now(content, parameter, ticks, heard_with=heard_with)
        line = Line(ticks=ticks + float(start), values=values.astype(np.float32))
        self._overlay.show_line(parameter, line)


def spot_of(touch: Touch, start_ticks: int) -> Spot:
    """The place under a touch, in ticks of a part that begins at ``start_ticks``."""
    value = touch.midi if touch.pane is PaneKind.ROLL else touch.value
    return Spot(ticks=max(0, round(touch.ticks)) - start_ticks, value=value)


def without_offset(edit: Edit, first: int, last: int) -> Edit:
    """An edit after which the voice sings what was drawn from tick ``first`` to ``last``: an offset
    there has had its say.
    """
    part_id, parameter = edit.focus.part_id, edit.focus.parameter
    if parameter is None:
        return edit
    offset = find_part(edit.after, part_id).curves.get(parameter, CurveLayers()).offset
    if not any(s.ticks[0] <= last and s.ticks[-1] >= first for s in offset):
        return edit
    bare = erase(edit.after, part_id, parameter, first, last, layers=("offset",))
    return make_edit(edit.name, edit.before, bare.after, edit.focus)


def swept(sweep: Sweep, reach_ticks: float) -> Sweep:
    """A sweep with a brush as wide as ``reach_ticks`` to either side."""
    reach = round(reach_ticks)
    return Sweep(first=sweep.first - reach, last=sweep.last + reach)
