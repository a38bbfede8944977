"""Vocoder: mel spectrogram and pitch to samples (contract 2.7)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy.typing as npt

from engine.inference.contracts import (
    ModelContract,
    bind,
    checked_output,
    first_output,
    floats,
)
from engine.inference.sessions import Declaration
from engine.types import Float32Array

CONTRACT = ModelContract(
    kind="vocoder",
    inputs=(floats("mel", 3, is_required=True), floats("f0", 2)),
    takes_first_output=True,
)


def feeds(
    declaration: Declaration, path: Path, *, mel: Float32Array, f0_hz: Float32Array
) -> dict[str, npt.NDArray[Any]]:
    """Inputs for one phrase.

    Parameters
    ----------
    mel : float32 [shape=(T, n_mel_bins)], log in the vocoder's base
    f0_hz : float32 [shape=(T,)], Hz
    """
    return bind(declaration, {"mel": mel[None], "f0": f0_hz[None]}, path)


def read(
    declaration: Declaration,
    outputs: Mapping[str, npt.NDArray[Any]],
    path: Path,
    *,
    n_frames: int,
    hop_samples: int,
) -> Float32Array:
    """Samples, float32 [shape=(T * hop_samples,)], -1..1."""
    value = first_output(declaration, outputs)
    n_samples = n_frames * hop_samples
    # Some exports carry a channel dimension: [1, 1, n_samples].
    flat = value.reshape(1, -1) if value.size == n_samples else value
    return checked_output(flat, (1, n_samples), name="waveform", path=path)
