"""Tempo and metre: one at each place, always one at the start."""

from __future__ import annotations

import pytest

from editor.edits import tempo
from engine.timing import TempoMap
from tests.unit.editor.songs import assert_refused, song


def part(project):
    return project.tracks[0].parts[0]


def test_tempos_stand_in_order_and_replace_each_other():
    project = tempo.set_tempo(song(), 960, 60.0).after
    project = tempo.set_tempo(project, 480, 90.0).after
    edit = tempo.set_tempo(project, 960, 72.0)
    assert [(t.start_ticks, t.bpm) for t in edit.after.tempos] == [(0, 120), (480, 90), (960, 72)]
    assert TempoMap(edit.after.tempos).ticks_to_ms(480) == pytest.approx(500.0)
    assert edit.changes.is_tempo
    assert not edit.changes.parts
    assert part(edit.after) is part(project)
    assert len(tempo.remove_tempo(edit.after, 480).after.tempos) == 2
    assert tempo.remove_tempo(edit.after, 481).is_nothing


def test_metres_stand_in_order_and_go_again():
    project = tempo.set_time_signature(song(), 4, 3, 4).after
    edit = tempo.set_time_signature(project, 2, 6, 8)
    assert [(s.bar, s.beats, s.unit) for s in edit.after.time_signatures] == [
        (0, 4, 4),
        (2, 6, 8),
        (4, 3, 4),
    ]
    assert len(tempo.remove_time_signature(edit.after, 2).after.time_signatures) == 2


@pytest.mark.parametrize("seed", [1 << 60, -(1 << 60)])
def test_a_seed_that_no_file_holds_is_refused(seed):
    assert_refused(lambda p: tempo.set_seed(p, seed), song())


def test_seed_and_name_are_the_songs_own():
    edit = tempo.set_seed(song(), 5)
    assert (edit.after.seed, edit.changes.is_project) == (5, True)
    assert tempo.rename_project(song(), "song").is_nothing


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: tempo.set_tempo(p, 0, 0.0),
        lambda p: tempo.set_tempo(p, 0, float("nan")),
        lambda p: tempo.set_tempo(p, -1, 60.0),
        lambda p: tempo.remove_tempo(p, 0),
        lambda p: tempo.set_time_signature(p, 0, 3, 5),
        lambda p: tempo.set_time_signature(p, -1, 3, 4),
        lambda p: tempo.remove_time_signature(p, 0),
    ],
)
def test_a_tempo_or_metre_that_cannot_be_is_refused(bad):
    assert_refused(bad, song())


def test_a_tempo_moves_and_takes_the_place_of_another():
    project = tempo.set_tempo(song(), 960, 60.0).after
    project = tempo.set_tempo(project, 1920, 90.0).after
    edit = tempo.move_tempo(project, 960, 1440)
    assert [(t.start_ticks, t.bpm) for t in edit.after.tempos] == [(0, 120), (1440, 60), (1920, 90)]
    assert edit.name == "move tempo"
    there = tempo.move_tempo(project, 960, 1920).after
    assert [(t.start_ticks, t.bpm) for t in there.tempos] == [(0, 120), (1920, 60)]
    assert tempo.move_tempo(project, 960, -5).after.tempos[1].start_ticks == 1
    assert tempo.move_tempo(project, 960, 960).is_nothing
    assert tempo.move_tempo(project, 961, 5).is_nothing
    assert_refused(lambda p: tempo.move_tempo(p, 0, 480), project)


def test_a_metre_moves_by_bars():
    project = tempo.set_time_signature(song(), 4, 3, 4).after
    edit = tempo.move_time_signature(project, 4, 2)
    assert [(s.bar, s.beats) for s in edit.after.time_signatures] == [(0, 4), (2, 3)]
    assert tempo.move_time_signature(project, 4, 0).after.time_signatures[1].bar == 1
    assert tempo.move_time_signature(project, 4, 4).is_nothing
    assert_refused(lambda p: tempo.move_time_signature(p, 0, 2), project)
