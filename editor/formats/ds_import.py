"""``.ds`` files of any origin to a song (contract 5.1-5.3, R-23).

Times in a ``.ds`` are seconds without a tempo; the song gets one at which a tick is a millisecond.
What the file gives is kept as what the user wrote: phonemes as hints, their places as overrides,
f0 and the other curves as drawn.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from editor.errors import SongFileError
from editor.model.project import Note, Part, Project, Track
from engine.timing import Tempo
from engine.types import (
    ColourWeight,
    CurveLayers,
    CurveSegment,
    NoteId,
    Parameter,
    PhonemeOverride,
)
from engine.units import hz_to_midi

MAX_BYTES = 256 << 20
MAX_NUMBERS = 4_000_000  # in one list: twelve hours of frames
MAX_SECONDS = 24 * 3600.0
BPM = 125.0  # 480 ticks in 480 ms
MS_PER_TICK = 60000.0 / (BPM * 480)
_CURVES = {
    "energy": Parameter.ENERGY,
    "breathiness": Parameter.BREATHINESS,
    "voicing": Parameter.VOICING,
    "tension": Parameter.TENSION,
    "gender": Parameter.GENDER,
    "velocity": Parameter.VELOCITY,
    "expr": Parameter.EXPRESSIVENESS,
}
_STATIC = ("gender", "expr")  # may be one number instead of a curve
_RESTS = ("SP", "AP")
# Symbols behind a vowel that close its syllable; all others open the next one.
_CODAS = frozenset({"N", "cl", "q", "Q"})
_NOTE = re.compile(r"([A-Ga-g])([#b♯♭]?)(-?\d{1,2})([+-]\d{1,4})?$")
_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
Float64Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """Notes that share one syllable group, and its phonemes in order."""

    start_s: float
    notes: tuple[tuple[float, float | None], ...]  # length in seconds, tone (None: rest)
    symbols: tuple[str, ...]


def read_ds(path: Path) -> tuple[Project, tuple[str, ...]]:
    """Read a ``.ds`` file, and what of it could not be taken over.

    Raises
    ------
    SongFileError
        When it is no ``.ds``, or a key that is there has another type or length than it must.
    """
    segments = _segments(path)
    reader = _Reader(path)
    for number, raw in enumerate(segments):
        reader.add(number, raw)
    return reader.project(segments), tuple(reader.warnings)


def _segments(path: Path) -> list[dict[str, Any]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SongFileError(
                f"{path} is larger than a .ds file can be ({MAX_BYTES >> 20} MiB): check it.",
                code="file-too-large",
                path=path,
            )
        content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise SongFileError(
            f"{path} cannot be read ({error.strerror}): check the name and your rights.",
            code="cannot-read",
            path=path,
        ) from error
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SongFileError(
            f"{path} is no .ds file ({error}): a .ds file is a JSON list of phrases.",
            code="bad-ds",
            path=path,
        ) from error
    segments = found if isinstance(found, list) else [found]
    if not segments or not all(isinstance(segment, dict) for segment in segments):
        raise SongFileError(
            f"{path} is no .ds file: it must be a JSON list of phrases, and is something else.",
            code="bad-ds",
            path=path,
        )
    return segments


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path
        self.warnings: list[str] = []
        self._notes: list[Note] = []
        self._curves: dict[Parameter, list[CurveSegment]] = {}
        self._colours: dict[str, list[CurveSegment]] = {}
        self._shares: dict[str, float] = {}
        self._names: list[str] = []  # phonemes of the segment at hand

    def project(self, segments: Sequence[Mapping[str, Any]]) -> Project:
        seeds = [self._integer(raw, number, "seed") for number, raw in enumerate(segments)]
        curves = {name: CurveLayers(drawn=tuple(parts)) for name, parts in self._curves.items()}
        notes = self._without_overlaps()
        part = Part(id="part1", name=self._path.stem, notes=notes, curves=MappingProxyType(curves))
        colours = tuple(
            ColourWeight(
                colour=name, weight=self._shares.get(name, 0.0), curve=tuple(self._colours[name])
            )
            if name in self._colours
            else ColourWeight(colour=name, weight=self._shares[name])
            for name in sorted(self._shares.keys() | self._colours.keys())
        )
        return Project(
            name=self._path.stem,
            tempos=(Tempo(start_ticks=0, bpm=BPM),),
            tracks=(Track(id="track1", name=self._path.stem, parts=(part,), colours=colours),),
            seed=next((seed for seed in seeds if seed is not None), 0),
        )

    def add(self, number: int, raw: Mapping[str, Any]) -> None:
        """Take over one segment."""
        offset_s = self._scalar(raw, number, "offset") or 0.0
        if not 0.0 <= offset_s <= MAX_SECONDS:
            raise self._wrong(number, "offset", "is not a time within a day")
        symbols = self._words(raw, number, "ph_seq")
        if not symbols:
            raise self._wrong(number, "ph_seq", "is missing: without phonemes nothing can be sung")
        self._names = symbols
        durations = self._numbers(raw, number, "ph_dur", n_wanted=len(symbols), low=0.0)
        if durations is not None and float(durations.sum()) > MAX_SECONDS:
            raise self._wrong(number, "ph_dur", "adds up to more than a day")
        groups = self._groups(raw, number, len(symbols))
        f0 = self._curve(raw, number, "f0_seq", "f0_timestep")
        words = self._from_notes(raw, number, symbols, groups, offset_s)
        if words is None:
            words = self._from_phonemes(number, symbols, durations, f0, offset_s)
        starts = None
        if durations is not None:
            starts = offset_s + np.cumsum(durations) - durations
        lyrics = self._lyrics(raw, number, words)
        self._add_words(words, lyrics, starts, number)
        length_s = sum(length for word in words for length, _ in word.notes)
        self._add_curves(raw, number, f0, offset_s, length_s)
        self._add_colours(raw, number, offset_s)

    # ---------------------------------------------------------------------- words and notes

    def _groups(self, raw: Mapping[str, Any], number: int, n_symbols: int) -> list[int] | None:
        counts = self._numbers(raw, number, "ph_num", low=0.0)
        if counts is None:
            return None
        if (counts != np.round(counts)).any() or int(counts.sum()) != n_symbols:
            raise self._wrong(number, "ph_num", f"does not add up to the {n_symbols} phonemes")
        return [int(count) for count in counts if count > 0]

    def _from_notes(
        self,
        raw: Mapping[str, Any],
        number: int,
        symbols: Sequence[str],
        groups: list[int] | None,
        offset_s: float,
    ) -> list[_Word] | None:
        """Words by notes and ``ph_num``; None where the file has no usable notes."""
        names = self._words(raw, number, "note_seq")
        lengths = self._numbers(raw, number, "note_dur", n_wanted=len(names or ()) or None, low=0.0)
        if not names or lengths is None or groups is None:
            return None
        slurs = self._numbers(raw, number, "note_slur", n_wanted=len(names))
        tones = [self._tone(number, name) for name in names]
        is_slur = [False] * len(names) if slurs is None else [value != 0 for value in slurs]
        runs: list[list[int]] = []
        for index in range(len(names)):
            if is_slur[index] and runs:
                runs[-1].append(index)
            else:
                runs.append([index])
        if len(runs) != len(groups):
            self.warnings.append(
                f"{self._path.name}, phrase {number + 1}: its words and notes do not match "
                f"({len(groups)} and {len(runs)}), so its notes are taken from the phonemes."
            )
            return None
        words, first, now_s = [], 0, offset_s
        for run, count in zip(runs, groups, strict=True):
            notes = tuple((float(lengths[i]), tones[i]) for i in run)
            words.append(
                _Word(start_s=now_s, notes=notes, symbols=tuple(symbols[first : first + count]))
            )
            first += count
            now_s += sum(length for length, _ in notes)
        return words

    def _from_phonemes(
        self,
        number: int,
        symbols: Sequence[str],
        durations: Float64Array | None,
        f0: tuple[Float64Array, float] | None,
        offset_s: float,
    ) -> list[_Word]:
        """One note for each vowel, at the median pitch that is sung there."""
        if durations is None:
            raise self._wrong(
                number, "ph_dur", "is missing, and so are notes: nothing says how long to sing"
            )
        ends = offset_s + np.cumsum(durations)
        starts = ends - durations
        heads = [i for i, s in enumerate(symbols) if s in _RESTS or _is_vowel(s)] or [0]
        if heads[0] != 0:
            heads.insert(0, 0)
        words = []
        for head, following in zip(heads, [*heads[1:], len(symbols)], strict=True):
            start_s, end_s = float(starts[head]), float(ends[following - 1])
            tone = None if symbols[head] in _RESTS else _median_tone(f0, start_s, end_s, offset_s)
            words.append(
                _Word(
                    start_s=start_s,
                    notes=((end_s - start_s, tone),),
                    symbols=tuple(symbols[head:following]),
                )
            )
        return words

    def _lyrics(self, raw: Mapping[str, Any], number: int, words: Sequence[_Word]) -> list[str]:
        """Texts of the words that are sung, as far as the file's text fits them."""
        text = [t for t in self._words(raw, number, "text") or () if t not in _RESTS]
        n_sung = sum(_is_sung(word) for word in words)
        return text if len(text) == n_sung else []

    def _add_words(
        self,
        words: Sequence[_Word],
        lyrics: Sequence[str],
        starts: Float64Array | None,
        number: int,
    ) -> None:
        """Notes with hints; a word's onset stands at the end of the group before it."""
        texts = iter(lyrics)
        key = next((t for w in words for _, t in w.notes if t is not None), 60.0)
        first = 0
        onset: list[int] = []
        for word in words:
            indices = list(range(first, first + len(word.symbols)))
            first += len(word.symbols)
            split = 1
            while split < len(indices) and (
                word.symbols[split] in _CODAS or _is_vowel(word.symbols[split])
            ):
                split += 1
            own, following = indices[:split], indices[split:]
            head = word.symbols[0]
            if head == "SP" or (not _is_sung(word) and head != "AP"):
                onset = following
                continue
            sung = [*onset, *own]
            hint = tuple(self._names[i] for i in sung)
            key = next((tone for _, tone in word.notes if tone is not None), key)
            lyric = "AP" if head == "AP" else next(texts, "".join(hint))
            self._add_word(word, sung, hint, lyric, key, starts)
            onset = following
        if onset:
            self.warnings.append(
                f"{self._path.name}, phrase {number + 1}: its last consonants stand behind every "
                "note and are left out."
            )

    def _add_word(
        self,
        word: _Word,
        sung: Sequence[int],
        hint: tuple[str, ...],
        lyric: str,
        key: float,
        starts: Float64Array | None,
    ) -> None:
        begin_ticks = _ticks(word.start_s)
        overrides: tuple[PhonemeOverride, ...] = ()
        if starts is not None:
            overrides = tuple(
                PhonemeOverride(index=k, place_ticks=_ticks(float(starts[i])) - begin_ticks)
                for k, i in enumerate(sung)
            )
        now_s = word.start_s
        for index, (length_s, tone) in enumerate(word.notes):
            start, end = _ticks(now_s), _ticks(now_s + length_s)
            now_s += length_s
            if end <= start:
                continue
            tone = key if tone is None else tone
            key_midi = min(127, max(0, round(tone)))
            self._notes.append(
                Note(
                    id=NoteId(f"n{len(self._notes) + 1}"),
                    start_ticks=start,
                    length_ticks=end - start,
                    key_midi=key_midi,
                    cents=round(100.0 * (tone - key_midi), 3),
                    lyric=lyric if index == 0 else "+",
                    hint=hint if index == 0 and hint != (lyric,) else (),
                    overrides=overrides if index == 0 else (),
                )
            )

    def _without_overlaps(self) -> tuple[Note, ...]:
        """Shorten what reaches into the next phrase, as phrases of a file may overlap."""
        notes = sorted(self._notes, key=lambda note: note.start_ticks)
        kept: list[Note] = []
        n_cut = 0
        for note in notes:
            if kept and note.start_ticks < kept[-1].end_ticks:
                n_cut += 1
                length = note.start_ticks - kept[-1].start_ticks
                if length > 0:
                    kept[-1] = replace(kept[-1], length_ticks=length)
                else:
                    kept.pop()
            kept.append(note)
        if n_cut:
            self.warnings.append(
                f"{self._path.name}: {n_cut} notes reached into the next and were shortened."
            )
        return tuple(kept)

    # ------------------------------------------------------------------------------- curves

    def _add_curves(
        self,
        raw: Mapping[str, Any],
        number: int,
        f0: tuple[Float64Array, float] | None,
        offset_s: float,
        length_s: float,
    ) -> None:
        if f0 is not None:
            values, step_s = f0
            if (values > 0).any():
                voiced = np.flatnonzero(values > 0)
                filled = np.interp(np.arange(len(values)), voiced, hz_to_midi(values[voiced]))
                self._draw(Parameter.PITCH, filled, step_s, offset_s)
        both = all(_given(raw, name) for name in ("breathiness", "voicing"))
        for name, parameter in _CURVES.items():
            # Energy is the sum of the other two where both are there (design section 3).
            if not _given(raw, name) or (name == "energy" and both):
                continue
            if name in _STATIC and isinstance(raw[name], (int, float)):
                value = self._scalar(raw, number, name)
                curve = np.full(2, value), length_s
            else:
                found = self._curve(raw, number, name, f"{name}_timestep")
                if found is None:
                    continue
                curve = found
            self._draw(parameter, curve[0], curve[1], offset_s)

    def _draw(
        self, parameter: Parameter, values: Float64Array, step_s: float, offset_s: float
    ) -> None:
        self._curves.setdefault(parameter, []).append(_segment(values, step_s, offset_s))

    def _add_colours(self, raw: Mapping[str, Any], number: int, offset_s: float) -> None:
        mix = raw.get("spk_mix")
        if mix is None:
            return
        if not isinstance(mix, dict):
            raise self._wrong(number, "spk_mix", "is not a list of speakers with their shares")
        for name, share in mix.items():
            if isinstance(share, (int, float)) and not isinstance(share, bool):
                if not (math.isfinite(share) and share >= 0):
                    raise self._wrong(number, "spk_mix", "has a share below 0")
                self._shares.setdefault(name, float(share))
                continue
            curve = self._curve(mix, number, name, None, step=raw.get("spk_mix_timestep"))
            if curve is not None:
                segment = _segment(np.clip(curve[0], 0.0, 1.0), curve[1], offset_s)
                self._colours.setdefault(name, []).append(segment)

    # -------------------------------------------------------------------------- single keys

    def _wrong(self, number: int, key: str, what: str) -> SongFileError:
        return SongFileError(
            f"{self._path}: '{key}' of phrase {number + 1} {what}; correct the file or export it "
            "again.",
            code="bad-ds",
            path=self._path,
            phrase=number,
            key=key,
        )

    def _words(self, raw: Mapping[str, Any], number: int, key: str) -> list[str] | None:
        value = raw.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._wrong(number, key, "is not a text")
        words = value.split()
        if len(words) > MAX_NUMBERS:
            raise self._wrong(number, key, "is longer than any song")
        return words

    def _numbers(
        self,
        raw: Mapping[str, Any],
        number: int,
        key: str,
        *,
        n_wanted: int | None = None,
        low: float | None = None,
    ) -> Float64Array | None:
        value = raw.get(key)
        if value is None:
            return None
        if isinstance(value, list):
            words: Sequence[Any] = value
        elif isinstance(value, str):
            words = value.split()
        else:
            raise self._wrong(number, key, "is not a text of numbers")
        if len(words) > MAX_NUMBERS:
            raise self._wrong(number, key, "is longer than any song")
        try:
            numbers = np.array([float(word) for word in words], dtype=np.float64)
        except (TypeError, ValueError):
            raise self._wrong(number, key, "holds something that is not a number") from None
        if not np.isfinite(numbers).all() or (low is not None and (numbers < low).any()):
            raise self._wrong(number, key, "holds a number that cannot be")
        if n_wanted is not None and len(numbers) != n_wanted:
            raise self._wrong(number, key, f"has {len(numbers)} numbers where {n_wanted} are due")
        return numbers

    def _scalar(self, raw: Mapping[str, Any], number: int, key: str) -> float | None:
        value = raw.get(key)
        if value is None:
            return None
        try:
            if isinstance(value, bool):
                raise TypeError
            found = float(value)
        except (TypeError, ValueError):
            raise self._wrong(number, key, "is not a number") from None
        if not math.isfinite(found):
            raise self._wrong(number, key, "is not a number")
        return found

    def _integer(self, raw: Mapping[str, Any], number: int, key: str) -> int | None:
        value = self._scalar(raw, number, key)
        if value is not None and (value != int(value) or abs(value) > 2**53):
            raise self._wrong(number, key, "is not a whole number")
        return None if value is None else int(value)

    def _curve(
        self,
        raw: Mapping[str, Any],
        number: int,
        key: str,
        step_key: str | None,
        step: object = None,
    ) -> tuple[Float64Array, float] | None:
        values = self._numbers(raw, number, key)
        if values is None or not len(values):
            return None
        step_s = self._scalar(
            raw if step_key else {"timestep": step}, number, step_key or "timestep"
        )
        if step_s is None or not 0.0 < step_s <= 10.0:
            raise self._wrong(number, step_key or f"{key}_timestep", "is no time between points")
        return values, step_s

    def _tone(self, number: int, name: str) -> float | None:
        if name.lower() == "rest":
            return None
        found = _NOTE.match(name)
        if found is None:
            raise self._wrong(number, "note_seq", f"holds '{name}', which is no note")
        letter, accidental, octave, cents = found.groups()
        step = _STEPS[letter.upper()] + {"": 0, "#": 1, "♯": 1, "b": -1, "♭": -1}[accidental]
        tone = 12 * (int(octave) + 1) + step + int(cents or 0) / 100.0
        if not 0.0 <= tone <= 127.0:
            raise self._wrong(number, "note_seq", f"holds '{name}', which no voice reaches")
        return tone


