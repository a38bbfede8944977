"""Cutting, moving and joining stretches of curves. Straight lines between points, integer ticks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from engine.types import CurveSegment

Segments = tuple[CurveSegment, ...]


def make_segment(ticks: npt.ArrayLike, values: npt.ArrayLike) -> CurveSegment:
    """A frozen segment; points at one tick keep the last value.

    Parameters
    ----------
    ticks : int64 [shape=(n,)], any order
    values : float [shape=(n,)], the parameter's real unit

    Raises
    ------
    ValueError
        When there are no points, counts differ or a value is not a number.
    """
    places = np.asarray(ticks, dtype=np.int64)
    levels = np.asarray(values, dtype=np.float32)
    if places.ndim != 1 or places.shape != levels.shape or not len(places):
        raise ValueError("a curve needs as many values as places, and at least one")
    if not np.isfinite(levels).all():
        raise ValueError("a curve holds a value that is not a number")
    order = np.argsort(places, kind="stable")
    places, levels = places[order], levels[order]
    is_last = np.append(places[1:] != places[:-1], True)
    return _frozen(places[is_last], levels[is_last])


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
    """By place; a later segment covers an earlier one where they meet."""
    return tuple(sorted(segments, key=lambda segment: int(segment.ticks[0])))


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
