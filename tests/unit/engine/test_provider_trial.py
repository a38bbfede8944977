"""Providers are held against the CPU, model by model."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine.errors import Cancelled, EngineError, InferenceError
from engine.inference.cancel import CancelToken
from engine.inference.sessions import OnnxSessionHost
from engine.provider_trial import ProviderTrial, try_providers


class Bent(OnnxSessionHost):
    """Says that it is another provider, and gives a little more than the CPU."""

    def __init__(self, provider: str, bend: float = 0.0) -> None:
        super().__init__(n_threads=1)
        self._claimed, self._bend = provider, bend

    def load(self, path, *, force_cpu=False):
        handle = super().load(path, force_cpu=force_cpu)
        return dataclasses.replace(handle, provider=self._claimed)

    def run(self, handle, feeds, cancel):
        outputs = super().run(handle, feeds, cancel)
        return {
            name: values * np.asarray(1 + self._bend, values.dtype)
            for name, values in outputs.items()
        }


def trials(bank, providers, make_host, **options) -> list[ProviderTrial]:
    found: list[ProviderTrial] = []
    try_providers(bank, providers, on_trial=found.append, make_host=make_host, **options)
    return found


def test_the_cpu_is_as_the_cpu(tiny_bank):
    (trial,) = trials(tiny_bank, ["cpu"], lambda name: OnnxSessionHost(n_threads=1))
    assert trial.is_good
    assert trial.error_ratio == 0.0
    assert trial.seconds > 0
    assert trial.cpu_seconds > 0


def test_an_error_is_measured_and_a_large_one_is_no_good(tiny_bank):
    bends = {"cpu": 0.0, "cuda": 0.001, "directml": 0.05, "coreml": float("nan")}
    cuda, directml, coreml = trials(
        tiny_bank, ["cuda", "directml", "coreml"], lambda name: Bent(name, bends[name])
    )
    assert cuda.error_ratio == pytest.approx(0.001, rel=0.01)
    assert cuda.is_good
    assert directml.error_ratio == pytest.approx(0.05, rel=0.01)
    assert not directml.is_good
    assert coreml.error_ratio == float("inf")
    assert not coreml.is_good


def test_a_provider_that_leaves_its_models_to_the_cpu_says_so(tiny_bank):
    cuda, cpu = trials(tiny_bank, ["cuda", "cpu"], lambda name: OnnxSessionHost(n_threads=1))
    assert isinstance(cuda.problem, InferenceError)
    assert "cuda cannot open" in str(cuda.problem)
    assert not cuda.is_good
    assert cpu.is_good


def test_progress_counts_every_model_once(tiny_bank):
    steps: list[tuple[int, int]] = []
    trials(
        tiny_bank,
        ["cpu"],
        lambda name: OnnxSessionHost(n_threads=1),
        on_progress=lambda done, total: steps.append((done, total)),
    )
    assert [done for done, _ in steps] == list(range(1, steps[-1][1] + 1))


def test_it_can_be_stopped_before_and_in_the_middle(tiny_bank):
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        trials(tiny_bank, ["cpu"], lambda name: OnnxSessionHost(n_threads=1), cancel=cancel)
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        trials(
            tiny_bank,
            ["cpu"],
            lambda name: OnnxSessionHost(n_threads=1),
            cancel=cancel,
            on_progress=lambda done, total: cancel.cancel(),
        )


def test_a_voice_that_is_not_there_is_said(tmp_path):
    with pytest.raises(EngineError):
        trials(tmp_path, ["cpu"], lambda name: OnnxSessionHost(n_threads=1))
