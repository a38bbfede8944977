"""Rectified flow: training pairs and the Euler sampler.

Time 0 is noise, time 1 is data; paths are straight. A shallow flow starts
at a later time from a mixture of a first guess and noise (contract 2.8).

Source: Liu et al. 2022, "Flow Straight and Fast"; contract 2.8 for depth.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

Velocity = Callable[[Tensor, Tensor], Tensor]


def flow_pair(data: Tensor, noise: Tensor, time: Tensor) -> tuple[Tensor, Tensor]:
    """Point on the path and its velocity.

    Parameters
    ----------
    data, noise : float32 [B, T, ...], same shape
    time : float32 [B], 0..1

    Returns
    -------
    point, velocity : float32, shape of ``data``
    """
    t = time.reshape(-1, *([1] * (data.dim() - 1)))
    return noise + t * (data - noise), data - noise


def random_times(n: int, start: float, generator: torch.Generator | None = None) -> Tensor:
    """Uniform flow times from ``start`` to 1: float32 [n]."""
    return start + (1.0 - start) * torch.rand(n, generator=generator)


def start_time(depth: float, earliest: float) -> float:
    """Flow time at which sampling begins: ``max(1 - depth, earliest)``."""
    return max(1.0 - depth, earliest)


def sample(velocity: Velocity, guess: Tensor, noise: Tensor, *, start: float, steps: int) -> Tensor:
    """Euler steps from a mixture of guess and noise.

    Parameters
    ----------
    velocity : callable (x [B, ...], time [B]) -> velocity [B, ...]
    guess, noise : float32 [B, T, ...]
    start : float, 0..1; 1 returns the guess untouched
    steps : int, >= 1

    Returns
    -------
    float32, shape of ``guess``
    """
    if start >= 1.0:
        return guess
    x = start * guess + (1.0 - start) * noise
    step = (1.0 - start) / steps
    for i in range(steps):
        time = torch.full((x.shape[0],), start + i * step)
        x = x + step * velocity(x, time)
    return x
