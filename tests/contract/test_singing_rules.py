"""Rules R-17 to R-21 and R-29 of the voicebank contract, and sections 3.2 to 3.9 around them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.phonemize.lyrics import Speller
from engine.render.phrase import PhraseScore, fill_rests, fit_frames, split_phrases
from engine.render.sentence import align, plan_sentences
from engine.timing import Tempo, TempoMap
from engine.types import (
    NoteId,
    PhonemeOverride,
    PhraseId,
    PhraseLayout,
    PlacedPhoneme,
    RenderRequest,
    ScoreNote,
)
from engine.units import durations_ms_to_frames, frame_length_ms
from engine.voicebank.bank import Voicebank, load_bank
from tests.text_bank import make_text_bank

TICK_MS = TempoMap([Tempo(start_ticks=0, bpm=125.0)])  # a tick is a millisecond

GLIDES = """
symbols:
- {symbol: SP, type: vowel}
- {symbol: a, type: vowel}
- {symbol: i, type: vowel}
- {symbol: w, type: semivowel}
- {symbol: l, type: liquid}
- {symbol: k, type: stop}
- {symbol: s, type: fricative}
entries:
- {grapheme: kwa, phonemes: [k, w, a]}
- {grapheme: wa, phonemes: [w, a]}
- {grapheme: skli, phonemes: [s, k, l, i]}
- {grapheme: kakila, phonemes: [k, a, k, i, l, a]}
- {grapheme: sk, phonemes: [s, k]}
- {grapheme: aw, phonemes: [a, w, i]}
- {grapheme: a, phonemes: [a]}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Voicebank:
    folder = make_text_bank(tmp_path / "bank")
    for name in ("", "dsdur", "dspitch", "dsvariance"):
        (folder / name / "dsdict.yaml").write_text(GLIDES)
        (folder / name / "phonemes.txt").write_text("<PAD>\nSP\nAP\na\ni\nw\nl\nk\ns\n")
    return load_bank(folder)


def note(number: int, start: int, length: int, lyric: str, key: int = 60, **more) -> ScoreNote:
    return ScoreNote(
        id=NoteId(f"n{number}"),
        start_ticks=start,
        length_ticks=length,
        key_midi=key,
        lyric=lyric,
        **more,
    )


def touching(*lyrics: str, start: int = 1000, length: int = 500) -> tuple[ScoreNote, ...]:
    return tuple(
        note(i, start + i * length, length, lyric, 60 + i) for i, lyric in enumerate(lyrics)
    )


def request(bank: Voicebank, notes: tuple[ScoreNote, ...], **more) -> RenderRequest:
    return RenderRequest(
        part_id="p", revision=0, voice_folder=bank.folder, tempo=TICK_MS, notes=notes, **more
    )


def slots(bank: Voicebank, *lyrics: str) -> list[tuple[int, str]]:
    (plan,), problems = plan_sentences(request(bank, touching(*lyrics)), bank)
    assert problems == ()
    return [(s.start_ticks, " ".join(p.symbol for p in s.phonemes)) for s in plan.slots]


# ------------------------------------------------------------------------------ 3.2 and 3.4


@pytest.mark.parametrize(
    ("lyrics", "wanted"),
    [
        # The glide after a consonant is the anchor; a glide that begins the word is not.
        (["kwa"], [(500, "SP k"), (1000, "w a")]),
        (["wa"], [(500, "SP w"), (1000, "a")]),
        (["skli"], [(500, "SP s k"), (1000, "l i")]),
        (["aw", "+"], [(500, "SP"), (1000, "a w"), (1500, "i")]),
        # Without a vowel the first symbol is.
        (["sk"], [(500, "SP"), (1000, "s k")]),
        # The next word's consonants are sung in the time before it.
        (["a", "kwa"], [(500, "SP"), (1000, "a k"), (1500, "w a")]),
        # A plus takes the next syllable, while there is one.
        (["kakila", "+"], [(500, "SP k"), (1000, "a k"), (1500, "i l a")]),
        (["kakila", "+", "+"], [(500, "SP k"), (1000, "a k"), (1500, "i l"), (2000, "a")]),
        (["kakila", "+~", "+"], [(500, "SP k"), (1000, "a k"), (2000, "i l a")]),
        (["a", "+", "+"], [(500, "SP"), (1000, "a")]),
        (["a", "+~", "kwa"], [(500, "SP"), (1000, "a k"), (2000, "w a")]),
    ],
)
def test_3_4_phonemes_of_a_word_are_spread_over_its_notes(bank, lyrics, wanted):
    assert slots(bank, *lyrics) == wanted


