"""Qt without a display; every test leaves no window and no timer behind."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def application() -> QApplication:
    """The one application of all tests."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


@pytest.fixture(autouse=True)
def _no_leaked_windows(application: QApplication) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    left = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.close()
    assert not left, f"windows left behind: {left}"


@pytest.fixture
def wait_until(application: QApplication) -> Callable[[Callable[[], bool]], None]:
    """Let the event loop run until something holds; fails after ten seconds."""

    def wait(holds: Callable[[], bool]) -> None:
        deadline_s = time.monotonic() + 10.0
        while not holds():
            QCoreApplication.processEvents()
            time.sleep(0.002)
            assert time.monotonic() < deadline_s, "it did not happen"

    return wait
