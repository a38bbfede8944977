"""The geometry of strokes: what a hand draws, as points of a curve. No Qt."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from editor.view.axis import AXES
from engine.types import Int64Array, Parameter

Float64Array = npt.NDArray[np.float64]
_PITCH_TOLERANCE_MIDI = 0.005  # half a cent
_STEPS_OF_AXIS = 4000  # of which nobody sees one
_N_EASE = 65  # points of an ease before it is thinned


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of a curve: ticks of the part, and a value in the parameter's unit."""

    ticks: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """Points to be joined by straight lines.

    ``ticks`` int64 [shape=(n,)] ascending, ``values`` float64 [shape=(n,)].
    """

    ticks: Int64Array
    values: Float64Array


def tolerance_of(parameter: Parameter) -> float:
    """How far a thinned curve may lie beside the drawn one: too little to be seen or heard."""
    axis = AXES.get(parameter)
    return _PITCH_TOLERANCE_MIDI if axis is None else (axis.high - axis.low) / _STEPS_OF_AXIS


def thinned(points: Points, tolerance: float) -> Points:
    """Fewer points, among them both ends, none of those left out further off than ``tolerance``.

    Parameters
    ----------
    points : Points
    tolerance : float
        In the unit of the values, measured upright.

    Returns
    -------
    Points

    Source: Ramer, Douglas and Peucker, with upright distances, which need no common scale of
    time and value.
    """
    ticks, values = points.ticks, points.values
    is_kept = np.zeros(len(ticks), dtype=np.bool_)
    is_kept[[0, -1]] = True
    open_spans = [(0, len(ticks) - 1)]
    while open_spans:
        low, high = open_spans.pop()
        if high - low < 2:
            continue
        inner = slice(low + 1, high)
        straight = np.interp(ticks[inner], ticks[[low, high]], values[[low, high]])
        apart = np.abs(values[inner] - straight)
        worst = int(np.argmax(apart))
        if apart[worst] > tolerance:
            middle = low + 1 + worst
            is_kept[middle] = True
            open_spans += [(low, middle), (middle, high)]
    return Points(ticks=ticks[is_kept], values=values[is_kept])


class FreeStroke:
    """What a pencil leaves: from each place of the hand a straight line to the next one.

    A hand that goes back draws over what it drew before; the stroke has a value at every tick that
    the hand has covered, and nowhere else.
    """

    def __init__(self, begin: Spot) -> None:
        self._ticks = [begin.ticks]
        self._values = [begin.value]
        self._hand = begin

    def move(self, to: Spot) -> None:
        """Draw on."""
        first, last = sorted((self._hand, to), key=lambda spot: spot.ticks)
        new = [(first.ticks, first.value), (last.ticks, last.value)]
        if first.ticks == last.ticks:
            new = [(to.ticks, to.value)]
        # What was drawn before ends one tick beside what is drawn over it.
        beside = []
        for ticks in (first.ticks - 1, last.ticks + 1):
            if self._ticks[0] <= ticks <= self._ticks[-1]:
                beside.append((ticks, float(np.interp(ticks, self._ticks, self._values))))
        low = bisect.bisect_left(self._ticks, first.ticks - 1)
        high = bisect.bisect_right(self._ticks, last.ticks + 1)
        merged = sorted(beside + new)
        self._ticks[low:high] = [ticks for ticks, _ in merged]
        self._values[low:high] = [value for _, value in merged]
        self._hand = to

    @property
    def points(self) -> Points:
        """All points."""
        return Points(
            ticks=np.array(self._ticks, dtype=np.int64),
            values=np.array(self._values, dtype=np.float64),
        )


def straight(one: Spot, other: Spot) -> Points:
    """A line from one place to another; of two at the same tick the second one."""
    if one.ticks == other.ticks:
        return Points(ticks=np.array([other.ticks], dtype=np.int64), values=np.array([other.value]))
    first, last = sorted((one, other), key=lambda spot: spot.ticks)
    return Points(
        ticks=np.array([first.ticks, last.ticks], dtype=np.int64),
        values=np.array([first.value, last.value]),
    )


def eased(one: Spot, other: Spot) -> Points:
    """A half wave from one place to another, level at both ends."""
    ends = straight(one, other)
    if len(ends.ticks) < 2:
        return ends
    first, last = ends.ticks
    ticks = np.unique(np.round(np.linspace(first, last, _N_EASE)).astype(np.int64))
    share = (1.0 - np.cos(np.pi * (ticks - first) / (last - first))) / 2.0
    # Weighed from both ends, so that each is met exactly.
    values = ends.values[0] * (1.0 - share) + ends.values[1] * share
    return Points(ticks=ticks, values=values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """The stretch of ticks that a hand has passed over, ends included."""

    first: int
    last: int

    def over(self, ticks: int) -> Sweep:
        """The stretch with another place in it."""
        return Sweep(first=min(self.first, ticks), last=max(self.last, ticks))