def test_3_2_a_plus_that_does_not_touch_is_a_word_of_its_own(bank):
    notes = (note(0, 1000, 500, "a"), note(1, 1501, 500, "+"))
    plans, problems = plan_sentences(request(bank, notes), bank)
    assert len(plans) == 2
    assert [(p.code, p.note_id) for p in problems] == [("unknown-lyric", "n1")]


def test_3_5_any_gap_splits_sentences(bank):
    notes = (*touching("a", "a"), note(8, 2001, 500, "a"))
    plans, _ = plan_sentences(request(bank, notes), bank)
    assert [[p.symbol for s in plan.slots for p in s.phonemes] for plan in plans] == [
        ["SP", "a", "a"],
        ["SP", "a"],
    ]


def test_3_5_consonants_carry_the_key_of_the_note_before(bank):
    (plan,), _ = plan_sentences(request(bank, touching("a", "kwa", "sk")), bank)
    assert plan.symbols == ("SP", "a", "k", "w", "a", "s", "k")
    assert plan.ph_midi.tolist() == [60, 60, 60, 61, 61, 62, 62]


def test_3_5_a_slot_of_no_predicted_length_is_shared_equally(bank):
    asked = request(bank, touching("kwa", "a"))
    (plan,), _ = plan_sentences(asked, bank)
    placed = align(plan, np.zeros(len(plan.symbols), dtype=np.float32), asked, bank)
    assert [(p.symbol, p.start_ticks, p.end_ticks) for p in placed] == [
        ("k", 990, 1000),  # at least 10 ticks
        ("w", 1000, 1250),
        ("a", 1250, 1500),
        ("a", 1500, 2000),
    ]


def test_3_5_long_onsets_leave_the_note_before_half_of_its_time(bank):
    notes = (note(0, 1000, 400, "a"), note(1, 1500, 500, "skli"))
    asked = request(bank, notes)
    plans, _ = plan_sentences(asked, bank)
    placed = [
        p
        for plan in plans
        for p in align(plan, np.full(len(plan.symbols), 80.0, dtype=np.float32), asked, bank)
    ]
    (phrase,) = split_phrases(asked, bank, placed)
    assert [p.symbol for p in phrase.layout.phonemes] == ["a", "s", "k", "l", "i"]
    starts = [p.start_ticks for p in phrase.layout.phonemes]
    assert starts[0] == 1000
    assert starts[1] == 1200  # the middle of the note before
    assert starts[3] == 1500


def test_3_5_starts_keep_ten_ticks_and_a_late_start_is_heard(bank):
    def placed(*overrides: PhonemeOverride) -> list[tuple[str, int, int]]:
        notes = (note(0, 1000, 500, "kwa", overrides=overrides),)
        asked = request(bank, notes)
        (plan,), _ = plan_sentences(asked, bank)
        durations = np.array([10, 4, 10, 30], dtype=np.float32)
        return [(p.symbol, p.start_ticks, p.end_ticks) for p in align(plan, durations, asked, bank)]

    plain = placed()
    assert [(symbol, end) for symbol, _, end in plain] == [("k", 1000), ("w", 1125), ("a", 1500)]
    late = placed(PhonemeOverride(index=0, offset_ticks=400))
    assert [start for _, start, _ in late][:2] == [990, 1000]
    last = placed(PhonemeOverride(index=2, offset_ticks=5000))
    assert last[-1] == ("a", 1490, 1500)
    assert last[-2][2] == 1490
    fixed = placed(PhonemeOverride(index=0, place_ticks=-120))
    assert fixed[0] == ("k", 880, 1000)


# -------------------------------------------------------------------------------------


def test_r_17_bad_phonemes_of_a_hint_are_named_and_the_others_sung(bank):
    notes = (note(0, 1000, 500, "x", hint=("k", "qq", "a")), note(1, 1500, 500, "a"))
    (plan,), problems = plan_sentences(request(bank, notes), bank)
    assert plan.symbols == ("SP", "k", "a", "a")
    assert [(p.code, p.note_id) for p in problems] == [("unknown-lyric", "n0")]
    assert "'qq'" in problems[0].sentence


def test_r_17_a_bad_override_is_named_and_the_dictionary_sings(bank):
    bad = (PhonemeOverride(index=0, symbol="qq"), PhonemeOverride(index=1, symbol="i"))
    notes = (note(0, 1000, 500, "wa", overrides=bad), note(1, 1500, 500, "a"))
    (plan,), problems = plan_sentences(request(bank, notes), bank)
    assert plan.symbols == ("SP", "w", "i", "a")
    assert [(p.code, p.note_id) for p in problems] == [("unknown-phoneme", "n0")]
    assert "'qq'" in problems[0].sentence
    assert "'w'" in problems[0].sentence


def test_r_17_an_override_beyond_the_word_changes_nothing(bank):
    far = (PhonemeOverride(index=9, symbol="i"), PhonemeOverride(index=-1, symbol="i"))
    (plan,), problems = plan_sentences(
        request(bank, (note(0, 1000, 500, "wa", overrides=far),)), bank
    )
    assert (plan.symbols, problems) == (("SP", "w", "a"), ())


