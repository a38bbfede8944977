"""Where sound goes: a sound card through PortAudio, or a clock that nobody hears."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from engine.errors import AudioDeviceError
from engine.types import Float32Array

log = logging.getLogger(__name__)

MIN_LATENCY_S = 0.1  # below, busy Python threads starve the callback (measured)
_TICK_S = 0.02

Pull = Callable[[Float32Array, float, bool], None]  # (out, latency_s, was_late)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputDevice:
    """A sound card as the system names it; ``key`` is what settings keep."""

    key: str
    name: str
    host: str
    n_channels: int
    rate_hz: int
    is_default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputSettings:
    """``device`` is a device's key, empty for the system's own choice.

    ``rate_hz`` is the card's rate; 0 takes that of the song, and the card's own where it refuses.
    A latency below 0.1 s is raised to it.
    """

    device: str = ""
    rate_hz: int = 0
    latency_s: float = MIN_LATENCY_S


class Output(Protocol):
    """Something that pulls frames in real time."""

    name: str
    rate_hz: int
    n_channels: int
    is_silent: bool

    def start(self, pull: Pull) -> None:
        """Begin to pull, on a thread of its own."""

    def is_alive(self) -> bool:
        """Whether it still pulls."""

    def close(self) -> None:
        """Stop at once and give everything back."""


OpenOutput = Callable[[OutputSettings, int], Output]

_portaudio = threading.RLock()  # PortAudio's own calls are not safe from two threads
_open_streams: set[int] = set()


def output_devices() -> tuple[OutputDevice, ...]:
    """Every sound card that can play, best first as the system orders them.

    Cards that came or went are seen while nothing is being played.

    Raises
    ------
    AudioDeviceError
        When PortAudio is not installed or does not answer.
    """
    with _portaudio:
        sd = _sounddevice()
        try:
            _scan_again(sd)
            hosts = sd.query_hostapis()
            default = sd.default.device[1]
            return tuple(
                OutputDevice(
                    key=_key(hosts[item["hostapi"]]["name"], item["name"]),
                    name=item["name"],
                    host=hosts[item["hostapi"]]["name"],
                    n_channels=item["max_output_channels"],
                    rate_hz=int(item["default_samplerate"]),
                    is_default=item["index"] == default,
                )
                for item in sd.query_devices()
                if item["max_output_channels"] > 0
            )
        except sd.PortAudioError as error:
            raise _cannot_open("", error) from error


def open_device(settings: OutputSettings, song_rate_hz: int) -> Output:
    """Open a sound card.

    Raises
    ------
    AudioDeviceError
        When PortAudio or the card is not there, or the card refuses.
    """
    return _DeviceOutput(settings, song_rate_hz)


def _key(host: str, name: str) -> str:
    return f"{host}: {name}"


def _sounddevice() -> Any:
    try:
        import sounddevice
    except OSError as error:
        raise AudioDeviceError(
            "Sound cannot be played because the PortAudio library is not installed: install it "
            "(libportaudio2 on Debian and Ubuntu) and start Melisma again.",
            code="no-portaudio",
        ) from error
    return sounddevice


def _scan_again(sd: Any) -> None:
    """PortAudio lists devices once; a new list ends every stream, so only without any."""
    if not _open_streams:
        sd._terminate()
        sd._initialize()


def _no_device() -> AudioDeviceError:
    return AudioDeviceError(
        "No sound card was found, so playing is silent: connect one, or choose it under "
        "Preferences › Audio.",
        code="no-audio-device",
    )


def _cannot_open(name: str, error: Exception) -> AudioDeviceError:
    reason = str(error.args[0] if error.args else error).strip().rstrip(".")
    return AudioDeviceError(
        f"The sound card {name or 'of the system'} cannot be opened ({reason}), so playing is "
        "silent: close other programs that use it, or choose another under Preferences › Audio.",
        code="cannot-open-audio-device",
        device=name,
        reason=reason,
    )


def device_lost(name: str) -> AudioDeviceError:
    """The sentence for a card that went away."""
    return AudioDeviceError(
        f"The sound card {name} stopped answering, so playing goes on silently: connect it again "
        "or choose another under Preferences › Audio.",
        code="audio-device-lost",
        device=name,
    )


class _DeviceOutput:
    """A PortAudio stream whose callback only hands its buffer on."""

    is_silent = False

    def __init__(self, settings: OutputSettings, song_rate_hz: int) -> None:
        self._pull: Pull | None = None
        self._is_finished = threading.Event()
        with _portaudio:
            sd = _sounddevice()
            try:
                _scan_again(sd)
                info = self._find(sd, settings.device)
                self.name = str(info["name"])
                self.n_channels = min(2, int(info["max_output_channels"]))
                self.rate_hz = settings.rate_hz or song_rate_hz
                try:
                    self._stream = self._open(sd, info["index"], settings.latency_s)
                except sd.PortAudioError:
                    own_rate_hz = int(info["default_samplerate"])
                    if settings.rate_hz or own_rate_hz == self.rate_hz:
                        raise
                    self.rate_hz = own_rate_hz
                    self._stream = self._open(sd, info["index"], settings.latency_s)
            except sd.PortAudioError as error:
                raise _cannot_open(getattr(self, "name", settings.device), error) from error
            _open_streams.add(id(self))

    @staticmethod
    def _find(sd: Any, key: str) -> Any:
        for info in sd.query_devices():
            host = sd.query_hostapis(info["hostapi"])["name"]
            if info["max_output_channels"] > 0 and key == _key(host, info["name"]):
                return info
        if key:
            raise AudioDeviceError(
                f"The sound card {key} is not connected, so playing is silent: connect it, or "
                "choose another under Preferences › Audio.",
                code="audio-device-missing",
                device=key,
            )
        if sd.default.device[1] < 0:
            raise _no_device()
        return sd.query_devices(sd.default.device[1])

    def _open(self, sd: Any, index: int, latency_s: float) -> Any:
        return sd.OutputStream(
            samplerate=self.rate_hz,
            device=index,
            channels=self.n_channels,
            dtype="float32",
            latency=max(MIN_LATENCY_S, latency_s),
            callback=self._callback,
            finished_callback=self._is_finished.set,
        )

    def _callback(self, out: Float32Array, n_frames: int, times: Any, status: Any) -> None:
        latency_s = times.outputBufferDacTime - times.currentTime
        if not 0.0 < latency_s < 5.0:  # some drivers give no times
            latency_s = self._stream.latency
        assert self._pull is not None
        self._pull(out, latency_s, bool(status) and status.output_underflow)

    def start(self, pull: Pull) -> None:
        """Begin to pull.

        Raises
        ------
        AudioDeviceError
            When the card refuses after all.
        """
        self._pull = pull
        with _portaudio:
            sd = _sounddevice()
            try:
                self._stream.start()
            except sd.PortAudioError as error:
                raise _cannot_open(self.name, error) from error

    def is_alive(self) -> bool:
        """Whether the stream has not ended by itself."""
        return not self._is_finished.is_set()  # asking PortAudio would let busy threads in

    def close(self) -> None:
        """Stop without waiting for what is in the card's buffer."""
        with _portaudio:
            _open_streams.discard(id(self))
            sd = _sounddevice()
            try:
                self._stream.abort()
                self._stream.close()
            except sd.PortAudioError:  # a card that went away has nothing to give back
                log.debug("Closing %s failed", self.name, exc_info=True)


class SilentOutput:
    """Pulls in real time and drops what it gets, so that the song goes on without a card."""

    is_silent = True
    name = ""

    def __init__(self, *, rate_hz: int, n_channels: int = 2) -> None:
        self.rate_hz = rate_hz
        self.n_channels = n_channels
        self._is_closing = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, pull: Pull) -> None:
        """Begin to pull."""
        self._thread = threading.Thread(
            target=self._run, args=(pull,), name="silent sound clock", daemon=True
        )
        self._thread.start()

    def _run(self, pull: Pull) -> None:
        began_s = time.monotonic()
        n_done = 0
        scratch = np.zeros((self.rate_hz // 10, self.n_channels), dtype=np.float32)
        while not self._is_closing.wait(_TICK_S):
            n_due = int((time.monotonic() - began_s) * self.rate_hz) - n_done
            n_done += n_due  # after a sleep of the computer, what was missed is left out
            pull(scratch[: min(n_due, len(scratch))], 0.0, False)

    def is_alive(self) -> bool:
        """Whether its thread runs."""
        return self._thread is not None and self._thread.is_alive()

    def close(self) -> None:
        """End its thread."""
        self._is_closing.set()
        if self._thread is not None:
            self._thread.join()
