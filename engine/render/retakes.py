"""Stretches of a phrase drawn anew: what lies outside of them stays, bit for bit (rule R-16)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from engine.cache.keys import KeyHasher
from engine.render.curves import FrameClock, StoredCurve
from engine.timing import TempoMap
from engine.types import Float32Array, Parameter, RangeTake

Float64Array = npt.NDArray[np.float64]

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


def chain_keys(
    key: str, takes: Sequence[RangeTake], weights: Sequence[Float64Array]
) -> tuple[str, ...]:
    """Keys of the curves after none, one, two and so on of the takes; the first is ``key``."""
    keys = [key]
    for take, weight in zip(takes, weights, strict=True):
        names = tuple(str(name) for name in sorted(take.parameters))
        keys.append(KeyHasher("retake").add(keys[-1], take.take, names, weight).hexdigest())
    return tuple(keys)


def newest_kept(
    keys: Sequence[str],
    stored: Mapping[Parameter, StoredCurve | None],
    *,
    n_frames: int,
    frame_ms: float,
) -> tuple[int, dict[Parameter, Float32Array]] | None:
    """How many of the takes the kept curves already have, and those curves.

    So a new take leaves what was kept outside of its stretch as it is even on a computer whose
    models would now give it a little different.
    """
    curves = {name: kept.curve for name, kept in stored.items() if kept is not None}
    if len(curves) < len(stored) or not curves:
        return None
    fits = all(
        len(curve.values) == n_frames and curve.frame_ms == frame_ms for curve in curves.values()
    )
    found = {curve.key for curve in curves.values()}
    if not fits or len(found) > 1 or not found <= set(keys):
        return None
    return keys.index(found.pop()), {name: curve.values for name, curve in curves.items()}


def composited(
    old: Float32Array, new: npt.NDArray[np.floating], weights: Float64Array
) -> Float32Array:
    """The new draw inside, the old one bit for bit outside, float32 [shape=(T,)]."""
    mixed = (1.0 - weights) * old + weights * new
    return np.where(weights > 0.0, mixed, old).astype(np.float32)
