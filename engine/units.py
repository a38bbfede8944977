"""Conversions between the units of pitch, level and frames. Absolute values in, absolute out."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64] | npt.NDArray[np.float32]

A4_HZ = 440.0
A4_MIDI = 69.0
HEAD_FRAMES = 8  # SP before every phrase (contract 3.7)
TAIL_FRAMES = 8  # SP after every phrase (contract 3.7)
DB_FLOOR = -96.0  # lower end of energy, breathiness and voicing (contract 2.5)
TENSION_LIMIT = 10.0  # tension is a logit within plus or minus this (contract 2.5)


def midi_to_hz(pitch_midi: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Frequency in Hz of a fractional MIDI number (contract 4.3)."""
    pitch = np.asarray(pitch_midi, dtype=np.float64)
    return np.asarray(A4_HZ * np.exp2((pitch - A4_MIDI) / 12.0))


def hz_to_midi(f0_hz: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Fractional MIDI number of a frequency above 0 Hz."""
    return np.asarray(A4_MIDI + 12.0 * np.log2(np.asarray(f0_hz, dtype=np.float64) / A4_HZ))


def db_to_ratio(level_db: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Amplitude ratio of a level in dB."""
    return np.asarray(np.power(10.0, np.asarray(level_db, dtype=np.float64) / 20.0))


def frame_length_ms(*, sample_rate_hz: int, hop_samples: int) -> float:
    """Length of one frame in ms, rounded once to float32 as upstream does (rule R-18)."""
    return float(np.float32(1000.0 * hop_samples) / np.float32(sample_rate_hz))


def durations_ms_to_frames(
    durations_ms: npt.ArrayLike, *, frame_ms: float
) -> npt.NDArray[np.int64]:
    """Frames of consecutive durations by the running-sum rule (contract 3.7).

    Parameters
    ----------
    durations_ms : float64 [shape=(n,)], ms, >= 0
    frame_ms : float, ms

    Returns
    -------
    int64 [shape=(n,)]
        Boundary ``b_i = round_half_even(A_i / frame_ms + 0.5)``; ``frames_i = b_i - b_(i-1)``.

    Raises
    ------
    ValueError
        When a duration is negative or not finite.
    """
    durations = np.asarray(durations_ms, dtype=np.float64)
    if durations.size and not (np.isfinite(durations).all() and (durations >= 0).all()):
        raise ValueError("durations must be finite and not negative")
    boundaries = np.rint(np.cumsum(durations) / frame_ms + 0.5).astype(np.int64)
    return np.diff(boundaries, prepend=np.int64(0))
