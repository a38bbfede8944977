"""Which sample of the song is heard while which frame leaves the card."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from engine.audio.feed import SILENCE, Levels, louder


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """From frame ``frame`` on: ``n_samples`` of the song from ``sample`` on (0: it stands)."""

    frame: float
    sample: int
    n_samples: int
    levels: Levels


class Timeline:
    """Segments that were written and not yet heard, oldest first. Not for two threads at once."""

    def __init__(self) -> None:
        self._segments: deque[Segment] = deque()
        self._samples_per_frame = 1.0
        self._heard = 0.0
        self._fresh = SILENCE
        self._is_current_fresh = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written since the last `clear`."""
        return not self._segments

    def clear(self, *, samples_per_frame: float = 1.0) -> None:
        """Begin anew at frame 0."""
        self._segments.clear()
        self._samples_per_frame = samples_per_frame
        self._heard = 0.0
        self._fresh = SILENCE
        self._is_current_fresh = False

    def append(self, segment: Segment) -> None:
        """What was written last."""
        if not self._segments:
            self._is_current_fresh = True
        self._segments.append(segment)

    def cut(self, frame: float) -> None:
        """Forget what was written from a frame on that is not heard yet."""
        while len(self._segments) > 1 and self._segments[-1].frame >= frame:
            self._segments.pop()

    def sample_at(self, heard_frames: float) -> float:
        """Sample of the song at a frame; never back behind what was asked before."""
        self._advance(heard_frames)
        now = self._segments[0]
        n_into = (self._heard - now.frame) * self._samples_per_frame
        return now.sample + min(max(n_into, 0.0), float(now.n_samples))

    def levels_at(self, heard_frames: float) -> Levels:
        """The loudest since this was asked last, so that no peak is missed."""
        if not self._segments:
            return SILENCE
        self._advance(heard_frames)
        levels = louder(self._fresh, self._segments[0].levels)
        self._fresh, self._is_current_fresh = SILENCE, False
        return levels

    def _advance(self, heard_frames: float) -> None:
        self._heard = max(self._heard, heard_frames)
        while len(self._segments) > 1 and self._segments[1].frame <= self._heard:
            passed = self._segments.popleft()
            if self._is_current_fresh:
                self._fresh = louder(self._fresh, passed.levels)
            self._is_current_fresh = True
