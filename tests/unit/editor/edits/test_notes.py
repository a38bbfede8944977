"""Note edits carry their curves, keep ids and can be undone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import curves, notes, takes
from editor.errors import EditError
from editor.model.check import find_faults
from editor.model.project import Note
from engine.types import NoteId, Parameter, PhraseId, Stage, Vibrato
from tests.unit.editor.songs import assert_refused, ids, sampled, song

PITCH = Parameter.PITCH


def part(project):
    return project.tracks[0].parts[0]


def drawn(**changes):
    note = Note(id=NoteId("x"), start_ticks=0, length_ticks=9, key_midi=60, lyric="あ")
    return replace(note, **changes)


def test_moving_a_note_takes_its_edits_along_and_leaves_the_rest():
    project = curves.draw(song(), "part", PITCH, [480, 960, 1440], [60.0, 61.0, 62.0]).after
    edit = notes.move_notes(project, "part", [NoteId("n1")], ticks=2880, semitones=5)
    moved = next(n for n in part(edit.after).notes if n.id == "n1")
    assert (moved.start_ticks, moved.key_midi) == (960 + 2880, 66)
    drawn = part(edit.after).curves[PITCH].drawn
    assert sampled(drawn, 3840, 3840)[0] == pytest.approx(66.0)
    assert np.isnan(sampled(drawn, 961, 1430)).all()
    assert sampled(drawn, 700, 700)[0] == pytest.approx(60 + 220 / 480, abs=1e-4)
    assert edit.changes.parts["part"].note_ids == {"n1"}
    assert set(edit.changes.parts["part"].curves) == {PITCH}
    assert edit.before is project


def test_copies_get_ids_and_edits_of_their_own():
    project = curves.draw(song(), "part", PITCH, [480, 900], [60.0, 61.0]).after
    edit = notes.duplicate_notes(
        project, "part", [NoteId("n0")], ticks=4800, semitones=-2, new_id=ids()
    )
    assert [n.id for n in part(edit.after).notes][-1] == "new0"
    drawn = part(edit.after).curves[PITCH].drawn
    assert sampled(drawn, 480, 480)[0] == 60.0
    assert sampled(drawn, 5280, 5280)[0] == 58.0


def test_at_the_borders_notes_stop_together():
    edit = notes.move_notes(song(), "part", [NoteId("n0"), NoteId("n1")], ticks=-9999, semitones=99)
    assert [n.start_ticks for n in part(edit.after).notes][:2] == [0, 480]
    assert max(n.key_midi for n in part(edit.after).notes) == 127


def test_split_and_merge_come_back():
    project = song()
    edit = notes.split_note(project, "part", NoteId("n1"), 1200, new_id=ids())
    first, second = [n for n in part(edit.after).notes if n.id in ("n1", "new0")]
    assert (first.end_ticks, second.start_ticks, second.lyric) == (1200, 1200, "+")
    merged = notes.merge_notes(edit.after, "part", [first.id, second.id])
    assert part(merged.after).notes == part(project).notes
    with pytest.raises(EditError, match="inside"):
        notes.split_note(project, "part", NoteId("n1"), 960, new_id=ids())


def test_quantise_legato_and_overlaps():
    made = [
        Note(id=NoteId(f"m{i}"), start_ticks=start, length_ticks=length, key_midi=60, lyric="あ")
        for i, (start, length) in enumerate([(3010, 400), (3520, 700), (3900, 100)])
    ]
    project = notes.add_notes(song(), "part", made).after
    chosen = [n.id for n in made]
    edit = notes.quantise(project, "part", chosen, 480)
    found = [n for n in part(edit.after).notes if n.id in chosen]
    assert [(n.start_ticks % 480, n.length_ticks % 480) for n in found] == [(0, 0)] * 3
    assert any(f.code == "overlapping-note" for f in find_faults(project))
    fixed = notes.fix_overlaps(project, "part")
    assert not find_faults(fixed.after)
    joined = notes.legato(project, "part", chosen)
    spans = [(n.start_ticks, n.end_ticks) for n in part(joined.after).notes if n.id in chosen]
    assert spans == [(3010, 3520), (3520, 3900), (3900, 4000)]


def test_removed_notes_take_their_edits_with_them():
    project = curves.draw(song(), "part", PITCH, [480, 2400], [60.0, 64.0]).after
    edit = notes.remove_notes(project, "part", [NoteId("n1"), NoteId("n2")])
    drawn = part(edit.after).curves[PITCH].drawn
    assert np.isnan(sampled(drawn, 961, 1918)).all()
    assert not np.isnan(sampled(drawn, 480, 950)).any()


def test_edits_of_notes_that_stay_keep_their_very_lines():
    project = curves.draw(song(), "part", PITCH, [480, 2400], [60.0, 64.0]).after
    project = curves.draw(project, "part", Parameter.TENSION, [480, 2400], [0.0, 1.0]).after
    edit = notes.transpose(project, "part", [NoteId("n1")], 3)
    assert part(edit.after).curves[Parameter.TENSION] is part(project).curves[Parameter.TENSION]
    raised = sampled(part(edit.after).curves[PITCH].drawn, 480, 2400)
    plain = sampled(part(project).curves[PITCH].drawn, 480, 2400)
    under = np.arange(480, 2401)
    shift = np.where((under >= 960) & (under < 1440), 3.0, 0.0)
    np.testing.assert_array_equal(np.float32(raised), np.float32(plain + shift))


def test_quantised_notes_take_their_edits_along_with_their_start():
    made = Note(id=NoteId("m"), start_ticks=4790, length_ticks=500, key_midi=60, lyric="あ")
    project = notes.add_notes(song(), "part", [made]).after
    project = curves.draw(project, "part", PITCH, [4790, 5289], [60.0, 61.0]).after
    project = curves.lock(project, "part", PITCH, 4790, 4890).after
    edit = notes.quantise(project, "part", [made.id], 480)
    (found,) = [n for n in part(edit.after).notes if n.id == "m"]
    assert (found.start_ticks, found.end_ticks) == (4800, 5280)
    layers = part(edit.after).curves[PITCH]
    before = sampled(part(project).curves[PITCH].drawn, 4790, 5269)
    np.testing.assert_array_equal(sampled(layers.drawn, 4800, 5279), before)
    assert np.isnan(sampled(layers.drawn, 4700, 4799)).all()
    assert np.isnan(sampled(layers.drawn, 5280, 5400)).all()
    assert layers.locked_ticks == ((4800, 4900),)


def test_a_removed_note_takes_only_its_own_takes_along():
    project = takes.retake(song(), "part", [PhraseId("n0"), PhraseId("n2.2")], [Stage.PITCH]).after
    after = part(notes.remove_notes(project, "part", [NoteId("n0")]).after)
    assert dict(after.takes) == {("n2.2", Stage.PITCH): 1}


def test_notes_between_cannot_be_swallowed_by_a_merge():
    with pytest.raises(EditError, match="stands among"):
        notes.merge_notes(song(), "part", [NoteId("n0"), NoteId("n2")])


@given(index=st.integers(0, 3), at=st.integers(15, 465), depth=st.floats(0, 99))
def test_what_was_split_anywhere_merges_to_what_it_was(index, at, depth):
    project = song()
    old = part(project).notes[index]
    vibrato = Vibrato(length_ratio=0.5, depth_cents=depth)
    edited = notes.split_note(
        notes.add_notes(
            notes.remove_notes(project, "part", [old.id]).after,
            "part",
            [replace(old, vibrato=vibrato, lyric="か", hint=("k", "a"))],
        ).after,
        "part",
        old.id,
        old.start_ticks + at,
        new_id=ids(),
    )
    assert [n.length_ticks for n in part(edited.after).notes][index : index + 2] == [at, 480 - at]
    back = notes.merge_notes(edited.after, "part", [old.id, NoteId("new0")])
    assert part(back.after).notes == part(edited.before).notes


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: notes.add_notes(p, "part", [part(p).notes[0]]),
        lambda p: notes.add_notes(p, "part", [drawn(start_ticks=-1)]),
        lambda p: notes.add_notes(p, "part", [drawn(length_ticks=0)]),
        lambda p: notes.add_notes(p, "part", [drawn(key_midi=128)]),
        lambda p: notes.add_notes(p, "part", [drawn(cents=float("nan"))]),
        lambda p: notes.add_notes(p, "part", [drawn(vibrato=Vibrato(length_ratio=2.0))]),
        lambda p: notes.move_notes(p, "part", [NoteId("gone")], ticks=1),
        lambda p: notes.move_notes(p, "gone", [], ticks=1),
        lambda p: notes.quantise(p, "part", [], 0),
        lambda p: notes.duplicate_notes(
            p, "part", [NoteId("n0")], ticks=9, new_id=lambda: NoteId("n1")
        ),
        lambda p: notes.duplicate_notes(p, "part", [NoteId("n0")], ticks=-999, new_id=ids()),
        lambda p: notes.split_note(p, "part", NoteId("n0"), 700, new_id=lambda: NoteId("n1")),
    ],
)
def test_an_edit_that_cannot_be_is_one_sentence(bad):
    assert_refused(bad, song())
