"""Sound files are whole or not there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from engine.audio import files
from engine.audio.files import SUBTYPES, AudioWriter, check_audio_target
from engine.errors import AudioFileError

RATE = 44100


def written(path, blocks, *, bits: int, n_channels: int = 1) -> None:
    with AudioWriter(path, sample_rate_hz=RATE, n_channels=n_channels, bits=bits) as writer:
        for block in blocks:
            writer.write(np.asarray(block, dtype=np.float32).reshape(-1, n_channels))
        writer.finish()


@pytest.mark.parametrize(("kind", "bits"), SUBTYPES)
def test_every_kind_says_what_it_is(tmp_path, kind, bits):
    path = tmp_path / f"a{kind}"
    written(path, [[0.0, 0.5], [-0.5]], bits=bits)
    info = soundfile.info(path)
    assert (info.frames, info.samplerate, info.channels) == (3, RATE, 1)
    assert info.subtype == SUBTYPES[kind, bits]
    assert info.format == kind[1:].upper()


def test_the_kind_does_not_depend_on_the_case_of_the_name(tmp_path):
    written(tmp_path / "a.FLAC", [[0.5]], bits=24)
    assert soundfile.info(tmp_path / "a.FLAC").format == "FLAC"


@given(st.lists(st.floats(-4.0, 4.0, width=32), min_size=1, max_size=50), st.sampled_from([16, 24]))
def test_steps_are_the_nearest_and_never_wrap(tmp_path_factory, values, bits):
    path = tmp_path_factory.mktemp("sound") / "a.wav"
    written(path, [values], bits=bits)
    found, _ = soundfile.read(path, dtype="float64")
    step = 2.0 ** (1 - bits)
    wanted = np.clip(np.asarray(values, dtype=np.float64), -1.0, 1.0 - step)
    assert np.abs(found - wanted).max() <= step / 2 + 1e-12


def test_silence_stays_silence_and_has_no_bias(tmp_path, rng):
    quiet = rng.uniform(-1e-5, 1e-5, 20_000)
    written(tmp_path / "a.wav", [quiet, np.zeros(100)], bits=16)
    found, _ = soundfile.read(tmp_path / "a.wav", dtype="int16")
    assert not found.any()
    noise = rng.uniform(-0.01, 0.01, 50_000)
    written(tmp_path / "a.wav", [noise], bits=16)
    found, _ = soundfile.read(tmp_path / "a.wav", dtype="float64")
    assert abs((found - noise).mean()) < 0.02 * 2**-15


def test_flac_and_wav_hold_the_same_samples(tmp_path, rng):
    noise = rng.uniform(-1.2, 1.2, (5000, 2))
    for bits in (16, 24):
        for name in ("a.wav", "a.flac"):
            written(tmp_path / name, [noise[:1000], noise[1000:]], bits=bits, n_channels=2)
        one, two = (soundfile.read(tmp_path / n, dtype="int32")[0] for n in ("a.wav", "a.flac"))
        np.testing.assert_array_equal(one, two)


def test_nothing_is_at_the_place_until_all_is_written(tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"before")
    with AudioWriter(path, sample_rate_hz=RATE, n_channels=1, bits=16) as writer:
        writer.write(np.zeros((10, 1), dtype=np.float32))
        assert path.read_bytes() == b"before"
        (temporary,) = [p for p in tmp_path.iterdir() if p != path]
        assert temporary.name.startswith(".")
        writer.finish()
        assert soundfile.info(path).frames == 10
    assert [p.name for p in tmp_path.iterdir()] == ["a.wav"]


def test_leaving_the_writer_without_finish_removes_the_file(tmp_path):
    with AudioWriter(tmp_path / "a.wav", sample_rate_hz=RATE, n_channels=1, bits=16) as writer:
        writer.write(np.zeros((10, 1), dtype=np.float32))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_closed_is_removed_all_the_same(tmp_path, monkeypatch):
    writer = AudioWriter(tmp_path / "a.wav", sample_rate_hz=RATE, n_channels=1, bits=16)
    real = writer._file.close

    def refuse():
        real()
        raise soundfile.LibsndfileError(2)

    def leave():
        with writer:
            writer._file = type("Refusing", (), {"close": staticmethod(refuse)})()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        leave()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), RuntimeError("no")])
def test_a_file_that_cannot_be_opened_is_one_sentence(tmp_path, monkeypatch, error):
    def refuse(*_, **__):
        raise error

    monkeypatch.setattr(soundfile, "SoundFile", refuse)
    with pytest.raises(AudioFileError, match=r"a\.wav cannot be written"):
        AudioWriter(tmp_path / "a.wav", sample_rate_hz=RATE, n_channels=1, bits=16)
    assert list(tmp_path.iterdir()) == []


def test_a_wav_never_grows_beyond_what_its_header_can_say(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_WAV_BYTES", 1000)
    with pytest.raises(AudioFileError, match="choose FLAC"):
        written(tmp_path / "a.wav", [np.zeros(400), np.zeros(101)], bits=16)
    assert list(tmp_path.iterdir()) == []
    written(tmp_path / "a.wav", [np.zeros(400), np.zeros(100)], bits=16)
    written(tmp_path / "a.flac", [np.zeros(5000)], bits=16)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_the_file_may_be_read_by_whom_the_user_lets(tmp_path):
    before = os.umask(0o027)
    try:
        written(tmp_path / "a.wav", [[0.0]], bits=16)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.wav").stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("name", "bits", "words"),
    [
        ("a.mp3", 16, "choose one of"),
        ("a", 16, "choose one of"),
        ("a.flac", 32, "choose one of"),
        ("a.wav", 8, "choose one of"),
        ("no/a.wav", 16, "folder does not exist"),
        ("file/a.wav", 16, "folder does not exist"),
        ("folder.wav", 16, "is a folder"),
    ],
)
def test_targets_are_checked_before_any_work(tmp_path, name, bits, words):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder.wav").mkdir()
    with pytest.raises(AudioFileError, match=words) as caught:
        check_audio_target(tmp_path / name, bits)
    assert "\n" not in str(caught.value)
    with pytest.raises(AudioFileError, match=words):
        AudioWriter(tmp_path / name, sample_rate_hz=RATE, n_channels=1, bits=bits)


def test_a_folder_without_write_access_is_refused_before_any_work(tmp_path, monkeypatch):
    monkeypatch.setattr(files.os, "access", lambda *_: False)
    with pytest.raises(AudioFileError, match="may not be written"):
        check_audio_target(tmp_path / "a.wav", 16)


def test_a_relative_name_without_folder_is_fine(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    check_audio_target(Path("a.wav"), 16)
    written(Path("a.wav"), [[0.0]], bits=16)
    assert [p.name for p in tmp_path.iterdir()] == ["a.wav"]