def test_r_17_a_word_that_cannot_be_sung_is_silent_in_its_own_time(bank):
    asked = request(bank, touching("a", "漢", "kwa"))
    (plan,), problems = plan_sentences(asked, bank)
    assert [problem.note_id for problem in problems] == ["n1"]
    placed = align(plan, np.full(len(plan.symbols), 5.0, dtype=np.float32), asked, bank)
    assert [(p.symbol, p.note_id) for p in placed] == [
        ("a", "n0"),
        ("k", "n2"),
        ("w", "n2"),
        ("a", "n2"),
    ]
    assert placed[0].end_ticks == 1500
    phrases = split_phrases(asked, bank, placed)
    assert [phrase.layout.phrase_id for phrase in phrases] == ["n0", "n2"]


# -------------------------------------------------------------------------------------


@pytest.mark.parametrize("use_lang_id", ["true", "false"])
def test_r_29_the_language_is_put_before_a_phoneme_where_only_that_is_known(bank, use_lang_id):
    symbols = ["SP", "AP", "ja/a", "ja/k", "a2", "en/a2"]
    dictionary = "symbols:\n" + "".join(f"- {{symbol: {s}, type: vowel}}\n" for s in symbols)
    for name in ("", "dsdur", "dspitch", "dsvariance"):
        place = bank.folder / name
        (place / "phonemes.json").write_text(json.dumps({s: i for i, s in enumerate(symbols, 1)}))
        (place / "languages.json").write_text(json.dumps({"ja": 1, "en": 2}))
        (place / "dsconfig.yaml").write_text(
            "phonemes: phonemes.json\nlanguages: languages.json\nhidden_size: 4\n"
            f"use_lang_id: {use_lang_id}\n"
        )
        (place / "dsdict.yaml").write_text(dictionary)
    (bank.folder / "character.yaml").write_text(
        "default_phonemizer: X.DiffSingerJapanesePhonemizer"
    )
    speller = Speller(load_bank(bank.folder))
    hinted = note(0, 0, 1, "x", hint=("k", "a", "ja/a", "a2", "SP"))
    assert speller.spell(hinted).symbols == ("ja/k", "ja/a", "ja/a", "a2", "SP")
    spelling = speller.spell(replace(hinted, language="en"))
    assert (spelling.symbols, spelling.rejected) == (("ja/a", "a2", "SP"), ("k", "a"))
    assert speller.resolve("k", "") == "ja/k"
    assert speller.resolve("k", "en") is None


# ------------------------------------------------------------------------- 3.6 and 3.7, R-18


def test_r_18_the_frame_is_rounded_to_float32_once():
    assert frame_length_ms(sample_rate_hz=44100, hop_samples=512) == 11.609977722167969


def test_r_18_lists_of_one_phrase_share_their_boundaries():
    """A boundary is where its time is, however the time before it was cut."""
    frame_ms = frame_length_ms(sample_rate_hz=44100, hop_samples=512)
    rng = np.random.default_rng(3)
    for _ in range(200):
        lengths = rng.uniform(0.0, 300.0, 12)
        fine = np.cumsum(durations_ms_to_frames(lengths, frame_ms=frame_ms))
        coarse = np.cumsum(
            durations_ms_to_frames(np.add.reduceat(lengths, [0, 3, 6, 9]), frame_ms=frame_ms)
        )
        np.testing.assert_array_equal(fine[[2, 5, 8, 11]], coarse)


def test_3_7_deficits_are_taken_from_the_right():
    assert fit_frames(np.array([5, 5, 1]), 11).tolist() == [5, 5, 1]
    assert fit_frames(np.array([5, 5, 1]), 4).tolist() == [4, 0, 0]
    assert fit_frames(np.array([5, 5, 1]), 20).tolist() == [5, 5, 10]


def test_3_7_negative_lengths_are_an_error():
    with pytest.raises(ValueError, match="negative"):
        durations_ms_to_frames([10.0, -1.0], frame_ms=10.0)


def test_3_7_padding_is_eight_frames_on_every_grid(bank):
    asked = request(bank, touching("kwa", "a"))
    (plan,), _ = plan_sentences(asked, bank)
    placed = align(plan, np.full(len(plan.symbols), 7.3, dtype=np.float32), asked, bank)
    (phrase,) = split_phrases(asked, bank, placed)
    for hop in (128, 256, 441, 512, 1000):
        frames = phrase.frames(frame_length_ms(sample_rate_hz=44100, hop_samples=hop))
        assert (frames.durations[0], frames.durations[-1]) == (8, 8)
        assert frames.durations.sum() == frames.note_dur.sum() == frames.n_frames
        assert (frames.durations >= 0).all()
        assert (frames.note_dur >= 0).all()


