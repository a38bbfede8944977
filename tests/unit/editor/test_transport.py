"""The transport moves the playhead in ticks and says so at display rate."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.model.project import TimeSignature
from editor.scrubber import GRAIN_MS, Scrubber
from editor.transport import Transport
from engine.api import (
    MASTER,
    METRONOME,
    Clip,
    MixTrack,
    OutputSettings,
    Player,
    PlayerTrack,
    PlayState,
    note_tone,
)
from engine.errors import AudioDeviceError
from engine.timing import Tempo, TempoMap

RATE = 44100
BEAT = 480  # half a second at 120 bpm
FOUR = (TimeSignature(),)


class RealTimeOutput:
    """A card that asks in real time and keeps what it gets."""

    is_silent = False
    name = "card"
    n_channels = 2

    def __init__(self, settings: OutputSettings, song_rate_hz: int) -> None:
        self.settings = settings
        self.rate_hz = song_rate_hz
        self.blocks: list[np.ndarray] = []
        self._is_closing = threading.Event()

    def start(self, pull) -> None:
        self._thread = threading.Thread(target=self._run, args=(pull,), name="card")
        self._thread.start()

    def _run(self, pull) -> None:
        begin_s, n_done = time.monotonic(), 0
        while not self._is_closing.wait(0.005):
            n = int((time.monotonic() - begin_s) * self.rate_hz) - n_done
            n_done += n
            block = np.zeros((min(n, 1024), 2), dtype=np.float32)  # a busy computer loses time
            pull(block, 0.01, False)
            self.blocks.append(block)

    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def close(self) -> None:
        self._is_closing.set()
        self._thread.join()

    def heard(self) -> np.ndarray:
        sound = np.concatenate(self.blocks)
        loud = np.flatnonzero(sound.any(axis=1))
        return sound[loud[0] : loud[-1] + 1] if len(loud) else sound[:0]


class Window:
    """A transport with what it told."""

    def __init__(self) -> None:
        self.outputs: list[RealTimeOutput] = []
        self.problem: AudioDeviceError | None = None
        self.transport = Transport(self.make_player)
        self.states: list[PlayState] = []
        self.positions: list[tuple[float, float]] = []
        self.levels: list[dict] = []
        self.devices: list = []
        self.loops: list = []
        self.transport.state_changed.connect(self.states.append)
        self.transport.position_changed.connect(lambda *place: self.positions.append(place))
        self.transport.levels_changed.connect(self.levels.append)
        self.transport.device_changed.connect(self.devices.append)
        self.transport.loop_changed.connect(self.loops.append)

    def make_player(self, **arguments) -> Player:
        return Player(open_output=self.open_output, **arguments)

    def open_output(self, settings: OutputSettings, song_rate_hz: int) -> RealTimeOutput:
        if self.problem is not None:
            raise self.problem
        self.outputs.append(RealTimeOutput(settings, song_rate_hz))
        return self.outputs[-1]

    def song(self, *, bpm: float = 120.0, end_ticks: int = 8 * BEAT) -> None:
        tempo = TempoMap((Tempo(start_ticks=0, bpm=bpm),))
        self.transport.set_song(tempo, FOUR, end_ticks=end_ticks)

    def wait_for(self, condition, timeout_s: float = 5.0) -> None:
        deadline_s = time.monotonic() + timeout_s
        while not condition():
            assert time.monotonic() < deadline_s, "it did not come"
            QTest.qWait(5)

    def wait_until_silent(self) -> None:
        """Until the transport rests: then its display timer does too."""
        self.wait_for(lambda: not self.transport._display.isActive())


@pytest.fixture(scope="module")
def app():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication.instance() or QApplication([])


@pytest.fixture
def window(app) -> Iterator[Window]:
    window = Window()
    window.song()
    yield window
    window.transport.close()


def noise(n_samples: int) -> np.ndarray:
    return np.random.default_rng(3).uniform(0.1, 0.3, n_samples).astype(np.float32)


def voice(samples: np.ndarray, *, start: int = 0, **more) -> PlayerTrack:
    mix = MixTrack(name="a", clips=(Clip(start=start, samples=samples),))
    return PlayerTrack(id="a", mix=mix, **more)


def test_playing_tells_state_and_place_and_sounds_as_the_track(window):
    samples = noise(RATE // 2)
    window.transport.set_tracks((voice(samples),))
    window.song(end_ticks=BEAT)
    window.transport.play()
    assert window.states == [PlayState.PLAYING]  # the button changes with the click
    window.wait_for(lambda: window.states[-1] is PlayState.STOPPED)
    np.testing.assert_array_equal(window.outputs[0].heard()[:, 0], samples)
    ticks = [place[0] for place in window.positions]
    assert len(ticks) > 15
    assert ticks == sorted(ticks)
    assert ticks[-1] == pytest.approx(BEAT, abs=0.1)
    assert window.positions[-1][1] == pytest.approx(500.0, abs=0.1)
    assert max(level[MASTER].peaks[0] for level in window.levels if level) > 0.2
    assert window.levels[-1] == {}  # meters fall back
    assert window.transport.n_underflows == 0


def test_a_resting_transport_has_no_running_timer(window):
    window.song(end_ticks=60)
    window.transport.play()
    window.wait_for(lambda: window.states[-1] is PlayState.STOPPED)
    window.wait_until_silent()


def test_pause_stays_and_stop_returns_to_where_playing_began(window):
    window.transport.seek(960)
    window.transport.play()
    window.wait_for(lambda: window.transport.position_ticks > 1000)
    window.transport.pause()
    window.wait_until_silent()
    paused = window.transport.position_ticks
    QTest.qWait(50)
    assert window.transport.position_ticks == paused > 1000
    window.transport.toggle()
    window.wait_for(lambda: window.transport.position_ticks > paused + 20)
    window.transport.stop()
    assert window.transport.position_ticks == pytest.approx(paused, abs=0.05)
    window.transport.stop()
    assert window.transport.position_ticks == 0.0
    assert window.states == [
        PlayState.PLAYING,
        PlayState.STOPPED,
        PlayState.PLAYING,
        PlayState.STOPPED,
    ]


def test_a_place_gone_to_is_exact_and_survives_a_tempo_change(window):
    window.transport.seek(1234.5)
    assert window.transport.position_ticks == 1234.5
    window.song(bpm=77.0)
    assert window.transport.position_ticks == 1234.5
    assert window.transport.position_ms == pytest.approx(1234.5 * 60_000 / 77 / 480, abs=0.02)
    window.transport.seek(-5.0)
    assert window.positions[-1] == (0.0, 0.0)


@settings(max_examples=30)
@given(
    places=st.lists(st.floats(0, 1e5), min_size=1, max_size=5),
    bpm=st.floats(10, 999),
)
def test_any_place_is_kept_while_standing(app, places, bpm):
    window = Window()
    try:
        window.song(bpm=bpm, end_ticks=100_000)
        for ticks in places:
            window.transport.seek(ticks)
            assert window.transport.position_ticks == ticks
            assert window.positions[-1][0] == ticks
    finally:
        window.transport.close()


def test_play_at_the_end_begins_anew(window):
    window.transport.seek(8 * BEAT)
    window.transport.play()
    assert window.transport.position_ticks == 0.0


def test_a_selection_is_played_once_and_the_loop_comes_back(window):
    samples = noise(4 * RATE)
    window.transport.set_tracks((voice(samples),))
    window.transport.set_loop((0.0, 480.0))
    window.transport.play_range(240, 480)
    window.wait_for(lambda: window.states[-1] is PlayState.STOPPED)
    window.wait_for(lambda: window.transport.position_ticks == 240)
    heard = window.outputs[0].heard()[:, 0]
    assert len(heard) == pytest.approx(RATE // 4, abs=2)
    np.testing.assert_array_equal(heard[256:-256], samples[RATE // 4 :][256 : len(heard) - 256])
    window.transport.play()
    window.wait_for(lambda: window.transport.position_ticks < 200)  # round the loop


def test_an_empty_selection_plays_nothing(window):
    window.transport.play_range(480, 480)
    assert window.states == []


def test_a_loop_is_told_once_and_put_in_order(window):
    window.transport.set_loop((960.0, 480.0))
    window.transport.set_loop((480.0, 960.0))
    window.transport.set_loop((480.0, 480.0))
    assert window.loops == [(480.0, 960.0), None]


def test_an_unready_phrase_is_waited_for_and_then_heard(window):
    samples = noise(RATE // 4)
    window.transport.set_tracks((voice(samples[:0], pending=((0, RATE // 4),)),))
    window.song(end_ticks=240)
    window.transport.play()
    window.wait_for(lambda: window.states[-1] is PlayState.WAITING)
    assert window.transport.position_ticks == 0.0
    window.transport.set_tracks((voice(samples),))
    window.wait_for(lambda: window.states[-1] is PlayState.STOPPED)
    np.testing.assert_array_equal(window.outputs[0].heard()[:, 0], samples)


def test_an_unready_phrase_is_passed_if_wished(window):
    window.transport.set_tracks((voice(noise(10)[:0], pending=((0, RATE // 4),)),))
    window.transport.set_waits(False)
    window.song(end_ticks=60)
    window.transport.play()
    window.wait_for(lambda: window.states[-1] is PlayState.STOPPED)
    assert PlayState.WAITING not in window.states


def test_the_metronome_and_the_count_in_click(window):
    window.song(bpm=480.0, end_ticks=BEAT)
    window.transport.set_metronome(True)
    window.transport.set_count_in(1)
    window.transport.play()
    window.wait_for(lambda: any(METRONOME in level for level in window.levels))
    assert window.transport.position_ticks == 0.0
    window.wait_for(lambda: window.states[-1] is PlayState.STOPPED)
    heard = np.abs(window.outputs[0].heard()[:, 0])
    beat = RATE // 8
    assert all(heard[i * beat : i * beat + 600].max() > 0.2 for i in range(5))
    assert all(heard[i * beat + 1400 : (i + 1) * beat].max() == 0.0 for i in range(4))


def test_scrubbing_sounds_grains_and_playing_goes_on_afterwards(window):
    samples = noise(4 * RATE)
    window.transport.set_tracks((voice(samples),))
    scrubber = Scrubber(window.transport)
    window.transport.play()
    window.wait_for(lambda: window.transport.position_ticks > 50)
    scrubber.begin()
    assert window.transport.state is PlayState.STOPPED
    window.wait_until_silent()
    n_before = sum(map(len, window.outputs[0].blocks))
    for ticks in range(1000, 1200, 10):
        scrubber.move(ticks)
        assert window.transport.position_ticks == ticks
        QTest.qWait(5)
    QTest.qWait(2 * GRAIN_MS)
    window.wait_until_silent()
    sound = np.concatenate(window.outputs[0].blocks)[n_before:, 0]
    n_loud = np.count_nonzero(sound)
    assert GRAIN_MS * RATE / 1e3 < n_loud < 6 * GRAIN_MS * RATE / 1e3
    scrubber.end()
    assert window.transport.state is PlayState.PLAYING
    assert window.transport.position_ticks == 1190
    window.wait_for(lambda: window.transport.position_ticks > 1250)


def test_a_note_is_heard_as_it_is_sung_or_as_a_tone(window):
    samples = noise(RATE)
    window.transport.set_tracks((voice(samples, is_muted=True),))
    assert window.transport.preview_note("a", 240, 360, pitch_midi=60)
    window.wait_until_silent()
    heard = window.outputs[0].heard()[:, 0]
    first = RATE // 4
    np.testing.assert_array_equal(heard[300:-300], samples[first + 300 : first + len(heard) - 300])
    window.outputs[0].blocks.clear()
    assert window.transport.preview_note("a", 4800, 4900, pitch_midi=60)
    window.wait_until_silent()
    heard = window.outputs[0].heard()[:, 0]
    tone = note_tone(60, sample_rate_hz=RATE)
    np.testing.assert_array_equal(heard, np.trim_zeros(tone))
    assert window.states == []
    window.transport.play()
    assert not window.transport.preview_note("a", 240, 360, pitch_midi=60)


def test_a_missing_card_is_told_and_the_song_plays_silently(window):
    window.problem = AudioDeviceError("No sound card was found.", code="no-audio-device")
    window.song(end_ticks=60)
    window.transport.play()
    window.wait_for(lambda: window.devices and window.states[-1] is PlayState.STOPPED)
    assert window.devices[0].problem.code == "no-audio-device"
    assert window.transport.position_ticks == pytest.approx(60, abs=0.1)


def test_the_card_can_be_changed_while_playing(window):
    window.transport.play()
    window.wait_for(lambda: window.transport.position_ticks > 60)
    window.transport.set_output(OutputSettings(device="other"))
    window.wait_for(lambda: len(window.outputs) == 2)
    assert window.outputs[1].settings.device == "other"
    window.wait_for(lambda: window.transport.position_ticks > 240)


def test_another_sample_rate_keeps_the_place_and_the_settings(window):
    window.transport.set_output(OutputSettings(device="mine"))
    window.transport.seek(700)
    window.transport.set_sample_rate(48_000)
    assert window.transport.position_ticks == 700
    window.transport.play()
    window.wait_for(lambda: bool(window.outputs))
    assert (window.outputs[0].rate_hz, window.outputs[0].settings.device) == (48_000, "mine")


def test_closing_while_it_plays_ends_in_a_fade(app):
    window = Window()
    window.song()
    window.transport.set_tracks((voice(noise(4 * RATE)),))
    window.transport.play()
    window.wait_for(lambda: window.transport.position_ticks > 60)
    window.transport.close()
    heard = window.outputs[0].heard()[:, 0]
    assert len(heard) < 2 * RATE
    assert np.all(heard[-5:] < 0.01)
