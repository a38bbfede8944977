"""Dictionaries of a bank: classes of symbols and words."""

from __future__ import annotations

import pytest

from engine.errors import VoicebankError
from engine.voicebank.dictionary import read_dictionary

TEXT = """
symbols:
- {symbol: a, type: vowel}
- {symbol: y, type: semivowel}
- {symbol: l, type: liquid}
- {symbol: n, type: nasal}
- {symbol: "@", type: stop}
entries:
- {grapheme: Ya, phonemes: [y, a]}
- {grapheme: ya, phonemes: [n]}
- {grapheme: ya, phonemes: [y, a, zz, SP]}
- {grapheme: no, phonemes: [n, a]}
replacements:
- {from: ax, to: a}
- {from: ax, to: "@"}
"""


@pytest.fixture
def dictionary(tmp_path):
    (tmp_path / "dsdict.yaml").write_text(TEXT)
    return read_dictionary(tmp_path / "dsdict.yaml")


def test_classes_are_vowel_glide_and_the_rest(dictionary):
    assert [s for s in ("a", "y", "l", "n", "@", "SP", "AP") if dictionary.is_vowel(s)] == [
        "a",
        "SP",
        "AP",
    ]
    assert [s for s in ("a", "y", "l", "n", "@") if dictionary.is_glide(s)] == ["y", "l"]


def test_words_are_found_as_written_and_then_in_lower_case(dictionary):
    assert dictionary.look_up("Ya") == ("y", "a")
    assert dictionary.look_up("YA") == ("y", "a", "SP")  # the later entry; zz is not declared
    assert dictionary.look_up("no") == ("n", "a")
    assert dictionary.look_up("yo") is None
    assert dictionary.replacements == {"ax": "@"}


@pytest.mark.parametrize(
    "text",
    [
        "symbols: [a]\n",
        "symbols: 5\n",
        "symbols: [{type: vowel}]\n",
        "symbols: [{symbol: [a], type: vowel}]\n",
        "symbols: [{symbol: a, type: [vowel]}]\n",
        "entries: [{grapheme: a}]\n",
        "entries: [{grapheme: a, phonemes: a b}]\n",
        "entries: [{grapheme: {a: b}, phonemes: [a]}]\n",
        "entries: [{grapheme: a, phonemes: [[a]]}]\n",
        "replacements: [{from: a}]\n",
    ],
)
def test_another_form_names_the_file_in_one_sentence(tmp_path, text):
    path = tmp_path / "dsdict.yaml"
    path.write_text(text)
    with pytest.raises(VoicebankError, match=r"dsdict\.yaml") as caught:
        read_dictionary(path)
    assert "\n" not in str(caught.value)


def test_aliases_in_words_are_never_printed(tmp_path):
    """9**30 words would be printed if a nested alias were taken for a phoneme."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    for word in ("{grapheme: b, phonemes: [*a29]}", "{grapheme: *a29, phonemes: [x]}"):
        path = tmp_path / "dsdict.yaml"
        path.write_text("\n".join([*lines, f"entries: [{word}]"]))
        with pytest.raises(VoicebankError, match="a list or mapping"):
            read_dictionary(path)


def test_a_file_without_sections_is_empty(tmp_path):
    for text in ("", "symbols:\nentries:\n", "other: 1\n"):
        path = tmp_path / "dsdict.yaml"
        path.write_text(text)
        assert read_dictionary(path).look_up("a") is None
