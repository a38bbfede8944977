"""Commands that look: voices, cache, check."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from app.paths import cache_folder, voice_folders
from engine.api import cache_info, check_bank, clear_cache, find_banks, verify_cache


def voices(*, as_json: bool) -> int:
    """List installed voices; broken ones are named on standard error."""
    banks, problems = find_banks([folder for folder in voice_folders() if folder.is_dir()])
    for bank in banks:
        colours = [colour.name for colour in bank.colours]
        if as_json:
            facts = {"id": bank.id, "name": bank.name, "author": bank.author, "colours": colours}
            print(json.dumps(facts | {"folder": str(bank.folder)}, ensure_ascii=False))
        else:
            shown = ", ".join(name for name in colours if name)
            print(f"{bank.id}: {bank.name} by {bank.author or 'unknown'} ({shown})")
    for problem in problems:
        print(f"melisma: {problem.sentence}", file=sys.stderr)
    return 1 if problems else 0


def cache(action: str) -> int:
    """Show, empty or verify the tensor cache."""
    folder = cache_folder()
    if action == "clear":
        print(f"Removed {clear_cache(folder)} files from {folder}.")
        return 0
    facts = asdict(cache_info(folder) if action == "info" else verify_cache(folder))
    for name, value in facts.items():
        print(f"{name}: {value}")
    return 0


def check(folder: Path) -> int:
    """Report faults of a bank; 1 when there are any."""
    problems = check_bank(folder)
    for problem in problems:
        print(f"{problem.code}: {problem.sentence}")
    if not problems:
        print(f"{folder}: no faults found.")
    return 1 if problems else 0
