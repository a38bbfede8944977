#!/usr/bin/env python3
"""Set up and pass all checks: ``python3 build/test.py [--only NAME] [-- pytest arguments]``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from environment import ROOT, SetupError, ensure_environment, say

ROOMS = ["app", "editor", "engine", "resources", "main.py"]


def checks(python: Path, pytest_arguments: list[str]) -> dict[str, list[str]]:
    """Every check by name, in the order they run."""
    tool = [str(python), "-m"]
    rooms = [room for room in ROOMS if (ROOT / room).exists()]
    return {
        "ruff": [*tool, "ruff", "check", "--quiet", "."],
        "format": [*tool, "ruff", "format", "--check", "--quiet", "."],
        "mypy": [*tool, "mypy", *rooms],
        "imports": [str(python.parent / "lint-imports"), "--no-cache"],
        "translations": [str(python), "build/make_translations.py", "--check"],
        "reference": [str(python), "build/make_reference.py", "--check"],
        "pytest": [*tool, "pytest", *pytest_arguments],
    }


def main() -> int:
    """Run the checks; 0 when all pass."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=list(checks(Path(), [])), help="run one check only")
    parser.add_argument("arguments", nargs="*", help="passed on to pytest, after --")
    chosen = parser.parse_args()
    try:
        python = ensure_environment("test")
    except (SetupError, OSError) as error:
        say(f"Melisma: {error}")
        return 1
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    failed = []
    for name, command in checks(python, chosen.arguments).items():
        if chosen.only not in (None, name):
            continue
        start_s = time.monotonic()
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
        print(f"== {name}: {time.monotonic() - start_s:.0f} s", flush=True)
    if failed:
        say(f"Not passed: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
