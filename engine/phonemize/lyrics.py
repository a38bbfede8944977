"""Which phonemes a lyric is sung with (contract 3.3), and where words begin and continue (3.2)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from engine.phonemize.japanese import HOLDS, ROMAJI, split_morae
from engine.types import ScoreNote
from engine.voicebank.bank import Voicebank
from engine.voicebank.dictionary import EMPTY, PhonemeDictionary

_PLACEHOLDER = ("SP",)
_HINT = re.compile(r"\[(.*)\]", re.DOTALL)  # from the first bracket to the last (contract 3.2)
_MARKS = {0x0302: None, 0x0304: None}  # circumflex and macron of long romaji vowels
_SYLLABLE_LETTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Phonemes of one word; ``rejected`` names what the voice cannot sing."""

    symbols: tuple[str, ...]
    rejected: tuple[str, ...] = ()
    is_placeholder: bool = False  # nothing could be sung; SP keeps the time only


def plain_letters(text: str) -> str:
    """Half-width kana, full-width letters and detached voicing marks as the usual letters."""
    return unicodedata.normalize("NFKC", text).strip()


def is_extension(lyric: str) -> bool:
    """Whether a note that touches the one before continues its word."""
    plain = plain_letters(lyric)
    return plain.startswith("+") or (plain != "" and all(c in HOLDS for c in plain))


def is_hold(lyric: str) -> bool:
    """Whether an extension always keeps the current vowel instead of taking a next syllable."""
    plain = plain_letters(lyric)
    return plain.startswith(("+~", "+*")) or (plain != "" and all(c in HOLDS for c in plain))


class Speller:
    """Spells lyrics with one bank's dictionaries; keeps what it has spelt."""

    def __init__(self, bank: Voicebank) -> None:
        self._bank = bank
        self._known: dict[tuple[str, tuple[str, ...], str], Spelling] = {}
        # A phoneme that one of the models lacks would fail the whole phrase there (contract 3.3).
        folders = (bank.acoustic, bank.duration, bank.pitch, bank.variance)
        sung = [frozenset(folder.tokens) for folder in folders if folder is not None]
        types = bank.phoneme_types()
        self.usable = frozenset(
            symbol for symbol in frozenset.intersection(*sung) if types.is_known(symbol)
        )

    def spell(self, note: ScoreNote) -> Spelling:
        """Phonemes of a word by hint, dictionary, language rules, or as phonemes themselves."""
        language = note.language or self._bank.phonemizer_language
        key = (note.lyric, note.hint, language)
        if key not in self._known:
            lyric, hint = note.lyric, note.hint
            bracketed = None if hint else _HINT.search(lyric)
            if bracketed:
                lyric = lyric[: bracketed.start()] + lyric[bracketed.end() :]
                hint = tuple(bracketed.group(1).split())
            self._known[key] = self._spell(lyric.strip(), hint, language)
        return self._known[key]

    def resolve(self, symbol: str, language: str) -> str | None:
        """A phoneme as the models call it, with ``language/`` before it if need be (R-29)."""
        if symbol in self.usable:
            return symbol
        prefixed = f"{language or self._bank.phonemizer_language}/{symbol}"
        return prefixed if prefixed in self.usable else None

    def _spell(self, lyric: str, hint: tuple[str, ...], language: str) -> Spelling:
        if hint:
            return self._accept(hint, language)
        found = self._by_dictionary(lyric, language)
        if found is None:
            lyric = plain_letters(lyric)
            found = self._by_dictionary(lyric, language)
        if found is None and language in ("ja", ""):
            found = self._by_kana(lyric, language) or self._by_romaji(lyric, language)
        if found:
            spelling = self._accept(found, language)
            if not spelling.is_placeholder:
                return spelling
        spelling = self._accept(lyric.split(), language)
        if not spelling.is_placeholder:
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
        """Several syllables written together: the longest dictionary word first.

        Apostrophes part syllables, hold marks and marks over vowels only say that they last, and a
        double consonant is a stop before it.
        """
        text = unicodedata.normalize("NFD", lyric.lower()).translate(_MARKS)
        parts = [part.strip("".join(HOLDS)) for part in text.split("'")]
        if not all(part.isascii() and part.isalpha() for part in parts):
            return None
        symbols: list[str] = []
        for part in parts:
            found = self._syllables(part, language)
            if found is None:
                return None
            symbols.extend(found)
        return tuple(symbols)

    def _syllables(self, text: str, language: str) -> list[str] | None:
        entries = self._dictionary(language).entries
        stop = entries.get("っ") or entries.get("cl") or ()
        symbols: list[str] = []
        while text:
            is_double = text[:2] == text[:1] * 2 or text.startswith("tch")
            if is_double and text[0] not in "aiueon" and stop:
                symbols.extend(stop)
                text = text[1:]
            for length in range(min(_SYLLABLE_LETTERS, len(text)), 0, -1):
                if text[:length] in entries:
                    symbols.extend(entries[text[:length]])
                    text = text[length:]
                    break
            else:
                return None
        return symbols

    def _accept(self, wanted: Sequence[str], language: str) -> Spelling:
        """Keep what the voice knows and name the rest (R-17)."""
        symbols, rejected = [], []
        for symbol in wanted:
            resolved = self.resolve(symbol, language)
            if resolved is None:
                rejected.append(symbol)
            else:
                symbols.append(resolved)
        if not symbols:
            return Spelling(symbols=_PLACEHOLDER, rejected=tuple(rejected), is_placeholder=True)
        return Spelling(symbols=tuple(symbols), rejected=tuple(rejected))
