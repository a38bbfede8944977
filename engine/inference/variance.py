"""Variance predictor: pitch and hidden states to energy, breathiness, ... (contract 2.5)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.inference.contracts import (
    SAMPLER_INPUTS,
    ModelContract,
    bind,
    checked_output,
    flags,
    floats,
    integers,
)
from engine.inference.linguistic import Encoded
from engine.inference.sampling import sampler_values
from engine.inference.sessions import Declaration
from engine.types import Float32Array, Int64Array, Parameter

# The order of the last axis of ``retake``.
VARIANCES = (Parameter.ENERGY, Parameter.BREATHINESS, Parameter.VOICING, Parameter.TENSION)

CONTRACT = ModelContract(
    kind="variance",
    inputs=(
        floats("encoder_out", 3, is_required=True),
        integers("ph_dur", 2, is_required=True),
        floats("pitch", 2, is_required=True),
        *(floats(str(parameter), 2) for parameter in VARIANCES),
        flags("retake", 3, is_required=True),
        floats("spk_embed", 3),
        *SAMPLER_INPUTS,
    ),
    outputs=tuple(floats(f"{parameter}_pred", 2) for parameter in VARIANCES),
)


def predicted(declaration: Declaration) -> tuple[Parameter, ...]:
    """Parameters that this graph predicts, in the order of ``retake``."""
    names = {spec.name for spec in declaration.outputs}
    return tuple(parameter for parameter in VARIANCES if f"{parameter}_pred" in names)


def feeds(
    declaration: Declaration,
    path: Path,
    *,
    encoded: Encoded,
    durations: Int64Array,
    pitch_midi: Float32Array,
    spk_embed: Float32Array | None,
    n_steps: int,
    given: Mapping[Parameter, Float32Array] | None = None,
    is_retaken: npt.NDArray[np.bool_] | None = None,
) -> dict[str, npt.NDArray[Any]]:
    """Inputs for one phrase; stretches are composited by us (R-16).

    Parameters
    ----------
    durations : int64 [shape=(N,)], frames, sum T
    pitch_midi : float32 [shape=(T,)]
        The pitch that will be sung, with drawn pitch and tone shift.
    spk_embed : float32 [shape=(T, H)], optional
    n_steps : int, >= 1
    given : parameter to float32 [shape=(T,)], optional
        Values where nothing is drawn anew; with ``is_retaken``.
    is_retaken : bool [shape=(T, V)], optional
        By frame and predicted parameter; else all is generated.
    """
    n_frames = len(pitch_midi)
    nothing = np.zeros((1, n_frames), dtype=np.float32)
    n_predicted = len(predicted(declaration))
    values: dict[str, npt.NDArray[Any]] = {
        "encoder_out": encoded.hidden,
        "ph_dur": durations[None],
        "pitch": pitch_midi[None],
        **{
            str(parameter): nothing if given is None else given.get(parameter, nothing[0])[None]
            for parameter in VARIANCES
        },
        "retake": np.ones((1, n_frames, n_predicted), dtype=np.bool_)
        if is_retaken is None
        else is_retaken[None],
        **sampler_values(declaration, n_steps=n_steps),
    }
    if spk_embed is not None:
        values["spk_embed"] = spk_embed[None]
    return bind(declaration, values, path)


def read(
    declaration: Declaration, outputs: Mapping[str, npt.NDArray[Any]], path: Path, *, n_frames: int
) -> dict[Parameter, Float32Array]:
    """Absolute values in dB or logit, float32 [shape=(T,)] each."""
    return {
        parameter: checked_output(
            outputs[f"{parameter}_pred"], (1, n_frames), name=str(parameter), path=path
        )
        for parameter in predicted(declaration)
    }
