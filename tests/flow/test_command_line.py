"""The command line as a user meets it, with the voice that ships."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from editor.formats.registry import read_song, write_song
from editor.model.project import AudioClip, Note, Part, Project, Track
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
    assert melisma("no-such-command").returncode == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are found otherwise")
def test_without_a_display_the_window_says_what_to_do(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    done = melisma()
    assert done.returncode == 1
    assert "render SONG -o FILE" in done.stderr


def test_the_window_paints_and_leaves_when_it_is_asked_to(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    done = melisma("--exit-after-paint")
    assert done.returncode == 0, done.stderr
    assert 0.0 < json.loads(done.stdout)["first_paint_ms"] < 60_000.0


def test_ds_goes_out_with_sung_values_and_comes_back_in(song, tmp_path):
    done = melisma("render", song, "--ds", tmp_path / "a.ds")
    assert done.returncode == 0, done.stderr
    (segment,) = json.loads((tmp_path / "a.ds").read_text(encoding="utf-8"))
    assert segment["ph_seq"] == "SP s a k u r a SP"
    assert {"f0_seq", "energy", "breathiness", "voicing", "tension", "lang", "seed"} <= set(segment)
    again = summary(melisma("render", tmp_path / "a.ds", "-o", tmp_path / "a.wav", "--json"))
    assert (again["phrases"], again["failed_phrases"]) == (1, 0)
    refused = melisma("convert", song, tmp_path / "b.ds")
    assert refused.returncode == 1
    assert "render SONG --ds" in refused.stderr


def test_several_parts_give_a_ds_file_each(tmp_path):
    part = short_song("さ").tracks[0].parts[0]
    parts = (replace(part, id="p1", name="verse"), replace(part, id="p2", name="a/b"))
    project = Project(tracks=(Track(id="t", parts=parts),))
    write_song(project, tmp_path / "two.melisma")
    done = melisma("render", tmp_path / "two.melisma", "--ds", tmp_path / "o.ds")
    assert done.returncode == 0, done.stderr
    assert {p.name for p in tmp_path.glob("*.ds")} == {"o_verse.ds", "o_a_b.ds"}


def test_stems_range_and_muted_tracks(tmp_path):
    part = short_song("さ").tracks[0].parts[0]
    tracks = tuple(
        Track(id=f"t{i}", name=f"voice {i}", is_muted=i == 2, parts=(replace(part, id=f"p{i}"),))
        for i in range(3)
    )
    write_song(Project(tracks=tracks), tmp_path / "s.melisma")
    done = melisma(
        "render", tmp_path / "s.melisma", "-o", tmp_path / "mix.flac", "--stems", tmp_path / "st",
        "--range", "0.5:1.25",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = sorted(p.name for p in (tmp_path / "st").iterdir())
    assert names == ["01 voice 0.flac", "02 voice 1.flac"]
    assert soundfile.info(tmp_path / "mix.flac").duration == 0.75
    mix, _ = soundfile.read(tmp_path / "mix.flac", dtype="float64")
    stems = [soundfile.read(tmp_path / "st" / name, dtype="float64")[0] for name in names]
    assert np.abs(mix - sum(stems)).max() < 3e-7


def test_backing_music_is_in_the_mix_and_a_missing_file_is_named(song, tmp_path):
    project = read_song(song).project
    soundfile.write(tmp_path / "band.ogg", np.full((8 * 48000, 2), [0.2, -0.1]), 48000)
    sounds = (AudioClip(id="a", path="band.ogg"), AudioClip(id="b", path="gone.wav"))
    project = replace(project, tracks=(*project.tracks, Track(id="band", audio=sounds)))
    write_song(project, tmp_path / "band.melisma")
    plain = melisma("render", song, "-o", tmp_path / "plain.wav", "--json")
    mixed = melisma("render", tmp_path / "band.melisma", "-o", tmp_path / "mixed.wav", "--json")
    assert (plain.returncode, mixed.returncode) == (0, 3)
    assert "gone.wav" in mixed.stdout
    voice, _ = soundfile.read(tmp_path / "plain.wav")
    both, _ = soundfile.read(tmp_path / "mixed.wav")
    assert len(both) > 7.9 * 44100
    n_samples = min(len(voice), 7 * 44100)
    band = (both[:n_samples] - voice[:n_samples])[4410:-4410]
    np.testing.assert_allclose(band.mean(axis=0), [0.2, -0.1], atol=0.01)
    assert band.std(axis=0).max() < 0.02


def test_the_number_of_threads_moves_samples_by_less_than_1e_4(song, tmp_path):
    for n in (1, 2):
        done = melisma(
            "render", song, "-o", tmp_path / f"{n}.wav", "--bits", 32, "--threads", n, "--no-cache"
        )
        assert done.returncode == 0, done.stderr
    one, two = (soundfile.read(tmp_path / f"{n}.wav", dtype="float64")[0] for n in (1, 2))
    assert np.abs(one - two).max() <= 1e-4


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize("delay_s", [0.4, 1.0, 2.0])
def test_ctrl_c_stops_and_leaves_nothing_half_written(song, tmp_path, delay_s):
    """The time is measured by hand and in tests/bench; here it only must not hang."""
    target = tmp_path / "out"
    target.mkdir()
    command = [sys.executable, str(ROOT / "main.py"), "render", "--demo", "--no-cache"]
    process = subprocess.Popen(
        [*command, "-o", str(target / "o.wav")], stderr=subprocess.PIPE, text=True
    )
    time.sleep(delay_s)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    if process.returncode != 0:  # a fast machine may be done
        assert process.returncode in (130, -signal.SIGINT)
        assert list(target.iterdir()) == []
    assert "Traceback" not in errors or delay_s < 0.5  # Python itself may still be starting


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "o.mp3"], "choose one of"),
        (["-o", "no/o.wav"], "folder does not exist"),
        (["--ds", "no/o.ds"], "does not exist"),
        (["-o", "o.wav", "--voice", "nobody"], "no voice 'nobody'"),
        (["-o", "o.wav", "--provider", "abacus"], "abacus"),
        (["-o", "o.flac", "--bits", "32"], "choose one of"),
    ],
)
def test_what_cannot_be_done_is_refused_before_singing(song, tmp_path, arguments, words):
    command = [sys.executable, str(ROOT / "main.py"), "render", str(song), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    assert words in done.stderr
    assert done.stderr.count("\n") <= 2
    assert {p.name for p in tmp_path.iterdir()} == {"short.melisma"}


def test_a_voice_that_is_not_installed_is_named_and_the_built_in_one_sings(tmp_path):
    track = replace(short_song("さ").tracks[0], voice_id="someone")
    write_song(Project(tracks=(track,)), tmp_path / "s.melisma")
    done = melisma("render", tmp_path / "s.melisma", "-o", tmp_path / "o.wav")
    assert done.returncode == 0
    assert "'someone'" in done.stderr


def test_the_cache_can_be_seen_checked_and_emptied(song, tmp_path):
    melisma("render", song, "-o", tmp_path / "o.wav")
    shown = dict(line.split(": ", 1) for line in melisma("cache", "info").stdout.splitlines())
    assert int(shown["n_files"]) >= 5
    folder = Path(shown["folder"])
    victim = next(folder.rglob("*.tensorcache"))
    victim.write_bytes(b"torn")
    assert "n_removed: 1" in melisma("cache", "verify").stdout
    assert not victim.exists()
    melisma("cache", "clear")
    assert not list(folder.rglob("*.tensorcache"))
