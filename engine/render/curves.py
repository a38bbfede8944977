"""Parameters on frame times: sung = (drawn where drawn, else generated) + offset, clamped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from engine.cache.keys import KeyHasher
from engine.errors import ScoreError
from engine.timing import TempoMap
from engine.types import (
    CurveLayers,
    CurveSegment,
    Float32Array,
    GeneratedCurve,
    GeneratedPhrase,
    Parameter,
)
from engine.units import DB_FLOOR, HEAD_FRAMES, TENSION_LIMIT, db_to_ratio

Float64Array = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

LIMITS: Mapping[Parameter, tuple[float, float]] = MappingProxyType(
    {
        Parameter.PITCH: (0.0, 127.0),
        Parameter.ENERGY: (DB_FLOOR, 0.0),
        Parameter.BREATHINESS: (DB_FLOOR, 0.0),
        Parameter.VOICING: (DB_FLOOR, 0.0),
        Parameter.TENSION: (-TENSION_LIMIT, TENSION_LIMIT),
        Parameter.GENDER: (-1.0, 1.0),
        Parameter.VELOCITY: (0.125, 8.0),
        Parameter.EXPRESSIVENESS: (0.0, 1.0),
        Parameter.TONE_SHIFT: (-24.0, 24.0),
        Parameter.DYNAMICS: (DB_FLOOR, 24.0),
    }
)
# Where nothing is drawn and no model predicts.
NEUTRAL: Mapping[Parameter, float] = MappingProxyType(
    {
        Parameter.GENDER: 0.0,
        Parameter.VELOCITY: 1.0,
        Parameter.EXPRESSIVENESS: 1.0,
        Parameter.TONE_SHIFT: 0.0,
        Parameter.DYNAMICS: 0.0,
    }
)
LOCK_FADE_MS = 60.0  # cross-fade outside a locked range (rule R-16)
_EDGE_TICKS = 2.0  # phoneme ends are rounded to ticks; a curve to the end of the phrase holds


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FrameClock:
    """Times of a phrase's frames, and the tick at which each reads its curves.

    ``times_ms`` float64 [shape=(T,)], absolute. ``ticks`` float64 [shape=(T,)]: head and tail
    frames read the phrase's first and last tick (contract 4.2).
    """

    times_ms: Float64Array
    ticks: Float64Array

    @classmethod
    def of_phrase(
        cls, times_ms: Float64Array, *, start_ms: float, end_ms: float, tempo: TempoMap
    ) -> FrameClock:
        """Clock of frames around a phrase from ``start_ms`` to ``end_ms``."""
        inside_ms = np.clip(times_ms, start_ms, end_ms)
        return cls(times_ms=times_ms, ticks=tempo.ms_to_ticks_array(inside_ms))


def sample_segments(
    segments: Sequence[CurveSegment], ticks: Float64Array, *, what: str
) -> Float64Array:
    """Values where segments lie, NaN elsewhere; a later segment covers an earlier one.

    Parameters
    ----------
    segments : sequence of CurveSegment
    ticks : float64 [shape=(T,)], absolute
    what : str
        Name of the curve, for the sentence.

    Returns
    -------
    float64 [shape=(T,)]

    Raises
    ------
    ScoreError
        When a segment that is sung here holds a value that is not a number.
    """
    values = np.full(len(ticks), np.nan)
    for segment in segments:
        if not len(segment.ticks):
            continue
        first, last = float(segment.ticks[0]), float(segment.ticks[-1])
        inside = (ticks >= first - _EDGE_TICKS) & (ticks <= last + _EDGE_TICKS)
        if not inside.any():
            continue
        if not np.isfinite(segment.values).all():
            where = int(segment.ticks[int(np.argmin(np.isfinite(segment.values)))])
            raise ScoreError(
                f"The {what} curve holds a value at tick {where} that is not a number: "
                "erase it there and draw it again.",
                code="curve-not-a-number",
                parameter=what,
                start_ticks=where,
            )
        values[inside] = np.interp(ticks[inside], segment.ticks, segment.values)
    return values


def sung_values(
    layers: CurveLayers | None,
    generated: npt.NDArray[np.floating],
    ticks: Float64Array,
    parameter: Parameter,
) -> Float64Array:
    """What is sung: drawn over generated, plus offset, within the physical range.

    Parameters
    ----------
    layers : CurveLayers, optional
    generated : float [shape=(T,)], in the parameter's unit
    ticks : float64 [shape=(T,)], absolute
    parameter : Parameter

    Returns
    -------
    float64 [shape=(T,)]
    """
    values = np.asarray(generated, dtype=np.float64)
    if layers is not None:
        drawn = sample_segments(layers.drawn, ticks, what=parameter)
        offset = sample_segments(layers.offset, ticks, what=parameter)
        values = np.where(np.isnan(drawn), values, drawn) + np.nan_to_num(offset, nan=0.0)
    low, high = LIMITS[parameter]
    return np.clip(values, low, high)


def neutral_values(
    curves: Mapping[Parameter, CurveLayers], ticks: Float64Array, parameter: Parameter
) -> Float64Array:
    """Sung values of a parameter that no model predicts, float64 [shape=(T,)]."""
    base = np.full(len(ticks), NEUTRAL[parameter])
    return sung_values(curves.get(parameter), base, ticks, parameter)


def derive_energy(
    voicing_db: npt.NDArray[np.floating], breathiness_db: npt.NDArray[np.floating]
) -> Float64Array:
    """Level of the whole from its harmonic and aperiodic parts (design section 3).

    Parameters
    ----------
    voicing_db, breathiness_db : float [shape=(T,)], dB

    Returns
    -------
    float64 [shape=(T,)], dB
        ``10 * log10(10**(voicing / 10) + 10**(breathiness / 10))``.
    """
    powers = np.logaddexp(
        np.asarray(voicing_db, dtype=np.float64) * (np.log(10.0) / 10.0),
        np.asarray(breathiness_db, dtype=np.float64) * (np.log(10.0) / 10.0),
    )
    return np.asarray(powers * (10.0 / np.log(10.0)))


def apply_derived_energy(
    layers: CurveLayers | None,
    voicing_db: Float64Array,
    breathiness_db: Float64Array,
    ticks: Float64Array,
) -> tuple[Float64Array, Float64Array]:
    """Voicing and breathiness after an edit of energy, which moves both by the same dB."""
    if layers is None:
        return voicing_db, breathiness_db
    energy_db = derive_energy(voicing_db, breathiness_db)
    moved_db = sung_values(layers, energy_db, ticks, Parameter.ENERGY) - np.clip(
        energy_db, *LIMITS[Parameter.ENERGY]
    )
    return (
        np.clip(voicing_db + moved_db, *LIMITS[Parameter.VOICING]),
        np.clip(breathiness_db + moved_db, *LIMITS[Parameter.BREATHINESS]),
    )


def dynamics_ratio(layers: CurveLayers | None, clock: FrameClock) -> Float32Array | None:
    """Gain of each sample, or None where nothing is written.

    Head and tail hold the value at the phrase's edge (contract 4.4), so that a faded end stays
    faded. The floor of the range is silence.

    Parameters
    ----------
    layers : CurveLayers, optional
    clock : FrameClock
        With one entry for each sample.

    Returns
    -------
    float32 [shape=(n_samples,)]
    """
    if layers is None or not (layers.drawn or layers.offset):
        return None
    level_db = sung_values(layers, np.zeros(len(clock.ticks)), clock.ticks, Parameter.DYNAMICS)
    ratio = np.where(level_db <= LIMITS[Parameter.DYNAMICS][0], 0.0, db_to_ratio(level_db))
    return ratio.astype(np.float32)


def resample_frames(
    values: npt.NDArray[np.floating], from_ms: Float64Array, to_ms: Float64Array
) -> Float64Array:
    """A curve on other frame times, straight between frames, held at both ends (4.4)."""
    if len(from_ms) == len(to_ms) and np.array_equal(from_ms, to_ms):
        return np.asarray(values, dtype=np.float64)
    return np.asarray(np.interp(to_ms, from_ms, values))


# --------------------------------------------------------------------------- generated curves


def lock_weights(
    ranges_ticks: Sequence[tuple[int, int]], clock: FrameClock, tempo: TempoMap
) -> Float64Array:
    """1 inside locked ranges, falling to 0 within ``LOCK_FADE_MS`` outside, float64 [T]."""
    weights = np.zeros(len(clock.times_ms))
    for start_ticks, end_ticks in ranges_ticks:
        start_ms, end_ms = tempo.ticks_to_ms(start_ticks), tempo.ticks_to_ms(end_ticks)
        distance_ms = np.maximum(start_ms - clock.times_ms, clock.times_ms - end_ms)
        weights = np.maximum(weights, np.clip(1.0 - distance_ms / LOCK_FADE_MS, 0.0, 1.0))
    return weights


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StoredCurve:
    """What the project kept of one parameter, as it bears on the phrase of today.

    ``weights`` float64 [T] are the lock's; ``values`` float32 [T] the kept curve at today's
    frame times, of which only those with a weight count.
    """

    curve: GeneratedCurve
    values: Float32Array
    weights: Float64Array

    @property
    def has_lock(self) -> bool:
        """Whether any frame stays as it was kept."""
        return bool((self.weights >= 1.0).any())

    def holds(self, key: str) -> bool:
        """Whether locked frames are older than curves of that key."""
        return self.has_lock and self.curve.key != key

    def locked(self, key: str, values: Float32Array) -> Float32Array:
        """Values made under a key, with the locked frames as they were kept, float32 [T]."""
        if not self.holds(key):
            return values
        mixed = self.weights * self.values + (1.0 - self.weights) * values
        return np.where(self.weights >= 1.0, self.values, mixed).astype(np.float32)


def stored_curve(
    kept: GeneratedPhrase | None,
    parameter: Parameter,
    ranges_ticks: Sequence[tuple[int, int]],
    clock: FrameClock,
    tempo: TempoMap,
) -> StoredCurve | None:
    """The kept curve of one parameter; a lock has no say where nothing was kept."""
    curve = kept.curves.get(parameter) if kept is not None else None
    if kept is None or curve is None or not np.isfinite(curve.values).all():
        return None
    index = np.arange(len(curve.values), dtype=np.float64)
    kept_ms = kept.start_ms + (index - HEAD_FRAMES) * curve.frame_ms
    weights = (
        lock_weights(ranges_ticks, clock, tempo) if ranges_ticks else np.zeros(len(clock.times_ms))
    )
    if weights.any() and len(kept_ms):
        reach_ms = curve.frame_ms
        covered = (clock.times_ms >= kept_ms[0] - reach_ms) & (
            clock.times_ms <= kept_ms[-1] + reach_ms
        )
        weights = weights * covered
        values = np.interp(clock.times_ms, kept_ms, curve.values).astype(np.float32)
    else:
        values = np.zeros(len(clock.times_ms), dtype=np.float32)
    return StoredCurve(curve=curve, values=values, weights=weights)


def settle_curves(
    key: str,
    stored: Mapping[Parameter, StoredCurve | None],
    make: Callable[[], Mapping[Parameter, Float32Array]],
    *,
    n_frames: int,
    frame_ms: float,
) -> dict[Parameter, GeneratedCurve]:
    """Kept curves where they are fresh, else new ones, with locked ranges left as they were.

    Parameters
    ----------
    key : str
        Digest of all that the stage would make its curves from.
    stored : parameter to kept curve
        The parameters of the stage.
    make : callable
        Runs the stage; not called when every curve is fresh.
    n_frames : int
    frame_ms : float

    Returns
    -------
    parameter to GeneratedCurve
        A curve with locked frames that are older than the rest has a key of its own, so that it
        is fresh as long as the lock stays and stale once the lock goes.
    """
    wanted_keys = {}
    for parameter, kept in stored.items():
        wanted_keys[parameter] = key
        if kept is not None and kept.holds(key):
            locked = kept.weights >= 1.0
            wanted_keys[parameter] = (
                KeyHasher("lock").add(key, locked, kept.values[locked]).hexdigest()
            )
    fresh = {
        parameter: kept.curve
        for parameter, kept in stored.items()
        if kept is not None
        and kept.curve.key == wanted_keys[parameter]
        and len(kept.curve.values) == n_frames
        and kept.curve.frame_ms == frame_ms
    }
    if len(fresh) == len(stored):
        return fresh
    made = make()
    result = {}
    for parameter, kept in stored.items():
        if parameter in fresh:
            result[parameter] = fresh[parameter]
            continue
        values = made[parameter]
        if kept is not None:
            values = kept.locked(key, values)
        values = np.ascontiguousarray(values, dtype=np.float32)
        if values.flags.writeable:
            values.flags.writeable = False
        result[parameter] = GeneratedCurve(
            key=wanted_keys[parameter], values=values, frame_ms=frame_ms
        )
    return result
