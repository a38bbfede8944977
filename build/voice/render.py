"""From envelopes, levels and noises to the harmonic and the aperiodic stem.

The harmonic stem is a train of band-limited pulses, each through the minimum-phase
filter of its moment. The aperiodic stem is shaped noise in steps of 1.5 ms, and where
the voice sounds it swells with every pulse. Both are rendered apart, so the labels that
are measured on them are exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from articulation import LEVEL_STEP_S, NoiseEvent, consonant_noises, shape_consonants
from articulation import voice_amplitude as sung_amplitude
from envelope import FREQUENCIES_HZ, N_FFT, timbre_db
from numpy.fft import irfft, rfft
from timing import FRAME_S, SAMPLE_RATE, frames_to_samples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from colours import Colour
    from expression import Expression
    from numpy.typing import NDArray
    from phrases import Phrase

FULL_LEVEL: Final = 0.15
"""RMS of a loud vowel at 0 dB, of full scale."""
PULSE_JITTER: Final = 0.0004
"""Random shift of a pulse, as a share of the period."""
PEAK_LIMIT: Final = 0.97
VOICED_FLOOR_DB: Final = -50.0
_NOISE_WINDOW: Final = 256
_NOISE_HOP: Final = 64
_NOISE_FFT: Final = 512
_PULSES_AT_ONCE: Final = 256
_DB_TO_NEPER: Final = np.log(10.0) / 20.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stems:
    """A rendered phrase.

    ``harmonic`` and ``aperiodic`` are float32 [shape=(n_samples,)]; ``voiced`` is bool
    [shape=(n_frames,)], every 5 ms.
    """

    harmonic: NDArray[np.float32]
    aperiodic: NDArray[np.float32]
    voiced: NDArray[np.bool_]


def render_phrase(
    phrase: Phrase,
    cepstra: NDArray[np.float64],
    f0_hz: NDArray[np.float64],
    expression: Expression,
    colour: Colour,
) -> Stems:
    """Sing a phrase.

    Parameters
    ----------
    phrase : Phrase
        Phonemes and times.
    cepstra : ndarray of float64 [shape=(n_frames, 35)]
        Mel-cepstra of the HTS voice.
    f0_hz : ndarray of float64 [shape=(n_frames,)], Hz, > 0
        Sung pitch every 5 ms.
    expression : Expression
        Control curves.
    colour : Colour
        Who sings.

    Returns
    -------
    Stems
        Peaks of the sum stay below 0.97.
    """
    plain_db, source_level_db = timbre_db(cepstra, phrase, colour)
    noises = consonant_noises(plain_db, source_level_db, phrase, colour)
    voice_db = shape_consonants(plain_db, phrase)
    tilted_db, level_db = _tense(voice_db, f0_hz, expression.tension)
    level_db += expression.gain_db
    n_samples = frames_to_samples(phrase.n_frames)
    frame_s = np.arange(phrase.n_frames) * FRAME_S
    amplitude = sung_amplitude(phrase, colour)
    amplitude_s = np.arange(len(amplitude)) * LEVEL_STEP_S
    gain = 10 ** (np.interp(amplitude_s, frame_s, level_db + expression.harmonic_db) / 20)
    cycles = _cycles(f0_hz, n_samples)
    rng = phrase.generator("render")
    harmonic = _pulse_train(tilted_db, FULL_LEVEL * amplitude * gain, f0_hz, cycles, n_samples, rng)
    breath_gain = 10 ** (
        np.interp(amplitude_s, frame_s, level_db + expression.breath_db + colour.breath_db) / 20
    )
    voice_noise = _shaped_noise(
        voice_db + _aperiodicity_db()[None], FULL_LEVEL * amplitude * breath_gain, n_samples, rng
    )
    voice_noise *= _pulse_swell(cycles)
    # Half of the breath control reaches consonants: it is an air flow, not their effort.
    consonant_gain = 10 ** (
        np.interp(amplitude_s, frame_s, expression.gain_db + 0.5 * expression.breath_db) / 20
    )
    event_noise = _event_noise(noises, FULL_LEVEL * consonant_gain, n_samples, rng)
    aperiodic = voice_noise + event_noise
    peak = float(np.abs(harmonic + aperiodic).max())
    scale = min(1.0, PEAK_LIMIT / max(peak, 1e-9))
    harmonic *= scale
    return Stems(
        harmonic=harmonic.astype(np.float32),
        aperiodic=(aperiodic * scale).astype(np.float32),
        voiced=_voiced(harmonic, phrase.n_frames),
    )


def _aperiodicity_db() -> NDArray[np.float64]:
    """Noise of a modal voice against its envelope: little below 4 kHz, more above."""
    steps_hz = np.array([0, 1000, 3000, 6000, 8000, 12000, 22050])
    return np.interp(FREQUENCIES_HZ, steps_hz, [-36, -34, -28, -19, -15, -10, -8])


def _tense(
    voice_db: NDArray[np.float64], f0_hz: NDArray[np.float64], tension: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Tilt harmonics against the fundamental; say the gain that keeps the level.

    Returns the tilted envelopes [shape=(n_frames, 1025)] and gains [shape=(n_frames,)], dB.
    """
    octaves = np.log2(np.maximum(FREQUENCIES_HZ[None], f0_hz[:, None]) / f0_hz[:, None])
    tilted_db = voice_db + 5.0 * tension[:, None] * np.minimum(octaves, 2.0)
    before_db = _harmonic_power_db(voice_db, f0_hz)
    after_db = _harmonic_power_db(tilted_db, f0_hz)
    # Singers even out what a note gains when a harmonic meets a formant, mostly.
    return tilted_db, (before_db - after_db) - 0.7 * np.clip(before_db, -9, 6)


