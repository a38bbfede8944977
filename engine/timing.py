"""The tempo map: ticks to milliseconds and back (contract 3.1)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from engine.errors import ScoreError

TICKS_PER_QUARTER = 480
MIN_BPM, MAX_BPM = 0.01, 1e6  # beyond these, times are no numbers any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """From ``start_ticks`` on, ``bpm`` quarter notes a minute."""

    start_ticks: int
    bpm: float


class TempoMap:
    """Piecewise constant tempo. Before tick 0 the first tempo extrapolates.

    Raises
    ------
    ScoreError
        When there is no tempo at tick 0, tempos are not in order, or one is not a tempo.
    """

    __slots__ = ("_ms", "_ms_per_tick", "_ticks", "tempos")

    def __init__(self, tempos: Sequence[Tempo]) -> None:
        self.tempos = tuple(tempos)
        if not self.tempos or self.tempos[0].start_ticks != 0:
            raise ScoreError(
                "The song has no tempo at its start: add one at tick 0.", code="no-first-tempo"
            )
        for tempo in self.tempos:
            if not MIN_BPM <= tempo.bpm <= MAX_BPM:  # also false for NaN
                raise ScoreError(
                    f"The tempo at tick {tempo.start_ticks} is {tempo.bpm:g} bpm: "
                    f"give it a value above 0, from {MIN_BPM:g} to {MAX_BPM:g}.",
                    code="bad-tempo",
                    start_ticks=tempo.start_ticks,
                    bpm=tempo.bpm,
                )
        ticks = [tempo.start_ticks for tempo in self.tempos]
        if any(after <= before for before, after in pairwise(ticks)):
            raise ScoreError(
                "Two tempos stand at one place or out of order: keep one for each place.",
                code="unordered-tempos",
            )
        self._ticks = ticks
        self._ms_per_tick = [60000.0 / (tempo.bpm * TICKS_PER_QUARTER) for tempo in self.tempos]
        self._ms = [0.0]
        for index in range(1, len(ticks)):
            span_ticks = ticks[index] - ticks[index - 1]
            self._ms.append(self._ms[-1] + span_ticks * self._ms_per_tick[index - 1])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TempoMap) and self.tempos == other.tempos

    def __hash__(self) -> int:
        return hash(self.tempos)

    def ticks_to_ms(self, ticks: float) -> float:
        """Time of an absolute position in ticks."""
        index = max(0, bisect_right(self._ticks, ticks) - 1)
        return self._ms[index] + (ticks - self._ticks[index]) * self._ms_per_tick[index]

    def ms_to_ticks_exact(self, time_ms: float) -> float:
        """Fractional tick position of a time."""
        index = max(0, bisect_right(self._ms, time_ms) - 1)
        return self._ticks[index] + (time_ms - self._ms[index]) / self._ms_per_tick[index]

    def ms_to_ticks(self, time_ms: float) -> int:
        """Tick position of a time, rounded half to even (contract 3.1)."""
        return round(self.ms_to_ticks_exact(time_ms))

    def ms_to_ticks_array(self, times_ms: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Fractional tick positions of many times, float64, same shape."""
        times = np.asarray(times_ms, dtype=np.float64)
        starts_ms = np.asarray(self._ms)
        index = np.maximum(0, np.searchsorted(starts_ms, times, side="right") - 1)
        ticks = np.asarray(self._ticks, dtype=np.float64)
        ms_per_tick = np.asarray(self._ms_per_tick, dtype=np.float64)
        return np.asarray(ticks[index] + (times - starts_ms[index]) / ms_per_tick[index])
