"""Curves as lines of points in ticks, cut down to what a row of pixels can show. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from editor.view.content import SeenPhrase
from engine.timing import TempoMap
from engine.types import CurveSegment, Float32Array, Parameter

Float64Array = npt.NDArray[np.float64]
DENSE_POINTS_PER_PX = 1.2  # more than this and a column shows its least and greatest value
_SAME = 1e-4  # a ghost nearer than this to what is sung lies under it


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """Points to be joined, absolute places.

    ``ticks`` float64 [shape=(n,)] ascending, ``values`` float32 [shape=(n,)], real unit, NaN
    between pieces that are not joined.
    """

    ticks: Float64Array
    values: Float32Array

    def density(self, px_per_tick: float) -> float:
        """Points a pixel, over the whole line: the same wherever one has scrolled to."""
        if len(self.ticks) < 2:
            return 0.0
        return len(self.ticks) / max(1.0, float(self.ticks[-1] - self.ticks[0]) * px_per_tick)

    def is_within(self, first_ticks: float, last_ticks: float) -> bool:
        """Whether anything of the line lies in a stretch."""
        if not len(self.ticks):
            return False
        low, high = np.searchsorted(self.ticks, (first_ticks, last_ticks))
        first = max(0, int(low) - 1)
        there = self.values[first : int(high) + 1]
        # The first or the second point almost always tells; all of them take their time.
        return bool(np.isfinite(there[:2]).any() or np.isfinite(there[2:]).any())

    def within(self, first_ticks: float, last_ticks: float) -> Line:
        """The points in a stretch and one more at each side."""
        low, high = np.searchsorted(self.ticks, (first_ticks, last_ticks))
        cut = slice(max(0, int(low) - 1), int(high) + 1)
        return Line(ticks=self.ticks[cut], values=self.values[cut])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Least and greatest value of each column of pixels, counted from the song's beginning.

    ``px`` and ``width_px`` float64 [shape=(n,)]; a column reaches to where the next one begins
    when the line goes on there. ``low`` and ``high`` float32 [shape=(n,)].
    """

    px: Float64Array
    width_px: Float64Array
    low: Float32Array
    high: Float32Array


NO_LINE = Line(ticks=np.empty(0), values=np.empty(0, dtype=np.float32))


def columns_of(line: Line, *, px_per_tick: float, first_px: float, last_px: float) -> Columns:
    """What of a dense line is seen from ``first_px`` to ``last_px`` of the song's picture.

    Each column includes the next one's first value, so that steep places stay joined.
    """
    columns = np.arange(np.floor(first_px), np.floor(last_px) + 2.0)
    # Looking for 1,500 borders among 100,000 points is quicker than placing all the points.
    borders = np.searchsorted(line.ticks, columns / px_per_tick)
    filled = borders[1:] > borders[:-1]
    if not filled.any():
        nothing = np.empty(0, dtype=np.float32)
        return Columns(px=np.empty(0), width_px=np.empty(0), low=nothing, high=nothing)
    px, starts = columns[:-1][filled], borders[:-1][filled]
    part = Line(ticks=line.ticks[: borders[-1]], values=line.values[: borders[-1]])
    low = np.fmin.reduceat(part.values, starts)
    high = np.fmax.reduceat(part.values, starts)
    width_px = np.ones(len(px))
    if len(px) > 1:
        after, before = part.values[starts[1:]], part.values[starts[1:] - 1]
        goes_on = np.isfinite(after) & np.isfinite(before)
        low[:-1] = np.where(goes_on, np.fmin(low[:-1], after), low[:-1])
        high[:-1] = np.where(goes_on, np.fmax(high[:-1], after), high[:-1])
        width_px[:-1] = np.where(goes_on, np.diff(px), 1.0)
    there = np.isfinite(low)
    return Columns(px=px[there], width_px=width_px[there], low=low[there], high=high[there])


