"""Declared inputs and outputs against the contract's tables (rules R-5, R-14)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import InferenceError, ModelContractError
from engine.inference.sessions import Declaration, TensorSpec

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class TensorRule:
    """One line of a contract table. ``rank`` 0 admits a scalar and a list of one."""

    name: str
    dtypes: tuple[str, ...]
    rank: int
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelContract:
    """The table of one model kind.

    ``outputs`` are looked up by name; without them the first output counts, with ``output_rank``.
    """

    kind: str
    inputs: tuple[TensorRule, ...]
    outputs: tuple[TensorRule, ...] = ()
    output_rank: int = 0
    takes_first_output: bool = False


def floats(name: str, rank: int, *, is_required: bool = False) -> TensorRule:
    """Rule of a float32 tensor."""
    return TensorRule(name=name, dtypes=("float32",), rank=rank, is_required=is_required)


def integers(name: str, rank: int, *, is_required: bool = False) -> TensorRule:
    """Rule of an int64 tensor."""
    return TensorRule(name=name, dtypes=("int64",), rank=rank, is_required=is_required)


def flags(name: str, rank: int, *, is_required: bool = False) -> TensorRule:
    """Rule of a bool tensor."""
    return TensorRule(name=name, dtypes=("bool",), rank=rank, is_required=is_required)


SAMPLER_INPUTS = (integers("steps", 0), integers("speedup", 0))


def check_declaration(declaration: Declaration, contract: ModelContract, path: Path) -> None:
    """Compare a model with its contract; every mismatch is reported at once.

    Raises
    ------
    ModelContractError
    """
    faults: list[str] = []
    rules = {rule.name: rule for rule in contract.inputs}
    for spec in declaration.inputs:
        rule = rules.get(spec.name)
        if rule is None:
            faults.append(f"it wants an input {spec.name!r} that no {contract.kind} model has")
        else:
            faults.extend(_tensor_faults(spec, rule, "input"))
    declared = {spec.name for spec in declaration.inputs}
    faults.extend(
        f"it lacks the input {rule.name!r}"
        for rule in contract.inputs
        if rule.is_required and rule.name not in declared
    )
    outputs = {spec.name: spec for spec in declaration.outputs}
    for rule in contract.outputs:
        found = outputs.get(rule.name)
        if found is not None:
            faults.extend(_tensor_faults(found, rule, "output"))
        elif rule.is_required:
            faults.append(f"it lacks the output {rule.name!r}")
    if contract.takes_first_output:
        if not declaration.outputs:
            faults.append("it has no output")
        elif declaration.outputs[0].dtype != "float32":
            faults.append(f"its first output is {declaration.outputs[0].dtype}, not float32")
    if faults:
        raise ModelContractError(
            f"{path} is not a {contract.kind} model that can be used: {'; '.join(faults)}. "
            "Ask the maker of the voicebank for a new export.",
            code="model-contract",
            path=path,
            kind=contract.kind,
            faults=tuple(faults),
        )


def _tensor_faults(spec: TensorSpec, rule: TensorRule, side: str) -> list[str]:
    faults = []
    if spec.dtype not in rule.dtypes:
        faults.append(f"{side} {spec.name!r} is {spec.dtype}, not {' or '.join(rule.dtypes)}")
    rank = len(spec.shape)
    # No dimensions may also mean that the exporter wrote no shape at all.
    is_rank_right = rank <= 1 if rule.rank == 0 else rank in (0, rule.rank)
    if not is_rank_right:
        faults.append(f"{side} {spec.name!r} has {rank} dimensions, not {rule.rank}")
    return faults


def bind(
    declaration: Declaration, values: Mapping[str, npt.NDArray[Any]], path: Path
) -> dict[str, npt.NDArray[Any]]:
    """Tensors for exactly the inputs that the graph declares (rule R-14).

    Values the graph does not want are left out; scalars go in as a list of one, which runs for
    scalar and rank-1 declarations alike (contract 2.1).

    Raises
    ------
    ModelContractError
        When nothing can be given for a declared input.
    """
    missing = [spec.name for spec in declaration.inputs if spec.name not in values]
    if missing:
        raise ModelContractError(
            f"{path} wants inputs that this voice's configuration gives no value for: "
            f"{', '.join(missing)}. Check its dsconfig.yaml.",
            code="unfilled-inputs",
            path=path,
            names=tuple(missing),
        )
    unwanted = values.keys() - {spec.name for spec in declaration.inputs}
    if unwanted:
        log.debug("%s does not take %s", path.name, ", ".join(sorted(unwanted)))
    feeds = {}
    for spec in declaration.inputs:
        value = np.ascontiguousarray(values[spec.name], dtype=np.dtype(spec.dtype))
        for axis, size in enumerate(spec.shape):
            if size >= 0 and axis < value.ndim and value.shape[axis] != size:
                raise ModelContractError(
                    f"{path} wants {size} values along dimension {axis} of {spec.name!r} and "
                    f"gets {value.shape[axis]}: its dsconfig.yaml does not fit the model.",
                    code="wrong-input-shape",
                    path=path,
                    name=spec.name,
                )
        feeds[spec.name] = value
    return feeds


def _is_finite(array: npt.NDArray[np.float32]) -> bool:
    flat = array.reshape(-1)
    # One quick pass tells nearly always; a sum that overflows tells nothing, so then all are seen.
    with np.errstate(all="ignore"):
        total = np.dot(flat, flat)
    return bool(np.isfinite(total) or np.isfinite(flat).all())


def first_output(
    declaration: Declaration, outputs: Mapping[str, npt.NDArray[Any]]
) -> npt.NDArray[Any]:
    """The output that stands first in the graph."""
    return outputs[declaration.outputs[0].name]


def checked_output(
    value: npt.NDArray[Any], shape: tuple[int, ...], *, name: str, path: Path
) -> npt.NDArray[np.float32]:
    """A model's answer without its batch axis, once shape and numbers are seen to be right.

    Raises
    ------
    InferenceError
        When the shape is another one or a value is not finite.
    """
    array = np.ascontiguousarray(value, dtype=np.float32)
    if array.shape != shape:
        raise InferenceError(
            f"{path} answered {name} of shape {array.shape} where {shape} was due: "
            "the model does not fit its dsconfig.yaml.",
            code="wrong-output-shape",
            path=path,
            name=name,
            shape=array.shape,
            expected=shape,
        )
    if not _is_finite(array):
        raise InferenceError(
            f"{path} answered {name} with values that are not numbers: change the phrase a "
            "little, or ask the maker of the voicebank.",
            code="not-a-number",
            path=path,
            name=name,
        )
    return np.asarray(array[0])
