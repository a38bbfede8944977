"""Exports from the window: the bytes of the command line, progress, Stop, and clear sentences."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from app.cli import render as render_module
from app.cli.main import main
from app.settings import Language
from app.translation import Translation
from editor.formats.registry import read_song
from engine.api import Engine
from engine.fakes import FakeSessionHost

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def demo(window, workspace):
    window.actions_["file.open_demo"].trigger()
    return workspace.store.project


def opened(window, action_id: str):
    """The dialog of an action, with the keyboard."""
    window.actions_[action_id].trigger()
    dialog = window.exports.dialog
    assert QTest.qWaitForWindowExposed(dialog)
    dialog.activateWindow()
    QTest.qWait(10)
    assert QApplication.activeWindow() is dialog
    return dialog


@pytest.fixture
def audio(window, demo):
    dialog = opened(window, "file.export_audio")
    yield dialog
    dialog.background.close()
    dialog.close()


@pytest.fixture
def answers(monkeypatch):
    """What message boxes asked; they are answered with Yes."""
    asked: list[str] = []

    def answer(*words):
        asked.append(words[2])
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", answer)
    return asked


def export(dialog, wait_until) -> None:
    QTest.mouseClick(dialog.start_button, LEFT)
    wait_until(lambda: not dialog.background.is_running)


def choose(box, key) -> None:
    """Choose a row as the arrow keys do."""
    box.setFocus()
    while box.currentData() != key:
        row = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != row


def test_the_dialog_writes_the_bytes_of_the_command_line(
    audio, demo, workspace, tmp_path, wait_until, monkeypatch
):
    monkeypatch.setattr(
        render_module, "Engine", lambda **_: Engine(cache_folder=None, sessions=FakeSessionHost())
    )
    theirs = tmp_path / "theirs.flac"
    arguments = ["-o", str(theirs), "--bits", "16", "--rate", "48000", "--range", "2:7.5"]
    assert main(["render", "--demo", "--no-cache", *arguments]) == 0
    whole = tmp_path / "whole.wav"
    assert main(["render", "--demo", "--no-cache", "-o", str(whole)]) == 0

    audio.path_edit.setText(str(tmp_path / "ours.wav"))
    export(audio, wait_until)
    assert (tmp_path / "ours.wav").read_bytes() == whole.read_bytes()

    ticks_per_s = 480 * demo.tempos[0].bpm / 60
    workspace.transport.set_loop((2 * ticks_per_s, 7.5 * ticks_per_s))
    choose(audio.range, "loop")
    choose(audio.kind, ".flac")
    choose(audio.bits, 24)
    audio.bits.setCurrentIndex(audio.bits.findData(16))
    choose(audio.rate, 48000)
    assert audio.path.name == "ours.flac"
    export(audio, wait_until)
    assert soundfile.info(tmp_path / "ours.flac").samplerate == 48000
    assert (tmp_path / "ours.flac").read_bytes() == theirs.read_bytes()


def test_what_follows_from_the_form_is_shown(audio, window, workspace):
    assert audio.windowTitle() == "Export sound"
    assert audio.path.name == "Sakura Sakura.wav"
    assert "MB" in audio.summary.text()
    assert "1 of 1 tracks" in audio.summary.text()
    long = audio.summary.text()
    choose(audio.kind, ".flac")
    assert audio.path.name == "Sakura Sakura.flac"
    assert audio.bits.findData(32) == -1
    assert "less than" in audio.summary.text()
    choose(audio.what, "stems")
    assert audio.path.name == "Sakura Sakura"
    audio.what.setFocus()
    QTest.keyClick(audio.what, Qt.Key.Key_Up)
    assert audio.path.name == "Sakura Sakura.flac"
    assert not audio.peak.isEnabled()
    QTest.keyClick(audio.normalise, Qt.Key.Key_Space)
    assert audio.target().peak_db == -1.0
    assert audio.peak.isEnabled()
    # A range that does not exist cannot be chosen; one that goes away is not kept.
    QTest.keyClick(audio.range, Qt.Key.Key_Down)
    assert audio.range.currentData() == "song"
    notes = window.roll.content.part.notes
    window.desk.bench.select(frozenset({notes[0].id, notes[3].id}))
    choose(audio.range, "selection")
    assert not audio.tail.isEnabled()
    assert audio.summary.text() != long
    window.desk.bench.select(frozenset())
    assert audio.range.currentData() == "song"
    assert audio.tail.isEnabled()


def test_the_keyboard_goes_through_every_field(audio):
    fields = [audio.what, audio.range, audio.kind, audio.bits, audio.rate, audio.tail]
    fields += [audio.normalise, audio.path_edit, audio.browse, audio.start_button]
    audio.what.setFocus()
    for before, after in pairwise(fields):
        assert before.accessibleName() or before.text()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert audio.focusWidget() is after


def test_stop_leaves_no_half_file_and_the_window_goes_on(
    audio, window, workspace, tmp_path, wait_until, monkeypatch
):
    workspace.engine._thread._runner._host.run_s = 0.05
    audio.path_edit.setText(str(tmp_path / "ours.wav"))
    seen: list[str] = []
    audio.background.progressed.connect(lambda _: seen.append(audio.state.text()))
    QTest.mouseClick(audio.start_button, LEFT)
    wait_until(lambda: any("Singing phrase" in text for text in seen))
    assert not audio.fields.isEnabled()
    before = workspace.store.revision
    window.actions_["notes.select_all"].trigger()
    window.actions_["notes.up"].trigger()
    assert workspace.store.revision > before
    assert audio.close_button.text() == "Stop"
    QTest.mouseClick(audio.close_button, LEFT)
    wait_until(lambda: not audio.background.is_running)
    assert "nothing was written" in audio.state.text()
    assert audio.isVisible()
    assert list(tmp_path.glob("*ours*")) == []
    QTest.keyClick(audio, Qt.Key.Key_Escape)
    assert not audio.isVisible()


def test_a_folder_that_went_away_is_told_in_the_dialog(audio, tmp_path, wait_until):
    audio.path_edit.setText(str(tmp_path / "gone" / "a.wav"))
    export(audio, wait_until)
    assert str(tmp_path / "gone") in audio.state.text()
    assert "\n" not in audio.state.text()
    audio.path_edit.setText(str(tmp_path / "a.wav"))
    export(audio, wait_until)
    assert (tmp_path / "a.wav").exists()
    assert audio.folder_button.isVisible()


def test_a_file_that_is_there_is_asked_about_unless_the_file_dialog_did(
    audio, tmp_path, wait_until, answers, monkeypatch
):
    path = tmp_path / "a.wav"
    path.write_text("mine")
    audio.path_edit.setText(str(path))
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(QMessageBox, "question", lambda *_: buttons.Cancel)
    QTest.mouseClick(audio.start_button, LEFT)
    assert not audio.background.is_running
    assert path.read_text() == "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), ""))
    QTest.mouseClick(audio.browse, LEFT)
    assert audio.path == path
    export(audio, wait_until)
    assert soundfile.info(path).frames > 0


def test_closing_the_window_asks_about_an_export_that_runs(
    audio, window, workspace, tmp_path, wait_until, monkeypatch
):
    workspace.engine._thread._runner._host.run_s = 0.05
    audio.path_edit.setText(str(tmp_path / "ours.wav"))
    QTest.mouseClick(audio.start_button, LEFT)
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(QMessageBox, "question", lambda *_: buttons.No)
    assert not window.close()
    assert audio.background.is_running
    monkeypatch.setattr(QMessageBox, "question", lambda *_: buttons.Yes)
    assert window.close()
    assert not audio.background.is_running
    assert list(tmp_path.glob("*ours*")) == []
    audio.close()


def test_ds_is_written_by_part_with_the_chosen_curves(window, demo, tmp_path, wait_until):
    dialog = opened(window, "file.export_ds")
    assert dialog.parts.item(0).text() == "Sakura (56 notes)"
    for name, box in dialog.parameters.items():
        if name != "tension":
            QTest.keyClick(box, Qt.Key.Key_Space)
    path = tmp_path / "a.ds"
    dialog.path_edit.setText(str(path))
    export(dialog, wait_until)
    assert "Wrote" in dialog.state.text(), dialog.state.text()
    text = path.read_text("utf-8")
    assert '"tension"' in text
    assert '"f0_seq"' not in text
    assert len(read_song(path).project.tracks[0].parts[0].notes) > 50
    dialog.parts.setFocus()
    QTest.keyClick(dialog.parts, Qt.Key.Key_Space)
    assert not dialog.start_button.isEnabled()
    dialog.close()


def test_a_song_without_notes_cannot_be_exported_and_says_so(window, tmp_path, wait_until):
    dialog = opened(window, "file.export_audio")
    dialog.path_edit.setText(str(tmp_path / "a.wav"))
    export(dialog, wait_until)
    assert "nothing that can be heard" in dialog.state.text()
    assert list(tmp_path.glob("a*")) == []
    dialog.close()


def test_the_notes_are_written_as_midi(window, demo, tmp_path, monkeypatch, wait_until):
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), "MID (*.mid)")
    )
    window.actions_["file.export_song"].trigger()
    wait_until(lambda: "Wrote" in window.statusBar().currentMessage())
    project = read_song(tmp_path / "a.mid").project
    assert len(project.tracks[0].parts[0].notes) == len(demo.tracks[0].parts[0].notes)
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    gone = tmp_path / "no" / "a.mid"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(gone), ""))
    window.actions_["file.export_song"].trigger()
    wait_until(lambda: bool(told))
    assert str(gone) in told[0]


def test_an_open_dialog_speaks_another_language_at_once(audio, application):
    translation = Translation(application, ["en"])
    translation.use(Language.JAPANESE)
    QTest.qWait(0)
    translation.use(Language.ENGLISH)
    QTest.qWait(0)
    assert audio.windowTitle() == "Export sound"
    assert audio.what.itemText(0) == "One file with the mix"
    translation.deleteLater()
    assert Path(audio.path_edit.text()).suffix == ".wav"
