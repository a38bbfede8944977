"""Phrases into one stream of samples: placement, joins, gain and pan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.types import Float32Array, PhraseResult

BLOCK_SAMPLES = 1 << 16
MIN_JOIN_SAMPLES = 512  # 12 ms at 44.1 kHz: shorter cross-fades are heard as clicks
EDGE_SAMPLES = 256  # a padding rises from and falls to silence in this many


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clip:
    """Samples at a place: float32 [shape=(n_samples,)], or (n_samples, 1 or 2), from ``start``.

    ``start`` is an absolute sample. ``head`` and ``tail`` count samples of padding, in which
    nothing is sung. The clip is silent before ``rise[0]`` and full from ``rise[1]`` on, full
    before ``fall[0]`` and silent from ``fall[1]`` on (samples of the clip, equal-power curves
    between them); None is never.
    """

    start: int
    samples: Float32Array
    head: int = 0
    tail: int = 0
    rise: tuple[int, int] | None = None
    fall: tuple[int, int] | None = None

    @property
    def end(self) -> int:
        """First sample after the clip."""
        return self.start + len(self.samples)

    def heard(self, first: int, last: int) -> Float32Array:
        """Samples of the clip from absolute sample ``first`` up to ``last``, with its fades."""
        low, high = first - self.start, last - self.start
        part = self.samples[low:high]
        if self.rise is not None and low < self.rise[1]:
            part = _faded(part, np.sin(_angles(low, high, self.rise)))
        if self.fall is not None and high > self.fall[0]:
            part = _faded(part, np.sin(np.pi / 2.0 - _angles(low, high, self.fall)))
        return part


def _faded(samples: Float32Array, gain: npt.NDArray[np.float64]) -> Float32Array:
    shape = (len(samples),) + (1,) * (samples.ndim - 1)
    return np.asarray(samples * gain.astype(np.float32).reshape(shape))


def _in_channels(samples: Float32Array, n_channels: int) -> Float32Array:
    """Samples as [n_samples, 1 or n_channels], ready to be weighed channel by channel."""
    wide = samples.reshape(len(samples), -1)
    return wide if wide.shape[1] <= n_channels else wide.mean(axis=1, keepdims=True)


def _angles(low: int, high: int, fade: tuple[int, int]) -> npt.NDArray[np.float64]:
    """0 before a fade to a quarter turn after it, at samples ``low`` up to ``high``."""
    begin, end = fade
    way = (np.arange(low, high, dtype=np.float64) + 0.5 - begin) / max(1, end - begin)
    return np.asarray(np.clip(way, 0.0, 1.0) * (np.pi / 2.0))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MixTrack:
    """A track's clips with its fader; ``pan`` is -1 (left) to 1 (right)."""

    name: str
    clips: tuple[Clip, ...]
    gain_db: float = 0.0
    pan: float = 0.0


def place(result: PhraseResult) -> Clip:
    """A phrase at its sample: ``trunc(start_ms * rate / 1000)`` (contract 3.6)."""
    rate_hz, n_samples = result.sample_rate_hz, len(result.samples)
    start = int(result.start_ms * rate_hz / 1000.0)
    first = int(result.layout.start_ms * rate_hz / 1000.0) - start
    last = int(result.layout.end_ms * rate_hz / 1000.0) - start
    return Clip(
        start=start,
        samples=result.samples,
        head=min(max(first, 0), n_samples),
        tail=min(max(n_samples - last, 0), n_samples),
    )


def join(clips: Sequence[Clip]) -> tuple[Clip, ...]:
    """Cross-fade neighbouring clips with equal power where their paddings overlap.

    The fade takes the gap between what one sings and what the next does, at least 12 ms, so that
    a short rest leaves both at full level. Where a padding meets nothing, it rises from and falls
    to silence. A clip that lies wholly inside another is only added.
    """
    ordered = sorted(clips, key=lambda clip: (clip.start, clip.end))
    joined: list[Clip] = []
    last = -1  # of those so far, the one that ends last
    for clip in ordered:
        clip = _with_edges(clip)
        if joined and clip.start < joined[last].end <= clip.end:
            before = joined[last]
            low, high = _window(before, clip)
            joined[last] = replace(before, fall=(low - before.start, high - before.start))
            clip = replace(clip, rise=(low - clip.start, high - clip.start))
        joined.append(clip)
        if last < 0 or clip.end >= joined[last].end:
            last = len(joined) - 1
    return tuple(joined)


def _with_edges(clip: Clip) -> Clip:
    if not clip.head and not clip.tail:
        return clip
    n_samples = len(clip.samples)
    n_rise, n_fall = min(EDGE_SAMPLES, clip.head), min(EDGE_SAMPLES, clip.tail)
    return replace(
        clip,
        rise=(0, n_rise) if n_rise else clip.rise,
        fall=(n_samples - n_fall, n_samples) if n_fall else clip.fall,
    )


def _window(before: Clip, clip: Clip) -> tuple[int, int]:
    """Absolute samples of a cross-fade within the overlap of two clips."""
    low, high = sorted((before.end - before.tail, clip.start + clip.head))
    low, high = max(low, clip.start), min(high, before.end)
    if high - low < MIN_JOIN_SAMPLES:
        middle = (low + high) // 2
        low = max(clip.start, middle - MIN_JOIN_SAMPLES // 2)
        high = min(before.end, middle + MIN_JOIN_SAMPLES // 2)
    return low, high


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
    gains = [fader_gains(track, n_channels=n_channels) for track in tracks]
    for begin in range(first, last, BLOCK_SAMPLES):
        end = min(last, begin + BLOCK_SAMPLES)
        block = np.zeros((end - begin, n_channels), dtype=np.float32)
        for track, gain in zip(tracks, gains, strict=True):
            for low, heard in weighed(track.clips, gain, first=begin, last=end):
                block[low - begin : low - begin + len(heard)] += heard
        yield block


def fader_gains(track: MixTrack, *, n_channels: int) -> Float32Array:
    """Factor of each channel, float32 [shape=(n_channels,)]."""
    left, right = pan_gains(track.pan) if n_channels == 2 else (1.0, 1.0)
    level = 10.0 ** (track.gain_db / 20.0)
    return np.array([left * level, right * level][:n_channels], dtype=np.float32)


def weighed(
    clips: Iterable[Clip], gain: Float32Array, *, first: int, last: int
) -> Iterator[tuple[int, Float32Array]]:
    """What each clip gives to the stretch: its first sample there, and float32 [n, n_channels]."""
    for clip in clips:
        low, high = max(first, clip.start), min(last, clip.end)
        if low < high:
            yield low, _in_channels(clip.heard(low, high), len(gain)) * gain
