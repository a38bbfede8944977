"""The pitch that notes ask for by themselves (contract 4.3)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.render.phrase import PhraseScore
from engine.render.score_pitch import (
    DEFAULT_PORTAMENTO_MS,
    ease,
    score_pitch_midi,
    vibrato_cents,
    written_semitones,
)
from engine.timing import Tempo, TempoMap
from engine.types import NoteId, PhraseId, PhraseLayout, PitchPoint, ScoreNote, Vibrato

TEMPO = TempoMap([Tempo(start_ticks=0, bpm=125.0)])  # a tick is a millisecond


def score(*notes: ScoreNote) -> PhraseScore:
    layout = PhraseLayout(
        phrase_id=PhraseId("n0"),
        start_ms=float(notes[0].start_ticks),
        end_ms=float(notes[-1].end_ticks),
        phonemes=(),
        note_ids=tuple(note.id for note in notes),
    )
    return PhraseScore(layout=layout, notes=notes, tempo=TEMPO)


def note(index: int, start: int, length: int, key: int, **more) -> ScoreNote:
    return ScoreNote(
        id=NoteId(f"n{index}"),
        start_ticks=start,
        length_ticks=length,
        key_midi=key,
        lyric="ら",
        **more,
    )


def test_a_note_holds_its_key_and_cents_and_glides_to_the_next():
    two = score(note(0, 0, 500, 60, cents=25.0), note(1, 500, 500, 64))
    times = np.array([100.0, 460.0, 500.0, 540.0, 900.0])
    found = score_pitch_midi(two, TEMPO, times)
    assert found[0] == pytest.approx(60.25)
    assert found[-1] == pytest.approx(64.0)
    assert found[2] == pytest.approx((60.25 + 64.0) / 2, abs=0.01)
    assert found[1] == pytest.approx(60.25, abs=1e-6)
    assert found[3] == pytest.approx(64.0, abs=1e-6)
    inside = score_pitch_midi(
        two, TEMPO, np.linspace(500 - DEFAULT_PORTAMENTO_MS, 500 + DEFAULT_PORTAMENTO_MS, 50)
    )
    assert (np.diff(inside) >= -1e-9).all()


def test_no_glide_leads_over_a_gap():
    apart = score(note(0, 0, 400, 60), note(1, 600, 400, 67))
    found = score_pitch_midi(apart, TEMPO, np.array([390.0, 410.0, 590.0, 610.0]))
    assert list(found) == pytest.approx([60.0, 67.0, 67.0, 67.0])


@pytest.mark.parametrize("shape", ["io", "i", "o", "l"])
def test_every_shape_leads_from_one_point_to_the_next(shape):
    u = np.linspace(0.0, 1.0, 101)
    share = ease(u, shape)
    assert (share[0], share[-1]) == (pytest.approx(0.0), pytest.approx(1.0))
    assert (np.diff(share) >= 0).all()
    middle = {"io": 0.5, "l": 0.5, "i": 1 - np.cos(np.pi / 4), "o": np.sin(np.pi / 4)}[shape]
    assert share[50] == pytest.approx(middle)


def test_vibrato_lies_in_the_end_of_the_note_and_swings_by_its_depth():
    times = np.linspace(0.0, 1000.0, 4001)
    cents = vibrato_cents(Vibrato(length_ratio=0.5, depth_cents=30.0), times, 1000.0)
    assert (cents[times < 500.0] == 0).all()
    assert np.abs(cents).max() == pytest.approx(30.0, rel=0.02)
    full = cents[(times > 600) & (times < 900)]
    crossings = np.count_nonzero(np.diff(np.sign(full)))
    assert crossings == pytest.approx(2 * 300 / 175, abs=1.5)


def test_what_is_written_counts_against_the_plain_notes():
    plain = score(note(0, 0, 500, 60), note(1, 500, 1000, 64))
    times = np.arange(0.0, 1500.0, 5.0)
    assert written_semitones(plain, TEMPO, times) is None
    vibrato = Vibrato(length_ratio=0.5)
    shaken = replace(plain, notes=(plain.notes[0], replace(plain.notes[1], vibrato=vibrato)))
    found = written_semitones(shaken, TEMPO, times)
    assert (found[times < 1000] == 0).all()
    assert np.abs(found).max() == pytest.approx(0.25, rel=0.05)
    points = (PitchPoint(time_ms=-40.0, cents=-400.0), PitchPoint(time_ms=200.0, cents=0.0))
    slow = replace(plain, notes=(plain.notes[0], replace(plain.notes[1], pitch_points=points)))
    found = written_semitones(slow, TEMPO, times)
    assert found[times == 600.0] < -0.5  # still on its way where the usual glide has arrived
    assert (np.abs(found[times > 710]) < 1e-9).all()


def test_points_count_from_the_note_before_while_that_still_sounds():
    """Contract 4.3, step 3: what the points say is sung, whichever note it reaches into."""
    points = (
        PitchPoint(time_ms=-100.0, cents=-200.0, shape="l"),
        PitchPoint(time_ms=0.0, cents=0.0),
    )
    for gap in (0, 50, 200):
        two = score(note(0, 0, 500, 60), note(1, 500 + gap, 500, 64, pitch_points=points))
        times = 500.0 + gap + np.array([-100.0, -75.0, -50.0, -25.0, 0.0, 100.0])
        found = score_pitch_midi(two, TEMPO, times)
        assert list(found) == pytest.approx([62.0, 62.5, 63.0, 63.5, 64.0, 64.0])
        assert score_pitch_midi(two, TEMPO, [300.0])[0] == pytest.approx(60.0)


def test_a_vibrato_stands_on_the_notes_own_glide():
    vibrato = Vibrato(length_ratio=1.0, fade_in_ratio=0.0, fade_out_ratio=0.0, depth_cents=50.0)
    two = score(note(0, 0, 500, 60), note(1, 500, 500, 64, vibrato=vibrato))
    plain = score(note(0, 0, 500, 60), note(1, 500, 500, 64))
    times = np.arange(400.0, 1000.0, 1.0)
    added = score_pitch_midi(two, TEMPO, times) - score_pitch_midi(plain, TEMPO, times)
    assert (added[times < 500] == 0).all()
    wanted = vibrato_cents(vibrato, times[times >= 500] - 500.0, 500.0) / 100.0
    np.testing.assert_allclose(added[times >= 500], wanted, atol=1e-9)


@pytest.mark.parametrize("shape", ["io", "l", "i", "o", "sp", "of next year"])
def test_points_in_any_order_or_place_give_numbers(shape):
    points = tuple(
        PitchPoint(time_ms=time_ms, cents=cents, shape=shape)
        for time_ms, cents in ((300.0, 50.0), (-900.0, -100.0), (300.0, 0.0), (2000.0, 20.0))
    )
    two = score(note(0, 0, 500, 60), note(1, 500, 500, 64, pitch_points=points))
    found = score_pitch_midi(two, TEMPO, np.arange(-500.0, 3000.0, 3.0))
    assert np.isfinite(found).all()
    assert found.min() > 58.0
    assert found.max() < 66.0


def test_a_phrase_without_notes_has_a_pitch_all_the_same():
    empty = replace(score(note(0, 0, 500, 60)), notes=())
    assert score_pitch_midi(empty, TEMPO, [0.0, 1.0]).tolist() == [60.0, 60.0]
