"""Rules R-1 to R-13 of the voicebank contract, as far as loading a bank goes."""

from __future__ import annotations

import json
import locale
from pathlib import Path

import numpy as np
import pytest

from engine.errors import VoicebankError
from engine.render.colours import colour_mix
from engine.types import ColourWeight, CurveSegment
from engine.voicebank.bank import load_bank
from engine.voicebank.character import decode_text
from engine.voicebank.check import check_bank
from engine.voicebank.manifest import read_tokens, read_vocoder_manifest
from engine.voicebank.scan import find_banks
from tests.text_bank import make_text_bank
from tests.tiny_onnx_bank import HIDDEN, write_tiny_bank


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return make_text_bank(tmp_path / "voices" / "bank")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize("slash", ["/", "\\"])
def test_r_1_banks_may_share_models_tokens_and_speakers_through_dots(bank, slash):
    shared = bank.parent / "model"
    shared.mkdir()
    (shared / "x.onnx").write_bytes(b"x")
    (shared / "phonemes.json").write_text(json.dumps({"SP": 1, "a": 2}))
    (shared / "languages.json").write_text(json.dumps({"ja": 1}))
    np.arange(4, dtype="<f4").tofile(shared / "soft.emb")
    root = slash.join(["..", "model", ""])
    (bank / "dsconfig.yaml").write_text(
        f"hidden_size: 4\nacoustic: {root}x.onnx\nphonemes: {root}phonemes.json\n"
        f"languages: {root}languages.json\nspeakers: ['{root}soft']\n"
    )
    deep = slash.join(["..", "..", "model", "x.onnx"])
    append(bank / "dsdur" / "dsconfig.yaml", f"dur: {deep}\n")
    loaded = load_bank(bank)
    assert loaded.acoustic.model_path("acoustic").samefile(shared / "x.onnx")
    assert loaded.duration is not None
    assert loaded.duration.model_path("dur").samefile(shared / "x.onnx")
    assert loaded.acoustic.tokens == {"SP": 1, "a": 2}
    assert loaded.acoustic.languages == {"ja": 1}
    np.testing.assert_array_equal(loaded.acoustic.embeddings(), [[0.0, 1.0, 2.0, 3.0]])


def test_r_1_sharing_only_reads(bank):
    before = {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in bank.parent.rglob("*")}
    load_bank(bank)
    check_bank(bank)
    find_banks([bank.parent])
    assert before == {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in bank.parent.rglob("*")}


def test_r_2_unknown_keys_and_a_bom_are_no_fault(bank):
    plain = load_bank(bank).acoustic.config
    for name in ("dsconfig.yaml", "dsdict.yaml"):
        text = (bank / name).read_text()
        extra = "num_lang: 3\ndictionaries: {ja: x}\nkey_of_next_year: [1, {a: b}]\n"
        (bank / name).write_bytes(b"\xef\xbb\xbf" + (text + extra).replace("\n", "\r\n").encode())
    assert load_bank(bank).acoustic.config == plain


def test_r_3_a_broken_bank_hides_no_other(bank):
    voices = bank.parent
    for name, text in (
        ("a", "phonemes: gone.txt\n"),
        ("b", "hidden_size: x\n"),
        ("c", "[" * 100_000),
        ("d", "\x00"),
    ):
        folder = make_text_bank(voices / name)
        (folder / "dsconfig.yaml").write_text(text)
    make_text_bank(voices / "e")
    (voices / "e" / "character.yaml").write_text("subbanks: 1\n")
    banks, problems = find_banks([voices])
    assert [found.id for found in banks] == ["bank"]
    assert len(problems) == 5
    assert all("\n" not in problem.sentence for problem in problems)


def test_r_4_texts_are_utf_8_then_as_declared_then_shift_jis():
    name = "名前=凪"
    assert decode_text(name.encode("utf-8"), "shift_jis") == name
    assert decode_text(name.encode("utf-8-sig"), "") == name
    assert decode_text(name.encode("cp932"), "") == name
    assert decode_text("名字=静".encode("gbk"), "gbk") == "名字=静"


def test_r_6_prefixes_go_by_the_token_list_and_not_by_use_lang_id(bank):
    """The look-up itself is R-29, in the tests of lyrics."""
    (bank / "phonemes.json").write_text(json.dumps({"SP": 1, "zh/a": 2, "b": 3}))
    (bank / "languages.json").write_text(json.dumps({"zh": 5}))
    (bank / "dsconfig.yaml").write_text(
        "hidden_size: 4\nphonemes: phonemes.json\nlanguages: languages.json\nuse_lang_id: false\n"
    )
    folder = load_bank(bank).acoustic
    assert folder.language_ids(["SP", "zh/a", "b", "fr/a"]).tolist() == [0, 5, 0, 0]


