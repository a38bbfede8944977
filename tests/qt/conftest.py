"""Qt without a display; every test leaves no window and no timer behind."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.main_window import MainWindow
from app.settings import Settings, ThemeChoice
from app.settings_keeper import SettingsKeeper
from app.theme import ThemeSwitch
from app.translation import Translation
from app.voice_shelf import VoiceShelf
from app.workspace import Workspace
from engine.api import Engine
from engine.fakes import FakeSessionHost

ROOT = Path(__file__).resolve().parents[2]
NAGI = ROOT / "voicebanks" / "nagi"
DEMO = ROOT / "resources" / "songs" / "sakura.melisma"
QUARTER = 480


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


@pytest.fixture
def host():
    return FakeSessionHost()


@pytest.fixture
def workspace(application, tmp_path, host):
    with Engine(cache_folder=None, sessions=host) as engine:
        found = Workspace(
            engine, journal_folder=tmp_path / "journal", default_voice=NAGI, voice_folders={}
        )
        yield found
        found.close(discard_journal=True)


@pytest.fixture
def shelf(application, tmp_path):
    found = VoiceShelf(lambda: [tmp_path / "voices", ROOT / "voicebanks"])
    yield found
    found.close()
    found.deleteLater()


@pytest.fixture
def window(application, workspace, shelf, tmp_path):
    translation, theme = Translation(application, ["en"]), ThemeSwitch(application)
    theme.use(ThemeChoice.DARK)
    found = MainWindow(
        workspace,
        theme=theme,
        translation=translation,
        demo_song=DEMO,
        make_report=lambda: "facts\n",
        settings=SettingsKeeper(Settings(), lambda _: None, workspace),
        shelf=shelf,
        own_voice_folder=tmp_path / "voices",
    )
    found.resize(1280, 960)  # room for the roll below the arrangement
    found.show()
    QApplication.processEvents()
    yield found
    found.hide()
    found.deleteLater()
    # Gone before the theme is: nothing that is doomed is styled once more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.use(ThemeChoice.SYSTEM)
    application.setStyleSheet("")
    for switch in (theme, translation):
        switch.deleteLater()


class Hand:
    """A mouse on the window's notes."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.roll = window, window.roll
        self.view = window.roll.canvas.viewport()

    def at(self, ticks: float, key_midi: float) -> QPoint:
        pane, seen = self.roll.roll.geometry(), self.roll.viewport
        x, y = seen.ticks_to_px(ticks), seen.midi_to_px(key_midi)
        return QPoint(round(pane.left() + x), round(pane.top() + y))

    def send(self, kind, position, *, held=True, modifiers=Qt.KeyboardModifier.NoModifier):
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else left
        event = QMouseEvent(
            kind,
            QPointF(position),
            QPointF(self.view.mapToGlobal(position)),
            button,
            left if held else none,
            modifiers,
        )
        QApplication.sendEvent(self.view, event)

    def drag(self, begin, end, *, modifiers=Qt.KeyboardModifier.NoModifier, is_double=False):
        if is_double:
            QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, pos=begin)
        press = QEvent.Type.MouseButtonDblClick if is_double else QEvent.Type.MouseButtonPress
        self.send(press, begin, modifiers=modifiers)
        for step in range(1, 5):
            now = begin + (end - begin) * (step / 4.0)
            self.send(QEvent.Type.MouseMove, now, modifiers=modifiers)
        self.send(QEvent.Type.MouseButtonRelease, end, held=False, modifiers=modifiers)

    def key(self, name, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.roll.canvas, name, modifiers)

    def draw(self, n: int, key_midi: int) -> None:
        begin = 2 * QUARTER + n * QUARTER
        self.drag(
            self.at(begin + 10, key_midi), self.at(begin + QUARTER - 6, key_midi), is_double=True
        )

    @property
    def notes(self):
        return [
            (note.start_ticks, note.length_ticks, note.key_midi, note.lyric)
            for note in self.roll.content.part.notes
        ]


@pytest.fixture
def hand(window) -> Hand:
    found = Hand(window)
    for n, key_midi in enumerate((62, 64, 65)):
        found.draw(n, key_midi)
    return found


def press_ok(dialog) -> None:
    """Without a window manager a dialog is not always the active window, which Return needs."""
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
