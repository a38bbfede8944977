"""Stretches of a phrase drawn anew: what lies outside of them stays, bit for bit (rule R-16)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from engine.cache.keys import Field, KeyHasher
from engine.render.curves import FrameClock, StoredCurve
from engine.timing import TempoMap
from engine.types import Float32Array, Parameter, RangeTake

Float64Array = npt.NDArray[np.float64]
Curves = Mapping[Parameter, Float32Array]

FADE_MS = 40.0  # inside a stretch, at either end; half of a shorter one


def retake_weights(take: RangeTake, clock: FrameClock, tempo: TempoMap) -> Float64Array:
    """Share of the new draw at each frame: 0 outside the stretch, 1 inside beyond the fades.

    Returns
    -------
    float64 [shape=(T,)]
    """
    first_ms, last_ms = tempo.ticks_to_ms(take.first_ticks), tempo.ticks_to_ms(take.last_ticks)
    fade_ms = max(1e-9, min(FADE_MS, (last_ms - first_ms) / 2.0))
    inside_ms = np.minimum(clock.times_ms - first_ms, last_ms - clock.times_ms)
    return np.clip(inside_ms / fade_ms, 0.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Step:
    """A stretch that is drawn anew, and how much of each frame is new, float64 [shape=(T,)].

    ``n_pitch_takes``: of the takes of pitch, those that a step of another stage hears.
    ``is_following``: nothing is drawn by another noise, the curves follow the pitch's take.
    """

    take: RangeTake
    weights: Float64Array
    n_pitch_takes: int = 0
    is_following: bool = False

    @property
    def fields(self) -> tuple[Field, ...]:
        """For keys: what is drawn anew here, and how."""
        names = tuple(str(name) for name in sorted(self.take.parameters))
        return (self.take.take, names, self.weights)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chain:
    """Curves of a stage as its model draws them: a phrase as a whole, then step after step.

    ``recall`` gives curves that were kept from an earlier time, by the number of steps they have.
    """

    steps: tuple[Step, ...]
    first: Callable[[], Curves]
    redraw: Callable[[Step, Curves], Curves]
    recall: Callable[[], Mapping[int, Curves]]
    _known: dict[int, Curves] = field(default_factory=dict)

    def after(self, n_steps: int) -> Curves:
        """Curves after the first of the steps; what is known is not made again."""
        if not self._known:
            self._known.update(self.recall())
        n_done = max((n for n in self._known if n <= n_steps), default=None)
        if n_done is None:
            n_done, self._known[0] = 0, self.first()
        values = self._known[n_done]
        for step in self.steps[n_done:n_steps]:
            values = laid_over(values, self.redraw(step, values), step)
        self._known[n_steps] = values
        return values


def chain_keys(key: str, steps: Sequence[Step]) -> tuple[str, ...]:
    """Keys of the curves after none, one, two and so on of the steps; the first is ``key``."""
    keys = [key]
    for step in steps:
        keys.append(KeyHasher("retake").add(keys[-1], *step.fields).hexdigest())
    return tuple(keys)


def variance_steps(
    found: Sequence[tuple[RangeTake, Float64Array]],
    predicted: Sequence[Parameter],
    *,
    has_pitch_takes: bool,
    own_take: int,
) -> tuple[Step, ...]:
    """Steps of the curves that are predicted from the pitch.

    Where the pitch is drawn anew, what is predicted from it follows it in that stretch, by the
    noise that the whole phrase has, and stays as it was elsewhere.

    Parameters
    ----------
    found : sequence of (RangeTake, float64 [shape=(T,)])
        Takes of any parameters in their order, and their weights.
    predicted : sequence of Parameter
    has_pitch_takes : bool
        Whether the pitch is drawn by a model, so that a take of it is one.
    own_take : int
        The draw of the whole phrase.
    """
    steps: list[Step] = []
    n_pitch_takes = 0
    for take, weights in found:
        own = tuple(name for name in predicted if name in take.parameters)
        if has_pitch_takes and Parameter.PITCH in take.parameters:
            n_pitch_takes += 1
            others = tuple(name for name in predicted if name not in own)
            if others:
                following = replace(take, parameters=others, take=own_take)
                steps.append(
                    Step(
                        take=following,
                        weights=weights,
                        n_pitch_takes=n_pitch_takes,
                        is_following=True,
                    )
                )
        if own:
            drawn = replace(take, parameters=own)
            steps.append(Step(take=drawn, weights=weights, n_pitch_takes=n_pitch_takes))
    return tuple(steps)


def newest_kept(
    key: Callable[[int], str],
    n_steps: int,
    stored: Mapping[Parameter, StoredCurve | None],
    *,
    n_frames: int,
    frame_ms: float,
) -> dict[int, dict[Parameter, Float32Array]]:
    """The kept curves by the number of steps that they have; nothing where they are none of these.

    So a new take leaves what was kept outside of its stretch as it is even on a computer whose
    models would now give it a little different.
    """
    curves = {name: kept.curve for name, kept in stored.items() if kept is not None}
    if len(curves) < len(stored) or not curves:
        return {}
    fits = all(
        len(curve.values) == n_frames and curve.frame_ms == frame_ms for curve in curves.values()
    )
    found = {curve.key for curve in curves.values()}
    if not fits or len(found) > 1:
        return {}
    wanted = found.pop()
    for n_done in range(n_steps, -1, -1):
        if key(n_done) == wanted:
            return {n_done: {name: curve.values for name, curve in curves.items()}}
    return {}


def laid_over(old: Curves, new: Curves, step: Step) -> dict[Parameter, Float32Array]:
    """Curves after a step; those that it is not of are the very same."""
    names = old.keys() & set(step.take.parameters)
    return dict(old) | {name: composited(old[name], new[name], step.weights) for name in names}


def composited(
    old: Float32Array, new: npt.NDArray[np.floating], weights: Float64Array
) -> Float32Array:
    """The new draw inside, the old one bit for bit outside, float32 [shape=(T,)]."""
    mixed = (1.0 - weights) * old + weights * new
    return np.where(weights > 0.0, mixed, old).astype(np.float32)
