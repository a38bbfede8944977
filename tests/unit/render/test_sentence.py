"""Notes to sentences: what cannot be sung is told, and the rest is sung."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ScoreError
from engine.render.phrase import split_phrases
from engine.render.sentence import MIN_PHONEME_TICKS, align, plan_sentences, rule_durations
from engine.timing import Tempo, TempoMap
from engine.types import NoteId, PhonemeOverride, RenderRequest, ScoreNote
from engine.voicebank.bank import load_bank

NAGI = load_bank(Path(__file__).resolve().parents[3] / "voicebanks" / "nagi")
LYRICS = ["さ", "く", "ら", "ん", "っ", "+", "+~", "ー", "SP", "AP", "漢", "", "k a", "きゃ", "R"]


def note(number: int, start: int, length: int, lyric: str = "ら", **more) -> ScoreNote:
    return ScoreNote(
        id=NoteId(f"n{number}"),
        start_ticks=start,
        length_ticks=length,
        key_midi=60,
        lyric=lyric,
        **more,
    )


def request(*notes: ScoreNote, bpm: float = 120.0) -> RenderRequest:
    return RenderRequest(
        part_id="p",
        revision=0,
        voice_folder=NAGI.folder,
        tempo=TempoMap([Tempo(start_ticks=0, bpm=bpm)]),
        notes=notes,
    )


def placed_of(asked: RenderRequest):
    plans, problems = plan_sentences(asked, NAGI)
    placed = [p for plan in plans for p in align(plan, rule_durations(plan, NAGI), asked, NAGI)]
    return placed, problems


def test_a_song_without_notes_has_no_sentences():
    assert plan_sentences(request(), NAGI) == ((), ())


def test_what_overlaps_or_has_no_length_is_named_and_the_rest_sung():
    asked = request(
        note(0, 0, 480), note(1, 400, 480), note(2, 480, 0), note(3, 480, -5), note(4, 480, 480)
    )
    placed, problems = placed_of(asked)
    assert [(p.code, p.note_id) for p in problems] == [
        ("overlapping-note", "n1"),
        ("empty-note", "n3"),
        ("empty-note", "n2"),
    ]
    assert {p.note_id for p in placed} == {"n0", "n4"}
    assert all(p.sentence.endswith(".") for p in problems)


def test_two_notes_in_one_place_leave_the_shorter():
    placed, problems = placed_of(request(note(0, 0, 960), note(1, 0, 480)))
    assert [(p.code, p.note_id) for p in problems] == [("overlapping-note", "n0")]
    assert {p.note_id for p in placed} == {"n1"}


@pytest.mark.parametrize(
    ("lyric", "code", "words"),
    [
        ("漢字", "unknown-lyric", "'漢字' is no word"),
        ("слово", "unknown-lyric", "script"),
        ("", "unknown-lyric", "no lyric"),
        ("  ", "unknown-lyric", "no lyric"),
        ("k zz", "unknown-lyric", "'zz'"),
    ],
)
def test_a_lyric_that_cannot_be_sung_names_its_note(lyric, code, words):
    placed, problems = placed_of(
        request(note(0, 0, 480), note(1, 480, 480, lyric), note(2, 960, 480))
    )
    assert [(p.code, p.note_id) for p in problems] == [(code, "n1")]
    assert words in problems[0].sentence
    assert {"n0", "n2"} <= {p.note_id for p in placed}


def test_breaths_and_rests_are_sung_as_they_are_written():
    placed, problems = placed_of(
        request(note(0, 0, 480), note(1, 480, 240, "AP"), note(2, 720, 240, "SP"), note(3, 960, 99))
    )
    assert problems == ()
    assert [p.symbol for p in placed] == ["r", "a", "AP", "SP", "r", "a"]


@pytest.mark.parametrize("bpm", [0.0, -120.0, float("nan"), float("inf"), 1e-320, 1e300])
def test_a_tempo_that_is_none_is_one_sentence(bpm):
    with pytest.raises(ScoreError, match="tempo at tick 0") as caught:
        request(bpm=bpm)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("bpm", [0.01, 1.0, 400.0, 1e6])
def test_the_slowest_and_the_fastest_tempo_give_numbers(bpm):
    placed, problems = placed_of(request(note(0, 0, 480), note(1, 480, 480), bpm=bpm))
    assert problems == ()
    times = [t for p in placed for t in (p.start_ms, p.end_ms)]
    assert np.isfinite(times).all()
    assert times == sorted(times)


def test_ten_thousand_notes_take_a_few_seconds():
    notes = tuple(
        note(i, 480 * i + (240 if i % 8 == 7 else 0), 240 if i % 8 == 7 else 480, LYRICS[i % 4])
        for i in range(10_000)
    )
    started_s = time.monotonic()
    asked = request(*notes)
    placed, problems = placed_of(asked)
    phrases = split_phrases(asked, NAGI, placed)
    assert time.monotonic() - started_s < 10.0
    assert problems == ()
    assert sum(len(phrase.layout.phonemes) for phrase in phrases) == len(placed) == 17_500


@st.composite
def scores(draw) -> tuple[ScoreNote, ...]:
    notes, ticks = [], draw(st.integers(0, 50))
    for number in range(draw(st.integers(1, 12))):
        length = draw(st.integers(1, 600))
        overrides = draw(
            st.lists(
                st.builds(
                    PhonemeOverride,
                    index=st.integers(-1, 3),
                    symbol=st.none() | st.sampled_from(["a", "k", "zz", "SP"]),
                    offset_ticks=st.none() | st.integers(-2000, 2000),
                    place_ticks=st.none() | st.integers(-2000, 2000),
                ),
                max_size=2,
            )
        )
        lyric = draw(st.sampled_from(LYRICS))
        notes.append(note(number, ticks, length, lyric, overrides=tuple(overrides)))
        ticks += length + draw(st.sampled_from([0, 0, 0, 1, 60, 500, -20]))
    return tuple(notes)


@given(scores(), st.sampled_from([30.0, 120.0, 390.0]))
def test_any_score_gives_phrases_in_order_on_every_grid(notes, bpm):
    asked = request(*notes, bpm=bpm)
    placed, _ = placed_of(asked)
    phrases = split_phrases(asked, NAGI, placed)
    end = None
    for phrase in phrases:
        for phoneme in phrase.layout.phonemes:
            assert phoneme.end_ticks > phoneme.start_ticks
            assert end is None or phoneme.start_ticks >= end
            end = phoneme.end_ticks
        frames = phrase.frames(NAGI.acoustic.frame_ms)
        assert (frames.durations >= 0).all()
        assert (frames.note_dur >= 0).all()
        assert frames.durations.sum() == frames.note_dur.sum() == frames.n_frames
        assert frames.word_division(NAGI.phoneme_types().is_vowel)[0].sum() == len(frames.symbols)
    assert len({phrase.layout.phrase_id for phrase in phrases}) == len(phrases)


@given(scores(), st.lists(st.sampled_from([0.0, 1.0, 50.0, 1e6, float("nan"), -3.0]), min_size=80))
def test_any_predicted_lengths_keep_vowels_on_their_notes(notes, lengths):
    plain = tuple(replace(n, overrides=()) for n in notes)
    asked = request(*plain)
    plans, _ = plan_sentences(asked, NAGI)
    for plan in plans:
        durations = np.resize(np.array(lengths, dtype=np.float32), len(plan.symbols))
        placed = align(plan, durations, asked, NAGI)
        starts = [p.start_ticks for p in placed]
        assert all(b - a >= MIN_PHONEME_TICKS for a, b in pairwise(starts))
        assert all(p.end_ticks <= plan.end_ticks for p in placed)


def test_rule_durations_fill_their_slots(rng):
    asked = request(note(0, 960, 480, "さ"), note(1, 1440, 30, "きゃ"), note(2, 1470, 480, "ん"))
    (plan,), _ = plan_sentences(asked, NAGI)
    durations = rule_durations(plan, NAGI)
    assert durations.dtype == np.float32
    assert (durations >= 0).all()
    position = 0
    for slot, wanted in zip(plan.slots, plan.word_dur, strict=True):
        own = durations[position : position + len(slot.phonemes)]
        assert own.sum() == pytest.approx(wanted, abs=1e-3)
        position += len(slot.phonemes)
