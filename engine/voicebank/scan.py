"""Find the banks below folders; a broken one never hides the others (rule R-3)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from engine.errors import VoicebankError
from engine.types import Problem
from engine.voicebank.bank import Voicebank, load_bank

MAX_DEPTH = 6


def bank_folders(
    root: Path, *, on_error: Callable[[OSError], None] | None = None
) -> Iterator[Path]:
    """Folders with a ``character.txt`` or ``character.yaml`` beside a ``dsconfig.yaml``.

    ``on_error`` hears of folders that may not be read.
    """
    base = len(root.parts)
    for place, folders, files in os.walk(root, onerror=on_error):
        folder = Path(place)
        # Hidden ones hold what is being installed.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if "dsconfig.yaml" in files and ("character.txt" in files or "character.yaml" in files):
            folders.clear()  # a bank's sub-folders are its own
            yield folder
        elif len(folder.parts) - base >= MAX_DEPTH:
            folders.clear()


def find_banks(
    folders: Sequence[Path], *, vocoder_folders: Sequence[Path] = ()
) -> tuple[list[Voicebank], list[Problem]]:
    """Load every bank below the folders.

    A bank's id is its path from the folder it was found in, as OpenUtau stores it (contract 1.1);
    the first of two with one id wins.
    """
    banks: dict[str, Voicebank] = {}
    problems: list[Problem] = []

    def unreadable(error: OSError) -> None:
        # A folder of voices that is not there yet is simply empty.
        if not isinstance(error, FileNotFoundError):
            sentence = (
                f"The folder {error.filename} cannot be searched for voices ({error.strerror}): "
                "check who may read it."
            )
            problems.append(Problem(code="unreadable-folder", sentence=sentence))

    for root in folders:
        for folder in bank_folders(root, on_error=unreadable):
            bank_id = folder.relative_to(root).as_posix()
            bank_id = folder.name if bank_id == "." else bank_id
            if bank_id in banks:
                continue
            try:
                banks[bank_id] = load_bank(folder, vocoder_folders=vocoder_folders, bank_id=bank_id)
            except VoicebankError as error:
                problems.append(Problem(code=error.code, sentence=str(error)))
    return list(banks.values()), problems
