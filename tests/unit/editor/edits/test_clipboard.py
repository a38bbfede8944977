"""Copied notes bring their curves along, into any part, and through bytes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import clipboard, curves, lengths, notes, pitch
from editor.errors import SongFileError
from editor.formats.note_clip import clip_from_bytes, clip_to_bytes
from editor.model.project import Note
from engine.types import NoteId, Parameter
from tests.unit.editor.songs import ids, sampled, song

PITCH = Parameter.PITCH
CHOSEN = [NoteId("n1"), NoteId("n2")]


def part(project):
    return project.tracks[0].parts[0]


def copied():
    project = curves.draw(song(), "part", PITCH, [480, 2000], [60.0, 64.0]).after
    return project, clipboard.copy_notes(project, "part", CHOSEN)


def test_a_copy_begins_at_its_first_note_and_holds_what_is_drawn_under_it():
    project, clip = copied()
    assert [note.start_ticks for note in clip.notes] == [0, 480]
    there = sampled(clip.curves[PITCH].drawn, 0, 959)
    np.testing.assert_array_equal(there, sampled(part(project).curves[PITCH].drawn, 960, 1919))
    assert np.isnan(sampled(clip.curves[PITCH].drawn, 960, 1200)).all()


def test_pasted_notes_have_ids_of_their_own_and_the_same_curves():
    project, clip = copied()
    edit = clipboard.paste_notes(project, "part", clip, 9600, new_id=ids())
    assert edit.name == "paste notes"
    assert edit.focus.note_ids == {"new0", "new1"}
    drawn = part(edit.after).curves[PITCH].drawn
    np.testing.assert_array_equal(sampled(drawn, 9600, 10559), sampled(drawn, 960, 1919))
    assert clipboard.paste_notes(project, "part", clip, 9600, new_id=ids()).before is project


def test_nothing_copied_is_nothing_pasted():
    clip = clipboard.copy_notes(song(), "part", [])
    assert clipboard.paste_notes(song(), "part", clip, 0, new_id=ids()).is_nothing


def test_a_copy_comes_back_from_its_bytes():
    _, clip = copied()
    back = clip_from_bytes(clip_to_bytes(clip))
    assert back.notes == clip.notes
    np.testing.assert_array_equal(
        sampled(back.curves[PITCH].drawn, 0, 959), sampled(clip.curves[PITCH].drawn, 0, 959)
    )


def test_notes_that_lie_over_each_other_can_be_copied():
    other = Note(id=NoteId("x"), start_ticks=500, length_ticks=900, key_midi=60, lyric="あ")
    project = notes.add_notes(song(), "part", [other]).after
    clip = clipboard.copy_notes(project, "part", [NoteId("n0"), other.id])
    assert len(clip_from_bytes(clip_to_bytes(clip)).notes) == 2


@given(st.binary(min_size=1, max_size=200), st.integers(0, 400))
def test_bytes_of_another_hand_are_refused_in_one_sentence(noise, place):
    _, clip = copied()
    good = clip_to_bytes(clip)
    for content in (noise, good[:-1][:place], noise + good):
        with pytest.raises(SongFileError, match=r"copy the notes again\.$"):
            clip_from_bytes(content)


def test_notes_grow_and_shrink_but_never_vanish():
    edit = lengths.lengthen_notes(song(), "part", CHOSEN, -9999)
    assert {note.length_ticks for note in part(edit.after).notes if note.id in CHOSEN} == {15}
    edit = lengths.set_length(song(), "part", CHOSEN, 700)
    assert [note.length_ticks for note in part(edit.after).notes] == [480, 700, 700, 480]
    assert lengths.lengthen_notes(song(), "part", [], 5).is_nothing


def test_notes_are_put_on_a_grid_a_part_of_the_way():
    project = notes.move_notes(song(), "part", [NoteId("n3")], ticks=100).after
    edit = notes.quantise(project, "part", [NoteId("n3")], 480, strength=0.5)
    (note,) = [note for note in part(edit.after).notes if note.id == "n3"]
    assert (note.start_ticks, note.end_ticks) == (1970, 2450)


def test_notes_are_tuned_by_steps_up_to_an_octave():
    project = pitch.tune(song(), "part", [NoteId("n1")], 1195.0).after
    edit = pitch.tune_by(project, "part", CHOSEN, 10.0)
    assert [n.cents for n in part(edit.after).notes if n.id in CHOSEN] == [1200.0, 10.0]
