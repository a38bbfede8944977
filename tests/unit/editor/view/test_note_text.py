"""Keys and lengths of notes as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.view.note_text import length_text, note_name, parse_key, parse_length


@given(st.integers(0, 127))
def test_a_key_reads_back_from_its_name_and_its_number(key):
    assert parse_key(note_name(key)) == key
    assert parse_key(str(key)) == key


@pytest.mark.parametrize(
    ("text", "key"), [("c4", 60), ("C#4", 61), ("D♭4", 61), ("db4", 61), ("b-1", 11), (" A4 ", 69)]
)
def test_names_are_read_as_people_write_them(text, key):
    assert parse_key(text) == key


@given(st.integers(1, 1_000_000))
def test_a_length_reads_back_from_its_text(ticks):
    assert parse_length(length_text(ticks)) == ticks


@pytest.mark.parametrize(("text", "ticks"), [("1", 480), ("1.5", 720), ("0,25", 120), ("7t", 7)])
def test_lengths_are_quarters_or_ticks(text, ticks):
    assert parse_length(text) == ticks


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    for found in (parse_key(text), parse_length(text)):
        assert found is None or found >= 0


@pytest.mark.parametrize("text", ["", ".", "0", "0t", "-1", "1e3", "nan", "२"])
def test_what_is_no_length_is_refused(text):
    assert parse_length(text) is None


@pytest.mark.parametrize("text", ["", "H4", "C", "C10", "128", "-1", "C♯♯4", "٦٠"])
def test_what_is_no_key_is_refused(text):
    assert parse_key(text) is None
