"""The dictionaries a bank is shipped with."""

from __future__ import annotations

import yaml
from dictionaries import dictionary_entries, dictionary_files, dictionary_yaml
from kana import LYRICS, PHONEMES, SYMBOL_TYPES


def test_yaml_reads_back_as_written() -> None:
    content = yaml.safe_load(dictionary_yaml())
    symbols = {line["symbol"]: line["type"] for line in content["symbols"]}
    assert symbols == SYMBOL_TYPES
    entries = {line["grapheme"]: tuple(line["phonemes"]) for line in content["entries"]}
    assert entries == dictionary_entries()


def test_yaml_keeps_words_that_yaml_takes_for_booleans() -> None:
    content = yaml.safe_load(dictionary_yaml())
    graphemes = [line["grapheme"] for line in content["entries"]]
    assert all(isinstance(grapheme, str) for grapheme in graphemes)
    assert {"no", "n", "y"} <= set(graphemes)


def test_no_lyric_is_written_twice() -> None:
    content = yaml.safe_load(dictionary_yaml())
    graphemes = [line["grapheme"] for line in content["entries"]]
    assert len(graphemes) == len(set(graphemes))


def test_every_phoneme_can_be_typed_and_spellings_win() -> None:
    entries = dictionary_entries()
    assert set(PHONEMES) <= set(entries)
    assert entries["n"] == ("N",)
    assert entries["k"] == ("k",)
    assert {**entries, **LYRICS} == entries


def test_root_and_every_model_folder_get_both_files() -> None:
    files = dictionary_files()
    for folder in ("", "dsdur/", "dspitch/", "dsvariance/"):
        assert f"{folder}dsdict.yaml" in files
        assert f"{folder}dsdict-ja.yaml" in files
