"""Finds actions by words typed in part, in the user's language or in English. No Qt here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MAX_QUERY_CHARS = 200
# How well one word may fit, best first; a word that fits nowhere rules the entry out.
_WHOLE, _WORD_START, _INSIDE, _SCATTERED = 4, 3, 2, 1
_TITLE_WEIGHT, _OTHER_WEIGHT = 10, 3  # a fit in the title stands above one in other texts


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """An action as it is searched: its title and whatever else may name it."""

    id: str
    title: str
    others: tuple[str, ...] = ()  # group, description, English title


def search(query: str, entries: Iterable[SearchEntry]) -> list[SearchEntry]:
    """Entries that every word of the query fits, best first; all of them for an empty query."""
    words = _folded(query[:MAX_QUERY_CHARS]).split()
    scored = []
    for position, entry in enumerate(entries):
        scores = [_entry_score(word, entry) for word in words]
        if all(scores):
            # Of equals the shorter title says more of the query; then the table's order.
            scored.append((-sum(scores), len(entry.title) if words else 0, position, entry))
    return [entry for *_, entry in sorted(scored, key=lambda item: item[:3])]


def _entry_score(word: str, entry: SearchEntry) -> int:
    best = _score(word, _folded(entry.title)) * _TITLE_WEIGHT
    for text in entry.others:
        score = _score(word, _folded(text))
        if score > _SCATTERED:  # letters scattered over a sentence mean nothing
            best = max(best, score * _OTHER_WEIGHT)
    return best


def _score(word: str, text: str) -> int:
    parts = _words(text)
    if word in parts:
        return _WHOLE
    if any(part.startswith(word) for part in parts):
        return _WORD_START
    if word in text:
        return _INSIDE
    letters = iter(text)
    # Scattered letters begin where a word begins: "sva" finds "Save as", "ave" did above.
    if any(part[0] == word[0] for part in parts) and all(letter in letters for letter in word):
        return _SCATTERED
    return 0


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()


def _folded(text: str) -> str:
    """Without case, width or accents; katakana stay as they are."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        character
        for character in unicodedata.normalize("NFD", wide)
        if not "\u0300" <= character <= "\u036f"
    )
