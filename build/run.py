#!/usr/bin/env python3
"""Start Melisma from a checkout: ``python3 build/run.py [arguments of main.py]``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from environment import ROOT, SetupError, ensure_environment, say


def main() -> int:
    """Set up once, then become the program."""
    try:
        python = ensure_environment("run")
    except (SetupError, OSError) as error:
        say(f"Melisma: {error}")
        return 1
    command = [str(python), str(ROOT / "main.py"), *sys.argv[1:]]
    if os.name == "nt":
        return subprocess.run(command, check=False).returncode
    os.execv(command[0], command)  # signals and the exit code are the program's own


if __name__ == "__main__":
    sys.exit(main())
