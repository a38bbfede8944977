"""The time grid of the source: every phoneme boundary lies on a whole frame of 5 ms."""

from __future__ import annotations

from typing import Final

SAMPLE_RATE: Final = 44100
FRAME_S: Final = 0.005
FRAMES_PER_S: Final = 200
HTS_TICKS_PER_FRAME: Final = 50_000
"""HTS label files count in 100 ns."""


def s_to_frames(seconds: float) -> int:
    """Round a time to whole frames."""
    return round(seconds * FRAMES_PER_S)


def frames_to_s(n_frames: float) -> float:
    """Length of a number of frames, s."""
    return n_frames / FRAMES_PER_S


def frames_to_samples(n_frames: int) -> int:
    """First sample at or after a frame; lengths of recordings use it too."""
    return -(-n_frames * SAMPLE_RATE // FRAMES_PER_S)
