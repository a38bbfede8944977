"""Losses that more than one place needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Sequence

RESOLUTIONS = ((2048, 512), (1024, 256), (512, 128), (256, 64))
LOG_FLOOR = 4e-3


def masked_mean(values: Tensor, mask: Tensor) -> Tensor:
    """Mean of ``values`` where ``mask`` is 1; both of the same shape."""
    return (values * mask).sum() / mask.sum().clamp(min=1.0)


def multi_resolution_stft(
    audio: Tensor, target: Tensor, resolutions: Sequence[tuple[int, int]] = RESOLUTIONS
) -> Tensor:
    """Spectral convergence plus log-magnitude distance, mean over resolutions.

    Parameters
    ----------
    audio, target : float32 [B, S], -1..1
    resolutions : pairs of window and hop, samples

    Returns
    -------
    float32 scalar
    """
    total = audio.new_zeros(())
    for n_fft, hop in resolutions:
        window = torch.hann_window(n_fft, device=audio.device)
        floor = LOG_FLOOR * n_fft / 2048

        def magnitude(
            x: Tensor, n_fft: int = n_fft, hop: int = hop, window: Tensor = window
        ) -> Tensor:
            spectrum = torch.stft(x, n_fft, hop, window=window, return_complex=True)
            power = spectrum.real * spectrum.real + spectrum.imag * spectrum.imag
            return torch.sqrt(power + 1e-12)

        found, wanted = magnitude(audio), magnitude(target)
        convergence = (wanted - found).norm() / (wanted.norm() + 1e-3)
        distance = torch.log(found + floor) - torch.log(wanted + floor)
        total = total + convergence + distance.abs().mean()
    return total / len(resolutions)
