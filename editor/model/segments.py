"""Cutting, moving and joining stretches of curves. Straight lines between points, integer ticks.

What the user draws is put on a fine grid on which every line has a float32 value at every tick.
A line can so be cut anywhere, and what is left of it stays what it was, bit for bit. Curves of
importers are not on the grid: a cut moves them by at most one float32 step, and only as far as
the point next to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from engine.types import CurveSegment

Segments = tuple[CurveSegment, ...]
LONGEST_LINE_TICKS = 64  # bounds how far a line on the grid leaves the straight one
LAST_TICKS = 100_000_000  # no song is as long; keeps a slip of the hand out of the memory
_GRID_BITS = 17  # 2**-17: 0.0008 cents, and 24 bits together with 7 before the point


def make_segment(ticks: npt.ArrayLike, values: npt.ArrayLike) -> CurveSegment:
    """A frozen segment on the grid; points at one tick keep the last value.

    Parameters
    ----------
    ticks : int64 [shape=(n,)], any order
    values : float [shape=(n,)], the parameter's real unit

    Returns
    -------
    CurveSegment
        The given points, within 2**-18 of their values (up to 128; a step of float32 above), and
        what more points the grid needs between them.

    Raises
    ------
    ValueError
        When there are no points, counts differ, a place is no whole tick of a song, or a value is
        not a number.
    """
    given = np.asarray(ticks)
    levels = np.asarray(values, dtype=np.float64)
    if given.ndim != 1 or given.shape != levels.shape or not len(given):
        raise ValueError("a curve needs as many values as places, and at least one")
    if not np.isfinite(given).all() or (given != np.round(given)).any():
        raise ValueError("a curve holds a place that is no whole tick")
    if (np.abs(given) > LAST_TICKS).any():
        raise ValueError("a curve reaches beyond any song")
    if not (np.abs(levels) <= np.finfo(np.float32).max).all():  # NaN is not <= either
        raise ValueError("a curve holds a value that is not a number")
    places = given.astype(np.int64)
    order = np.argsort(places, kind="stable")
    places, levels = places[order], levels[order]
    is_last = np.append(places[1:] != places[:-1], True)
    return _frozen(*_on_grid(places[is_last], levels[is_last]))


def _on_grid(
    ticks: npt.NDArray[np.int64], values: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Lines whose value at every tick is a multiple of one step, which float32 holds exactly.

    A line that rises by D steps over n ticks becomes D % n ticks with the larger of the two whole
    slopes next to D / n, and the rest with the smaller.
    """
    gaps = np.diff(ticks)
    pieces = -(-gaps // LONGEST_LINE_TICKS)
    if (pieces > 1).any():
        index = np.repeat(np.arange(len(gaps)), pieces)
        number = np.arange(len(index)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        places = np.append(ticks[index] + number * gaps[index] // pieces[index], ticks[-1])
        values, ticks = np.interp(places, ticks, values), places
    exponent = max(0, int(np.frexp(np.abs(values).max())[1]) - 24 + _GRID_BITS) - _GRID_BITS
    steps = np.round(np.ldexp(values, -exponent)).astype(np.int64)
    slope, rest = np.divmod(np.diff(steps), np.diff(ticks))
    knees = rest > 0
    places = np.concatenate([ticks, ticks[:-1][knees] + rest[knees]])
    levels = np.concatenate([steps, steps[:-1][knees] + (slope[knees] + 1) * rest[knees]])
    order = np.argsort(places)
    return places[order], np.ldexp(levels[order].astype(np.float64), exponent).astype(np.float32)


def _frozen(ticks: npt.NDArray[np.int64], values: npt.NDArray[np.float32]) -> CurveSegment:
    ticks, values = np.ascontiguousarray(ticks), np.ascontiguousarray(values)
    ticks.flags.writeable = False
    values.flags.writeable = False
    return CurveSegment(ticks=ticks, values=values)


def value_at(segment: CurveSegment, tick: int) -> np.float32:
    """Value of a segment at a tick inside it."""
    return np.float32(np.interp(tick, segment.ticks, segment.values))


def _clipped(segment: CurveSegment, first: int, last: int) -> CurveSegment | None:
    """The part of a segment from ``first`` to ``last``, both included."""
    begin, end = int(segment.ticks[0]), int(segment.ticks[-1])
    if first <= begin and end <= last:
        return segment
    low, high = max(first, begin), min(last, end)
    if low > high:
        return None
    inside = (segment.ticks > low) & (segment.ticks < high)
    places = [low] if low == high else [low, high]
    ticks = np.concatenate([places[:1], segment.ticks[inside], places[1:]]).astype(np.int64)
    edges = [value_at(segment, place) for place in places]
    values = np.concatenate([edges[:1], segment.values[inside], edges[1:]]).astype(np.float32)
    return _frozen(ticks, values)


def within(segments: Sequence[CurveSegment], first: int, last: int) -> Segments:
    """What lies from tick ``first`` to ``last``."""
    parts = (_clipped(segment, first, last) for segment in segments)
    return tuple(part for part in parts if part is not None)


def without(segments: Sequence[CurveSegment], first: int, last: int) -> Segments:
    """What is left when the stretch from ``first`` to ``last`` is taken out."""
    kept: list[CurveSegment] = []
    for segment in segments:
        begin, end = int(segment.ticks[0]), int(segment.ticks[-1])
        if end < first or begin > last:
            kept.append(segment)
            continue
        for low, high in ((begin, first - 1), (last + 1, end)):
            part = _clipped(segment, low, high) if low <= high else None
            if part is not None:
                kept.append(part)
    return tuple(kept)


def ordered(segments: Iterable[CurveSegment]) -> Segments:
    """By place, unless some lie over others: there the later one of the row covers the earlier."""
    given = tuple(segments)
    by_place = sorted(given, key=lambda segment: int(segment.ticks[0]))
    covers = any(after.ticks[0] <= before.ticks[-1] for before, after in pairwise(by_place))
    return given if covers else tuple(by_place)


def replaced(
    segments: Sequence[CurveSegment], new: Sequence[CurveSegment], first: int, last: int
) -> Segments:
    """Segments with the stretch from ``first`` to ``last`` exchanged for ``new``."""
    return ordered((*without(segments, first, last), *new))


def moved(segments: Sequence[CurveSegment], ticks: int, value: float = 0.0) -> Segments:
    """Segments at another place, all values changed by ``value``."""
    if not ticks and not value:
        return tuple(segments)
    return tuple(
        _frozen(
            segment.ticks + ticks,
            segment.values if not value else (segment.values + np.float32(value)),
        )
        for segment in segments
    )


def sum_of(
    segments: Sequence[CurveSegment], added: CurveSegment, *, outside: float = 0.0
) -> CurveSegment:
    """The curve plus another one over that one's stretch; where nothing is, ``outside`` counts.

    Points next to the borders of what was there keep its jumps within one tick.
    """
    first, last = int(added.ticks[0]), int(added.ticks[-1])
    there = within(segments, first, last)
    places = [added.ticks, np.array([first, last])]
    for segment in there:
        begin, end = int(segment.ticks[0]), int(segment.ticks[-1])
        places += [segment.ticks, np.array([begin - 1, end + 1])]
    ticks = np.unique(np.concatenate(places))
    ticks = ticks[(ticks >= first) & (ticks <= last)]
    base = np.full(len(ticks), outside)
    for segment in there:
        inside = (ticks >= segment.ticks[0]) & (ticks <= segment.ticks[-1])
        base[inside] = np.interp(ticks[inside], segment.ticks, segment.values)
    return make_segment(ticks, base + np.interp(ticks, added.ticks, added.values))


Ranges = tuple[tuple[int, int], ...]


def joined_ranges(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Ranges in order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def cut_ranges(ranges: Iterable[tuple[int, int]], first: int, last: int) -> Ranges:
    """Ranges without the stretch from ``first`` to ``last``."""
    kept: list[tuple[int, int]] = []
    for begin, end in ranges:
        kept += [(b, e) for b, e in ((begin, min(end, first)), (max(begin, last), end)) if b < e]
    return joined_ranges(kept)


def clipped_ranges(ranges: Iterable[tuple[int, int]], first: int, last: int) -> Ranges:
    """What of the ranges lies from ``first`` to ``last``."""
    cut = [(max(begin, first), min(end, last)) for begin, end in ranges]
    return tuple((begin, end) for begin, end in cut if begin < end)
