from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.view.axis import AXES, mark_text
from engine.types import Parameter

lanes = st.sampled_from(sorted(AXES))


@given(lanes, st.floats(40, 400), st.floats(0, 1))
def test_values_lead_back_from_pixels(name: Parameter, height_px: float, at: float) -> None:
    axis = AXES[name]
    value = axis.low + at * (axis.high - axis.low)
    y = axis.value_to_px(value, height_px=height_px)
    assert 0 < y < height_px
    assert axis.px_to_value(y, height_px=height_px) == pytest.approx(value, abs=1e-6)


@given(lanes, st.floats(10, 400), st.floats(10, 60))
def test_marks_are_apart_and_on_the_axis(name: Parameter, height_px: float, gap_px: float) -> None:
    axis = AXES[name]
    marks = axis.marks(height_px=height_px, gap_px=gap_px)
    assert all(axis.low - 1e-6 <= mark <= axis.high + 1e-6 for mark in marks)
    places = [axis.value_to_px(mark, height_px=height_px) for mark in marks]
    assert len(marks) >= 2
    assert marks == [axis.low, axis.high] or all(
        a - b >= gap_px - 1e-6 for a, b in pairwise(places)
    )


def test_every_parameter_but_pitch_has_an_axis() -> None:
    assert set(AXES) == set(Parameter) - {Parameter.PITCH}


def test_numbers_have_a_true_minus_sign() -> None:
    assert mark_text(-30.0) == "\u221230"
    assert mark_text(0.5) == "0.5"
