"""The hands of a singer in a program of its own: ``python first_song.py make|recover FOLDER``.

Every step waits for what a person would wait for, then clicks, drags and types on the window.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.application import run
from app.main_window import MainWindow
from app.paths import journal_folder
from editor.view.curve_overlay import CurveOverlay
from engine.api import PlayState
from engine.types import CurveLayers, Parameter
from tests.qt.conftest import Hand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
BREATH = Parameter.BREATHINESS
KEYS_MIDI = (62, 64, 65, 67, 65, 64, 62, 60)
LYRICS = "sa ku ra sa ku ra ya yo"
FAR_BARS = 12
TICK_MS = 10
STEP_S = 20.0

Steps = Iterator[Callable[[], bool]]


def window_of() -> MainWindow | None:
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    return windows[0] if windows and windows[0].isVisible() else None


def make(folder: Path) -> Steps:
    """A song out of nothing: heard, saved, and one step more."""
    yield lambda: window_of() is not None
    window = window_of()
    workspace, hand = window.desk.workspace, Hand(window)
    yield lambda: window.welcome.page is not None and window.welcome.page.isVisible()
    assert hand.notes == []
    QTest.mouseClick(window.welcome.page.buttons[0], LEFT)
    yield lambda: not window.welcome.page.isVisible()

    hand.key(Qt.Key.Key_2)
    assert window.actions_["notes.tool_draw"].isChecked()
    for n, key_midi in enumerate(KEYS_MIDI):
        draw(hand, 960 + 480 * n, key_midi)
    assert len(hand.notes) == len(KEYS_MIDI)

    hand.key(Qt.Key.Key_Home)
    hand.key(Qt.Key.Key_F2)
    QTest.keyClicks(window.lyrics.editor, LYRICS)
    QTest.keyClick(window.lyrics.editor, Qt.Key.Key_Return)
    yield lambda: is_sung(window)
    yield lambda: BREATH in {lane.parameter for lane in window.roll.lane_stack}

    pencil(hand, BREATH, [(1500, -60), (1700, -30), (2100, -25), (2400, -50)])
    assert drawn(window)
    yield lambda: is_sung(window)
    assert window.problems.list.count() == 0, window.problems.list.item(0).text()

    say("sung")
    if listen() == "play":
        hand.key(Qt.Key.Key_Space)
        yield lambda: workspace.transport.state is PlayState.PLAYING
        yield lambda: workspace.transport.state is PlayState.STOPPED
        say("played")
        listen()

    song = folder / "first.melisma"
    QFileDialog.getSaveFileName = staticmethod(lambda *_: (str(song), ""))
    hand.key(Qt.Key.Key_S, CTRL)
    yield lambda: song.exists() and not window.isWindowModified()

    before = journal_bytes()
    for _ in range(FAR_BARS):
        hand.key(Qt.Key.Key_Period)
    draw(hand, FAR_BARS * 1920 + 480, 64)
    assert len(hand.notes) == len(KEYS_MIDI) + 1
    assert window.isWindowModified()
    yield lambda: journal_bytes() != before
    yield pause(300)
    say(json.dumps(state(window)))
    say("ready")
    yield lambda: False  # until it is killed


def recover(folder: Path) -> Steps:
    """What the crash left, opened by a click and exported."""
    yield lambda: window_of() is not None
    window = window_of()
    yield lambda: window.recovery.dialog is not None and window.recovery.dialog.isVisible()
    QTest.mouseClick(window.recovery.dialog.open_button, LEFT)
    yield lambda: "is back" in window.statusBar().currentMessage()
    say(json.dumps(state(window)))
    yield lambda: is_sung(window)

    hand = Hand(window)
    yield from activate(window)
    hand.key(Qt.Key.Key_E, CTRL | SHIFT)
    yield from export(window, folder / "first.wav", lambda dialog: choose(dialog.bits, 32))
    window.actions_["file.export_ds"].trigger()
    yield from export(window, folder / "first.ds", lambda _: None)

    yield from activate(window)
    hand.key(Qt.Key.Key_S, CTRL)
    yield lambda: not window.isWindowModified()
    say("done")
    hand.key(Qt.Key.Key_Q, CTRL)


def activate(window: MainWindow) -> Steps:
    """What a window manager does where a dialog has gone."""
    window.activateWindow()
    yield lambda: QApplication.activeWindow() is window


def export(window: MainWindow, path: Path, shape: Callable) -> Steps:
    yield lambda: window.exports.dialog is not None and window.exports.dialog.isVisible()
    dialog = window.exports.dialog
    shape(dialog)
    field: QLineEdit = dialog.path_edit
    field.selectAll()
    QTest.keyClicks(field, str(path))
    QTest.mouseClick(dialog.start_button, LEFT)
    yield lambda: path.exists() and not dialog.background.is_running
    QTest.mouseClick(dialog.close_button, LEFT)


# ---------------------------------------------------------------------- what hands do


def draw(hand: Hand, ticks: int, key_midi: int) -> None:
    hand.drag(hand.at(ticks + 10, key_midi), hand.at(ticks + 474, key_midi))


def pencil(hand: Hand, parameter: Parameter, spots: list[tuple[float, float]]) -> None:
    items = hand.roll.canvas.scene().items()
    (overlay,) = [item for item in items if isinstance(item, CurveOverlay)]
    points = [overlay.place_of(parameter, *spot).toPoint() for spot in spots]
    hand.send(QEvent.Type.MouseButtonPress, points[0])
    for point in points[1:]:
        hand.send(QEvent.Type.MouseMove, point)
    hand.send(QEvent.Type.MouseButtonRelease, points[-1], held=False)


def choose(box, data: object) -> None:
    """By the keyboard, as a box of choices has it."""
    box.setFocus()
    for _ in range(box.count()):
        QTest.keyClick(box, Qt.Key.Key_Up)
    while box.currentData() != data:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"{data} is not offered"


# ---------------------------------------------------------------------- what is seen


def is_sung(window: MainWindow) -> bool:
    phrases = window.roll.content.phrases.values()
    is_final = bool(phrases) and all(phrase.state == "final" for phrase in phrases)
    return is_final and not window.desk.workspace.bridge.is_busy


def drawn(window: MainWindow) -> list:
    layers = window.roll.content.part.curves.get(BREATH, CurveLayers())
    return [(list(map(float, s.ticks)), list(map(float, s.values))) for s in layers.drawn]


def state(window: MainWindow) -> dict:
    part = window.roll.content.part
    notes = [(n.start_ticks, n.length_ticks, n.key_midi, n.lyric) for n in part.notes]
    return {"notes": notes, "breathiness": drawn(window)}


def journal_bytes() -> bytes:
    return b"".join(path.read_bytes() for path in sorted(journal_folder().glob("*")))


# ---------------------------------------------------------------------- talk and time


def say(text: str) -> None:
    print(text, flush=True)


def listen() -> str:
    return sys.stdin.readline().strip()


def pause(ms: int) -> Callable[[], bool]:
    over: list[bool] = []
    QTimer.singleShot(ms, lambda: over.append(True))
    return lambda: bool(over)


def drive(steps: Steps) -> QTimer:
    """Take step after step, each once what it waits for has come; stop at the first fault."""
    wanted: list[Callable[[], bool]] = [lambda: True]
    begin_s = [time.monotonic()]

    def go_on() -> None:
        try:
            if wanted[0]():
                timer.stop()  # a step may let events run
                wanted[0] = next(steps)
                begin_s[0] = time.monotonic()
                timer.start()
            line = wanted[0].__code__.co_firstlineno
            assert time.monotonic() - begin_s[0] < STEP_S, f"line {line}: it did not come"
        except StopIteration:
            timer.stop()
        except BaseException:  # noqa: BLE001 - whatever it is, the parent must see it
            traceback.print_exc()
            sys.stderr.flush()
            QApplication.exit(9)

    timer = QTimer()
    timer.timeout.connect(go_on)
    timer.start(TICK_MS)
    return timer


if __name__ == "__main__":
    application = QApplication([])
    kept = drive({"make": make, "recover": recover}[sys.argv[1]](Path(sys.argv[2])))
    sys.exit(run(None))
