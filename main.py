"""Melisma: ``python main.py COMMAND``; ``--help`` lists the commands."""

from __future__ import annotations

import os
import sys

from app.cli.main import STOPPED, main

if __name__ == "__main__":
    code = main()
    if code == STOPPED:
        # A model may still run on the engine's thread; tearing the runtime down under it could
        # crash, and waiting for it would not be stopping.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)
