"""Qt without a display; a test that leaves a window behind fails."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def app() -> Iterator[object]:
    """The application, with all windows of the test closed at its end."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    running = QApplication.instance() or QApplication([])
    yield running
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    running.processEvents()
    left = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert not left, f"windows left behind: {left}"
