"""A real sound server when there is one; clear sentences when there is none."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from engine.audio import output as output_module
from engine.audio.output import OutputSettings, SilentOutput, open_device, output_devices
from engine.errors import AudioDeviceError

RATE = 44100


class NoPortAudio:
    """Python cannot import sounddevice without its library."""

    def find_spec(self, name: str, *_):
        if name == "sounddevice":
            raise OSError("PortAudio library not found")


def test_a_missing_library_is_one_clear_sentence(monkeypatch):
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoPortAudio(), *sys.meta_path])
    for call in (output_devices, lambda: open_device(OutputSettings(), RATE)):
        with pytest.raises(AudioDeviceError, match="PortAudio library is not installed") as caught:
            call()
        assert caught.value.code == "no-portaudio"


class FakeSoundDevice:
    """Cards as PortAudio tells of them; opening refuses the rates that are not allowed."""

    class PortAudioError(Exception):
        pass

    def __init__(self, *, rates_hz: tuple[int, ...] = (48_000,), default: int = 1) -> None:
        self.default = SimpleNamespace(device=(-1, default))
        self.rates_hz = rates_hz
        self.opened: list[dict] = []
        self.n_scans = 0

    def _terminate(self) -> None:
        self.n_scans += 1

    def _initialize(self) -> None:
        pass

    def query_hostapis(self, index=None):
        hosts = [{"name": "ALSA"}, {"name": "JACK"}]
        return hosts if index is None else hosts[index]

    def query_devices(self, index=None):
        cards = [
            {"name": "mic", "hostapi": 0, "max_output_channels": 0},
            {"name": "card", "hostapi": 0, "max_output_channels": 8},
            {"name": "card", "hostapi": 1, "max_output_channels": 1},
        ]
        for number, card in enumerate(cards):
            card |= {"index": number, "default_samplerate": 48_000.0}
        return cards if index is None else cards[index]

    def OutputStream(self, **arguments):
        self.opened.append(arguments)
        if arguments["samplerate"] not in self.rates_hz:
            raise self.PortAudioError("Invalid sample rate", -9997)
        return SimpleNamespace(
            start=lambda: None, abort=lambda: None, close=lambda: None, latency=0.2
        )


@pytest.fixture
def cards(monkeypatch) -> FakeSoundDevice:
    fake = FakeSoundDevice()
    monkeypatch.setattr(output_module, "_sounddevice", lambda: fake)
    return fake


def test_devices_are_those_that_play(cards):
    devices = output_devices()
    assert [(d.key, d.n_channels, d.is_default) for d in devices] == [
        ("ALSA: card", 8, True),
        ("JACK: card", 1, False),
    ]


def test_the_chosen_card_opens_with_enough_latency(cards):
    output = open_device(OutputSettings(device="JACK: card", latency_s=0.01), 48_000)
    output.close()
    assert cards.opened[0]["device"] == 2
    assert cards.opened[0]["channels"] == output.n_channels == 1
    assert cards.opened[0]["latency"] == 0.1
    assert cards.opened[0]["dtype"] == "float32"


def test_a_card_that_refuses_the_songs_rate_opens_at_its_own(cards):
    output = open_device(OutputSettings(), RATE)
    output.close()
    assert output.rate_hz == 48_000
    with pytest.raises(AudioDeviceError, match="Invalid sample rate") as caught:
        open_device(OutputSettings(rate_hz=96_000), RATE)
    assert caught.value.code == "cannot-open-audio-device"


def test_a_card_that_is_not_there_is_named(cards):
    with pytest.raises(AudioDeviceError, match=r"ALSA: other is not connected.*\.$") as caught:
        open_device(OutputSettings(device="ALSA: other"), RATE)
    assert caught.value.code == "audio-device-missing"
    cards.default.device = (-1, -1)
    with pytest.raises(AudioDeviceError, match=r"No sound card was found.*\.$") as caught:
        open_device(OutputSettings(), RATE)
    assert caught.value.code == "no-audio-device"


def test_devices_are_not_scanned_again_while_a_stream_is_open(cards):
    output = open_device(OutputSettings(), 48_000)
    n_scans = cards.n_scans
    output_devices()
    assert cards.n_scans == n_scans  # it would end the stream
    output.close()
    output_devices()
    assert cards.n_scans == n_scans + 1


def test_the_callback_hands_on_the_latency_that_the_card_tells(cards):
    output = open_device(OutputSettings(), 48_000)
    told = []
    output.start(lambda out, latency_s, was_late: told.append((latency_s, was_late)))
    out = np.zeros((4, 2), dtype=np.float32)
    times = SimpleNamespace(outputBufferDacTime=10.15, currentTime=10.0)
    output._callback(out, 4, times, SimpleNamespace(output_underflow=True))
    nothing = SimpleNamespace(outputBufferDacTime=0.0, currentTime=10.0)
    output._callback(out, 4, nothing, 0)
    output.close()
    assert told == [(pytest.approx(0.15), True), (0.2, False)]


def test_the_silent_clock_keeps_time_and_ends_with_its_thread():
    counts: list[int] = []
    clock = SilentOutput(rate_hz=RATE)
    begin_s = time.monotonic()
    clock.start(lambda out, latency_s, was_late: counts.append(len(out)))
    time.sleep(0.3)
    clock.close()
    passed_s = time.monotonic() - begin_s
    assert passed_s - 0.15 < sum(counts) / RATE <= passed_s
    assert not clock.is_alive()


def test_the_sound_library_is_loaded_by_playing_alone():
    code = "import sys, engine.api, editor.transport; sys.exit('sounddevice' in sys.modules)"
    root = Path(__file__).resolve().parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
