"""The player's works: an output, the ring before it, and what is written into the ring."""

from __future__ import annotations

import logging
import math
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.audio.converter import RateConverter
from engine.audio.feed import (
    FEED_SAMPLES,
    SILENCE,
    Block,
    Feed,
    FeedPlace,
    Levels,
    PlayerTrack,
    Scene,
)
from engine.audio.metronome import METRONOME, CountIn
from engine.audio.output import OpenOutput, Output, OutputSettings, SilentOutput, device_lost
from engine.audio.ring import FadingRing
from engine.audio.timeline import Segment, Timeline
from engine.errors import AudioDeviceError

log = logging.getLogger(__name__)

STUCK_S = 2.0  # a card that pulls nothing for so long is gone
RETRY_S = 5.0  # how often, at most, a card that was not there is looked for
AGAIN_S = 0.02  # mixing once more what is written takes less
IDLE_CLOSE_S = 30.0  # an open card keeps a laptop awake
# Python lets a thread wait 5 ms for each busy one before its turn; three of them cost the card
# up to 100 ms, which is all that it holds. With 1 ms it is 40 (tests/bench/sound.py).
SWITCH_S = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceChanged:
    """Sound goes to card ``name``, or to nobody because of ``problem``."""

    name: str
    problem: AudioDeviceError | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Run:
    """What to play: the song from ``start`` on, or a preview while the song stands there."""

    start: int
    count_in: CountIn | None = None
    preview: Scene | None = None
    preview_first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Stage:
    feed: Feed
    scene: Scene | None = None  # None: the song as it is now
    stands_at: int | None = None  # where the song is while something else sounds


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Mark:
    """Where in the ring a block of the song begins, and where the feed was before it."""

    frame: int
    place: FeedPlace


