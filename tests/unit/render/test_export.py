"""The mix to files: formats, rates, ranges, progress, and whole files or none."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from engine.audio import files
from engine.errors import AudioFileError, Cancelled
from engine.render.export import DEFAULT_TAIL_S, export_audio
from engine.render.mix import BLOCK_SAMPLES, Clip, MixTrack, mix_blocks

RATE = 44100


def tone(n_samples: int, *, start: int = 0, hz: float = 220.0, level: float = 0.3) -> np.ndarray:
    times = (start + np.arange(n_samples)) / RATE
    return (level * np.sin(2 * np.pi * hz * times)).astype(np.float32)


@pytest.fixture
def track() -> MixTrack:
    return MixTrack(name="t", clips=(Clip(start=4410, samples=tone(RATE)),))


@pytest.mark.parametrize("rate", [44100, 48000, 96000])
@pytest.mark.parametrize(
    ("name", "bits", "step"),
    [
        ("a.wav", 16, 2**-15),
        ("a.wav", 24, 2**-23),
        ("a.wav", 32, 1e-7),
        ("a.flac", 16, 2**-15),
        ("a.flac", 24, 2**-23),
    ],
)
def test_every_format_and_rate_holds_the_same_sound(tmp_path, track, rate, name, bits, step):
    length_s = export_audio([track], tmp_path / name, sample_rate_hz=rate, bits=bits)
    samples, found = soundfile.read(tmp_path / name, dtype="float64")
    assert found == rate
    assert samples.shape[1] == 2
    assert len(samples) / rate == pytest.approx(length_s, abs=0.002)
    assert length_s == pytest.approx(1.1 + DEFAULT_TAIL_S, abs=0.001)
    begin, end = round(0.3 * rate), round(0.9 * rate)
    wanted = 0.3 * np.sin(2 * np.pi * 220 * (np.arange(begin, end) / rate - 0.1))
    assert np.abs(samples[begin:end, 0] - wanted).max() < step + (1e-4 if rate != RATE else 1e-6)
    assert np.abs(samples[-round(0.4 * rate) :]).max() <= 1e-4


def test_a_range_is_cut_to_the_sample(tmp_path, track):
    assert export_audio([track], tmp_path / "a.wav", bits=32, range_s=(0.5, 0.75)) == 0.25
    samples, _ = soundfile.read(tmp_path / "a.wav", dtype="float32")
    first = round(0.5 * RATE) - 4410
    np.testing.assert_array_equal(samples[:, 0], track.clips[0].samples[first : first + 11025])


def test_too_loud_is_clipped_and_never_wraps(tmp_path):
    loud = MixTrack(name="t", clips=(Clip(start=0, samples=tone(5000, level=1.0)),), gain_db=12.0)
    for bits in (16, 24):
        export_audio([loud], tmp_path / "a.wav", bits=bits)
        samples, _ = soundfile.read(tmp_path / "a.wav", dtype="float64")
        peaks = samples[:5000, 0]
        assert peaks.max() > 0.999
        assert peaks.min() < -0.999
        rises = tone(5000, level=1.0)
        assert (np.sign(peaks[np.abs(rises) > 0.01]) == np.sign(rises[np.abs(rises) > 0.01])).all()


def test_progress_reaches_the_end_and_cancel_leaves_nothing(tmp_path, track):
    seen = []
    export_audio(
        [track], tmp_path / "a.wav", on_progress=lambda done, total: seen.append((done, total))
    )
    assert seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)

    def cancel():
        if len(calls) > 0:
            raise Cancelled
        calls.append(1)

    calls: list[int] = []
    long = MixTrack(name="t", clips=(Clip(start=0, samples=tone(5 * RATE)),))
    before = (tmp_path / "a.wav").read_bytes()
    with pytest.raises(Cancelled):
        export_audio([long], tmp_path / "a.wav", check_cancel=cancel)
    assert (tmp_path / "a.wav").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.wav"]


def test_a_full_disk_is_one_sentence_and_leaves_nothing(tmp_path, track, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    for name in ("fsync", "replace", "chmod"):
        with monkeypatch.context() as patch:
            patch.setattr(files.os, name, full)
            with pytest.raises(AudioFileError, match="No space left") as caught:
                export_audio([track], tmp_path / "a.wav")
        assert "\n" not in str(caught.value)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk to offer")
@pytest.mark.parametrize("name", ["a.wav", "a.flac"])
def test_a_disk_that_fills_while_writing_is_one_sentence(tmp_path, name, monkeypatch):
    """Every write fails as on a full disk, closing the file included."""
    made = tmp_path / f"made{name}"

    def on_the_full_disk(**_):
        made.symlink_to("/dev/full")
        return os.open(tmp_path / "handle", os.O_CREAT | os.O_WRONLY), str(made)

    monkeypatch.setattr(files.tempfile, "mkstemp", on_the_full_disk)
    long = MixTrack(name="t", clips=(Clip(start=0, samples=tone(5 * RATE)),))
    with pytest.raises(AudioFileError, match="disk has room") as caught:
        export_audio([long], tmp_path / name)
    assert "\n" not in str(caught.value)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["handle"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, ZeroDivisionError])
def test_whatever_stops_an_export_leaves_nothing(tmp_path, track, error):
    def stop():
        raise error

    with pytest.raises(error):
        export_audio([track], tmp_path / "a.wav", check_cancel=stop)
    with pytest.raises(error):
        export_audio([track], tmp_path / "a.wav", on_progress=lambda *_: stop())
    assert list(tmp_path.iterdir()) == []


def test_a_cancel_after_the_last_block_still_counts(tmp_path, track):
    calls = []

    def cancel():
        calls.append(1)
        if len(calls) == 3:  # two blocks, then once before the file is put in its place
            raise Cancelled

    assert len(track.clips[0].samples) < 2 * BLOCK_SAMPLES
    with pytest.raises(Cancelled):
        export_audio([track], tmp_path / "a.wav", check_cancel=cancel)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "range_s", [(1.0, 1.0), (2.0, 1.0), (-1.0, 1.0), (0.0, float("inf")), (float("nan"), 1.0)]
)
def test_a_range_that_holds_nothing_is_refused(tmp_path, track, range_s):
    with pytest.raises(AudioFileError, match="range"):
        export_audio([track], tmp_path / "a.wav", range_s=range_s)
    assert list(tmp_path.iterdir()) == []


def test_a_range_past_the_end_is_silent(tmp_path, track):
    assert export_audio([track], tmp_path / "a.wav", range_s=(1.0, 3.0)) == 2.0
    samples, _ = soundfile.read(tmp_path / "a.wav")
    assert len(samples) == 2 * RATE
    assert not samples[round(0.2 * RATE) :].any()


def test_no_tracks_give_the_tail_alone(tmp_path):
    assert export_audio([], tmp_path / "a.wav", tail_s=0.25) == 0.25
    samples, _ = soundfile.read(tmp_path / "a.wav")
    assert samples.shape == (11025, 2)
    assert not samples.any()


@pytest.mark.parametrize("n_samples", [1, 2, BLOCK_SAMPLES - 1, BLOCK_SAMPLES, BLOCK_SAMPLES + 1])
@pytest.mark.parametrize("rate", [44100, 48000, 96000])
def test_the_length_at_every_rate_is_that_of_the_song(tmp_path, n_samples, rate):
    clip = Clip(start=0, samples=np.full(n_samples, 0.5, dtype=np.float32))
    export_audio(
        [MixTrack(name="t", clips=(clip,))], tmp_path / "a.wav", sample_rate_hz=rate, tail_s=0.0
    )
    info = soundfile.info(tmp_path / "a.wav")
    assert abs(info.frames - n_samples * rate / RATE) <= 1.0


def test_blocks_and_one_piece_are_resampled_alike(tmp_path):
    """Nothing is heard of the places where blocks meet."""
    import soxr

    samples = tone(3 * BLOCK_SAMPLES + 77)
    track = MixTrack(name="t", clips=(Clip(start=0, samples=samples),))
    export_audio([track], tmp_path / "a.wav", sample_rate_hz=48000, bits=32, tail_s=0.0)
    found, _ = soundfile.read(tmp_path / "a.wav", dtype="float32")
    whole = soxr.resample(samples, RATE, 48000, quality="VHQ")
    n = min(len(found), len(whole))
    np.testing.assert_allclose(found[:n, 0], whole[:n], atol=1e-6)


def test_sixteen_bits_are_rounded_to_the_nearest_step(tmp_path):
    steps = np.array([0.0, 0.4, 0.6, -0.4, -0.6, 1.0, -1.0, 100.4], dtype=np.float64)
    clip = Clip(start=0, samples=(steps / 32768).astype(np.float32))
    export_audio([MixTrack(name="t", clips=(clip,))], tmp_path / "a.wav", bits=16, tail_s=0.0)
    found, _ = soundfile.read(tmp_path / "a.wav", dtype="int16")
    assert found[:, 0].tolist() == [0, 0, 1, 0, -1, 1, -1, 100]


def test_full_scale_stays_full_scale_in_every_kind(tmp_path):
    clip = Clip(start=0, samples=np.array([1.0, -1.0, 1.5, -1.5, 100.0, -100.0], dtype=np.float32))
    track = MixTrack(name="t", clips=(clip,))
    for name, bits in (("a.wav", 16), ("a.wav", 24), ("a.flac", 16), ("a.flac", 24)):
        export_audio([track], tmp_path / name, bits=bits, tail_s=0.0)
        found, _ = soundfile.read(tmp_path / name, dtype="float64")
        np.testing.assert_allclose(found[:, 0], [1, -1, 1, -1, 1, -1], atol=2**-14)
    export_audio([track], tmp_path / "a.wav", bits=32, tail_s=0.0)
    found, _ = soundfile.read(tmp_path / "a.wav", dtype="float32")
    np.testing.assert_array_equal(found[:, 0], clip.samples)  # float keeps what is too loud


def test_one_channel_is_the_mix_itself(tmp_path, track):
    export_audio([track], tmp_path / "a.wav", bits=32, n_channels=1)
    found, _ = soundfile.read(tmp_path / "a.wav", dtype="float32")
    assert found.ndim == 1
    np.testing.assert_array_equal(found[4410 : 4410 + RATE], track.clips[0].samples)


def test_stems_add_up_to_the_mix(rng):
    tracks = [
        MixTrack(
            name=str(i),
            clips=(Clip(start=1000 * i, samples=tone(5000, hz=200.0 + 50 * i)),),
            gain_db=-3.0 * i,
            pan=i - 1.0,
        )
        for i in range(3)
    ]
    mix = np.concatenate(list(mix_blocks(tracks, first=0, last=8000)))
    stems = [np.concatenate(list(mix_blocks([t], first=0, last=8000))) for t in tracks]
    np.testing.assert_allclose(mix, sum(stems), atol=1e-6)


def test_a_write_that_fails_half_way_leaves_nothing(tmp_path, track, monkeypatch):
    def broken(self, samples):
        raise soundfile.LibsndfileError(1)

    monkeypatch.setattr(soundfile.SoundFile, "write", broken)
    with pytest.raises(AudioFileError):
        export_audio([track], tmp_path / "a.wav")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_rate_is_refused(tmp_path, track):
    with pytest.raises(AudioFileError, match="22050"):
        export_audio([track], tmp_path / "a.wav", sample_rate_hz=22050)
