"""Voicebank folders as strangers make them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import PhonemeError, VoicebankError
from engine.voicebank.bank import check_mel_match, load_bank
from engine.voicebank.check import check_bank
from engine.voicebank.manifest import MAX_YAML_BYTES, DsConfig
from tests.text_bank import make_text_bank

NAGI = Path(__file__).resolve().parents[3] / "voicebanks" / "nagi"

NAMES = [
    "dsconfig.yaml",
    "character.yaml",
    "character.txt",
    "phonemes.txt",
    "dsdict.yaml",
    "dsdur/dsconfig.yaml",
    "dsdur/dsdict.yaml",
    "dsdur/dsdict-ja.yaml",
]
KEYS = [field.name for field in msgspec.structs.fields(DsConfig)] + ["subbanks", "name"]
yaml_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


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


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("hidden_size: many\n", "hidden_size"),
        ("hop_size: 0\n", "hop_size"),
        ("sample_rate: -5\n", "sample_rate"),
        ("hidden_size: 1e400\n", "hidden_size"),
        ("speakers: 7\n", "speakers"),
        (": : :\n\t-", "YAML"),
        ("max_depth: -0.1\n", "max_depth"),
        ("max_depth: nan\n", "max_depth"),
        ("mel_fmin: nan\n", "mel_fmin"),
        ("mel_fmax: 20\n", "mel_fmax"),
        ("mel_base: 2\n", "mel_base"),
        ("use_expr: perhaps\n", "use_expr"),
        ("default_steps: 0\n", "default_steps"),
        ("default_depth: 2\n", "default_depth"),
        ("use_lang_id: true\n", "languages"),
        ("hidden_size: [4]\n", "hidden_size"),
        ("hidden_size: 99999999999999999999999\n", "hidden_size"),
        ("augmentation_args: {random_pitch_shifting: {range: [nan, 5]}}\n", "augmentation_args"),
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
    "content",
    [
        b"- a\n- b\n",
        b"just text",
        b"\xff\xfe\x00bad",
        b"a: &x [*x]\n",
        b"[" * 3000,
        b"[" * 100_000 + b"]" * 100_000,
        b"- " * 100_000,
        b"{a: " * 50_000,
        b"? " * 50_000,
        b"a: *nobody\n",
        b"? [a, b]\n: c\n",
    ],
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


def test_sub_models_may_share_the_banks_files(bank):
    (bank / "dsdur" / "dsconfig.yaml").write_text("phonemes: ../phonemes.txt\nhidden_size: 4\n")
    loaded = load_bank(bank)
    assert loaded.duration is not None
    assert loaded.duration.tokens == loaded.acoustic.tokens


@pytest.mark.parametrize(
    "name", ["/etc/hostname", "C:\\Windows\\win.ini", "C:x.txt", "\\\\server\\x.txt", "a\0b"]
)
def test_whole_paths_of_another_machine_are_refused(bank, name):
    written = json.dumps(name)
    for key in ("phonemes", "languages"):
        (bank / "dsconfig.yaml").write_text(f"hidden_size: 4\n{key}: {written}\n")
        with pytest.raises(VoicebankError, match=r"dsconfig\.yaml"):
            load_bank(bank)
    (bank / "dsconfig.yaml").write_text(f"hidden_size: 4\nacoustic: {written}\n")
    loaded = load_bank(bank)
    with pytest.raises(VoicebankError, match=r"dsconfig\.yaml"):
        loaded.acoustic.model_path("acoustic")


def test_what_is_no_file_is_never_opened(bank):
    """A pipe or a device could be read for ever."""
    os.mkfifo(bank / "pipe.txt")
    (bank / "loop.txt").symlink_to(bank / "loop.txt")
    for name in ("pipe.txt", "loop.txt", "../../../../../../../../../../dev/zero", "x" * 3000, "."):
        (bank / "dsconfig.yaml").write_text(f"phonemes: {name}\nhidden_size: 4\n")
        with pytest.raises(VoicebankError) as caught:
            load_bank(bank)
        assert "\n" not in str(caught.value)
    append(bank / "dsconfig.yaml", "speakers: [pipe]\n")
    os.mkfifo(bank / "pipe.emb")
    (bank / "dsconfig.yaml").write_text("speakers: [pipe]\nhidden_size: 4\nacoustic: pipe.emb\n")
    folder = load_bank(bank).acoustic
    with pytest.raises(VoicebankError, match="missing"):
        folder.embeddings()
    with pytest.raises(VoicebankError, match="missing"):
        folder.model_path("acoustic")


def test_a_missing_model_is_named_with_what_to_do(bank):
    append(bank / "dsconfig.yaml", "acoustic: gone.onnx\n")
    with pytest.raises(VoicebankError, match=r"gone\.onnx is missing: install"):
        load_bank(bank).acoustic.model_path("acoustic")


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


def test_settings_are_read_as_people_write_them(bank):
    (bank / "dsconfig.yaml").write_text(
        "hidden_size: 4\nmel_base: 10\nuse_expr: yes\nuse_note_rest: 'off'\nvocoder:\ndur: null\n"
        "use_variable_depth: True\nmax_depth: .6\n"
        "augmentation_args: {random_pitch_shifting: {range: [-5., 5]}, other: null}\n"
    )
    config = load_bank(bank).acoustic.config
    assert (config.mel_base, config.use_expr, config.use_note_rest) == ("10", True, False)
    assert (config.vocoder, config.dur, config.max_depth) == (None, None, 0.6)
    assert config.shift_range_semitones == (-5.0, 5.0)


def test_a_broken_dictionary_leaves_the_other_languages(bank):
    (bank / "dsdur" / "dsdict-xx.yaml").write_text("entries: [{grapheme: a}]\n")
    loaded = load_bank(bank)
    assert set(loaded.dictionaries) == {""}
    assert [p.code for p in loaded.problems].count("bad-dictionary") == 1


def test_a_vocoder_is_found_in_the_bank_then_among_the_shared_ones(bank, tmp_path):
    append(bank / "dsconfig.yaml", "vocoder: shared\n")
    for place in (tmp_path / "packages" / "shared", tmp_path / "packages" / "evil"):
        place.mkdir(parents=True)
        (place / "vocoder.yaml").write_text(f"name: {place.name}\nmodel: m.onnx\n")
        (place / "m.onnx").write_bytes(b"x")
    folders = [tmp_path / "nowhere", tmp_path / "packages"]
    assert load_bank(bank, vocoder_folders=folders).vocoder.name == "shared"
    own = bank / "dsvocoder"
    own.mkdir()
    (own / "vocoder.yaml").write_text("name: own\nmodel: m.onnx\nforce_on_cpu: true\n")
    (own / "m.onnx").write_bytes(b"x")
    loaded = load_bank(bank, vocoder_folders=folders).vocoder
    assert (loaded.name, loaded.force_on_cpu) == ("own", True)
    (own / "vocoder.yaml").unlink()
    append(bank / "dsconfig.yaml", "vocoder: ../packages/evil\n")
    assert load_bank(bank, vocoder_folders=folders).vocoder is None


def test_a_vocoder_of_other_settings_is_refused_with_all_of_them(bank):
    own = bank / "dsvocoder"
    own.mkdir()
    (own / "m.onnx").write_bytes(b"x")
    (own / "vocoder.yaml").write_text(
        "model: m.onnx\nhop_size: 256\nmel_fmax: 16000.1\nmel_base: e\nmel_scale: htk\n"
    )
    with pytest.raises(VoicebankError) as caught:
        check_mel_match(load_bank(bank))
    for words in ("hop_size 512 and 256", "mel_fmax", "mel_scale slaney and htk"):
        assert words in str(caught.value)
    assert "mel_base" not in str(caught.value)  # bases are converted
    (own / "vocoder.yaml").write_text("model: m.onnx\nmel_fmax: 16000.000001\nmel_base: e\n")
    check_mel_match(load_bank(bank))


@given(content=st.binary(max_size=200), name=st.sampled_from(NAMES))
@settings(max_examples=300)
def test_any_bytes_in_any_file_load_or_say_why_in_one_sentence(tmp_path_factory, content, name):
    folder = make_text_bank(tmp_path_factory.mktemp("bank"))
    (folder / name).write_bytes(content)
    for problem in check_bank(folder):
        assert problem.sentence
        assert "\n" not in problem.sentence


@given(key=st.sampled_from(KEYS), value=yaml_values)
@settings(max_examples=300)
def test_any_value_of_any_key_loads_or_names_its_file(tmp_path_factory, key, value):
    folder = make_text_bank(tmp_path_factory.mktemp("bank"))
    for name in ("dsconfig.yaml", "dsdur/dsconfig.yaml", "character.yaml"):
        (folder / name).write_text(json.dumps({"hidden_size": 4, key: value}), encoding="utf-8")
    try:
        loaded = load_bank(folder)
        loaded.model_paths()
        loaded.acoustic.embeddings()
        sentence = ""
    except VoicebankError as error:
        sentence = str(error)
    assert "\n" not in sentence
    assert not sentence or str(folder) in sentence
