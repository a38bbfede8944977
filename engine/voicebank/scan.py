"""Find the banks below folders; a broken one never hides the others (rule R-3)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.errors import VoicebankError
from engine.types import Problem
from engine.voicebank.bank import Voicebank, load_bank

MAX_DEPTH = 6


def bank_folders(root: Path) -> Iterator[Path]:
    """Folders with a ``character.txt`` or a root ``dsconfig.yaml`` that names an acoustic model."""
    base = len(root.parts)
    for place, folders, files in os.walk(root):
        folder = Path(place)
        folders.sort()
        if "dsconfig.yaml" in files and ("character.txt" in files or "character.yaml" in files):
            folders.clear()  # a bank's sub-folders are its own
            yield folder
        elif len(folder.parts) - base >= MAX_DEPTH:
            folders.clear()


def find_banks(
    folders: Sequence[Path], *, vocoder_folders: Sequence[Path] = ()
) -> tuple[list[Voicebank], list[Problem]]:
    """Load every bank below the folders; the first of two with one id wins."""
    banks: dict[str, Voicebank] = {}
    problems: list[Problem] = []
    for root in folders:
        for folder in bank_folders(root):
            if folder.name in banks:
                continue
            try:
                banks[folder.name] = load_bank(folder, vocoder_folders=vocoder_folders)
            except VoicebankError as error:
                problems.append(Problem(code=error.code, sentence=str(error)))
    return list(banks.values()), problems
