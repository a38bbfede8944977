"""The phrase plan: what is sung, on which notes, with which timing, from a seed.

A phrase is a score (notes with kana) and the phonemes of a singer reading it: the vowel
starts with its note and the onset consonant takes its time from the note before. All
times are whole frames of 5 ms, so labels, audio and transcription agree exactly.
"""

from __future__ import annotations

import itertools
import zlib
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from kana import CORE_MORAE, VOWELS, WORD_STARTS
from timing import FRAMES_PER_S, s_to_frames

LOWEST_MIDI: Final = 52
HIGHEST_MIDI: Final = 81
USUAL_MIDI: Final = (55, 77)
MIN_CONSONANT_FRAMES: Final = 6
MIN_PHONEME_FRAMES: Final = 5
"""The HTS models have five states and give each at least one frame."""

CONSONANT_S: Final[dict[str, float]] = {
    "k": 0.070, "ky": 0.085, "g": 0.055, "gy": 0.070, "s": 0.110, "sh": 0.115, "z": 0.080,
    "j": 0.080, "t": 0.065, "ch": 0.095, "ts": 0.095, "d": 0.050, "n": 0.060, "ny": 0.075,
    "h": 0.070, "hy": 0.085, "f": 0.080, "b": 0.055, "by": 0.070, "p": 0.070, "py": 0.085,
    "m": 0.065, "my": 0.080, "r": 0.040, "ry": 0.055, "y": 0.065, "w": 0.060,
}  # fmt: skip
"""Length of an onset consonant before an unhurried note, s."""

_COMMON = (
    "あいうえおかきくけこさしすせそたちつてとなにのはひふへほまみむめもやゆよらりるれろ"
    "わんがでだどば"
)
_STEPS_SEMITONES = (-7, -5, -4, -3, -2, -2, -1, 0, 0, 1, 2, 2, 3, 4, 5, 7, 12, -12)
_STEP_WEIGHTS = np.array([3, 4, 4, 5, 9, 9, 6, 6, 6, 6, 9, 9, 5, 4, 4, 3, 0.7, 0.7])


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note of the score; ``midi`` is None in a rest, ``lyric`` is "+" on a slur."""

    midi: int | None
    n_frames: int
    lyric: str

    @property
    def is_rest(self) -> bool:
        """Whether nothing is sung."""
        return self.midi is None

    @property
    def is_slur(self) -> bool:
        """Whether the note continues the vowel before it."""
        return self.lyric == "+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phoneme:
    """One sung phoneme on the frame grid; ``i_note`` is the note its vowel belongs to."""

    symbol: str
    start_frame: int
    n_frames: int
    i_note: int

    @property
    def end_frame(self) -> int:
        """First frame after the phoneme."""
        return self.start_frame + self.n_frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A score and its phonemes."""

    name: str
    speaker: str
    style: str
    seed: tuple[int, ...]
    notes: tuple[Note, ...]
    phonemes: tuple[Phoneme, ...]

    @property
    def n_frames(self) -> int:
        """Length of the phrase."""
        return self.phonemes[-1].end_frame

    def note_starts(self) -> list[int]:
        """Start frame of every note."""
        return [0, *itertools.accumulate(n.n_frames for n in self.notes)][:-1]

    def word_lengths(self) -> list[int]:
        """Number of phonemes from each vowel or rest up to the next one."""
        starts = [i for i, p in enumerate(self.phonemes) if p.symbol in WORD_STARTS]
        ends = [*starts[1:], len(self.phonemes)]
        return [end - start for start, end in zip(starts, ends, strict=True)]

    def generator(self, purpose: str) -> np.random.Generator:
        """Random numbers for one purpose; drawing more for one never shifts another."""
        return np.random.default_rng([*self.seed, zlib.crc32(purpose.encode())])


@cache
def _cycle(seed: int, speaker: str, number: int) -> tuple[str, ...]:
    """All core morae in one random order."""
    rng = np.random.default_rng([seed, zlib.crc32(speaker.encode()), 77, number])
    return tuple(rng.permutation(sorted(CORE_MORAE)).tolist())


def plan_phrase(*, seed: int, speaker: str, index: int) -> Phrase:
    """Plan one phrase.

    Parameters
    ----------
    seed : int
        Seed of the whole corpus, >= 0.
    speaker : str
        Name of the voice colour; each gets phrases of its own.
    index : int
        Number of the phrase, >= 0. Every fourth phrase is "neutral".

    Returns
    -------
    Phrase
        The same for the same arguments, whatever else was planned before.
    """
    phrase_seed = (seed, zlib.crc32(speaker.encode()), index)
    rng = np.random.default_rng([*phrase_seed, 0])
    notes = _draw_notes(rng, seed=seed, speaker=speaker, index=index)
    return Phrase(
        name=f"phrase{index:04d}",
        speaker=speaker,
        style="neutral" if index % 4 == 0 else "varied",
        seed=phrase_seed,
        notes=tuple(notes),
        phonemes=tuple(place_phonemes(notes, np.random.default_rng([*phrase_seed, 1]))),
    )


