"""Curve edits keep what lies outside them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from editor.edits import curves
from editor.errors import EditError
from editor.model.check import find_faults
from engine.types import CurveLayers, Parameter
from tests.unit.editor.songs import layers, sampled, song, strokes

ENERGY = Parameter.ENERGY


def drawn(project, layer="drawn"):
    found = project.tracks[0].parts[0].curves.get(ENERGY, CurveLayers())
    return sampled(getattr(found, layer), 0, 4000)


def outside(first, last):
    mask = np.ones(4001, bool)
    mask[first : last + 1] = False
    return mask


@given(old=layers(), stroke=strokes())
def test_a_stroke_replaces_what_is_under_it_and_nothing_else(old, stroke):
    project = song(curves={ENERGY: old})
    ticks, values = stroke
    edit = curves.draw(project, "part", ENERGY, ticks, values)
    before, after = drawn(project), drawn(edit.after)
    np.testing.assert_allclose(after[ticks], np.float32(values), atol=1e-4)
    rest = outside(ticks[0], ticks[-1])
    np.testing.assert_allclose(after[rest], before[rest], atol=1e-3, equal_nan=True)
    np.testing.assert_array_equal(drawn(edit.after, "offset"), drawn(project, "offset"))
    assert not find_faults(edit.after)


@given(old=layers(), stroke=strokes())
def test_offsets_add_up(old, stroke):
    project = song(curves={ENERGY: old})
    ticks, values = stroke
    edit = curves.add_offset(project, "part", ENERGY, ticks, values)
    before, after = drawn(project, "offset"), drawn(edit.after, "offset")
    span = np.arange(ticks[0], ticks[-1] + 1)
    wanted = np.nan_to_num(before[span]) + np.interp(span, ticks, values)
    np.testing.assert_allclose(after[span], wanted, atol=1e-3)
    rest = outside(ticks[0], ticks[-1])
    np.testing.assert_allclose(after[rest], before[rest], atol=1e-3, equal_nan=True)


@given(stroke=strokes())
def test_erasing_a_stroke_gives_the_untouched_curve_back(stroke):
    project = song()
    edit = curves.draw(project, "part", ENERGY, *stroke)
    back = curves.erase(edit.after, "part", ENERGY, stroke[0][0], stroke[0][-1])
    assert ENERGY not in back.after.tracks[0].parts[0].curves


@given(old=layers())
def test_a_copied_range_comes_back_when_pasted_in_place(old):
    project = song(curves={ENERGY: old})
    clip = curves.copy_range(project, "part", ENERGY, 200, 900)
    empty = curves.erase(project, "part", ENERGY, 200, 900).after
    back = curves.paste_range(empty, "part", clip, 200).after
    for layer in ("drawn", "offset"):
        np.testing.assert_allclose(
            drawn(back, layer), drawn(project, layer), atol=1e-3, equal_nan=True
        )


def test_baking_draws_what_is_sung_and_uses_the_offset_up():
    project = curves.add_offset(song(), "part", ENERGY, [0, 1000], [3, 3]).after
    edit = curves.bake(project, "part", ENERGY, [200, 400], [-20, -18])
    found = edit.after.tracks[0].parts[0].curves[ENERGY]
    assert np.isnan(sampled(found.offset, 200, 400)).all()
    assert sampled(found.offset, 100, 100) == [3]
    assert list(sampled(found.drawn, 200, 400)[[0, -1]]) == [-20, -18]


def test_smoothing_keeps_the_ends_and_calms_the_middle():
    ticks = np.arange(0, 401, 10)
    rough = np.where(np.arange(41) % 2, 1.0, -1.0)
    edit = curves.smooth(song(), "part", ENERGY, ticks, rough)
    values = sampled(edit.after.tracks[0].parts[0].curves[ENERGY].drawn, 0, 400)[::10]
    assert values[0] == rough[0]
    assert values[-1] == rough[-1]
    assert np.abs(values[8:-8]).max() < 0.4


def test_locks_join_and_open():
    project = curves.lock(song(), "part", ENERGY, 0, 500).after
    project = curves.lock(project, "part", ENERGY, 400, 900).after
    assert project.tracks[0].parts[0].curves[ENERGY].locked_ticks == ((0, 900),)
    project = curves.lock(project, "part", ENERGY, 100, 200, is_locked=False).after
    assert project.tracks[0].parts[0].curves[ENERGY].locked_ticks == ((0, 100), (200, 900))


def test_a_stroke_that_is_not_a_number_is_refused():
    with pytest.raises(EditError, match="energy stroke"):
        curves.draw(song(), "part", ENERGY, [0, 1], [0, float("nan")])


def test_erasing_nothing_is_no_edit():
    project = song()
    assert curves.erase(project, "part", ENERGY, 0, 100).is_nothing
