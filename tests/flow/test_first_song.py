"""The first song of a singer, in the real program with the real voice, through a crash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from editor.formats.registry import read_song
from tests.sound_server import RATE, heard, run_sound_server, why_no_sound_server

HANDS = Path(__file__).with_name("first_song.py")
ROOT = Path(__file__).resolve().parents[2]
KEYS_MIDI = (62, 64, 65, 67, 65, 64, 62, 60)
TIMEOUT_S = 60.0


class Program:
    """Melisma with hands on it; says what it did, line by line."""

    def __init__(self, verb: str, folder: Path, environment: dict[str, str]) -> None:
        self._errors = (folder / f"{verb}.log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, str(HANDS), verb, str(folder)],
            env={**environment, **homes(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        self._watchdog = threading.Timer(TIMEOUT_S, self.process.kill)
        self._watchdog.start()

    def hear(self) -> str:
        line = self.process.stdout.readline().strip()
        assert line, self.errors
        return line

    def tell(self, text: str) -> None:
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    @property
    def errors(self) -> str:
        self._errors.seek(0)
        return self._errors.read()

    def close(self) -> None:
        self._watchdog.cancel()
        self._watchdog.join()
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self._errors):
            stream.close()


def homes(folder: Path) -> dict[str, str]:
    """A user who was never here."""
    names = ("CONFIG", "DATA", "CACHE", "STATE")
    return {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in names},
    }


@pytest.fixture
def sound_server(tmp_path) -> Iterator[object]:
    """None where there is none: the rest of the song is made without."""
    if why_no_sound_server():
        yield None
        return
    with run_sound_server(tmp_path) as server:
        yield server


@pytest.fixture
def start(tmp_path, sound_server):
    environment = dict(os.environ) if sound_server is None else sound_server.environment
    programs: list[Program] = []

    def begin(verb: str) -> Program:
        programs.append(Program(verb, tmp_path, environment))
        return programs[-1]

    yield begin
    for program in programs:
        program.close()


def test_a_first_song_is_made_heard_killed_recovered_and_exported(start, sound_server, tmp_path):
    program = start("make")
    assert program.hear() == "sung"
    recorded = play(program, sound_server)
    left = json.loads(program.hear())
    assert program.hear() == "ready"
    program.process.kill()
    program.process.wait()

    notes = left["notes"]
    assert [note[2] for note in notes] == [*KEYS_MIDI, 64]
    assert [note[3] for note in notes[:-1]] == ["sa", "ku", "ra", "sa", "ku", "ra", "ya", "yo"]
    assert left["breathiness"]
    saved = read_song(tmp_path / "first.melisma").project.tracks[0].parts[0]
    assert len(saved.notes) == len(KEYS_MIDI)  # the last step was not saved

    program = start("recover")
    assert json.loads(program.hear()) == left
    assert program.hear() == "done"
    assert program.process.wait(timeout=TIMEOUT_S) == 0, program.errors
    assert "Traceback" not in program.errors
    saved = read_song(tmp_path / "first.melisma").project.tracks[0].parts[0]
    assert len(saved.notes) == len(KEYS_MIDI) + 1
    assert not list((tmp_path / "state" / "Melisma" / "journal").glob("*.journal"))

    exported, rate_hz = soundfile.read(tmp_path / "first.wav", dtype="float32", always_2d=True)
    assert (rate_hz, exported.shape[1]) == (RATE, 2)
    assert soundfile.info(tmp_path / "first.wav").subtype == "FLOAT"
    assert np.abs(exported).max() > 0.05
    phrases = json.loads((tmp_path / "first.ds").read_text(encoding="utf-8"))
    assert sum(phrase["note_seq"].split().count("D4") for phrase in phrases) == 2
    assert all("breathiness" in phrase for phrase in phrases)
    if recorded is not None:
        same_to_the_bit(recorded, exported)


def play(program: Program, sound_server) -> np.ndarray | None:
    """What the card got while the song was played."""
    if sound_server is None:
        program.tell("skip")
        return None
    with sound_server.recording() as chunks:
        program.tell("play")
        assert program.hear() == "played"
        time.sleep(0.3)  # the recorder's own latency
    program.tell("go on")
    return heard(chunks)


def same_to_the_bit(recorded: np.ndarray, exported: np.ndarray) -> None:
    """From the first sound of the song on; the tone of the note drawn last may come before."""
    end = int(np.flatnonzero(recorded.any(axis=1))[-1]) + 1
    loudest = int(np.abs(recorded).max(axis=1).argmax())
    (place,) = np.flatnonzero((exported == recorded[loudest]).all(axis=1))
    shift = loudest - int(place)
    first = int(np.flatnonzero(exported.any(axis=1))[0])
    assert first + shift >= 0
    assert end - shift - first > 4 * RATE
    np.testing.assert_array_equal(recorded[first + shift : end], exported[first : end - shift])
