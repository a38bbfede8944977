from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import InferenceError, ModelContractError
from engine.inference import acoustic, duration, linguistic, pitch, variance, vocoder
from engine.inference.contracts import bind, check_declaration, checked_output
from engine.inference.sampling import (
    depth_and_speedup,
    effective_depth,
    sampler_values,
    speedup_for,
)
from engine.inference.sessions import Declaration, TensorSpec

PATH = Path("voice/model.onnx")


def declaration(inputs: dict[str, tuple[str, int]], outputs: dict[str, tuple[str, int]]):
    def specs(entries):
        return tuple(
            TensorSpec(name=name, dtype=dtype, shape=(-1,) * rank)
            for name, (dtype, rank) in entries.items()
        )

    return Declaration(inputs=specs(inputs), outputs=specs(outputs))


VOCODER = {"mel": ("float32", 3), "f0": ("float32", 2)}


def test_r14_a_model_that_keeps_the_contract_passes():
    check_declaration(declaration(VOCODER, {"waveform": ("float32", 2)}), vocoder.CONTRACT, PATH)


def test_r14_every_mismatch_is_reported_at_once():
    broken = declaration({"f0": ("int64", 3), "wind": ("float32", 2)}, {"waveform": ("float64", 2)})
    with pytest.raises(ModelContractError) as caught:
        check_declaration(broken, vocoder.CONTRACT, PATH)
    assert len(caught.value.facts["faults"]) == 5
    for word in ("wind", "mel", "int64", "3 dimensions", "float64", str(PATH)):
        assert word in str(caught.value)


@pytest.mark.parametrize("module", [acoustic, duration, linguistic, pitch, variance, vocoder])
def test_an_empty_graph_is_refused_by_every_contract(module):
    with pytest.raises(ModelContractError, match=r"lacks|no output"):
        check_declaration(declaration({}, {}), module.CONTRACT, PATH)


def test_r5_only_what_the_graph_declares_is_fed():
    values = {"mel": np.zeros((1, 2, 8)), "f0": np.zeros((1, 2)), "gender": np.zeros((1, 2))}
    feeds = bind(declaration(VOCODER, {}), values, PATH)
    assert set(feeds) == {"mel", "f0"}
    assert feeds["mel"].dtype == np.float32


def test_r14_a_declared_input_without_a_value_is_an_error():
    with pytest.raises(ModelContractError, match="f0"):
        bind(declaration(VOCODER, {}), {"mel": np.zeros((1, 2, 8))}, PATH)


def test_a_fixed_dimension_that_does_not_fit_is_an_error():
    wide = Declaration(
        inputs=(TensorSpec(name="mel", dtype="float32", shape=(1, -1, 80)),), outputs=()
    )
    with pytest.raises(ModelContractError, match="80"):
        bind(wide, {"mel": np.zeros((1, 2, 128))}, PATH)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_answers_that_are_not_numbers_are_errors(bad):
    with pytest.raises(InferenceError, match=r"model\.onnx") as caught:
        checked_output(np.array([[1.0, bad]]), (1, 2), name="mel", path=PATH)
    assert caught.value.code == "not-a-number"


def test_answers_of_another_shape_are_errors():
    with pytest.raises(InferenceError, match=r"\(1, 3\)"):
        checked_output(np.zeros((1, 2)), (1, 3), name="mel", path=PATH)


@pytest.mark.parametrize(
    ("n_steps", "expected"),
    [(2, 500), (5, 200), (10, 100), (20, 50), (50, 20), (100, 10), (200, 5), (500, 2), (1000, 1)],
)
def test_r15_the_speed_up_table(n_steps, expected):
    assert speedup_for(n_steps) == expected


def test_r15_depth_and_speed_up_of_old_graphs():
    assert depth_and_speedup(1.0, 20) == (1000, 50)
    assert depth_and_speedup(0.4, 20) == (400, 20)
    assert depth_and_speedup(0.123, 50) == (122, 2)
    assert depth_and_speedup(0.001, 20) == (1, 1)


def test_r15_the_declared_type_of_depth_decides():
    new = declaration({"depth": ("float32", 0), "steps": ("int64", 0)}, {})
    values = sampler_values(new, n_steps=7, depth_ratio=0.25)
    assert values["depth"].tolist() == [0.25]
    assert values["steps"].tolist() == [7]
    old = declaration({"depth": ("int64", 0), "speedup": ("int64", 0)}, {})
    values = sampler_values(old, n_steps=20, depth_ratio=0.4)
    assert values["depth"].tolist() == [400]
    assert values["speedup"].tolist() == [20]
    none = declaration({"speedup": ("int64", 0)}, {})
    assert sampler_values(none, n_steps=20, depth_ratio=0.4)["speedup"].tolist() == [50]


def test_depth_is_limited_by_the_bank():
    def limited(wanted, max_depth, *, is_continuous=True):
        return effective_depth(
            wanted, max_depth=max_depth, is_continuous=is_continuous, where="bank"
        )

    assert limited(1.0, 0.6) == 0.6
    assert limited(0.2, 0.6) == 0.2
    assert limited(1.0, 400, is_continuous=False) == 0.4
    assert limited(0.5, 0.0) == 0.5  # not given: the graph limits itself


def test_mel_base_is_converted():
    mel = np.ones((2, 3), np.float32)
    ten = acoustic.convert_mel_base(mel, from_base="10", to_base="e")
    np.testing.assert_allclose(ten, 2.30259, rtol=1e-6)
    back = acoustic.convert_mel_base(mel, from_base="e", to_base="10")
    np.testing.assert_allclose(back, 0.434294, rtol=1e-6)
    assert acoustic.convert_mel_base(mel, from_base="e", to_base="e") is mel
