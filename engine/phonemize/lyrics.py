"""Which phonemes a lyric is sung with (contract 3.3), and where words begin and continue (3.2)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from engine.phonemize.japanese import HOLDS, ROMAJI, split_morae
from engine.types import ScoreNote
from engine.voicebank.bank import Voicebank
from engine.voicebank.dictionary import EMPTY, PhonemeDictionary

_PLACEHOLDER = ("SP",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Phonemes of one word; ``rejected`` names what the voice cannot sing."""

    symbols: tuple[str, ...]
    rejected: tuple[str, ...] = ()
    is_placeholder: bool = False  # nothing could be sung; SP keeps the time only


def is_extension(lyric: str) -> bool:
    """Whether a note that touches the one before continues its word."""
    return lyric.startswith("+") or (lyric != "" and all(c in HOLDS for c in lyric))


def is_hold(lyric: str) -> bool:
    """Whether an extension always keeps the current vowel instead of taking a next syllable."""
    return lyric.startswith(("+~", "+*")) or (lyric != "" and all(c in HOLDS for c in lyric))


class Speller:
    """Spells lyrics with one bank's dictionaries; keeps what it has spelt."""

    def __init__(self, bank: Voicebank) -> None:
        self._bank = bank
        self._known: dict[tuple[str, tuple[str, ...], str], Spelling] = {}

    def spell(self, note: ScoreNote) -> Spelling:
        """Phonemes of a word by hint, dictionary, language rules, or as phonemes themselves."""
        language = note.language or self._bank.phonemizer_language
        key = (note.lyric, note.hint, language)
        if key not in self._known:
            # Half-width kana and detached voicing marks are the same letters.
            lyric = unicodedata.normalize("NFKC", note.lyric).strip()
            self._known[key] = self._spell(lyric, note.hint, language)
        return self._known[key]

    def _spell(self, lyric: str, hint: tuple[str, ...], language: str) -> Spelling:
        if hint:
            return self._accept(hint, language)
        found = self._by_dictionary(lyric, language)
        if found is None and language in ("ja", ""):
            found = self._by_kana(lyric, language) or self._by_romaji(lyric, language)
        if found:
            spelling = self._accept(found, language)
            if not spelling.is_placeholder:
                return spelling
        typed = tuple(lyric.split())
        spelling = self._accept(typed, language)
        if typed and not spelling.is_placeholder and not spelling.rejected:
            return spelling
        return Spelling(symbols=_PLACEHOLDER, rejected=(lyric,), is_placeholder=True)

    def _dictionary(self, language: str) -> PhonemeDictionary:
        dictionaries = self._bank.dictionaries
        return dictionaries.get(language) or dictionaries.get("") or EMPTY

    def _by_dictionary(self, lyric: str, language: str) -> tuple[str, ...] | None:
        return self._dictionary(language).look_up(lyric) if lyric else None

    def _by_kana(self, lyric: str, language: str) -> tuple[str, ...] | None:
        morae = split_morae(lyric)
        if morae is None:
            return None
        symbols: list[str] = []
        for mora in morae:
            if mora in HOLDS:
                continue  # the vowel simply lasts
            found = self._by_dictionary(mora, language)
            found = found or self._by_dictionary(ROMAJI[mora], language)
            if found is None:
                return None
            symbols.extend(found)
        return tuple(symbols) or None

    def _by_romaji(self, lyric: str, language: str) -> tuple[str, ...] | None:
        """Several syllables written together: the longest dictionary word first."""
        entries = self._dictionary(language).entries
        text = lyric.lower()
        symbols: list[str] = []
        if not (text.isascii() and text.isalpha()):
            return None
        while text:
            for length in range(min(4, len(text)), 0, -1):
                if text[:length] in entries:
                    symbols.extend(entries[text[:length]])
                    text = text[length:]
                    break
            else:
                return None
        return tuple(symbols) or None

    def _accept(self, wanted: Sequence[str], language: str) -> Spelling:
        """Keep what the acoustic model knows, with ``language/`` before it if need be (R-29)."""
        tokens = self._bank.acoustic.tokens
        symbols, rejected = [], []
        for symbol in wanted:
            prefixed = f"{language}/{symbol}"
            if symbol in tokens:
                symbols.append(symbol)
            elif language and prefixed in tokens:
                symbols.append(prefixed)
            else:
                rejected.append(symbol)
        if not symbols:
            return Spelling(symbols=_PLACEHOLDER, rejected=tuple(rejected), is_placeholder=True)
        return Spelling(symbols=tuple(symbols), rejected=tuple(rejected))
