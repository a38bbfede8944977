"""A bank's own dictionaries, ``dsdict*.yaml`` (contract 1.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import VoicebankError
from engine.voicebank.manifest import parse_yaml, read_text

GLIDE_TYPES = frozenset({"semivowel", "liquid"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PhonemeDictionary:
    """Classes of symbols, and the phonemes of written words."""

    symbol_types: Mapping[str, str]
    entries: Mapping[str, tuple[str, ...]]
    replacements: Mapping[str, str]

    def is_vowel(self, symbol: str) -> bool:
        """Whether the symbol carries a note; SP and AP always do."""
        return symbol in ("SP", "AP") or self.symbol_types.get(symbol) == "vowel"

    def is_glide(self, symbol: str) -> bool:
        """Whether the symbol is a glide between consonant and vowel."""
        return self.symbol_types.get(symbol) in GLIDE_TYPES

    def look_up(self, lyric: str) -> tuple[str, ...] | None:
        """Phonemes of a lyric: exact, then lower case; undeclared symbols are dropped."""
        found = self.entries.get(lyric)
        return found if found is not None else self.entries.get(lyric.lower())


# A bank carries one dictionary in five folders, and engines open banks again: texts seen before
# are not parsed again. Bounded, oldest first.
_PARSED: dict[str, PhonemeDictionary] = {}
_MAX_PARSED = 16

EMPTY = PhonemeDictionary(symbol_types={}, entries={}, replacements={})


def read_dictionary(path: Path) -> PhonemeDictionary:
    """Read one ``dsdict*.yaml``.

    Raises
    ------
    VoicebankError
        When the file is unreadable or an entry has another form than the contract's.
    """
    text = read_text(path)
    known = _PARSED.get(text)
    if known is None:
        known = _dictionary(parse_yaml(text, path), path)
        while len(_PARSED) >= _MAX_PARSED:
            _PARSED.pop(next(iter(_PARSED)), None)
        _PARSED[text] = known
    return known


def _dictionary(raw: Mapping[str, Any], path: Path) -> PhonemeDictionary:
    types: dict[str, str] = {}
    entries: dict[str, tuple[str, ...]] = {}
    replacements: dict[str, str] = {}
    try:
        for item in raw.get("symbols") or ():
            types[_word(item["symbol"])] = _word(item.get("type", ""))
        for item in raw.get("entries") or ():
            phonemes = [_word(phoneme) for phoneme in _list(item["phonemes"])]
            known = tuple(p for p in phonemes if p in types or p in ("SP", "AP"))
            entries[_word(item["grapheme"])] = known
        for item in raw.get("replacements") or ():
            replacements[_word(item["from"])] = _word(item["to"])
    except (KeyError, TypeError, AttributeError) as error:
        raise VoicebankError(
            f"{path}: an entry lacks its symbol, grapheme or phonemes ({error}): correct it or "
            "install the voicebank again.",
            code="bad-dictionary",
            path=path,
        ) from error
    return PhonemeDictionary(symbol_types=types, entries=entries, replacements=replacements)


def _word(value: object) -> str:
    if not isinstance(value, str):  # never printed: it may be aliases of aliases without end
        raise TypeError("a list or mapping stands where a word should")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("phonemes are not a list")
    return value