def test_1_5_tokens_are_lines_with_their_number_or_a_json_mapping(tmp_path):
    (tmp_path / "p.txt").write_bytes(b"<PAD>\r\nSP\r\n a\rb\nSP\n")
    assert read_tokens(tmp_path / "p.txt") == {"<PAD>": 0, "SP": 4, " a": 2, "b": 3}
    (tmp_path / "p.json").write_text(json.dumps({"a": 1, "b": 1}))
    assert read_tokens(tmp_path / "p.json") == {"a": 1, "b": 1}  # merged phonemes share an id
    for text in ('{"a": -1}', '{"a": 1.5}', '{"a": "x"}', "[]", "{", '{"a": 99999999999999999999}'):
        (tmp_path / "p.json").write_text(text)
        with pytest.raises(VoicebankError, match=r"p\.json"):
            read_tokens(tmp_path / "p.json")


def test_r_7_classes_come_from_the_models_own_dictionary_then_from_dsdur(bank):
    (bank / "dspitch" / "dsdict.yaml").write_text("symbols: [{symbol: n, type: vowel}]\n")
    loaded = load_bank(bank)
    assert loaded.pitch is not None
    is_vowel = loaded.vowel_test(loaded.pitch)
    assert [is_vowel(s) for s in ("n", "i", "h", "SP", "AP", "zz")] == [
        True,
        True,
        False,
        True,
        True,
        False,
    ]
    assert not loaded.phoneme_types().is_vowel("n")
    assert loaded.phoneme_types().is_known("n")
    assert not loaded.phoneme_types().is_known("zz")


def test_r_7_symbols_stay_strings(bank):
    """YAML 1.1 would make booleans, numbers and nothing of them."""
    names = ["n", "y", "no", "on", "~", "1", "null", "@"]
    symbols = "".join(f"- {{symbol: '{name}', type: stop}}\n" for name in names)
    entries = "".join(f"- {{grapheme: '{name}', phonemes: ['{name}']}}\n" for name in names)
    (bank / "dsdur" / "dsdict.yaml").write_text(f"symbols:\n{symbols}entries:\n{entries}")
    loaded = load_bank(bank)
    assert all(loaded.dictionaries[""].look_up(name) == (name,) for name in names)


@pytest.mark.parametrize(
    ("speakers", "suffix", "index"),
    [
        (["a", "b"], "b", 1),
        (["embeds/acoustic/Soft", "embeds/acoustic/Loud"], "Soft", 0),
        (["embeds/acoustic/soft", "embeds/acoustic/loud"], "acoustic/loud", 1),
        (["x/soft", "y/soft"], "soft", None),  # of two, neither
        (["x/soft", "soft"], "soft", 1),  # exact goes first
        (["x/verysoft", "b"], "soft", None),  # whole names only
        (["only"], "other", 0),
        (["a", "b"], "", None),
        (["exp.1.a", "exp.1.b"], "exp.1.b", 1),
    ],
)
def test_r_8_a_suffix_is_found_exactly_then_by_the_end_of_its_path(bank, speakers, suffix, index):
    append(bank / "dsconfig.yaml", f"speakers: {json.dumps(speakers)}\n")
    folder = load_bank(bank).acoustic
    assert folder.find_speaker(suffix) == index
    assert folder.speaker_index(suffix) == (index or 0)


def test_r_8_the_first_speaker_in_place_of_another_is_told(tmp_path):
    folder = write_tiny_bank(tmp_path / "tiny")
    text = (folder / "character.yaml").read_text()
    (folder / "character.yaml").write_text(text.replace("suffix: dark", "suffix: other"))
    loaded = load_bank(folder)
    _, problems = colour_mix((ColourWeight(colour="dark"),), loaded)
    assert [problem.code for problem in problems] == ["unknown-speaker"] * 4
    assert {problem.code for problem in check_bank(folder)} == {"unknown-speaker"}


@pytest.mark.parametrize(
    ("n_bytes", "words"),
    [(12, "would fit hidden_size 3"), (13, "no hidden_size fits"), (0, "no hidden_size fits")],
)
def test_r_9_an_embedding_of_another_size_says_which_would_fit(bank, n_bytes, words):
    append(bank / "dsconfig.yaml", "speakers: [one]\n")
    (bank / "one.emb").write_bytes(bytes(n_bytes))
    with pytest.raises(VoicebankError, match=words):
        load_bank(bank).acoustic.embeddings()


