"""Sound files of any kind come in whole, at the rate of the song, or not at all."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.audio import reading
from engine.audio.reading import read_audio
from engine.errors import AudioFileError

RATE_HZ = 44100


def tone(rate_hz: int, *, seconds: float = 0.5, hz: float = 440.0) -> np.ndarray:
    times = np.arange(round(seconds * rate_hz)) / rate_hz
    return (0.4 * np.sin(2 * np.pi * hz * times)).astype(np.float32)


@pytest.mark.parametrize(
    ("name", "tolerance"), [("a.wav", 1e-4), ("a.flac", 1e-4), ("a.ogg", 0.03), ("a.mp3", 0.03)]
)
def test_common_kinds_are_read(tmp_path, name, tolerance):
    wanted = tone(RATE_HZ)
    soundfile.write(tmp_path / name, np.stack([wanted, -wanted], axis=1), RATE_HZ)
    found = read_audio(tmp_path / name, sample_rate_hz=RATE_HZ)
    assert found.dtype == np.float32
    assert found.shape[1] == 2
    middle = slice(4000, 18000)
    # A lossy coder may shift the sound by a part of its frame.
    best = min(np.abs(np.roll(found[:, 0], -s)[middle] - wanted[middle]).max() for s in range(1200))
    assert best < tolerance


@pytest.mark.parametrize("rate_hz", [22050, 48000, 96000])
def test_another_rate_is_resampled_at_the_same_pitch(tmp_path, rate_hz):
    soundfile.write(tmp_path / "a.wav", tone(rate_hz), rate_hz, subtype="FLOAT")
    found = read_audio(tmp_path / "a.wav", sample_rate_hz=RATE_HZ)
    assert found.shape == (RATE_HZ // 2, 1)
    middle = slice(2000, -2000)
    np.testing.assert_allclose(found[middle, 0], tone(RATE_HZ)[middle], atol=1e-3)


def test_many_channels_become_one(tmp_path):
    channels = np.stack([tone(RATE_HZ)] * 2 + [0 * tone(RATE_HZ)] * 2, axis=1)
    soundfile.write(tmp_path / "a.wav", channels, RATE_HZ, subtype="FLOAT")
    found = read_audio(tmp_path / "a.wav", sample_rate_hz=RATE_HZ)
    np.testing.assert_allclose(found[:, 0], 0.5 * tone(RATE_HZ), atol=1e-6)


@pytest.mark.parametrize(
    "kind", ["missing", "folder", "text", "empty", "no samples", "not numbers", "no rate"]
)
def test_what_is_no_sound_is_refused_in_one_sentence(tmp_path, kind):
    path = tmp_path / "a.wav"
    if kind == "folder":
        path.mkdir()
    elif kind == "text":
        path.write_text("la la la " * 500)
    elif kind == "empty":
        path.touch()
    elif kind == "no samples":
        soundfile.write(path, np.zeros(0, np.float32), RATE_HZ)
    elif kind == "no rate":
        soundfile.write(path, tone(RATE_HZ), 7)
    elif kind == "not numbers":
        soundfile.write(path, np.full(9, np.nan, np.float32), RATE_HZ, subtype="FLOAT")
    with pytest.raises(AudioFileError) as caught:
        read_audio(path, sample_rate_hz=RATE_HZ)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert sentence.endswith("WAV or FLAC.")
    assert "\n" not in sentence


def test_a_file_that_would_fill_the_memory_is_refused(tmp_path, monkeypatch):
    soundfile.write(tmp_path / "a.wav", tone(RATE_HZ), RATE_HZ)
    monkeypatch.setattr(reading, "MAX_S", 0.02)
    with pytest.raises(AudioFileError, match="longer than two hours"):
        read_audio(tmp_path / "a.wav", sample_rate_hz=RATE_HZ)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    position=st.integers(0, 2000), byte=st.integers(0, 255), kind=st.sampled_from(["wav", "flac"])
)
def test_a_damaged_file_gives_sound_or_one_sentence(tmp_path, position, byte, kind):
    path = tmp_path / f"a.{kind}"
    soundfile.write(path, tone(8000, seconds=0.1), 8000)
    content = bytearray(path.read_bytes())
    content[position % len(content)] = byte
    path.write_bytes(content)
    try:
        found = read_audio(path, sample_rate_hz=8000)
    except AudioFileError:
        return  # one sentence, as the test above has it
    assert np.isfinite(found).all()
