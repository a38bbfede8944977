"""Smooth curves through anchors, and anchors found again in what was drawn. No Qt.

Nothing but the drawn curve is kept of anchors: each piece between two of them is a stretch of its
own, and where stretches touch lies an anchor. A piece is known again by its shape, so a curve whose
anchors were cut apart by another tool simply has none there any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from editor.tools.strokes import Float64Array, Points, Spot, thinned, tolerance_of
from engine.types import CurveSegment, Int64Array, Parameter

LEAST_TICKS = 4  # between anchors
_GRID = 2.0**17  # of drawn values (``editor.model.segments``)
_N_PIECE = 97  # points of a piece before it is thinned
_SLACK = 1e-3  # what the grid of drawn values adds to the tolerance

Chain = tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """From one anchor to the next, with the slopes there (values a tick)."""

    left: Spot
    right: Spot
    left_slope: float
    right_slope: float

    def at(self, ticks: Int64Array) -> Float64Array:
        """The cubic through both ends."""
        width = self.right.ticks - self.left.ticks
        u = (ticks - self.left.ticks) / width
        return np.asarray(
            (2 * u**3 - 3 * u**2 + 1) * self.left.value
            + (u**3 - 2 * u**2 + u) * width * self.left_slope
            + (3 * u**2 - 2 * u**3) * self.right.value
            + (u**3 - u**2) * width * self.right_slope
        )


def spot(ticks: float, value: float) -> Spot:
    """A place for an anchor: its value is one that a drawn curve holds exactly."""
    return Spot(ticks=round(ticks), value=round(value * _GRID) / _GRID)


def slope_at(before: Spot, here: Spot, after: Spot) -> float:
    """Slope of the curve at an anchor between two others: level where it turns round.

    Source: Fritsch and Butland (1984), the weighted harmonic mean of both straight slopes, with
    which a cubic goes nowhere beyond its anchors.
    """
    first, second = here.ticks - before.ticks, after.ticks - here.ticks
    rise = (here.value - before.value) / first
    fall = (after.value - here.value) / second
    if rise * fall <= 0.0:
        return 0.0
    one, other = 2 * second + first, second + 2 * first
    return (one + other) / (one / rise + other / fall)


def pieces_of(chain: Chain, parameter: Parameter) -> list[Points]:
    """The curve through anchors as touching pieces; level at both its ends.

    Parameters
    ----------
    chain : tuple of Spot
        Two at least, rising in time and ``LEAST_TICKS`` apart.
    parameter : Parameter

    Returns
    -------
    list of Points
        The first one begins at the first anchor, each other one tick behind the end of the one
        before; each ends at an anchor.
    """
    slopes = [0.0, *(slope_at(*chain[i - 1 : i + 2]) for i in range(1, len(chain) - 1)), 0.0]
    pieces = []
    for i, (left, right) in enumerate(pairwise(chain)):
        piece = _Piece(left=left, right=right, left_slope=slopes[i], right_slope=slopes[i + 1])
        first = left.ticks + (i > 0)
        ticks = np.unique(np.round(np.linspace(first, right.ticks, _N_PIECE)).astype(np.int64))
        points = Points(ticks=ticks, values=piece.at(ticks))
        pieces.append(thinned(points, tolerance_of(parameter) / 2.0))
    return pieces


def chains_in(segments: Sequence[CurveSegment], parameter: Parameter) -> tuple[Chain, ...]:
    """Anchors of all stretches that a curve through anchors could have made, in order of time."""
    return tuple(chain for run in runs_in(segments) for chain in chains_of_run(run, parameter))


def runs_in(segments: Sequence[CurveSegment]) -> list[tuple[CurveSegment, ...]]:
    """Stretches in order of time, those that touch together."""
    rows = sorted((s for s in segments if len(s.ticks)), key=lambda s: int(s.ticks[0]))
    runs: list[list[CurveSegment]] = []
    for segment in rows:
        if runs and int(segment.ticks[0]) == int(runs[-1][-1].ticks[-1]) + 1:
            runs[-1].append(segment)
        else:
            runs.append([segment])
    return [tuple(run) for run in runs]


def chains_of_run(run: Sequence[CurveSegment], parameter: Parameter) -> tuple[Chain, ...]:
    """Anchors in stretches that touch.

    Parameters
    ----------
    run : sequence of CurveSegment
        In order of time, each beginning one tick behind the end of the one before.
    parameter : Parameter

    Returns
    -------
    tuple of Chain
    """
    tolerance = tolerance_of(parameter) + _SLACK
    chains: list[Chain] = []
    begun = _NOTHING
    for number, segment in enumerate(run):
        follows = _end(run[number + 1]) if number + 1 < len(run) else None
        found = _taken(begun, segment, follows, tolerance) if begun.may_go_on else None
        if found is None:
            chains += _ended(begun)
            found = _taken(_NOTHING, segment, follows, tolerance)
        begun = found or _NOTHING
    return (*chains, *_ended(begun))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """Anchors found so far, for each piece whether it could be a last one, and for the last piece
    whether it could be an inner one.
    """

    chain: Chain = ()
    may_end: tuple[bool, ...] = ()
    may_go_on: bool = False


_NOTHING = _Begun()


def _taken(
    begun: _Begun, segment: CurveSegment, follows: Spot | None, tolerance: float
) -> _Begun | None:
    """The chain with a stretch as its next piece; None if it is none."""
    end = _end(segment)
    begin = begun.chain or (Spot(ticks=int(segment.ticks[0]), value=float(segment.values[0])),)
    left = begin[-1]
    if end.ticks - left.ticks < LEAST_TICKS:
        return None
    left_slope = slope_at(begin[-2], left, end) if len(begin) > 1 else 0.0

    def fits(right_slope: float) -> bool:
        return _is_made(segment, left, end, left_slope, right_slope, tolerance)

    may_go_on = follows is not None and fits(slope_at(left, end, follows))
    may_end = fits(0.0)
    if not (may_go_on or may_end):
        return None
    return _Begun(chain=(*begin, end), may_end=(*begun.may_end, may_end), may_go_on=may_go_on)


def _ended(begun: _Begun) -> list[Chain]:
    """What is left of a chain that goes on no further: pieces that would be made the same."""
    n_pieces = max((n for n, may_end in enumerate(begun.may_end, start=1) if may_end), default=0)
    return [begun.chain[: n_pieces + 1]] if n_pieces else []


def _is_made(
    segment: CurveSegment,
    left: Spot,
    right: Spot,
    left_slope: float,
    right_slope: float,
    tolerance: float,
) -> bool:
    piece = _Piece(left=left, right=right, left_slope=left_slope, right_slope=right_slope)
    if np.abs(piece.at(segment.ticks) - segment.values).max() > tolerance:
        return False
    # Lines between points may be long, so what lies between them counts too.
    middles = (segment.ticks[:-1] + segment.ticks[1:]) // 2
    between = np.interp(middles, segment.ticks, segment.values)
    return bool((np.abs(piece.at(middles) - between) <= tolerance).all())


def _end(segment: CurveSegment) -> Spot:
    return Spot(ticks=int(segment.ticks[-1]), value=float(segment.values[-1]))


# ------------------------------------------------------------------------------- changes


def with_anchor(chain: Chain, new: Spot) -> Chain:
    """The chain with one more anchor; it takes the place of those that lie too near."""
    kept = [old for old in chain if abs(old.ticks - new.ticks) >= LEAST_TICKS]
    return tuple(sorted((*kept, new), key=lambda anchor: anchor.ticks))


def with_moved(chain: Chain, index: int, to: Spot) -> Chain:
    """The chain with an anchor elsewhere, between its neighbours at most."""
    ticks = to.ticks
    if index + 1 < len(chain):
        ticks = min(ticks, chain[index + 1].ticks - LEAST_TICKS)
    if index > 0:
        ticks = max(ticks, chain[index - 1].ticks + LEAST_TICKS)
    return (*chain[:index], Spot(ticks=ticks, value=to.value), *chain[index + 1 :])


def without_anchor(chain: Chain, index: int) -> Chain:
    """The chain with an anchor less; one that has but one left is none."""
    left = (*chain[:index], *chain[index + 1 :])
    return left if len(left) > 1 else ()
