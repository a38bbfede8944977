"""Lines that can be cut anywhere without moving."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.segments import (
    LONGEST_LINE_TICKS,
    clipped_ranges,
    cut_ranges,
    joined_ranges,
    make_segment,
    moved,
    ordered,
    sum_of,
    within,
    without,
)
from tests.unit.editor.songs import sampled, strokes

RANGES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda x: (x[0], x[0] + x[1])), max_size=6
)


def ticks_in(ranges):
    return {tick for first, end in ranges for tick in range(first, end)}


@given(stroke=strokes(), scale=st.sampled_from([1.0, 1e-3, 50.0, 1e30]))
def test_a_stroke_keeps_its_points_and_nearly_its_lines(stroke, scale):
    ticks, values = stroke[0], np.float64(stroke[1]) * scale
    segment = make_segment(ticks, values)
    step = max(2.0**-17, 2.0**-23 * float(np.abs(values).max()))
    assert set(ticks) <= set(segment.ticks.tolist())
    assert (np.diff(segment.ticks) > 0).all()
    at = np.interp(ticks, segment.ticks, segment.values)
    np.testing.assert_allclose(at, values, rtol=0, atol=step)
    span = np.arange(ticks[0], ticks[-1] + 1)
    line = np.interp(span, ticks, values)
    got = np.interp(span, segment.ticks, segment.values)
    np.testing.assert_allclose(got, line, rtol=0, atol=step * (2 + LONGEST_LINE_TICKS / 4))
    assert not segment.ticks.flags.writeable
    assert not segment.values.flags.writeable


@given(stroke=strokes())
def test_every_tick_of_a_stroke_has_a_value_that_float32_holds(stroke):
    segment = make_segment(*stroke)
    exact = sampled([segment], int(segment.ticks[0]), int(segment.ticks[-1]))
    np.testing.assert_array_equal(np.float32(exact), exact)


@given(stroke=strokes(), first=st.integers(0, 3000), length=st.integers(0, 900))
def test_what_is_inside_and_what_is_outside_make_the_whole(stroke, first, length):
    segments = (make_segment(*stroke),)
    inside = within(segments, first, first + length)
    outside = without(segments, first, first + length)
    np.testing.assert_array_equal(
        sampled((*outside, *inside), -10, 4000), sampled(segments, -10, 4000)
    )
    assert np.isnan(sampled(outside, first, first + length)).all()


@given(one=strokes(), other=strokes())
def test_sums_are_exact(one, other):
    base, added = (make_segment(*one),), make_segment(*other)
    total = sum_of(base, added)
    first, last = int(added.ticks[0]), int(added.ticks[-1])
    wanted = np.nan_to_num(sampled(base, first, last)) + sampled([added], first, last)
    # Above 128 float32 has fewer digits behind the point.
    np.testing.assert_allclose(sampled([total], first, last), wanted, rtol=0, atol=2.0**-16 * 20)
    if np.abs(wanted).max() < 128:
        np.testing.assert_array_equal(sampled([total], first, last), wanted)


def test_the_last_of_two_values_at_one_tick_counts():
    segment = make_segment([5, 0, 5], [1.0, 0.0, 2.0])
    assert segment.values[-1] == 2.0


def test_what_lies_over_another_line_stays_over_it():
    low, high = make_segment([0, 100], [1.0, 1.0]), make_segment([20, 30], [2.0, 2.0])
    late = make_segment([200, 300], [3.0, 3.0])
    assert ordered([late, low]) == (low, late)
    assert ordered([high, low]) == (high, low)


def test_moving_nowhere_is_the_same_and_moving_back_too():
    segments = (make_segment([0, 90], [60.0, 61.0]),)
    assert moved(segments, 0) == segments
    there = moved(moved(segments, 480, 7.0), -480, -7.0)
    np.testing.assert_array_equal(there[0].values, segments[0].values)


@pytest.mark.parametrize("ticks", [[], [0, 1], [[0]]])
def test_points_that_do_not_match_are_refused(ticks):
    with pytest.raises(ValueError, match="as many values"):
        make_segment(ticks, [1.0] if ticks else [])


@given(ranges=RANGES, first=st.integers(0, 60), length=st.integers(1, 30))
def test_ranges_are_sets_of_ticks(ranges, first, length):
    end = first + length
    joined = joined_ranges(ranges)
    assert ticks_in(joined) == ticks_in(ranges)
    assert all(a[1] < b[0] for a, b in pairwise(joined))
    assert ticks_in(cut_ranges(ranges, first, end)) == ticks_in(ranges) - set(range(first, end))
    assert ticks_in(clipped_ranges(joined, first, end)) == ticks_in(ranges) & set(range(first, end))
