"""Who sings: ``character.txt`` and ``character.yaml``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import VoicebankError
from engine.voicebank.character import VoiceColour, decode_text, read_character


def test_yaml_goes_before_txt_and_the_folder_is_the_last_name(tmp_path):
    assert read_character(tmp_path).name == tmp_path.name
    (tmp_path / "character.txt").write_text("Name = From txt \nauthor:Someone\n", encoding="utf-8")
    assert read_character(tmp_path).name == "From txt"
    (tmp_path / "character.yaml").write_text("name: From yaml\nlicence: CC0\n")
    found = read_character(tmp_path)
    assert (found.name, found.author, found.licence) == ("From yaml", "Someone", "CC0")
    (tmp_path / "character.yaml").write_text("name: ''\n")
    assert read_character(tmp_path).name == "From txt"


@pytest.mark.parametrize("line", ["名前=凪", "名前:凪", "名前：凪", "NAME＝x\nname=凪"])
def test_keys_have_three_separators_and_a_japanese_name(tmp_path, line):
    (tmp_path / "character.txt").write_text(line, encoding="utf-8")
    assert read_character(tmp_path).name == "凪"


@pytest.mark.parametrize("declared", ["", "nonsense", "idna", "undefined", "a\0b", "rot13", "zlib"])
def test_encodings_that_are_none_fall_back(declared):
    assert decode_text("名前=髙①".encode("cp932"), declared) == "名前=髙①"


@given(st.binary(max_size=40), st.sampled_from(["", "utf-16", "gbk", "punycode", "x"]))
def test_any_bytes_become_text(raw, declared):
    assert isinstance(decode_text(raw, declared), str)


def test_subbanks_are_colours_in_their_order(tmp_path):
    (tmp_path / "character.yaml").write_text(
        "subbanks:\n- {color: soft, suffix: S, tone_ranges: [C1-B4]}\n- {suffix: n, color: ~}\n"
    )
    assert read_character(tmp_path).colours == (
        VoiceColour(name="soft", suffix="S", tone_ranges=("C1-B4",)),
        VoiceColour(name="", suffix="n"),
    )


def test_a_bank_without_subbanks_has_one_colour_without_name(tmp_path):
    for text in ("name: a\n", "subbanks:\n", "subbanks: []\n"):
        (tmp_path / "character.yaml").write_text(text)
        assert read_character(tmp_path).colours == (VoiceColour(name="", suffix=""),)


@pytest.mark.parametrize("text", ["subbanks: 5\n", "subbanks: {a: b}\n", "subbanks: [a]\n"])
def test_subbanks_of_another_form_name_the_file(tmp_path, text):
    (tmp_path / "character.yaml").write_text(text)
    with pytest.raises(VoicebankError, match=r"character\.yaml: subbanks"):
        read_character(tmp_path)


def test_aliases_in_names_are_never_printed(tmp_path):
    """2**60 words would be printed if a nested alias were taken for a name."""
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    lines += ["name: *a59", "subbanks: [{color: *a59, suffix: *a59, tone_ranges: *a59}]"]
    (tmp_path / "character.yaml").write_text("\n".join(lines))
    found = read_character(tmp_path)
    assert found.name == tmp_path.name
    assert found.colours == (VoiceColour(name="", suffix="", tone_ranges=("", "")),)


@pytest.mark.parametrize(
    ("ranges", "inside", "outside"),
    [
        (("C4",), (60,), (59, 61)),
        (("C1-B4",), (24, 60, 71), (23, 72)),
        (("C#4 - Eb4",), (61, 63), (60, 64)),
        (("C-1-G9",), (0, 127), ()),
        (("B4-C1", "H4", "", "c4"), (), (24, 60, 71)),
        (("A2", "A3"), (45, 57), (50,)),
    ],
)
def test_tone_ranges_hold_their_keys(ranges, inside, outside):
    colour = VoiceColour(name="", suffix="", tone_ranges=ranges)
    assert all(colour.holds(key) for key in inside)
    assert not any(colour.holds(key) for key in outside)
