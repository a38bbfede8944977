"""Japanese spelling: kana into morae, and each mora's romaji (contract 8.4)."""

from __future__ import annotations

_VOWELS = "aiueo"
_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "g": "がぎぐげご",
    "s": "さしすせそ",
    "z": "ざじずぜぞ",
    "t": "たちつてと",
    "d": "だぢづでど",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "m": "まみむめも",
    "r": "らりるれろ",
}
_IRREGULAR = {
    "し": "shi", "じ": "ji", "ち": "chi", "ぢ": "ji", "つ": "tsu", "づ": "zu", "ふ": "fu",
    "や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "ゐ": "i", "ゑ": "e", "を": "o",
    "ん": "N", "っ": "cl", "ゔ": "vu",
    "ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ゎ": "wa",
    "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o",
}  # fmt: skip
_GLIDES = {
    "き": "ky", "ぎ": "gy", "し": "sh", "じ": "j", "ち": "ch", "ぢ": "j", "に": "ny",
    "ひ": "hy", "び": "by", "ぴ": "py", "み": "my", "り": "ry",
}  # fmt: skip
_FOREIGN = {
    "ふ": "f", "う": "w", "つ": "ts", "ゔ": "v", "て": "t", "で": "d", "と": "t", "ど": "d",
    "す": "s", "ず": "z", "く": "kw", "ぐ": "gw", "い": "y",
}  # fmt: skip
SMALL = frozenset("ゃゅょゎぁぃぅぇぉ")
HOLDS = frozenset("ー―—–-〜~")


def _romaji() -> dict[str, str]:
    table = {
        kana: consonant + vowel
        for consonant, row in _ROWS.items()
        for vowel, kana in zip(_VOWELS, row, strict=True)
    }
    table |= _IRREGULAR
    for kana, glide in _GLIDES.items():
        table |= {
            kana + small: glide + vowel for small, vowel in zip("ゃゅょぇ", "auoe", strict=True)
        }
    for kana, consonant in _FOREIGN.items():
        table |= {
            kana + small: consonant + vowel
            for small, vowel in zip("ぁぃぅぇぉ", _VOWELS, strict=True)
        }
    return table | {"くゎ": "kwa", "ぐゎ": "gwa"}


ROMAJI = _romaji()


def to_hiragana(text: str) -> str:
    """Katakana as hiragana; everything else unchanged."""
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def split_morae(text: str) -> list[str] | None:
    """Kana text as morae (a long mark is one of its own); None when it is not kana alone."""
    morae: list[str] = []
    for character in to_hiragana(text):
        if character in SMALL and morae and morae[-1] + character in ROMAJI:
            morae[-1] += character
        elif character in ROMAJI or character in HOLDS:
            morae.append(character)
        else:
            return None
    return morae or None
