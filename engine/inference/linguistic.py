"""Linguistic encoder: phonemes to hidden states (contract 2.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import InferenceError
from engine.inference.contracts import ModelContract, bind, flags, floats, integers
from engine.inference.sessions import Declaration
from engine.types import Float32Array, Int64Array

CONTRACT = ModelContract(
    kind="linguistic",
    inputs=(
        integers("tokens", 2, is_required=True),
        integers("word_div", 2),
        integers("word_dur", 2),
        integers("ph_dur", 2),
        integers("languages", 2),
    ),
    outputs=(floats("encoder_out", 3, is_required=True), flags("x_masks", 2, is_required=True)),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Encoded:
    """``hidden`` float32 [1, N, H], ``is_padding`` bool [1, N]."""

    hidden: Float32Array
    is_padding: npt.NDArray[np.bool_]


def feeds(
    declaration: Declaration,
    path: Path,
    *,
    tokens: Int64Array,
    languages: Int64Array | None,
    durations: Int64Array | None,
    word_div: Int64Array | None,
    word_dur: Int64Array | None,
) -> dict[str, npt.NDArray[Any]]:
    """Inputs for one sentence or phrase.

    Parameters
    ----------
    tokens, languages, durations : int64 [shape=(N,)]; durations in frames
    word_div, word_dur : int64 [shape=(W,)], phonemes and frames of each word
    """
    values = {
        "tokens": tokens,
        "languages": languages,
        "ph_dur": durations,
        "word_div": word_div,
        "word_dur": word_dur,
    }
    return bind(declaration, {k: v[None] for k, v in values.items() if v is not None}, path)


def read(outputs: Mapping[str, npt.NDArray[Any]], path: Path, *, n_tokens: int) -> Encoded:
    """Hidden states of ``n_tokens`` tokens.

    Raises
    ------
    InferenceError
        When they are for another number of tokens.
    """
    hidden, is_padding = outputs["encoder_out"], outputs["x_masks"]
    if hidden.ndim != 3 or hidden.shape[:2] != (1, n_tokens) or is_padding.shape != (1, n_tokens):
        raise InferenceError(
            f"{path} answered for {hidden.shape} and {is_padding.shape} where {n_tokens} "
            "phonemes were given: ask the maker of the voicebank for a new export.",
            code="wrong-output-shape",
            path=path,
        )
    return Encoded(hidden=hidden, is_padding=is_padding)
