"""Pitch points, vibrato and cents belong to their note."""

from __future__ import annotations

import pytest

from editor.edits import pitch
from engine.types import NoteId, PitchPoint, Vibrato
from tests.unit.editor.songs import assert_refused, song


def part(project):
    return project.tracks[0].parts[0]


def test_points_stand_in_the_order_of_time():
    points = [PitchPoint(time_ms=90.0, cents=0.0), PitchPoint(time_ms=-40.0, cents=-60.0)]
    edit = pitch.set_points(song(), "part", NoteId("n1"), points)
    assert part(edit.after).notes[1].pitch_points == (points[1], points[0])
    assert edit.changes.parts["part"].note_ticks == ((960, 1440),)
    assert pitch.set_points(edit.after, "part", NoteId("n1"), points).is_nothing
    bare = pitch.set_points(edit.after, "part", NoteId("n1"), [])
    assert part(bare.after).notes == part(song()).notes


def test_many_notes_get_one_vibrato_and_lose_it_again():
    chosen = [NoteId("n0"), NoteId("n2")]
    edit = pitch.set_vibrato(song(), "part", chosen, Vibrato(length_ratio=0.4))
    assert [n.vibrato is not None for n in part(edit.after).notes] == [True, False, True, False]
    back = pitch.set_vibrato(edit.after, "part", chosen, None)
    assert part(back.after).notes == part(song()).notes


def test_notes_are_tuned_beside_their_key():
    edit = pitch.tune(song(), "part", [NoteId("n3")], -14.0)
    assert part(edit.after).notes[3].cents == -14.0


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: pitch.set_vibrato(p, "part", [NoteId("n0")], Vibrato(length_ratio=2.0)),
        lambda p: pitch.set_vibrato(
            p, "part", [NoteId("n0")], Vibrato(length_ratio=1.0, period_ms=0.0)
        ),
        lambda p: pitch.set_vibrato(
            p, "part", [NoteId("n0")], Vibrato(length_ratio=1.0, depth_cents=float("nan"))
        ),
        lambda p: pitch.set_points(
            p, "part", NoteId("n0"), [PitchPoint(time_ms=0.0, cents=0.0, shape="?")]
        ),
        lambda p: pitch.set_points(
            p, "part", NoteId("n0"), [PitchPoint(time_ms=float("inf"), cents=0.0)]
        ),
        lambda p: pitch.tune(p, "part", [NoteId("n0")], float("nan")),
        lambda p: pitch.tune(p, "part", [NoteId("gone")], 5.0),
    ],
)
def test_a_pitch_that_cannot_be_sung_is_refused(bad):
    assert_refused(bad, song())
