"""A progress line with stage and remaining time, on standard error."""

from __future__ import annotations

import sys
import time


class ProgressLine:
    """One line that is rewritten on a terminal; elsewhere one line for each tenth."""

    def __init__(self, *, is_quiet: bool = False) -> None:
        self._is_quiet = is_quiet
        self._is_terminal = sys.stderr.isatty()
        self._start_s = time.monotonic()
        self._last_tenth = -1
        self._is_open = False

    def show(self, stage: str, done: int, total: int, unit: str) -> None:
        """Tell that ``done`` of ``total`` units are finished and what is being done."""
        if self._is_quiet or total <= 0:
            return
        elapsed_s = time.monotonic() - self._start_s
        left = f", about {elapsed_s / done * (total - done):.0f} s left" if done else ""
        text = f"{stage}: {done} of {total} {unit}{left}"
        if self._is_terminal:
            bar = "#" * (20 * done // total)
            print(f"\r[{bar:<20}] {text:<58.58}", end="", file=sys.stderr, flush=True)
            self._is_open = True
        elif 10 * done // total != self._last_tenth:
            self._last_tenth = 10 * done // total
            print(text, file=sys.stderr, flush=True)

    def close(self) -> None:
        """End the line, so that other text starts on its own."""
        if self._is_open:
            print(file=sys.stderr)
            self._is_open = False
