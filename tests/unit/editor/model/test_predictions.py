"""Where the prediction moves under what was written, that is told, and nothing is changed."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from editor.edits import curves, notes
from editor.formats.native import read_native, write_native
from editor.formats.song_delta import song_delta, with_delta
from editor.formats.song_json import Arrays
from editor.model.changes import changes_between
from editor.model.predictions import moved_marks, predicted_at
from engine.timing import TempoMap
from engine.types import GeneratedCurve, GeneratedPhrase, Parameter, PhraseId
from tests.unit.editor.songs import sampled, song

BREATHINESS, ENERGY, TENSION = Parameter.BREATHINESS, Parameter.ENERGY, Parameter.TENSION
FRAME_MS = 10.0


def with_predicted(project, **levels):
    """Notes from tick 480 at 120 bpm sound from 500 ms on; level curves for two seconds."""
    made = {
        Parameter(name): GeneratedCurve(
            key=f"{name}{level}",
            values=np.full(216, level, dtype=np.float32),
            frame_ms=FRAME_MS,
        )
        for name, level in levels.items()
    }
    name = PhraseId("n0")
    phrase = GeneratedPhrase(phrase_id=name, start_ms=500.0, curves=MappingProxyType(made))
    (track,) = project.tracks
    (part,) = track.parts
    part = replace(part, generated=MappingProxyType({name: phrase}))
    return replace(project, tracks=(replace(track, parts=(part,)),))


def part_of(project):
    return project.tracks[0].parts[0]


def marks(project):
    return moved_marks(part_of(project), TempoMap(project.tempos))


def drawn(project, parameter=BREATHINESS, first=600, last=900):
    return curves.draw(project, "part", parameter, [first, last], [-40.0, -30.0]).after


def test_a_prediction_is_read_where_it_is_and_nowhere_else():
    project = with_predicted(song(), voicing=-20.0, breathiness=-20.0)
    part, tempo = part_of(project), TempoMap(project.tempos)
    ticks = np.array([470, 480, 1000, 2400, 2410])
    values = predicted_at(part, tempo, BREATHINESS, ticks)
    np.testing.assert_array_equal(np.isnan(values), [True, False, False, False, True])
    assert values[2] == -20.0
    assert predicted_at(part, tempo, ENERGY, ticks)[2] == pytest.approx(-16.99, abs=0.01)
    assert np.isnan(predicted_at(part, tempo, TENSION, ticks)).all()


def test_a_stroke_keeps_what_was_predicted_below_and_is_marked_when_that_moves():
    before = drawn(with_predicted(song(), breathiness=-45.0))
    assert marks(before) == ()
    after = with_predicted(before, breathiness=-42.5)
    (mark,) = marks(after)
    assert (mark.parameter, mark.first_ticks, mark.last_ticks) == (BREATHINESS, 600, 900)
    assert mark.most == pytest.approx(2.5)
    layers = [part_of(project).curves[BREATHINESS] for project in (before, after)]
    assert layers[0] is layers[1]
    assert marks(with_predicted(before, breathiness=-44.0)) == ()  # nobody sees so little


def test_a_shifted_stretch_is_marked_as_well():
    project = with_predicted(song(), tension=0.0)
    project = curves.add_offset(project, "part", TENSION, [600, 900], [1.0, 1.0]).after
    (mark,) = marks(with_predicted(project, tension=-0.75))
    assert mark.most == pytest.approx(-0.75)


def test_marks_of_a_stretch_are_accepted_and_that_is_one_step_to_undo():
    project = drawn(drawn(with_predicted(song(), breathiness=-45.0)), first=1500, last=1800)
    moved = with_predicted(project, breathiness=-40.0)
    assert len(marks(moved)) == 2
    edit = curves.accept_prediction(moved, "part", 480, 1000)
    (left,) = marks(edit.after)
    assert left.first_ticks == 1500
    assert edit.changes.parts["part"].curves == {BREATHINESS: ((600, 900),)}
    assert len(marks(edit.undone().after)) == 2
    one, other = (part_of(p).curves[BREATHINESS] for p in (moved, edit.after))
    np.testing.assert_array_equal(sampled(one.drawn, 480, 2000), sampled(other.drawn, 480, 2000))
    assert curves.accept_prediction(edit.after, "part", 480, 1000).is_nothing


def test_what_is_erased_has_no_mark_and_what_is_drawn_anew_a_new_one():
    moved = with_predicted(drawn(with_predicted(song(), breathiness=-45.0)), breathiness=-40.0)
    erased = curves.erase(moved, "part", BREATHINESS, 600, 900).after
    assert BREATHINESS not in part_of(erased).curves
    half = drawn(moved, first=600, last=760)
    (mark,) = marks(half)
    assert mark.first_ticks >= 760


def test_what_was_drawn_before_anything_was_predicted_has_no_mark():
    assert marks(with_predicted(drawn(song()), breathiness=-40.0)) == ()


def test_parameters_that_nothing_predicts_have_no_mark():
    project = with_predicted(song(), breathiness=-45.0)
    project = curves.draw(project, "part", Parameter.GENDER, [600, 900], [0.1, 0.2]).after
    assert part_of(project).curves[Parameter.GENDER].reference == ()


def test_the_reference_goes_along_with_its_notes():
    project = drawn(with_predicted(song(n_notes=2), breathiness=-45.0))
    edit = notes.move_notes(project, "part", ["n0", "n1"], ticks=960)
    reference = part_of(edit.after).curves[BREATHINESS].reference
    assert [(s.ticks[0], s.ticks[-1]) for s in reference] == [(1560, 1860)]


def test_file_and_journal_keep_the_reference(tmp_path):
    bare = with_predicted(song(), breathiness=-45.0)
    project = drawn(bare)
    write_native(project, tmp_path / "song.melisma")
    read, _ = read_native(tmp_path / "song.melisma")
    arrays = Arrays()
    replayed = with_delta(bare, song_delta(bare, project, arrays), arrays.content)
    for found in (read, replayed):
        changes = changes_between(project, found)
        assert not any(change.curves for change in changes.parts.values())
        assert len(marks(with_predicted(found, breathiness=-40.0))) == 1
