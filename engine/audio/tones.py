"""A plain tone at a pitch, for a note that no voice has sung yet."""

from __future__ import annotations

import numpy as np

from engine.types import Float32Array
from engine.units import midi_to_hz

_PARTIALS = (1.0, 0.35, 0.12)
_LEVEL = 0.2
_FALL_S = 0.05


def note_tone(pitch_midi: float, *, length_s: float = 0.3, sample_rate_hz: int) -> Float32Array:
    """Samples of a soft tone.

    Parameters
    ----------
    pitch_midi : float
    length_s : float, s
    sample_rate_hz : int

    Returns
    -------
    float32 [shape=(n_samples,)], -1..1
        Begins and ends in silence.
    """
    n_samples = max(1, round(length_s * sample_rate_hz))
    times_s = np.arange(n_samples) / sample_rate_hz
    pitch_hz = float(midi_to_hz(pitch_midi))
    samples = np.zeros(n_samples)
    for number, weight in enumerate(_PARTIALS, start=1):
        if number * pitch_hz < sample_rate_hz / 2:
            samples += weight * np.sin(2.0 * np.pi * number * pitch_hz * times_s)
    rise = np.minimum(1.0, times_s / 0.005)
    fall = np.minimum(1.0, (n_samples - 1) / sample_rate_hz - times_s) / _FALL_S
    return np.asarray(_LEVEL * samples * rise * np.clip(fall, 0.0, 1.0), dtype=np.float32)
