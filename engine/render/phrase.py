"""Placed phonemes to phrases, and a phrase to the frames of one model (contract 3.6-3.9)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from engine.phonemize.lyrics import is_extension
from engine.timing import TempoMap
from engine.types import (
    Float32Array,
    Int64Array,
    PhraseId,
    PhraseLayout,
    PlacedPhoneme,
    RenderRequest,
    ScoreNote,
)
from engine.units import HEAD_FRAMES, TAIL_FRAMES, durations_ms_to_frames
from engine.voicebank.bank import Voicebank

_RESTS = ("SP", "AP")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PhraseFrames:
    """A phrase on the frame grid of one model, with SP before and after.

    ``durations`` int64 [N] frames a token, ``note_midi`` float32 [M], ``note_rest`` bool [M],
    ``note_dur`` int64 [M] frames a note; both lists of frames sum to ``n_frames``.
    """

    symbols: tuple[str, ...]
    durations: Int64Array
    n_frames: int
    start_ms: float
    frame_ms: float
    note_midi: Float32Array
    note_rest: npt.NDArray[np.bool_]
    note_dur: Int64Array

    def word_division(self, is_vowel: Callable[[str], bool]) -> tuple[Int64Array, Int64Array]:
        """Phonemes and frames a word (contract 3.8, head and tail SP in the outer words).

        Returns
        -------
        word_div, word_dur : int64 [shape=(n_words,)]
            Summing to the number of tokens and of frames.
        """
        inner = self.symbols[1:-1]
        found = [i for i, symbol in enumerate(inner) if is_vowel(symbol)] or [len(inner) - 1]
        edges = [0, *(index + 1 for index in found), len(self.symbols)]
        word_div = np.diff(np.array(edges, dtype=np.int64))
        # Upstream keeps the first word's onset and the head SP together, and so do we: a word
        # begins at its vowel, so the first group ends before the first vowel.
        running = np.concatenate([[0], np.cumsum(self.durations)])
        word_dur = np.diff(running[edges])
        return word_div.astype(np.int64), word_dur.astype(np.int64)

    def frame_times_ms(self) -> npt.NDArray[np.float64]:
        """Absolute time of each frame, float64 [shape=(n_frames,)]."""
        frames = np.arange(self.n_frames, dtype=np.float64)
        return np.asarray(self.start_ms + frames * self.frame_ms)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PhraseScore:
    """A phrase with the notes that its pitch depends on, touching neighbours included."""

    layout: PhraseLayout
    notes: tuple[ScoreNote, ...]
    tempo: TempoMap

    def frames(self, frame_ms: float) -> PhraseFrames:
        """The phrase on the grid of a model with this frame length."""
        phonemes = self.layout.phonemes
        head_ms, tail_ms = HEAD_FRAMES * frame_ms, TAIL_FRAMES * frame_ms
        lengths = [head_ms, *(p.end_ms - p.start_ms for p in phonemes), tail_ms]
        durations = durations_ms_to_frames(lengths, frame_ms=frame_ms)
        # The padding is whole frames; only float noise on an exact tie could say otherwise.
        durations[0], durations[-1] = HEAD_FRAMES, TAIL_FRAMES
        n_frames = int(durations.sum())
        note_ms, note_midi, note_rest = self._note_list(head_ms, tail_ms)
        note_dur = fit_frames(durations_ms_to_frames(note_ms, frame_ms=frame_ms), n_frames)
        return PhraseFrames(
            symbols=("SP", *(p.symbol for p in phonemes), "SP"),
            durations=durations,
            n_frames=n_frames,
            start_ms=self.layout.start_ms - head_ms,
            frame_ms=frame_ms,
            note_midi=fill_rests(note_midi, note_rest),
            note_rest=np.array(note_rest, dtype=np.bool_),
            note_dur=note_dur,
        )

    def _note_list(
        self, head_ms: float, tail_ms: float
    ) -> tuple[list[float], list[float], list[bool]]:
        """Lengths, tones and rests of the pitch model's notes (contract 3.9, clipped by R-19)."""
        layout, tempo = self.layout, self.tempo
        lengths: list[float] = []
        tones: list[float] = []
        rests: list[bool] = []
        previous_end: float | None = None
        for note in self.notes:
            start = max(tempo.ticks_to_ms(note.start_ticks), layout.start_ms)
            end = min(tempo.ticks_to_ms(note.end_ticks), layout.end_ms)
            if end <= start:
                continue
            if previous_end is None:
                lengths.append(max(0.0, start - layout.start_ms + head_ms))
                tones.append(0.0)
                rests.append(True)
            elif start > previous_end:
                lengths.append(start - previous_end)
                tones.append(0.0)
                rests.append(True)
            lengths.append(end - start)
            tones.append(note.key_midi + note.cents / 100.0)
            rests.append(rests[-1] if is_extension(note.lyric) else self._is_rest(note))
            previous_end = end
        if previous_end is None:
            lengths.append(head_ms)
            tones.append(0.0)
            rests.append(True)
        lengths.append(tail_ms)
        tones.append(0.0)
        rests.append(True)
        return lengths, tones, rests

    def _is_rest(self, note: ScoreNote) -> bool:
        return not any(
            p.is_vowel and p.symbol not in _RESTS
            for p in self.layout.phonemes
            if p.start_ticks < note.end_ticks - 1 and p.end_ticks > note.start_ticks + 1
        )


