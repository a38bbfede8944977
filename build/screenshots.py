#!/usr/bin/env python3
"""Make the pictures of README and guide: ``screenshots.py [NAME …]`` into docs/images.

No display is needed. The demo song is sung with the built-in voice, so that curves are real. Fonts
with Chinese and Japanese characters must be installed, or lyrics are boxes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
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
os.environ["HOME"] = "/home/singer"  # pictures show no folders of the machine that makes them

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer  # noqa: E402 - after the platform
from PySide6.QtGui import QMouseEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from app.dialogs.lyrics import FillLyricsDialog  # noqa: E402
from app.dialogs.voicebanks import VoicebankManager  # noqa: E402
from app.main_window import MainWindow  # noqa: E402
from app.notice_bar import NoticeBar  # noqa: E402
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
        """Open a dialog, modal or not, take its picture, and close it."""
        before, taken = set(_dialogs()), []

        def take() -> None:
            for dialog in set(_dialogs()) - before:
                taken.append(dialog)
                timer.stop()
                _prepare(dialog)
                self.wait(1.2)
                save(dialog, name)
                dialog.reject()

        timer = QTimer(self.window)
        timer.timeout.connect(take)
        timer.start(200)
        open_it()
        end_s = time.monotonic() + 10.0
        while not taken and time.monotonic() < end_s:
            self.wait(0.1)
        timer.stop()
        self.wait()
        if not taken:
            raise RuntimeError(f"{name}: no dialog opened")


def _dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def _prepare(dialog: QDialog) -> None:
    """Fill in what a picture should show."""
    if isinstance(dialog, VoicebankManager):
        dialog.tabs.setCurrentIndex(1)  # the first page names a folder of this machine
    if isinstance(dialog, FillLyricsDialog):
        dialog.text.setPlainText("はるのうみ")


@cache
def _dresser(application: QApplication) -> tuple[Translation, ThemeSwitch]:
    """One of each for all windows: what one has put on stays on."""
    return Translation(application), ThemeSwitch(application)


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
    translation, switch = _dresser(application)
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


# ---------------------------------------------------------------------- the pictures

QUARTER = 480
BAR = 4 * QUARTER

Save = Callable[[QWidget, str], None]


def save(widget: QWidget, name: str) -> None:
    """Write one picture, without what the machine lacks."""
    for notice in widget.findChildren(NoticeBar):
        notice.hide()
    picture = widget.grab()
    if not picture.save(str(IMAGES / f"{name}.png")):
        raise RuntimeError(f"{name} cannot be written")
    print(f"{name}: {picture.width()} x {picture.height()}")


def windows() -> None:
    """The main window: themes, languages, sizes."""
    for name, facts in {
        "window": {"size": (1600, 900)},
        "window-light": {"theme": ThemeChoice.LIGHT, "size": (1600, 900)},
        "window-ja": {"language": Language.JAPANESE},
        "window-zh": {"language": Language.CHINESE, "theme": ThemeChoice.LIGHT},
        "window-1280": {},
        "window-1920": {"size": (1920, 1080)},
    }.items():
        with stage(**facts) as found:
            save(found.window, name)


def welcome() -> None:
    """Where one begins."""
    with stage(has_song=False) as found:
        found.window.welcome.show()
        found.wait()
        save(found.window, "welcome")


def tools() -> None:
    """Every tool in use, with a drag under way."""
    with stage() as found:
        window, at, lane = found.window, found.at, found.in_lane
        found.run("view.arrangement")  # away, for more room
        last_ticks = 15 * BAR
        for name, action_id, places in (
            ("tool-select", "notes.tool_select", [at(1000, 72), at(3900, 68)]),
            ("tool-draw", "notes.tool_draw", [at(2 * QUARTER, 66), at(3 * QUARTER, 66)]),
            ("tool-erase", "notes.tool_erase", [at(1300, 69.3), at(2300, 71)]),
            ("tool-split", "notes.tool_split", [at(2300, 71)]),
            ("tool-pencil", "curves.tool_pencil",
             [lane(2000, 0.6), lane(2300, 0.3), lane(2600, 0.35), lane(2900, 0.2)]),
            ("tool-line", "curves.tool_line", [lane(1000, 0.7), lane(2700, 0.2)]),
            ("tool-s-curve", "curves.tool_s_curve", [at(1500, 69.0), at(2200, 71.3)]),
            ("tool-smooth", "curves.tool_smooth", [lane(1000, 0.5, 1), lane(2900, 0.5, 1)]),
            ("tool-erase-curve", "curves.tool_erase", [lane(1000, 0.5), lane(2900, 0.5)]),
            ("tool-offset", "curves.tool_offset", [lane(2000, 0.5), lane(2010, 0.3)]),
            ("tool-lock", "curves.tool_lock", [lane(1000, 0.5, 1), lane(2600, 0.5, 1)]),
            ("tool-range", "curves.tool_range", [lane(1000, 0.5), lane(2600, 0.5)]),
        ):  # fmt: skip
            found.run(action_id)
            if name == "tool-offset":
                window.desk.bench.select_range((1900, 2800))
            found.drag(*places)
            save(window, name)
            window.desk.toolbox.cancel()
            window.desk.bench.select_range(None)
            found.wait()
        found.run("notes.tool_select")
        window.roll.reveal_ticks(0, last_ticks // 4)


def notes() -> None:
    """Lyrics typed in place, vibrato, takes, lists."""
    with stage() as found:
        window = found.window
        found.run("view.arrangement")
        chosen = window.roll.content.part.notes[2]
        window.desk.bench.select(frozenset({chosen.id}))
        found.run("notes.vibrato")
        found.wait_for_song()
        save(window, "vibrato")
        found.workspace.history.undo()
        found.run("notes.lyric")
        save(window, "lyric")
        window.roll.canvas.setFocus()
        found.run("curves.retake_pitch")
        found.wait_for_song()
        window.actions_["view.takes"].setChecked(False)
        found.run("view.takes")
        save(window, "takes")
        for name in ("view.notes", "view.history", "view.inspector"):
            found.run(name)
        found.wait()
        save(window, "lists")


def arrangement() -> None:
    """Tracks, parts, a sound file, the mixer."""
    import numpy as np
    import soundfile

    with tempfile.TemporaryDirectory() as folder, stage(size=(1600, 900)) as found:
        time_s = np.arange(30 * 44100) / 44100
        beat = np.exp(-6.0 * (time_s % 0.8333)) * np.sin(2 * np.pi * 110.0 * time_s)
        path = Path(folder) / "guitar.flac"
        soundfile.write(path, (0.5 * beat).astype(np.float32), 44100)
        found.window.tracks.add_audio([path], BAR)
        found.wait(1.5)
        for name in ("view.arrangement", "view.mixer"):
            if not found.window.actions_[name].isChecked():
                found.run(name)
        found.wait(1.0)
        save(found.window, "arrangement")


def dialogs() -> None:
    """Every dialog."""
    with stage() as found:
        window = found.window
        window.desk.bench.select(frozenset(n.id for n in window.roll.content.part.notes[:6]))
        for name, action_id in (
            ("export-audio", "file.export_audio"),
            ("export-ds", "file.export_ds"),
            ("fill-lyrics", "notes.fill_lyrics"),
            ("find-lyrics", "notes.find_lyrics"),
            ("edit-phonemes", "notes.edit_phonemes"),
            ("quantise", "notes.quantise"),
            ("transpose", "notes.transpose"),
            ("vibrato-dialog", "notes.vibrato_fields"),
            ("voicebanks", "tools.voicebanks"),
            ("palette", "tools.palette"),
            ("shortcuts", "help.shortcuts"),
            ("about", "help.about"),
            ("insert-tempo", "play.insert_tempo"),
        ):
            found.dialog(window.actions_[action_id].trigger, name, save)
        window.desk.bench.select_range((BAR, 2 * BAR))
        found.dialog(window.actions_["curves.scale"].trigger, "scale-curve", save)


def preference_pages() -> None:
    """Every page of the preferences."""
    with stage(has_song=False) as found:
        room = found.window.preferences
        # Those that are left out show folders of the machine that makes the pictures.
        for group in ("general", "audio", "rendering", "cache", "editing", "shortcuts"):
            room.open(group)
            found.wait(0.8)
            save(room.dialog, f"preferences-{group}")
        room.dialog.close()


def large() -> None:
    """The window at twice the size of its points."""
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    command = [sys.executable, __file__, "window-200"]
    subprocess.run(command, env=environment, check=True)


def at_200() -> None:
    """What the process at twice the size does."""
    with stage() as found:
        save(found.window, "window-200")


PICTURES: dict[str, Callable[[], None]] = {
    "windows": windows,
    "welcome": welcome,
    "tools": tools,
    "notes": notes,
    "arrangement": arrangement,
    "dialogs": dialogs,
    "preferences": preference_pages,
    "large": large,
}


def main() -> int:
    """Make the pictures that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*PICTURES, "window-200", []])
    chosen = parser.parse_args().names or list(PICTURES)
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name in chosen:
        (at_200 if name == "window-200" else PICTURES[name])()
    return 0


if __name__ == "__main__":
    sys.exit(main())
