"""Edits of the pitch and what is predicted from it: only around an edit does the prediction move.

A bank predicts breathiness, voicing and the like from the pitch that is sung, for a phrase as a
whole. What the user did not touch is to stay, so the phrase is predicted from the pitch that no
hand has touched, and only around each edit from the edited one. Every edit is heard by itself:
the result is a function of the song, whatever was drawn first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.render.curves import FrameClock
from engine.render.retakes import Step, retake_weights
from engine.timing import TempoMap
from engine.types import CurveLayers, Parameter, RangeTake

Float64Array = npt.NDArray[np.float64]

REACH_MS = 100.0  # around an edit; the prediction there fades in and out within it
MAX_STROKES = 8  # each costs a run of the model; edits nearest to each other are heard as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Strokes:
    """Where a phrase's pitch is edited: nowhere, in stretches, or all over."""

    steps: tuple[Step, ...] = ()
    is_everywhere: bool = False


def edited_ranges_ms(
    layers: CurveLayers | None, tempo: TempoMap, *, start_ms: float, end_ms: float
) -> list[tuple[float, float]]:
    """Stretches around the edits within a phrase, in order, apart from each other.

    Head and tail hold the phrase's first and last value, so an edit near an end reaches beyond.
    """
    if layers is None:
        return []
    found = sorted(
        (
            tempo.ticks_to_ms(int(segment.ticks[0])) - REACH_MS,
            tempo.ticks_to_ms(int(segment.ticks[-1])) + REACH_MS,
        )
        for segment in (*layers.drawn, *layers.offset)
        if len(segment.ticks)
    )
    joined: list[tuple[float, float]] = []
    for first_ms, last_ms in found:
        if last_ms <= start_ms or first_ms >= end_ms:
            continue
        first_ms = first_ms - 1000.0 if first_ms <= start_ms else first_ms
        last_ms = last_ms + 1000.0 if last_ms >= end_ms else last_ms
        if joined and first_ms <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last_ms))
        else:
            joined.append((first_ms, last_ms))
    while len(joined) > MAX_STROKES:
        gaps = [joined[i + 1][0] - joined[i][1] for i in range(len(joined) - 1)]
        at = int(np.argmin(gaps))
        joined[at : at + 2] = [(joined[at][0], joined[at + 1][1])]
    return joined


def find_strokes(
    ranges_ms: Sequence[tuple[float, float]],
    clock: FrameClock,
    tempo: TempoMap,
    *,
    is_moved: npt.NDArray[np.bool_],
    parameters: tuple[Parameter, ...],
    take: int,
) -> Strokes:
    """The stretches in which the predicted parameters follow an edit of the pitch.

    Parameters
    ----------
    ranges_ms : sequence of (float, float)
        Apart from each other.
    clock : FrameClock
    tempo : TempoMap
    is_moved : bool [shape=(T,)]
        Where the pitch with its edits is another than without.
    parameters : tuple of Parameter
    take : int
        The draw of the whole phrase, which an edit does not change.
    """
    steps = []
    for first_ms, last_ms in ranges_ms:
        stretch = RangeTake(
            first_ticks=tempo.ms_to_ticks(first_ms),
            last_ticks=tempo.ms_to_ticks(last_ms),
            parameters=parameters,
            take=take,
        )
        weights = retake_weights(stretch, clock, tempo)
        if is_moved[weights > 0.0].any():
            steps.append(Step(take=stretch, weights=weights, is_following=True))
    is_everywhere = any((step.weights >= 1.0).all() for step in steps)
    return Strokes(steps=() if is_everywhere else tuple(steps), is_everywhere=is_everywhere)