def _ticks(time_s: float) -> int:
    return round(time_s * 1000.0 / MS_PER_TICK)


def _segment(values: Float64Array, step_s: float, offset_s: float) -> CurveSegment:
    """A drawn curve with a point at the tick next to each value, read exactly there."""
    times_s = offset_s + np.arange(len(values)) * step_s
    ticks = np.unique(np.round(times_s * 1000.0 / MS_PER_TICK).astype(np.int64))
    at = np.interp(ticks * MS_PER_TICK / 1000.0, times_s, values).astype(np.float32)
    return CurveSegment(ticks=ticks, values=at)


def _given(raw: Mapping[str, Any], key: str) -> bool:
    return raw.get(key) is not None


def _is_vowel(symbol: str) -> bool:
    bare = symbol.rpartition("/")[2]
    return bare == "N" or bare[:1].lower() in "aeiou"


def _is_sung(word: _Word) -> bool:
    return word.symbols[0] not in _RESTS and any(tone is not None for _, tone in word.notes)


def _median_tone(
    f0: tuple[Float64Array, float] | None, start_s: float, end_s: float, offset_s: float
) -> float:
    """Median pitch of a stretch, fractional MIDI number; middle C where nothing says."""
    if f0 is None:
        return 60.0
    values, step_s = f0
    low = max(0, math.floor((start_s - offset_s) / step_s))
    high = max(low + 1, math.ceil((end_s - offset_s) / step_s))
    heard = values[low:high]
    heard = heard[heard > 0]
    return float(np.round(np.median(hz_to_midi(heard)))) if len(heard) else 60.0