def test_3_6_a_gap_that_an_onset_fills_does_not_split(bank):
    def phrases(gap: int) -> list[str]:
        notes = (note(0, 1000, 500, "a"), note(1, 1500 + gap, 500, "kwa"))
        asked = request(bank, notes)
        plans, _ = plan_sentences(asked, bank)
        placed = []
        for plan in plans:
            durations = np.full(len(plan.symbols), 100.0 / bank.acoustic.frame_ms)
            placed += align(plan, durations.astype(np.float32), asked, bank)
        return [p.layout.phrase_id for p in split_phrases(asked, bank, placed)]

    assert phrases(100) == ["n0"]
    assert phrases(101) == ["n0", "n1"]
    assert phrases(60) == ["n0"]  # the onset begins in the note before, which ends there


# ------------------------------------------------------------------------------- 3.8 and 3.9


def phoneme(symbol: str, start: int, end: int, *, is_vowel: bool) -> PlacedPhoneme:
    return PlacedPhoneme(
        symbol=symbol,
        note_id=NoteId("n0"),
        index=0,
        start_ms=float(start),
        end_ms=float(end),
        start_ticks=start,
        end_ticks=end,
        is_vowel=is_vowel,
    )


def score(notes: tuple[ScoreNote, ...], *phonemes: PlacedPhoneme) -> PhraseScore:
    return PhraseScore(
        layout=PhraseLayout(
            phrase_id=PhraseId("n0"),
            start_ms=phonemes[0].start_ms,
            end_ms=phonemes[-1].end_ms,
            phonemes=phonemes,
            note_ids=(NoteId("n0"),),
        ),
        notes=notes,
        tempo=TICK_MS,
    )


@pytest.mark.parametrize(
    ("symbols", "division"),
    [("ka", [2, 2]), ("kak", [2, 3]), ("aa", [1, 1, 2]), ("kk", [2, 2]), ("ksaka", [3, 2, 2])],
)
def test_3_8_words_end_at_their_vowel_and_hold_the_padding(symbols, division):
    phonemes = [
        phoneme(s, 1000 + 100 * i, 1100 + 100 * i, is_vowel=s == "a") for i, s in enumerate(symbols)
    ]
    frames = score((), *phonemes).frames(10.0)
    word_div, word_dur = frames.word_division(lambda symbol: symbol == "a")
    assert word_div.sum() == len(symbols) + 2
    assert word_dur.sum() == frames.n_frames
    assert word_div.tolist() == division
    running = np.cumsum(frames.durations)
    np.testing.assert_array_equal(np.cumsum(word_dur), running[np.cumsum(division) - 1])


def test_r_19_a_neighbour_before_the_phrase_shifts_nothing():
    before = note(0, 500, 500, "x", 50)
    own = note(1, 1000, 400, "a", 60)
    after = note(2, 1400, 300, "x", 70)
    vowel = phoneme("a", 1000, 1400, is_vowel=True)
    alone = score((own,), vowel).frames(10.0)
    among = score((before, own, after), vowel).frames(10.0)
    np.testing.assert_array_equal(among.note_dur, alone.note_dur)
    np.testing.assert_array_equal(among.note_midi, alone.note_midi)
    np.testing.assert_array_equal(among.note_rest, alone.note_rest)
    # A neighbour that the phrase's first consonants are sung in is cut at the phrase's begin.
    onset = phoneme("k", 900, 1000, is_vowel=False)
    frames = score((before, own), onset, vowel).frames(10.0)
    assert frames.note_dur.tolist()[0] == 8
    assert frames.note_dur.tolist()[1] == 10
    assert frames.note_rest.tolist() == [True, True, False, True]


def test_3_9_rests_take_the_tone_of_what_is_near():
    tones = [0, 60, 0, 0, 0, 70, 0]
    rests = [True, False, True, True, True, False, True]
    assert fill_rests(tones, rests).tolist() == [60, 60, 60, 60, 70, 70, 70]
    assert fill_rests([0, 0], [True, True]).tolist() == [60, 60]
    assert fill_rests([61.5, 0, 62], [False, True, False]).tolist() == [61.5, 61.5, 62]


def test_3_9_a_breath_and_its_extension_are_rests():
    notes = (note(0, 1000, 200, "AP"), note(1, 1200, 200, "+"), note(2, 1400, 200, "a", 64))
    frames = score(
        notes, phoneme("AP", 1000, 1400, is_vowel=True), phoneme("a", 1400, 1600, is_vowel=True)
    ).frames(10.0)
    assert frames.note_rest.tolist() == [True, True, True, False, True]
    assert frames.note_midi.tolist() == [64, 64, 64, 64, 64]
