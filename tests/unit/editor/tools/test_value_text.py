from __future__ import annotations

import pytest

from editor.tools.value_text import difference_text, rounded, value_text
from engine.types import Parameter


@pytest.mark.parametrize(
    ("parameter", "value", "text"),
    [
        (Parameter.BREATHINESS, -23.44, "\u221223.4 dB"),
        (Parameter.TENSION, 2.5, "2.50 logit"),
        (Parameter.GENDER, -0.25, "\u22120.25"),
        (Parameter.PITCH, 69.0, "A4"),
        (Parameter.PITCH, 68.77, "A4 \u221223 ct"),
        (Parameter.PITCH, 60.4, "C4 +40 ct"),
    ],
)
def test_values_are_told_with_their_unit(parameter, value, text):
    assert value_text(parameter, value) == text


def test_differences_have_a_sign():
    assert difference_text(Parameter.BREATHINESS, 2.0) == "+2.0 dB"
    assert difference_text(Parameter.PITCH, -0.4) == "\u221240 ct"


def test_a_value_is_as_fine_as_it_is_shown():
    assert rounded(Parameter.ENERGY, 1.26) == 1.3
    assert rounded(Parameter.PITCH, 0.333) == 0.33
