"""What the player mixes next: a walk through the song with its loop, its end and its gaps."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from types import MappingProxyType

import numpy as np

from engine.audio.ring import FADE_SAMPLES, SLICE_SAMPLES
from engine.render.mix import Clip, MixTrack, fader_gains, weighed
from engine.types import Float32Array

FEED_SAMPLES = 4 * SLICE_SAMPLES  # 22 ms at 44.1 kHz: how often a meter moves
MIN_LOOP_SAMPLES = 2 * FADE_SAMPLES  # a shorter loop would be a buzz made of fades
MASTER = ""  # the name of the sum among the levels


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlayerTrack:
    """A track as it is played; ``pending`` are sample ranges whose sound is still being made.

    ``ignores_solo`` is for the metronome, which is heard beside a soloed track.
    """

    id: str
    mix: MixTrack
    is_muted: bool = False
    is_solo: bool = False
    ignores_solo: bool = False
    pending: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """All that may change while the song plays. ``end`` is where playing stops; None is never.

    ``waits``: whether playing stands still before a phrase that is not ready, or passes it in
    silence.
    """

    tracks: tuple[PlayerTrack, ...] = ()
    loop: tuple[int, int] | None = None
    end: int | None = None
    waits: bool = True
    audible: tuple[PlayerTrack, ...] = field(init=False)

    def __post_init__(self) -> None:
        has_solo = any(track.is_solo for track in self.tracks)
        audible = tuple(
            track
            for track in self.tracks
            if not track.is_muted and (track.is_solo or track.ignores_solo or not has_solo)
        )
        object.__setattr__(self, "audible", audible)

    def differs_in_faders_only(self, other: Scene) -> bool:
        """Whether the same sounds are mixed in another way."""
        if self is other or len(self.tracks) != len(other.tracks):
            return False
        if (self.loop, self.end, self.waits) != (other.loop, other.end, other.waits):
            return False
        pairs = list(zip(self.tracks, other.tracks, strict=True))
        if any(a.mix.clips is not b.mix.clips or a.pending != b.pending for a, b in pairs):
            return False
        return any(_fader(a) != _fader(b) for a, b in pairs)

    def sounds_across(self, sample: int) -> bool:
        """Whether a clip is cut in two by this sample."""
        return any(
            clip.start < sample < clip.end for track in self.audible for clip in track.mix.clips
        )

    def gap_at_or_after(self, sample: int) -> int | None:
        """First sample, not before ``sample``, that is still being made."""
        gaps = [
            max(first, sample)
            for track in self.audible
            for first, last in track.pending
            if last > sample
        ]
        return min(gaps, default=None)


def _fader(track: PlayerTrack) -> tuple[float, float, bool, bool]:
    return track.mix.gain_db, track.mix.pan, track.is_muted, track.is_solo


@dataclass(frozen=True, slots=True)
class Level:
    """Of each channel: the largest magnitude and the root of the mean square, 1 is full scale."""

    peaks: tuple[float, ...]
    rms: tuple[float, ...]


Levels = Mapping[str, Level]
SILENCE: Levels = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """Mixed samples float32 [n, n_channels] from sample ``first`` of the song on."""

    first: int
    samples: Float32Array
    levels: Levels


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeedPlace:
    """Where a feed is, to come back to."""

    position: int
    entered: int
    rises: bool | None
    before: tuple[PlayerTrack, ...] | None


class Feed:
    """Walks from ``position`` and mixes what is there, block by block.

    The sum is what `mix_blocks` gives at that place, to the bit, except within `FADE_SAMPLES` of a
    start, an end or a loop's end that cuts a sound in two, and after a change of the tracks.
    """

    def __init__(self, position: int, *, n_channels: int) -> None:
        self.position = position
        self.is_waiting = False
        self.is_ended = False
        self._n_channels = n_channels
        self._entered = position
        self._rises: bool | None = None
        self._before: tuple[PlayerTrack, ...] | None = None
        self._finder = _ClipFinder()

    def next_block(self, scene: Scene) -> Block | None:
        """Mix at most `FEED_SAMPLES`; None when the song ended or waits for a phrase."""
        if scene.end is not None and self.position >= scene.end:
            self.is_ended = True
            return None
        gap = scene.gap_at_or_after(self.position) if scene.waits else None
        if gap == self.position:
            self.is_waiting = True
            return None
        if self.is_waiting:
            self.is_waiting = False
            self._enter(self.position)
        first = self.position
        loop = _usable_loop(scene.loop, first)
        stops = [stop for stop in (scene.end, gap, loop and loop[1]) if stop is not None]
        stop = min(stops, default=None)
        last = first + FEED_SAMPLES if stop is None else min(first + FEED_SAMPLES, stop)
        samples, levels = self._mixed(scene.audible, first, last)
        self._blend(samples, scene, first)
        self._fade(samples, scene, first, stop)
        self._before = scene.audible
        self.position = last
        if loop is not None and last == loop[1]:
            self._enter(loop[0])
        return Block(first=first, samples=samples, levels=levels)

    @property
    def place(self) -> FeedPlace:
        """Where it is now."""
        return FeedPlace(
            position=self.position, entered=self._entered, rises=self._rises, before=self._before
        )

    def return_to(self, place: FeedPlace) -> None:
        """Mix once more from a place on; it leads softly from what the tracks were before it."""
        self.position, self._entered = place.position, place.entered
        self._rises, self._before = place.rises, place.before
        self.is_waiting = self.is_ended = False

    def _enter(self, position: int) -> None:
        self.position = self._entered = position
        self._rises = None

    def _mixed(
        self, tracks: Sequence[PlayerTrack], first: int, last: int
    ) -> tuple[Float32Array, Levels]:
        """Sum and levels, in slices and sums as `mix_blocks` makes them."""
        samples = np.zeros((last - first, self._n_channels), dtype=np.float32)
        master = _Meter(self._n_channels)
        meters = [_Meter(self._n_channels) for _ in tracks]
        strips = [self._strip(track.mix, first, last) for track in tracks]
        for begin in range(first, last, SLICE_SAMPLES):
            end = min(last, begin + SLICE_SAMPLES)
            part = samples[begin - first : end - first]
            for (clips, gain), meter in zip(strips, meters, strict=True):
                pieces = list(weighed(clips, gain, first=begin, last=end))
                for low, piece in pieces:
                    part[low - begin : low - begin + len(piece)] += piece
                if len(pieces) == 1:
                    meter.add(pieces[0][1])
                elif pieces:
                    own = np.zeros_like(part)
                    for low, piece in pieces:
                        own[low - begin : low - begin + len(piece)] += piece
                    meter.add(own)
            master.add(part)
        levels = {MASTER: master.level(last - first)}
        for track, meter in zip(tracks, meters, strict=True):
            levels[track.id] = meter.level(last - first)
        return samples, MappingProxyType(levels)

    def _strip(self, mix: MixTrack, first: int, last: int) -> tuple[list[Clip], Float32Array]:
        """Clips of the stretch and the fader."""
        return self._finder.within(mix, first, last), fader_gains(mix, n_channels=self._n_channels)

    def _blend(self, samples: Float32Array, scene: Scene, first: int) -> None:
        """Lead softly from what the tracks were to what they are."""
        if self._before is None or first == self._entered or self._before is scene.audible:
            return
        n_fade = min(FADE_SAMPLES, len(samples))
        old, _ = self._mixed(self._before, first, first + n_fade)
        samples[:n_fade] = old + (samples[:n_fade] - old) * _ramp(0, n_fade)

    def _fade(self, samples: Float32Array, scene: Scene, first: int, stop: int | None) -> None:
        """Rise from where playing began and fall to where it stops, if that cuts a sound."""
        if self._rises is None:
            self._rises = scene.sounds_across(self._entered)
        n_in = self._entered + FADE_SAMPLES - first
        if self._rises and n_in > 0:
            n_in = min(n_in, len(samples))
            done = first - self._entered
            samples[:n_in] *= _ramp(done, done + n_in)
        if stop is None:
            return
        n_until = stop - first
        low = max(0, n_until - FADE_SAMPLES)
        if low < len(samples) and scene.sounds_across(stop):
            left = _ramp(n_until - len(samples), n_until - low)[::-1]
            samples[low:] *= left


class _Meter:
    """Gathers the level of slices, float32 [n, n_channels] each."""

    def __init__(self, n_channels: int) -> None:
        self._peaks = [0.0] * n_channels
        self._squares = [0.0] * n_channels

    def add(self, piece: Float32Array) -> None:
        peaks = np.abs(piece).max(axis=0).tolist()
        squares = np.einsum("ij,ij->j", piece, piece).tolist()
        self._peaks = list(map(max, self._peaks, peaks))
        self._squares = list(map(float.__add__, self._squares, squares))

    def level(self, n_samples: int) -> Level:
        rms = tuple(math.sqrt(square / n_samples) for square in self._squares)
        return Level(tuple(self._peaks), rms)


class _ClipFinder:
    """Finds the clips of a stretch without asking each: a metronome has thousands."""

    def __init__(self) -> None:
        self._places: dict[int, _Places] = {}

    def within(self, track: MixTrack, first: int, last: int) -> list[Clip]:
        """Clips that sound between two samples, in the order of the track."""
        known = self._places.get(id(track))
        if known is None or known.track is not track:
            if len(self._places) > 256:  # tracks of earlier edits
                self._places.clear()
            known = self._places[id(track)] = _Places(track)
        return known.within(first, last)


class _Places:
    def __init__(self, track: MixTrack) -> None:
        clips = track.clips
        self.track = track
        self._order = sorted(range(len(clips)), key=lambda index: clips[index].start)
        self._starts = [clips[index].start for index in self._order]
        self._ends_so_far = list(accumulate((clips[index].end for index in self._order), max))

    def within(self, first: int, last: int) -> list[Clip]:
        low = bisect_right(self._ends_so_far, first)
        high = bisect_left(self._starts, last)
        chosen = (self.track.clips[index] for index in sorted(self._order[low:high]))
        return [clip for clip in chosen if clip.end > first]


def louder(one: Levels, other: Levels) -> Levels:
    """The larger of two levels, track by track."""
    merged = dict(one)
    for name, level in other.items():
        known = merged.get(name)
        if known is not None and len(known.peaks) == len(level.peaks):
            level = Level(
                tuple(map(max, known.peaks, level.peaks)), tuple(map(max, known.rms, level.rms))
            )
        merged[name] = level
    return MappingProxyType(merged)


def _usable_loop(loop: tuple[int, int] | None, position: int) -> tuple[int, int] | None:
    """The loop if it is ahead or around: whoever starts behind it plays on to the end."""
    if loop is None or loop[1] - loop[0] < MIN_LOOP_SAMPLES or position >= loop[1]:
        return None
    return loop


def _ramp(low: int, high: int) -> Float32Array:
    """Steps ``low`` up to ``high`` of a rise over `FADE_SAMPLES`, as a column."""
    steps = (np.arange(low, high, dtype=np.float32) + 1.0) / np.float32(FADE_SAMPLES + 1)
    return np.asarray(np.minimum(steps, 1.0)[:, np.newaxis], dtype=np.float32)
