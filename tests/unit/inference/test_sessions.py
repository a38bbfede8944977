from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from engine.errors import Cancelled, InferenceError, VoicebankError
from engine.inference.cancel import CancelToken
from engine.inference.providers import choose_providers
from engine.inference.sessions import OnnxSessionHost
from tests.tiny_onnx_bank import acoustic, long_loop, vocoder


def test_a_running_model_stops_within_100_ms(tmp_path):
    long_loop(tmp_path / "long.onnx", n_rounds=10_000_000)
    host = OnnxSessionHost(n_threads=1)
    handle = host.load(tmp_path / "long.onnx")
    token = CancelToken()
    cancelled_s: list[float] = []

    def cancel() -> None:
        cancelled_s.append(time.monotonic())
        token.cancel()

    timer = threading.Timer(0.2, cancel)
    timer.start()
    feeds = {"x": np.eye(64, dtype=np.float32)}
    with pytest.raises(Cancelled):
        host.run(handle, feeds, token)
    assert time.monotonic() - cancelled_s[0] < 0.1
    timer.join()


def test_a_session_works_on_after_a_cancelled_run(tmp_path):
    long_loop(tmp_path / "long.onnx", n_rounds=20_000)
    host = OnnxSessionHost(n_threads=1)
    handle = host.load(tmp_path / "long.onnx")
    token = CancelToken()
    token.cancel()
    feeds = {"x": np.eye(64, dtype=np.float32)}
    with pytest.raises(Cancelled):
        host.run(handle, feeds, token)
    assert host.run(handle, feeds, CancelToken())["y"].shape == (64, 64)


def test_a_failing_run_names_the_model(tmp_path):
    vocoder(tmp_path / "v.onnx")
    host = OnnxSessionHost()
    handle = host.load(tmp_path / "v.onnx")
    feeds = {"mel": np.zeros((1, 2, 8), np.float32), "f0": np.zeros((1, 2), np.float32)}
    with pytest.raises(InferenceError, match=r"v\.onnx") as caught:
        host.run(handle, feeds, CancelToken())  # without its noise
    assert caught.value.code == "model-run-failed"


@pytest.mark.parametrize("content", [b"", b"not a model", b"\x08\x08" * 100])
def test_a_file_that_is_no_model_is_an_error_of_the_bank(tmp_path, content):
    (tmp_path / "a.onnx").write_bytes(content)
    with pytest.raises(VoicebankError, match=r"a\.onnx"):
        OnnxSessionHost().load(tmp_path / "a.onnx")


def test_a_missing_model_is_an_error_of_the_bank(tmp_path):
    with pytest.raises(VoicebankError, match=r"gone\.onnx"):
        OnnxSessionHost().load(tmp_path / "gone.onnx")


def test_declared_inputs_are_read_without_our_noise(tmp_path):
    acoustic(tmp_path / "a.onnx")
    declaration = OnnxSessionHost().load(tmp_path / "a.onnx").declaration
    assert {spec.name for spec in declaration.inputs} >= {"tokens", "f0", "depth", "steps"}
    assert not any("melisma" in spec.name for spec in declaration.inputs)
    assert declaration.input("spk_embed").shape == (1, -1, 4)
    assert declaration.input("steps").shape == ()
    assert declaration.input("steps").dtype == "int64"
    assert [entry.kind for entry in declaration.noise] == ["normal"]


def test_an_unknown_provider_is_refused_at_once():
    with pytest.raises(InferenceError, match="abacus"):
        OnnxSessionHost(provider="abacus")


def test_a_provider_that_is_not_there_falls_back_to_the_cpu(caplog):
    assert choose_providers("cuda", ["CPUExecutionProvider"], force_cpu=False) == (
        "CPUExecutionProvider",
    )
    assert "CUDAExecutionProvider" in caplog.text
    names = ["CUDAExecutionProvider", "CPUExecutionProvider"]
    assert choose_providers("cuda", names, force_cpu=False) == tuple(names)
    assert choose_providers("cuda", names, force_cpu=True) == ("CPUExecutionProvider",)
