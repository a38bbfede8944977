"""Audio to frames: log-mel, levels, tension, and durations in frames.

Definitions follow contract Appendix A, so that community vocoders and banks
fit. Frames are not centred: frame ``i`` covers the window that starts at
sample ``i * hop - (win - hop) / 2``; curves are sampled at ``i * hop``.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.training.config import MelConfig

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FLOOR_DB = -96.0
TENSION_CLIP = 1e-4
TENSION_LEVEL_DB = -60.0
_LINEAR_HZ_PER_MEL = 200.0 / 3.0
_LOG_START_HZ = 1000.0
_LOG_STEP = np.log(6.4) / 27.0


def hz_to_slaney_mel(frequency_hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Frequency to the Slaney mel scale (linear below 1 kHz, then log).

    Parameters
    ----------
    frequency_hz : float64 [shape=(n,)], Hz, >= 0

    Returns
    -------
    float64 [shape=(n,)], mel
    """
    linear = frequency_hz / _LINEAR_HZ_PER_MEL
    ratio = np.maximum(frequency_hz, _LOG_START_HZ) / _LOG_START_HZ
    logarithmic = _LOG_START_HZ / _LINEAR_HZ_PER_MEL + np.log(ratio) / _LOG_STEP
    return np.where(frequency_hz < _LOG_START_HZ, linear, logarithmic)


def slaney_mel_to_hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    """Inverse of `hz_to_slaney_mel`.

    Parameters
    ----------
    mel : float64 [shape=(n,)], mel

    Returns
    -------
    float64 [shape=(n,)], Hz
    """
    start = _LOG_START_HZ / _LINEAR_HZ_PER_MEL
    logarithmic = _LOG_START_HZ * np.exp(_LOG_STEP * (np.maximum(mel, start) - start))
    return np.where(mel < start, mel * _LINEAR_HZ_PER_MEL, logarithmic)


