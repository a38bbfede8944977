"""Bars and beats of the time signatures, and the grid on which notes snap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from editor.model.project import TimeSignature
from engine.timing import TICKS_PER_QUARTER

Int64Array = npt.NDArray[np.int64]
WHOLE_TICKS = 4 * TICKS_PER_QUARTER
DENOMINATORS = (1, 2, 4, 8, 16, 32, 64, 128)
MIN_LINE_GAP_PX = 9.0  # lines closer than this are grey mist
MIN_BAR_GAP_PX = 14.0
_NONE: Int64Array = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snap:
    """A step of one ``denominator``-th note, or two thirds of it; 0 is off."""

    denominator: int = 16
    is_triplet: bool = False

    @property
    def step_ticks(self) -> int:
        """Ticks from one grid line to the next; 1 where snapping is off."""
        if not self.denominator:
            return 1
        ticks = WHOLE_TICKS // self.denominator
        return ticks * 2 // 3 if self.is_triplet else ticks


SNAP_OFF = Snap(denominator=0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GridLines:
    """Upright lines by kind: int64 arrays of ticks, ``bars`` the numbers from 0 of bar lines."""

    bar_ticks: Int64Array
    bars: Int64Array
    beat_ticks: Int64Array
    fine_ticks: Int64Array


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Bars of one time signature."""

    bar: int
    start_ticks: int
    bar_ticks: int
    beat_ticks: int


class Metre:
    """Where bars and beats are. Signatures ascend by bar; the first begins at bar 0."""

    def __init__(self, signatures: Sequence[TimeSignature]) -> None:
        self.signatures = tuple(signatures)
        self._stretches: list[_Stretch] = []
        for signature in self.signatures:
            beat_ticks = max(1, WHOLE_TICKS // signature.unit)
            start_ticks = 0
            if self._stretches:
                before = self._stretches[-1]
                start_ticks = before.start_ticks + (signature.bar - before.bar) * before.bar_ticks
            self._stretches.append(
                _Stretch(signature.bar, start_ticks, beat_ticks * signature.beats, beat_ticks)
            )
        self._last: tuple[tuple[float, float, float, Snap], GridLines] | None = None
        self._starts = [stretch.start_ticks for stretch in self._stretches]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Metre) and self.signatures == other.signatures

    def __hash__(self) -> int:
        return hash(self.signatures)

    def _stretch_at(self, ticks: float) -> _Stretch:
        return self._stretches[max(0, bisect_right(self._starts, ticks) - 1)]

    def bar_at(self, ticks: float) -> int:
        """Bar in which a place lies, from 0."""
        stretch = self._stretch_at(ticks)
        return stretch.bar + int((ticks - stretch.start_ticks) // stretch.bar_ticks)

    def beat_ticks_at(self, ticks: float) -> int:
        """Length of a beat at a place."""
        return self._stretch_at(ticks).beat_ticks

    def bar_start_ticks(self, bar: int) -> int:
        """First tick of a bar."""
        bars = [stretch.bar for stretch in self._stretches]
        stretch = self._stretches[max(0, bisect_right(bars, bar) - 1)]
        return stretch.start_ticks + (bar - stretch.bar) * stretch.bar_ticks

    def snapped(self, ticks: float, snap: Snap) -> int:
        """The nearest grid line; the grid begins anew at each bar."""
        if not snap.denominator:
            return round(ticks)
        bar = self.bar_at(ticks)
        start, end = self.bar_start_ticks(bar), self.bar_start_ticks(bar + 1)
        step = snap.step_ticks
        line = start + int((ticks - start) / step + 0.5) * step
        return min(line, end)

    def snapped_down(self, ticks: float, snap: Snap) -> int:
        """The grid line at or before a place: the cell that a click is in."""
        if not snap.denominator:
            return int(ticks // 1)
        start = self.bar_start_ticks(self.bar_at(ticks))
        return start + int((ticks - start) // snap.step_ticks) * snap.step_ticks

    def lines(
        self, first_ticks: float, last_ticks: float, *, px_per_tick: float, snap: Snap
    ) -> GridLines:
        """Lines between two places, as fine as the zoom lets them be told apart.

        Bars thin out in powers of two; beats and the snap's own steps show where they are
        ``MIN_LINE_GAP_PX`` apart. Some lines before and after are among them.
        """
        key = (first_ticks, last_ticks, px_per_tick, snap)
        if self._last is not None and self._last[0] == key:
            return self._last[1]  # all panes ask for the same stretch
        bar_ticks, bars, beats, fine = [_NONE], [_NONE], [_NONE], [_NONE]
        ends = [*self._starts[1:], None]
        for stretch, end in zip(self._stretches, ends, strict=True):
            if stretch.start_ticks > last_ticks or (end is not None and end < first_ticks):
                continue
            every = bars_apart(stretch.bar_ticks * px_per_tick, MIN_BAR_GAP_PX)
            group_ticks = every * stretch.bar_ticks
            low = int(max(0.0, first_ticks - stretch.start_ticks) // group_ticks)
            stop_ticks = last_ticks if end is None else min(last_ticks, end - 1)
            high = int((stop_ticks - stretch.start_ticks) // group_ticks)
            numbers = np.arange(low, high + 1, dtype=np.int64)
            starts = stretch.start_ticks + numbers * group_ticks
            bar_ticks.append(starts)
            bars.append(stretch.bar + numbers * every)
            if every == 1:
                within = _inside(stretch, snap, px_per_tick)
                beats.append((starts[:, None] + within[0]).ravel())
                fine.append((starts[:, None] + within[1]).ravel())
        found = GridLines(
            bar_ticks=np.concatenate(bar_ticks),
            bars=np.concatenate(bars),
            beat_ticks=np.concatenate(beats),
            fine_ticks=np.concatenate(fine),
        )
        self._last = (key, found)
        return found


def bars_apart(bar_px: float, gap_px: float) -> int:
    """Smallest power of two of bars that are ``gap_px`` wide together."""
    every = 1
    while every * bar_px < gap_px:
        every *= 2
    return every


def _inside(stretch: _Stretch, snap: Snap, px_per_tick: float) -> tuple[Int64Array, Int64Array]:
    """Beats and finer lines within one bar, from its start."""
    beats = fine = _NONE
    if stretch.beat_ticks * px_per_tick >= MIN_LINE_GAP_PX:
        beats = np.arange(stretch.beat_ticks, stretch.bar_ticks, stretch.beat_ticks, dtype=np.int64)
    step = snap.step_ticks
    if snap.denominator and step * px_per_tick >= MIN_LINE_GAP_PX:
        fine = np.arange(step, stretch.bar_ticks, step, dtype=np.int64)
        fine = fine[fine % stretch.beat_ticks != 0] if len(beats) else fine
    return beats, fine
