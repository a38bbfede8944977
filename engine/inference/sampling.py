"""Sampler inputs: steps or speed-up, and depth (contract 2.8, rule R-15)."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import VoicebankError
from engine.inference.sessions import Declaration

DIFFUSION_STEPS = 1000
DEFAULT_ACOUSTIC_STEPS = 20
DEFAULT_VARIANCE_STEPS = 20
DEFAULT_PITCH_STEPS = 10
DEFAULT_DEPTH = 1.0


def speedup_for(n_steps: int) -> int:
    """Largest speed-up up to ``1000 div n_steps`` that divides 1000 (old graphs, no depth)."""
    speedup = max(1, DIFFUSION_STEPS // max(1, n_steps))
    while DIFFUSION_STEPS % speedup:
        speedup -= 1
    return speedup


def depth_and_speedup(depth_ratio: float, n_steps: int) -> tuple[int, int]:
    """Whole-number depth and speed-up of old shallow graphs.

    Parameters
    ----------
    depth_ratio : float, 0..1
    n_steps : int, >= 1

    Returns
    -------
    depth : int, 0..1000, a multiple of the speed-up
    speedup : int, >= 1
    """
    depth = round(DIFFUSION_STEPS * depth_ratio)
    speedup = max(1, depth // max(1, n_steps))
    return depth // speedup * speedup, speedup


def effective_depth(wanted: float, *, max_depth: float, is_continuous: bool, where: str) -> float:
    """Depth after the bank's limit, 0..1.

    ``max_depth`` counts diffusion steps in old banks. A new bank without it (0) sets no limit:
    its graph limits itself, whereas depth 0 would silently switch refinement off.
    """
    if max_depth < 0:
        raise VoicebankError(
            f"{where} has a max_depth of {max_depth:g}: it must not be negative.",
            code="negative-max-depth",
            max_depth=max_depth,
        )
    limit = max_depth if is_continuous else max_depth / DIFFUSION_STEPS
    if is_continuous and limit == 0:
        limit = 1.0
    return min(max(wanted, 0.0), limit, 1.0)


def sampler_values(
    declaration: Declaration, *, n_steps: int, depth_ratio: float | None = None
) -> dict[str, npt.NDArray[Any]]:
    """``steps``, ``speedup`` and ``depth`` as the graph declares them.

    Parameters
    ----------
    declaration : Declaration
        Decides between ``steps`` and ``speedup`` and the type of ``depth`` (R-15).
    n_steps : int, >= 1
    depth_ratio : float, optional
        Effective depth, 0..1; not sent where the graph declares none.
    """
    values: dict[str, npt.NDArray[Any]] = {"steps": np.array([n_steps], dtype=np.int64)}
    depth = declaration.input("depth")
    if depth is not None and depth_ratio is not None:
        if depth.dtype == "int64":
            whole_depth, speedup = depth_and_speedup(depth_ratio, n_steps)
            values["depth"] = np.array([whole_depth], dtype=np.int64)
            values["speedup"] = np.array([speedup], dtype=np.int64)
        else:
            values["depth"] = np.array([depth_ratio], dtype=np.float32)
    if "speedup" not in values:
        values["speedup"] = np.array([speedup_for(n_steps)], dtype=np.int64)
    return values
