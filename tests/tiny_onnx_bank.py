"""A whole voicebank of a few hundred bytes whose numbers can be worked out by hand.

- linguistic: ``encoder_out[0, n, :] = tokens[n]``, nothing is padding
- duration: ``10 + tokens`` frames, and the speaker's first number
- pitch: ``note_midi`` over ``note_dur``, plus ``0.25 * expr``, plus 0.01 * noise
- variance: breathiness ``-60 + pitch / 10``, voicing ``-30``, tension ``steps / 10``
- acoustic: ``mel[t, b] = (f0 / 1000 + breathiness / 100 + noise / 10 + depth)``, all bins alike
- vocoder: first mel bin held for ``hop`` samples, plus ``0.001 * noise``

Noise nodes stand at the top level, as the contract's exporters put them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

F, I, B = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL  # noqa: E741
SYMBOLS = ("SP", "AP", "a", "i", "u", "k", "s", "t")
HIDDEN, HOP, RATE, MELS = 4, 64, 8000, 8


def value(name: str, dtype: int, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, dtype, shape)


def constant(name: str, array: object, dtype: type) -> onnx.TensorProto:
    return numpy_helper.from_array(np.asarray(array, dtype=dtype), name)


def save(path: Path, nodes: list, inputs: list, outputs: list, constants: list) -> None:
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))


def linguistic(path: Path, *, word_mode: bool) -> None:
    make = helper.make_node
    nodes = [
        make("Cast", ["tokens"], ["numbers"], to=F),
        make("Unsqueeze", ["numbers", "two"], ["column"]),
        make("Expand", ["column", "wide"], ["encoder_out"]),
        make("Less", ["tokens", "zero"], ["x_masks"]),
    ]
    lengths = ["word_div", "word_dur"] if word_mode else ["ph_dur"]
    inputs = [value("tokens", I, [1, "n"])]
    inputs += [value(name, I, [1, "w" if word_mode else "n"]) for name in lengths]
    constants = [
        constant("two", [2], np.int64),
        constant("wide", [1, 1, HIDDEN], np.int64),
        constant("zero", 0, np.int64),
    ]
    outputs = [value("encoder_out", F, [1, "n", HIDDEN]), value("x_masks", B, [1, "n"])]
    save(path, nodes, inputs, outputs, constants)


def duration(path: Path) -> None:
    make = helper.make_node
    nodes = [
        make("ReduceMean", ["encoder_out"], ["mean"], axes=[2], keepdims=0),
        make("ReduceMean", ["spk_embed"], ["speaker"], axes=[2], keepdims=0),
        make("Add", ["mean", "ten"], ["more"]),
        make("Add", ["more", "speaker"], ["ph_dur_pred"]),
    ]
    inputs = [
        value("encoder_out", F, [1, "n", HIDDEN]),
        value("x_masks", B, [1, "n"]),
        value("ph_midi", I, [1, "n"]),
        value("spk_embed", F, [1, "n", HIDDEN]),
    ]
    outputs = [value("ph_dur_pred", F, [1, "n"])]
    save(path, nodes, inputs, outputs, [constant("ten", 10.0, np.float32)])


def _spread(by: str, counts: str, result: str, like: str) -> list[onnx.NodeProto]:
    """Repeat values over frames: each frame counts the boundaries before it and looks up."""
    make = helper.make_node
    return [
        make("CumSum", [counts, "axis_1"], ["ends"]),
        make("Shape", [like], ["like_shape"]),
        make("Slice", ["like_shape", "one", "two", "zero_1"], ["n_frames"]),
        make("Squeeze", ["n_frames", "zero_1"], ["n_frames_0"]),
        make("Range", ["zero_0", "n_frames_0", "one_0"], ["index"]),
        make("Unsqueeze", ["index", "one"], ["index_column"]),
        make("LessOrEqual", ["ends", "index_column"], ["is_past"]),
        make("Cast", ["is_past"], ["past"], to=I),
        make("ReduceSum", ["past", "one"], ["which"], keepdims=0),
        make("Gather", [by, "which"], [result], axis=1),
    ]


_SPREAD_CONSTANTS = [
    constant("axis_1", 1, np.int64),
    constant("zero_0", 0, np.int64),
    constant("one_0", 1, np.int64),
    constant("zero_1", [0], np.int64),
    constant("one", [1], np.int64),
    constant("two", [2], np.int64),
]


def pitch(path: Path) -> None:
    make = helper.make_node
    nodes = [
        *_spread("note_midi", "note_dur", "base", "expr"),
        make("Mul", ["expr", "quarter"], ["lift"]),
        make("Add", ["base", "lift"], ["lifted"]),
        make("RandomNormalLike", ["expr"], ["draw"], scale=0.01),
        make("Add", ["lifted", "draw"], ["pitch_pred"]),
    ]
    inputs = [
        value("encoder_out", F, [1, "n", HIDDEN]),
        value("ph_dur", I, [1, "n"]),
        value("note_midi", F, [1, "m"]),
        value("note_rest", B, [1, "m"]),
        value("note_dur", I, [1, "m"]),
        value("pitch", F, [1, "t"]),
        value("expr", F, [1, "t"]),
        value("retake", B, [1, "t"]),
        value("spk_embed", F, [1, "t", HIDDEN]),
        value("steps", I, []),
    ]
    constants = [*_SPREAD_CONSTANTS, constant("quarter", 0.25, np.float32)]
    save(path, nodes, inputs, [value("pitch_pred", F, [1, "t"])], constants)


def variance(path: Path) -> None:
    make = helper.make_node
    nodes = [
        make("Mul", ["pitch", "tenth"], ["slope"]),
        make("Sub", ["slope", "sixty"], ["breathiness_pred"]),
        make("Mul", ["pitch", "zero"], ["nothing"]),
        make("Sub", ["nothing", "thirty"], ["voicing_pred"]),
        make("Cast", ["steps"], ["steps_f"], to=F),
        make("Mul", ["steps_f", "tenth"], ["steps_tenth"]),
        make("Add", ["nothing", "steps_tenth"], ["tension_pred"]),
    ]
    names = ("breathiness", "voicing", "tension")
    inputs = [
        value("encoder_out", F, [1, "n", HIDDEN]),
        value("ph_dur", I, [1, "n"]),
        value("pitch", F, [1, "t"]),
        *(value(name, F, [1, "t"]) for name in names),
        value("retake", B, [1, "t", 3]),
        value("spk_embed", F, [1, "t", HIDDEN]),
        value("steps", I, []),
    ]
    numbers = {"tenth": 0.1, "sixty": 60.0, "thirty": 30.0, "zero": 0.0}
    constants = [constant(name, number, np.float32) for name, number in numbers.items()]
    outputs = [value(f"{name}_pred", F, [1, "t"]) for name in names]
    save(path, nodes, inputs, outputs, constants)


def acoustic(path: Path) -> None:
    make = helper.make_node
    nodes = [
        make("Div", ["f0", "thousand"], ["high"]),
        make("Div", ["breathiness", "hundred"], ["breathy"]),
        make("Add", ["high", "breathy"], ["both"]),
        make("Add", ["both", "depth"], ["deep"]),
        make("Unsqueeze", ["deep", "two"], ["column"]),
        make("Expand", ["column", "wide"], ["clean"]),
        make("RandomNormalLike", ["clean"], ["draw"], scale=0.1),
        make("Add", ["clean", "draw"], ["mel"]),
    ]
    inputs = [
        value("tokens", I, [1, "n"]),
        value("durations", I, [1, "n"]),
        value("f0", F, [1, "t"]),
        value("breathiness", F, [1, "t"]),
        value("voicing", F, [1, "t"]),
        value("tension", F, [1, "t"]),
        value("spk_embed", F, [1, "t", HIDDEN]),
        value("depth", F, []),
        value("steps", I, []),
    ]
    constants = [
        constant("thousand", 1000.0, np.float32),
        constant("hundred", 100.0, np.float32),
        constant("two", [2], np.int64),
        constant("wide", [1, 1, MELS], np.int64),
    ]
    save(path, nodes, inputs, [value("mel", F, [1, "t", MELS])], constants)


def vocoder(path: Path) -> None:
    make = helper.make_node
    nodes = [
        make("Slice", ["mel", "zero", "one", "two"], ["first"]),
        make("Expand", ["first", "wide"], ["held"]),
        make("Reshape", ["held", "flat"], ["clean"]),
        make("RandomNormalLike", ["clean"], ["draw"], scale=0.001),
        make("Add", ["clean", "draw"], ["waveform"]),
    ]
    constants = [
        constant("zero", [0], np.int64),
        constant("one", [1], np.int64),
        constant("two", [2], np.int64),
        constant("wide", [1, 1, HOP], np.int64),
        constant("flat", [1, -1], np.int64),
    ]
    inputs = [value("mel", F, [1, "t", MELS]), value("f0", F, [1, "t"])]
    save(path, nodes, inputs, [value("waveform", F, [1, "samples"])], constants)


def long_loop(path: Path, *, n_rounds: int) -> None:
    """A model that multiplies matrices in a loop for a long time."""
    make = helper.make_node
    body = helper.make_graph(
        [
            make("MatMul", ["x_in", "x_in"], ["product"]),
            make("Tanh", ["product"], ["x_out"]),
            make("Identity", ["go_in"], ["go_out"]),
        ],
        "body",
        [value("round", I, []), value("go_in", B, []), value("x_in", F, [64, 64])],
        [value("go_out", B, []), value("x_out", F, [64, 64])],
    )
    nodes = [make("Loop", ["rounds", "go", "x"], ["y"], body=body)]
    constants = [constant("rounds", n_rounds, np.int64), constant("go", True, np.bool_)]
    save(path, nodes, [value("x", F, [64, 64])], [value("y", F, [64, 64])], constants)


_COMMON = f"""
phonemes: phonemes.txt
speakers: [bright, dark]
hidden_size: {HIDDEN}
sample_rate: {RATE}
hop_size: {HOP}
win_size: 256
fft_size: 256
num_mel_bins: {MELS}
mel_fmin: 40
mel_fmax: 3800
mel_base: e
mel_scale: slaney
use_continuous_acceleration: true
"""

_CONFIGS = {
    ".": """
