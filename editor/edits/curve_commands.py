"""Commands on stretches of a curve: bake, smooth, scale, shift, and copies under other parameters.

Stretches are given as pairs of ticks (of the part) and values; see `editor.edits.curves`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import reduce
from math import isfinite
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from editor.edits import curves
from editor.edits.curves import CurveClip
from editor.edits.edit import Edit
from editor.errors import EditError
from editor.model.project import Project
from editor.model.segments import Segments
from engine.render.curves import LIMITS
from engine.types import CurveSegment, Parameter


class Around(StrEnum):
    """What stays where it is when a curve is scaled."""

    MEAN = "mean"
    BASE = "base"  # the written notes for pitch, the base of the axis else


Pair = tuple[npt.ArrayLike, npt.ArrayLike]  # ticks, values

MAX_FACTOR = 10.0
# How much one step raises or lowers.
STEPS: Mapping[Parameter, float] = MappingProxyType(
    {
        Parameter.PITCH: 0.1,
        Parameter.ENERGY: 1.0,
        Parameter.BREATHINESS: 1.0,
        Parameter.VOICING: 1.0,
        Parameter.TENSION: 0.25,
        Parameter.GENDER: 0.05,
        Parameter.VELOCITY: 0.05,
        Parameter.EXPRESSIVENESS: 0.05,
        Parameter.TONE_SHIFT: 1.0,
        Parameter.DYNAMICS: 1.0,
    }
)
_DB = frozenset({Parameter.ENERGY, Parameter.BREATHINESS, Parameter.VOICING, Parameter.DYNAMICS})


def bake_all(
    project: Project, part_id: str, parameter: Parameter, stretches: Iterable[Pair]
) -> Edit:
    """Make what is sung in some stretches what is drawn there."""
    return _each(project, stretches, lambda p, t, v: curves.bake(p, part_id, parameter, t, v))


def smooth_all(
    project: Project,
    part_id: str,
    parameter: Parameter,
    stretches: Iterable[Pair],
    *,
    radius_ticks: int = 30,
) -> Edit:
    """Draw the moving average of what is sung in some stretches."""
    return _each(
        project,
        stretches,
        lambda p, t, v: curves.smooth(p, part_id, parameter, t, v, radius_ticks=radius_ticks),
    )


def scale_all(
    project: Project,
    part_id: str,
    parameter: Parameter,
    stretches: Iterable[tuple[npt.ArrayLike, npt.ArrayLike, npt.ArrayLike]],
    *,
    factor: float,
) -> Edit:
    """Draw what is sung so many times as far from a middle; stretches name it as a third row.

    Raises
    ------
    EditError
        For a factor that is no number, below 0 or above `MAX_FACTOR`.
    """
    if not (isfinite(factor) and 0.0 <= factor <= MAX_FACTOR):
        raise EditError(
            f"A curve cannot be scaled by {factor}: choose from 0 to {MAX_FACTOR:g}.",
            code="bad-factor",
        )
    low, high = LIMITS[parameter]
    scaled = []
    for ticks, values, middle in stretches:
        around = np.asarray(middle, dtype=np.float64)
        wanted = around + factor * (np.asarray(values, dtype=np.float64) - around)
        scaled.append((ticks, np.clip(wanted, low, high)))
    edit = bake_all(project, part_id, parameter, scaled)
    return replace(edit, name=f"scale {parameter}")


def shift(
    project: Project, part_id: str, parameter: Parameter, first: int, last: int, amount: float
) -> Edit:
    """Raise or lower a stretch, relative to what is sung there."""
    ticks = [first, last] if last > first else [first]
    return curves.add_offset(project, part_id, parameter, ticks, [amount] * len(ticks))


def cut_range(project: Project, part_id: str, parameter: Parameter, first: int, last: int) -> Edit:
    """Take what the user wrote out of a stretch."""
    edit = curves.erase(project, part_id, parameter, first, last)
    return replace(edit, name=f"cut {parameter}")


def copy_of(
    project: Project,
    part_id: str,
    parameter: Parameter,
    first: int,
    last: int,
    heard: Iterable[Pair],
) -> CurveClip:
    """What the user wrote in a stretch; where that is nothing, what is sung there, as drawn."""
    clip = curves.copy_range(project, part_id, parameter, first, last)
    if clip.drawn or clip.offset:
        return clip
    baked = bake_all(project, part_id, parameter, heard)
    return curves.copy_range(baked.after, part_id, parameter, first, last)


def fits_as_it_is(one: Parameter, other: Parameter) -> bool:
    """Whether values of one parameter mean the same for another."""
    return one is other or {one, other} <= _DB


def mapped_clip(clip: CurveClip, parameter: Parameter) -> CurveClip:
    """A copy for another parameter; where units differ, range is mapped onto range.

    Raises
    ------
    EditError
        Between pitch and anything else: a key of the piano is no level.
    """
    if fits_as_it_is(clip.parameter, parameter):
        return replace(clip, parameter=parameter)
    if Parameter.PITCH in (clip.parameter, parameter):
        raise EditError(
            "Pitch and other curves cannot be pasted into each other: choose a lane.",
            code="bad-paste",
        )
    (low, high), (new_low, new_high) = LIMITS[clip.parameter], LIMITS[parameter]
    factor = (new_high - new_low) / (high - low)

    def mapped(segments: Segments, offset: float) -> Segments:
        return tuple(
            CurveSegment(ticks=s.ticks, values=_frozen(s.values * factor + offset))
            for s in segments
        )

    return replace(
        clip,
        parameter=parameter,
        drawn=mapped(clip.drawn, new_low - low * factor),
        offset=mapped(clip.offset, 0.0),
    )


def _frozen(values: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
    values = values.astype(np.float32)
    values.flags.writeable = False
    return values


def _each(
    project: Project,
    stretches: Iterable[Pair],
    make: Callable[[Project, npt.ArrayLike, npt.ArrayLike], Edit],
) -> Edit:
    """One edit of all stretches.

    Raises
    ------
    EditError
        When there are none.
    """
    pairs = list(stretches)
    if not pairs:
        raise EditError(
            "Nothing is sung there yet: wait until the phrase is sung, or choose notes.",
            code="nothing-sung",
        )
    first = make(project, *pairs[0])
    return reduce(lambda edit, pair: edit.then(make(edit.after, *pair)), pairs[1:], first)
