"""Clicks on the beats of the tempo map, as a track for the player."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

import numpy as np

from engine.render.mix import Clip, MixTrack
from engine.timing import TICKS_PER_QUARTER, TempoMap
from engine.types import Float32Array

METRONOME = "metronome"
_BEAT_HZ, _BAR_HZ = 1000.0, 1500.0
_CLICK_S = 0.03
_CLICK_LEVEL = 0.35


class Metre(Protocol):
    """From bar ``bar`` on, ``beats`` of one ``unit``-th note."""

    @property
    def bar(self) -> int:
        """First bar of this metre, counted from 0."""

    @property
    def beats(self) -> int:
        """Beats of a bar."""

    @property
    def unit(self) -> int:
        """Which part of a whole note a beat is."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CountIn:
    """Clicks before a start, and how many samples before it they begin."""

    track: MixTrack
    n_samples: int


def beats(metres: Sequence[Metre], *, end_ticks: int) -> Iterator[tuple[float, bool]]:
    """Tick of every beat before ``end_ticks``, and whether a bar begins with it."""
    tick, bar = 0.0, 0
    for index, metre in enumerate(metres):
        last_bar = metres[index + 1].bar if index + 1 < len(metres) else None
        beat_ticks = _beat_ticks(metre)
        while last_bar is None or bar < last_bar:
            for beat in range(metre.beats):
                if tick >= end_ticks:
                    return
                yield tick, beat == 0
                tick += beat_ticks
            bar += 1


def metronome(
    tempo: TempoMap, metres: Sequence[Metre], *, end_ticks: int, sample_rate_hz: int
) -> MixTrack:
    """A click on every beat up to ``end_ticks``, higher at the begin of a bar."""
    clips = tuple(
        _click(int(tempo.ticks_to_ms(tick) * sample_rate_hz / 1e3), is_bar, sample_rate_hz)
        for tick, is_bar in beats(metres, end_ticks=end_ticks)
    )
    return MixTrack(name=METRONOME, clips=clips)


def count_in(
    tempo: TempoMap,
    metres: Sequence[Metre],
    *,
    start_ticks: float,
    sample_rate_hz: int,
    n_bars: int = 1,
) -> CountIn:
    """Whole bars of clicks that end at ``start_ticks``, in the metre and tempo of that place."""
    metre = _metre_at(metres, start_ticks)
    start_ms = tempo.ticks_to_ms(start_ticks)
    place = bisect_right(tempo.tempos, start_ticks, key=lambda item: item.start_ticks)
    bpm = tempo.tempos[max(0, place - 1)].bpm
    beat_ms = 60_000.0 / bpm * _beat_ticks(metre) / TICKS_PER_QUARTER
    start = int(start_ms * sample_rate_hz / 1e3)
    n_beats = metre.beats * n_bars
    clips = tuple(
        _click(
            round((start_ms - (n_beats - beat) * beat_ms) * sample_rate_hz / 1e3),
            beat % metre.beats == 0,
            sample_rate_hz,
        )
        for beat in range(n_beats)
    )
    first = min((clip.start for clip in clips), default=start)
    return CountIn(track=MixTrack(name=METRONOME, clips=clips), n_samples=start - first)


def _beat_ticks(metre: Metre) -> float:
    return max(1.0, 4.0 * TICKS_PER_QUARTER / metre.unit)


def _metre_at(metres: Sequence[Metre], ticks: float) -> Metre:
    found, tick = metres[0], 0.0
    for before, metre in pairwise(metres):
        tick += (metre.bar - before.bar) * before.beats * _beat_ticks(before)
        if tick > ticks:
            break
        found = metre
    return found


def _click(start: int, is_bar: bool, sample_rate_hz: int) -> Clip:
    return Clip(start=start, samples=_click_samples(is_bar, sample_rate_hz))


@lru_cache(maxsize=8)
def _click_samples(is_bar: bool, sample_rate_hz: int) -> Float32Array:
    times_s = np.arange(round(_CLICK_S * sample_rate_hz)) / sample_rate_hz
    tone = np.sin(2.0 * np.pi * (_BAR_HZ if is_bar else _BEAT_HZ) * times_s)
    fall = np.exp(-times_s / (_CLICK_S / 6.0)) * np.minimum(1.0, (_CLICK_S - times_s) * 500.0)
    samples: Float32Array = (_CLICK_LEVEL * tone * fall).astype(np.float32)
    samples.flags.writeable = False
    return samples
