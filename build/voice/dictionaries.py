"""The bank's dictionaries, written from the kana table (contract 1.6).

The files are YAML with every string quoted: ``y``, ``n`` and ``no`` are words of this
language and booleans of YAML.
"""

from __future__ import annotations

import json
from typing import Final

from kana import LYRICS, PHONEMES, SYMBOL_TYPES

MODEL_FOLDERS: Final = ("dsdur", "dspitch", "dsvariance")
DICTIONARY_FILES: Final = ("dsdict.yaml", "dsdict-ja.yaml")


def dictionary_entries() -> dict[str, tuple[str, ...]]:
    """Every lyric the bank can read: spellings, aliases, and the phonemes by themselves.

    Returns
    -------
    dict of str to tuple of str
        Lyric -> phonemes. A spelling wins over a phoneme of the same name (``n`` is ん).
    """
    return {**{phoneme: (phoneme,) for phoneme in PHONEMES}, **LYRICS}


def dictionary_yaml() -> str:
    """Text of ``dsdict.yaml`` and ``dsdict-ja.yaml``: symbols with their class, entries."""
    lines = ["symbols:"]
    for symbol, kind in SYMBOL_TYPES.items():
        lines.append(f"  - {{symbol: {_quoted(symbol)}, type: {_quoted(kind)}}}")
    lines.append("entries:")
    for lyric, phonemes in dictionary_entries().items():
        listed = ", ".join(_quoted(p) for p in phonemes)
        lines.append(f"  - {{grapheme: {_quoted(lyric)}, phonemes: [{listed}]}}")
    return "\n".join(lines) + "\n"


def dictionary_files() -> dict[str, str]:
    """Relative path in the bank -> text, for the root and every model that reads one."""
    text = dictionary_yaml()
    folders = ("", *(f"{folder}/" for folder in MODEL_FOLDERS))
    return {f"{folder}{name}": text for folder in folders for name in DICTIONARY_FILES}


def _quoted(text: str) -> str:
    """Write a YAML string in double quotes; JSON strings are YAML strings."""
    return json.dumps(text, ensure_ascii=False)
