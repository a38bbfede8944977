"""Phonemes of a note are overridden one by one and given back."""

from __future__ import annotations

import pytest

from editor.edits import phonemes
from engine.types import NoteId, PhonemeOverride
from tests.unit.editor.songs import assert_refused, song


def part(project):
    return project.tracks[0].parts[0]


def overrides(edit):
    return part(edit.after).notes[0].overrides


def test_symbol_offset_and_place_of_one_phoneme_stand_beside_each_other():
    project = phonemes.place_boundary(song(), "part", NoteId("n0"), 1, 30).after
    project = phonemes.move_boundary(project, "part", NoteId("n0"), 1, -12).after
    edit = phonemes.set_symbol(project, "part", NoteId("n0"), 0, "ja/r")
    assert overrides(edit) == (
        PhonemeOverride(index=0, symbol="ja/r"),
        PhonemeOverride(index=1, offset_ticks=-12, place_ticks=30),
    )
    assert edit.changes.parts["part"].note_ids == {"n0"}


def test_one_phoneme_or_all_go_back_to_what_is_predicted():
    project = phonemes.set_symbol(song(), "part", NoteId("n0"), 0, "o").after
    project = phonemes.move_boundary(project, "part", NoteId("n0"), 2, 40).after
    one = phonemes.reset(project, "part", NoteId("n0"), 2)
    assert [o.index for o in overrides(one)] == [0]
    assert overrides(phonemes.reset(project, "part", NoteId("n0"))) == ()
    let_go = phonemes.move_boundary(project, "part", NoteId("n0"), 2, 0)
    assert [o.index for o in overrides(let_go)] == [0]
    assert phonemes.reset(song(), "part", NoteId("n0")).is_nothing


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: phonemes.set_symbol(p, "part", NoteId("n0"), 0, "a b"),
        lambda p: phonemes.set_symbol(p, "part", NoteId("n0"), 0, ""),
        lambda p: phonemes.move_boundary(p, "part", NoteId("n0"), -1, 5),
        lambda p: phonemes.move_boundary(p, "part", NoteId("gone"), 0, 5),
        lambda p: phonemes.reset(p, "part", NoteId("gone")),
    ],
)
def test_a_phoneme_that_cannot_be_is_refused(bad):
    assert_refused(bad, song())
