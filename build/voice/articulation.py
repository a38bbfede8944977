"""How phonemes sound over time: levels of the voice, and the noises of consonants.

Levels are in dB against a loud sung vowel. Noises are events: a fixed spectrum with a
start, an end and edges, placed to the millisecond, so that bursts stay short and
closures stay silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from envelope import FREQUENCIES_HZ, power_db
from kana import SYMBOL_TYPES, VOWELS
from timing import FRAME_S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from colours import Colour
    from numpy.typing import NDArray
    from phrases import Phoneme, Phrase

LEVEL_STEP_S: Final = 0.001

VOICE_DB: Final[dict[str, float]] = {
    "a": 0.0, "e": -1.0, "o": -0.7, "i": -2.5, "u": -3.0, "N": -5.0,
    "m": -6.5, "n": -6.5, "my": -6.5, "ny": -6.5, "r": -9.0, "ry": -8.0, "w": -5.0, "y": -4.0,
    "b": -17.0, "by": -17.0, "d": -17.0, "g": -17.0, "gy": -17.0, "z": -15.0, "j": -17.0,
}  # fmt: skip
"""Level of the harmonic part; phonemes not named are unvoiced."""

VOICE_BARS: Final = frozenset({"b", "by", "d", "g", "gy", "j"})
FRICATION_DB: Final[dict[str, float]] = {
    "s": -10.5, "sh": -7.5, "ts": -10.0, "ch": -7.5, "z": -11.0, "j": -10.0,
    "h": -13.0, "hy": -11.0, "f": -13.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """Release of a stop: noise, then breath in the shape of the coming vowel."""

    level_db: float
    length_s: float
    breath_s: float
    breath_db: float


BURSTS: Final[dict[str, Burst]] = {
    "p": Burst(level_db=-9.0, length_s=0.008, breath_s=0.012, breath_db=-16.0),
    "py": Burst(level_db=-9.0, length_s=0.010, breath_s=0.024, breath_db=-14.0),
    "t": Burst(level_db=-6.0, length_s=0.009, breath_s=0.012, breath_db=-16.0),
    "k": Burst(level_db=-6.0, length_s=0.013, breath_s=0.020, breath_db=-14.0),
    "ky": Burst(level_db=-6.0, length_s=0.016, breath_s=0.028, breath_db=-12.0),
    "b": Burst(level_db=-14.0, length_s=0.006, breath_s=0.0, breath_db=0.0),
    "by": Burst(level_db=-14.0, length_s=0.007, breath_s=0.006, breath_db=-18.0),
    "d": Burst(level_db=-10.0, length_s=0.008, breath_s=0.0, breath_db=0.0),
    "g": Burst(level_db=-10.0, length_s=0.011, breath_s=0.004, breath_db=-18.0),
    "gy": Burst(level_db=-10.0, length_s=0.013, breath_s=0.008, breath_db=-16.0),
    "ts": Burst(level_db=-7.0, length_s=0.007, breath_s=0.0, breath_db=0.0),
    "ch": Burst(level_db=-6.0, length_s=0.007, breath_s=0.0, breath_db=0.0),
    "j": Burst(level_db=-11.0, length_s=0.007, breath_s=0.0, breath_db=0.0),
}
GLIDE_SHARE: Final = {"by": 0.42, "gy": 0.42, "my": 0.4, "ny": 0.4, "ry": 0.5}
"""Share of a voiced palatalised consonant that is its glide towards the vowel."""
GLIDE_DB: Final = -4.0
_CLOSURE_SHARE: Final = {"ts": 0.38, "ch": 0.36, "j": 0.38}
_VELAR_HZ: Final = {"a": 1700.0, "o": 1250.0, "u": 1450.0, "e": 2300.0, "i": 3000.0}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NoiseEvent:
    """A noise of fixed colour.

    ``timbre_db`` is float64 [shape=(1025,)] with a mean power of 0 dB.
    """

    start_s: float
    end_s: float
    attack_s: float
    release_s: float
    level_db: float
    timbre_db: NDArray[np.float64]
    is_burst: bool = False


def voice_amplitude(phrase: Phrase, colour: Colour) -> NDArray[np.float64]:
    """Amplitude of the harmonic part that the phonemes ask for.

    Parameters
    ----------
    phrase : Phrase
        Phonemes and times.
    colour : Colour
        Its attack after rests.

    Returns
    -------
    ndarray of float64 [shape=(5 * n_frames + 1,)]
        Every 1 ms from 0, 1 for a loud vowel, 0 where the voice rests.
    """
    n = round(phrase.n_frames * FRAME_S / LEVEL_STEP_S) + 1
    amplitude = np.zeros(n)
    time_s = np.arange(n) * LEVEL_STEP_S
    phonemes = phrase.phonemes
    goal = [_goal(p.symbol) for p in phonemes]
    for phoneme, level in zip(phonemes, goal, strict=True):
        first = round(phoneme.start_frame * FRAME_S / LEVEL_STEP_S)
        amplitude[first : round(phoneme.end_frame * FRAME_S / LEVEL_STEP_S)] = level
    goal_at_end = list(goal)
    for i, phoneme in enumerate(phonemes):
        if phoneme.symbol in GLIDE_SHARE:
            goal_at_end[i] = 10 ** (GLIDE_DB / 20)
            glide_s, end_s = glide_start_s(phoneme), phoneme.end_frame * FRAME_S
            rising = (time_s >= glide_s) & (time_s < end_s)
            blend = np.clip((time_s[rising] - glide_s) / 0.012, 0, 1)
            amplitude[rising] = goal[i] + (goal_at_end[i] - goal[i]) * blend
    for i in range(1, len(phonemes)):
        before, after = phonemes[i - 1], phonemes[i]
        if goal_at_end[i - 1] == goal[i]:
            continue
        border_s = after.start_frame * FRAME_S
        lead_s, lag_s = _edge_s(before.symbol, after.symbol, colour)
        lead_s = min(
            lead_s, (0.2 if before.symbol in GLIDE_SHARE else 0.45) * before.n_frames * FRAME_S
        )
        lag_s = min(lag_s, 0.45 * after.n_frames * FRAME_S)
        inside = (time_s >= border_s - lead_s) & (time_s < border_s + lag_s)
        x = (time_s[inside] - border_s + lead_s) / (lead_s + lag_s)
        blend = 0.5 - 0.5 * np.cos(np.pi * x)
        amplitude[inside] = goal_at_end[i - 1] + (goal[i] - goal_at_end[i - 1]) * blend
    return amplitude


def glide_start_s(phoneme: Phoneme) -> float:
    """When a palatalised consonant leaves its closure, s."""
    return (phoneme.end_frame - GLIDE_SHARE[phoneme.symbol] * phoneme.n_frames) * FRAME_S


def _goal(symbol: str) -> float:
    return float(10 ** (VOICE_DB[symbol] / 20)) if symbol in VOICE_DB else 0.0


def _edge_s(before: str, after: str, colour: Colour) -> tuple[float, float]:
    """How long before and after a border the voice changes its level."""
    if after in ("SP", "AP"):
        return 0.085, 0.0
    if before in ("SP", "AP"):
        return 0.0, colour.attack_s if SYMBOL_TYPES[after] == "vowel" else 0.012
    if after not in VOICE_DB:
        return 0.010, 0.004
    if before not in VOICE_DB:
        return 0.002, 0.012
    if {before, after} & {"w", "y"}:
        return 0.018, 0.018
    if SYMBOL_TYPES[before] == SYMBOL_TYPES[after] == "vowel":
        return 0.015, 0.015
    return 0.008, 0.008


def shape_consonants(timbre_db: NDArray[np.float64], phrase: Phrase) -> NDArray[np.float64]:
    """Give the voiced part of obstruents its own timbre: a voice bar, or a low buzz.

    Parameters
    ----------
    timbre_db : ndarray of float64 [shape=(n_frames, 1025)], dB
        Envelopes of the phrase.
    phrase : Phrase
        Its phonemes.

    Returns
    -------
    ndarray of float64 [shape=(n_frames, 1025)], dB
        A changed copy, again with a mean power of 0 dB in every frame.
    """
    shaped = timbre_db.copy()
    bar_db = -24 * np.log2(np.maximum(FREQUENCIES_HZ, 350) / 350)
    buzz_db = -12 * np.log2(np.maximum(FREQUENCIES_HZ, 900) / 900)
    for phoneme in phrase.phonemes:
        inside = slice(phoneme.start_frame, phoneme.end_frame)
        if phoneme.symbol in VOICE_BARS:
            if phoneme.symbol in GLIDE_SHARE:
                inside = slice(phoneme.start_frame, round(glide_start_s(phoneme) / FRAME_S))
            shaped[inside] = np.maximum(bar_db, -75)[None]
        elif phoneme.symbol == "z":
            shaped[inside] += buzz_db[None]
    # One frame on each side keeps the change of timbre from sounding like a click.
    soft = shaped.copy()
    soft[1:-1] = 0.25 * shaped[:-2] + 0.5 * shaped[1:-1] + 0.25 * shaped[2:]
    return soft - power_db(soft)[:, None]


def consonant_noises(
    timbre_db: NDArray[np.float64],
    source_level_db: NDArray[np.float64],
    phrase: Phrase,
    colour: Colour,
) -> list[NoiseEvent]:
    """Noises of all consonants and breaths of a phrase.

    Parameters
    ----------
    timbre_db : ndarray of float64 [shape=(n_frames, 1025)], dB
        Envelopes of the phrase (before ``shape_consonants``).
    source_level_db : ndarray of float64 [shape=(n_frames,)], dB
        Level of the HTS voice: finds the frames in which it hisses.
    phrase : Phrase
        Its phonemes.
    colour : Colour
        The vocal tract, for noises made by rule.

    Returns
    -------
    list of NoiseEvent
        In order of their phonemes.
    """
    events: list[NoiseEvent] = []
    for i, phoneme in enumerate(phrase.phonemes):
        following = _following_vowel(phrase.phonemes, i)
        if phoneme.symbol == "AP":
            events.append(_breath(phoneme, colour))
        elif phoneme.symbol in FRICATION_DB:
            events += _fricative(
                phoneme, following, timbre_db, source_level_db, colour, after=phrase.phonemes[i - 1]
            )
        elif phoneme.symbol in BURSTS:
            events += _stop(phoneme, following, timbre_db, colour)
    return events


def _following_vowel(phonemes: Sequence[Phoneme], i: int) -> Phoneme:
    return next((p for p in phonemes[i + 1 :] if p.symbol in VOWELS), phonemes[i])


def _vowel_timbre(vowel: Phoneme, timbre_db: NDArray[np.float64]) -> NDArray[np.float64]:
    """Timbre of the vowel soon after its start."""
    middle = min(vowel.start_frame + 5, vowel.end_frame - 1)
    return np.asarray(timbre_db[vowel.start_frame : middle + 1].mean(0))


def _stop(
    phoneme: Phoneme, vowel: Phoneme, timbre_db: NDArray[np.float64], colour: Colour
) -> list[NoiseEvent]:
    burst = BURSTS[phoneme.symbol]
    end_s, length_s = phoneme.end_frame * FRAME_S, phoneme.n_frames * FRAME_S
    if phoneme.symbol in GLIDE_SHARE:
        end_s = glide_start_s(phoneme) + 0.004
    # A hurried stop keeps its closure and shortens the breath after the burst.
    burst_s = min(burst.length_s, 0.3 * length_s)
    breath_s = min(burst.breath_s, 0.35 * length_s)
    start_s = end_s - breath_s - burst_s
    spectrum = burst_spectrum_db(phoneme.symbol, vowel.symbol, colour)
    events = [
        NoiseEvent(
            start_s=start_s, end_s=start_s + burst_s + 0.002, attack_s=0.001,
            release_s=0.7 * burst_s, level_db=burst.level_db, timbre_db=spectrum, is_burst=True,
        )
    ]  # fmt: skip
    if breath_s > 0:
        events.append(
            NoiseEvent(
                start_s=start_s + 0.5 * burst_s, end_s=end_s + 0.010, attack_s=0.004,
                release_s=0.012, level_db=burst.breath_db,
                timbre_db=_aspiration(phoneme, vowel, timbre_db),
            )
        )  # fmt: skip
    return events


def burst_spectrum_db(symbol: str, vowel: str, colour: Colour) -> NDArray[np.float64]:
    """Spectrum of a release by place: lips fall, teeth rise, velum has one peak.

    Parameters
    ----------
    symbol, vowel : str
        The stop and the vowel after it.
    colour : Colour
        Scales the peaks as it does formants.

    Returns
    -------
    ndarray of float64 [shape=(1025,)], dB
        Mean power 0 dB.
    """
    octaves = np.log2(np.maximum(FREQUENCIES_HZ, 60) / colour.high_ratio / 1000)

    def peak(center_hz: float, width_octaves: float, height_db: float) -> NDArray[np.float64]:
        x = (octaves - np.log2(center_hz / 1000)) / width_octaves
        return np.asarray(10 ** ((height_db - 4.3 * x**2) / 10))

    floor = 10**-4.0
    if symbol in ("p", "b", "py", "by"):
        power = 10 ** (-0.75 * np.maximum(octaves + 0.7, 0)) + floor
        power = power * (1 - np.exp(-((FREQUENCIES_HZ / 250) ** 2))) + floor
        if symbol in ("py", "by"):
            power = power + peak(2900, 0.35, -4)
    elif symbol in ("t", "d"):
        power = peak(4400, 0.6, 0) + peak(7500, 0.6, -2) + peak(1800, 0.5, -14) + floor
    elif symbol in ("k", "g", "ky", "gy"):
        center_hz = 3100.0 if symbol in ("ky", "gy") else _VELAR_HZ[vowel]
        power = peak(center_hz, 0.28, 0) + peak(min(2.9 * center_hz, 7500), 0.5, -11) + floor
    elif symbol == "ts":
        power = peak(7500, 0.5, 0) + peak(4800, 0.5, -4) + floor
    else:  # ch, j
        power = peak(3400, 0.45, 0) + peak(6000, 0.6, -3) + floor
    log_db = 10 * np.log10(power)
    return np.asarray(log_db - power_db(log_db))


def _aspiration(
    phoneme: Phoneme, vowel: Phoneme, timbre_db: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Breath after a burst: the vowel whispered, with a palatal hiss where it is due."""
    if phoneme.symbol not in ("ky", "py", "gy", "by"):
        return _whisper(_vowel_timbre(vowel, timbre_db))
    log_db = _whisper(timbre_db[vowel.start_frame])
    octaves = np.log2(np.maximum(FREQUENCIES_HZ, 60) / 3200)
    hiss_db = 10 * np.log10(10 ** (-0.5 * (octaves / 0.3) ** 2) + 1e-3) + log_db.max()
    log_db = np.maximum(log_db - 4, hiss_db)
    return np.asarray(log_db - power_db(log_db))