def test_r_9_values_are_little_endian_numbers(bank):
    append(bank / "dsconfig.yaml", "speakers: [sub/o.ne]\n")
    (bank / "sub").mkdir()
    row = np.array([1.5, -2.0, 0.0, 1e-3], dtype="<f4")
    row.tofile(bank / "sub" / "o.ne.emb")
    np.testing.assert_array_equal(load_bank(bank).acoustic.embeddings(), [row])
    row[1] = np.nan
    row.tofile(bank / "sub" / "o.ne.emb")
    with pytest.raises(VoicebankError, match="not numbers"):
        load_bank(bank).acoustic.embeddings()


def test_r_10_the_default_colour_is_the_first_by_code_point(tmp_path, monkeypatch):
    folder = write_tiny_bank(tmp_path / "tiny")
    (folder / "character.yaml").write_text(
        "subbanks:\n- {color: ä, suffix: dark}\n- {color: Z, suffix: bright}\n"
        "- {color: a, suffix: dark}\n"
    )
    monkeypatch.setattr(locale, "strcoll", None)
    loaded = load_bank(folder)
    assert [colour.name for colour in loaded.colours] == ["ä", "Z", "a"]  # as cl01.. count
    mix, problems = colour_mix((), loaded)
    assert problems == ()
    np.testing.assert_array_equal(mix.embedding(loaded.acoustic, np.zeros(1)), [[0.0] * HIDDEN])
    assert loaded.colour_suffix("no such colour") == "bright"


def test_r_11_the_duration_speaker_is_of_colour_and_tone_then_of_the_colour(tmp_path):
    folder = write_tiny_bank(tmp_path / "tiny")
    (folder / "character.yaml").write_text(
        "subbanks:\n- {color: '', suffix: bright, tone_ranges: [C1-B3]}\n"
        "- {color: '', suffix: dark, tone_ranges: [C4-B5]}\n- {color: other, suffix: dark}\n"
    )
    loaded = load_bank(folder)
    assert loaded.duration is not None
    keys = np.array([50, 60, 90], dtype=np.int64)  # in the first, in the second, in neither
    mix, _ = colour_mix((), loaded)
    rows = mix.token_embedding(loaded.duration, np.zeros(3), keys)
    assert rows is not None
    assert rows[:, 0].tolist() == [1.0, 2.0, 1.0]  # dsdur: bright 1, dark 2
    other, _ = colour_mix((ColourWeight(colour="other"),), loaded)
    rows = other.token_embedding(loaded.duration, np.zeros(3), keys)
    assert rows is not None
    assert rows[:, 0].tolist() == [2.0, 2.0, 2.0]
    # Frames of the other models never look at tones (contract 1.7).
    rows = mix.embedding(loaded.acoustic, np.zeros(3))
    assert rows is not None
    assert rows[:, 0].tolist() == [0.0, 0.0, 0.0]


def test_r_12_force_on_cpu_is_read(tmp_path):
    (tmp_path / "vocoder.yaml").write_text("model: m.onnx\n")
    assert read_vocoder_manifest(tmp_path / "vocoder.yaml").force_on_cpu is False
    (tmp_path / "vocoder.yaml").write_text("model: m.onnx\nforce_on_cpu: true\n")
    assert read_vocoder_manifest(tmp_path / "vocoder.yaml").force_on_cpu is True


def test_c_colour_mixes_of_the_appendix(tmp_path):
    loaded = load_bank(write_tiny_bank(tmp_path / "tiny"))

    def shares(bright: float, dark: float) -> list[float]:
        def curve(value: float) -> tuple[CurveSegment, ...]:
            points = np.array([0, 100], dtype=np.int64)
            return (CurveSegment(ticks=points, values=np.full(2, value, dtype=np.float32)),)

        parts = (
            ColourWeight(colour="bright", curve=curve(bright)),
            ColourWeight(colour="dark", curve=curve(dark)),
        )
        mix, _ = colour_mix(parts, loaded)
        return mix.weights(np.array([50.0]))[0].tolist()

    assert shares(0.7, 0.6) == pytest.approx([0.538462, 0.461538], abs=1e-6)
    assert shares(0.0, 0.3) == pytest.approx([0.7, 0.3])
