"""Notes to words, words to slots, and predicted lengths to placed phonemes (contract 3.2-3.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from engine.phonemize.lyrics import Speller, Spelling, is_extension, is_hold
from engine.timing import TempoMap
from engine.types import (
    Float32Array,
    Int64Array,
    NoteId,
    PlacedPhoneme,
    Problem,
    RenderRequest,
    ScoreNote,
)
from engine.voicebank.bank import PhonemeTypes, Voicebank

ONSET_WINDOW_MS = 500.0  # slot 0 begins this long before the first anchor (contract 3.5)
MIN_PHONEME_TICKS = 10  # contract 3.1
RULE_CONSONANT_MS = 80.0  # where a bank has no duration model
_SHOWN_CHARS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A leading note, the notes that extend it, and its phonemes."""

    notes: tuple[ScoreNote, ...]
    spelling: Spelling

    @property
    def start_ticks(self) -> int:
        """Where the leading note starts."""
        return self.notes[0].start_ticks

    @property
    def end_ticks(self) -> int:
        """Where the last note ends."""
        return self.notes[-1].end_ticks


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotPhoneme:
    """A phoneme in a slot; ``word`` is None for the leading SP of the sentence."""

    symbol: str
    word: int | None
    index: int  # within its word


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What fills the time from one anchor to the next."""

    start_ticks: int
    key_midi: int
    phonemes: tuple[SlotPhoneme, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class SentencePlan:
    """A run of touching words as the duration model sees it.

    What tells a changed sentence from an unchanged one is there at once; what the model wants is
    made when it is asked for.
    """

    words: tuple[Word, ...]
    start_ticks: int  # slot 0, which holds the first consonants, begins here
    end_ticks: int
    room_ms: float  # that the first consonants may take: the gap before and half the note there
    tempo: TempoMap
    frame_ms: float
    types: PhonemeTypes

    @property
    def sentence_id(self) -> NoteId:
        """The first note's."""
        return self.words[0].notes[0].id

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Anchors with the phonemes up to the next one (contract 3.4)."""
        places: list[tuple[int, int]] = []  # start_ticks, key_midi of slots 1..
        contents: list[list[SlotPhoneme]] = [[SlotPhoneme(symbol="SP", word=None, index=0)]]
        for number, word in enumerate(self.words):
            symbols = word.spelling.symbols
            anchors = set(_anchors(symbols, self.types))
            free = [word.notes[0], *(n for n in word.notes[1:] if not is_hold(n.lyric))]
            for index, symbol in enumerate(symbols):
                if index in anchors and free:
                    note = free.pop(0)
                    places.append((note.start_ticks, note.key_midi))
                    contents.append([])
                contents[-1].append(SlotPhoneme(symbol=symbol, word=number, index=index))
        places.insert(0, (self.start_ticks, places[0][1]))
        return tuple(
            Slot(start_ticks=start, key_midi=key, phonemes=tuple(content))
            for (start, key), content in zip(places, contents, strict=True)
        )

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        """Tokens of all slots."""
        return tuple(p.symbol for slot in self.slots for p in slot.phonemes)

    @cached_property
    def word_div(self) -> Int64Array:
        """Phonemes of each slot, int64 [n_slots]."""
        return np.array([len(slot.phonemes) for slot in self.slots], dtype=np.int64)

    @cached_property
    def word_dur(self) -> Int64Array:
        """Frames of each slot, int64 [n_slots]."""
        edges = [slot.start_ticks for slot in self.slots] + [self.end_ticks]
        # Truncation toward zero of absolute times, as the contract has it (3.5).
        frames = [int(self.tempo.ticks_to_ms(edge) / self.frame_ms) for edge in edges]
        return np.maximum(np.diff(np.array(frames, dtype=np.int64)), 0)

    @cached_property
    def ph_midi(self) -> Int64Array:
        """Tone of each token, int64 [n_tokens]."""
        tones = np.array([slot.key_midi for slot in self.slots], dtype=np.int64)
        return np.repeat(tones, self.word_div)


def shown(text: str) -> str:
    """A lyric or symbol as a sentence quotes it: one short line, whatever was typed or read."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_CHARS else line[:_SHOWN_CHARS] + "…"


def plan_sentences(
    request: RenderRequest, bank: Voicebank
) -> tuple[tuple[SentencePlan, ...], tuple[Problem, ...]]:
    """Sentences of a request, and what could not be sung as written.

    A note that overlaps the one before is left out; an unknown lyric keeps its time in silence.
    Both become problems with the note's id.
    """
    problems: list[Problem] = []
    words = _words(request.notes, Speller(bank), bank, problems)
    frame_ms = (bank.duration or bank.acoustic).frame_ms
    types = bank.phoneme_types()
    plans: list[SentencePlan] = []
    begin = 0
    for index in range(1, len(words) + 1):
        if index < len(words) and words[index].start_ticks == words[index - 1].end_ticks:
            continue
        before = words[begin - 1] if begin else None
        plans.append(_plan(words[begin:index], before, request.tempo, frame_ms, types))
        begin = index
    return tuple(plans), tuple(problems)


