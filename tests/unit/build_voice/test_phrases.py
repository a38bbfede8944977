"""The phrase plan and what is written about it."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from kana import CORE_MORAE, PHONEMES, WORD_STARTS
from labels import full_context_labels
from make_corpus import phrases_for
from phrases import (
    HIGHEST_MIDI,
    LOWEST_MIDI,
    MIN_PHONEME_FRAMES,
    Note,
    Phrase,
    plan_phrase,
)
from timing import SAMPLE_RATE, frames_to_samples
from transcription import midi_to_name, transcription_row

PHRASES = [plan_phrase(seed=3, speaker="clear", index=i) for i in range(80)]


def test_same_arguments_give_the_same_phrase() -> None:
    again = plan_phrase(seed=3, speaker="clear", index=17)
    assert again == PHRASES[17]
    assert again.generator("melody").random() == PHRASES[17].generator("melody").random()


def test_seed_speaker_and_index_each_change_the_phrase() -> None:
    base = plan_phrase(seed=3, speaker="clear", index=1)
    for other in (
        plan_phrase(seed=4, speaker="clear", index=1),
        plan_phrase(seed=3, speaker="dusk", index=1),
        plan_phrase(seed=3, speaker="clear", index=2),
    ):
        assert other.notes != base.notes


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.name)
def test_phonemes_fill_the_notes_without_gaps(phrase: Phrase) -> None:
    assert sum(note.n_frames for note in phrase.notes) == phrase.n_frames
    position = 0
    for phoneme in phrase.phonemes:
        assert phoneme.start_frame == position
        assert phoneme.n_frames >= MIN_PHONEME_FRAMES
        position = phoneme.end_frame


@pytest.mark.parametrize("phrase", PHRASES[:20], ids=lambda phrase: phrase.name)
def test_vowels_start_with_their_notes(phrase: Phrase) -> None:
    starts = phrase.note_starts()
    for phoneme in phrase.phonemes:
        if phoneme.symbol in WORD_STARTS:
            assert phoneme.start_frame == starts[phoneme.i_note]
        else:
            assert phoneme.end_frame <= starts[phoneme.i_note]


def test_phrases_stay_in_range_and_start_and_end_in_rests() -> None:
    for phrase in PHRASES:
        assert phrase.notes[0].is_rest
        assert phrase.notes[-1].is_rest
        sung = [note.midi for note in phrase.notes if note.midi is not None]
        assert min(sung) >= LOWEST_MIDI
        assert max(sung) <= HIGHEST_MIDI
        assert 10 <= sum(note.lyric in CORE_MORAE for note in phrase.notes) <= 15


def test_every_phoneme_is_frequent() -> None:
    counts = Counter(p.symbol for phrase in PHRASES for p in phrase.phonemes)
    assert set(counts) == set(PHONEMES)
    assert min(counts.values()) >= 8


def test_one_phrase_in_four_is_neutral() -> None:
    assert [phrase.style for phrase in PHRASES[:4]] == ["neutral", "varied", "varied", "varied"]
    assert sum(phrase.style == "neutral" for phrase in PHRASES) == len(PHRASES) // 4


@pytest.mark.parametrize("phrase", PHRASES[:20], ids=lambda phrase: phrase.name)
def test_transcription_adds_up(phrase: Phrase) -> None:
    row = transcription_row(phrase)
    symbols = row["ph_seq"].split()
    durations_s = [float(x) for x in row["ph_dur"].split()]
    counts = [int(x) for x in row["ph_num"].split()]
    notes_s = [float(x) for x in row["note_dur"].split()]
    assert len(symbols) == len(durations_s) == sum(counts)
    assert len(row["note_seq"].split()) == len(notes_s) == len(row["note_slur"].split())
    assert sum(notes_s) == pytest.approx(sum(durations_s), abs=1e-6)
    # One word for each note that is not a slur, and the word lasts as long as its notes.
    slurs = row["note_slur"].split()
    words_s: list[float] = []
    for length_s, slur in zip(notes_s, slurs, strict=True):
        if slur == "1":
            words_s[-1] += length_s
        else:
            words_s.append(length_s)
    position = 0
    for count, word_s in zip(counts, words_s, strict=True):
        assert symbols[position] in WORD_STARTS
        assert sum(durations_s[position : position + count]) == pytest.approx(word_s, abs=1e-6)
        position += count


def test_labels_cover_the_phrase_in_order() -> None:
    phrase = PHRASES[0]
    lines = [line.split() for line in full_context_labels(phrase.phonemes)]
    assert len(lines) == len(phrase.phonemes)
    assert lines[0][0] == "0"
    assert int(lines[-1][1]) == phrase.n_frames * 50_000
    assert all(before[1] == after[0] for before, after in itertools.pairwise(lines))
    assert "-sil+" in lines[0][2]


def test_phrases_are_planned_until_they_last_long_enough() -> None:
    phrases = phrases_for(seed=3, speaker="clear", minutes=1.0)
    total = sum(p.n_frames for p in phrases)
    assert total >= 60 * 200 > total - phrases[-1].n_frames


@pytest.mark.parametrize(("midi", "name"), [(60, "C4"), (61, "C#4"), (81, "A5"), (None, "rest")])
def test_notes_have_scientific_names(midi: int | None, name: str) -> None:
    assert midi_to_name(midi) == name


def test_frames_become_samples_without_losing_any() -> None:
    assert frames_to_samples(200) == SAMPLE_RATE
    assert frames_to_samples(1) == 221


def test_notes_know_rests_and_slurs() -> None:
    assert Note(midi=None, n_frames=10, lyric="SP").is_rest
    assert Note(midi=60, n_frames=10, lyric="+").is_slur
