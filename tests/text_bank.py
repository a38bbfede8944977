"""A bank of text files only, enough for everything before the first model run."""

from __future__ import annotations

from pathlib import Path

SYMBOLS = {"SP": "vowel", "AP": "vowel", "i": "vowel", "ao": "vowel", "a": "vowel"} | dict.fromkeys(
    ["n", "h", "k", "s"], "stop"
)
ENTRIES = {"ni": "n i", "hao": "h ao", "ka": "k a", "さ": "s a"}


def make_text_bank(folder: Path) -> Path:
    """Write the bank and return its folder."""
    symbols = "".join(f'  - {{symbol: "{s}", type: {kind}}}\n' for s, kind in SYMBOLS.items())
    entries = "".join(
        f'  - {{grapheme: "{word}", phonemes: [{", ".join(p.split())}]}}\n'
        for word, p in ENTRIES.items()
    )
    for name in ("", "dsdur", "dspitch", "dsvariance"):
        place = folder / name
        place.mkdir(parents=True, exist_ok=True)
        (place / "dsconfig.yaml").write_text("phonemes: phonemes.txt\nhidden_size: 4\n")
        (place / "phonemes.txt").write_text("\n".join(["<PAD>", *SYMBOLS]) + "\n")
        (place / "dsdict.yaml").write_text(
            f"symbols:\n{symbols}entries:\n{entries}", encoding="utf-8"
        )
    (folder / "character.txt").write_text("name=Text\n")
    return folder
