"""Pitch predictor: notes and hidden states to a sung pitch curve (contract 2.4)."""

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
    first_output,
    flags,
    floats,
    integers,
)
from engine.inference.linguistic import Encoded
from engine.inference.sampling import sampler_values
from engine.inference.sessions import Declaration
from engine.types import Float32Array, Int64Array

PLACEHOLDER_MIDI = 60.0  # what upstream gives for frames that are all to be generated

CONTRACT = ModelContract(
    kind="pitch",
    inputs=(
        floats("encoder_out", 3, is_required=True),
        integers("ph_dur", 2, is_required=True),
        floats("note_midi", 2, is_required=True),
        flags("note_rest", 2),
        integers("note_dur", 2, is_required=True),
        integers("note_glide", 2),
        floats("pitch", 2, is_required=True),
        floats("expr", 2),
        flags("retake", 2, is_required=True),
        floats("spk_embed", 3),
        *SAMPLER_INPUTS,
    ),
    takes_first_output=True,
)


def feeds(
    declaration: Declaration,
    path: Path,
    *,
    encoded: Encoded,
    durations: Int64Array,
    note_midi: Float32Array,
    note_rest: npt.NDArray[np.bool_],
    note_dur: Int64Array,
    expressiveness: Float32Array,
    spk_embed: Float32Array | None,
    n_steps: int,
    given_midi: Float32Array | None = None,
    is_retaken: npt.NDArray[np.bool_] | None = None,
) -> dict[str, npt.NDArray[Any]]:
    """Inputs for one phrase; stretches are composited by us (R-16).

    Parameters
    ----------
    durations : int64 [shape=(N,)], frames, sum T
    note_midi : float32 [shape=(M,)]; note_rest : bool [shape=(M,)]
    note_dur : int64 [shape=(M,)], frames, sum T
    expressiveness : float32 [shape=(T,)], 0..1
    spk_embed : float32 [shape=(T, H)], optional
    n_steps : int, >= 1
    given_midi : float32 [shape=(T,)], optional
        The pitch where nothing is drawn anew; with ``is_retaken``.
    is_retaken : bool [shape=(T,)], optional
        Else every frame is generated.
    """
    n_frames = len(expressiveness)
    values: dict[str, npt.NDArray[Any]] = {
        "encoder_out": encoded.hidden,
        "ph_dur": durations[None],
        "note_midi": note_midi[None],
        "note_rest": note_rest[None],
        "note_dur": note_dur[None],
        # No published bank is driven with glides (contract appendix E 5).
        "note_glide": np.zeros((1, len(note_midi)), dtype=np.int64),
        "pitch": np.full((1, n_frames), PLACEHOLDER_MIDI, dtype=np.float32)
        if given_midi is None
        else given_midi[None],
        "expr": expressiveness[None],
        "retake": np.ones((1, n_frames), dtype=np.bool_)
        if is_retaken is None
        else is_retaken[None],
        **sampler_values(declaration, n_steps=n_steps),
    }
    if spk_embed is not None:
        values["spk_embed"] = spk_embed[None]
    return bind(declaration, values, path)


def read(
    declaration: Declaration, outputs: Mapping[str, npt.NDArray[Any]], path: Path, *, n_frames: int
) -> Float32Array:
    """Predicted pitch, fractional MIDI, float32 [shape=(T,)]."""
    value = first_output(declaration, outputs)
    return checked_output(value, (1, n_frames), name="pitch", path=path)
