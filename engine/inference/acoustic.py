"""Acoustic model: phonemes, pitch and parameters to a mel spectrogram (contract 2.6)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.inference.contracts import (
    SAMPLER_INPUTS,
    ModelContract,
    TensorRule,
    bind,
    checked_output,
    first_output,
    floats,
    integers,
)
from engine.inference.sampling import sampler_values
from engine.inference.sessions import Declaration
from engine.types import Float32Array, Int64Array, Parameter

CURVES = (
    Parameter.ENERGY,
    Parameter.BREATHINESS,
    Parameter.VOICING,
    Parameter.TENSION,
    Parameter.GENDER,
    Parameter.VELOCITY,
)

CONTRACT = ModelContract(
    kind="acoustic",
    inputs=(
        integers("tokens", 2, is_required=True),
        integers("durations", 2, is_required=True),
        floats("f0", 2, is_required=True),
        *(floats(str(parameter), 2) for parameter in CURVES),
        integers("languages", 2),
        floats("spk_embed", 3),
        TensorRule(name="depth", dtypes=("float32", "int64"), rank=0),
        *SAMPLER_INPUTS,
    ),
    takes_first_output=True,
)


def wanted_curves(declaration: Declaration) -> tuple[Parameter, ...]:
    """Parameters that this graph takes."""
    return tuple(parameter for parameter in CURVES if declaration.input(str(parameter)))


def feeds(
    declaration: Declaration,
    path: Path,
    *,
    tokens: Int64Array,
    languages: Int64Array | None,
    durations: Int64Array,
    f0_hz: Float32Array,
    curves: Mapping[Parameter, Float32Array],
    spk_embed: Float32Array | None,
    n_steps: int,
    depth_ratio: float,
) -> dict[str, npt.NDArray[Any]]:
    """Inputs for one phrase.

    Parameters
    ----------
    tokens, languages, durations : int64 [shape=(N,)]; durations in frames, sum T
    f0_hz : float32 [shape=(T,)], Hz, > 0
    curves : parameter to float32 [shape=(T,)], real values
    spk_embed : float32 [shape=(T, H)], optional
    n_steps : int, >= 1
    depth_ratio : float, 0..1; not sent where the graph declares none
    """
    values: dict[str, npt.NDArray[Any]] = {
        "tokens": tokens[None],
        "durations": durations[None],
        "f0": f0_hz[None],
        **{str(parameter): curve[None] for parameter, curve in curves.items()},
        **sampler_values(declaration, n_steps=n_steps, depth_ratio=depth_ratio),
    }
    if languages is not None:
        values["languages"] = languages[None]
    if spk_embed is not None:
        values["spk_embed"] = spk_embed[None]
    return bind(declaration, values, path)


def read(
    declaration: Declaration,
    outputs: Mapping[str, npt.NDArray[Any]],
    path: Path,
    *,
    n_frames: int,
    n_mel_bins: int,
) -> Float32Array:
    """Log mel spectrogram in the bank's base, float32 [shape=(T, n_mel_bins)]."""
    value = first_output(declaration, outputs)
    return checked_output(value, (1, n_frames, n_mel_bins), name="mel", path=path)


_LN_10, _LOG10_E = np.float32(2.30259), np.float32(0.434294)  # contract appendix A


def convert_mel_base(mel: Float32Array, *, from_base: str, to_base: str) -> Float32Array:
    """Log mel in another base, ``"10"`` or ``"e"`` (contract 2.7), same shape."""
    if from_base == to_base:
        return mel
    return mel * (_LN_10 if from_base == "10" else _LOG10_E)
