"""Melisma: ``python main.py COMMAND``; ``--help`` lists the commands."""

from __future__ import annotations

import sys

from app.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
