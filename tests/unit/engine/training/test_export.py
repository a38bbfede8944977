"""Exported graphs: contract names, agreement with torch, noise and depth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")

import yaml  # noqa: E402
from small_runs import save_runs  # noqa: E402

from engine.training.errors import ConfigError  # noqa: E402
from engine.training.export_onnx import export_bank  # noqa: E402
from engine.training.onnx_graph import NOISE, noise_as_input  # noqa: E402

INPUTS = {
    "acoustic.onnx": "tokens durations f0 breathiness voicing tension spk_embed depth steps",
    "dsdur/linguistic.onnx": "tokens word_div word_dur",
    "dsdur/dur.onnx": "encoder_out x_masks ph_midi spk_embed",
    "dspitch/linguistic.onnx": "tokens ph_dur",
    "dspitch/pitch.onnx": (
        "encoder_out ph_dur note_midi note_rest note_dur pitch expr retake spk_embed steps"
    ),
    "dsvariance/linguistic.onnx": "tokens ph_dur",
    "dsvariance/variance.onnx": (
        "encoder_out ph_dur pitch breathiness voicing tension retake spk_embed steps"
    ),
    "dsvocoder/model.onnx": "mel f0",
}
N_NOISE = {
    "acoustic.onnx",
    "dspitch/pitch.onnx",
    "dsvariance/variance.onnx",
    "dsvocoder/model.onnx",
}


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    reports = list(export_bank(save_runs(folder / "runs"), folder / "bank"))
    differences = [r["difference"] for r in reports if r["event"] == "exported"]
    assert len(differences) == 8
    assert max(differences) < 2e-3
    return folder / "bank"


def session(path: Path, *, with_noise: bool = False) -> Any:
    model = onnx.load(path)
    model = noise_as_input(model) if with_noise else model
    return onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )


@pytest.mark.parametrize("file", sorted(INPUTS))
def test_inputs_are_those_of_the_contract(bank: Path, file: str) -> None:
    assert [value.name for value in session(bank / file).get_inputs()] == INPUTS[file].split()


@pytest.mark.parametrize("file", sorted(INPUTS))
def test_noise_is_drawn_at_the_top_level_and_nowhere_else(bank: Path, file: str) -> None:
    def random_nodes(graph: Any) -> list[str]:
        names = [node.name for node in graph.node if node.op_type.startswith("Random")]
        for node in graph.node:
            for attribute in node.attribute:
                if attribute.HasField("g"):
                    assert not random_nodes(attribute.g)
        return names

    names = random_nodes(onnx.load(bank / file).graph)
    assert names == ([NOISE] if file in N_NOISE else [])


def acoustic_inputs(depth: float, steps: int) -> dict[str, Any]:
    rng = np.random.default_rng(3)
    curve = rng.standard_normal((1, 20)).astype(np.float32)
    return {
        "tokens": np.array([[1, 3, 9, 4]]),
        "durations": np.array([[4, 6, 3, 7]]),
        "f0": np.full((1, 20), 300.0, np.float32),
        "breathiness": curve - 50,
        "voicing": curve - 30,
        "tension": curve,
        "spk_embed": np.zeros((1, 20, 16), np.float32),
        "depth": np.array(depth, np.float32),
        "steps": np.array(steps),
        NOISE: rng.standard_normal((1, 20, 128)).astype(np.float32),
    }


def test_depth_zero_is_the_guess_whatever_the_noise_and_steps(bank: Path) -> None:
    acoustic = session(bank / "acoustic.onnx", with_noise=True)
    one, other = acoustic_inputs(0.0, 1), acoustic_inputs(0.0, 9)
    other[NOISE] = other[NOISE] * -3
    assert np.array_equal(acoustic.run(None, one)[0], acoustic.run(None, other)[0])
    deep = acoustic_inputs(0.6, 4)
    assert not np.allclose(acoustic.run(None, deep)[0], acoustic.run(None, one)[0], atol=1e-2)


def test_steps_and_depth_may_come_as_vectors(bank: Path) -> None:
    acoustic = session(bank / "acoustic.onnx", with_noise=True)
    scalar = acoustic_inputs(0.5, 3)
    vector = {**scalar, "depth": scalar["depth"].reshape(1), "steps": scalar["steps"].reshape(1)}
    assert np.array_equal(acoustic.run(None, scalar)[0], acoustic.run(None, vector)[0])


def test_same_noise_gives_the_same_bits(bank: Path) -> None:
    acoustic = session(bank / "acoustic.onnx", with_noise=True)
    inputs = acoustic_inputs(0.6, 4)
    first = acoustic.run(None, inputs)[0]
    assert np.array_equal(first, acoustic.run(None, inputs)[0])


def test_vocoder_gives_one_hop_a_frame(bank: Path) -> None:
    vocoder = session(bank / "dsvocoder" / "model.onnx")
    mel = np.full((1, 11, 128), -5.0, np.float32)
    f0 = np.array([[0.0] * 5 + [220.0] * 6], np.float32)
    waveform = vocoder.run(None, {"mel": mel, "f0": f0})[0]
    assert waveform.shape == (1, 11 * 512)
    assert np.isfinite(waveform).all()


def test_configuration_says_what_the_graphs_are(bank: Path) -> None:
    root = yaml.safe_load((bank / "dsconfig.yaml").read_text(encoding="utf-8"))
    assert root["speakers"] == ["one", "two"]
    assert root["max_depth"] == pytest.approx(0.6)
    assert root["mel_base"] == "e"
    assert (bank / "one.emb").stat().st_size == 4 * root["hidden_size"]
    assert (bank / "phonemes.txt").read_text(encoding="utf-8").startswith("<PAD>\nSP\nAP\n")
    assert yaml.safe_load((bank / "dspitch/dsconfig.yaml").read_text())["predict_dur"] is False


def test_a_missing_run_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="duration network is not trained"):
        list(export_bank(tmp_path, tmp_path / "bank"))