def _words(
    notes: Sequence[ScoreNote], speller: Speller, bank: Voicebank, problems: list[Problem]
) -> list[Word]:
    words: list[Word] = []
    end_ticks: int | None = None
    for note in sorted(notes, key=lambda n: (n.start_ticks, n.end_ticks)):
        if note.length_ticks <= 0:
            problems.append(
                Problem(
                    code="empty-note",
                    sentence=f"The note '{shown(note.lyric)}' has no length and is not sung: draw "
                    "it longer.",
                    note_id=note.id,
                )
            )
            continue
        if end_ticks is not None and note.start_ticks < end_ticks:
            problems.append(
                Problem(
                    code="overlapping-note",
                    sentence=f"The note '{shown(note.lyric)}' begins before the one in front of it "
                    "ends and is not sung: move or shorten one of them.",
                    note_id=note.id,
                )
            )
            continue
        if words and note.start_ticks == end_ticks and is_extension(note.lyric):
            last = words[-1]
            words[-1] = Word(notes=(*last.notes, note), spelling=last.spelling)
        else:
            spelling = speller.spell(note)
            if spelling.rejected:
                problems.append(_rejection(note, spelling, bank))
            spelling = _overridden(note, spelling, speller, bank, problems)
            words.append(Word(notes=(note,), spelling=spelling))
        end_ticks = note.end_ticks
    return words


def _rejection(note: ScoreNote, spelling: Spelling, bank: Voicebank) -> Problem:
    bad = " ".join(spelling.rejected)
    if note.lyric.strip() == "" and not note.hint:
        what = "A note has no lyric and is silent: type one."
    elif spelling.is_placeholder:
        what = (
            f"'{shown(bad or note.lyric)}' is no word or phoneme that {bank.name} can sing, so the "
            "note is silent: write it in the voice's own script, or give phonemes in brackets."
        )
    else:
        what = (
            f"{bank.name} has no phoneme '{shown(bad)}' and sings '{shown(note.lyric)}' without "
            "it: choose another phoneme."
        )
    return Problem(code="unknown-lyric", sentence=what, note_id=note.id)


def _overridden(
    note: ScoreNote,
    spelling: Spelling,
    speller: Speller,
    bank: Voicebank,
    problems: list[Problem],
) -> Spelling:
    """The word with the phonemes that the user chose himself; one the voice lacks changes none."""
    if not note.overrides:
        return spelling
    symbols = list(spelling.symbols)
    for override in note.overrides:
        if override.symbol is None or not 0 <= override.index < len(symbols):
            continue
        resolved = speller.resolve(override.symbol, note.language)
        if resolved is not None:
            symbols[override.index] = resolved
            continue
        problems.append(
            Problem(
                code="unknown-phoneme",
                sentence=f"{bank.name} has no phoneme '{shown(override.symbol)}' and sings "
                f"'{symbols[override.index]}' in '{shown(note.lyric)}' instead: choose another "
                "phoneme.",
                note_id=note.id,
            )
        )
    return replace(spelling, symbols=tuple(symbols))


def _anchors(symbols: Sequence[str], types: PhonemeTypes) -> list[int]:
    """Indices of the symbols that begin a slot (contract 3.4)."""
    anchors = []
    for index, symbol in enumerate(symbols):
        if not types.is_vowel(symbol):
            continue
        if (
            index >= 2
            and types.is_glide(symbols[index - 1])
            and not types.is_vowel(symbols[index - 2])
        ):
            anchors.append(index - 1)
        else:
            anchors.append(index)
    return anchors or [0]


def _plan(
    words: Sequence[Word],
    before: Word | None,
    tempo: TempoMap,
    frame_ms: float,
    types: PhonemeTypes,
) -> SentencePlan:
    first_ms = tempo.ticks_to_ms(words[0].start_ticks)
    room_ms = ONSET_WINDOW_MS
    if before is not None:
        last = before.notes[-1]
        middle = (tempo.ticks_to_ms(last.start_ticks) + tempo.ticks_to_ms(last.end_ticks)) / 2
        room_ms = min(room_ms, first_ms - middle)
    return SentencePlan(
        words=tuple(words),
        start_ticks=tempo.ms_to_ticks(first_ms - ONSET_WINDOW_MS),
        end_ticks=words[-1].end_ticks,
        room_ms=room_ms,
        tempo=tempo,
        frame_ms=frame_ms,
        types=types,
    )


