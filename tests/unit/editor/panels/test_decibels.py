"""The scale of levels has one shape for faders and meters, and says its values in words."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.panels.decibels import (
    LOW_DB,
    TOP_DB,
    db_text,
    db_to_place,
    magnitude_to_db,
    pan_text,
    place_to_db,
)


@given(st.floats(LOW_DB, TOP_DB))
def test_a_level_has_one_place_on_the_scale(level_db):
    assert 0.0 <= db_to_place(level_db) <= 1.0
    assert place_to_db(db_to_place(level_db)) == pytest.approx(level_db, abs=1e-6)


def test_what_is_beyond_the_scale_stands_at_its_ends():
    assert (db_to_place(-200.0), db_to_place(40.0)) == (0.0, 1.0)
    assert db_to_place(-math.inf) == 0.0


def test_six_db_at_the_top_are_wider_than_six_at_the_bottom():
    assert db_to_place(0.0) - db_to_place(-6.0) > 2.0 * (db_to_place(-42.0) - db_to_place(-48.0))


def test_magnitudes_in_db():
    assert magnitude_to_db(1.0) == 0.0
    assert magnitude_to_db(0.5) == pytest.approx(-6.02, abs=0.01)
    assert magnitude_to_db(0.0) == -math.inf


def test_values_in_words():
    assert [db_text(v) for v in (0.04, -0.04, -3.0, 2.5, -60.0, -120.0)] == [
        "0.0",
        "0.0",
        "−3.0",
        "+2.5",
        "−∞",
        "−∞",
    ]
    assert [pan_text(v) for v in (0.0, -0.2, 1.0)] == ["C", "L 20", "R 100"]
