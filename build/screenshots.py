#!/usr/bin/env python3
"""Make the pictures of README and guide: ``screenshots.py [NAME …]`` into docs/images.

No display is needed. The demo song is sung with the built-in voice, so that curves are real. Fonts
with Chinese and Japanese characters must be installed, or lyrics are boxes.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
DEMO = ROOT / "resources" / "songs" / "sakura.melisma"
VOICES = ROOT / "voicebanks"
SINGS_WITHIN_S = 120.0
SIZE = (1280, 720)

sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer  # noqa: E402 - after the platform
from PySide6.QtGui import QMouseEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from app.main_window import MainWindow  # noqa: E402
from app.settings import Language, Settings, ThemeChoice  # noqa: E402
from app.settings_keeper import SettingsKeeper  # noqa: E402
from app.theme import ThemeSwitch  # noqa: E402
from app.translation import Translation  # noqa: E402
from app.voice_shelf import VoiceShelf  # noqa: E402
from app.workspace import Workspace  # noqa: E402
from editor.formats.registry import read_song  # noqa: E402
from engine.api import Engine  # noqa: E402


@dataclass(slots=True)
class Stage:
    """The window with the demo song, and hands to use it."""

    window: MainWindow
    workspace: Workspace
    opened: list[QWidget] = field(default_factory=list)

    def wait(self, seconds: float = 0.3) -> None:
        """Let the window work for a while."""
        end_s = time.monotonic() + seconds
        while time.monotonic() < end_s:
            QApplication.processEvents()
            time.sleep(0.005)

    def wait_for_song(self) -> None:
        """Until everything is sung."""
        self.wait(0.3)
        end_s = time.monotonic() + SINGS_WITHIN_S
        while self.workspace.bridge.is_busy and time.monotonic() < end_s:
            self.wait(0.05)
        self.wait(0.3)

    def run(self, action_id: str) -> None:
        """Trigger an action."""
        self.window.actions_[action_id].trigger()
        self.wait()

    def at(self, ticks: float, midi: float) -> QPoint:
        """A place on the notes, in pixels of the canvas."""
        roll = self.window.roll
        corner = roll.roll.geometry().topLeft().toPoint()
        view = roll.viewport
        return corner + QPoint(round(view.ticks_to_px(ticks)), round(view.midi_to_px(midi)))

    def in_lane(self, ticks: float, ratio: float, lane: int = 0) -> QPoint:
        """A place in a lane, ``ratio`` of its height from above."""
        pane = list(self.window.roll.lane_panes.values())[lane].geometry()
        x = pane.left() + self.window.roll.viewport.ticks_to_px(ticks)
        return QPoint(round(x), round(pane.top() + ratio * pane.height()))

    def drag(self, *places: QPoint, lets_go: bool = False, **mods: Qt.KeyboardModifier) -> None:
        """Press, move through places, and hold there for the picture unless let go."""
        keys = mods.get("keys", Qt.KeyboardModifier.NoModifier)
        view = self.window.roll.canvas.viewport()
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton

        def send(kind: QEvent.Type, place: QPoint, held: Qt.MouseButton) -> None:
            button = none if kind == QEvent.Type.MouseMove else left
            spot = QPointF(place)
            event = QMouseEvent(kind, spot, view.mapToGlobal(spot), button, held, keys)
            QApplication.sendEvent(view, event)

        send(QEvent.Type.MouseButtonPress, places[0], left)
        for begin, end in pairwise(places):
            for step in range(1, 13):
                send(QEvent.Type.MouseMove, begin + (end - begin) * (step / 12.0), left)
        if lets_go:
            send(QEvent.Type.MouseButtonRelease, places[-1], none)
        self.wait()

    def dialog(self, open_it: Callable[[], None], name: str, save: Callable[..., None]) -> None:
        """Open a modal dialog, take its picture, and close it."""

        def take() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                raise RuntimeError(f"{name}: no dialog opened")
            self.wait(1.0)
            save(dialog, name)
            if isinstance(dialog, QDialog):
                dialog.reject()
            else:
                dialog.close()

        QTimer.singleShot(500, take)
        open_it()
        self.wait()


@contextmanager
def stage(
    *,
    theme: ThemeChoice = ThemeChoice.DARK,
    language: Language = Language.ENGLISH,
    size: tuple[int, int] = SIZE,
    has_song: bool = True,
) -> Iterator[Stage]:
    """A window of its own, closed afterwards."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    translation, switch = Translation(application), ThemeSwitch(application)
    translation.use(language)
    switch.use(theme)
    switch.use_language(translation.language)
    shelf = VoiceShelf(lambda: [VOICES])
    with (
        tempfile.TemporaryDirectory() as folder,
        Engine(cache_folder=Path(tempfile.gettempdir()) / "melisma-screenshots") as engine,
    ):
        workspace = Workspace(
            engine,
            journal_folder=Path(folder) / "journal",
            default_voice=VOICES / "nagi",
            voice_folders={"nagi": VOICES / "nagi"},
        )
        window = MainWindow(
            workspace,
            theme=switch,
            translation=translation,
            settings=SettingsKeeper(Settings(), lambda _: None, workspace),
            demo_song=DEMO,
            make_report=lambda: "",
            shelf=shelf,
            own_voice_folder=Path(folder) / "voices",
        )
        window.resize(*size)
        window.show()
        shelf.refresh()
        found = Stage(window, workspace)
        found.wait()
        if has_song:
            workspace.store.start(read_song(DEMO).project)
            found.wait_for_song()
        try:
            yield found
        finally:
            window.hide()
            workspace.close(discard_journal=True)
            shelf.close()
            window.deleteLater()
            QApplication.processEvents()
