"""Places are written and read as people do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.project import TimeSignature
from editor.positions import (
    format_place,
    format_time,
    parse_metre,
    parse_place,
    parse_tempo,
    parse_time,
)
from editor.view.metre import Metre

METRE = Metre(
    (
        TimeSignature(bar=0, beats=4, unit=4),
        TimeSignature(bar=2, beats=3, unit=4),
        TimeSignature(bar=5, beats=7, unit=8),
    )
)


@pytest.mark.parametrize(
    ("text", "ticks"),
    [
        ("1", 0),
        ("2", 1920),
        (" 2:3 ", 1920 + 960),
        ("2.3", 1920 + 960),
        ("3:1:120", 3840 + 120),
        ("3 2 005", 3840 + 480 + 5),
        ("7:2", 3840 + 3 * 1440 + 1680 + 240),
    ],
)
def test_a_place_is_read(text, ticks):
    assert parse_place(METRE, text) == ticks


@pytest.mark.parametrize("text", ["", "x", "0", "-1", "1:0", "1:2:3:4", "9" * 40, "１a"])
def test_what_is_no_place_is_refused(text):
    assert parse_place(METRE, text) is None


@given(st.integers(0, 500_000))
def test_a_place_is_read_as_it_was_written(ticks):
    assert parse_place(METRE, format_place(METRE, ticks)) == ticks


@given(st.integers(0, 10_000_000))
def test_a_time_is_read_as_it_was_written(ms):
    assert parse_time(format_time(ms)) == pytest.approx(ms)


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(text):
    for parse in (parse_time, parse_tempo, parse_metre):
        parse(text)
    parse_place(METRE, text)


def test_times_tempos_and_metres_are_read():
    assert format_time(62_345.4) == "1:02.345"
    assert format_time(59_999.9) == "1:00.000"
    assert parse_time("62,5") == 62_500
    assert parse_time("1:2:3") is None
    assert parse_tempo("98.5 bpm") == 98.5
    assert parse_tempo("fast") is None
    assert parse_metre("6/8") == (6, 8)
    assert parse_metre(" 3 / 4 ") == (3, 4)
    assert parse_metre("34") is None