def fit_frames(frames: Int64Array, n_frames: int) -> Int64Array:
    """Make a list of frames sum to ``n_frames`` by changing its end (contract 3.7)."""
    fitted = frames.copy()
    fitted[-1] += n_frames - int(fitted.sum())
    for index in range(len(fitted) - 1, 0, -1):
        if fitted[index] >= 0:
            break
        fitted[index - 1] += fitted[index]
        fitted[index] = 0
    return fitted


def fill_rests(tones_midi: Sequence[float], rests: Sequence[bool]) -> Float32Array:
    """Give rests the tone of their neighbours (contract 3.9), float32 [shape=(n_notes,)]."""
    filled = np.array(tones_midi, dtype=np.float32)
    sounding = [index for index, rest in enumerate(rests) if not rest]
    if not sounding:
        filled[:] = 60.0
        return filled
    filled[: sounding[0]] = filled[sounding[0]]
    filled[sounding[-1] + 1 :] = filled[sounding[-1]]
    for before, after in pairwise(sounding):
        middle = (before + 1 + after + 1) // 2
        filled[before + 1 : middle] = filled[before]
        filled[middle:after] = filled[after]
    return filled


def split_phrases(
    request: RenderRequest, bank: Voicebank, placed: Sequence[PlacedPhoneme]
) -> tuple[PhraseScore, ...]:
    """Maximal runs of touching phonemes (contract 3.6), in order of time."""
    phonemes = sorted(placed, key=lambda p: p.start_ticks)
    notes = sorted(request.notes, key=lambda n: n.start_ticks)
    starts = [note.start_ticks for note in notes]
    ends = [note.end_ticks for note in notes]
    for index in range(len(ends) - 1):
        ends[index + 1] = max(ends[index], ends[index + 1])
    phrases: list[PhraseScore] = []
    used: set[str] = set()
    run: list[PlacedPhoneme] = []
    for index, phoneme in enumerate(phonemes):
        following = phonemes[index + 1] if index + 1 < len(phonemes) else None
        if following is not None and phoneme.end_ticks > following.start_ticks:
            # A next sentence's onset reaches into this one's last vowel, which then ends there.
            phoneme = replace(phoneme, end_ticks=following.start_ticks, end_ms=following.start_ms)
        if phoneme.end_ticks > phoneme.start_ticks:
            run.append(phoneme)
        if run and (following is None or following.start_ticks != run[-1].end_ticks):
            first, last = run[0], run[-1]
            # A touching neighbour on either side belongs to the phrase's pitch.
            low = bisect_left(ends, first.start_ticks)
            high = bisect_right(starts, last.end_ticks)
            phrases.append(
                PhraseScore(
                    layout=PhraseLayout(
                        phrase_id=_unique(first, used),
                        start_ms=first.start_ms,
                        end_ms=last.end_ms,
                        phonemes=tuple(run),
                        note_ids=tuple(dict.fromkeys(p.note_id for p in run)),
                    ),
                    notes=_without_overlaps(notes[low:high]),
                    tempo=request.tempo,
                )
            )
            run = []
    return tuple(phrases)


def notes_touching(
    notes: Sequence[ScoreNote], first_ticks: int, end_ticks: int
) -> tuple[ScoreNote, ...]:
    """The notes that a phrase's pitch depends on, as `split_phrases` gives them to it."""
    ordered = sorted(notes, key=lambda note: note.start_ticks)
    low = next((i for i, n in enumerate(ordered) if n.end_ticks >= first_ticks), len(ordered))
    high = bisect_right([note.start_ticks for note in ordered], end_ticks)
    return _without_overlaps(ordered[low:high])


def _unique(first: PlacedPhoneme, used: set[str]) -> PhraseId:
    name, count = str(first.note_id), 1
    while name in used:
        count += 1
        name = f"{first.note_id}.{count}"
    used.add(name)
    return PhraseId(name)


def _without_overlaps(notes: Sequence[ScoreNote]) -> tuple[ScoreNote, ...]:
    kept: list[ScoreNote] = []
    for note in notes:
        if note.length_ticks > 0 and (not kept or note.start_ticks >= kept[-1].end_ticks):
            kept.append(note)
    return tuple(kept)
