"""Phrases to one sound: joins without clicks, faders, formats, whole files or none."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile

from engine.audio import files
from engine.audio.files import AudioWriter, check_audio_target
from engine.errors import AudioFileError, Cancelled
from engine.render.export import DEFAULT_TAIL_S, export_audio
from engine.render.mix import Clip, MixTrack, join, mix_blocks, pan_gains

RATE = 44100


def tone(n_samples: int, *, start: int = 0, hz: float = 220.0, level: float = 0.3) -> np.ndarray:
    times = (start + np.arange(n_samples)) / RATE
    return (level * np.sin(2 * np.pi * hz * times)).astype(np.float32)


def whole(tracks, last: int) -> np.ndarray:
    return np.concatenate(list(mix_blocks(tracks, first=0, last=last)))


def test_overlapping_phrases_keep_their_power_and_do_not_click():
    rng = np.random.default_rng(0)
    first = Clip(start=0, samples=(0.1 * rng.standard_normal(40_000)).astype(np.float32))
    second = Clip(start=32_000, samples=(0.1 * rng.standard_normal(40_000)).astype(np.float32))
    mixed = whole([MixTrack(name="t", clips=join([second, first]))], 72_000)[:, 0]
    levels = [np.sqrt(np.mean(mixed[a : a + 2000] ** 2)) for a in range(0, 70_000, 2000)]
    assert max(levels) / min(levels) < 1.2
    np.testing.assert_array_equal(mixed[:32_000], first.samples[:32_000])
    np.testing.assert_array_equal(mixed[40_000:], second.samples[8000:])


def test_a_join_of_two_tones_has_no_click():
    """The second difference of a click stands out; a cross-fade's does not."""
    first = Clip(start=0, samples=tone(40_000))
    second = Clip(start=35_000, samples=tone(40_000, start=35_000))
    smooth = whole([MixTrack(name="t", clips=join([first, second]))], 75_000)[:, 0]
    bend = np.abs(np.diff(smooth.astype(np.float64), 2))
    assert bend[34_990:40_010].max() <= 1.5 * bend[1000:30_000].max()
    hard = smooth.copy()
    hard[35_000:] = -hard[35_000:]
    assert np.abs(np.diff(hard.astype(np.float64), 2)).max() > 3 * bend[1000:30_000].max()


def test_a_phrase_inside_another_is_only_added():
    long, short = Clip(start=0, samples=tone(1000)), Clip(start=200, samples=tone(100))
    assert join([long, short]) == (long, short)


def test_the_middle_of_the_pan_is_unity_and_its_power_is_even():
    assert pan_gains(0.0) == pytest.approx((1.0, 1.0))
    assert pan_gains(-1.0) == pytest.approx((np.sqrt(2), 0.0), abs=1e-9)
    for pan in np.linspace(-1, 1, 9):
        left, right = pan_gains(pan)
        assert left**2 + right**2 == pytest.approx(2.0)


def test_the_sum_does_not_depend_on_which_phrase_was_ready_first():
    clips = [Clip(start=7000 * i, samples=tone(9000, start=i)) for i in range(6)]
    forward = whole([MixTrack(name="t", clips=join(clips), gain_db=-3.0)], 60_000)
    backward = whole([MixTrack(name="t", clips=join(clips[::-1]), gain_db=-3.0)], 60_000)
    np.testing.assert_array_equal(forward, backward)


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

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(AudioFileError, match="No space left"):
        export_audio([track], tmp_path / "a.wav")
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_half_way_leaves_nothing(tmp_path, track, monkeypatch):
    def broken(self, samples):
        raise soundfile.LibsndfileError(1)

    monkeypatch.setattr(soundfile.SoundFile, "write", broken)
    with pytest.raises(AudioFileError):
        export_audio([track], tmp_path / "a.wav")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "bits", "words"),
    [
        ("a.mp3", 16, "choose one of"),
        ("a.flac", 32, "choose one of"),
        ("no/a.wav", 16, "folder does not exist"),
    ],
)
def test_targets_are_checked_before_any_work(tmp_path, name, bits, words):
    with pytest.raises(AudioFileError, match=words):
        check_audio_target(tmp_path / name, bits)


def test_a_folder_in_the_files_place_is_refused(tmp_path):
    (tmp_path / "a.wav").mkdir()
    with pytest.raises(AudioFileError, match="is a folder"):
        check_audio_target(tmp_path / "a.wav", 16)


def test_an_unknown_rate_is_refused(tmp_path, track):
    with pytest.raises(AudioFileError, match="22050"):
        export_audio([track], tmp_path / "a.wav", sample_rate_hz=22050)


def test_leaving_the_writer_without_finish_removes_the_file(tmp_path):
    with AudioWriter(tmp_path / "a.wav", sample_rate_hz=RATE, n_channels=1, bits=16) as writer:
        writer.write(np.zeros((10, 1), dtype=np.float32))
    assert list(tmp_path.iterdir()) == []
