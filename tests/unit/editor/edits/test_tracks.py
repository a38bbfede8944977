"""Tracks and parts keep what is in them, wherever they go."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from editor.edits import curves, notes, takes, tracks
from editor.model.project import AudioClip, Note, Part, Track
from engine.types import ColourWeight, NoteId, Parameter, PhraseId, Stage
from tests.unit.editor.songs import assert_refused, ids, sampled, song

PITCH = Parameter.PITCH


def part(project):
    return project.tracks[0].parts[0]


def test_parts_split_and_join_with_all_that_is_in_them():
    project = curves.draw(song(), "part", PITCH, [480, 2400], [60.0, 64.0]).after
    project = curves.lock(project, "part", PITCH, 600, 2000).after
    project = takes.retake(project, "part", [PhraseId("n2")], [Stage.PITCH]).after
    split = tracks.split_part(project, "part", 1440, new_id="right").after
    left, right = split.tracks[0].parts
    assert [n.id for n in left.notes] == ["n0", "n1"]
    assert [n.start_ticks for n in right.notes] == [0, 480]
    assert right.start_ticks == 1440
    assert (left.takes, dict(right.takes)) == ({}, {("n2", "pitch"): 1})
    joined = part(tracks.join_parts(split, "part", "right").after)
    assert joined.notes == part(project).notes
    np.testing.assert_allclose(
        sampled(joined.curves[PITCH].drawn, 480, 2400),
        sampled(part(project).curves[PITCH].drawn, 480, 2400),
        atol=1e-3,
    )
    assert joined.curves[PITCH].locked_ticks == ((600, 2000),)


def test_the_mixer_and_the_track_list():
    project = tracks.add_track(song(), Track(id="two", name="two")).after
    project = tracks.set_mixer(project, "two", gain_db=-6.0, pan=-3.0, is_solo=True).after
    assert (project.tracks[1].pan, project.tracks[1].gain_db) == (-1.0, -6.0)
    moved = tracks.move_track(project, "two", 0)
    assert [t.id for t in moved.after.tracks] == ["two", "track"]
    assert moved.changes.is_project
    assert not moved.changes.parts
    away = tracks.move_part(moved.after, "part", start_ticks=960, track_id="two")
    assert [len(t.parts) for t in away.after.tracks] == [1, 0]
    assert away.changes.parts["part"].is_placed


def test_a_note_across_the_cut_keeps_its_curves_and_so_does_what_is_before_the_part():
    project = curves.draw(song(), "part", PITCH, [-100, 2400], [60.0, 64.0]).after
    split = tracks.split_part(project, "part", 1000, new_id="right").after
    left, right = split.tracks[0].parts
    assert [n.id for n in left.notes] == ["n0", "n1"]
    before = sampled(part(project).curves[PITCH].drawn, -100, 2400)
    np.testing.assert_array_equal(sampled(left.curves[PITCH].drawn, -100, 1439), before[:1540])
    assert np.isnan(sampled(left.curves[PITCH].drawn, 1440, 2400)).all()
    np.testing.assert_array_equal(sampled(right.curves[PITCH].drawn, 440, 1400), before[1540:])


def test_a_copied_part_has_ids_of_its_own_and_nothing_that_was_sung():
    project = takes.retake(song(), "part", [PhraseId("n0")], [Stage.PITCH]).after
    project = curves.draw(project, "part", PITCH, [500, 900], [60.0, 61.0]).after
    edit = tracks.duplicate_part(
        project, "part", start_ticks=9600, new_id="copy", new_note_id=ids()
    )
    first, copy = edit.after.tracks[0].parts
    assert first is part(project)
    assert [n.id for n in copy.notes] == ["new0", "new1", "new2", "new3"]
    assert copy.curves is first.curves
    assert not copy.takes
    joined = tracks.join_parts(edit.after, "part", "copy").after
    assert part(joined).notes[4].id == "new0"


def test_a_copied_track_stands_behind_with_ids_of_its_own():
    clip = AudioClip(id="band", path="band.flac")
    project = tracks.add_track(song(), Track(id="two", audio=(clip,), gain_db=-3.0)).after
    numbers = itertools.count()

    def new_id():
        return f"made{next(numbers)}"

    edit = tracks.duplicate_track(project, "track", new_id=new_id, new_note_id=ids(), name="copy")
    assert [t.id for t in edit.after.tracks] == ["track", "made0", "two"]
    copy = edit.after.tracks[1]
    assert (copy.name, copy.parts[0].id) == ("copy", "made1")
    assert [n.lyric for n in copy.parts[0].notes] == [n.lyric for n in part(project).notes]
    again = tracks.duplicate_track(project, "two", new_id=new_id, new_note_id=ids()).after
    assert (again.tracks[2].gain_db, again.tracks[2].audio[0].path) == (-3.0, "band.flac")
    assert again.tracks[2].audio[0].id != "band"


def test_a_part_may_hold_notes_that_overlap_but_none_that_cannot_be():
    long = Note(id=NoteId("a"), start_ticks=0, length_ticks=900, key_midi=60, lyric="あ")
    over = Note(id=NoteId("b"), start_ticks=480, length_ticks=480, key_midi=62, lyric="い")
    edit = tracks.add_part(song(), "track", Part(id="more", notes=(long, over)))
    assert len(edit.after.tracks[0].parts) == 2
    mended = notes.fix_overlaps(edit.after, "more")
    assert mended.after.tracks[0].parts[1].notes[0].end_ticks == 480


def test_names_voices_and_colours_change_only_their_track():
    project = tracks.add_track(song(), Track(id="two")).after
    for edit in (
        tracks.rename_track(project, "two", "alto"),
        tracks.set_voice(project, "two", "nagi"),
        tracks.set_colours(project, "two", [ColourWeight(colour="dusk", weight=0.5)]),
    ):
        assert edit.changes.track_ids == {"two"}
        assert not edit.changes.parts
        assert edit.after.tracks[0] is project.tracks[0]
    named = tracks.rename_part(project, "part", "chorus")
    assert named.changes.parts["part"].is_renamed
    assert tracks.remove_part(project, "part").after.tracks[0].parts == ()
    assert tracks.remove_track(project, "two").after.tracks == project.tracks[:1]


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: tracks.split_part(p, "part", 100000, new_id="b"),
        lambda p: tracks.split_part(p, "part", 960, new_id="part"),
        lambda p: tracks.join_parts(p, "part", "part"),
        lambda p: tracks.set_mixer(p, "track", gain_db=float("inf")),
        lambda p: tracks.set_colours(p, "track", [ColourWeight(colour="a", weight=-1.0)]),
        lambda p: tracks.set_colours(p, "track", [ColourWeight(colour="a")] * 2),
        lambda p: tracks.add_track(p, Track(id="part")),
        lambda p: tracks.add_track(p, Track(id="two", pan=float("nan"))),
        lambda p: tracks.add_part(p, "track", Part(id="track")),
        lambda p: tracks.add_part(
            p,
            "track",
            Part(
                id="new",
                notes=(
                    Note(id=NoteId("a"), start_ticks=0, length_ticks=0, key_midi=1, lyric="あ"),
                ),
            ),
        ),
        lambda p: tracks.move_part(p, "part", start_ticks=0, track_id="gone"),
        lambda p: tracks.remove_track(p, "gone"),
        lambda p: tracks.duplicate_part(
            p, "part", start_ticks=0, new_id="copy", new_note_id=lambda: NoteId("same")
        ),
    ],
)
def test_what_cannot_be_is_refused(bad):
    assert_refused(bad, song())
