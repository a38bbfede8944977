"""What lies in a dock gets the keys that it is used with, though the window has commands there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QVBoxLayout, QWidget


def is_kept(widget, key, text="", modifiers=Qt.KeyboardModifier.NoModifier):
    """Whether a key goes to a widget and to no command."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_buttons_keep_space_and_lists_their_letters(window):
    panel = QWidget()
    layout = QVBoxLayout(panel)
    button, names = QPushButton("Sing", panel), QListWidget(panel)
    for widget in (button, names):
        layout.addWidget(widget)
    dock = window.desk.docks.add(
        "view.test", panel, Qt.DockWidgetArea.RightDockWidgetArea, is_shown=True
    )
    window.activateWindow()
    button.setFocus()
    assert is_kept(button, Qt.Key.Key_Space, " ")
    assert not is_kept(button, Qt.Key.Key_G, "g")
    names.setFocus()
    assert is_kept(names, Qt.Key.Key_G, "g")
    assert is_kept(names, Qt.Key.Key_PageDown)
    assert not is_kept(names, Qt.Key.Key_Space, " ")
    assert not is_kept(names, Qt.Key.Key_S, "s", Qt.KeyboardModifier.ControlModifier)
    assert not is_kept(names, Qt.Key.Key_F1)
    dock.close()
