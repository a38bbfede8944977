from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from editor.tools.strokes import (
    FreeStroke,
    Points,
    Spot,
    Sweep,
    eased,
    straight,
    thinned,
    tolerance_of,
)
from engine.types import Parameter

spots = st.builds(
    Spot, ticks=st.integers(-200, 1200), value=st.floats(-96, 96, allow_nan=False, width=32)
)


def by_hand(way: list[Spot]) -> dict[int, float]:
    """The value at each tick that the hand covered: the last one drawn there."""
    found = {way[0].ticks: way[0].value}
    for one, other in itertools.pairwise(way):
        if one.ticks == other.ticks:
            found[other.ticks] = other.value
            continue
        low, high = sorted((one.ticks, other.ticks))
        ends = sorted(((one.ticks, one.value), (other.ticks, other.value)))
        for ticks in range(low, high + 1):
            found[ticks] = float(
                np.interp(ticks, [t for t, _ in ends], [value for _, value in ends])
            )
    return found


@given(st.lists(spots, min_size=1, max_size=8))
def test_a_free_stroke_is_the_last_line_drawn_over_each_tick_that_the_hand_covered(way):
    stroke = FreeStroke(way[0])
    for spot in way[1:]:
        stroke.move(spot)
    points, wanted = stroke.points, by_hand(way)
    assert (np.diff(points.ticks) > 0).all()
    assert (points.ticks[0], points.ticks[-1]) == (min(wanted), max(wanted))
    ticks = np.arange(points.ticks[0], points.ticks[-1] + 1)
    drawn = np.interp(ticks, points.ticks, points.values)
    np.testing.assert_allclose(drawn, [wanted[t] for t in ticks], rtol=0, atol=1e-9)


@given(st.lists(spots, min_size=1, max_size=40), st.floats(0.0, 20.0))
def test_a_thinned_stroke_is_nowhere_further_off_than_allowed(places, tolerance):
    values = {spot.ticks: spot.value for spot in places}
    ticks = np.array(sorted(values), dtype=np.int64)
    points = Points(ticks=ticks, values=np.array([values[t] for t in ticks]))
    fewer = thinned(points, tolerance)
    assert set(fewer.ticks) <= set(ticks)
    assert (fewer.ticks[0], fewer.ticks[-1]) == (ticks[0], ticks[-1])
    apart = np.abs(np.interp(ticks, fewer.ticks, fewer.values) - points.values)
    assert apart.max() <= tolerance + 1e-9


def test_thinning_takes_away_what_lies_on_a_line():
    ticks = np.arange(0, 1000, 5)
    fewer = thinned(Points(ticks=ticks, values=ticks * 0.01), 1e-6)
    assert list(fewer.ticks) == [0, 995]


@given(spots, spots)
def test_a_line_and_an_ease_meet_both_ends_and_stay_between_them(one, other):
    for points in (straight(one, other), eased(one, other)):
        assert (np.diff(points.ticks) > 0).all()
        at = dict(zip(points.ticks.tolist(), points.values.tolist(), strict=True))
        assert at[other.ticks] == other.value
        if one.ticks != other.ticks:
            assert at[one.ticks] == one.value
        low, high = sorted((one.value, other.value))
        assert (points.values >= low - 1e-6).all()
        assert (points.values <= high + 1e-6).all()


def test_an_ease_is_level_at_its_ends_and_steepest_in_the_middle():
    points = eased(Spot(ticks=0, value=60.0), Spot(ticks=640, value=62.0))
    slopes = np.diff(points.values) / np.diff(points.ticks)
    assert slopes[0] < slopes[len(slopes) // 2] / 20
    assert slopes[-1] < slopes[len(slopes) // 2] / 20
    assert np.interp(320, points.ticks, points.values) == 61.0


def test_a_sweep_grows_to_both_sides():
    sweep = Sweep(first=10, last=10).over(4).over(7).over(12)
    assert (sweep.first, sweep.last) == (4, 12)


def test_what_may_be_left_out_is_less_than_anybody_sees():
    assert tolerance_of(Parameter.PITCH) == 0.005
    assert tolerance_of(Parameter.BREATHINESS) < 0.05
    assert tolerance_of(Parameter.TENSION) < 0.01
