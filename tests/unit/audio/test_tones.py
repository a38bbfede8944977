"""A tone stands in for a note that is not sung yet."""

from __future__ import annotations

import numpy as np
import pytest

from engine.audio.tones import note_tone

RATE = 44100


@pytest.mark.parametrize("pitch_midi", [36.0, 60.0, 69.0, 60.5])
def test_a_tone_has_its_pitch_and_begins_and_ends_in_silence(pitch_midi):
    samples = note_tone(pitch_midi, length_s=1.0, sample_rate_hz=RATE)
    assert len(samples) == RATE
    assert samples[0] == samples[-1] == 0.0
    assert 0.1 < np.abs(samples).max() < 0.4
    strongest_hz = np.argmax(np.abs(np.fft.rfft(samples)))  # one step is 1 Hz
    assert strongest_hz == pytest.approx(440 * 2 ** ((pitch_midi - 69) / 12), abs=1)


def test_the_highest_notes_do_not_fold_back():
    samples = note_tone(127.0, length_s=1.0, sample_rate_hz=RATE)
    spectrum = np.abs(np.fft.rfft(samples))
    assert spectrum[:12_000].max() < 0.01 * spectrum.max()
