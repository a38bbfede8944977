"""Voicebank folders as strangers make them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.errors import PhonemeError, VoicebankError
from engine.voicebank.bank import check_mel_match, load_bank
from engine.voicebank.check import check_bank
from engine.voicebank.manifest import MAX_YAML_BYTES
from engine.voicebank.scan import find_banks
from tests.text_bank import make_text_bank

NAGI = Path(__file__).resolve().parents[3] / "voicebanks" / "nagi"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return make_text_bank(tmp_path / "bank")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_the_voice_that_ships_has_no_faults():
    assert check_bank(NAGI) == ()
    loaded = load_bank(NAGI)
    check_mel_match(loaded)
    assert [colour.name for colour in loaded.colours] == ["clear", "dusk"]
    assert loaded.phonemizer_language == "ja"
    assert "CC BY" in loaded.licence
    table = loaded.acoustic.embeddings()
    assert table is not None
    assert table.shape == (2, 192)
    assert not np.array_equal(table[0], table[1])
    assert sum(p.stat().st_size for p in NAGI.rglob("*") if p.is_file()) < 40e6


def test_token_lists_may_be_lines_or_json(bank):
    symbols = (bank / "phonemes.txt").read_text().split()
    ids = load_bank(bank).acoustic.token_ids(["SP", "a"])
    (bank / "phonemes.json").write_text(json.dumps({s: i for i, s in enumerate(symbols)}))
    append(bank / "dsconfig.yaml", "")
    (bank / "dsconfig.yaml").write_text("phonemes: phonemes.json\nhidden_size: 4\n")
    np.testing.assert_array_equal(load_bank(bank).acoustic.token_ids(["SP", "a"]), ids)


def test_an_unknown_phoneme_is_named_with_its_folder(bank):
    with pytest.raises(PhonemeError, match=r"'zz'.*bank"):
        load_bank(bank).acoustic.token_ids(["a", "zz"])


def test_r2_unknown_keys_and_a_bom_are_no_fault(bank):
    text = (bank / "dsconfig.yaml").read_text()
    (bank / "dsconfig.yaml").write_bytes(
        b"\xef\xbb\xbf" + (text + "key_of_next_year: [1, {a: b}]\n").encode()
    )
    load_bank(bank)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("hidden_size: many\n", "hidden_size"),
        ("hop_size: 0\n", "hop_size"),
        ("sample_rate: -5\n", "sample_rate"),
        ("hidden_size: 1e400\n", "hidden_size"),
        ("speakers: 7\n", "speakers"),
        (": : :\n\t-", "YAML"),
    ],
)
def test_a_wrong_value_names_its_file_and_key(bank, line, words):
    append(bank / "dsconfig.yaml", line)
    with pytest.raises(VoicebankError) as caught:
        load_bank(bank)
    assert "dsconfig.yaml" in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content", [b"- a\n- b\n", b"just text", b"\xff\xfe\x00bad", b"a: &x [*x]\n", b"[" * 3000]
)
def test_a_config_that_is_none_is_one_sentence(bank, content):
    (bank / "dsconfig.yaml").write_bytes(content)
    with pytest.raises(VoicebankError) as caught:
        load_bank(bank)
    assert "\n" not in str(caught.value)


def test_yaml_makes_no_objects(bank):
    marker = bank / "made"
    append(
        bank / "dsconfig.yaml",
        f'evil: !!python/object/apply:os.mkdir ["{marker}"]\n',
    )
    load_bank(bank)
    assert not marker.exists()


def test_aliases_cannot_blow_up(bank):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    append(bank / "dsconfig.yaml", "\n".join(lines) + "\n")
    load_bank(bank)  # aliases stay references: 9**30 items are never made


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "link.txt"])
def test_no_file_of_a_bank_may_leave_its_folder(bank, tmp_path, name):
    (tmp_path / "outside.txt").write_text("SP\na\n")
    if name == "link.txt":
        (bank / name).symlink_to(tmp_path / "outside.txt")
    (bank / "dsconfig.yaml").write_text(f"phonemes: {name}\nhidden_size: 4\n")
    with pytest.raises(VoicebankError, match="outside its folder"):
        load_bank(bank)


def test_sub_models_may_share_the_banks_files(bank):
    (bank / "dsdur" / "dsconfig.yaml").write_text("phonemes: ../phonemes.txt\nhidden_size: 4\n")
    loaded = load_bank(bank)
    assert loaded.duration is not None
    assert loaded.duration.tokens == loaded.acoustic.tokens


def test_models_outside_are_refused_before_they_are_opened(bank, tmp_path):
    (tmp_path / "x.onnx").write_bytes(b"x")
    append(bank / "dsconfig.yaml", "acoustic: ../x.onnx\n")
    with pytest.raises(VoicebankError, match="outside its folder"):
        load_bank(bank).acoustic.model_path("acoustic")


def test_a_missing_model_is_named_with_what_to_do(bank):
    append(bank / "dsconfig.yaml", "acoustic: gone.onnx\n")
    with pytest.raises(VoicebankError, match=r"gone\.onnx is missing: install"):
        load_bank(bank).acoustic.model_path("acoustic")


def test_r9_an_embedding_of_another_size_says_which_would_fit(bank):
    append(bank / "dsconfig.yaml", "speakers: [one]\n")
    (bank / "one.emb").write_bytes(bytes(12))
    with pytest.raises(VoicebankError, match="would fit hidden_size 3"):
        load_bank(bank).acoustic.embeddings()


def test_r8_speakers_are_found_by_the_end_of_their_path(bank):
    append(bank / "dsconfig.yaml", "speakers: [embeds/acoustic/soft, embeds/acoustic/loud]\n")
    folder = load_bank(bank).acoustic
    assert folder.find_speaker("loud") == 1
    assert folder.find_speaker("acoustic/soft") == 0
    assert folder.find_speaker("other") is None
    assert folder.speaker_index("other") == 0


def test_r3_a_broken_bank_hides_no_other(tmp_path):
    make_text_bank(tmp_path / "voices" / "good")
    bad = make_text_bank(tmp_path / "voices" / "bad")
    (bad / "dsconfig.yaml").write_text("phonemes: gone.txt\n")
    banks, problems = find_banks([tmp_path / "voices"])
    assert [found.id for found in banks] == ["good"]
    assert len(problems) == 1
    assert "gone.txt" in problems[0].sentence


def test_a_broken_part_leaves_the_rest_of_the_bank(bank):
    (bank / "dspitch" / "dsconfig.yaml").write_text("phonemes: gone.txt\n")
    loaded = load_bank(bank)
    assert loaded.pitch is None
    assert loaded.variance is not None
    assert any("gone.txt" in problem.sentence for problem in loaded.problems)


def test_a_missing_vocoder_package_is_named(bank):
    append(bank / "dsconfig.yaml", "vocoder: nsf_of_someone\n")
    assert any("nsf_of_someone" in p.sentence for p in load_bank(bank).problems)
    assert any("nsf_of_someone" in p.sentence for p in check_bank(bank))


def test_a_file_that_is_too_large_is_not_read(bank):
    with (bank / "dsconfig.yaml").open("ab") as file:
        file.truncate(MAX_YAML_BYTES + 1)
    with pytest.raises(VoicebankError, match="larger than 64 MiB"):
        load_bank(bank)
