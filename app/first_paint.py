"""Tells when a window was painted for the first time: what is slow waits for that."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Waits until anything of the application has been painted once.

    A window that its children cover paints nothing itself: every widget is watched.
    """

    painted = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event, and for the event loop to come back from it."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)


def tell_elapsed(begin_s: float) -> None:
    """Print how long it took from ``begin_s`` (of `time.time`) to now, as JSON."""
    elapsed_ms = (time.time() - begin_s) * 1e3
    sys.stdout.write(json.dumps({"first_paint_ms": round(elapsed_ms, 1)}) + "\n")
    sys.stdout.flush()


def process_start_s() -> float:
    """When this process began, seconds since 1970; now where the system does not tell."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
        uptime_s = float(Path("/proc/uptime").read_text().split()[0])
        return time.time() - uptime_s + ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return time.time()
