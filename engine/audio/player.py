"""Plays the song: a thread that mixes ahead of what the sound card pulls."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from types import TracebackType

from engine.audio.deck import Deck, DeviceChanged, Run
from engine.audio.feed import Levels, PlayerTrack, Scene
from engine.audio.metronome import CountIn
from engine.audio.output import OpenOutput, OutputSettings, open_device
from engine.render.mix import Clip, MixTrack
from engine.types import Float32Array

log = logging.getLogger(__name__)

DEFAULT_RING_S = 0.15  # mixed ahead, besides what the card holds
_STEP_S = 0.01
_FALL_SILENT_S = 0.5  # at most, when the player is closed
_REST_S = 1.0  # how often an idle card is looked after


class PlayState(Enum):
    """WAITING is playing that stands still before a phrase that is not ready."""

    STOPPED = "stopped"
    PLAYING = "playing"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChanged:
    """Playing began, waits, goes on or ended."""

    state: PlayState


PlayerEvent = StateChanged | DeviceChanged


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Order:
    """The newest wish; ``rest`` is where the song stands when it is not played, None: where it was.

    A run that ended by itself leaves the order with its serial and without a run.
    """

    serial: int
    run: Run | None
    rest: float | None


class Player:
    """Plays tracks from any sample on, in real time; every call returns at once.

    Parameters
    ----------
    sample_rate_hz : int
        Of the clips, and of every position.
    settings : OutputSettings
    on_event : callable, optional
        Called with each `PlayerEvent` on the player's thread; should return at once.
    open_output, clock : callable
        For tests: another sound card, another time.
    ring_s : float
        How much is mixed ahead.
    has_thread : bool
        False: whoever made it calls `step`.
    """

    def __init__(
        self,
        *,
        sample_rate_hz: int = 44100,
        settings: OutputSettings | None = None,
        on_event: Callable[[PlayerEvent], None] = lambda event: None,
        open_output: OpenOutput = open_device,
        clock: Callable[[], float] = time.monotonic,
        ring_s: float = DEFAULT_RING_S,
        has_thread: bool = True,
    ) -> None:
        self.sample_rate_hz = sample_rate_hz
        self._on_event = on_event
        self._deck = Deck(
            sample_rate_hz=sample_rate_hz, open_output=open_output, clock=clock, ring_s=ring_s
        )
        self._changed = threading.Condition()
        self._settings = settings or OutputSettings()
        self._scene = Scene()
        self._order = _Order(serial=0, run=None, rest=0.0)
        self._serial = 0  # of the order that is carried out
        self._is_closing = False
        self._wants_card = False  # to be looked for anew
        self._told_state = PlayState.STOPPED
        self._thread: threading.Thread | None = None
        if has_thread:
            self._thread = threading.Thread(target=self._work, name="player", daemon=True)
            self._thread.start()

    @property
    def state(self) -> PlayState:
        """Whether the song plays; a preview is not the song."""
        with self._changed:
            run = self._order.run
            if run is None or run.preview is not None:
                return PlayState.STOPPED
            is_waiting = self._serial == self._order.serial and self._deck.is_waiting
            return PlayState.WAITING if is_waiting else PlayState.PLAYING

    @property
    def position(self) -> float:
        """Sample of the song that is heard now; it stands during a preview or a count-in."""
        with self._changed:
            order = self._order
            if order.rest is not None:
                return order.rest
            if order.run is not None and order.serial != self._serial:
                return float(order.run.start)
            return self._deck.position()

    @property
    def is_sounding(self) -> bool:
        """Whether anything is played or on its way to the loudspeaker, a preview too."""
        with self._changed:
            is_new = self._order.serial != self._serial
            return is_new or self._order.run is not None or self._deck.is_sounding

    def levels(self) -> Levels:
        """Level of each track heard now by its id, and of `MASTER`; the loudest since last time."""
        return self._deck.levels()

    @property
    def n_underflows(self) -> int:
        """How often the card wanted more than was mixed, or ran out itself."""
        return self._deck.n_underflows

    def play(self, start: int, *, count_in: CountIn | None = None) -> None:
        """Play from a sample on, after a count-in; what sounds now fades out first."""
        self._give(Run(start=start, count_in=count_in), rest=None)

    def stop(self) -> None:
        """Fade out; the position stays at what was heard last."""
        with self._changed:
            order = self._order
            is_song = order.run is not None and order.run.preview is None
            is_under_way = is_song and order.serial == self._serial
            self._give(None, rest=None if is_under_way else self.position)

    def seek(self, sample: int) -> None:
        """Go on playing from a sample, or stand there; a preview sounds to its end."""
        with self._changed:
            if self.state is not PlayState.STOPPED:
                self.play(sample)
            elif self._order.run is not None:
                self._order = replace(self._order, rest=float(sample))
            else:
                self._give(None, rest=float(sample))

    def preview(self, samples: Float32Array) -> bool:
        """Sound float32 [n] or [n, 1 or 2] once; not while the song plays. Whether it will."""
        mix = MixTrack(name="preview", clips=(Clip(start=0, samples=samples),))
        tracks = (PlayerTrack(id="preview", mix=mix),)
        return self.preview_tracks(tracks, first=0, last=len(samples))

    def preview_tracks(self, tracks: Sequence[PlayerTrack], *, first: int, last: int) -> bool:
        """Sound a stretch of tracks once; not while the song plays. Whether it will."""
        scene = Scene(tracks=tuple(tracks), end=last, waits=False)
        with self._changed:
            if self.state is not PlayState.STOPPED:
                return False
            rest = self.position
            run = Run(start=round(rest), preview=scene, preview_first=first)
            self._give(run, rest=rest)
            return True

    def set_tracks(self, tracks: Sequence[PlayerTrack]) -> None:
        """Heard from the next block that is mixed."""
        with self._changed:
            self._scene = replace(self._scene, tracks=tuple(tracks))

    def set_loop(self, loop: tuple[int, int] | None) -> None:
        """Play ``[first, last)`` again and again once it is reached."""
        with self._changed:
            self._scene = replace(self._scene, loop=loop)

    def set_end(self, end: int | None) -> None:
        """Stop before this sample."""
        with self._changed:
            self._scene = replace(self._scene, end=end)

    def set_waits(self, waits: bool) -> None:
        """Stand still before a phrase that is not ready, or pass it in silence."""
        with self._changed:
            self._scene = replace(self._scene, waits=waits)

    def set_output(self, settings: OutputSettings) -> None:
        """Use another card, rate or latency from the next start; the song goes on there at once."""
        with self._changed:
            self._settings = settings
            if self.state is not PlayState.STOPPED:
                self.play(round(self.position))

    def look_for_card(self) -> None:
        """Try at once whether the card is there again; what is found is told in any case."""
        with self._changed:
            self._wants_card = True
            if self.state is not PlayState.STOPPED:
                self.play(round(self.position))
            else:
                self._give(None, rest=self.position)  # a preview ends

    def close(self) -> None:
        """Fall silent and give the card back."""
        with self._changed:
            self._is_closing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()
        self._deck.disconnect()

    def __enter__(self) -> Player:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def step(self) -> float:
        """Do what is due now; returns the seconds until more may be."""
        self._tell(self._deck.watch())
        with self._changed:
            order, settings = self._order, self._settings
            wants_card = self._wants_card
        if wants_card:
            if not self._deck.fade_out():
                return _STEP_S
            self._wants_card = False
            self._deck.forget_card()
            self._tell(self._deck.connect(settings))
        if order.serial != self._serial:
            if not self._deck.fade_out():
                return _STEP_S
            if order.run is None:
                self._deck.end()
            else:
                self._tell(self._deck.connect(settings))
                self._deck.begin(order.run)
            with self._changed:
                self._serial = order.serial
        if order.run is not None:
            with self._changed:
                scene = self._scene
            self._deck.fill(scene)
            if self._deck.is_done:
                self._run_ended(order)
        state = self.state
        if state is not self._told_state:
            self._told_state = state
            self._tell(StateChanged(state=state))
        return _REST_S if order.run is None else _STEP_S

    def _give(self, run: Run | None, *, rest: float | None) -> None:
        with self._changed:
            self._order = _Order(serial=self._order.serial + 1, run=run, rest=rest)
            self._changed.notify_all()

    def _run_ended(self, order: _Order) -> None:
        self._deck.fade_out()
        with self._changed:
            if self._order.serial == order.serial:
                self._order = replace(self._order, run=None)

    def _tell(self, event: PlayerEvent | None) -> None:
        if event is None:
            return
        try:
            self._on_event(event)
        except Exception:
            log.exception("A listener of player events failed")

    def _fall_silent(self) -> None:
        """Closing a card cuts off what it holds, so let the fade be heard before."""
        until_s = time.monotonic() + _FALL_SILENT_S
        while self._deck.is_sounding and time.monotonic() < until_s:
            self._deck.fade_out()
            time.sleep(_STEP_S)

    def _work(self) -> None:
        while True:
            with self._changed:
                order, is_closing = self._order, self._is_closing
            if is_closing:
                self._fall_silent()
                return
            try:
                pause_s = self.step()
            except Exception:
                log.exception("Playing failed; it is stopped")
                self.stop()
                pause_s = _REST_S
            with self._changed:
                if self._order.serial == order.serial and not self._is_closing:
                    self._changed.wait(pause_s)