def _draw_notes(rng: np.random.Generator, *, seed: int, speaker: str, index: int) -> list[Note]:
    n_morae = int(rng.integers(10, 16))
    tempo = float(rng.choice([0.75, 1.0, 1.3]))
    center_midi = float(rng.uniform(57, 74))
    midi = round(center_midi)
    notes = [_rest("SP", rng.uniform(0.2, 0.32))]
    number = index * 9  # position in the endless run of shuffled cycles
    since_rest = 0
    previous_vowel = ""
    for i in range(n_morae):
        if rng.random() < 0.6:
            n_core = len(CORE_MORAE)
            lyric = _cycle(seed, speaker, number // n_core)[number % n_core]
            number += 1
        elif previous_vowel in VOWELS and rng.random() < 0.1:
            lyric = "あいうえお"["aiueo".index(previous_vowel)]
        elif rng.random() < 0.18:
            lyric = str(rng.choice(["ん", "っ"]))
        else:
            lyric = str(rng.choice(list(_COMMON)))
        if since_rest == 0 and lyric in ("ん", "っ"):
            lyric = "ら" if lyric == "っ" else "な"
        if lyric == "っ" and (i == n_morae - 1 or previous_vowel == "cl"):
            lyric = "た"
        length_s = float(np.clip(np.exp(rng.normal(-1.05, 0.5)) / tempo, 0.13, 1.6))
        if rng.random() < 0.06 or (i == n_morae - 1 and rng.random() < 0.35):
            length_s = float(rng.uniform(0.9, 2.5))
        if lyric == "っ":
            length_s = float(rng.uniform(0.09, 0.17))
        if lyric == "ん":
            length_s = min(length_s, 0.9)
        notes.append(Note(midi=midi, n_frames=s_to_frames(length_s), lyric=lyric))
        previous_vowel = CORE_MORAE[lyric][-1]
        since_rest += 1
        if previous_vowel in VOWELS and rng.random() < 0.1:
            midi = _step(midi, center_midi, rng, narrow=True)
            slur_s = float(np.clip(np.exp(rng.normal(-1.15, 0.4)) / tempo, 0.13, 0.9))
            notes.append(Note(midi=midi, n_frames=s_to_frames(slur_s), lyric="+"))
        midi = _step(midi, center_midi, rng, narrow=False)
        wants_rest = since_rest >= 3 and i < n_morae - 3 and lyric != "っ"
        if wants_rest and rng.random() < 0.13:
            rest = "AP" if rng.random() < 0.6 else "SP"
            notes.append(_rest(rest, rng.uniform(0.22, 0.5)))
            since_rest = 0
            previous_vowel = ""
    notes.append(_rest("SP", rng.uniform(0.25, 0.45)))
    return notes


def _rest(symbol: str, length_s: float) -> Note:
    return Note(midi=None, n_frames=s_to_frames(float(length_s)), lyric=symbol)


def _step(midi: int, center_midi: float, rng: np.random.Generator, *, narrow: bool) -> int:
    """Next pitch of the melody, drawn back to its centre and kept in the range."""
    if narrow:
        step = int(rng.choice([-3, -2, -2, -1, 1, 2, 2, 3]))
    else:
        step = int(rng.choice(_STEPS_SEMITONES, p=_STEP_WEIGHTS / _STEP_WEIGHTS.sum()))
        if (midi - center_midi) * step > 0 and rng.random() < min(abs(midi - center_midi) / 9, 1):
            step = -step
    low, high = USUAL_MIDI if rng.random() < 0.9 else (LOWEST_MIDI, HIGHEST_MIDI)
    reached = midi + step
    if not low <= reached <= high:
        reached = midi - step
    return int(np.clip(reached, LOWEST_MIDI, HIGHEST_MIDI))


def place_phonemes(notes: list[Note], rng: np.random.Generator) -> list[Phoneme]:
    """Read a score as a singer does: vowels on the notes, consonants before them.

    A consonant has its usual length, shortened when the note before or its own note
    is short, spread by 6 % (log-normal), and never more than half the note before.

    Parameters
    ----------
    notes : list of Note
        The score; the first note is a rest.
    rng : Generator
        Spread of the consonants.

    Returns
    -------
    list of Phoneme
        In order, without gaps; slurred notes lengthen their vowel.
    """
    symbols: list[str] = []
    lengths: list[int] = []
    owners: list[int] = []
    room = 0  # frames of the last vowel or rest that a consonant may take
    for i_note, note in enumerate(notes):
        if note.is_slur:
            lengths[-1] += note.n_frames
            room = note.n_frames
            continue
        sung = (note.lyric,) if note.is_rest else CORE_MORAE[note.lyric]
        for consonant in sung[:-1]:
            before_s = room / FRAMES_PER_S
            own_s = note.n_frames / FRAMES_PER_S
            hurry = min(before_s / 0.32, 1.0) ** 0.4 * min(own_s / 0.32, 1.0) ** 0.15
            wanted_s = CONSONANT_S[consonant] * hurry * float(np.exp(rng.normal(0.0, 0.06)))
            taken = max(s_to_frames(wanted_s), MIN_CONSONANT_FRAMES)
            taken = min(taken, room // 2, room - MIN_PHONEME_FRAMES)
            lengths[-1] -= taken
            symbols.append(consonant)
            lengths.append(taken)
            owners.append(i_note)
        symbols.append(sung[-1])
        lengths.append(note.n_frames)
        owners.append(i_note)
        room = note.n_frames
    ends = np.cumsum(lengths).tolist()
    return [
        Phoneme(symbol=s, start_frame=end - n, n_frames=n, i_note=i)
        for s, n, i, end in zip(symbols, lengths, owners, ends, strict=True)
    ]
