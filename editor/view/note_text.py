"""Keys and lengths of notes as people write them, and back: ``F♯4``, ``1.5``. No Qt."""

from __future__ import annotations

import re

from engine.timing import TICKS_PER_QUARTER

_KEY = re.compile(r"([A-Ga-g])([#♯b♭]?)(-?\d{1,2})")
_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SIGNS = {"": 0, "#": 1, "♯": 1, "b": -1, "♭": -1}
_NAMES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")


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