def _whisper(timbre_db: NDArray[np.float64]) -> NDArray[np.float64]:
    """A vowel's tract driven by breath: flatter, and weak below the first formant."""
    octaves = np.log2(np.maximum(FREQUENCIES_HZ, 300) / 300)
    low_db = 10 * np.log10(1 - np.exp(-((FREQUENCIES_HZ / 500) ** 2)) + 1e-4)
    log_db = timbre_db + 4.0 * np.minimum(octaves, 4) + low_db
    return np.asarray(log_db - power_db(log_db))


def _fricative(
    phoneme: Phoneme,
    vowel: Phoneme,
    timbre_db: NDArray[np.float64],
    source_level_db: NDArray[np.float64],
    colour: Colour,
    *,
    after: Phoneme,
) -> list[NoiseEvent]:
    symbol = phoneme.symbol
    start_s, end_s = phoneme.start_frame * FRAME_S, phoneme.end_frame * FRAME_S
    length_s = end_s - start_s
    events = []
    attack_s = 0.35 * length_s
    if symbol in _CLOSURE_SHARE:
        start_s += _CLOSURE_SHARE[symbol] * length_s
        burst = BURSTS[symbol]
        events.append(
            NoiseEvent(
                start_s=start_s, end_s=start_s + burst.length_s, attack_s=0.001,
                release_s=0.005, level_db=burst.level_db, is_burst=True,
                timbre_db=burst_spectrum_db(symbol, vowel.symbol, colour),
            )
        )  # fmt: skip
        attack_s = 0.004
    elif after.symbol in ("SP", "AP", "cl"):
        attack_s = 0.3 * length_s
    spectrum = _frication_spectrum(phoneme, vowel, timbre_db, source_level_db, colour)
    events.append(
        NoiseEvent(
            start_s=start_s - (0.004 if symbol not in _CLOSURE_SHARE else 0.0),
            end_s=end_s + 0.008, attack_s=attack_s, release_s=0.02,
            level_db=FRICATION_DB[symbol], timbre_db=spectrum,
        )
    )  # fmt: skip
    return events


