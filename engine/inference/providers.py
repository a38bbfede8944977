"""Which execution provider runs a model: the one asked for, else the CPU, and why."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import InferenceError

log = logging.getLogger(__name__)

PROVIDER_NAMES = {
    "cpu": "CPUExecutionProvider",
    "cuda": "CUDAExecutionProvider",
    "directml": "DmlExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPlaces:
    """Which provider runs each kind of model, and the threads inside one (0: the runtime's choice).

    Lengths are not among them: they are always made on the CPU, so that a song keeps its timing
    whatever sings it.
    """

    linguistic: str = "cpu"
    pitch: str = "cpu"
    variance: str = "cpu"
    acoustic: str = "cpu"
    vocoder: str = "cpu"
    n_threads: int = 0

    def by_kind(self) -> dict[str, str]:
        """Provider names by the kind of model."""
        return {
            "linguistic": self.linguistic,
            "pitch": self.pitch,
            "variance": self.variance,
            "acoustic": self.acoustic,
            "vocoder": self.vocoder,
        }


def provider_name(runtime_name: str) -> str:
    """Our name of a provider, or the runtime's own where we have none."""
    return next(
        (ours for ours, name in PROVIDER_NAMES.items() if name == runtime_name), runtime_name
    )


def available_providers() -> tuple[str, ...]:
    """What the installed runtime has, by our names; loads the runtime, which takes its time."""
    import onnxruntime as ort

    there = ort.get_available_providers()
    return tuple(name for name, runtime_name in PROVIDER_NAMES.items() if runtime_name in there)


def choose_providers(wanted: str, available: Sequence[str], *, force_cpu: bool) -> tuple[str, ...]:
    """Providers to offer ONNX Runtime, best first; the CPU always stands last.

    Parameters
    ----------
    wanted : str
        One of ``PROVIDER_NAMES``.
    available : sequence of str
        What the installed runtime has, by ONNX Runtime's names.
    force_cpu : bool
        The bank asks for the CPU (contract R-12).

    Raises
    ------
    InferenceError
        When ``wanted`` is no provider.
    """
    name = PROVIDER_NAMES.get(wanted)
    if name is None:
        raise InferenceError(
            f"There is no provider named {wanted!r}: choose one of {', '.join(PROVIDER_NAMES)}.",
            code="unknown-provider",
            provider=wanted,
        )
    cpu = PROVIDER_NAMES["cpu"]
    if force_cpu or name == cpu:
        return (cpu,)
    if name not in available:
        log.warning(
            "The installed ONNX Runtime has no %s; the CPU sings instead (it has: %s).",
            name,
            ", ".join(available),
        )
        return (cpu,)
    return (name, cpu)
