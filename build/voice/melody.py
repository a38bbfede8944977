"""The sung pitch: a smooth reading of the score with a singer's habits.

The habits depend on the score alone (interval, note length, place in the phrase), so a
pitch model can learn them; chance adds a drift of a few cents and a tiny jitter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from timing import FRAME_S

if TYPE_CHECKING:
    from colours import Colour
    from numpy.typing import NDArray
    from phrases import Phrase

VIBRATO_MIN_NOTE_S: Final = 0.45
DRIFT_SD_CENTS: Final = 2.0
JITTER_SD_CENTS: Final = 0.6
_DIPS_CENTS: Final = {"b": 22, "by": 22, "d": 22, "g": 24, "gy": 24, "j": 24, "z": 20, "r": 12}


def smooth(values: NDArray[np.float64], n_frames: int) -> NDArray[np.float64]:
    """Hann-weighted running mean over an odd number of frames, edges held."""
    kernel = np.hanning(n_frames + 2)[1:-1]
    padded = np.pad(values, n_frames // 2, mode="edge")
    return np.convolve(padded, kernel / kernel.sum(), mode="valid")


def sung_pitch(phrase: Phrase, colour: Colour) -> NDArray[np.float64]:
    """Sing the melody of a phrase.

    Parameters
    ----------
    phrase : Phrase
        Score and phonemes.
    colour : Colour
        Habits of glide, overshoot, scoop and vibrato.

    Returns
    -------
    ndarray of float64 [shape=(n_frames,)]
        Pitch as fractional MIDI number, every 5 ms, continuous through consonants and
        rests. Note medians lie within 3 cents of the score.
    """
    time_s: NDArray[np.float64] = np.arange(phrase.n_frames, dtype=np.float64) * FRAME_S
    starts_s = np.array(phrase.note_starts()) * FRAME_S
    sung = [i for i, note in enumerate(phrase.notes) if not note.is_rest]
    pitch = np.full(len(time_s), float(phrase.notes[sung[0]].midi or 0))
    previous = sung[0]
    for i in sung:
        note, length_s = phrase.notes[i], phrase.notes[i].n_frames * FRAME_S
        start_s = float(starts_s[i])
        after_rest = i == 0 or phrase.notes[i - 1].is_rest
        step = float((note.midi or 0) - (phrase.notes[previous].midi or 0))
        shorter_s = min(note.n_frames, phrase.notes[i - 1].n_frames) * FRAME_S
        pitch += _glide(time_s, start_s, step, shorter_s, colour, after_rest=after_rest)
        if after_rest:
            # Scoop: the voice starts low in the consonant and arrives soon after the onset.
            depth = 0.01 * colour.scoop_cents * min(length_s / 0.3, 1.0)
            pitch -= depth * _bump(time_s, start_s - 0.07, 0.11)
        if i + 1 == len(phrase.notes) or phrase.notes[i + 1].is_rest:
            end_s = start_s + length_s
            pitch -= 0.35 * min(length_s / 0.3, 1.0) * _bump(time_s, end_s + 0.01, 0.05)
        pitch += _vibrato(time_s, start_s, length_s, colour)
        previous = i
    for phoneme in phrase.phonemes:
        if phoneme.symbol in _DIPS_CENTS:
            center_s = (phoneme.start_frame + 0.5 * phoneme.n_frames) * FRAME_S
            pitch -= 0.01 * _DIPS_CENTS[phoneme.symbol] * _bump(time_s, center_s, 0.04)
    rng = phrase.generator("melody")
    drift = smooth(rng.standard_normal(len(time_s)), 61)
    drift -= smooth(drift, 121)  # slower than a note, it would put whole notes out of tune
    jitter = smooth(rng.standard_normal(len(time_s)), 5)
    pitch += 0.01 * DRIFT_SD_CENTS * drift / max(float(drift.std()), 1e-9)
    return pitch + 0.01 * JITTER_SD_CENTS * jitter / max(float(jitter.std()), 1e-9)


def _glide(
    time_s: NDArray[np.float64],
    start_s: float,
    step: float,
    length_s: float,
    colour: Colour,
    *,
    after_rest: bool,
) -> NDArray[np.float64]:
    """Move by ``step`` semitones so that the vowel starts nearly in tune.

    ``length_s`` is the shorter of the two notes: hurried notes leave no time for habits.
    """
    if step == 0:
        return np.zeros_like(time_s)
    width_s = min(colour.glide_s + 0.0025 * min(abs(step), 8), 0.3 * length_s + 0.02, 0.09)
    center_s = start_s - 0.42 * width_s - (0.06 if after_rest else 0.0)
    moved = step * 0.5 * (1 + np.tanh((time_s - center_s) / (0.25 * width_s)))
    if after_rest:
        return moved
    size = np.sign(step) * min(abs(step), 5) * min((length_s / 0.25) ** 2, 1.0)
    arrived_s = center_s + 0.75 * width_s
    overshoot = colour.overshoot_ratio * size * _bump(time_s, arrived_s, 0.045)
    preparation = (
        0.7 * colour.overshoot_ratio * size * _bump(time_s, center_s - 0.9 * width_s, 0.045)
    )
    return np.asarray(moved + overshoot - preparation)


def _bump(time_s: NDArray[np.float64], center_s: float, half_width_s: float) -> NDArray[np.float64]:
    """Raised cosine of height 1."""
    x = np.clip((time_s - center_s) / half_width_s, -1, 1)
    return 0.5 * (1 + np.cos(np.pi * x))


def _vibrato(
    time_s: NDArray[np.float64], start_s: float, length_s: float, colour: Colour
) -> NDArray[np.float64]:
    """Delayed vibrato that grows and ends before the note does."""
    if length_s < VIBRATO_MIN_NOTE_S:
        return np.zeros_like(time_s)
    delay_s = min(colour.vibrato_delay_s, 0.5 * length_s)
    depth = 0.01 * colour.vibrato_cents * min(0.55 + 0.45 * length_s, 1.35)
    since_s = time_s - start_s - delay_s
    grown = np.clip(since_s / 0.3, 0, 1)
    fading = np.clip((start_s + length_s - 0.04 - time_s) / 0.12, 0, 1)
    return np.asarray(depth * grown * fading * np.sin(2 * np.pi * colour.vibrato_hz * since_s))


def midi_to_hz(midi: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fractional MIDI numbers to Hz, A4 = 440 Hz."""
    return 440.0 * 2.0 ** ((midi - 69.0) / 12.0)