@lru_cache(maxsize=4)
def mel_filterbank(config: MelConfig) -> Floats:
    """Triangular filters of equal area on the Slaney scale.

    Parameters
    ----------
    config : MelConfig

    Returns
    -------
    float32 [shape=(n_mels, fft_samples / 2 + 1)], weight per FFT bin
    """
    limits = hz_to_slaney_mel(np.array([config.low_hz, config.high_hz]))
    edges_hz = slaney_mel_to_hz(np.linspace(limits[0], limits[1], config.n_mels + 2))
    bins_hz = np.arange(config.fft_samples // 2 + 1) * config.sample_rate_hz / config.fft_samples
    low, centre, high = edges_hz[:-2, None], edges_hz[1:-1, None], edges_hz[2:, None]
    rising = (bins_hz[None] - low) / (centre - low)
    falling = (high - bins_hz[None]) / (high - centre)
    weights = np.maximum(0.0, np.minimum(rising, falling)) * (2.0 / (high - low))
    return weights.astype(np.float32)


def hann(n_samples: int) -> Floats:
    """Periodic Hann window.

    Parameters
    ----------
    n_samples : int

    Returns
    -------
    float32 [shape=(n_samples,)], 0..1
    """
    phase = 2.0 * np.pi * np.arange(n_samples) / n_samples
    return (0.5 - 0.5 * np.cos(phase)).astype(np.float32)


def frame_windows(audio: Floats, config: MelConfig) -> Floats:
    """Overlapping windows of a recording, reflected at both ends.

    Parameters
    ----------
    audio : float32 [shape=(n_samples,)], -1..1

    Returns
    -------
    float32 [shape=(n_samples // hop, win)], a view where possible
    """
    pad = (config.win_samples - config.hop_samples) // 2
    mode = "reflect" if len(audio) > pad else "constant"
    padded = np.pad(audio, (pad, pad + config.hop_samples), mode=mode)  # type: ignore[call-overload]  # mode is one of two literals
    n_frames = len(audio) // config.hop_samples
    windows = np.lib.stride_tricks.sliding_window_view(padded, config.win_samples)
    return windows[:: config.hop_samples][:n_frames]


def log_mel(audio: Floats, config: MelConfig) -> Floats:
    """Natural-log mel magnitude spectrogram.

    Parameters
    ----------
    audio : float32 [shape=(n_samples,)], -1..1

    Returns
    -------
    float32 [shape=(n_samples // hop, n_mels)], ln of magnitude, >= ln(floor)

    Source: contract Appendix A (default mel).
    """
    windows = frame_windows(audio, config) * hann(config.win_samples)
    magnitude = np.abs(np.fft.rfft(windows, config.fft_samples)).astype(np.float32)
    mel = magnitude @ mel_filterbank(config).T
    return np.log(np.maximum(mel, config.floor)).astype(np.float32)


def rms_db(audio: Floats, config: MelConfig) -> Floats:
    """Level of each frame.

    Parameters
    ----------
    audio : float32 [shape=(n_samples,)], -1..1

    Returns
    -------
    float32 [shape=(n_samples // hop,)], dB re full scale, >= -96
    """
    power = np.mean(np.square(frame_windows(audio, config), dtype=np.float64), axis=1)
    level = 10.0 * np.log10(np.maximum(power, 1e-12))
    return np.maximum(level, FLOOR_DB).astype(np.float32)


def tension_logit(harmonic: Floats, f0_hz: Floats, config: MelConfig) -> Floats:
    """Share of the harmonics above the fundamental, as a logit.

    Where the harmonic part is too weak to measure, the value of the nearest
    measurable frames is interpolated, so that the curve is continuous.

    Parameters
    ----------
    harmonic : float32 [shape=(n_samples,)], harmonic part of the recording
    f0_hz : float32 [shape=(n_frames,)], Hz, > 0, at the frames

    Returns
    -------
    float32 [shape=(n_frames,)], logit, within +-9.21

    Source: contract Appendix A (feature meaning).
    """
    windows = frame_windows(harmonic, config) * hann(config.win_samples)
    power = np.square(np.abs(np.fft.rfft(windows, config.fft_samples)))
    position = f0_hz[: len(power)] * config.fft_samples / config.sample_rate_hz
    distance = np.abs(np.arange(power.shape[1])[None] - position[:, None])
    fundamental = np.where(distance <= 2.2, power, 0.0).sum(axis=1)
    total = power.sum(axis=1) + 1e-12
    ratio = np.sqrt(np.clip((total - fundamental) / total, 0.0, 1.0))
    ratio = np.clip(ratio, TENSION_CLIP, 1.0 - TENSION_CLIP)
    logit = np.log(ratio / (1.0 - ratio))
    strong = rms_db(harmonic, config) > TENSION_LEVEL_DB
    if not strong.any():
        return np.zeros(len(logit), np.float32)
    frames = np.arange(len(logit))
    return np.interp(frames, frames[strong], logit[strong]).astype(np.float32)


def seconds_to_frames(durations_s: Sequence[float], frame_ms: float) -> Ints:
    """Durations in seconds to whole frames by the running-sum rule.

    Parameters
    ----------
    durations_s : float64 [shape=(n,)], s, >= 0
    frame_ms : float, length of a frame in ms

    Returns
    -------
    int64 [shape=(n,)], frames, >= 0

    Source: contract 3.7, rounding rule.
    """
    running_ms = np.cumsum(np.asarray(durations_s, np.float64)) * 1000.0
    boundaries = np.rint(running_ms / frame_ms + 0.5).astype(np.int64)
    return np.diff(boundaries, prepend=0)


def fit_frames(durations_frames: Ints, n_frames: int) -> Ints:
    """Make durations sum to a given length, changing the end.

    Parameters
    ----------
    durations_frames : int64 [shape=(n,)], frames, >= 0
    n_frames : int, wanted sum, >= 0

    Returns
    -------
    int64 [shape=(n,)], frames, >= 0, summing to ``n_frames``

    Source: contract 3.7, fitting a second list.
    """
    fitted = np.array(durations_frames, np.int64)
    fitted[-1] += n_frames - fitted.sum()
    for index in range(len(fitted) - 1, 0, -1):
        if fitted[index] >= 0:
            break
        fitted[index - 1] += fitted[index]
        fitted[index] = 0
    return fitted


def sample_curve(values: Floats, step_s: float, n_frames: int, config: MelConfig) -> Floats:
    """Sample an evenly stepped curve at the start of every frame.

    Parameters
    ----------
    values : float32 [shape=(n_values,)], value ``k`` belongs to ``k * step_s``
    step_s : float, s
    n_frames : int

    Returns
    -------
    float32 [shape=(n_frames,)], same unit; the ends hold
    """
    frame_s = np.arange(n_frames) * config.hop_samples / config.sample_rate_hz
    steps_s = np.arange(len(values)) * step_s
    return np.interp(frame_s, steps_s, values).astype(np.float32)


def fill_rest_notes(notes_midi: Sequence[float | None]) -> tuple[Floats, NDArray[np.bool_]]:
    """Give rests the pitch of their neighbours.

    Parameters
    ----------
    notes_midi : sequence of float or None, MIDI number, None for a rest

    Returns
    -------
    midi : float32 [shape=(n_notes,)], MIDI number
    rest : bool [shape=(n_notes,)]

    Source: contract 3.9, tones of rest runs.
    """
    rest = np.array([note is None for note in notes_midi], bool)
    midi = np.array([60.0 if note is None else note for note in notes_midi], np.float32)
    sounding = np.flatnonzero(~rest)
    if len(sounding) == 0:
        return midi, rest
    midi[: sounding[0]] = midi[sounding[0]]
    midi[sounding[-1] + 1 :] = midi[sounding[-1]]
    for before, after in itertools.pairwise(sounding):
        middle = (before + 1 + after + 1) // 2
        midi[before + 1 : middle] = midi[before]
        midi[middle:after] = midi[after]
    return midi, rest
