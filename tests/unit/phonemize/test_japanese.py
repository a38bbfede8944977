"""Kana into morae and romaji."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.phonemize.japanese import HOLDS, ROMAJI, SMALL, split_morae, to_hiragana

HIRAGANA = [chr(code) for code in range(ord("ぁ"), ord("ゔ") + 1)]


def test_every_hiragana_is_a_mora():
    assert [kana for kana in HIRAGANA if kana not in ROMAJI] == []


@pytest.mark.parametrize(
    ("text", "morae"),
    [
        ("さくら", ["さ", "く", "ら"]),
        ("きゃっと", ["きゃ", "っ", "と"]),
        ("シェリー", ["しぇ", "り", "ー"]),
        ("ヴァイオリン", ["ゔぁ", "い", "お", "り", "ん"]),
        ("ああぁ", ["あ", "あ", "ぁ"]),
        ("ぁあ", ["ぁ", "あ"]),
        ("くゎ", ["くゎ"]),
        ("っっ", ["っ", "っ"]),
    ],
)
def test_small_kana_join_the_one_before_where_that_is_a_syllable(text, morae):
    assert split_morae(text) == morae


@pytest.mark.parametrize("text", ["", "漢", "ka", "か ", "か漢", "ヶ", "ゝ"])
def test_what_is_not_kana_alone_has_no_morae(text):
    assert split_morae(text) is None


@given(st.lists(st.sampled_from(sorted(ROMAJI)), min_size=1, max_size=8))
def test_morae_are_never_lost(kana):
    text = "".join(kana)
    morae = split_morae(text)
    assert morae is not None
    assert "".join(morae) == text
    assert all(mora in ROMAJI for mora in morae)


@given(st.text(max_size=10))
def test_hiragana_has_as_many_letters_as_the_text(text):
    assert len(to_hiragana(text)) == len(text)
    assert to_hiragana(to_hiragana(text)) == to_hiragana(text)


def test_marks_and_small_kana_are_no_syllables_of_each_other():
    assert not HOLDS & set(ROMAJI)
    assert set(ROMAJI) >= SMALL