def sampled(line: Line, ticks: npt.NDArray[np.floating]) -> Float64Array:
    """Values of a line at places, NaN where it is not."""
    if not len(line.ticks):
        return np.full(len(ticks), np.nan)
    values: Float64Array = np.interp(ticks, line.ticks, line.values, left=np.nan, right=np.nan)
    return values


# ------------------------------------------------------------------------------- from the song


def sung_piece(phrase: SeenPhrase, tempo: TempoMap, parameter: Parameter) -> Line:
    """What the voice sings in a phrase."""
    values = phrase.sung.get(parameter)
    return NO_LINE if values is None else _phrase_line(phrase, tempo, values, phrase.frame_ms)


def ghost_piece(phrase: SeenPhrase, tempo: TempoMap, parameter: Parameter) -> Line:
    """What the models made for a phrase, where something else is sung."""
    made = phrase.generated.get(parameter)
    if made is None:
        return NO_LINE
    values, sung = made.values, phrase.sung.get(parameter)
    if sung is not None and sung.shape == values.shape:
        apart = np.abs(values - sung) > _SAME
        apart[1:] |= apart[:-1]  # the ghost leaves and meets the sung line
        apart[:-1] |= apart[1:]
        if not apart.any():
            return NO_LINE
        values = np.where(apart, values, np.float32(np.nan))
    return _phrase_line(phrase, tempo, values, made.frame_ms)


def segments_line(segments: Sequence[CurveSegment], *, start_ticks: int) -> Line:
    """Segments of a part that begins at ``start_ticks``; a later one covers an earlier one.

    Segments that touch are one line.
    """
    rows: list[list[CurveSegment]] = []
    for segment in sorted(segments, key=lambda piece: int(piece.ticks[0])):
        if rows and int(segment.ticks[0]) == int(rows[-1][-1].ticks[-1]) + 1:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return joined(
        Line(
            ticks=np.concatenate([s.ticks for s in row]).astype(np.float64) + start_ticks,
            values=np.concatenate([s.values for s in row]),
        )
        for row in rows
    )


def ranges_of(segments: Sequence[CurveSegment], *, start_ticks: int) -> list[tuple[int, int]]:
    """First and last tick of each segment, absolute."""
    return [(int(s.ticks[0]) + start_ticks, int(s.ticks[-1]) + start_ticks) for s in segments]


def _phrase_line(
    phrase: SeenPhrase, tempo: TempoMap, values: Float32Array, frame_ms: float
) -> Line:
    """A phrase's frames without its paddings, in which nothing is sung."""
    times_ms = phrase.start_ms + np.arange(len(values)) * frame_ms
    low, high = np.searchsorted(times_ms, (phrase.layout.start_ms, phrase.layout.end_ms))
    return Line(ticks=tempo.ms_to_ticks_array(times_ms[low:high]), values=values[low:high])


def joined(pieces: Iterable[Line]) -> Line:
    """Pieces one after another with a NaN between; what reaches back over the last is cut."""
    parts: list[Line] = []
    last = -np.inf
    for piece in pieces:
        if not len(piece.ticks) or piece.ticks[-1] <= last:
            continue
        if piece.ticks[0] <= last:
            cut = int(np.searchsorted(piece.ticks, last, side="right"))
            piece = Line(ticks=piece.ticks[cut:], values=piece.values[cut:])
        parts.append(piece)
        last = float(piece.ticks[-1])
    if not parts:
        return NO_LINE
    n_points = sum(len(part.ticks) for part in parts) + len(parts) - 1
    ticks, values = np.empty(n_points), np.full(n_points, np.nan, dtype=np.float32)
    first = 0
    for part in parts:
        end = first + len(part.ticks)
        ticks[first:end], values[first:end] = part.ticks, part.values
        ticks[end : end + 1] = ticks[end - 1]  # of the NaN behind it, if any piece follows
        first = end + 1
    return Line(ticks=ticks, values=values)
