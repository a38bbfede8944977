"""What holds for every edit: undo, exact changes, a sound song, refusal without change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.edits import curves, notes, tempo
from editor.edits.edit import make_edit
from editor.errors import EditError
from editor.model.changes import ChangeSet
from editor.model.check import find_faults
from editor.model.segments import make_segment
from engine.types import CurveLayers, NoteId, Parameter
from tests.unit.editor.all_edits import EDITS, with_more_in_it
from tests.unit.editor.differences import assert_told, differences
from tests.unit.editor.songs import ids, layers, song

ROWS = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 2500), st.integers(0, 900)),
    min_size=1,
    max_size=6,
)


def run(project, steps):
    """Edits one after another; those that cannot be made are left out."""
    new_id = ids()
    made = []
    for name, a, b in steps:
        try:
            edit = EDITS[name](project, a, b, new_id)
        except (EditError, ZeroDivisionError):  # refused, or no note is left to choose
            continue
        made.append(edit)
        project = edit.after
    return made


@settings(max_examples=150)
@given(steps=ROWS, pitch=layers(), tension=layers())
def test_changes_name_every_difference_and_nothing_else(steps, pitch, tension):
    start = with_more_in_it(song(curves={Parameter.PITCH: pitch, Parameter.TENSION: tension}))
    together = ChangeSet()
    made = run(start, steps)
    for edit in made:
        assert_told(differences(edit.before, edit.after), edit.changes, exactly=True)
        together |= edit.changes
    end = made[-1].after if made else start
    assert_told(differences(start, end), together, exactly=False)


@settings(max_examples=150)
@given(steps=ROWS, pitch=layers())
def test_undo_gives_the_very_song_before_and_redo_the_very_one_after(steps, pitch):
    start = with_more_in_it(song(curves={Parameter.PITCH: pitch}))
    made = run(start, steps)
    project = made[-1].after if made else start
    for edit in reversed(made):
        back = edit.undone()
        assert back.before is project
        project = back.after
        assert back.undone().after is edit.after
        assert_told(differences(back.before, back.after), back.changes, exactly=True)
    assert project is start


@settings(max_examples=150)
@given(steps=ROWS, pitch=layers(), tension=layers())
def test_edits_keep_a_song_without_faults(steps, pitch, tension):
    start = with_more_in_it(song(curves={Parameter.PITCH: pitch, Parameter.TENSION: tension}))
    for edit in run(start, steps):
        # Notes may be drawn over others: they are marked, and there is an edit that mends them.
        faults = [f for f in find_faults(edit.after) if f.code != "overlapping-note"]
        assert not faults
        orders = [[n.start_ticks for n in p.notes] for t in edit.after.tracks for p in t.parts]
        assert all(order == sorted(order) for order in orders)


@pytest.mark.parametrize("name", sorted(EDITS))
@given(a=st.integers(0, 2500), b=st.integers(0, 900))
@settings(max_examples=15)
def test_an_edit_that_changes_nothing_gives_the_same_song(name, a, b):
    start = with_more_in_it(song())
    edits = run(start, [(name, a, b)])
    for edit in edits:
        assert edit.before is start
        assert edit.is_nothing == (edit.after is start) == (not edit.changes)
        assert edit.name
        is_different = any(vars(differences(start, edit.after)).values())
        assert is_different != edit.is_nothing


def test_a_drag_of_many_steps_is_one_edit():
    first = tempo.set_tempo(song(), 0, 90.0)
    second = tempo.set_tempo(first.after, 480, 60.0)
    whole = first.then(second)
    assert (whole.before, whole.after) == (first.before, second.after)
    assert whole.changes.is_tempo
    assert first.then(first.undone()).is_nothing


def test_a_song_that_is_equal_in_all_is_no_edit():
    before, equal = song(), song()
    assert make_edit("nothing", before, equal).after is before


@pytest.mark.parametrize("name", sorted(EDITS))
def test_every_kind_of_edit_can_be_made_and_leaves_what_it_does_not_touch(name):
    start = with_more_in_it(song(curves={Parameter.PITCH: layers_of_each()}))
    start = curves.add_offset(start, "part", Parameter.TENSION, [0, 3000], [1.0, 2.0]).after
    start = tempo.set_tempo(start, 4800, 100.0).after
    start = tempo.set_time_signature(start, 3, 3, 4).after
    start = notes.resize_note(start, "part", NoteId("n3"), start_ticks=2000).after
    if name == "fix overlaps":
        start = notes.move_notes(start, "part", [NoteId("n1")], ticks=-100).after
    if name == "join parts":
        (edit,) = run(start, [("split part", 1000, 0)])
        start = edit.after
    tries = [run(start, [(name, a, b)]) for a in (0, 3, 500, 1000) for b in (1, 2, 200, 900)]
    made = [edit for edits in tries for edit in edits if not edit.is_nothing]
    assert made
    for edit in made:
        (before,), after = start.tracks[0].parts[:1], edit.after.tracks[0].parts
        change = edit.changes.parts.get(before.id)
        if change is None:
            assert before in after
        elif not change.is_generated:
            (kept,) = [part for part in after if part.id == before.id]
            assert dict(kept.generated) == dict(before.generated)
            assert dict(kept.generated_timing) == dict(before.generated_timing)


def layers_of_each():
    line = make_segment([480, 2400], [60.0, 64.0])
    return CurveLayers(drawn=(line,), locked_ticks=((700, 1500),))
