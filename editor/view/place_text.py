"""Places, lengths and keys as people write them, and back: ``3:2:120``, ``1.5``, ``F♯4``. No Qt."""

from __future__ import annotations

import re

from editor.view.metre import Metre
from engine.timing import TICKS_PER_QUARTER

_KEY = re.compile(r"([A-Ga-g])([#♯b♭]?)(-?\d{1,2})")
_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SIGNS = {"": 0, "#": 1, "♯": 1, "b": -1, "♭": -1}
_NAMES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")
MAX_BAR = 1_000_000


def note_name(key_midi: int) -> str:
    """Name of a MIDI key; 60 is C4."""
    return f"{_NAMES[key_midi % 12]}{key_midi // 12 - 1}"


def parse_key(text: str) -> int | None:
    """MIDI key of a note's name or number, if it is one."""
    text = text.strip()
    if re.fullmatch(r"[0-9]{1,3}", text):
        key = int(text)
    else:
        match = _KEY.fullmatch(text)
        if match is None:
            return None
        letter, sign, octave = match.groups()
        key = (int(octave) + 1) * 12 + _STEPS[letter.upper()] + _SIGNS[sign]
    return key if 0 <= key <= 127 else None


def place_text(metre: Metre, ticks: int) -> str:
    """Bar, beat and ticks of a place of the song, counted from 1, 1 and 0."""
    bar = metre.bar_at(ticks)
    inside = ticks - metre.bar_start_ticks(bar)
    beat, rest = divmod(inside, metre.beat_ticks_at(ticks))
    return f"{bar + 1}:{beat + 1}:{rest:03d}"


def parse_place(metre: Metre, text: str) -> int | None:
    """Ticks of a place written as ``bar``, ``bar:beat`` or ``bar:beat:ticks``, if it is one."""
    parts = text.strip().split(":")
    if not 1 <= len(parts) <= 3 or not all(re.fullmatch(r"[0-9]{1,7}", part) for part in parts):
        return None
    bar, beat, ticks = (*map(int, parts), *(1, 0)[len(parts) - 1 :])
    if not 1 <= bar <= MAX_BAR or beat < 1:
        return None
    start = metre.bar_start_ticks(bar - 1)
    place = start + (beat - 1) * metre.beat_ticks_at(start) + ticks
    return place if place < metre.bar_start_ticks(bar) else None


def length_text(ticks: int) -> str:
    """A length in quarters, as short as is exact to a hundredth or as ticks."""
    quarters = ticks / TICKS_PER_QUARTER
    text = f"{quarters:.4f}".rstrip("0").rstrip(".")
    return text if round(float(text) * TICKS_PER_QUARTER) == ticks else f"{ticks}t"


def parse_length(text: str) -> int | None:
    """Ticks of a length in quarters (``1.5``), or in ticks (``720t``), if it is one above 0."""
    text = text.strip().replace(",", ".")
    if re.fullmatch(r"[0-9]{1,7}t", text):
        ticks = int(text[:-1])
    elif re.fullmatch(r"[0-9]{0,5}\.?[0-9]{0,6}", text) and re.search(r"[0-9]", text):
        ticks = round(float(text) * TICKS_PER_QUARTER)
    else:
        return None
    return ticks if ticks > 0 else None
