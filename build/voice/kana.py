"""Kana and romaji spellings of Japanese morae, and the phonemes they are sung with.

One table serves two ends: the phrase plan draws its lyrics from it, and the bank's
dictionaries are written from it. Lyrics are kana; every kana spelling has a hiragana
and a katakana form and at least one romaji form (Hepburn, and Kunrei or Nihon-shiki
where they differ).
"""

from __future__ import annotations

from typing import Final, Literal

SymbolType = Literal["vowel", "stop", "nasal", "liquid", "semivowel", "affricate", "fricative"]

VOWELS: Final = ("a", "i", "u", "e", "o")
RESTS: Final = ("SP", "AP")

SYMBOL_TYPES: Final[dict[str, SymbolType]] = {
    "SP": "vowel",
    "AP": "vowel",
    "a": "vowel",
    "i": "vowel",
    "u": "vowel",
    "e": "vowel",
    "o": "vowel",
    "N": "vowel",
    "cl": "vowel",
    "b": "stop",
    "by": "stop",
    "ch": "affricate",
    "d": "stop",
    "f": "fricative",
    "g": "stop",
    "gy": "stop",
    "h": "fricative",
    "hy": "fricative",
    "j": "affricate",
    "k": "stop",
    "ky": "stop",
    "m": "nasal",
    "my": "nasal",
    "n": "nasal",
    "ny": "nasal",
    "p": "stop",
    "py": "stop",
    "r": "liquid",
    "ry": "liquid",
    "s": "fricative",
    "sh": "fricative",
    "t": "stop",
    "ts": "affricate",
    "w": "semivowel",
    "y": "semivowel",
    "z": "fricative",
}
"""Class of every phoneme; N and cl count as vowels because each may hold a note alone."""

PHONEMES: Final = tuple(SYMBOL_TYPES)
WORD_STARTS: Final = frozenset(p for p, kind in SYMBOL_TYPES.items() if kind == "vowel")

# Consonant -> kana for a i u e o; None where the mora has no spelling.
_ROWS: Final[dict[str, tuple[str | None, ...]]] = {
    "": ("あ", "い", "う", "え", "お"),
    "k": ("か", "き", "く", "け", "こ"),
    "ky": ("きゃ", None, "きゅ", "きぇ", "きょ"),
    "g": ("が", "ぎ", "ぐ", "げ", "ご"),
    "gy": ("ぎゃ", None, "ぎゅ", "ぎぇ", "ぎょ"),
    "s": ("さ", "すぃ", "す", "せ", "そ"),
    "sh": ("しゃ", "し", "しゅ", "しぇ", "しょ"),
    "z": ("ざ", "ずぃ", "ず", "ぜ", "ぞ"),
    "j": ("じゃ", "じ", "じゅ", "じぇ", "じょ"),
    "t": ("た", "てぃ", "とぅ", "て", "と"),
    "ch": ("ちゃ", "ち", "ちゅ", "ちぇ", "ちょ"),
    "ts": ("つぁ", "つぃ", "つ", "つぇ", "つぉ"),
    "d": ("だ", "でぃ", "どぅ", "で", "ど"),
    "n": ("な", "に", "ぬ", "ね", "の"),
    "ny": ("にゃ", None, "にゅ", "にぇ", "にょ"),
    "h": ("は", "ひ", "ほぅ", "へ", "ほ"),
    "hy": ("ひゃ", None, "ひゅ", "ひぇ", "ひょ"),
    "f": ("ふぁ", "ふぃ", "ふ", "ふぇ", "ふぉ"),
    "b": ("ば", "び", "ぶ", "べ", "ぼ"),
    "by": ("びゃ", None, "びゅ", "びぇ", "びょ"),
    "p": ("ぱ", "ぴ", "ぷ", "ぺ", "ぽ"),
    "py": ("ぴゃ", None, "ぴゅ", "ぴぇ", "ぴょ"),
    "m": ("ま", "み", "む", "め", "も"),
    "my": ("みゃ", None, "みゅ", "みぇ", "みょ"),
    "y": ("や", None, "ゆ", "いぇ", "よ"),
    "r": ("ら", "り", "る", "れ", "ろ"),
    "ry": ("りゃ", None, "りゅ", "りぇ", "りょ"),
    "w": ("わ", "うぃ", None, "うぇ", "うぉ"),
}

