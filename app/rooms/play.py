"""Playing: the transport bar, loop, metronome, and what the ruler and the keys do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.device_notice import DeviceNotice
from app.icons import theme_icon
from app.setting_values import with_value
from app.settings import AudioSettings, Settings
from app.theme_tokens import Theme
from app.transport_bar import TransportBar, signature_at, tempo_at
from editor.edits.edit import Edit
from editor.edits.tempo import set_tempo, set_time_signature
from editor.note_preview import NotePreview
from editor.tools.keyboard_tool import KeyboardTool
from editor.tools.ruler_tool import RulerTool
from engine.api import PlayState
from engine.types import Drafts

_COUNT_INS = {"play.count_in_off": 0, "play.count_in_1": 1, "play.count_in_2": 2}
_SWITCHES = {
    "play.metronome": "audio.metronome",
    "play.follow": "audio.follow_playhead",
    "play.wait": "audio.wait_for_phrases",
    "play.note_preview": "audio.note_preview",
}
_STATE_ICONS = {
    PlayState.STOPPED: "play",
    PlayState.PLAYING: "pause",
    PlayState.WAITING: "wait",  # for a phrase that is not ready
}
_NEW_LOOP_BARS = 4
_BACK_TICKS = 240  # within which "previous bar" means the bar before, for the song plays on


class PlayRoom(QObject):
    """Runs the actions of the menu Play."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._transport, self._bench, self._roll = desk.workspace.transport, desk.bench, desk.roll
        self._last_loop: tuple[float, float] | None = None
        self.preview = NotePreview(desk.bench, desk.workspace.store, self._transport)
        self.ruler = RulerTool(desk.bench, self._transport, self)
        desk.toolbox.choose(self.ruler)
        desk.toolbox.choose(KeyboardTool(self._transport))
        colours = desk.theme.theme.colours
        self.bar = TransportBar(colours, desk.window)
        self.device = DeviceNotice(desk, self)
        self._put_bars(desk.window)
        self._connect()
        self._follow_settings(None, desk.settings.settings)

    def _put_bars(self, window: QMainWindow) -> None:
        for bar in (self.bar, self.device.bar):
            window.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
            window.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        self.device.bar.hide()  # a bar that is added is shown

    def _connect(self) -> None:
        desk, transport, bar = self._desk, self._transport, self.bar
        transport.position_changed.connect(self._show_position)
        transport.state_changed.connect(self._show_state)
        transport.levels_changed.connect(bar.meter.show_levels)
        transport.loop_changed.connect(self._show_loop)
        # Queued, for the roll follows the song first.
        desk.workspace.store.changed.connect(self._look, Qt.ConnectionType.QueuedConnection)
        desk.workspace.store.replaced.connect(self._look, Qt.ConnectionType.QueuedConnection)
        desk.workspace.store.replaced.connect(self._forget_loop)
        self._bench.selection_changed.connect(self._tell_conditions)
        self._bench.range_changed.connect(self._tell_conditions)
        desk.settings.changed.connect(self._follow_settings)
        # Queued, for the window gives all actions their own icons first.
        desk.theme.theme_changed.connect(self._wear, Qt.ConnectionType.QueuedConnection)
        desk.translation.language_changed.connect(self._look)
        bar.place_entered.connect(self._go)
        bar.time_entered.connect(self._go_to_time)
        bar.tempo_entered.connect(self._change_tempo)
        bar.metre_entered.connect(self._change_metre)
        bar.refused.connect(desk.notify)
        bar.left.connect(self._roll.canvas.setFocus)

    def _tell_conditions(self, _: object) -> None:
        self.conditions_changed.emit()

    def _wear(self, theme: Theme) -> None:
        self.bar.meter.set_colours(theme.colours)
        self._show_state(self._transport.state)

    def begin(self) -> None:
        """Fill the bars and check the actions, once there are actions."""
        self.bar.join(self._desk.actions().__getitem__)
        self._show_switches(self._desk.settings.settings.audio)
        self._show_loop(self._transport.loop_ticks)
        self._look()

    def handlers(self) -> Mapping[str, Handler]:
        """Every command by the id of its action."""
        transport = self._transport
        handlers: dict[str, Handler] = {
            "play.toggle": transport.toggle,
            "play.stop": transport.stop,
            "play.selection": self._play_selection,
            "play.go_start": lambda: self._go(0.0),
            "play.go_end": lambda: self._go(transport.end_ticks),
            "play.previous_bar": self._previous_bar,
            "play.next_bar": self._next_bar,
            "play.go_to": self.bar.ask_place,
            "play.loop": self._switch_loop,
            "play.loop_selection": self._loop_selection,
            "play.loop_start": self._loop_from_here,
            "play.loop_end": self._loop_to_here,
        }
        for name, key in _SWITCHES.items():
            handlers[name] = self._setter(key)
        for name, n_bars in _COUNT_INS.items():
            handlers[name] = self._count_in_setter(n_bars)
        return handlers

    def conditions(self) -> Collection[Condition]:
        """Whether there is something to be played by itself."""
        has_stretch = bool(self._bench.selection) or self._bench.range_ticks is not None
        return (Condition.HAS_STRETCH,) if has_stretch else ()

    # ------------------------------------------------------------------ settings

    def _setter(self, key: str) -> Callable[[bool], None]:
        keeper = self._desk.settings
        return lambda is_on: keeper.change(with_value(keeper.settings, key, is_on))

    def _count_in_setter(self, n_bars: int) -> Callable[[bool], None]:
        def choose(is_on: bool) -> None:
            settings = self._desk.settings.settings
            wanted = n_bars if is_on else 0
            self._desk.settings.change(with_value(settings, "audio.count_in_bars", wanted))
            self._show_switches(self._desk.settings.settings.audio)

        return choose

    def _follow_settings(self, before: Settings | None, now: Settings) -> None:
        audio, transport, bridge = now.audio, self._transport, self._desk.workspace.bridge
        transport.set_waits(audio.wait_for_phrases)
        transport.set_count_in(audio.count_in_bars)
        self.preview.is_on = audio.note_preview
        bridge.set_drafts(Drafts(now.rendering.draft_first))
        if before is None or before.audio.metronome != audio.metronome:
            transport.set_metronome(audio.metronome)
        if before is None or before.rendering.prerender != now.rendering.prerender:
            bridge.set_sings_ahead(now.rendering.prerender)
        if before is not None:
            self._show_switches(audio)

    def _show_switches(self, audio: AudioSettings) -> None:
        actions = self._desk.actions()
        actions["play.metronome"].setChecked(audio.metronome)
        actions["play.follow"].setChecked(audio.follow_playhead)
        actions["play.wait"].setChecked(audio.wait_for_phrases)
        actions["play.note_preview"].setChecked(audio.note_preview)
        for name, n_bars in _COUNT_INS.items():
            actions[name].setChecked(audio.count_in_bars == n_bars)

    # ------------------------------------------------------------------ places

    def _show_state(self, state: PlayState) -> None:
        """The button shows what it would do, or that playing waits."""
        icon = theme_icon(_STATE_ICONS[state], self._desk.theme.theme)
        self._desk.actions()["play.toggle"].setIcon(icon)

    def _look(self, *_: object) -> None:
        """Show the place in the song of now."""
        self._show_position(self._transport.position_ticks, self._transport.position_ms)

    def _show_position(self, ticks: float, ms: float) -> None:
        is_playing = self._transport.state is not PlayState.STOPPED
        follows = is_playing and self._desk.settings.settings.audio.follow_playhead
        self._roll.set_playhead_ticks(ticks, is_followed=follows)
        self.bar.show_position(self._roll.content, ticks, ms)

    def _go(self, ticks: float) -> None:
        self._transport.seek(ticks)
        self._roll.reveal_ticks(ticks, ticks)

    def _go_to_time(self, ms: float) -> None:
        self._go(self._roll.content.tempo.ms_to_ticks_exact(ms))

    def _previous_bar(self) -> None:
        metre, ticks = self._roll.content.metre, self._transport.position_ticks
        back = _BACK_TICKS if self._transport.state is not PlayState.STOPPED else 0
        bar = metre.bar_at(max(0.0, ticks - max(back, 1)))
        self._go(metre.bar_start_ticks(bar))

    def _next_bar(self) -> None:
        metre = self._roll.content.metre
        self._go(metre.bar_start_ticks(metre.bar_at(self._transport.position_ticks) + 1))

    def _play_selection(self) -> None:
        stretch = self._bench.stretch_ticks
        if stretch is not None:
            self._transport.play_range(*stretch)

    # ------------------------------------------------------------------ loop

    def _show_loop(self, loop: tuple[float, float] | None) -> None:
        self._last_loop = loop or self._last_loop
        self._roll.set_loop_ticks(None if loop is None else (round(loop[0]), round(loop[1])))
        self._desk.actions()["play.loop"].setChecked(loop is not None)

    def _forget_loop(self) -> None:
        self._transport.set_loop(None)
        self._last_loop = None

    def _switch_loop(self, is_on: bool) -> None:
        if not is_on:
            self._transport.set_loop(None)
            return
        here = self._here()
        self._transport.set_loop(
            self._last_loop or self._bench.stretch_ticks or (here, self._after(here))
        )

    def _loop_selection(self) -> None:
        self._transport.set_loop(self._bench.stretch_ticks)

    def _loop_from_here(self) -> None:
        here, loop = self._here(), self._transport.loop_ticks
        end = loop[1] if loop is not None and loop[1] > here else self._after(here)
        self._transport.set_loop((here, end))

    def _loop_to_here(self) -> None:
        here, loop = self._here(), self._transport.loop_ticks
        begin = loop[0] if loop is not None and loop[0] < here else 0.0
        self._transport.set_loop((begin, here))

    def _here(self) -> float:
        return float(self._bench.ground.snapped(self._transport.position_ticks, is_free=False))

    def _after(self, ticks: float) -> float:
        metre = self._roll.content.metre
        return float(metre.bar_start_ticks(metre.bar_at(ticks) + _NEW_LOOP_BARS))

    # ------------------------------------------------------------------ tempo and metre

    def _change_tempo(self, bpm: float) -> None:
        ticks = tempo_at(self._roll.content, round(self._transport.position_ticks)).start_ticks
        self._commit(lambda: set_tempo(self._bench.project, ticks, bpm))

    def _change_metre(self, beats: int, unit: int) -> None:
        bar = signature_at(self._roll.content, round(self._transport.position_ticks)).bar
        self._commit(lambda: set_time_signature(self._bench.project, bar, beats, unit))

    def _commit(self, make: Callable[[], Edit]) -> None:
        edit = self._bench.attempt(make)
        if edit is not None:
            self._bench.commit(edit)
