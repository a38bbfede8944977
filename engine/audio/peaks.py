"""What a sound file looks like: its extremes in steps, coarser and coarser, to be drawn at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.audio.reading import sound_blocks
from engine.types import Float32Array

STEP_FRAMES = 256  # of the finest level
_FACTOR = 4  # from one level to the next


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Peaks:
    """Extremes of a sound, all channels together.

    ``levels[k]`` float32 [shape=(n, 2)] holds the lowest and highest value of each stretch of
    ``STEP_FRAMES * 4**k`` frames; the last stretch may be shorter.
    """

    rate_hz: int
    n_frames: int
    levels: tuple[Float32Array, ...]

    @property
    def length_ms(self) -> float:
        """How long the sound is."""
        return self.n_frames * 1e3 / self.rate_hz

    def between(self, edges_ms: npt.ArrayLike) -> tuple[Float32Array, Float32Array]:
        """Lowest and highest value between each two of ascending times.

        Parameters
        ----------
        edges_ms : float64 [shape=(n + 1,)]

        Returns
        -------
        low, high : float32 [shape=(n,)]
            Zero where the sound has nothing.
        """
        edges = np.asarray(edges_ms, dtype=np.float64) * self.rate_hz / 1e3
        n = max(0, len(edges) - 1)
        low, high = np.zeros(n, dtype=np.float32), np.zeros(n, dtype=np.float32)
        if not n or not self.n_frames:
            return low, high
        frames = max(1.0, float(edges[-1] - edges[0]) / n)
        index = 0
        while index + 1 < len(self.levels) and STEP_FRAMES * _FACTOR ** (index + 1) <= frames:
            index += 1
        level, step = self.levels[index], STEP_FRAMES * _FACTOR**index
        inside = (edges[1:] > 0.0) & (edges[:-1] < self.n_frames)
        first = np.clip(np.floor(edges[:-1] / step), 0, len(level) - 1).astype(np.int64)
        last = np.clip(np.ceil(edges[1:] / step), first + 1, len(level)).astype(np.int64)
        # A pair of borders a stretch: what lies between the stretches is left out after.
        borders = np.stack([first, last], axis=1).ravel()
        padded = np.concatenate([level, level[-1:]])  # a border may stand behind the last
        low[:] = np.minimum.reduceat(padded[:, 0], borders)[::2]
        high[:] = np.maximum.reduceat(padded[:, 1], borders)[::2]
        low[~inside] = high[~inside] = 0.0
        return low, high


def read_peaks(path: Path) -> Peaks:
    """Extremes of a sound file, read block by block.

    Raises
    ------
    AudioFileError
        When the file is not there, no sound file, damaged, or too long.
    """
    finest: list[Float32Array] = []
    rest = np.zeros((0, 1), dtype=np.float32)
    rate_hz, n_frames = 1, 0
    for found_hz, block in sound_blocks(path):
        rate_hz = found_hz
        n_frames += len(block)
        if len(rest):
            block = np.concatenate([rest, block])
        n_whole = len(block) // STEP_FRAMES * STEP_FRAMES
        if n_whole:
            finest.append(_extremes(block[:n_whole].reshape(-1, STEP_FRAMES * block.shape[1])))
        rest = block[n_whole:]
    if len(rest):
        finest.append(_extremes(rest.reshape(1, -1)))
    levels = [np.concatenate(finest)]
    while len(levels[-1]) > _FACTOR:
        levels.append(_coarser(levels[-1]))
    return Peaks(rate_hz=rate_hz, n_frames=n_frames, levels=tuple(levels))


def _extremes(stretches: Float32Array) -> Float32Array:
    found = np.stack([stretches.min(axis=1), stretches.max(axis=1)], axis=1)
    return np.asarray(np.nan_to_num(found, nan=0.0, posinf=1.0, neginf=-1.0))


def _coarser(level: Float32Array) -> Float32Array:
    starts = np.arange(0, len(level), _FACTOR)
    low, high = np.minimum.reduceat(level[:, 0], starts), np.maximum.reduceat(level[:, 1], starts)
    return np.asarray(np.stack([low, high], axis=1))
