"""``character.txt`` and ``character.yaml``: who sings, and in which colours (contract 1.2, 1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import VoicebankError
from engine.voicebank.manifest import MAX_YAML_BYTES, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceColour:
    """One sub-bank: its name for the user, and the suffix that names its speaker."""

    name: str
    suffix: str
    tone_ranges: tuple[str, ...] = ()


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
    """Text by rule R-4: strict UTF-8, then the declared encoding, then Shift-JIS."""
    for encoding in ("utf-8-sig", declared, "shift_jis"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("utf-8", errors="replace")


def read_character(folder: Path) -> Character:
    """Read both files; either may be missing.

    Raises
    ------
    VoicebankError
        When ``character.yaml`` is there but broken.
    """
    settings: dict[str, Any] = {}
    if (folder / "character.yaml").is_file():
        settings = read_yaml(folder / "character.yaml")

    def text(key: str) -> str:
        value = settings.get(key)
        return value.strip() if isinstance(value, str) else ""

    plain: dict[str, str] = {}
    path = folder / "character.txt"
    if path.is_file() and path.stat().st_size <= MAX_YAML_BYTES:
        for line in decode_text(path.read_bytes(), text("text_file_encoding")).splitlines():
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
                name=str(item.get("color") or ""),
                suffix=str(item.get("suffix") or ""),
                tone_ranges=tuple(map(str, ranges)) if isinstance(ranges, list) else (),
            )
        )
    return tuple(colours)
