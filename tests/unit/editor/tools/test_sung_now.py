from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from editor.edits.curves import add_offset, draw, erase
from editor.edits.pitch import set_vibrato
from editor.tools.sung_now import is_heard, meets_song, runs_of, sung_now
from editor.view.content import Content
from engine.types import CurveLayers, NoteId, Parameter, Vibrato
from tests.unit.editor.view.songs import QUARTER, small_song, sung

BREATH, PITCH = Parameter.BREATHINESS, Parameter.PITCH


def content_of(project, phrases=None) -> Content:
    part = project.tracks[0].parts[0]
    seen = sung(project) if phrases is None else phrases
    return replace(Content().with_song(project, part), phrases=seen)


def test_what_is_drawn_and_offset_counts_before_the_engine_has_sung_it():
    project = erase(small_song(), "part", BREATH, 0, 20_000).after
    phrases = sung(project)
    ticks = np.arange(2400, 2800, 40)
    bare = sung_now(content_of(project, phrases), BREATH, ticks)
    made = draw(project, "part", BREATH, [2400, 2600], [-20.0, -20.0]).after
    made = add_offset(made, "part", BREATH, [2500, 2800], [3.0, 3.0]).after
    now = sung_now(content_of(made, phrases), BREATH, ticks)
    expected = np.where(ticks <= 2600, -20.0, bare) + np.where(ticks >= 2500, 3.0, 0.0)
    np.testing.assert_allclose(now, expected)


def test_nothing_is_sung_between_phrases_or_where_there_is_none():
    content = content_of(small_song())
    assert np.isnan(sung_now(content, BREATH, np.array([0, 100]))).all()
    assert np.isnan(sung_now(content_of(small_song(), {}), BREATH, np.array([2400]))).all()
    assert np.isnan(sung_now(content, Parameter.GENDER, np.array([2400]))).all()


def test_what_the_voice_sang_last_counts_where_notes_have_a_vibrato_of_their_own():
    project = set_vibrato(small_song(), "part", [NoteId("n1")], Vibrato(length_ratio=0.5)).after
    content = content_of(project)
    heard = sung_now(content, PITCH, np.array([5 * QUARTER + 100]))
    assert heard[0] == pytest.approx(61.0)  # the ghost lies one below
    plain = sung_now(content_of(small_song()), PITCH, np.array([5 * QUARTER + 100]))
    assert plain[0] == pytest.approx(60.0)


def test_an_offset_on_a_note_with_vibrato_is_seen_before_it_is_sung():
    project = set_vibrato(small_song(), "part", [NoteId("n1")], Vibrato(length_ratio=0.5)).after
    phrases, first = sung(project), 5 * QUARTER
    places = np.array([first + 100, first + 300])
    made = add_offset(project, "part", PITCH, [first + 200, first + 400], [0.5, 0.5]).after
    layers = project.tracks[0].parts[0].curves.get(PITCH, CurveLayers())
    now = sung_now(content_of(made, phrases), PITCH, places, heard_with=layers)
    np.testing.assert_allclose(now, [61.0, 61.5])
    # And once it was sung with the offset, the same again.
    np.testing.assert_allclose(sung_now(content_of(made, phrases), PITCH, places), [61.0, 61.0])


def test_what_a_voice_does_not_take_is_not_heard():
    content = content_of(small_song())
    assert is_heard(content, BREATH)
    assert is_heard(content, PITCH)
    assert is_heard(content, Parameter.DYNAMICS)
    assert not is_heard(content, Parameter.GENDER)
    assert is_heard(content_of(small_song(), {}), Parameter.GENDER)  # nobody knows yet


def test_a_stretch_meets_the_song_where_there_are_notes():
    content = content_of(small_song(), {})
    assert meets_song(content, 0, 4 * QUARTER)
    assert not meets_song(content, 0, 4 * QUARTER - 1)


def test_runs_are_stretches_without_gaps():
    values = np.array([np.nan, 1, 2, np.nan, 3, np.nan, 4, 5, 6])
    assert list(runs_of(values)) == [slice(1, 3), slice(6, 9)]
