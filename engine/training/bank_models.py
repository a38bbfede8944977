"""Run an exported voicebank's graphs for evaluation, with noise from a seed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
import yaml
from numpy.typing import NDArray

from engine.training.errors import ConfigError
from engine.training.onnx_graph import NOISE, noise_as_input

if TYPE_CHECKING:
    from pathlib import Path

Arrays = dict[str, NDArray[Any]]


class BankModels:
    """The graphs of a bank and its configuration.

    Parameters
    ----------
    bank : Path
    n_threads : int
    """

    def __init__(self, bank: Path, *, n_threads: int = 2) -> None:
        self.bank = bank
        self.config = self._yaml(bank / "dsconfig.yaml")
        self.pitch_config = self._yaml(bank / "dspitch" / "dsconfig.yaml")
        self.variance_config = self._yaml(bank / "dsvariance" / "dsconfig.yaml")
        self.speakers: list[str] = self.config["speakers"]
        self.seconds: dict[str, float] = {}
        self._sessions: dict[str, onnxruntime.InferenceSession] = {}
        self._n_threads = n_threads

    @staticmethod
    def _yaml(path: Path) -> dict[str, Any]:
        try:
            loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise ConfigError(f"{path}: missing; export the bank first.") from error
        return loaded

    def embed(self, folder: str, speaker: int, n: int) -> NDArray[np.float32]:
        """Speaker vector repeated: float32 [1, n, H]."""
        path = self.bank / folder / f"{self.speakers[speaker]}.emb"
        vector = np.fromfile(path, "<f4")
        return np.broadcast_to(vector, (1, n, len(vector))).astype(np.float32)

    def run(self, file: str, inputs: Arrays, *, seed: int = 0) -> list[NDArray[Any]]:
        """Run a graph; noise inputs are filled from the seed."""
        session = self._session(file)
        feeds: Arrays = {}
        for value in session.get_inputs():
            if value.name.startswith(NOISE):
                shape = self._noise_shape(file, inputs)
                rng = np.random.default_rng(seed)
                feeds[value.name] = rng.standard_normal(shape, np.float32)
            else:
                feeds[value.name] = inputs[value.name]
        began = time.perf_counter()
        outputs: list[NDArray[Any]] = session.run(None, feeds)
        self.seconds[file] = self.seconds.get(file, 0.0) + time.perf_counter() - began
        return outputs

    def _noise_shape(self, file: str, inputs: Arrays) -> tuple[int, ...]:
        if file.endswith("acoustic.onnx"):
            return (1, inputs["f0"].shape[1], int(self.config["num_mel_bins"]))
        if file.endswith("pitch.onnx"):
            return (1, inputs["pitch"].shape[1])
        if file.endswith("variance.onnx"):
            return (1, inputs["pitch"].shape[1], 3)
        return (1, inputs["mel"].shape[1] * int(self.config["hop_size"]))

    def _session(self, file: str) -> onnxruntime.InferenceSession:
        if file not in self._sessions:
            model = noise_as_input(onnx.load(self.bank / file))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = self._n_threads
            options.log_severity_level = 3
            self._sessions[file] = onnxruntime.InferenceSession(
                model.SerializeToString(), options, providers=["CPUExecutionProvider"]
            )
        return self._sessions[file]
