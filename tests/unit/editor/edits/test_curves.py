"""Curve edits keep what lies outside them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import curves
from editor.errors import EditError
from editor.model.check import find_faults
from engine.render.curves import sample_segments
from engine.types import CurveLayers, CurveSegment, Parameter
from tests.unit.editor.songs import assert_refused, layers, sampled, song, strokes

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


def between(first, last):
    """Places as frames have them, between ticks and on them, not in the steps to a range."""
    places = np.concatenate([np.arange(0, 4000), np.arange(0, 4000) + 0.37]).astype(np.float64)
    return places[(places <= first - 1) | (places >= last + 1)]


def as_sung(project, layer, places):
    """What the engine would read, but without the two ticks that it reads beyond a line's ends."""
    found = project.tracks[0].parts[0].curves.get(ENERGY, CurveLayers())
    values = np.full(len(places), np.nan)
    for segment in getattr(found, layer):
        inside = (places >= segment.ticks[0]) & (places <= segment.ticks[-1])
        values[inside] = np.interp(places[inside], segment.ticks, segment.values)
    return np.float32(values)


EDITS = {
    "draw": lambda p, first, last: curves.draw(p, "part", ENERGY, [first, last], [-3.3, -7.7]),
    "offset": lambda p, first, last: curves.add_offset(
        p, "part", ENERGY, [first, last], [-3.3, 7.7]
    ),
    "erase": lambda p, first, last: curves.erase(p, "part", ENERGY, first, last),
    "bake": lambda p, first, last: curves.bake(p, "part", ENERGY, [first, last], [-3.3, 0.1]),
    "paste": lambda p, first, last: curves.paste_range(
        p, "part", curves.copy_range(p, "part", ENERGY, 700, 700 + last - first), first
    ),
    "lock": lambda p, first, last: curves.lock(p, "part", ENERGY, first, last + 1),
}


@given(
    old=layers(),
    steps=st.lists(
        st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 2500), st.integers(0, 700)),
        min_size=1,
        max_size=5,
    ),
)
def test_no_frame_outside_a_range_moves_by_one_bit(old, steps):
    project = song(curves={ENERGY: old})
    for name, first, length in steps:
        after = EDITS[name](project, first, first + length).after
        places = between(first, first + length)
        for layer in ("drawn", "offset"):
            np.testing.assert_array_equal(
                as_sung(after, layer, places), as_sung(project, layer, places)
            )
        project = after


@given(old=layers(), stroke=strokes())
def test_the_engine_reads_the_same_two_ticks_from_a_stroke(old, stroke):
    project = song(curves={ENERGY: old})
    edit = curves.draw(project, "part", ENERGY, *stroke)
    places = between(stroke[0][0] - 2, stroke[0][-1] + 2)

    def read(p):
        found = p.tracks[0].parts[0].curves.get(ENERGY, CurveLayers())
        return np.float32(sample_segments(found.drawn, places, what="energy"))

    np.testing.assert_array_equal(read(edit.after), read(project))


@given(old=layers(), stroke=strokes())
def test_erasing_a_stroke_where_nothing_was_gives_the_layers_before(old, stroke):
    project = song(curves={ENERGY: old})
    first, last = stroke[0][0], stroke[0][-1]
    bare = curves.erase(project, "part", ENERGY, first, last).after
    drawn_on = curves.draw(bare, "part", ENERGY, *stroke)
    back = curves.erase(drawn_on.after, "part", ENERGY, first, last)
    assert back.is_nothing == (drawn_on.after is back.after)
    was = bare.tracks[0].parts[0].curves.get(ENERGY, CurveLayers())
    now = back.after.tracks[0].parts[0].curves.get(ENERGY, CurveLayers())
    assert now == was


def test_an_imported_line_off_the_grid_moves_no_further_than_a_step_of_float32():
    line = CurveSegment(
        ticks=np.array([0, 333, 1000]), values=np.array([0.1, 60.123, 61.7], np.float32)
    )
    project = song(curves={ENERGY: CurveLayers(drawn=(line,))})
    edit = curves.erase(project, "part", ENERGY, 500, 600)
    places = between(500, 600)
    before, after = (as_sung(p, "drawn", places) for p in (project, edit.after))
    far = places <= 333
    np.testing.assert_array_equal(after[far], before[far])
    np.testing.assert_array_max_ulp(
        np.nan_to_num(after), np.nan_to_num(before), maxulp=1, dtype=np.float32
    )
    assert edit.changes.parts["part"].curves[ENERGY] == ((500, 600),)


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: curves.draw(p, "part", ENERGY, [0, 1.5], [0, 1]),
        lambda p: curves.draw(p, "part", ENERGY, [0, float("nan")], [0, 1]),
        lambda p: curves.draw(p, "part", ENERGY, [0, 10**12], [0, 1]),
        lambda p: curves.draw(p, "part", ENERGY, [0, 1], [0, 1e39]),
        lambda p: curves.draw(p, "part", ENERGY, [], []),
        lambda p: curves.draw(p, "part", ENERGY, [0, 1], [0]),
        lambda p: curves.draw(p, "gone", ENERGY, [0], [0]),
        lambda p: curves.erase(p, "part", ENERGY, 5, 4),
        lambda p: curves.erase(p, "part", ENERGY, 0, 9, layers=["generated"]),
        lambda p: curves.lock(p, "part", ENERGY, 5, 5),
        lambda p: curves.copy_range(p, "part", ENERGY, 5, 4),
        lambda p: curves.smooth(p, "part", ENERGY, [0, 9], [0, 9], radius_ticks=-1),
    ],
)
def test_a_curve_edit_that_cannot_be_is_refused(bad):
    assert_refused(bad, song())
