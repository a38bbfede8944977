"""Contract Appendices B and C: timing by hand-worked numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.render.phrase import fit_frames, split_phrases
from engine.render.score_pitch import score_pitch_midi
from engine.render.sentence import align, plan_sentences
from engine.timing import Tempo, TempoMap
from engine.types import NoteId, PhonemeOverride, RenderRequest, ScoreNote
from engine.units import durations_ms_to_frames
from engine.voicebank.bank import load_bank
from tests.text_bank import make_text_bank

PREDICTED = np.array([35.2, 6.3, 30.5, 9.2, 78.0], dtype=np.float32)


def note(name: str, start: int, length: int, key: int, lyric: str, **more: object) -> ScoreNote:
    return ScoreNote(
        id=NoteId(name), start_ticks=start, length_ticks=length, key_midi=key, lyric=lyric, **more
    )


def request_of(folder: Path, *notes: ScoreNote) -> RenderRequest:
    return RenderRequest(
        part_id="p",
        revision=0,
        voice_folder=folder,
        tempo=TempoMap([Tempo(start_ticks=0, bpm=120.0)]),
        notes=notes,
    )


@pytest.fixture
def worked(tmp_path: Path):
    folder = make_text_bank(tmp_path / "bank")
    request = request_of(
        folder,
        note("1", 480, 480, 60, "ni"),
        note("2", 960, 480, 62, "hao"),
        note("3", 1440, 480, 64, "+"),
    )
    return request, load_bank(folder)


def test_b1_duration_stage_tensors_are_those_of_the_worked_example(worked):
    (plan,), problems = plan_sentences(*worked)
    assert problems == ()
    assert plan.symbols == ("SP", "n", "i", "h", "ao")
    assert plan.word_div.tolist() == [2, 2, 1]
    assert plan.word_dur.tolist() == [43, 43, 86]
    assert plan.ph_midi.tolist() == [60, 60, 60, 60, 62]


def test_b1_alignment_puts_vowels_on_their_notes(worked):
    (plan,), _ = plan_sentences(*worked)
    placed = align(plan, PREDICTED, *worked)
    assert [(p.symbol, p.start_ticks) for p in placed] == [
        ("n", 410),
        ("i", 480),
        ("h", 849),
        ("ao", 960),
    ]
    assert placed[-1].end_ticks == 1920


def test_b2_render_stage_tensors_are_those_of_the_worked_example(worked):
    request, bank = worked
    (plan,), _ = plan_sentences(request, bank)
    (phrase,) = split_phrases(request, bank, align(plan, PREDICTED, request, bank))
    frames = phrase.frames(bank.acoustic.frame_ms)
    assert frames.symbols == ("SP", "n", "i", "h", "ao", "SP")
    assert frames.durations.tolist() == [8, 7, 33, 10, 86, 8]
    assert frames.n_frames == 152
    word_div, word_dur = frames.word_division(bank.vowel_test(bank.pitch))
    assert word_div.tolist() == [2, 2, 2]
    assert word_dur.tolist() == [15, 43, 94]
    assert frames.note_dur.tolist() == [15, 43, 43, 43, 8]
    assert frames.note_rest.tolist() == [True, False, False, False, True]
    assert frames.note_midi.tolist() == [60, 60, 62, 64, 64]
    assert frames.start_ms == pytest.approx(334.2035, abs=1e-3)


def test_c_rounding_rule_and_fitting():
    assert durations_ms_to_frames([80, 10, 20, 5], frame_ms=10.0).tolist() == [8, 2, 2, 0]
    assert fit_frames(np.array([5, 5, 1]), 8).tolist() == [5, 3, 0]


def test_an_offset_of_the_user_moves_one_phoneme_start(worked):
    request, bank = worked
    moved = note("2", 960, 480, 62, "hao", overrides=(PhonemeOverride(index=0, offset_ticks=-20),))
    changed = request_of(request.voice_folder, request.notes[0], moved, request.notes[2])
    (plan,), _ = plan_sentences(changed, bank)
    placed = align(plan, PREDICTED, changed, bank)
    assert [p.start_ticks for p in placed] == [410, 480, 829, 960]
    assert placed[1].end_ticks == 829


def test_r17_an_unknown_lyric_is_reported_and_the_rest_sings(worked):
    request, bank = worked
    changed = request_of(
        request.voice_folder, request.notes[0], note("2", 960, 480, 62, "漢"), request.notes[2]
    )
    (plan,), problems = plan_sentences(changed, bank)
    assert [(p.code, p.note_id) for p in problems] == [("unknown-lyric", "2")]
    placed = align(plan, np.ones(len(plan.symbols), dtype=np.float32), changed, bank)
    assert [p.symbol for p in placed] == ["n", "i"]
    assert placed[-1].end_ticks == 960


def test_overlapping_notes_are_reported_and_left_out(worked):
    request, bank = worked
    changed = request_of(request.voice_folder, request.notes[0], note("x", 500, 480, 62, "ka"))
    plans, problems = plan_sentences(changed, bank)
    assert [(p.code, p.note_id) for p in problems] == [("overlapping-note", "x")]
    assert plans[0].symbols == ("SP", "n", "i")


def test_score_pitch_follows_notes_with_a_short_glide(worked):
    request, bank = worked
    (plan,), _ = plan_sentences(request, bank)
    (phrase,) = split_phrases(request, bank, align(plan, PREDICTED, request, bank))
    pitch = score_pitch_midi(phrase, request.tempo, [600.0, 980.0, 1000.0, 1020.0, 1200.0])
    assert pitch[0] == pytest.approx(60.0)
    assert 60.0 < pitch[1] < pitch[2] < pitch[3] < 62.0
    assert pitch[2] == pytest.approx(61.0)
    assert pitch[4] == pytest.approx(62.0)


@given(
    st.lists(st.floats(0, 5000), min_size=1, max_size=40),
    st.sampled_from([10.0, 11.609977722167969, 5.8049888610839844]),
)
def test_frames_add_up_to_the_rounded_total(durations_ms: list[float], frame_ms: float):
    frames = durations_ms_to_frames(durations_ms, frame_ms=frame_ms)
    assert (frames >= 0).all()
    assert frames.sum() == np.rint(np.cumsum(durations_ms)[-1] / frame_ms + 0.5)
