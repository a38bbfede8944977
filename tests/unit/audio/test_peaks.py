"""What a sound file looks like is found block by block and drawn at any scale."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile

from engine.audio.peaks import STEP_FRAMES, read_peaks
from engine.errors import AudioFileError

RATE_HZ = 8000


@pytest.fixture
def sound(tmp_path, rng):
    samples = rng.uniform(-0.5, 0.5, (RATE_HZ * 20 + 77, 2)).astype(np.float32)
    samples[RATE_HZ * 3] = 0.9
    samples[RATE_HZ * 7, 1] = -0.8
    path = tmp_path / "noise.wav"
    soundfile.write(path, samples, RATE_HZ, subtype="FLOAT")
    return path, samples


def test_peaks_hold_every_extreme(sound):
    path, samples = sound
    peaks = read_peaks(path)
    assert peaks.n_frames == len(samples)
    assert peaks.length_ms == pytest.approx(20_009.625)
    first = samples[:STEP_FRAMES]
    np.testing.assert_allclose(peaks.levels[0][0], [first.min(), first.max()])
    for level in peaks.levels:
        assert level[:, 0].min() == samples.min()
        assert level[:, 1].max() == samples.max()


@pytest.mark.parametrize("n_px", [4, 37, 500, 4000])
def test_a_picture_of_any_width_shows_the_extremes_where_they_are(sound, n_px):
    path, _ = sound
    peaks = read_peaks(path)
    low, high = peaks.between(np.linspace(0.0, 20_000.0, n_px + 1))
    assert len(low) == len(high) == n_px
    assert high[int(3000 / 20_000 * n_px)] == pytest.approx(0.9)
    assert low[int(7000 / 20_000 * n_px)] == pytest.approx(-0.8)
    assert (low <= high).all()


def test_nothing_is_seen_before_and_behind_a_sound(sound):
    peaks = read_peaks(sound[0])
    low, high = peaks.between(np.linspace(-5000.0, 30_000.0, 36))
    assert not low[:5].any()
    assert not high[-9:].any()
    assert high[5:25].all()
    assert len(peaks.between([100.0])[0]) == 0


def test_a_file_that_is_no_sound_is_refused(tmp_path):
    path = tmp_path / "text.wav"
    path.write_text("not a sound")
    with pytest.raises(AudioFileError):
        read_peaks(path)
    with pytest.raises(AudioFileError):
        read_peaks(tmp_path / "gone.wav")
