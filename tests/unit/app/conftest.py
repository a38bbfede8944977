"""One application for all tests of the shell; every test leaves it undressed and speechless."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def _application():
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(["melisma"])
    yield application
    application.processEvents()


@pytest.fixture
def application(_application) -> Iterator[object]:
    """The application; windows that a test leaves open fail it."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPalette

    font = _application.font()
    yield _application
    left = [repr(w) for w in _application.topLevelWidgets() if w.isVisible()]
    for child in list(_application.children()):
        if type(child).__module__.startswith("app."):
            child.setParent(None)
            child.deleteLater()
    for widget in _application.topLevelWidgets():
        widget.deleteLater()
    _application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _application.setStyleSheet("")
    _application.setPalette(QPalette())
    _application.setFont(font)
    assert not left, f"windows left open: {left}"
