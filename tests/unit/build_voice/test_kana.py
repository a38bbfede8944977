"""The table behind lyrics and dictionaries."""

from __future__ import annotations

import pytest
from kana import (
    CORE_MORAE,
    HIRAGANA,
    KATAKANA,
    LYRICS,
    PHONEMES,
    ROMAJI,
    SYMBOL_TYPES,
    hiragana_to_katakana,
    lyric_to_phonemes,
)

INVENTORY = "a i u e o N cl b by ch d f g gy h hy j k ky m my n ny p py r ry s sh t ts w y z SP AP"


def test_inventory_is_the_agreed_36_phonemes() -> None:
    assert set(PHONEMES) == set(INVENTORY.split())
    assert len(PHONEMES) == 36


def test_every_phoneme_is_sung_by_some_mora() -> None:
    sung = {p for phonemes in CORE_MORAE.values() for p in phonemes}
    assert sung == set(PHONEMES) - {"SP", "AP"}


def test_all_lyrics_use_known_phonemes_and_end_in_a_vowel() -> None:
    for lyric, phonemes in LYRICS.items():
        assert set(phonemes) <= set(PHONEMES), lyric
        assert SYMBOL_TYPES[phonemes[-1]] == "vowel", lyric
        assert all(SYMBOL_TYPES[p] != "vowel" for p in phonemes[:-1]), lyric


def test_every_single_kana_of_unicode_block_is_known() -> None:
    skipped = set("ゕゖ")
    kana = {chr(code) for code in range(0x3041, 0x3095)} - skipped
    assert kana <= set(HIRAGANA)
    assert {hiragana_to_katakana(k) for k in kana} <= set(KATAKANA)


def test_every_sound_of_kana_can_be_typed_in_romaji() -> None:
    assert set(HIRAGANA.values()) <= set(ROMAJI.values())


@pytest.mark.parametrize(
    ("lyric", "phonemes"),
    [
        ("てぃ", "t i"),
        ("でぃ", "d i"),
        ("とぅ", "t u"),
        ("どぅ", "d u"),
        ("ふぁ", "f a"),
        ("うぃ", "w i"),
        ("うぇ", "w e"),
        ("うぉ", "w o"),
        ("つぁ", "ts a"),
        ("しぇ", "sh e"),
        ("ちぇ", "ch e"),
        ("じぇ", "j e"),
        ("いぇ", "y e"),
        ("すぃ", "s i"),
        ("ずぃ", "z i"),
        ("ぢ", "j i"),
        ("づ", "z u"),
        ("を", "o"),
        ("ヴ", "b u"),
        ("ヴァ", "b a"),
        ("キャ", "ky a"),
        ("ん", "N"),
        ("ッ", "cl"),
        ("br", "AP"),
    ],
)
def test_kana_reads_as_agreed(lyric: str, phonemes: str) -> None:
    assert " ".join(lyric_to_phonemes(lyric)) == phonemes


@pytest.mark.parametrize(
    ("hepburn", "kunrei"),
    [
        ("shi", "si"),
        ("chi", "ti"),
        ("tsu", "tu"),
        ("fu", "hu"),
        ("ji", "zi"),
        ("sha", "sya"),
        ("cha", "tya"),
        ("ja", "zya"),
        ("n", "nn"),
    ],
)
def test_hepburn_and_kunrei_agree(hepburn: str, kunrei: str) -> None:
    assert lyric_to_phonemes(hepburn) == lyric_to_phonemes(kunrei)


def test_case_of_romaji_does_not_matter() -> None:
    assert lyric_to_phonemes("Sha") == ("sh", "a")


def test_unknown_lyric_is_an_error() -> None:
    with pytest.raises(KeyError):
        lyric_to_phonemes("xyz")
