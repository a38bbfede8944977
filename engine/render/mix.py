"""Phrases into one stream of samples: placement, joins, gain and pan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.types import Float32Array, PhraseResult

BLOCK_SAMPLES = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clip:
    """Samples at a place: float32 [shape=(n_samples,)] from absolute sample ``start``."""

    start: int
    samples: Float32Array

    @property
    def end(self) -> int:
        """First sample after the clip."""
        return self.start + len(self.samples)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MixTrack:
    """A track's clips with its fader; ``pan`` is -1 (left) to 1 (right)."""

    name: str
    clips: tuple[Clip, ...]
    gain_db: float = 0.0
    pan: float = 0.0


def place(result: PhraseResult) -> Clip:
    """A phrase at its sample: ``trunc(start_ms * rate / 1000)`` (contract 3.6)."""
    start = int(result.start_ms * result.sample_rate_hz / 1000.0)
    return Clip(start=start, samples=result.samples)


def join(clips: Sequence[Clip]) -> tuple[Clip, ...]:
    """Cross-fade neighbouring clips with equal power where their paddings overlap.

    Outside overlaps no sample changes. The padding of a phrase is 93 ms of silence and breath
    decay, so the overlap is short; a clip that lies wholly inside another is only added.
    """
    ordered = sorted(clips, key=lambda clip: (clip.start, clip.end))
    joined: list[Clip] = []
    for clip in ordered:
        if joined and joined[-1].end > clip.start and joined[-1].end <= clip.end:
            before = joined[-1]
            n = before.end - clip.start
            angle = (np.arange(n, dtype=np.float64) + 0.5) * (np.pi / 2.0 / n)
            tail, head = before.samples.copy(), clip.samples.copy()
            tail[len(tail) - n :] *= np.cos(angle).astype(np.float32)
            head[:n] *= np.sin(angle).astype(np.float32)
            joined[-1] = replace(before, samples=tail)
            clip = replace(clip, samples=head)
        joined.append(clip)
    return tuple(joined)


def pan_gains(pan: float) -> tuple[float, float]:
    """Equal-power gains of left and right, 0 dB each in the middle."""
    angle = (min(1.0, max(-1.0, pan)) + 1.0) * np.pi / 4.0
    root = float(np.sqrt(2.0))
    return float(np.cos(angle)) * root, float(np.sin(angle)) * root


def mix_blocks(
    tracks: Sequence[MixTrack], *, first: int, last: int, n_channels: int = 2
) -> Iterator[npt.NDArray[np.float32]]:
    """Sum of the tracks from sample ``first`` up to ``last`` in blocks.

    Yields
    ------
    float32 [shape=(<= 65536, n_channels)]
        Sums are made in track and time order, so that the result never depends on which phrase
        was ready first.
    """
    gains = []
    for track in tracks:
        left, right = pan_gains(track.pan) if n_channels == 2 else (1.0, 1.0)
        level = 10.0 ** (track.gain_db / 20.0)
        gains.append(np.array([left * level, right * level][:n_channels], dtype=np.float32))
    for begin in range(first, last, BLOCK_SAMPLES):
        end = min(last, begin + BLOCK_SAMPLES)
        block = np.zeros((end - begin, n_channels), dtype=np.float32)
        for track, gain in zip(tracks, gains, strict=True):
            for clip in track.clips:
                low, high = max(begin, clip.start), min(end, clip.end)
                if low < high:
                    part = clip.samples[low - clip.start : high - clip.start]
                    block[low - begin : high - begin] += part[:, None] * gain
        yield block