# Spellings that sound like a mora above.
_ALSO: Final[dict[str, tuple[str, ...]]] = {
    "ぢ": ("j", "i"),
    "ぢゃ": ("j", "a"),
    "ぢゅ": ("j", "u"),
    "ぢぇ": ("j", "e"),
    "ぢょ": ("j", "o"),
    "づ": ("z", "u"),
    "づぁ": ("z", "a"),
    "づぃ": ("z", "i"),
    "づぇ": ("z", "e"),
    "づぉ": ("z", "o"),
    "を": ("o",),
    "ゐ": ("i",),
    "ゑ": ("e",),
    "ゎ": ("w", "a"),
    "うぁ": ("w", "a"),
    "ゔ": ("b", "u"),
    "ゔぁ": ("b", "a"),
    "ゔぃ": ("b", "i"),
    "ゔぇ": ("b", "e"),
    "ゔぉ": ("b", "o"),
    "ゔゃ": ("by", "a"),
    "ゔゅ": ("by", "u"),
    "ゔょ": ("by", "o"),
    "くぁ": ("k", "w", "a"),
    "くゎ": ("k", "w", "a"),
    "くぃ": ("k", "w", "i"),
    "くぇ": ("k", "w", "e"),
    "くぉ": ("k", "w", "o"),
    "ぐぁ": ("g", "w", "a"),
    "ぐゎ": ("g", "w", "a"),
    "ぐぃ": ("g", "w", "i"),
    "ぐぇ": ("g", "w", "e"),
    "ぐぉ": ("g", "w", "o"),
    "すぁ": ("s", "w", "a"),
    "すぇ": ("s", "w", "e"),
    "すぉ": ("s", "w", "o"),
    "ずぁ": ("z", "w", "a"),
    "ずぇ": ("z", "w", "e"),
    "ずぉ": ("z", "w", "o"),
    "てゃ": ("ch", "a"),
    "てゅ": ("ch", "u"),
    "てょ": ("ch", "o"),
    "でゃ": ("j", "a"),
    "でゅ": ("j", "u"),
    "でょ": ("j", "o"),
    "ふゃ": ("hy", "a"),
    "ふゅ": ("hy", "u"),
    "ふょ": ("hy", "o"),
    "ぁ": ("a",),
    "ぃ": ("i",),
    "ぅ": ("u",),
    "ぇ": ("e",),
    "ぉ": ("o",),
    "ゃ": ("y", "a"),
    "ゅ": ("y", "u"),
    "ょ": ("y", "o"),
    "ん": ("N",),
    "っ": ("cl",),
}

# Romaji spellings of a consonant row beside the phoneme's own name.
_ROMAJI_ROWS: Final[dict[str, tuple[str, ...]]] = {
    "sh": ("sy",),
    "j": ("zy", "jy", "dy"),
    "ch": ("ty", "cy"),
}

