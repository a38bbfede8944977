"""The command line as a user meets it, with the voice that ships."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from editor.formats.registry import read_song, write_song
from editor.model.project import Note, Part, Project, Track
from engine.types import NoteId

ROOT = Path(__file__).resolve().parents[2]


def melisma(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=dict(os.environ), timeout=120
    )


def summary(done: subprocess.CompletedProcess[str]) -> dict:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def short_song(*lyrics: str) -> Project:
    notes = tuple(
        Note(
            id=NoteId(f"n{i}"),
            start_ticks=480 + 480 * i,
            length_ticks=480,
            key_midi=67,
            lyric=lyric,
        )
        for i, lyric in enumerate(lyrics)
    )
    return Project(name="short", tracks=(Track(id="t", parts=(Part(id="p", notes=notes),)),))


@pytest.fixture
def song(tmp_path: Path) -> Path:
    path = tmp_path / "short.melisma"
    write_song(short_song("さ", "く", "ら"), path)
    return path


def test_the_same_song_gives_the_same_samples_cold_warm_and_without_cache(song, tmp_path):
    cold = summary(melisma("render", song, "-o", tmp_path / "cold.wav", "--json"))
    warm = summary(melisma("render", song, "-o", tmp_path / "warm.wav", "--json"))
    melisma("render", song, "-o", tmp_path / "off.wav", "--no-cache")
    assert cold["model_runs"] > 0
    assert cold["failed_phrases"] == 0
    assert warm["model_runs"] == 0
    assert (tmp_path / "cold.wav").read_bytes() == (tmp_path / "warm.wav").read_bytes()
    assert (tmp_path / "cold.wav").read_bytes() == (tmp_path / "off.wav").read_bytes()
    samples, _ = soundfile.read(tmp_path / "cold.wav")
    assert 0.1 < np.abs(samples).max() < 1.0


def test_another_seed_gives_another_sound(song, tmp_path):
    melisma("render", song, "-o", tmp_path / "a.wav", "--seed", 1)
    melisma("render", song, "-o", tmp_path / "b.wav", "--seed", 2)
    assert (tmp_path / "a.wav").read_bytes() != (tmp_path / "b.wav").read_bytes()


def test_saved_generated_parameters_are_used_again_without_cache(song, tmp_path):
    first = melisma("render", song, "--save", tmp_path / "sung.melisma", "-o", tmp_path / "1.wav")
    assert first.returncode == 0, first.stderr
    again = summary(
        melisma(
            "render", tmp_path / "sung.melisma", "-o", tmp_path / "2.wav", "--no-cache", "--json"
        )
    )
    runs = {name: stage["runs"] for name, stage in again["stages"].items()}
    assert runs["duration"] == runs["pitch"] == runs["variance"] == 0
    assert runs["acoustic"] == runs["vocoder"] == 1
    assert (tmp_path / "1.wav").read_bytes() == (tmp_path / "2.wav").read_bytes()


@pytest.mark.parametrize(
    ("rate", "bits", "name"), [(48000, 16, "o.flac"), (96000, 32, "o.wav"), (44100, 24, "o.wav")]
)
def test_export_has_the_asked_format(song, tmp_path, rate, bits, name):
    done = melisma("render", song, "-o", tmp_path / name, "--rate", rate, "--bits", bits)
    assert done.returncode == 0, done.stderr
    info = soundfile.info(tmp_path / name)
    assert info.samplerate == rate
    assert info.subtype == {16: "PCM_16", 24: "PCM_24", 32: "FLOAT"}[bits]


def test_midi_goes_in_and_out_with_lyrics(song, tmp_path):
    assert melisma("convert", song, tmp_path / "x.mid").returncode == 0
    back = read_song(tmp_path / "x.mid").project
    (track,) = back.tracks
    assert [n.lyric for n in track.parts[0].notes] == ["さ", "く", "ら"]
    assert melisma("render", tmp_path / "x.mid", "-o", tmp_path / "x.wav").returncode == 0


def test_an_unknown_lyric_is_named_and_the_rest_is_sung(tmp_path):
    path = tmp_path / "odd.melisma"
    write_song(short_song("さ", "漢", "ら"), path)
    done = melisma("render", path, "-o", tmp_path / "odd.wav")
    assert done.returncode == 3
    assert "漢" in done.stderr
    assert soundfile.info(tmp_path / "odd.wav").duration > 1.5


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "not a readable song"), (b"PK\x03\x04rest", "not a readable song")],
)
def test_a_damaged_song_is_one_sentence_and_no_output(tmp_path, content, words):
    path = tmp_path / "bad.melisma"
    path.write_bytes(content)
    done = melisma("render", path, "-o", tmp_path / "o.wav")
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "o.wav").exists()


def test_an_empty_song_and_a_missing_folder_are_refused(song, tmp_path):
    empty = tmp_path / "empty.melisma"
    write_song(short_song(), empty)
    assert melisma("render", empty, "-o", tmp_path / "o.wav").returncode == 1
    done = melisma("render", song, "-o", tmp_path / "no" / "o.wav")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr


def test_help_check_and_voices_answer(tmp_path):
    assert "--stems" in melisma("render", "--help").stdout
    assert melisma("check", ROOT / "voicebanks" / "nagi").returncode == 0
    assert melisma("check", tmp_path).returncode == 1
    assert "nagi" in melisma("voices").stdout
    assert melisma("cache", "info").returncode == 0
    assert melisma().returncode == 2
