"""All faults of a bank at once."""

from __future__ import annotations

import pytest

from engine.voicebank.check import check_bank
from tests.text_bank import make_text_bank
from tests.tiny_onnx_bank import write_tiny_bank


def test_a_whole_bank_has_no_faults(tmp_path):
    assert check_bank(write_tiny_bank(tmp_path / "tiny")) == ()


def test_every_missing_part_is_named_at_once(tmp_path):
    bank = write_tiny_bank(tmp_path / "tiny")
    gone = ["acoustic.onnx", "dsdur/dur.onnx", "dspitch/dark.emb", "dsvocoder/model.onnx"]
    for name in gone:
        (bank / name).unlink()
    sentences = [problem.sentence for problem in check_bank(bank)]
    assert all(any(name in sentence for sentence in sentences) for name in gone)
    assert all("install" in sentence for sentence in sentences)


def test_a_colour_without_speaker_and_words_without_tokens_are_told(tmp_path):
    bank = write_tiny_bank(tmp_path / "tiny")
    text = (bank / "character.yaml").read_text()
    (bank / "character.yaml").write_text(text + "- {color: loud, suffix: loud}\n")
    tokens = (bank / "dspitch" / "phonemes.txt").read_text()
    (bank / "dspitch" / "phonemes.txt").write_text(tokens.replace("t\n", ""))
    codes = [problem.code for problem in check_bank(bank)]
    assert codes.count("unknown-speaker") == 4  # one for each model with speakers
    assert codes.count("uncovered-phonemes") == 1


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_that_is_no_bank_is_one_sentence(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (problem,) = check_bank(tmp_path / name)
    assert problem.code == "not-a-voicebank"
    assert "choose the folder" in problem.sentence


def test_a_text_bank_lacks_its_models(tmp_path):
    codes = {problem.code for problem in check_bank(make_text_bank(tmp_path / "bank"))}
    assert codes == {"missing-model", "missing-vocoder"}
