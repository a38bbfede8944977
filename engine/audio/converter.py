"""A stream of blocks at the song's rate as one at the sound card's."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.types import Float32Array


class RateConverter:
    """Converts block after block; gives the blocks back as they are where the rates agree.

    `begin` before a stretch, `end` after it: what was held back comes out, and the next stretch
    knows nothing of it.
    """

    def __init__(self, *, source_hz: int, target_hz: int, n_channels: int) -> None:
        self.source_hz = source_hz
        self.target_hz = target_hz
        self._n_channels = n_channels
        self._stream: Any = None

    @property
    def is_needed(self) -> bool:
        """Whether the rates differ."""
        return self.source_hz != self.target_hz

    def most_frames(self, n_samples: int) -> int:
        """At most this many frames come of ``n_samples`` and of what was held back."""
        if not self.is_needed:
            return n_samples
        # soxr holds back a filter's length, and gives it out with a later block or at the end
        return int((n_samples + 4096) * self.target_hz / self.source_hz) + 1

    def convert(self, block: Float32Array) -> Float32Array:
        """Frames that can be given out after this block."""
        if not self.is_needed:
            return block
        if self._stream is None:
            import soxr

            self._stream = soxr.ResampleStream(
                self.source_hz, self.target_hz, self._n_channels, dtype="float32", quality="HQ"
            )
        return np.asarray(self._stream.resample_chunk(block), dtype=np.float32)

    def end(self) -> Float32Array:
        """Frames held back; the next block begins a new stretch."""
        nothing = np.zeros((0, self._n_channels), dtype=np.float32)
        if self._stream is None:
            return nothing
        rest = self._stream.resample_chunk(nothing, last=True)
        self._stream = None
        return np.asarray(rest, dtype=np.float32)
