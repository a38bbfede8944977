"""Through a sound server of our own: what a recorder hears is the mix, to the bit."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from engine.render.mix import Clip, MixTrack, mix_blocks
from tests.sound_server import RATE, SoundServer, heard, run_sound_server

LEAD = RATE // 5

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


@pytest.fixture
def sound_server(tmp_path):
    with run_sound_server(tmp_path) as server:
        yield server


def play(server: SoundServer, song: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", PLAY, str(song)],
        env=server.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def noise(n_samples: int, path: Path) -> np.ndarray:
    """Silent, then never again: a monitor may miss the first 20 ms of a stream that begins."""
    samples = np.random.default_rng(5).uniform(0.1, 0.4, n_samples).astype(np.float32)
    samples[:LEAD] = 0.0
    np.save(path, samples)
    return samples


def test_what_the_card_gets_is_the_mix_to_the_bit(sound_server, tmp_path):
    samples = noise(RATE, tmp_path / "song.npy")
    with sound_server.recording() as chunks:
        output, errors = play(sound_server, tmp_path / "song.npy").communicate(timeout=60)
        time.sleep(0.3)  # the recorder's own latency
    assert output.splitlines()[-1].startswith(f"[] {float(RATE)} 0 "), output + errors
    recorded = heard(chunks)
    mix = MixTrack(name="a", clips=(Clip(start=0, samples=samples),), gain_db=-3.0, pan=0.3)
    expected = np.concatenate(list(mix_blocks((mix,), first=0, last=RATE)))
    first = int(np.argmax(recorded[:, 0] != 0.0))
    np.testing.assert_array_equal(recorded[first : first + RATE - LEAD], expected[LEAD:])
    assert not recorded[first + RATE - LEAD :].any()


def test_a_sound_server_that_dies_is_noticed_and_the_song_plays_on(sound_server, tmp_path):
    noise(5 * RATE, tmp_path / "song.npy")
    player = play(sound_server, tmp_path / "song.npy")
    assert player.stdout.readline() == "sings\n"
    sound_server.process.kill()
    output, errors = player.communicate(timeout=60)
    assert output.startswith(f"['audio-device-lost'] {float(5 * RATE)} "), output + errors
