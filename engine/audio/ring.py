"""Samples between the thread that mixes and the callback of the sound card."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum

import numpy as np

from engine.types import Float32Array

# numpy lets other threads in for every operation on more than 500 numbers, and a thread that let
# busy ones in waits for its turn again, 5 ms for each of them. So what has to be in time works on
# at most this many frames of two channels at once.
SLICE_SAMPLES = 240
FADE_SAMPLES = SLICE_SAMPLES  # 5 ms at 44.1 kHz: no click, and no delay that a hand feels


class _Tap(Enum):
    SHUT = 0  # silence; the samples inside stay
    OPEN = 1
    CLOSING = 2  # fading out, then shut


class FadingRing:
    """A ring of frames with a tap: one thread writes, one callback pulls, neither waits.

    Each number has one writer, so no lock is needed: ``n_written`` belongs to the writer,
    ``n_read`` and the clock to the callback. Pulling copies (and weighs the few frames of a fade)
    and does nothing else.

    Parameters
    ----------
    n_frames : int
        How many frames it holds.
    n_channels : int
    rate_hz : int
        Frames a second at which they are pulled.
    clock : callable
        Seconds that only grow.
    """

    def __init__(
        self,
        *,
        n_frames: int,
        n_channels: int,
        rate_hz: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.n_frames = n_frames
        self.n_channels = n_channels
        self._frame_bytes = n_channels * np.dtype(np.float32).itemsize
        # Copied as bytes: unlike numpy's, such a copy never lets another thread in.
        self._bytes = memoryview(bytearray(n_frames * self._frame_bytes))
        self._fall = np.linspace(1.0, 0.0, FADE_SAMPLES + 2, dtype=np.float32)[1:-1, np.newaxis]
        self._clock = clock
        self._tap = _Tap.SHUT
        self._n_fade_left = 0
        self._mark = (0, clock(), 0.0)  # frames read before the last block; when; its latency
        self.rate_hz = rate_hz
        self._most_asked = 0  # frames in one pull so far
        self.n_written = 0
        self.n_read = 0
        self.may_run_dry = True
        self.n_dry = 0
        self.n_late = 0
        self.last_pull_s = clock()

    @property
    def n_ready(self) -> int:
        """Frames written and not yet pulled."""
        return self.n_written - self.n_read

    @property
    def n_free(self) -> int:
        """Frames that can be written now."""
        return self.n_frames - self.n_ready

    @property
    def is_shut(self) -> bool:
        """Whether only silence is pulled."""
        return self._tap is _Tap.SHUT

    def write(self, block: Float32Array) -> None:
        """Append float32 [n, n_channels].

        Raises
        ------
        ValueError
            When there is no room for it.
        """
        if len(block) > self.n_free:
            raise ValueError(f"{len(block)} frames do not fit into {self.n_free}")
        if not len(block):
            return
        self._put(self.n_written, block)
        self.n_written += len(block)  # last: the callback sees whole blocks

    @property
    def first_open_frame(self) -> int:
        """From here on frames can still be exchanged: a pull under way, and the next, are before.

        Nothing is open until a first pull has told how much is asked for at once.
        """
        return self.n_read + 2 * self._most_asked if self._most_asked else self.n_written

    def exchange(self, frame: int, block: Float32Array) -> bool:
        """Put float32 [n, n_channels] in place of what was written from ``frame`` on.

        Returns
        -------
        bool
            False, and nothing was done, where the callback has come too near.
        """
        if not self.first_open_frame <= frame <= self.n_written - len(block):
            return False
        if len(block):
            self._put(frame, block)
        return True

    def _put(self, frame: int, block: Float32Array) -> None:
        """Copy whole frames; two steps at most, in which no other thread gets a turn."""
        size = len(self._bytes)
        source = np.ascontiguousarray(block, dtype=np.float32).data.cast("B")
        at = frame * self._frame_bytes % size
        n_first = min(len(source), size - at)
        self._bytes[at : at + n_first] = source[:n_first]
        self._bytes[: len(source) - n_first] = source[n_first:]

    def open(self) -> None:
        """Let sound through from the next pull on."""
        self._tap = _Tap.OPEN

    def fade_out(self) -> None:
        """Shut within a few frames; `is_shut` tells when."""
        if self._tap is _Tap.OPEN:
            self._n_fade_left = FADE_SAMPLES
            self._tap = _Tap.CLOSING

    def shut(self) -> None:
        """Shut at once: for when nothing is left inside, or nobody pulls any more."""
        self._tap = _Tap.SHUT

    def reset(self) -> None:
        """Throw away what is inside and count from 0; only while shut."""
        if self._tap is not _Tap.SHUT:
            raise ValueError("the ring is in use")
        self.n_written = self.n_read = 0
        self._mark = (0, self._clock(), 0.0)
        self.may_run_dry = True

    def pull(self, out: Float32Array, latency_s: float, was_late: bool) -> None:
        """Fill float32 [n, n_channels]; called by the sound card's thread.

        Parameters
        ----------
        out : float32 [shape=(n, n_channels)]
        latency_s : float
            Until the first of these frames is heard.
        was_late : bool
            The card ran out of samples before this call.
        """
        now_s = self.last_pull_s = self._clock()
        n_asked, tap = len(out), self._tap
        self._most_asked = max(self._most_asked, n_asked)
        if tap is _Tap.SHUT:
            self._copy(out, 0)
            return
        n = min(n_asked, self.n_written - self.n_read)
        if tap is _Tap.CLOSING:
            n = min(n, self._n_fade_left)
        elif not self.may_run_dry:
            self.n_dry += n < n_asked
            self.n_late += was_late
        if n:
            self._mark = (self.n_read, now_s, latency_s)
        self._copy(out, n)
        if tap is _Tap.CLOSING:
            begin = FADE_SAMPLES - self._n_fade_left
            np.multiply(out[:n], self._fall[begin : begin + n], out=out[:n])
            self._n_fade_left -= n
        self.n_read += n
        if tap is _Tap.CLOSING and (self._n_fade_left == 0 or n < n_asked):
            self._tap = _Tap.SHUT

    def _copy(self, out: Float32Array, n: int) -> None:
        """Fill ``out`` with ``n`` frames and silence behind them."""
        if not len(out):
            return
        target = out.data.cast("B")
        at, n_bytes = self.n_read * self._frame_bytes % len(self._bytes), n * self._frame_bytes
        n_first = min(n_bytes, len(self._bytes) - at)
        target[:n_first] = self._bytes[at : at + n_first]
        target[n_first:n_bytes] = self._bytes[: n_bytes - n_first]
        target[n_bytes:] = bytes(len(target) - n_bytes)

    def heard_frames(self) -> float:
        """Frames that have left the loudspeaker by now, from 0 to ``n_read``."""
        n_before, at_s, latency_s = self._mark
        heard = n_before + (self._clock() - at_s - latency_s) * self.rate_hz
        return min(max(heard, 0.0), float(self.n_read))
