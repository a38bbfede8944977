"""Independent measure of harmonic and noise levels in finished audio.

Nothing of the training labels is used: each frame is explained by least
squares as harmonics of the known f0 with amplitudes that may grow or shrink
linearly; what is left is noise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.training.features import TENSION_CLIP, Floats

if TYPE_CHECKING:
    from numpy.typing import NDArray

HIGHEST_HZ = 20_000.0
WINDOW_SAMPLES = 1536


@dataclass(frozen=True)
class StemLevels:
    """Levels of a recording's parts at chosen frames."""

    voicing_db: NDArray[np.float64]
    breathiness_db: NDArray[np.float64]
    tension_logit: NDArray[np.float64]


def measure_stems(
    audio: Floats,
    f0_hz: Floats,
    frames: NDArray[np.int64],
    *,
    sample_rate_hz: int,
    hop_samples: int,
) -> StemLevels:
    """Split frames into harmonics and residual.

    Parameters
    ----------
    audio : float32 [shape=(n_samples,)], -1..1
    f0_hz : float32 [shape=(n_frames,)], Hz, > 0, at frame starts
    frames : int64 [shape=(n,)], frames to measure, voiced
    sample_rate_hz, hop_samples : int

    Returns
    -------
    StemLevels
        dB re full scale, dB re full scale, logit; each float64 [shape=(n,)].
    """
    cycles = _cycles(f0_hz, sample_rate_hz, hop_samples)
    shape = 0.5 - 0.5 * np.cos(2.0 * np.pi * (np.arange(WINDOW_SAMPLES) + 0.5) / WINDOW_SAMPLES)
    ramp = np.linspace(-1.0, 1.0, WINDOW_SAMPLES)
    rows = []
    for frame in frames:
        start = int(frame) * hop_samples + (hop_samples - WINDOW_SAMPLES) // 2
        if start < 0 or start + WINDOW_SAMPLES > min(len(audio), len(cycles)):
            continue
        segment = audio[start : start + WINDOW_SAMPLES].astype(np.float64)
        phase = 2.0 * np.pi * cycles[start : start + WINDOW_SAMPLES]
        n_harmonics = max(1, int(HIGHEST_HZ / float(f0_hz[frame])))
        angles = phase[:, None] * np.arange(1, n_harmonics + 1)
        waves = np.concatenate([np.cos(angles), np.sin(angles)], axis=1)
        basis = np.concatenate([waves, waves * ramp[:, None]], axis=1)
        weighted = basis * shape[:, None]
        gram = weighted.T @ weighted
        gram[np.diag_indices_from(gram)] += 1e-6 * WINDOW_SAMPLES
        solution = np.linalg.solve(gram, weighted.T @ (segment * shape))
        found = basis @ solution
        amplitudes = solution[:n_harmonics] ** 2 + solution[n_harmonics : 2 * n_harmonics] ** 2
        total = shape @ shape
        harmonic = np.sum((found * shape) ** 2) / total
        # The fit swallows its share of the noise: one dimension in so many samples.
        free = 1.0 - np.trace(np.linalg.solve(gram, weighted.T @ weighted)) / (0.5 * WINDOW_SAMPLES)
        noise = np.sum(((segment - found) * shape) ** 2) / total / max(free, 0.2)
        ratio = np.sqrt(amplitudes[1:].sum() / max(amplitudes.sum(), 1e-20))
        ratio = float(np.clip(ratio, TENSION_CLIP, 1.0 - TENSION_CLIP))
        rows.append(
            (
                10.0 * np.log10(max(harmonic, 1e-12)),
                10.0 * np.log10(max(noise, 1e-12)),
                np.log(ratio / (1.0 - ratio)),
            )
        )
    table = np.array(rows).reshape(-1, 3)
    return StemLevels(table[:, 0], table[:, 1], table[:, 2])


def _cycles(f0_hz: Floats, sample_rate_hz: int, hop_samples: int) -> NDArray[np.float64]:
    samples = np.arange(len(f0_hz) * hop_samples)
    at_samples = np.interp(samples, np.arange(len(f0_hz)) * hop_samples, f0_hz.astype(np.float64))
    return np.cumsum(at_samples) / sample_rate_hz
