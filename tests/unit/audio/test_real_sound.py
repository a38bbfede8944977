"""Through a sound server of our own: what a recorder hears is the mix, to the bit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from engine.render.mix import Clip, MixTrack, mix_blocks

RATE = 44100
LEAD = RATE // 5
ROOT = Path(__file__).resolve().parents[3]
PROGRAMS = ("pulseaudio", "parec")

# PortAudio looks for cards in the environment it was started in: a process of its own.
PLAY = """
import sys, time
import numpy as np
from engine.api import Clip, MixTrack, Player, PlayerTrack, PlayState

events, sign = [], 20_000
with Player(on_event=events.append) as player:
    samples = np.load(sys.argv[1])
    mix = MixTrack(name="a", clips=(Clip(start=0, samples=samples),), gain_db=-3.0, pan=0.3)
    player.set_tracks((PlayerTrack(id="a", mix=mix),))
    player.set_end(len(samples))
    player.play(0)
    began_s = time.monotonic()
    while player.state is not PlayState.STOPPED and time.monotonic() < began_s + 20.0:
        time.sleep(0.02)
        if player.position > sign:
            print("sings", flush=True)
            sign = 1e12
    passed_s = time.monotonic() - began_s
    problems = [event.problem.code for event in events if getattr(event, "problem", None)]
    print(problems, player.position, player.n_underflows, passed_s, flush=True)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundServer:
    environment: dict[str, str]
    process: subprocess.Popen

    def play(self, song: Path) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-c", PLAY, str(song)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    @contextmanager
    def recording(self) -> Iterator[list[bytes]]:
        """Everything that the card gets, float32 in two channels."""
        command = ["parec", "--device=test.monitor", "--format=float32le", "--channels=2"]
        command += [f"--rate={RATE}", "--latency-msec=20"]
        recorder = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE)
        chunks: list[bytes] = []

        def read() -> None:
            while chunk := os.read(recorder.stdout.fileno(), 1 << 16):
                chunks.append(chunk)

        thread = threading.Thread(target=read)
        thread.start()
        try:
            wait_until(lambda: bool(chunks))
            yield chunks
        finally:
            recorder.terminate()
            thread.join()
            recorder.wait()
            recorder.stdout.close()


def wait_until(condition, *, timeout_s: float = 10.0) -> None:
    deadline_s = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline_s, "it did not come"
        time.sleep(0.02)


@pytest.fixture
def sound_server(tmp_path) -> Iterator[SoundServer]:
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if not list(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")):
        pytest.skip("ALSA's plugin for PulseAudio is not installed")
    (tmp_path / ".asoundrc").write_text("pcm.!default pulse\nctl.!default pulse\n")
    with tempfile.TemporaryDirectory(prefix="melisma-") as runtime:  # a socket's path is short
        socket = Path(runtime) / "native"
        environment = {
            **os.environ,
            "HOME": str(tmp_path),
            "PULSE_RUNTIME_PATH": runtime,
            "PULSE_STATE_PATH": str(tmp_path),
            "PULSE_SERVER": f"unix:{socket}",
            "PYTHONPATH": str(ROOT),
        }
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        sink = f"module-null-sink sink_name=test rate={RATE} format=float32le channels=2"
        command = ["pulseaudio", "-n", "--exit-idle-time=-1", "--daemonize=no"]
        command += ["--use-pid-file=no", "-L", "module-native-protocol-unix", "-L", sink]
        with (tmp_path / "pulseaudio.log").open("w") as log:
            process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
            try:
                wait_until(socket.exists)
                yield SoundServer(environment=environment, process=process)
            finally:
                process.kill()
                process.wait()


def noise(n_samples: int, path: Path) -> np.ndarray:
    """Silent, then never again: a monitor may miss the first 20 ms of a stream that begins."""
    samples = np.random.default_rng(5).uniform(0.1, 0.4, n_samples).astype(np.float32)
    samples[:LEAD] = 0.0
    np.save(path, samples)
    return samples


def test_what_the_card_gets_is_the_mix_to_the_bit(sound_server, tmp_path):
    samples = noise(RATE, tmp_path / "song.npy")
    with sound_server.recording() as chunks:
        output, errors = sound_server.play(tmp_path / "song.npy").communicate(timeout=60)
        time.sleep(0.3)  # the recorder's own latency
    assert output.splitlines()[-1].startswith(f"[] {float(RATE)} 0 "), output + errors
    recorded = np.frombuffer(b"".join(chunks)[: sum(map(len, chunks)) // 8 * 8], dtype=np.float32)
    recorded = recorded.reshape(-1, 2)
    mix = MixTrack(name="a", clips=(Clip(start=0, samples=samples),), gain_db=-3.0, pan=0.3)
    expected = np.concatenate(list(mix_blocks((mix,), first=0, last=RATE)))
    first = int(np.argmax(recorded[:, 0] != 0.0))
    np.testing.assert_array_equal(recorded[first : first + RATE - LEAD], expected[LEAD:])
    assert not recorded[first + RATE - LEAD :].any()


def test_a_sound_server_that_dies_is_noticed_and_the_song_plays_on(sound_server, tmp_path):
    noise(5 * RATE, tmp_path / "song.npy")
    player = sound_server.play(tmp_path / "song.npy")
    assert player.stdout.readline() == "sings\n"
    sound_server.process.kill()
    output, errors = player.communicate(timeout=60)
    assert output.startswith(f"['audio-device-lost'] {float(5 * RATE)} "), output + errors