def _harmonic_power_db(
    log_db: NDArray[np.float64], f0_hz: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Power of a pulse train through envelopes, dB against white noise through them."""
    spacing_hz = SAMPLE_RATE / N_FFT
    power = np.zeros(len(f0_hz))
    rows = np.arange(len(f0_hz))
    for number in range(1, int(9000 / f0_hz.min()) + 1):
        place = number * f0_hz / spacing_hz
        lower = np.minimum(place.astype(np.intp), N_FFT // 2 - 1)
        share = np.minimum(place - lower, 1.0)
        at_db = (1 - share) * log_db[rows, lower] + share * log_db[rows, lower + 1]
        power += np.where(number * f0_hz < 9000, 10 ** (at_db / 10), 0.0)
    return np.asarray(10 * np.log10(power * f0_hz / (SAMPLE_RATE / 2) + 1e-12))


def _cycles(f0_hz: NDArray[np.float64], n_samples: int) -> NDArray[np.float64]:
    """Phase of the voice at every sample, in cycles."""
    position = np.arange(n_samples) / (FRAME_S * SAMPLE_RATE)
    f0 = np.interp(position, np.arange(len(f0_hz)), f0_hz)
    return np.concatenate([[0.0], np.cumsum(0.5 * (f0[1:] + f0[:-1]))]) / SAMPLE_RATE


def _no_rumble_db() -> NDArray[np.float64]:
    """High pass at 45 Hz: a pulse train has a constant part that no mouth radiates."""
    squares = FREQUENCIES_HZ**2
    return np.asarray(20 * np.log10(squares / (squares + 45.0**2) + 1e-3))


def _minimum_phase(log_db: NDArray[np.float64]) -> NDArray[np.complex64]:
    """Complex log spectra [shape=(n, 1025)] with minimum phase, by folding cepstra."""
    cepstra = irfft((log_db * _DB_TO_NEPER).astype(np.float32), axis=1)
    cepstra[:, 1 : N_FFT // 2] *= 2
    cepstra[:, N_FFT // 2 + 1 :] = 0
    return np.asarray(rfft(cepstra, axis=1), np.complex64)


def _pulse_train(
    log_db: NDArray[np.float64],
    amplitude: NDArray[np.float64],
    f0_hz: NDArray[np.float64],
    cycles: NDArray[np.float64],
    n_samples: int,
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    """Pulses of the voice through the filters of their moments.

    ``log_db`` is [n_frames, 1025] every 5 ms, ``amplitude`` is per 1 ms.
    """
    numbers = np.arange(1, int(cycles[-1]))
    place = np.interp(numbers, cycles, np.arange(n_samples))
    period = SAMPLE_RATE / np.interp(place / (FRAME_S * SAMPLE_RATE), np.arange(len(f0_hz)), f0_hz)
    place += PULSE_JITTER * period * rng.standard_normal(len(place))
    strength = np.interp(place / SAMPLE_RATE / LEVEL_STEP_S, np.arange(len(amplitude)), amplitude)
    strength *= np.sqrt(period)
    heard = strength > 1e-6
    place, strength = place[heard], strength[heard]
    filters = _minimum_phase(log_db + _no_rumble_db()[None])
    turn = (-2j * np.pi / N_FFT * np.arange(N_FFT // 2 + 1)).astype(np.complex64)
    out = np.zeros(n_samples + N_FFT)
    for first in range(0, len(place), _PULSES_AT_ONCE):
        at = place[first : first + _PULSES_AT_ONCE]
        whole = np.floor(at).astype(np.intp)
        frame = np.clip(at / (FRAME_S * SAMPLE_RATE), 0, len(log_db) - 1.001)
        lower = frame.astype(np.intp)
        share = (frame - lower).astype(np.float32)[:, None]
        log_filter = filters[lower] * (1 - share) + filters[lower + 1] * share
        log_filter += (at - whole).astype(np.float32)[:, None] * turn
        pulses = irfft(np.exp(log_filter), axis=1)
        pulses *= strength[first : first + _PULSES_AT_ONCE, None]
        for start, pulse in zip(whole.tolist(), pulses, strict=True):
            if start >= 0:
                out[start : start + N_FFT] += pulse
    return out[:n_samples]


def _pulse_swell(cycles: NDArray[np.float64]) -> NDArray[np.float64]:
    """Breath noise swells once a cycle, mean power 1."""
    depth = 0.55
    return np.asarray(
        (1 + depth * np.cos(2 * np.pi * (cycles - 0.12))) / np.sqrt(1 + 0.5 * depth**2)
    )


def _noise_frames(n_samples: int, rng: np.random.Generator) -> NDArray[np.complex64]:
    """Spectra of windowed white noise, [n_steps, 257], one step each 64 samples."""
    n_steps = n_samples // _NOISE_HOP + 5
    noise = rng.standard_normal(n_steps * _NOISE_HOP + _NOISE_WINDOW).astype(np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(noise, _NOISE_WINDOW)[::_NOISE_HOP]
    window = np.hanning(_NOISE_WINDOW + 1)[:-1].astype(np.float32) / 2
    padded = np.zeros((n_steps, _NOISE_FFT), np.float32)
    # In the middle, so that a zero-phase filter spreads to both sides without wrapping.
    padded[:, 128:384] = windows[:n_steps] * window
    return np.asarray(rfft(padded, axis=1))


def _overlap_add(spectra: NDArray[np.complex64], n_samples: int) -> NDArray[np.float64]:
    blocks = irfft(spectra, axis=1)
    n_steps = len(blocks)
    per_block = _NOISE_FFT // _NOISE_HOP
    out = np.zeros((n_steps + per_block, _NOISE_HOP))
    for part in range(per_block):
        out[part : part + n_steps] += blocks[:, part * _NOISE_HOP : (part + 1) * _NOISE_HOP]
    return out.ravel()[_NOISE_FFT // 2 :][:n_samples]


def _step_times_s(n_steps: int) -> NDArray[np.float64]:
    """Time of the centre of every noise step."""
    return np.arange(n_steps) * _NOISE_HOP / SAMPLE_RATE


def _shaped_noise(
    log_db: NDArray[np.float64],
    amplitude: NDArray[np.float64],
    n_samples: int,
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    """White noise through envelopes every 5 ms with an amplitude every 1 ms."""
    spectra = _noise_frames(n_samples, rng)
    time_s = _step_times_s(len(spectra))
    frame = np.clip(time_s / FRAME_S, 0, len(log_db) - 1.001)
    lower = frame.astype(np.intp)
    share = (frame - lower)[:, None]
    coarse_db = log_db[:, :: N_FFT // _NOISE_FFT]
    shape_db = coarse_db[lower] * (1 - share) + coarse_db[lower + 1] * share
    level = np.interp(time_s / LEVEL_STEP_S, np.arange(len(amplitude)), amplitude)
    spectra *= (10 ** (shape_db / 20) * level[:, None]).astype(np.float32)
    return _overlap_add(spectra, n_samples)


def _event_noise(
    events: Sequence[NoiseEvent],
    gain: NDArray[np.float64],
    n_samples: int,
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    """Noise of all events; ``gain`` is every 1 ms."""
    spectra = _noise_frames(n_samples, rng)
    time_s = _step_times_s(len(spectra))
    power = np.zeros(spectra.shape)
    for event in events:
        inside = np.flatnonzero((time_s >= event.start_s) & (time_s <= event.end_s))
        if not len(inside):
            continue
        x = time_s[inside]
        rise = np.clip((x - event.start_s) / event.attack_s, 0, 1)
        fall = np.clip((event.end_s - x) / event.release_s, 0, 1)
        edge = np.sin(0.5 * np.pi * np.minimum(rise, fall)) ** 2
        level = edge * np.interp(x / LEVEL_STEP_S, np.arange(len(gain)), gain)
        shape = 10 ** ((event.timbre_db[:: N_FFT // _NOISE_FFT] + event.level_db) / 10)
        power[inside] += level[:, None] ** 2 * shape[None]
    spectra *= np.sqrt(power).astype(np.float32)
    return _overlap_add(spectra, n_samples)


def _voiced(harmonic: NDArray[np.float64], n_frames: int) -> NDArray[np.bool_]:
    """Frames of 5 ms whose harmonic level (10 ms around) lies above -50 dB of full scale."""
    half = round(0.005 * SAMPLE_RATE)
    energy = np.concatenate([[0.0], np.cumsum(np.square(harmonic))])
    center = np.round(np.arange(n_frames) * FRAME_S * SAMPLE_RATE).astype(np.intp)
    first, last = np.maximum(center - half, 0), np.minimum(center + half, len(harmonic))
    power = (energy[last] - energy[first]) / (last - first)
    return np.asarray(power > 10 ** (VOICED_FLOOR_DB / 10))
