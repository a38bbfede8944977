"""Opening, running and releasing models. One thread owns every session (contract R-28)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from engine.errors import Cancelled, InferenceError, VoicebankError
from engine.inference.cancel import CancelToken
from engine.inference.digests import FileDigests
from engine.inference.providers import choose_providers, provider_name
from engine.inference.rewrite import NoiseInput, seeded_model

log = logging.getLogger(__name__)

Tensors = Mapping[str, npt.NDArray[Any]]

_DTYPES = {
    "tensor(float)": "float32",
    "tensor(double)": "float64",
    "tensor(float16)": "float16",
    "tensor(int64)": "int64",
    "tensor(int32)": "int32",
    "tensor(bool)": "bool",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TensorSpec:
    """A declared input or output. A dimension of -1 is free; no dimensions: scalar or unknown."""

    name: str
    dtype: str
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What a model says of itself. Noise inputs are ours and not among ``inputs``."""

    inputs: tuple[TensorSpec, ...]
    outputs: tuple[TensorSpec, ...]
    noise: tuple[NoiseInput, ...] = ()

    def input(self, name: str) -> TensorSpec | None:
        """The input of that name, if the graph has it."""
        return next((spec for spec in self.inputs if spec.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ModelHandle:
    """An open model of one host; ``provider`` is what really took it."""

    path: Path
    declaration: Declaration
    session: Any = field(repr=False)
    provider: str = "cpu"


class SessionHost(Protocol):
    """Where models run: inside the engine thread, in a child process, or nowhere (fakes)."""

    @property
    def runtime_tag(self) -> str:
        """Runtime, its version and provider: results are shared only where it is equal."""

    def model_id(self, path: Path) -> str:
        """Digest of the model's bytes, whatever it is called and wherever it lies."""

    def load(self, path: Path, *, force_cpu: bool = False) -> ModelHandle:
        """Open a model."""

    def run(
        self, handle: ModelHandle, feeds: Tensors, cancel: CancelToken
    ) -> dict[str, npt.NDArray[Any]]:
        """Outputs by name; raises Cancelled when stopped, InferenceError when it fails."""

    def release(self, handle: ModelHandle) -> None:
        """Give the model's memory back."""


class OnnxSessionHost:
    """ONNX Runtime in the calling thread.

    Parameters
    ----------
    provider : str
        ``cpu``, ``cuda``, ``directml`` or ``coreml``; falls back to the CPU for each model.
    n_threads : int
        Threads inside one operator; 0 lets the runtime choose.
    rewritten_folder : Path, optional
        Where models with noise inputs are kept; None keeps them in memory.
    digests : FileDigests, optional
        Shared by hosts, so that each file is read once.
    """

    def __init__(
        self,
        *,
        provider: str = "cpu",
        n_threads: int = 0,
        rewritten_folder: Path | None = None,
        digests: FileDigests | None = None,
    ) -> None:
        choose_providers(provider, (), force_cpu=True)  # refuse a wrong name before any work
        self._provider = provider
        self._n_threads = n_threads
        self._rewritten_folder = rewritten_folder
        self._digests = digests or FileDigests()

    @property
    def runtime_tag(self) -> str:
        """Runtime, its version and provider, without importing the runtime."""
        return f"onnxruntime-{_runtime_version()}/{self._provider}"

    def model_id(self, path: Path) -> str:
        """Digest of the model's bytes, remembered while the file stays as it is."""
        return self._digests.digest(path)

    def load(self, path: Path, *, force_cpu: bool = False) -> ModelHandle:
        """Open a model, with its random nodes turned into inputs (design section 4)."""
        import onnxruntime as ort

        seeded = seeded_model(path, self._rewritten_folder, model_id=self.model_id(path))
        options = ort.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = self._n_threads
        options.inter_op_num_threads = 1
        options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
        # Phrases differ in length: a memory pattern per shape would only pile up.
        options.enable_mem_pattern = False
        # Between two runs the threads sleep, so that they take nothing from other programs.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        providers = choose_providers(
            self._provider, ort.get_available_providers(), force_cpu=force_cpu
        )
        source: str | bytes = str(seeded.path) if seeded.content is None else seeded.content
        session = None
        for first in range(len(providers)):
            try:
                session = ort.InferenceSession(source, options, providers=list(providers[first:]))
                break
            except Exception as error:
                if first + 1 < len(providers):
                    log.warning("%s does not take %s: %s", providers[first], path.name, error)
                    continue
                raise VoicebankError(
                    f"The model {path} cannot be opened ({_first_line(error)}): "
                    "install the voicebank again.",
                    code="unreadable-model",
                    path=path,
                ) from error
        assert session is not None
        noise_names = {noise.name for noise in seeded.noise}
        declaration = Declaration(
            inputs=tuple(
                _spec(value) for value in session.get_inputs() if value.name not in noise_names
            ),
            outputs=tuple(_spec(value) for value in session.get_outputs()),
            noise=seeded.noise,
        )
        taken = provider_name(session.get_providers()[0])
        return ModelHandle(path=path, declaration=declaration, session=session, provider=taken)

    def run(
        self, handle: ModelHandle, feeds: Tensors, cancel: CancelToken
    ) -> dict[str, npt.NDArray[Any]]:
        """Run once; ``cancel`` stops it between two nodes of the graph."""
        import onnxruntime as ort

        cancel.check()
        options = ort.RunOptions()
        options.log_severity_level = 4  # failures are raised; a stopped run is none

        def terminate() -> None:
            options.terminate = True

        names = [spec.name for spec in handle.declaration.outputs]
        with cancel.listening(terminate):
            try:
                values = handle.session.run(names, dict(feeds), options)
            except Exception as error:
                # The runtime has no exception type of its own for a run that was stopped.
                if cancel.is_cancelled:
                    raise Cancelled from error
                raise InferenceError(
                    f"The model {handle.path} failed while it ran ({_first_line(error)}): "
                    "check the voicebank, or report this with the song.",
                    code="model-run-failed",
                    path=handle.path,
                ) from error
        cancel.check()
        return {name: np.asarray(value) for name, value in zip(names, values, strict=True)}

    def release(self, handle: ModelHandle) -> None:
        """Nothing to do: the session ends with the last reference to its handle."""


@cache
def _runtime_version() -> str:
    from importlib import metadata  # costs as much as a small library

    for package in ("onnxruntime", "onnxruntime-directml", "onnxruntime-gpu"):
        try:
            return metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return "unknown"


def _spec(value: Any) -> TensorSpec:
    return TensorSpec(
        name=value.name,
        dtype=_DTYPES.get(value.type, value.type),
        shape=tuple(size if isinstance(size, int) else -1 for size in value.shape or ()),
    )


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".")[:200] if lines else type(error).__name__