acoustic: {acoustic}
vocoder: tiny
use_breathiness_embed: true
use_voicing_embed: true
use_tension_embed: true
use_variable_depth: true
max_depth: 0.5
default_steps: 4
default_depth: 0.25
""",
    "dsdur": "linguistic: linguistic.onnx\ndur: dur.onnx\npredict_dur: true\n",
    "dspitch": """
linguistic: linguistic.onnx
pitch: pitch.onnx
predict_dur: false
use_expr: true
use_note_rest: true
""",
    "dsvariance": """
linguistic: linguistic.onnx
variance: variance.onnx
predict_dur: false
predict_energy: false
predict_breathiness: true
predict_voicing: true
predict_tension: true
default_steps: 7
""",
}

_CHARACTER = """
name: Tiny
default_phonemizer: OpenUtau.Core.DiffSinger.DiffSingerJapanesePhonemizer
subbanks:
- {color: bright, suffix: bright}
- {color: dark, suffix: dark}
"""

_VOWELS = ("SP", "AP", "a", "i", "u")
_DICTIONARY = (
    "symbols:\n"
    + "".join(
        f"- {{symbol: {symbol}, type: {'vowel' if symbol in _VOWELS else 'stop'}}}\n"
        for symbol in SYMBOLS
    )
    + "entries:\n- {grapheme: か, phonemes: [k, a]}\n- {grapheme: さ, phonemes: [s, a]}\n"
    "- {grapheme: い, phonemes: [i]}\n- {grapheme: つ, phonemes: [t, u]}\n"
    "- {grapheme: あ, phonemes: [a]}\n"
)


def write_tiny_bank(folder: Path, *, acoustic_name: str = "acoustic.onnx") -> Path:
    """Write the bank and return its folder."""
    folder.mkdir(parents=True)
    (folder / "character.txt").write_text("name=Tiny\n", encoding="utf-8")
    (folder / "character.yaml").write_text(_CHARACTER, encoding="utf-8")
    for number, (name, config) in enumerate(_CONFIGS.items()):
        place = folder / name
        place.mkdir(exist_ok=True)
        text = _COMMON + config.replace("{acoustic}", acoustic_name)
        (place / "dsconfig.yaml").write_text(text, encoding="utf-8")
        (place / "phonemes.txt").write_text("\n".join(SYMBOLS) + "\n", encoding="utf-8")
        for speaker, level in (("bright", 0.0), ("dark", 1.0)):
            row = np.full(HIDDEN, level + number, dtype="<f4")
            (place / f"{speaker}.emb").write_bytes(row.tobytes())
        if name != ".":
            (place / "dsdict.yaml").write_text(_DICTIONARY, encoding="utf-8")
    linguistic(folder / "dsdur/linguistic.onnx", word_mode=True)
    duration(folder / "dsdur/dur.onnx")
    linguistic(folder / "dspitch/linguistic.onnx", word_mode=False)
    pitch(folder / "dspitch/pitch.onnx")
    linguistic(folder / "dsvariance/linguistic.onnx", word_mode=False)
    variance(folder / "dsvariance/variance.onnx")
    acoustic(folder / acoustic_name)
    vocoder(folder / "dsvocoder/model.onnx")
    (folder / "dsvocoder/vocoder.yaml").write_text(
        f"name: tiny\nmodel: model.onnx\nsample_rate: {RATE}\nhop_size: {HOP}\n"
        f"win_size: 256\nfft_size: 256\nnum_mel_bins: {MELS}\nmel_fmin: 40\nmel_fmax: 3800\n"
        "mel_base: e\nmel_scale: slaney\npitch_controllable: false\n",
        encoding="utf-8",
    )
    return folder
