"""Which curves are seen below the notes, and whose curve commands act on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.settings import LaneSettings
from app.voice_abilities import VoiceAbilities
from editor.model.project import Part, Track
from editor.tools.lane_edges import LaneEdges
from editor.tools.touch import PaneKind, Touch
from editor.view import lane_stack
from editor.view.lane_axis import parameter_name
from editor.view.lane_headers import LaneHeaders
from editor.view.lane_stack import LaneStack
from engine.types import Parameter
from engine.voicebank.abilities import Abilities


class LanesRoom(QObject):
    """Offers what the voice takes, keeps what the user chose, and marks what is not heard.

    The user's own lanes are remembered whatever the voice; of these, a voice shows those that it
    takes, and those in which this part was written. Until there are any, the voice suggests.
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._roll = desk, desk.roll
        self._wanted: LaneStack | None = lane_stack.from_text(desk.settings.settings.lanes.shown)
        self.voices = VoiceAbilities(self)
        self.headers = LaneHeaders(desk.roll, self)
        self.edges = LaneEdges(desk.roll, self)
        self._menu: QMenu | None = None
        self.headers.menu_wanted.connect(self._show_menu)
        self.headers.add_wanted.connect(self._show_add_menu)
        self.headers.pitch_wanted.connect(lambda: self._make_current(Parameter.PITCH))
        self.edges.dragged.connect(self._roll.set_lane_stack)
        self.edges.dropped.connect(lambda: self._keep(self._roll.lane_stack))
        self.voices.found.connect(lambda _: self.refresh())
        desk.toolbox.pressed.connect(self._touch)
        desk.workspace.store.changed.connect(lambda _: self.refresh())
        desk.workspace.store.replaced.connect(self.refresh)
        desk.workspace.bridge.voices_changed.connect(self.refresh)
        self._roll.part_shown.connect(lambda _: self.refresh())
        desk.theme.theme_changed.connect(self.headers.refresh)

    def conditions(self) -> Collection[Condition]:
        """Whether a lane is the current curve, and whether one could be added."""
        holding = {
            Condition.HAS_LANE: self._current in self._shown,
            Condition.HAS_LANES: bool(self._shown),
        }
        return [name for name, holds in holding.items() if holds]

    def handlers(self) -> Mapping[str, Handler]:
        """What keys do to lanes."""
        return {
            "curves.next_curve": lambda: self._go(1),
            "curves.previous_curve": lambda: self._go(-1),
            "curves.add_lane": lambda: self.headers.add.click(),
            "curves.lane_menu": lambda: self.headers.lanes[self._current].click(),
            "curves.fold_lane": self._fold_current,
            "curves.close_lane": lambda: self._close(self._current),
        }

    # ------------------------------------------------------------------ what is shown

    @property
    def abilities(self) -> Abilities:
        """What the voice of the part lets shape, as far as is known."""
        return self._roll.content.abilities

    @property
    def _current(self) -> Parameter:
        return self._roll.content.current

    @property
    def _shown(self) -> tuple[Parameter, ...]:
        return tuple(lane.parameter for lane in self._roll.lane_stack)

    @property
    def _written(self) -> set[Parameter]:
        """Parameters in which the part was written."""
        # The song's own part: the roll may not have heard of the change yet.
        _, part = self._find()
        return set() if part is None else set(part.curves)

    def _find(self) -> tuple[Track | None, Part | None]:
        part_id = self._roll.content.part.id
        for track in self._desk.workspace.store.project.tracks:
            for part in track.parts:
                if part.id == part_id:
                    return track, part
        return None, None

    @property
    def unheard(self) -> tuple[Parameter, ...]:
        """What was written in the part and this voice does not take."""
        return tuple(p for p in Parameter if p in self._written and not self.abilities.is_heard(p))

    def refresh(self) -> None:
        """The song, the part or its voice is another one."""
        abilities = self._find_abilities()
        if abilities is None:
            return  # shown as before until it is known
        self._roll.set_abilities(abilities)
        there = {*abilities.heard, *self._written}
        wanted = self._wanted
        stack = tuple(lane for lane in wanted or () if lane.parameter in there)
        if not stack and wanted != ():  # nothing chosen yet, or nothing that this voice takes
            stack = lane_stack.default_lanes(abilities.heard, abilities.predicted)
        self._show(stack)

    def _find_abilities(self) -> Abilities | None:
        track, _ = self._find()
        bridge = self._desk.workspace.bridge
        if track is None or not bridge.are_voices_known:
            return None
        return self.voices.of(bridge.voice_folder(track.voice_id))

    def _show(self, stack: LaneStack) -> None:
        if stack == self._roll.lane_stack:
            return
        self._roll.set_lane_stack(stack)
        if self._current is not Parameter.PITCH and self._current not in self._shown:
            self._roll.set_current_parameter(Parameter.PITCH)
        self.conditions_changed.emit()

    def _keep(self, stack: LaneStack) -> None:
        """Show lanes, and remember them with those that only this voice hides."""
        there = {lane.parameter for lane in self._roll.lane_stack} | {*stack}
        hidden = tuple(lane for lane in self._wanted or () if lane.parameter not in there)
        self._show(stack)
        self._wanted = (*stack, *hidden)
        self._remember(lane_stack.to_text(self._wanted))

    def _remember(self, shown: str) -> None:
        settings = self._desk.settings
        settings.change(replace(settings.settings, lanes=LaneSettings(shown=shown)))

    # ------------------------------------------------------------------ the current curve

    def _touch(self, touch: Touch) -> None:
        """What was touched last is what commands act on; choosing notes touches no curve."""
        if touch.parameter is not None:
            self._make_current(touch.parameter)
        elif touch.pane is PaneKind.ROLL:
            tool = self._desk.toolbox.tools.get(PaneKind.ROLL)
            if tool is not None and PaneKind.LANE in tool.panes:  # one that draws curves
                self._make_current(Parameter.PITCH)

    def _make_current(self, parameter: Parameter) -> None:
        self._roll.set_current_parameter(parameter)
        self.conditions_changed.emit()

    def _go(self, step: int) -> None:
        row = (Parameter.PITCH, *self._shown)
        here = row.index(self._current) if self._current in row else 0
        self._make_current(row[(here + step) % len(row)])
        self._desk.notify(
            self.tr("Curve commands act on: {parameter}").format(
                parameter=parameter_name(self._current)
            )
        )

    # ------------------------------------------------------------------ menus

    def _new_menu(self) -> QMenu:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self._desk.window)
        return self._menu

    def _show_menu(self, parameter: Parameter, place: QPoint) -> None:
        """What can be done with a lane."""
        self._make_current(parameter)
        self.lane_menu(parameter).popup(place)

    def lane_menu(self, parameter: Parameter) -> QMenu:
        """Another parameter for a lane, one more, and none."""
        menu = self._new_menu()
        self._add_choices(menu, partial(self._change, parameter), checked=parameter)
        menu.addSeparator()
        more = menu.addMenu(self.tr("&Add lane"))
        self._add_choices(more, partial(self._add, after=parameter), left_out=self._shown)
        more.setEnabled(not more.isEmpty())
        lanes = {lane.parameter: lane for lane in self._roll.lane_stack}
        is_folded = lanes[parameter].is_folded
        fold = menu.addAction(self.tr("&Open lane") if is_folded else self.tr("&Fold lane"))
        fold.triggered.connect(lambda: self._fold(parameter, is_folded=not is_folded))
        close = menu.addAction(self.tr("&Close lane"))
        close.triggered.connect(lambda: self._close(parameter))
        menu.addSeparator()
        suggested = menu.addAction(self.tr("Lanes that suit the &voice"))
        suggested.triggered.connect(self._suggest)
        return menu

    def _show_add_menu(self, place: QPoint) -> None:
        self.add_menu().popup(place)

    def add_menu(self) -> QMenu:
        """Parameters that have no lane."""
        menu = self._new_menu()
        self._add_choices(menu, self._add, left_out=self._shown)
        if menu.isEmpty():
            menu.addAction(self.tr("All lanes of this voice are shown")).setEnabled(False)
        return menu

    def _add_choices(
        self,
        menu: QMenu,
        choose: Callable[[Parameter], None],
        *,
        checked: Parameter | None = None,
        left_out: Collection[Parameter] = (),
    ) -> None:
        """What the voice takes, and below a line what was written and is not heard."""
        offered = [p for p in self.abilities.heard if p is not Parameter.PITCH]
        offered = [p for p in offered if p not in left_out]
        unheard = [p for p in self.unheard if p not in left_out]
        for parameter in [*offered, *unheard]:
            if unheard and parameter is unheard[0]:
                menu.addSection(self.tr("Written, not heard in this voice"))
            text = parameter_name(parameter)
            if parameter is Parameter.ENERGY and self.abilities.derives_energy:
                text = self.tr("{parameter} (derived)").format(parameter=text)
            action = menu.addAction(text)
            action.setCheckable(checked is not None)
            action.setChecked(parameter is checked)
            action.triggered.connect(lambda _=False, parameter=parameter: choose(parameter))

    def _change(self, old: Parameter, new: Parameter) -> None:
        if old is not new:
            self._keep(lane_stack.with_parameter(self._roll.lane_stack, old, new))
            self._make_current(new)

    def _add(self, parameter: Parameter, after: Parameter | None = None) -> None:
        self._keep(lane_stack.with_lane(self._roll.lane_stack, parameter, after))
        self._make_current(parameter)

    def _fold(self, parameter: Parameter, *, is_folded: bool) -> None:
        self._keep(lane_stack.folded(self._roll.lane_stack, parameter, is_folded=is_folded))

    def _fold_current(self) -> None:
        lanes = {lane.parameter: lane for lane in self._roll.lane_stack}
        self._fold(self._current, is_folded=not lanes[self._current].is_folded)

    def _close(self, parameter: Parameter) -> None:
        self._keep(lane_stack.without_lane(self._roll.lane_stack, parameter))

    def _suggest(self) -> None:
        self._wanted = None
        self._remember("")
        self.refresh()
