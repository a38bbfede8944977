"""Vibratos are given, changed field by field and taken away, for one note or many."""

from __future__ import annotations

import pytest

from editor.edits.vibrato import BOUNDS, USUAL, change_vibrato, toggle_vibrato
from editor.model.check import find_faults
from engine.types import NoteId
from tests.unit.editor.songs import assert_refused, song

N0, N1, N2 = (NoteId(f"n{i}") for i in range(3))


def vibratos(edit):
    return {note.id: note.vibrato for note in edit.after.tracks[0].parts[0].notes}


def test_fields_change_and_what_differs_stays():
    first = change_vibrato(song(), "part", [N0], {"depth_cents": 70.0})
    both = change_vibrato(first.after, "part", [N0, N1], {"period_ms": 150.0})
    found = vibratos(both)
    assert found[N0].depth_cents == 70.0
    assert found[N1].depth_cents == USUAL.depth_cents
    assert found[N0].period_ms == found[N1].period_ms == 150.0
    assert found[N2] is None
    assert both.before is first.after
    assert both.focus.note_ids == {N0, N1}
    assert both.name == "vibrato"


@pytest.mark.parametrize("name", sorted(BOUNDS))
def test_a_value_beyond_its_bounds_becomes_the_nearest(name):
    for value, bound in ((-1e9, BOUNDS[name][0]), (1e9, BOUNDS[name][1])):
        edit = change_vibrato(song(), "part", [N0], {name: value})
        assert getattr(vibratos(edit)[N0], name) == bound
        assert find_faults(edit.after) == ()


def test_a_switch_fills_up_first_and_then_takes_away():
    one = toggle_vibrato(song(), "part", [N0])
    both = toggle_vibrato(one.after, "part", [N0, N1])
    assert vibratos(both)[N0] == vibratos(both)[N1] == USUAL
    none = toggle_vibrato(both.after, "part", [N0, N1])
    assert set(vibratos(none).values()) == {None}
    assert none.focus.note_ids == {N0, N1}


def test_a_note_that_is_gone_is_refused():
    assert_refused(lambda p: toggle_vibrato(p, "part", [NoteId("gone")]), song())
    assert_refused(lambda p: change_vibrato(p, "part", [NoteId("gone")], {}), song())
