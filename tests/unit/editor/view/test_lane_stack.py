"""Lanes as a value: chosen, moved, folded, squeezed, kept as text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.view import lane_stack
from editor.view.lane_stack import FOLDED_PX, LANE_PX, MIN_LANE_PX, Lane
from engine.types import Parameter

BREATHINESS, TENSION, ENERGY = Parameter.BREATHINESS, Parameter.TENSION, Parameter.ENERGY
STACK = lane_stack.lanes_of([BREATHINESS, TENSION])
LANES = st.lists(
    st.builds(
        Lane,
        parameter=st.sampled_from([p for p in Parameter if p is not Parameter.PITCH]),
        height_px=st.integers(MIN_LANE_PX, 600),
        is_folded=st.booleans(),
    ),
    unique_by=lambda lane: lane.parameter,
).map(tuple)


def names(stack):
    return [lane.parameter for lane in stack]


def test_a_lane_changes_its_parameter_or_its_place_with_another():
    assert names(lane_stack.with_parameter(STACK, TENSION, ENERGY)) == [BREATHINESS, ENERGY]
    assert names(lane_stack.with_parameter(STACK, TENSION, BREATHINESS)) == [TENSION, BREATHINESS]


def test_a_lane_comes_below_another_and_is_opened_when_it_is_there():
    assert names(lane_stack.with_lane(STACK, ENERGY, BREATHINESS)) == [BREATHINESS, ENERGY, TENSION]
    assert names(lane_stack.with_lane(STACK, ENERGY)) == [BREATHINESS, TENSION, ENERGY]
    folded = lane_stack.folded(STACK, TENSION, is_folded=True)
    assert folded[1].is_folded
    assert lane_stack.with_lane(folded, TENSION) == STACK
    assert names(lane_stack.without_lane(STACK, BREATHINESS)) == [TENSION]


def test_a_lane_dragged_small_folds_and_dragged_large_opens():
    low = lane_stack.resized(STACK, TENSION, 10)
    assert low[1].is_folded
    assert low[1].height_px == LANE_PX
    high = lane_stack.resized(low, TENSION, 5000)
    assert not high[1].is_folded
    assert high[1].height_px == lane_stack.MAX_LANE_PX


def test_what_a_voice_predicts_is_shown_first():
    heard = tuple(Parameter)
    assert names(lane_stack.default_lanes(heard, frozenset())) == [BREATHINESS, TENSION]
    chosen = lane_stack.default_lanes(heard, frozenset({ENERGY, Parameter.VOICING}))
    assert names(chosen) == [ENERGY, Parameter.VOICING]
    bare = (Parameter.PITCH, Parameter.DYNAMICS)
    assert names(lane_stack.default_lanes(bare, frozenset())) == [Parameter.DYNAMICS]


@given(LANES, st.integers(-100, 3000))
def test_lanes_give_way_down_to_their_least_height(stack, room_px):
    heights = lane_stack.heights_px(stack, room_px)
    for lane, height in zip(stack, heights, strict=True):
        assert height == FOLDED_PX if lane.is_folded else height >= MIN_LANE_PX
        assert lane.is_folded or height <= lane.height_px
    least = sum(FOLDED_PX if lane.is_folded else MIN_LANE_PX for lane in stack)
    assert sum(heights) <= max(room_px, least)


@given(LANES)
def test_lanes_come_back_from_their_text(stack):
    assert lane_stack.from_text(lane_stack.to_text(stack)) == stack


@given(st.text())
def test_any_text_gives_lanes_or_none(text):
    stack = lane_stack.from_text(text)
    assert stack is None or lane_stack.from_text(lane_stack.to_text(stack)) == stack


def test_nothing_chosen_is_not_the_same_as_no_lane():
    assert lane_stack.from_text("") is None
    assert lane_stack.from_text("pitch:100 nonsense:3 tension") is None
    assert lane_stack.from_text("none") == ()
    assert lane_stack.from_text("tension:7 tension:80:folded") == (
        Lane(parameter=TENSION, height_px=80, is_folded=True),
    )
