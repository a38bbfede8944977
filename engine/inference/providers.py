"""Which execution provider runs a model: the one asked for, else the CPU, and why."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from engine.errors import InferenceError

log = logging.getLogger(__name__)

PROVIDER_NAMES = {
    "cpu": "CPUExecutionProvider",
    "cuda": "CUDAExecutionProvider",
    "directml": "DmlExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
}


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
