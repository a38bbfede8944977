"""Spectral envelopes of a phrase on the 44.1 kHz grid, for one vocal tract.

The HTS voice gives timbre; level is ours (``articulation.py``). Its vowels collapse
towards silence before stops and rests, so where a frame has lost its level the timbre of
the nearest sound frame of the same phoneme is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from hts_source import ALL_PASS, N_COEFFICIENTS, SOURCE_RATE
from kana import RESTS, SYMBOL_TYPES
from timing import SAMPLE_RATE

if TYPE_CHECKING:
    from colours import Colour
    from numpy.typing import NDArray
    from phrases import Phrase

N_FFT: Final = 2048
FREQUENCIES_HZ: Final = np.arange(N_FFT // 2 + 1) * SAMPLE_RATE / N_FFT
_NEPER_TO_DB: Final = 20.0 / np.log(10.0)
_SOUND_DB: Final = 45.0
"""Level of the HTS voice (its own scale) below which a frame carries no timbre."""


def warped_basis(colour: Colour) -> NDArray[np.float64]:
    """Cosines that turn a mel-cepstrum into log amplitudes of the warped tract.

    Parameters
    ----------
    colour : Colour
        Its ratios say where each formant of the source goes.

    Returns
    -------
    ndarray of float64 [shape=(35, 1025)]
        Basis at the bins of a 2048-point spectrum at 44.1 kHz.
    """
    share = 1 / (1 + np.exp(-(FREQUENCIES_HZ - 1400) / 300))
    ratio = colour.low_ratio + (colour.high_ratio - colour.low_ratio) * share
    source_hz = np.minimum(FREQUENCIES_HZ / ratio, SOURCE_RATE / 2)
    omega = 2 * np.pi * source_hz / SOURCE_RATE
    bent = omega + 2 * np.arctan(ALL_PASS * np.sin(omega) / (1 - ALL_PASS * np.cos(omega)))
    return np.asarray(np.cos(np.arange(N_COEFFICIENTS)[:, None] * bent))


def timbre_db(
    cepstra: NDArray[np.float64], phrase: Phrase, colour: Colour
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Envelopes without level, and the level that the HTS voice had.

    Parameters
    ----------
    cepstra : ndarray of float64 [shape=(n_frames, 35)]
        Mel-cepstra of the HTS voice.
    phrase : Phrase
        Its phonemes.
    colour : Colour
        The vocal tract and glottis.

    Returns
    -------
    timbre_db : ndarray of float64 [shape=(n_frames, 1025)], dB
        Log amplitude with a mean power of 0 dB in every frame.
    source_level_db : ndarray of float64 [shape=(n_frames,)], dB
        Level of the source on its own scale; sung vowels lie at 70 to 90.
    """
    basis = warped_basis(colour)
    source_level_db = power_db(_NEPER_TO_DB * (cepstra @ basis))
    kept = cepstra[_sound_frames(source_level_db, phrase)]
    log_db = _NEPER_TO_DB * (_even_vowels(kept, phrase) @ basis)
    octaves = np.log2(np.maximum(FREQUENCIES_HZ, 700) / 700)
    presence = np.exp(-0.5 * (np.log2(np.maximum(FREQUENCIES_HZ, 50) / 3300) / 0.35) ** 2)
    log_db += colour.tilt_db_per_octave * octaves + colour.presence_db * presence
    return log_db - power_db(log_db)[:, None], source_level_db


def power_db(log_db: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean power over the band of log amplitudes [..., 1025], dB."""
    return np.asarray(10 * np.log10((10 ** (log_db / 10)).mean(-1) + 1e-30))


def _sound_frames(level_db: NDArray[np.float64], phrase: Phrase) -> NDArray[np.intp]:
    """For every frame the frame whose timbre it takes: itself, or the nearest with sound."""
    sound = np.zeros(len(level_db), bool)
    for phoneme in phrase.phonemes:
        if phoneme.symbol in RESTS or phoneme.symbol == "cl":
            continue
        own_db = level_db[phoneme.start_frame : phoneme.end_frame]
        floor_db = _SOUND_DB
        if SYMBOL_TYPES[phoneme.symbol] == "vowel":
            floor_db = max(floor_db, float(own_db.max()) - 13)
        sound[phoneme.start_frame : phoneme.end_frame] = own_db >= floor_db
    frames = np.arange(len(level_db))
    taken = frames.copy()
    all_sound = np.flatnonzero(sound)
    for phoneme in phrase.phonemes:
        inside = frames[phoneme.start_frame : phoneme.end_frame]
        own = inside[sound[inside]]
        # A phoneme without sound (a closure) borrows from its neighbours.
        pool = own if len(own) else all_sound
        taken[inside] = pool[np.abs(inside[:, None] - pool[None]).argmin(1)]
    return taken


def _even_vowels(cepstra: NDArray[np.float64], phrase: Phrase) -> NDArray[np.float64]:
    """Turn the steps between HTS states inside long vowels into slow movement.

    The running mean is as wide as the way to the vowel's nearer end, at most 0.6 s, so
    transitions to and from consonants stay as they are.
    """
    even = cepstra.copy()
    for phoneme in phrase.phonemes:
        if SYMBOL_TYPES[phoneme.symbol] != "vowel" or phoneme.symbol in RESTS:
            continue
        inside = slice(phoneme.start_frame, phoneme.end_frame)
        n = phoneme.n_frames
        place = np.arange(n)
        reach = np.minimum(np.minimum(place, n - 1 - place) // 2, 60)
        for _ in range(2):
            total = np.concatenate([np.zeros((1, cepstra.shape[1])), np.cumsum(even[inside], 0)])
            width = (2 * reach + 1)[:, None]
            even[inside] = (total[place + reach + 1] - total[place - reach]) / width
    return even