def _frication_spectrum(
    phoneme: Phoneme,
    vowel: Phoneme,
    timbre_db: NDArray[np.float64],
    source_level_db: NDArray[np.float64],
    colour: Colour,
) -> NDArray[np.float64]:
    """The source's own hiss where it hisses most, cleared of voice below."""
    symbol = phoneme.symbol
    if symbol == "h":
        return _whisper(_vowel_timbre(vowel, timbre_db))
    octaves = np.log2(np.maximum(FREQUENCIES_HZ, 60) / colour.high_ratio / 1000)
    if symbol == "f":
        low = 10 ** (-0.35 * np.maximum(octaves + 0.5, 0)) * (
            1 - np.exp(-((FREQUENCIES_HZ / 400) ** 2))
        )
        hiss = 0.35 / (1 + np.exp(-(FREQUENCIES_HZ - 6500) / 900))
        log_db = 10 * np.log10(low + 0.25 * hiss + 1e-5)
        return np.asarray(log_db - power_db(log_db))
    inside = slice(phoneme.start_frame, phoneme.end_frame)
    high = FREQUENCIES_HZ > 2500
    hiss_db = source_level_db[inside] + power_db(timbre_db[inside][:, high])
    chosen = hiss_db >= hiss_db.max() - 6
    log_db = timbre_db[inside][chosen].mean(0)
    corner_hz = {"s": 2800, "ts": 2800, "z": 2800, "hy": 1900}.get(symbol, 1600)
    log_db = log_db - 10 * np.log10(1 + (corner_hz / np.maximum(FREQUENCIES_HZ, 40)) ** 4)
    if symbol == "hy":
        whisper = _whisper(_vowel_timbre(vowel, timbre_db))
        palatal = -6 * ((octaves - np.log2(3.4)) / 0.4) ** 2
        log_db = 0.5 * (log_db - power_db(log_db)) + 0.5 * np.maximum(whisper, palatal)
    return np.asarray(log_db - power_db(log_db))


def _breath(phoneme: Phoneme, colour: Colour) -> NoiseEvent:
    """Breathing in: wide resonances of an open mouth, rising then falling."""
    octaves = np.log2(np.maximum(FREQUENCIES_HZ, 60) / colour.high_ratio / 1000)
    power = (
        10 ** (-1.8 * ((octaves - np.log2(1.6)) / 0.55) ** 2)
        + 0.30 * 10 ** (-1.8 * ((octaves - np.log2(3.4)) / 0.35) ** 2)
        + 0.22 * 10 ** (-1.8 * ((octaves - np.log2(6.5)) / 0.6) ** 2)
        + 3e-4
    )
    log_db = 10 * np.log10(power)
    length_s = phoneme.n_frames * FRAME_S
    return NoiseEvent(
        start_s=phoneme.start_frame * FRAME_S + 0.02,
        end_s=phoneme.end_frame * FRAME_S - 0.03,
        attack_s=0.5 * length_s, release_s=0.25 * length_s, level_db=-20.0,
        timbre_db=np.asarray(log_db - power_db(log_db)),
    )  # fmt: skip
