"""Duration predictor: hidden states to frames per phoneme (contract 2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.inference.contracts import (
    ModelContract,
    bind,
    checked_output,
    first_output,
    flags,
    floats,
    integers,
)
from engine.inference.linguistic import Encoded
from engine.inference.sessions import Declaration
from engine.types import Float32Array, Int64Array

CONTRACT = ModelContract(
    kind="duration",
    inputs=(
        floats("encoder_out", 3, is_required=True),
        flags("x_masks", 2, is_required=True),
        integers("ph_midi", 2, is_required=True),
        floats("spk_embed", 3),
        integers("word_div", 2),
        integers("word_dur", 2),
    ),
    takes_first_output=True,
)


def feeds(
    declaration: Declaration,
    path: Path,
    *,
    encoded: Encoded,
    ph_midi: Int64Array,
    word_div: Int64Array,
    word_dur: Int64Array,
    spk_embed: Float32Array | None,
) -> dict[str, npt.NDArray[Any]]:
    """Inputs for one sentence.

    Parameters
    ----------
    ph_midi : int64 [shape=(N,)]
    word_div, word_dur : int64 [shape=(W,)]
    spk_embed : float32 [shape=(N, H)], optional
        One row per token.
    """
    values: dict[str, npt.NDArray[Any]] = {
        "encoder_out": encoded.hidden,
        "x_masks": encoded.is_padding,
        "ph_midi": ph_midi[None],
        "word_div": word_div[None],
        "word_dur": word_dur[None],
    }
    if spk_embed is not None:
        values["spk_embed"] = spk_embed[None]
    return bind(declaration, values, path)


def read(
    declaration: Declaration, outputs: Mapping[str, npt.NDArray[Any]], path: Path, *, n_tokens: int
) -> Float32Array:
    """Predicted frames, float32 [shape=(N,)], >= 0, not rounded."""
    value = checked_output(
        first_output(declaration, outputs), (1, n_tokens), name="durations", path=path
    )
    return np.asarray(np.maximum(value, np.float32(0.0)))