class Deck:
    """Carries out one run after another; for one thread, only `position` and `levels` for any."""

    def __init__(
        self,
        *,
        sample_rate_hz: int,
        open_output: OpenOutput,
        clock: Callable[[], float],
        ring_s: float,
    ) -> None:
        self._rate_hz = sample_rate_hz
        self._open_output = open_output
        self._clock = clock
        self._ring_s = ring_s
        self._lock = threading.Lock()  # of the timeline and of which ring it belongs to
        self._timeline = Timeline()
        self._start = 0
        self._output: Output | None = None
        self._settings: OutputSettings | None = None
        self._told: tuple[str, str] | None = None  # name and problem of the last DeviceChanged
        self._began_s = self._busy_s = clock()
        self._tried_s = -RETRY_S
        self._n_earlier_underflows = 0
        self._usual_switch_s = sys.getswitchinterval()
        self._stages: deque[_Stage] = deque()
        self._marks: deque[_Mark] = deque()  # of the stretch that is written
        self._scene: Scene | None = None  # with which the song was mixed last
        self._stretch_frame = self._n_fed = 0  # where the converter's stretch began, and since
        self._ring = self._new_ring(n_channels=2, rate_hz=sample_rate_hz)
        self._converter = self._new_converter(self._ring)
        self.is_waiting = False

    @property
    def n_underflows(self) -> int:
        """How often the card wanted more than was there."""
        return self._n_earlier_underflows + self._ring.n_dry + self._ring.n_late

    @property
    def is_silent(self) -> bool:
        """Whether nobody can hear: no card is open."""
        return self._output is None or self._output.is_silent

    @property
    def is_done(self) -> bool:
        """Whether all of the run has been heard."""
        ring = self._ring
        return not self._stages and not ring.n_ready and ring.heard_frames() >= ring.n_read

    @property
    def is_sounding(self) -> bool:
        """Whether something is on its way to the loudspeaker."""
        return not self._ring.is_shut or self._ring.heard_frames() < self._ring.n_read

    def position(self) -> float:
        """Sample of the song that is heard now."""
        with self._lock:
            if self._timeline.is_empty:
                return float(self._start)
            return self._timeline.sample_at(self._ring.heard_frames())

    def levels(self) -> Levels:
        """Levels of what is heard now, the loudest since the last call."""
        with self._lock:
            ring = self._ring
            if ring.is_shut or (not ring.n_ready and ring.heard_frames() >= ring.n_read):
                return SILENCE
            return self._timeline.levels_at(ring.heard_frames())

    def connect(self, settings: OutputSettings) -> DeviceChanged | None:
        """Open the wished card, or the silent clock; only between runs. What changed, if so."""
        now_s = self._clock()
        is_as_wished = self._output is not None and settings == self._settings
        if is_as_wished and not (self.is_silent and now_s - self._tried_s >= RETRY_S):
            return None
        self.disconnect()
        sys.setswitchinterval(min(SWITCH_S, sys.getswitchinterval()))
        self._settings, self._tried_s = settings, now_s
        try:
            output = self._open_output(settings, self._rate_hz)
            self._change_ring(n_channels=output.n_channels, rate_hz=output.rate_hz)
            try:
                output.start(self._ring.pull)
            except AudioDeviceError:
                output.close()
                raise
        except AudioDeviceError as problem:
            log.warning("%s", problem)
            self._change_ring(n_channels=2, rate_hz=self._rate_hz)
            return self._use_silence(problem)
        self._output, self._began_s = output, self._clock()
        return self._changed(output.name, None)

    def forget_card(self) -> None:
        """Look for a card that was not there the next time, and tell what comes of it."""
        if self.is_silent:
            self._tried_s = -math.inf
            self._told = None

    def disconnect(self) -> None:
        """Close the output."""
        if self._output is not None:
            self._output.close()
            self._output = None
            self._ring.shut()
            sys.setswitchinterval(self._usual_switch_s)

    def watch(self) -> DeviceChanged | None:
        """Go on silently when the card went away; close it when it was idle for long."""
        output, now_s = self._output, self._clock()
        if output is None:
            return None
        if self._stages or not self._ring.is_shut:
            self._busy_s = now_s
        if not output.is_silent:
            last_s = max(self._began_s, self._ring.last_pull_s)
            if not output.is_alive() or now_s - last_s > STUCK_S:
                problem = device_lost(output.name)
                log.warning("%s", problem)
                output.close()
                return self._use_silence(problem)
        if now_s - self._busy_s > IDLE_CLOSE_S:
            self.disconnect()
        return None

    def fade_out(self) -> bool:
        """Fade out what sounds; whether it is silent by now."""
        self._ring.fade_out()
        return self._ring.is_shut

    def end(self) -> None:
        """Play no more of the run; only when silent."""
        self._stages.clear()
        self._marks.clear()
        self._scene = None
        self.is_waiting = False

    def begin(self, run: Run) -> None:
        """Make ready for a run; only when silent and connected."""
        ring, start = self._ring, run.start
        ring.reset()
        self._converter = self._new_converter(ring)
        self._stretch_frame = self._n_fed = 0
        with self._lock:
            self._timeline.clear(samples_per_frame=self._rate_hz / ring.rate_hz)
            self._start = start
        self.end()
        n_channels = ring.n_channels
        if run.preview is not None:
            feed = Feed(run.preview_first, n_channels=n_channels)
            self._stages.append(_Stage(feed=feed, scene=run.preview, stands_at=start))
            return
        if run.count_in is not None:
            clicks = (PlayerTrack(id=METRONOME, mix=run.count_in.track),)
            feed = Feed(start - run.count_in.n_samples, n_channels=n_channels)
            scene = Scene(tracks=clicks, end=start)
            self._stages.append(_Stage(feed=feed, scene=scene, stands_at=start))
        self._stages.append(_Stage(feed=Feed(start, n_channels=n_channels)))

    def fill(self, scene: Scene) -> None:
        """Mix until the ring is full, the run ends or it waits for a phrase."""
        ring = self._ring
        if self._scene is not None and scene.differs_in_faders_only(self._scene):
            self._mix_again(scene)
        self._scene = scene
        n_written = ring.n_written
        waits = False
        while self._stages and ring.n_free >= self._converter.most_frames(FEED_SAMPLES):
            stage = self._stages[0]
            place = stage.feed.place
            block = stage.feed.next_block(stage.scene or scene)
            if block is not None:
                if ring.may_run_dry and not ring.is_shut:
                    self._resume()
                if stage.scene is None:
                    self._marks.append(_Mark(frame=ring.n_written, place=place))
                self._write(block, stage.stands_at)
                continue
            self._end_stretch()
            waits = stage.feed.is_waiting
            if waits:
                break
            self._stages.popleft()
        ring.may_run_dry = waits or not self._stages
        if ring.is_shut and ring.n_written > n_written:
            ring.open()
        self.is_waiting = waits and not ring.n_ready

    def _mix_again(self, scene: Scene) -> None:
        """Let a moved fader be heard in what is written already, not only behind it.

        Nothing is taken out of the ring: the new sound is made first and then put over the old.
        """
        ring = self._ring
        while self._marks and self._marks[0].frame < ring.n_read:
            self._marks.popleft()
        first = ring.first_open_frame + round(AGAIN_S * ring.rate_hz)
        marks = [mark for mark in self._marks if mark.frame >= first]
        if not marks or self._converter.is_needed or self._stages[0].scene is not None:
            return
        feed, begin, end = self._stages[0].feed, marks[0].frame, ring.n_written
        stood = feed.place
        feed.return_to(marks[0].place)
        blocks: list[Block] = []
        made: list[_Mark] = []
        frame = begin
        while frame < end:
            mark = _Mark(frame=frame, place=feed.place)
            block = feed.next_block(scene)
            if block is None or frame + len(block.samples) > end:
                break  # who is heard now waits or ends elsewhere
            blocks.append(block)
            made.append(mark)
            frame += len(block.samples)
        if frame != end or not ring.exchange(begin, np.concatenate([b.samples for b in blocks])):
            feed.return_to(stood)
            return
        kept = [mark for mark in self._marks if mark.frame < begin]
        self._marks = deque([*kept, *made])
        with self._lock:
            self._timeline.cut(begin)
            for mark, block in zip(made, blocks, strict=True):
                self._timeline.append(
                    Segment(
                        frame=mark.frame,
                        sample=block.first,
                        n_samples=len(block.samples),
                        levels=block.levels,
                    )
                )

    def _resume(self) -> None:
        """Sound goes on after a gap: whole, so either from silence or without running dry."""
        if self._ring.n_ready:
            self._ring.may_run_dry = False
        else:
            self._ring.shut()  # `fill` opens it when it is full

    def _write(self, block: Block, stands_at: int | None) -> None:
        ratio = self._converter.target_hz / self._converter.source_hz
        n_samples = len(block.samples)
        segment = Segment(
            frame=self._stretch_frame + self._n_fed * ratio,
            sample=block.first if stands_at is None else stands_at,
            n_samples=n_samples if stands_at is None else 0,
            levels=block.levels,
        )
        with self._lock:  # before the samples, so that no frame is heard that is unknown
            self._timeline.append(segment)
        self._n_fed += n_samples
        self._ring.write(self._converter.convert(block.samples))

    def _end_stretch(self) -> None:
        self._ring.write(self._converter.end())
        self._stretch_frame, self._n_fed = self._ring.n_written, 0
        self._marks.clear()

    def _new_converter(self, ring: FadingRing) -> RateConverter:
        return RateConverter(
            source_hz=self._rate_hz, target_hz=ring.rate_hz, n_channels=ring.n_channels
        )

    def _new_ring(self, *, n_channels: int, rate_hz: int) -> FadingRing:
        converter = RateConverter(source_hz=self._rate_hz, target_hz=rate_hz, n_channels=n_channels)
        n_least = 2 * converter.most_frames(FEED_SAMPLES)
        return FadingRing(
            n_frames=max(n_least, round(self._ring_s * rate_hz)),
            n_channels=n_channels,
            rate_hz=rate_hz,
            clock=self._clock,
        )

    def _change_ring(self, *, n_channels: int, rate_hz: int) -> None:
        ring = self._new_ring(n_channels=n_channels, rate_hz=rate_hz)
        n_underflows = self.n_underflows
        with self._lock:
            self._timeline.clear()
            self._ring = ring
        self._n_earlier_underflows = n_underflows

    def _use_silence(self, problem: AudioDeviceError) -> DeviceChanged | None:
        """Let a clock pull from the ring in place of the card."""
        silence = SilentOutput(rate_hz=self._ring.rate_hz, n_channels=self._ring.n_channels)
        self._output = silence
        silence.start(self._ring.pull)
        return self._changed("", problem)

    def _changed(self, name: str, problem: AudioDeviceError | None) -> DeviceChanged | None:
        told = (name, "" if problem is None else problem.code)
        if told == self._told:
            return None
        self._told = told
        return DeviceChanged(name=name, problem=problem)
