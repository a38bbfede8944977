"""What a voice can sing is told to whoever types."""

from __future__ import annotations

import pytest

from engine.errors import VoicebankError
from engine.phonemize.words import read_voice_words
from tests.text_bank import SYMBOLS, make_text_bank


@pytest.fixture
def words(tmp_path):
    return read_voice_words(make_text_bank(tmp_path / "bank"))


def test_all_symbols_are_named_in_order(words):
    assert words.symbols == tuple(sorted(SYMBOLS))
    assert words.name == "Text"


def test_lyrics_are_spelt_as_they_will_be_sung(words):
    assert words.spell("ni").symbols == ("n", "i")
    assert words.spell("hao", hint=["k", "a"]).symbols == ("k", "a")
    assert words.spell("+") is None
    assert words.spell("+", hint=["a"]).symbols == ("a",)
    assert words.spell("쀍").is_placeholder


def test_unknown_symbols_have_near_ones(words):
    assert words.resolve("ao") == "ao"
    assert words.resolve("aoo") is None
    assert words.near("aoo")[0] == "ao"
    assert words.near("\U0001f3b5") == ()


def test_a_folder_without_a_voice_is_refused(tmp_path):
    with pytest.raises(VoicebankError):
        read_voice_words(tmp_path)
