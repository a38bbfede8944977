"""Bars and beats of the time signatures, and the grid on which notes snap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from editor.model.project import TimeSignature
from engine.timing import TICKS_PER_QUARTER

WHOLE_TICKS = 4 * TICKS_PER_QUARTER
DENOMINATORS = (1, 2, 4, 8, 16, 32, 64, 128)
MIN_LINE_GAP_PX = 9.0  # lines closer than this are grey mist
MIN_BAR_GAP_PX = 14.0


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


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLine:
    """A vertical line. ``bar`` counts from 0 and is -1 between bars."""

    ticks: int
    bar: int = -1
    is_beat: bool = False


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
    ) -> list[GridLine]:
        """Lines between two places, as fine as the zoom lets them be told apart.

        Bars thin out in powers of two; beats and the snap's own steps show where they are
        ``MIN_LINE_GAP_PX`` apart.
        """
        found: list[GridLine] = []
        bar = max(0, self.bar_at(max(0.0, first_ticks)))
        while True:
            stretch = self._stretch_at(self.bar_start_ticks(bar))
            every = bars_apart(stretch.bar_ticks * px_per_tick, MIN_BAR_GAP_PX)
            if every > 1:  # whole groups of bars, counted from the signature
                bar = stretch.bar + (bar - stretch.bar) // every * every
            start = self.bar_start_ticks(bar)
            if start > last_ticks:
                return found
            end = self.bar_start_ticks(self._next_bar(bar, every))
            found.append(GridLine(ticks=start, bar=bar, is_beat=True))
            if every == 1:
                found += _inside(start, end, stretch.beat_ticks, snap, px_per_tick)
            bar = self._next_bar(bar, every)

    def _next_bar(self, bar: int, every: int) -> int:
        """The bar after a group; a new time signature always begins one."""
        later = [stretch.bar for stretch in self._stretches if stretch.bar > bar]
        return min([bar + every, *later[:1]])


def bars_apart(bar_px: float, gap_px: float) -> int:
    """Smallest power of two of bars that are ``gap_px`` wide together."""
    every = 1
    while every * bar_px < gap_px:
        every *= 2
    return every


def _inside(
    start: int, end: int, beat_ticks: int, snap: Snap, px_per_tick: float
) -> list[GridLine]:
    """Beats and finer lines within one bar."""
    lines: list[GridLine] = []
    beats = set()
    if beat_ticks * px_per_tick >= MIN_LINE_GAP_PX:
        beats = set(range(start + beat_ticks, end, beat_ticks))
        lines += [GridLine(ticks=ticks, is_beat=True) for ticks in sorted(beats)]
    step = snap.step_ticks
    if snap.denominator and step < end - start and step * px_per_tick >= MIN_LINE_GAP_PX:
        fine = set(range(start + step, end, step)) - beats
        lines += [GridLine(ticks=ticks) for ticks in sorted(fine)]
    return lines