def rule_durations(plan: SentencePlan, bank: Voicebank) -> Float32Array:
    """Lengths by rule where a bank has no duration model, frames, float32 [shape=(n_tokens,)].

    Consonants last 80 ms, together at most half of their slot; vowels share the rest.
    """
    frame_ms = (bank.duration or bank.acoustic).frame_ms
    types = bank.phoneme_types()
    durations: list[float] = []
    for slot, n_frames in zip(plan.slots, plan.word_dur.tolist(), strict=True):
        vowels = [types.is_vowel(p.symbol) for p in slot.phonemes]
        n_consonants = len(vowels) - sum(vowels)
        consonant = RULE_CONSONANT_MS / frame_ms
        if n_consonants and any(vowels):
            consonant = min(consonant, 0.5 * n_frames / n_consonants)
        rest = max(0.0, n_frames - consonant * n_consonants) / max(1, sum(vowels))
        durations.extend(rest if vowel else consonant for vowel in vowels)
    return np.array(durations, dtype=np.float32)


def align(
    plan: SentencePlan, durations_frames: Float32Array, request: RenderRequest, bank: Voicebank
) -> tuple[PlacedPhoneme, ...]:
    """Place the phonemes of a sentence by the alignment rule, then by the user's own offsets.

    Parameters
    ----------
    plan : SentencePlan
    durations_frames : float32 [shape=(n_tokens,)], frames, >= 0
    request : RenderRequest
    bank : Voicebank

    Returns
    -------
    tuple of PlacedPhoneme
        In order, without the leading SP and without silent placeholders.

    Source: contract 3.5.
    """
    frame_ms = (bank.duration or bank.acoustic).frame_ms
    tempo = request.tempo
    lengths = np.maximum(np.nan_to_num(np.asarray(durations_frames, dtype=np.float64)), 0.0)
    edges_ms = [tempo.ticks_to_ms(slot.start_ticks) for slot in plan.slots]
    edges_ms.append(tempo.ticks_to_ms(plan.end_ticks))
    starts_ms: list[float] = []
    position = 0
    for number, slot in enumerate(plan.slots):
        own = lengths[position : position + len(slot.phonemes)]
        position += len(slot.phonemes)
        if number == 0:
            spans = own[1:] * frame_ms
            total = float(spans.sum())
            if total > plan.room_ms:
                spans = spans * (plan.room_ms / total)
                total = plan.room_ms
            begin = edges_ms[1] - total
            starts_ms.extend([edges_ms[0], *(begin + np.cumsum(spans) - spans).tolist()])
            continue
        window = edges_ms[number + 1] - edges_ms[number]
        total = float(own.sum())
        spans = own * (window / total) if total > 0 else np.full(len(own), window / len(own))
        starts_ms.extend((edges_ms[number] + np.cumsum(spans) - spans).tolist())
    phonemes = [p for slot in plan.slots for p in slot.phonemes][1:]
    starts = [tempo.ms_to_ticks(ms) for ms in starts_ms[1:]]
    return _finish(plan, phonemes, starts, tempo, bank.phoneme_types())


def _finish(
    plan: SentencePlan,
    phonemes: Sequence[SlotPhoneme],
    starts: list[int],
    tempo: TempoMap,
    types: PhonemeTypes,
) -> tuple[PlacedPhoneme, ...]:
    words = plan.words
    for i, phoneme in enumerate(phonemes):
        if phoneme.word is None:
            continue
        note = words[phoneme.word].notes[0]
        for override in note.overrides:
            if override.index != phoneme.index:
                continue
            if override.place_ticks is not None:
                starts[i] = note.start_ticks + override.place_ticks
            if override.offset_ticks is not None:
                starts[i] += override.offset_ticks
    if starts and starts[-1] >= plan.end_ticks:  # moved past its own end, it would not be heard
        starts[-1] = plan.end_ticks - MIN_PHONEME_TICKS
    for i in range(len(starts) - 2, -1, -1):
        starts[i] = min(starts[i], starts[i + 1] - MIN_PHONEME_TICKS)
    placed: list[PlacedPhoneme] = []
    for i, phoneme in enumerate(phonemes):
        if phoneme.word is None or words[phoneme.word].spelling.is_placeholder:
            continue
        end = words[phoneme.word].end_ticks
        if i + 1 < len(phonemes):
            follower = phonemes[i + 1].word
            touches = follower is not None and follower != phoneme.word
            silent = follower is not None and words[follower].spelling.is_placeholder
            # What the next note sings ends this one even when it begins late (contract 3.5).
            end = starts[i + 1] if touches and not silent else min(starts[i + 1], end)
        placed.append(
            PlacedPhoneme(
                symbol=phoneme.symbol,
                note_id=words[phoneme.word].notes[0].id,
                index=phoneme.index,
                start_ms=tempo.ticks_to_ms(starts[i]),
                end_ms=tempo.ticks_to_ms(end),
                start_ticks=starts[i],
                end_ticks=end,
                is_vowel=types.is_vowel(phoneme.symbol),
            )
        )
    return tuple(placed)
