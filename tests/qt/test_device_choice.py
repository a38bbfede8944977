"""The notice of a lost sound card leads to where one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.dialogs.preferences.dialog import PreferencesDialog
from engine.api import DeviceChanged
from engine.errors import AudioDeviceError


def test_choosing_a_device_opens_the_page_of_sound(window, workspace):
    lost = AudioDeviceError("The card is gone.", code="audio-device-lost")
    workspace.transport.device_changed.emit(DeviceChanged(name="", problem=lost))
    QTest.mouseClick(window.play.device.bar.buttons[0], Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(PreferencesDialog)
    assert dialog.isVisible()
    assert dialog.list.currentItem().text() == "Audio"
    dialog.close()
    dialog.close_work()
