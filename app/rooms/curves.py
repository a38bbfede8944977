"""Commands on a stretch of the current curve: bake, erase, smooth, scale, raise, lock, copy."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from editor.edits import curve_commands as commands
from editor.edits import curves
from editor.edits.curve_commands import Around
from editor.edits.curves import CurveClip
from editor.edits.edit import Edit
from editor.errors import EditError
from editor.model.lookup import find_part
from editor.tools.touch import PaneKind, Touch
from editor.view.axis import AXES
from editor.view.heard import Stretch, heard_stretches
from editor.view.lane_axis import parameter_name
from engine.types import Parameter

if TYPE_CHECKING:
    from app.dialogs.scale_curve import ScaleCurve

_STEPS_WITHIN_S = 1.5  # turns of the wheel so soon after each other are one step of the history
_COARSE = 5.0  # steps at once with Shift

Range = tuple[int, int]


class CurvesRoom(QObject):
    """Acts on the chosen stretch of time, else on that of the chosen notes."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._roll, self._bench = desk, desk.roll, desk.bench
        self._clip: CurveClip | None = None
        self.dialog: ScaleCurve | None = None
        self._bench.selection_changed.connect(lambda _: self.conditions_changed.emit())
        self._bench.range_changed.connect(lambda _: self.conditions_changed.emit())
        desk.toolbox.wheeled.connect(self._wheel)

    def conditions(self) -> Collection[Condition]:
        """Whether there is a stretch, and something to paste."""
        holding = {
            Condition.HAS_STRETCH: self._bench.stretch_ticks is not None,
            Condition.HAS_CURVE_CLIP: self._clip is not None,
        }
        return [name for name, holds in holding.items() if holds]

    def handlers(self) -> Mapping[str, Handler]:
        """Every command by the id of its action."""
        return {
            "curves.bake": lambda: self._on_heard(commands.bake_all),
            "curves.erase": lambda: self._on_stretch(curves.erase),
            "curves.erase_offset": lambda: self._on_stretch(
                partial(curves.erase, layers=("offset",))
            ),
            "curves.smooth": lambda: self._on_heard(commands.smooth_all),
            "curves.scale": self._scale,
            "curves.raise": lambda: self._step(1.0),
            "curves.lower": lambda: self._step(-1.0),
            "curves.raise_more": lambda: self._step(_COARSE),
            "curves.lower_more": lambda: self._step(-_COARSE),
            "curves.lock": lambda: self._on_stretch(curves.lock),
            "curves.unlock": lambda: self._on_stretch(partial(curves.lock, is_locked=False)),
            "curves.copy": self._copy,
            "curves.cut": self._cut,
            "curves.paste": self._paste_at_playhead,
            "curves.paste_here": self._paste_at_stretch,
            "curves.select_all": self._select_all,
            "curves.select_none": lambda: self._bench.select_range(None),
        }

    # ------------------------------------------------------------------ where

    @property
    def _parameter(self) -> Parameter:
        return self._roll.content.current

    def _in_part(self, stretch: Range) -> Range:
        start = self._bench.part.start_ticks
        return stretch[0] - start, stretch[1] - start

    def _heard(self, stretch: Range, parameter: Parameter | None = None) -> tuple[Stretch, ...]:
        # The song as it is: a preview may be seen just now.
        project = self._bench.project
        part = find_part(project, self._bench.part.id)
        content = self._roll.content.with_song(project, part)
        return heard_stretches(content, parameter or self._parameter, *stretch)

    # ------------------------------------------------------------------ commands

    def _commit(self, make: Callable[[], Edit], *, merge_key: Hashable | None = None) -> bool:
        edit = self._bench.attempt(make)
        if edit is None:
            return False
        self._bench.commit(edit, merge_key=merge_key, within_s=_STEPS_WITHIN_S)
        return True

    def _on_stretch(self, make: Callable[..., Edit]) -> None:
        stretch = self._bench.stretch_ticks
        if stretch is not None:
            bench, name = self._bench, self._parameter
            place = self._in_part(stretch)
            self._commit(lambda: make(bench.project, bench.part.id, name, *place))

    def _on_heard(self, make: Callable[..., Edit]) -> None:
        stretch = self._bench.stretch_ticks
        if stretch is not None:
            bench, name = self._bench, self._parameter
            pairs = [(found.ticks, found.values) for found in self._heard(stretch)]
            self._commit(lambda: make(bench.project, bench.part.id, name, pairs))

    def _step(self, n_steps: float) -> None:
        stretch = self._bench.stretch_ticks
        if stretch is not None:
            self._shift(self._parameter, stretch, n_steps)

    def _wheel(self, touch: Touch, notches: float) -> None:
        """Raise or lower the stretch, else the curve over the note under the mouse."""
        if touch.parameter is None and touch.pane is not PaneKind.ROLL:
            return
        stretch = self._bench.stretch_ticks or self._note_at(touch.ticks)
        if stretch is not None:
            parameter = touch.parameter or Parameter.PITCH
            self._shift(parameter, stretch, notches * (_COARSE if touch.is_shift else 1.0))

    def _note_at(self, ticks: float) -> Range | None:
        start = self._bench.part.start_ticks
        for note in self._bench.part.notes:
            if start + note.start_ticks <= ticks < start + note.end_ticks:
                return start + note.start_ticks, start + note.end_ticks
        return None

    def _shift(self, parameter: Parameter, stretch: Range, n_steps: float) -> None:
        bench, amount = self._bench, n_steps * commands.STEPS[parameter]
        place = self._in_part(stretch)
        self._roll.set_current_parameter(parameter)
        self._commit(
            lambda: commands.shift(bench.project, bench.part.id, parameter, *place, amount),
            merge_key=("shift", parameter, stretch),
        )
        self.conditions_changed.emit()

    # ------------------------------------------------------------------ scale

    def _scale(self) -> None:
        """Ask for a factor while the curve is seen as it would be."""
        from app.dialogs.scale_curve import ScaleCurve

        stretch, parameter = self._bench.stretch_ticks, self._parameter
        if stretch is None:
            return
        bench, found = self._bench, self._heard(stretch)
        if self._bench.attempt(lambda: self._scaled(parameter, found, 1.0, Around.MEAN)) is None:
            return
        dialog = self.dialog = ScaleCurve(parameter, self._desk.window)

        def show(factor: float, around: Around) -> None:
            edit = bench.attempt(lambda: self._scaled(parameter, found, factor, around))
            if edit is not None:
                bench.preview(edit)

        def finish(is_accepted: int) -> None:
            bench.drop()
            if is_accepted:
                factor, around = dialog.factor, dialog.around
                self._commit(lambda: self._scaled(parameter, found, factor, around))
            self.dialog = None
            dialog.deleteLater()

        dialog.changed.connect(show)
        dialog.finished.connect(finish)
        dialog.open()
        dialog.tell()

    def _scaled(
        self, parameter: Parameter, found: tuple[Stretch, ...], factor: float, around: Around
    ) -> Edit:
        rows = []
        total = sum(float(stretch.values.sum()) for stretch in found)
        count = sum(len(stretch.values) for stretch in found)
        for stretch in found:
            if around is Around.MEAN:
                middle = stretch.values * 0.0 + total / count
            elif stretch.written is not None:
                middle = stretch.written
            else:
                middle = stretch.values * 0.0 + AXES[parameter].base
            rows.append((stretch.ticks, stretch.values, middle))
        bench = self._bench
        return commands.scale_all(bench.project, bench.part.id, parameter, rows, factor=factor)

    # ------------------------------------------------------------------ copies

    def _copy(self) -> bool:
        stretch = self._bench.stretch_ticks
        if stretch is None:
            return False
        bench, name = self._bench, self._parameter
        place = self._in_part(stretch)
        heard = [(found.ticks, found.values) for found in self._heard(stretch)]
        try:
            self._clip = commands.copy_of(bench.project, bench.part.id, name, *place, heard)
        except EditError as error:
            self._desk.notify(str(error))
            return False
        self.conditions_changed.emit()
        self._desk.notify(self.tr("Copied: {parameter}").format(parameter=parameter_name(name)))
        return True

    def _cut(self) -> None:
        if self._copy():
            self._on_stretch(commands.cut_range)

    def _paste_at_playhead(self) -> None:
        self._paste(round(self._desk.workspace.transport.position_ticks))

    def _paste_at_stretch(self) -> None:
        stretch = self._bench.stretch_ticks
        if stretch is not None:
            self._paste(stretch[0])

    def _paste(self, at_ticks: int) -> None:
        clip, target = self._clip, self._parameter
        if clip is None:
            return
        bench = self._bench
        place = at_ticks - bench.part.start_ticks

        def make() -> Edit:
            mapped = commands.mapped_clip(clip, target)
            return curves.paste_range(bench.project, bench.part.id, mapped, place)

        if not self._commit(make):
            return
        bench.select_range((at_ticks, at_ticks + clip.length_ticks))
        if commands.fits_as_it_is(clip.parameter, target):
            return
        self._desk.notify(
            self.tr(
                "{from} was pasted into {to}: its whole range was mapped onto the other's, since "
                "their units differ"
            ).format(**{"from": parameter_name(clip.parameter), "to": parameter_name(target)})
        )

    def _select_all(self) -> None:
        content = self._roll.content
        if content.part.notes:
            first = content.part.start_ticks + content.part.notes[0].start_ticks
            self._bench.select(frozenset())
            self._bench.select_range((first, content.end_ticks))