# Romaji whose consonant letters alone would name another mora.
_ROMAJI_ALSO: Final[dict[str, tuple[str, ...]]] = {
    "si": ("sh", "i"),
    "zi": ("j", "i"),
    "ti": ("ch", "i"),
    "tu": ("ts", "u"),
    "di": ("j", "i"),
    "du": ("z", "u"),
    "hu": ("f", "u"),
    "dzu": ("z", "u"),
    "wo": ("o",),
    "wi": ("w", "i"),
    "we": ("w", "e"),
    "who": ("w", "o"),
    "swi": ("s", "i"),
    "zwi": ("z", "i"),
    "thi": ("t", "i"),
    "t'i": ("t", "i"),
    "twu": ("t", "u"),
    "t'u": ("t", "u"),
    "dhi": ("d", "i"),
    "d'i": ("d", "i"),
    "dwu": ("d", "u"),
    "d'u": ("d", "u"),
    "hwu": ("h", "u"),
    "swa": ("s", "w", "a"),
    "swe": ("s", "w", "e"),
    "swo": ("s", "w", "o"),
    "zwa": ("z", "w", "a"),
    "zwe": ("z", "w", "e"),
    "zwo": ("z", "w", "o"),
    "la": ("r", "a"),
    "li": ("r", "i"),
    "lu": ("r", "u"),
    "le": ("r", "e"),
    "lo": ("r", "o"),
    "va": ("b", "a"),
    "vi": ("b", "i"),
    "vu": ("b", "u"),
    "ve": ("b", "e"),
    "vo": ("b", "o"),
    "vya": ("by", "a"),
    "vyu": ("by", "u"),
    "vyo": ("by", "o"),
    "fya": ("hy", "a"),
    "fyu": ("hy", "u"),
    "fyo": ("hy", "o"),
    "kwa": ("k", "w", "a"),
    "kwi": ("k", "w", "i"),
    "kwe": ("k", "w", "e"),
    "kwo": ("k", "w", "o"),
    "gwa": ("g", "w", "a"),
    "gwi": ("g", "w", "i"),
    "gwe": ("g", "w", "e"),
    "gwo": ("g", "w", "o"),
    "n": ("N",),
    "nn": ("N",),
    "n'": ("N",),
    "N": ("N",),
    "m": ("N",),
    "xtu": ("cl",),
    "ltu": ("cl",),
    "xtsu": ("cl",),
    "ltsu": ("cl",),
    "q": ("cl",),
    "cl": ("cl",),
}

# Moras whose plain romaji (phoneme names joined) belongs to another mora by Kunrei-shiki.
_TAKEN: Final = frozenset({"si", "zi", "ti", "tu", "di", "du", "hu"})

LYRIC_ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "SP": ("SP",),
    "AP": ("AP",),
    "R": ("SP",),
    "rest": ("SP",),
    "br": ("AP",),
    "breath": ("AP",),
    "息": ("AP",),
    "吸": ("AP",),
}


def hiragana_to_katakana(text: str) -> str:
    """Write hiragana as katakana; other characters stay."""
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


def _core_morae() -> dict[str, tuple[str, ...]]:
    morae: dict[str, tuple[str, ...]] = {}
    for consonant, row in _ROWS.items():
        for vowel, kana in zip(VOWELS, row, strict=True):
            if kana is not None:
                morae[kana] = (consonant, vowel) if consonant else (vowel,)
    morae["ん"] = ("N",)
    morae["っ"] = ("cl",)
    return morae


CORE_MORAE: Final = _core_morae()
"""Hiragana mora -> phonemes, one spelling for each sound; the phrase plan sings these."""

HIRAGANA: Final[dict[str, tuple[str, ...]]] = {**CORE_MORAE, **_ALSO}
"""Every hiragana spelling -> phonemes."""

KATAKANA: Final = {hiragana_to_katakana(kana): found for kana, found in HIRAGANA.items()}
"""Every katakana spelling -> phonemes."""


def _romaji() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for phonemes in CORE_MORAE.values():
        plain = "".join(phonemes)
        if len(phonemes) == 1 and phonemes[0] not in VOWELS:
            continue
        if plain not in _TAKEN:
            table[plain] = phonemes
        if len(phonemes) == 2:
            for row in _ROMAJI_ROWS.get(phonemes[0], ()):
                table.setdefault(row + phonemes[1], phonemes)
    return {**table, **_ROMAJI_ALSO}


ROMAJI: Final = _romaji()
"""Romaji spelling -> phonemes. Kunrei-shiki wins a clash: ``ti`` is ち, てぃ is ``thi``."""

LYRICS: Final[dict[str, tuple[str, ...]]] = {**HIRAGANA, **KATAKANA, **ROMAJI, **LYRIC_ALIASES}
"""Everything a singer may type on one note -> phonemes."""


def lyric_to_phonemes(lyric: str) -> tuple[str, ...]:
    """Look up one lyric.

    Parameters
    ----------
    lyric : str
        Kana or romaji of one mora, or an alias such as ``br``.

    Returns
    -------
    tuple of str
        Phonemes in order; the onset consonants come first.

    Raises
    ------
    KeyError
        If the lyric is in no table, as written nor in lower case.
    """
    found = LYRICS.get(lyric)
    return LYRICS[lyric.lower()] if found is None else found
