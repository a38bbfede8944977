"""``character.txt`` and ``character.yaml``: who sings, and in which colours (contract 1.2, 1.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import VoicebankError
from engine.voicebank.manifest import is_file, read_bytes, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceColour:
    """One sub-bank: its name for the user, and the suffix that names its speaker."""

    name: str
    suffix: str
    tone_ranges: tuple[str, ...] = ()

    def holds(self, key_midi: int) -> bool:
        """Whether one of the tone ranges (``C4`` or ``C1-B4``) has the key."""
        for text in self.tone_ranges:
            found = _TONE_RANGE.fullmatch(text.strip())
            if found is None:
                continue
            low = _tone_midi(found.group(1), found.group(2), found.group(3))
            high = low if found.group(4) is None else _tone_midi(*found.group(4, 5, 6))
            if low <= key_midi <= high:
                return True
        return False


_TONE_RANGE = re.compile(r"([A-G])([#b]?)(-?\d)(?:\s*-\s*([A-G])([#b]?)(-?\d))?")
_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def _tone_midi(letter: str, accidental: str, octave: str) -> int:
    shift = {"#": 1, "b": -1, "": 0}[accidental]
    return 12 * (int(octave) + 1) + _STEPS[letter] + shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """What a bank says of itself."""

    name: str
    author: str
    licence: str
    image: str
    portrait: str
    default_phonemizer: str
    colours: tuple[VoiceColour, ...]


def decode_text(raw: bytes, declared: str) -> str:
    """Text by rule R-4: strict UTF-8, then the declared encoding, then Shift-JIS.

    Shift-JIS is what Windows calls so (code page 932), which wrote these files.
    """
    for encoding in ("utf-8-sig", declared, "cp932"):
        try:
            return raw.decode(encoding)
        except (LookupError, ValueError):  # also for names that no codec can have
            continue
    return raw.decode("utf-8", errors="replace")


def read_character(folder: Path) -> Character:
    """Read both files; either may be missing.

    Raises
    ------
    VoicebankError
        When a file is there but cannot be read.
    """
    settings: dict[str, Any] = {}
    if is_file(folder / "character.yaml"):
        settings = read_yaml(folder / "character.yaml")

    def text(key: str) -> str:
        value = settings.get(key)
        return value.strip() if isinstance(value, str) else ""

    plain: dict[str, str] = {}
    path = folder / "character.txt"
    if is_file(path):
        for line in decode_text(read_bytes(path), text("text_file_encoding")).splitlines():
            for separator in ("=", ":", "："):
                key, found, value = line.partition(separator)
                if found:
                    plain.setdefault(key.strip().lower(), value.strip())
                    break
    name = text("name") or plain.get("name") or plain.get("名前") or folder.name
    author = text("author") or plain.get("author") or plain.get("created by") or ""
    return Character(
        name=name,
        author=author,
        licence=text("licence") or text("license"),
        image=text("image") or plain.get("image", ""),
        portrait=text("portrait"),
        default_phonemizer=text("default_phonemizer"),
        colours=_colours(settings.get("subbanks"), folder),
    )


def _colours(raw: object, folder: Path) -> tuple[VoiceColour, ...]:
    if not raw:
        return (VoiceColour(name="", suffix=""),)
    if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
        raise VoicebankError(
            f"{folder / 'character.yaml'}: subbanks is not a list of colours: correct it or "
            "install the voicebank again.",
            code="bad-config",
            path=folder / "character.yaml",
        )
    colours = []
    for item in raw:
        ranges = item.get("tone_ranges")
        colours.append(
            VoiceColour(
                name=_word(item.get("color")),
                suffix=_word(item.get("suffix")),
                tone_ranges=tuple(map(_word, ranges)) if isinstance(ranges, list) else (),
            )
        )
    return tuple(colours)


def _word(value: object) -> str:
    return value if isinstance(value, str) and value not in ("null", "~") else ""
