"""Curves in their real units: draw, offset, erase, lock, bake, copy and paste.

Ranges are ticks of the part, first and last included for curves, last excluded for locks. At all
ticks outside a range, and between them, values stay what they were bit for bit (see
``editor.model.segments``); the step to the new values takes place within one tick of the range.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.lookup import find_part, with_part
from editor.model.predictions import references
from editor.model.project import Part, Project
from editor.model.segments import (
    Segments,
    cut_ranges,
    joined_ranges,
    make_segment,
    moved,
    replaced,
    sum_of,
    within,
    without,
)
from engine.timing import TempoMap
from engine.types import CurveLayers, CurveSegment, Parameter

_EMPTY = CurveLayers()
LAYERS = ("drawn", "offset")


def draw(
    project: Project,
    part_id: str,
    parameter: Parameter,
    ticks: npt.ArrayLike,
    values: npt.ArrayLike,
) -> Edit:
    """Draw absolute values in place of what was drawn there.

    Parameters
    ----------
    ticks : int64 [shape=(n,)], of the part
    values : float [shape=(n,)], real unit of the parameter

    Raises
    ------
    EditError
        When a value is not a number.
    """
    stroke = _stroke(parameter, ticks, values)
    first, last = _span(stroke)
    return _edited(
        project,
        part_id,
        parameter,
        "draw",
        (first, last),
        lambda layers: replace(layers, drawn=replaced(layers.drawn, (stroke,), first, last)),
    )


def draw_pieces(
    project: Project,
    part_id: str,
    parameter: Parameter,
    pieces: Sequence[tuple[npt.ArrayLike, npt.ArrayLike]],
    first: int,
    last: int,
) -> Edit:
    """Draw several pieces in place of all that was drawn from ``first`` to ``last``.

    Parameters
    ----------
    pieces : sequence of pairs
        Ticks and values of each, within the range; none takes away what was drawn.
    first, last : int
        Ticks of the part.

    Raises
    ------
    EditError
        When a value is not a number, or the range ends before it begins.
    """
    _check_range(parameter, first, last)
    strokes = tuple(_stroke(parameter, ticks, values) for ticks, values in pieces)
    return _edited(
        project,
        part_id,
        parameter,
        "anchor",
        (first, last),
        lambda layers: replace(layers, drawn=replaced(layers.drawn, strokes, first, last)),
    )


def add_offset(
    project: Project,
    part_id: str,
    parameter: Parameter,
    ticks: npt.ArrayLike,
    values: npt.ArrayLike,
) -> Edit:
    """Raise or lower a stretch relative to what is sung there; adds to earlier offsets."""
    stroke = _stroke(parameter, ticks, values)
    first, last = _span(stroke)

    def change(layers: CurveLayers) -> CurveLayers:
        total = sum_of(layers.offset, stroke)
        return replace(layers, offset=replaced(layers.offset, (total,), first, last))

    return _edited(project, part_id, parameter, "move", (first, last), change)


def erase(
    project: Project,
    part_id: str,
    parameter: Parameter,
    first: int,
    last: int,
    *,
    layers: Collection[str] = LAYERS,
) -> Edit:
    """Give a stretch back to what was generated.

    Raises
    ------
    EditError
        For a range that ends before it begins, or a layer that is none.
    """
    unknown = set(layers) - set(LAYERS)
    if unknown:
        raise EditError(
            f"A curve has no layer {', '.join(sorted(unknown))}: choose among {', '.join(LAYERS)}.",
            code="no-such-layer",
        )
    _check_range(parameter, first, last)

    def change(old: CurveLayers) -> CurveLayers:
        drawn = without(old.drawn, first, last) if "drawn" in layers else old.drawn
        offset = without(old.offset, first, last) if "offset" in layers else old.offset
        return replace(old, drawn=drawn, offset=offset)

    return _edited(project, part_id, parameter, "erase", (first, last), change)


def lock(
    project: Project,
    part_id: str,
    parameter: Parameter,
    first: int,
    last: int,
    *,
    is_locked: bool = True,
) -> Edit:
    """Keep the generated values of a stretch from changing, or set it free.

    Raises
    ------
    EditError
        For a range that is empty or ends before it begins.
    """
    _check_range(parameter, first, last - 1)

    def change(old: CurveLayers) -> CurveLayers:
        if is_locked:
            ranges = joined_ranges((*old.locked_ticks, (first, last)))
        else:
            ranges = cut_ranges(old.locked_ticks, first, last)
        return replace(old, locked_ticks=ranges)

    name = "lock" if is_locked else "unlock"
    return _edited(project, part_id, parameter, name, (first, last), change)


def bake(
    project: Project,
    part_id: str,
    parameter: Parameter,
    ticks: npt.ArrayLike,
    sung: npt.ArrayLike,
) -> Edit:
    """Make what is sung what is drawn; the offset there is used up."""
    stroke = _stroke(parameter, ticks, sung)
    first, last = _span(stroke)

    def change(old: CurveLayers) -> CurveLayers:
        return replace(
            old,
            drawn=replaced(old.drawn, (stroke,), first, last),
            offset=without(old.offset, first, last),
        )

    return _edited(project, part_id, parameter, "bake", (first, last), change)


def smooth(
    project: Project,
    part_id: str,
    parameter: Parameter,
    ticks: npt.ArrayLike,
    sung: npt.ArrayLike,
    *,
    radius_ticks: int = 30,
) -> Edit:
    """Draw the moving average of what is sung; the ends stay where they are.

    Raises
    ------
    EditError
        For a width below nothing.
    """
    if radius_ticks < 0:
        raise EditError(
            f"A curve cannot be smoothed over {radius_ticks} ticks: choose 0 or more.",
            code="bad-range",
        )
    stroke = _stroke(parameter, ticks, sung)
    first, last = _span(stroke)
    grid = np.arange(first, last + 1)
    level = np.interp(grid, stroke.ticks, stroke.values)
    # Narrower towards the ends, so that the curve meets its surroundings.
    reach = np.minimum(radius_ticks, np.minimum(grid - first, last - grid))
    total = np.concatenate([[0.0], np.cumsum(level)])
    index = np.arange(len(grid))
    mean = (total[index + reach + 1] - total[index - reach]) / (2 * reach + 1)
    at = np.interp(stroke.ticks, grid, mean)
    edit = bake(project, part_id, parameter, stroke.ticks, at)
    return replace(edit, name=f"smooth {parameter}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CurveClip:
    """A copied stretch, its ticks counted from its start."""

    parameter: Parameter
    length_ticks: int
    drawn: Segments
    offset: Segments


def copy_range(
    project: Project, part_id: str, parameter: Parameter, first: int, last: int
) -> CurveClip:
    """What the user wrote in a stretch.

    Raises
    ------
    EditError
        For a range that ends before it begins.
    """
    _check_range(parameter, first, last)
    layers = find_part(project, part_id).curves.get(parameter, _EMPTY)
    return CurveClip(
        parameter=parameter,
        length_ticks=last - first,
        drawn=moved(within(layers.drawn, first, last), -first),
        offset=moved(within(layers.offset, first, last), -first),
    )


def paste_range(
    project: Project,
    part_id: str,
    clip: CurveClip,
    at_ticks: int,
    *,
    parameter: Parameter | None = None,
) -> Edit:
    """Put a copied stretch in another place, or under another parameter of the same unit."""
    target = parameter or clip.parameter
    last = at_ticks + clip.length_ticks

    def change(old: CurveLayers) -> CurveLayers:
        return replace(
            old,
            drawn=replaced(old.drawn, moved(clip.drawn, at_ticks), at_ticks, last),
            offset=replaced(old.offset, moved(clip.offset, at_ticks), at_ticks, last),
        )

    return _edited(project, part_id, target, "paste", (at_ticks, last), change)


def _stroke(parameter: Parameter, ticks: npt.ArrayLike, values: npt.ArrayLike) -> CurveSegment:
    try:
        return make_segment(ticks, values)
    except ValueError as error:
        raise EditError(
            f"The {parameter} stroke cannot be taken over ({error}): draw it again.",
            code="bad-stroke",
            parameter=str(parameter),
        ) from error


def _check_range(parameter: Parameter, first: int, last: int) -> None:
    if first > last:
        raise EditError(
            f"The range of the {parameter} curve is empty or ends before it begins (from tick "
            f"{first}): choose it again.",
            code="bad-range",
            parameter=str(parameter),
        )


def _span(segment: CurveSegment) -> tuple[int, int]:
    return int(segment.ticks[0]), int(segment.ticks[-1])


def accept_prediction(project: Project, part_id: str, first: int, last: int) -> Edit:
    """Take what is predicted now below written stretches for granted: their marks go.

    Raises
    ------
    EditError
        When the part is gone.
    """
    tempo = TempoMap(project.tempos)

    def change(part: Part) -> Part:
        curves = {
            name: _with_reference(part, tempo, name, layers, first, last)
            for name, layers in part.curves.items()
        }
        return replace(part, curves=MappingProxyType(curves))

    find_part(project, part_id)
    after = with_part(project, part_id, change)
    focus = Focus(part_id=part_id, ticks=(first, last))
    return make_edit("accept prediction", project, after, focus)


def _with_reference(
    part: Part, tempo: TempoMap, parameter: Parameter, layers: CurveLayers, first: int, last: int
) -> CurveLayers:
    """Layers that know what is predicted now below what is written in a stretch."""
    now = references(part, tempo, parameter, layers, first, last)
    if not (now or layers.reference):
        return layers
    return replace(layers, reference=replaced(layers.reference, now, first, last))


def _edited(
    project: Project,
    part_id: str,
    parameter: Parameter,
    name: str,
    ticks: tuple[int, int],
    change: Callable[[CurveLayers], CurveLayers],
) -> Edit:
    """An edit of one parameter's layers; layers that are empty after it go."""
    tempo = TempoMap(project.tempos)

    def with_layers(part: Part) -> Part:
        layers = change(part.curves.get(parameter, _EMPTY))
        layers = _with_reference(part, tempo, parameter, layers, *ticks)
        curves = {**part.curves, parameter: layers}
        if not (layers.drawn or layers.offset or layers.locked_ticks):
            del curves[parameter]
        return replace(part, curves=MappingProxyType(curves))

    after = with_part(project, part_id, with_layers)
    focus = Focus(part_id=part_id, ticks=ticks, parameter=parameter)
    return make_edit(f"{name} {parameter}", project, after, focus)
