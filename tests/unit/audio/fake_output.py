"""A sound card whose callback the test calls, with a time that the test moves."""

from __future__ import annotations

import numpy as np

from engine.audio.output import OutputSettings
from engine.audio.player import Player
from engine.errors import AudioDeviceError

RATE = 44100


class FakeOutput:
    """Holds what it pulled; as a sound card does, it hears nothing of who fills it."""

    is_silent = False

    def __init__(self, name: str, *, rate_hz: int, n_channels: int) -> None:
        self.name = name
        self.rate_hz = rate_hz
        self.n_channels = n_channels
        self.blocks: list[np.ndarray] = []
        self.is_closed = False
        self.is_plugged = True
        self._pull = None

    def start(self, pull) -> None:
        self._pull = pull

    def is_alive(self) -> bool:
        return self.is_plugged

    def close(self) -> None:
        self.is_closed = True

    def ask(self, n_frames: int, *, latency_s: float, was_late: bool) -> np.ndarray:
        block = np.full((n_frames, self.n_channels), 9.0, dtype=np.float32)  # must be filled
        self._pull(block, latency_s, was_late)
        self.blocks.append(block)
        return block


class Studio:
    """A player without a thread, a fake card and a clock; `listen` lets real time pass."""

    def __init__(
        self,
        *,
        rate_hz: int = RATE,
        n_channels: int = 2,
        latency_s: float = 0.0,
        ring_s: float = 0.15,
    ) -> None:
        self.now_s = 1000.0
        self.latency_s = latency_s
        self.events: list[object] = []
        self.outputs: list[FakeOutput] = []
        self.is_refusing = False
        self._form = (rate_hz, n_channels)
        self.player = Player(
            open_output=self._open,
            clock=lambda: self.now_s,
            on_event=self.events.append,
            ring_s=ring_s,
            has_thread=False,
        )

    def _open(self, settings: OutputSettings, song_rate_hz: int) -> FakeOutput:
        if self.is_refusing:
            raise AudioDeviceError("No sound card was found: connect one.", code="no-audio-device")
        rate_hz, n_channels = self._form
        name = settings.device or "card"
        self.outputs.append(FakeOutput(name, rate_hz=rate_hz, n_channels=n_channels))
        return self.outputs[-1]

    @property
    def output(self) -> FakeOutput:
        return self.outputs[-1]

    def listen(self, n_frames: int, *, block: int = 512) -> np.ndarray:
        """What the card got in the next ``n_frames``."""
        heard = [np.zeros((0, self._form[1]), dtype=np.float32)]
        for first in range(0, n_frames, block):
            n = min(block, n_frames - first)
            self.player.step()
            heard.append(self.output.ask(n, latency_s=self.latency_s, was_late=False))
            self.now_s += n / self.output.rate_hz
        self.player.step()
        return np.concatenate(heard)

    def __enter__(self) -> Studio:
        return self

    def __exit__(self, *_: object) -> None:
        self.player.close()
        assert all(output.is_closed for output in self.outputs)
