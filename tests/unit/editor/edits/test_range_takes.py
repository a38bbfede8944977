"""Stretches sung anew are kept as takes: numbered, named, sung again, deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.edits import range_takes, takes
from editor.edits.notes import move_notes, remove_notes
from editor.formats.native import read_native, write_native
from editor.model.check import find_faults
from editor.session import part_requests
from engine.types import NoteId, Parameter, PhraseId, RangeTake, Stage
from tests.unit.editor.songs import assert_refused, song

N0 = PhraseId("n0")
PITCH, TENSION = Parameter.PITCH, Parameter.TENSION


def part(edit):
    return edit.after.tracks[0].parts[0]


def retake(project, first, last, *names, phrase=N0):
    return range_takes.retake_range(project, "part", {phrase: (first, last)}, names)


def numbers(edit, phrase=N0):
    return [take.number for take in part(edit).retakes[phrase].kept]


def test_the_first_retake_keeps_what_was_sung_before_as_well():
    edit = retake(song(), 600, 900, PITCH)
    assert numbers(edit) == [1, 2]
    found = part(edit).retakes[N0]
    new = RangeTake(first_ticks=120, last_ticks=420, parameters=(PITCH,), take=1)
    assert found.ranges == (new,)
    assert [take.ranges for take in found.kept] == [(), (new,)]
    assert range_takes.sung_take(part(edit), N0).number == 2
    assert edit.changes.parts["part"].retakes == {N0}
    assert find_faults(edit.after) == ()


def test_a_retake_takes_the_place_of_the_last_ones_that_it_covers_and_of_no_other():
    first = retake(song(), 600, 900, PITCH)
    beside = retake(first.after, 1000, 1200, PITCH, TENSION)
    # The first one was heard when the second was drawn, so it stays.
    over = retake(beside.after, 500, 950, PITCH)
    ranges = part(over).retakes[N0].ranges
    assert [(item.first_ticks, item.take) for item in ranges] == [(120, 1), (520, 2), (20, 3)]
    again = retake(over.after, 500, 950, PITCH)
    assert [item.take for item in part(again).retakes[N0].ranges] == [1, 2, 4]
    wide = retake(again.after, 480, 1300, TENSION)
    assert [item.take for item in part(wide).retakes[N0].ranges] == [1, 2, 4, 5]
    assert numbers(wide) == [1, 2, 3, 4, 5, 6]


def test_a_take_comes_back_with_the_draws_of_whole_stages():
    whole = takes.retake(song(), "part", [N0], [Stage.PITCH])
    edit = retake(whole.after, 600, 900, PITCH)
    assert part(edit).retakes[N0].ranges[0].take == 2  # 1 is the whole stage's draw
    plain = takes.restore_take(edit.after, "part", [N0], [Stage.PITCH], 0)
    assert range_takes.sung_take(part(plain), N0) is None
    back = range_takes.sing_take(plain.after, "part", N0, 1)
    assert dict(part(back).takes) == {(N0, Stage.PITCH): 1}
    assert part(back).retakes[N0].ranges == ()
    again = range_takes.sing_take(back.after, "part", N0, 2)
    assert part(again).retakes[N0].ranges == part(edit).retakes[N0].ranges
    assert range_takes.sing_take(again.after, "part", N0, 2).is_nothing


def test_takes_are_named_and_deleted_without_a_sound():
    edit = retake(song(), 600, 900, PITCH)
    named = range_takes.name_take(edit.after, "part", N0, 1, "  plain ")
    assert part(named).retakes[N0].kept[0].name == "plain"
    assert named.changes.parts["part"].is_listed
    assert not named.changes.parts["part"].retakes
    deleted = range_takes.delete_take(named.after, "part", N0, 1)
    assert numbers(deleted) == [2]
    assert numbers(retake(deleted.after, 600, 900, PITCH)) == [2, 3]


def test_takes_go_along_with_their_notes_and_go_with_them():
    edit = retake(song(), 600, 900, PITCH)
    ids = [NoteId(f"n{i}") for i in range(4)]
    moved = move_notes(edit.after, "part", ids, ticks=240)

    def places(project):
        (item,) = part_requests(project, {}, default_voice=".")
        (found,) = item.request.range_takes[N0]
        return found.first_ticks, found.last_ticks

    assert places(edit.after) == (600, 900)
    assert places(moved.after) == (840, 1140)
    gone = remove_notes(edit.after, "part", [NoteId("n0")])
    assert dict(part(gone).retakes) == {}
    assert find_faults(gone.after) == ()


def test_takes_are_saved_and_a_song_without_them_is_written_as_before(tmp_path):
    edit = retake(song(), 600, 900, PITCH, TENSION)
    edit = range_takes.name_take(edit.after, "part", N0, 2, "柔らかい")
    write_native(edit.after, tmp_path / "song.melisma")
    read, warnings = read_native(tmp_path / "song.melisma")
    assert warnings == ()
    assert dict(read.tracks[0].parts[0].retakes) == dict(part(edit).retakes)
    write_native(song(), tmp_path / "plain.melisma")
    assert read_native(tmp_path / "plain.melisma")[0].tracks[0].parts[0].retakes == {}


def test_a_take_that_cannot_be_is_a_fault():
    edit = retake(song(), 600, 900, PITCH)
    found = part(edit).retakes[N0]
    bad = replace(found.ranges[0], last_ticks=0)
    broken = replace(part(edit), retakes={N0: replace(found, ranges=(bad,))})
    track = replace(edit.after.tracks[0], parts=(broken,))
    (fault,) = find_faults(replace(edit.after, tracks=(track,)))
    assert fault.code == "bad-take"


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: retake(p, 600, 600, PITCH),
        lambda p: retake(p, 600, 900),
        lambda p: retake(p, 600, 900, Parameter.GENDER),
        lambda p: retake(p, 600, 900, PITCH, phrase=PhraseId("gone")),
        lambda p: range_takes.retake_range(p, "part", {}, [PITCH]),
        lambda p: range_takes.sing_take(p, "part", N0, 1),
        lambda p: range_takes.delete_take(p, "part", N0, 9),
        lambda p: range_takes.delete_take(retake(p, 600, 900, PITCH).after, "part", N0, 2),
        lambda p: range_takes.name_take(retake(p, 600, 900, PITCH).after, "part", N0, 2, "x" * 999),
    ],
)
def test_what_cannot_be_done_is_refused(bad):
    assert_refused(bad, song())
