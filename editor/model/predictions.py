"""What is predicted under what the user wrote, and where it has moved since.

Where something is drawn or shifted, the song keeps what was predicted there at that time
(``CurveLayers.reference``). When other edits move the prediction by more than one can see, the
stretch is marked; what was written stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from editor.model.project import Part
from editor.model.segments import Segments, clipped_ranges, joined_ranges, make_segment
from engine.render.curves import derive_energy
from engine.timing import TempoMap
from engine.types import CurveLayers, Float32Array, GeneratedPhrase, Int64Array, Parameter
from engine.units import HEAD_FRAMES, TAIL_FRAMES

Float64Array = npt.NDArray[np.float64]
Ranges = tuple[tuple[int, int], ...]

# By how much a prediction moves before it is marked.
VISIBLE: Mapping[Parameter, float] = MappingProxyType(
    {
        Parameter.PITCH: 0.25,
        Parameter.ENERGY: 1.5,
        Parameter.BREATHINESS: 1.5,
        Parameter.VOICING: 1.5,
        Parameter.TENSION: 0.5,
    }
)
_GRID_TICKS = 20
_EMPTY = CurveLayers()


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedMark:
    """A written stretch, first and last tick of the part, under which the prediction moved.

    ``most`` is the furthest move, with its sign, in the parameter's unit.
    """

    parameter: Parameter
    first_ticks: int
    last_ticks: int
    most: float


def predicted_at(
    part: Part, tempo: TempoMap, parameter: Parameter, ticks: Int64Array
) -> Float64Array:
    """What is predicted at some ticks of the part, as far as the song keeps it.

    Returns
    -------
    float64 [shape=(n,)]
        NaN where nothing is.
    """
    values = np.full(len(ticks), np.nan)
    times_ms = np.array([tempo.ticks_to_ms(part.start_ticks + place) for place in ticks.tolist()])
    for phrase in part.generated.values():
        found = _curve_of(phrase, parameter)
        if found is None:
            continue
        curve, frame_ms = found
        last_ms = phrase.start_ms + (len(curve) - HEAD_FRAMES - TAIL_FRAMES) * frame_ms
        inside = (times_ms >= phrase.start_ms) & (times_ms <= last_ms)
        if inside.any():
            frames = (times_ms[inside] - phrase.start_ms) / frame_ms + HEAD_FRAMES
            values[inside] = np.interp(frames, np.arange(len(curve)), curve)
    return values


def references(
    part: Part, tempo: TempoMap, parameter: Parameter, layers: CurveLayers, first: int, last: int
) -> Segments:
    """What is predicted under all that is drawn or shifted from tick ``first`` to ``last``."""
    if parameter not in VISIBLE or not part.generated:
        return ()
    written = joined_ranges(
        (int(segment.ticks[0]), int(segment.ticks[-1]))
        for segment in (*layers.drawn, *layers.offset)
    )
    made = []
    for low, high in clipped_ranges(written, first, last):
        inner = np.arange(low - low % _GRID_TICKS + _GRID_TICKS, high, _GRID_TICKS)
        ticks = np.unique(np.concatenate([[low], inner, [high]])).astype(np.int64)
        values = predicted_at(part, tempo, parameter, ticks)
        there = np.flatnonzero(np.isfinite(values))
        for run in np.split(there, np.flatnonzero(np.diff(there) > 1) + 1):
            if len(run):
                made.append(make_segment(ticks[run], values[run]))
    return tuple(made)


def moved_marks(
    part: Part, tempo: TempoMap, parameters: Iterable[Parameter] | None = None
) -> tuple[MovedMark, ...]:
    """Where the prediction moved under what is written, in order of place."""
    found = []
    for parameter in part.curves if parameters is None else parameters:
        for segment in part.curves.get(parameter, _EMPTY).reference:
            if parameter not in VISIBLE:
                continue
            now = predicted_at(part, tempo, parameter, segment.ticks)
            change = np.nan_to_num(now - segment.values, nan=0.0)
            is_moved = np.abs(change) > VISIBLE[parameter]
            if is_moved.any():
                places = np.flatnonzero(is_moved)
                most = int(np.argmax(np.abs(change)))
                found.append(
                    MovedMark(
                        parameter=parameter,
                        first_ticks=int(segment.ticks[max(0, places[0] - 1)]),
                        last_ticks=int(segment.ticks[min(len(now) - 1, places[-1] + 1)]),
                        most=float(change[most]),
                    )
                )
    return tuple(sorted(found, key=lambda mark: (mark.first_ticks, mark.last_ticks)))


def _curve_of(phrase: GeneratedPhrase, parameter: Parameter) -> tuple[Float32Array, float] | None:
    curve = phrase.curves.get(parameter)
    if curve is not None:
        return curve.values, curve.frame_ms
    if parameter is not Parameter.ENERGY:
        return None
    parts = [phrase.curves.get(name) for name in (Parameter.VOICING, Parameter.BREATHINESS)]
    voicing, breathiness = parts
    if voicing is None or breathiness is None or len(voicing.values) != len(breathiness.values):
        return None
    energy_db = derive_energy(voicing.values, breathiness.values)
    return energy_db.astype(np.float32), voicing.frame_ms
