"""Lyrics to phonemes (contract 3.2-3.4), with the Japanese voice that ships."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.phonemize.lyrics import Speller, is_extension, is_hold
from engine.types import NoteId, ScoreNote
from engine.voicebank.bank import load_bank
from tests.tiny_onnx_bank import write_tiny_bank

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
        ("br", "AP"),
        ("R", "SP"),
        ("ｋａ", "k a"),
        ("ｶﾞ", "g a"),
        ("ガ", "g a"),
        ("か\u3099", "g a"),
        ("かぁ", "k a a"),
        ("カー", "k a"),
        ("ｶｰ", "k a"),
        ("ぢゃ", "j a"),
        ("てぃ", "t i"),
        ("うぉ", "w o"),
        ("いぇ", "y e"),
        ("ゐ", "i"),
        ("きゃっ", "ky a cl"),
        ("かん", "k a N"),
        ("かっと", "k a cl t o"),
        ("kaー", "k a"),
        ("ka-", "k a"),
        ("tōkyō", "t o ky o"),
        ("matte", "m a cl t e"),
        ("matcha", "m a cl ch a"),
        ("shin'yo", "sh i N y o"),
        ("か[s o]", "s o"),
        ("か[ s  o ]", "s o"),
        ("[k a]", "k a"),
        ("さ[]", "s a"),
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
    "lyric",
    [
        "漢",
        "любовь",
        "love!",
        "",
        "☃",
        "k zz",
        "\u0000",
        "か" * 3 + "漢",
        "ヶ",
        "か[",
        "'",
        "ー",
        "+",
    ],
)
def test_what_the_voice_cannot_sing_keeps_its_time_in_silence(speller, lyric):
    spelling = speller.spell(note(lyric))
    assert spelling.is_placeholder or spelling.rejected
    assert all(symbol in speller._bank.acoustic.tokens for symbol in spelling.symbols)


def test_a_hint_replaces_the_dictionary_and_bad_phonemes_of_it_are_named(speller):
    assert speller.spell(note("か", hint=("s", "o"))).symbols == ("s", "o")
    spelling = speller.spell(note("か", hint=("s", "qq", "o")))
    assert (spelling.symbols, spelling.rejected) == (("s", "o"), ("qq",))


def test_a_lyric_of_phonemes_keeps_those_that_are_known(speller):
    spelling = speller.spell(note("k zz a"))
    assert (spelling.symbols, spelling.rejected) == (("k", "a"), ("zz",))
    assert not spelling.is_placeholder


def test_a_hint_without_any_known_phoneme_is_silent(speller):
    spelling = speller.spell(note("か", hint=("qq", "xx")))
    assert spelling.is_placeholder
    assert spelling.rejected == ("qq", "xx")


@pytest.mark.parametrize(
    "lyric", ["+", "+~", "+*", "+2", "ー", "-", "ーー", "ｰ", "＋", " + ", "〜", "～", "―"]
)
def test_extensions_continue_a_word(lyric):
    assert is_extension(lyric)


@pytest.mark.parametrize("lyric", ["あ", "", "あー", "a+", "か-", " "])
def test_words_do_not_continue_another(lyric):
    assert not is_extension(lyric)
    assert not is_hold(lyric)


@pytest.mark.parametrize("lyric", ["+~", "+*", "ー", "-", "ｰ", "＋～"])
def test_holds_keep_the_vowel(lyric):
    assert is_hold(lyric)


@pytest.mark.parametrize("lyric", ["+", "+2", "＋"])
def test_a_plain_plus_takes_the_next_syllable(lyric):
    assert not is_hold(lyric)


def test_a_phoneme_that_one_model_lacks_is_named_and_never_reaches_it(tmp_path):
    folder = write_tiny_bank(tmp_path / "tiny")
    for name in ("dsdur", "dspitch", "dsvariance"):
        tokens = folder / name / "phonemes.txt"
        whole = tokens.read_text()
        tokens.write_text(whole.replace("k\n", ""))
        spelling = Speller(load_bank(folder)).spell(note("か"))
        assert (spelling.symbols, spelling.rejected) == (("a",), ("k",))
        tokens.write_text(whole)
    assert Speller(load_bank(folder)).spell(note("か")).symbols == ("k", "a")


def test_a_phoneme_that_no_dictionary_knows_is_rejected(tmp_path):
    """Nobody could say whether it carries a note (contract 3.3, rule R-7)."""
    folder = write_tiny_bank(tmp_path / "tiny")
    for name in (".", "dsdur", "dspitch", "dsvariance"):
        with (folder / name / "phonemes.txt").open("a") as file:
            file.write("new\n")
    spelling = Speller(load_bank(folder)).spell(note("か", hint=("new", "a")))
    assert (spelling.symbols, spelling.rejected) == (("a",), ("new",))


@given(lyric=st.text(max_size=12), hint=st.lists(st.text(max_size=3), max_size=3))
def test_any_text_gives_phonemes_that_the_model_knows(speller, lyric, hint):
    spelling = speller.spell(note(lyric, hint=tuple(hint)))
    assert spelling.symbols
    assert all(symbol in speller._bank.acoustic.tokens for symbol in spelling.symbols)
