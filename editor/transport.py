"""Playing the song in the window: positions in ticks, signals at display rate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.api import (
    METRONOME,
    CountIn,
    Metre,
    OutputSettings,
    Player,
    PlayerEvent,
    PlayerTrack,
    PlayState,
    StateChanged,
    count_in,
    metronome,
    note_tone,
)
from engine.timing import Tempo, TempoMap
from engine.types import Float32Array

DISPLAY_MS = 16  # 60 pictures a second


class MakePlayer(Protocol):
    """Makes a player, such as `Player` itself."""

    def __call__(
        self,
        *,
        sample_rate_hz: int,
        settings: OutputSettings,
        on_event: Callable[[PlayerEvent], None],
    ) -> Player:
        """Make it."""


class Transport(QObject):
    """Play, pause, stop, loop and preview; everything that shows or moves the playhead asks here.

    Parameters
    ----------
    make_player : callable
    sample_rate_hz : int
        Of the voices' sound.
    settings : OutputSettings, optional
    """

    state_changed = Signal(object)  # PlayState
    position_changed = Signal(float, float)  # ticks, ms
    levels_changed = Signal(object)  # Levels
    loop_changed = Signal(object)  # (first_ticks, last_ticks) or None
    device_changed = Signal(object)  # DeviceChanged
    _player_told = Signal(object)

    def __init__(
        self,
        make_player: MakePlayer = Player,
        *,
        sample_rate_hz: int = 44100,
        settings: OutputSettings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_player = make_player
        self._settings = settings or OutputSettings()
        self._tempo = TempoMap((Tempo(start_ticks=0, bpm=120.0),))
        self._metres: tuple[Metre, ...] = ()
        self._end_ticks = 0
        self._tracks: tuple[PlayerTrack, ...] = ()
        self._click: PlayerTrack | None = None
        self._has_metronome = False
        self._n_count_in_bars = 0
        self._waits = True
        self._loop_ticks: tuple[float, float] | None = None
        self._range: tuple[int, int] | None = None  # samples of the selection that is played
        self._stand: tuple[int, float] | None = (0, 0.0)  # sample and ticks that were gone to
        self._return_ticks = 0.0
        self._told_state = PlayState.STOPPED
        self._told_position = (-1.0, -1.0)
        self._had_levels = False
        self._player_told.connect(self._on_player_event, Qt.ConnectionType.QueuedConnection)
        self._display = QTimer(self)
        self._display.setTimerType(Qt.TimerType.PreciseTimer)
        self._display.setInterval(DISPLAY_MS)
        self._display.timeout.connect(self._show)
        self._player = self._new_player(sample_rate_hz)

    # What is played

    def set_song(self, tempo: TempoMap, metres: Sequence[Metre], *, end_ticks: int) -> None:
        """Tempo, metre or length have changed; a standing playhead keeps its tick."""
        ticks = self.position_ticks
        self._tempo, self._metres, self._end_ticks = tempo, tuple(metres), end_ticks
        self._make_click()
        self._send_tracks()
        self._send_bounds()
        if self.state is PlayState.STOPPED:
            self.seek(ticks)

    def set_tracks(self, tracks: Sequence[PlayerTrack]) -> None:
        """Sound, faders or unready phrases have changed; heard at once while playing."""
        self._tracks = tuple(tracks)
        self._send_tracks()
        self._send_bounds()

    def set_sample_rate(self, sample_rate_hz: int) -> None:
        """Clips of another rate follow: stop, and keep the place."""
        if sample_rate_hz == self._player.sample_rate_hz:
            return
        self.pause()
        ticks = self.position_ticks
        self._player.close()
        self._tracks = ()
        self._player = self._new_player(sample_rate_hz)
        self._make_click()
        self._send_tracks()
        self._send_bounds()
        self._player.set_waits(self._waits)
        self.seek(ticks)

    def set_metronome(self, is_on: bool) -> None:
        """Click on every beat while playing."""
        self._has_metronome = is_on
        self._make_click()
        self._send_tracks()

    def set_count_in(self, n_bars: int) -> None:
        """Bars of clicks before playing begins; 0 is none."""
        self._n_count_in_bars = n_bars

    def set_waits(self, waits: bool) -> None:
        """Stand still before a phrase that is not ready, or pass it in silence."""
        self._waits = waits
        self._player.set_waits(waits)

    def look_for_card(self) -> None:
        """Try whether a sound card that was not there is there now; `device_changed` tells."""
        self._player.look_for_card()
        self._refresh()

    def set_output(self, settings: OutputSettings) -> None:
        """Use another sound card, rate or latency."""
        self._settings = settings
        self._player.set_output(settings)

    # Where it is

    @property
    def state(self) -> PlayState:
        """Whether the song plays, waits or stands."""
        return self._player.state

    @property
    def position_ms(self) -> float:
        """Time of what is heard now."""
        return self._player.position * 1e3 / self._player.sample_rate_hz

    @property
    def position_ticks(self) -> float:
        """Place of what is heard now; exact where one went to and stands."""
        if self._stand is not None and self._player.position == self._stand[0]:
            return self._stand[1]
        return self._tempo.ms_to_ticks_exact(self.position_ms)

    @property
    def end_ticks(self) -> int:
        """First tick after the last note of the song."""
        return self._end_ticks

    @property
    def loop_ticks(self) -> tuple[float, float] | None:
        """The loop, if there is one."""
        return self._loop_ticks

    @property
    def n_underflows(self) -> int:
        """How often the sound card wanted more than was there."""
        return self._player.n_underflows

    # What the user does

    def play(self) -> None:
        """Play from the playhead on; from the begin where it stands at the end."""
        ticks = self.position_ticks
        if self._sample(ticks) >= self._end_sample():
            ticks = 0.0
        self.play_from(ticks)

    def play_from(self, ticks: float, *, counts_in: bool = True) -> None:
        """Play from a place on, after the count-in if there is one."""
        self._range = None
        self._send_bounds()
        self._start(ticks, counts_in=counts_in)

    def play_range(self, first_ticks: float, last_ticks: float) -> None:
        """Play a selection once, without the loop; then stand at its begin."""
        if last_ticks <= first_ticks:
            return
        self._range = (self._sample(first_ticks), self._sample(last_ticks))
        self._send_bounds()
        self._start(first_ticks, counts_in=True)

    def pause(self) -> None:
        """Stand where one is."""
        self._player.stop()
        self._leave_range()
        self._refresh()

    def stop(self) -> None:
        """Back to where playing began; from there, to the begin of the song."""
        if self.state is PlayState.STOPPED:
            self._return_ticks = 0.0
        else:
            self._player.stop()
        self._leave_range()
        self.seek(self._return_ticks)

    def toggle(self) -> None:
        """Play or pause, as the space bar does."""
        if self.state is PlayState.STOPPED:
            self.play()
        else:
            self.pause()

    def seek(self, ticks: float) -> None:
        """Go to a place; what plays goes on from there."""
        ticks = max(0.0, ticks)
        sample = self._sample(ticks)
        self._stand = (sample, ticks)
        if self._range is not None and self.state is not PlayState.STOPPED:
            self._leave_range()
        self._player.seek(sample)
        self._refresh()

    def set_loop(self, loop_ticks: tuple[float, float] | None) -> None:
        """Play a range again and again; None for no loop."""
        if loop_ticks is not None:
            first, last = sorted(loop_ticks)
            loop_ticks = (max(0.0, first), last) if last > max(0.0, first) else None
        if loop_ticks == self._loop_ticks:
            return
        self._loop_ticks = loop_ticks
        self._send_bounds()
        self.loop_changed.emit(loop_ticks)

    def sound_grain(self, length_ms: float) -> None:
        """Sound a short piece of the song at the playhead, which stands."""
        first = round(self._player.position)
        last = first + round(length_ms * self._player.sample_rate_hz / 1e3)
        self._player.preview_tracks(self._tracks, first=first, last=last)
        self._refresh()

    def preview(self, samples: Float32Array) -> bool:
        """Sound float32 [n] or [n, 2] once, such as a clip; not while playing. Whether it will."""
        is_heard = self._player.preview(samples)
        self._refresh()
        return is_heard

    def preview_tone(self, pitch_midi: float) -> bool:
        """Sound a plain tone; not while playing. Whether it will."""
        return self.preview(note_tone(pitch_midi, sample_rate_hz=self._player.sample_rate_hz))

    def preview_note(
        self, track_id: str, first_ticks: float, last_ticks: float, *, pitch_midi: float
    ) -> bool:
        """Sound a note as its track sings it, a plain tone until it is sung. Whether it will."""
        first, last = self._sample(first_ticks), self._sample(last_ticks)
        sung = [
            replace(track, is_muted=False, pending=())
            for track in self._tracks
            if track.id == track_id
            and any(clip.start < last and clip.end > first for clip in track.mix.clips)
            and not any(begin < last and end > first for begin, end in track.pending)
        ]
        if not sung:
            return self.preview_tone(pitch_midi)
        is_heard = self._player.preview_tracks(sung, first=first, last=last)
        self._refresh()
        return is_heard

    def close(self) -> None:
        """Give the sound card back."""
        self._display.stop()
        self._player.close()

    # Inside

    def _new_player(self, sample_rate_hz: int) -> Player:
        return self._make_player(
            sample_rate_hz=sample_rate_hz,
            settings=self._settings,
            on_event=self._player_told.emit,  # from the player's thread: Qt queues it
        )

    def _sample(self, ticks: float) -> int:
        return round(self._tempo.ticks_to_ms(ticks) * self._player.sample_rate_hz / 1e3)

    def _end_sample(self) -> int:
        clips = (clip.end for track in self._tracks for clip in track.mix.clips)
        end = max(self._sample(self._end_ticks), max(clips, default=0))
        return end if self._loop_ticks is None else max(end, self._sample(self._loop_ticks[1]))

    def _start(self, ticks: float, *, counts_in: bool) -> None:
        self._return_ticks = ticks
        self._stand = (self._sample(ticks), ticks)
        self._player.play(self._stand[0], count_in=self._count_in(ticks) if counts_in else None)
        self._refresh()

    def _count_in(self, ticks: float) -> CountIn | None:
        if not self._n_count_in_bars or not self._metres:
            return None
        return count_in(
            self._tempo,
            self._metres,
            start_ticks=ticks,
            sample_rate_hz=self._player.sample_rate_hz,
            n_bars=self._n_count_in_bars,
        )

    def _make_click(self) -> None:
        self._click = None
        if self._has_metronome:
            mix = metronome(
                self._tempo,
                self._metres,
                end_ticks=self._end_ticks,
                sample_rate_hz=self._player.sample_rate_hz,
            )
            self._click = PlayerTrack(id=METRONOME, mix=mix, ignores_solo=True)

    def _send_tracks(self) -> None:
        click = () if self._click is None else (self._click,)
        self._player.set_tracks((*self._tracks, *click))

    def _send_bounds(self) -> None:
        if self._range is not None:
            self._player.set_loop(None)
            self._player.set_end(self._range[1])
            return
        loop = self._loop_ticks
        self._player.set_loop(loop and (self._sample(loop[0]), self._sample(loop[1])))
        self._player.set_end(self._end_sample())

    def _leave_range(self) -> None:
        if self._range is not None:
            self._range = None
            self._send_bounds()

    def _on_player_event(self, event: PlayerEvent) -> None:
        if not isinstance(event, StateChanged):
            self.device_changed.emit(event)
        elif event.state is PlayState.STOPPED and self.state is PlayState.STOPPED:
            self._range_ended()
        self._refresh()

    def _range_ended(self) -> None:
        if self._range is not None:
            self._leave_range()
            self.seek(self._return_ticks)

    def _refresh(self) -> None:
        """Tell at once what changed; the display timer goes on while anything moves."""
        self._show()
        self._display.start()

    def _show(self) -> None:
        state = self.state
        if state is not self._told_state:
            self._told_state = state
            self.state_changed.emit(state)
        position = (self.position_ticks, self.position_ms)
        if position != self._told_position:
            self._told_position = position
            self.position_changed.emit(*position)
        levels = self._player.levels()
        if levels or self._had_levels:
            self._had_levels = bool(levels)
            self.levels_changed.emit(levels)
        if state is PlayState.STOPPED and not self._player.is_sounding:
            self._display.stop()
