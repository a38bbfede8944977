"""Songs and their files: saved beside the window, opened, imported, dropped, and every fault."""

from __future__ import annotations

import errno
import json
import os
import threading
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from editor.formats import atomic_file
from editor.formats.midi import write_midi
from editor.formats.registry import read_song, write_song
from editor.store import Saving
from tests.unit.editor.songs import song

BUTTONS = QMessageBox.StandardButton


@pytest.fixture
def told(monkeypatch):
    """Sentences of warnings."""
    found: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: found.append(words[-1]))
    return found


@pytest.fixture
def ask(monkeypatch):
    """Answer questions with the buttons of a list; what they said."""

    def answer(*buttons) -> list[str]:
        said: list[str] = []
        left = list(buttons)

        def question(*words):
            said.append(words[2])
            return left.pop(0)

        monkeypatch.setattr(QMessageBox, "question", question)
        return said

    return answer


@pytest.fixture
def song_file(tmp_path) -> Path:
    path = tmp_path / "four.melisma"
    write_song(song(), path)
    return path


def save_to(window, path: Path, monkeypatch, wait_until) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.actions_["file.save_as"].trigger()
    wait_until(lambda: not window.files._saving.is_running)


def n_notes(project) -> list[int]:
    return [len(part.notes) for track in project.tracks for part in track.parts]


# ---------------------------------------------------------------------------------- saving


def test_the_window_goes_on_while_a_slow_disk_saves(
    hand, window, workspace, tmp_path, monkeypatch, wait_until
):
    may_write = threading.Event()
    write = Saving.write

    def slowly(saving):
        assert may_write.wait(10.0)
        write(saving)

    monkeypatch.setattr(Saving, "write", slowly)
    path = tmp_path / "a.melisma"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.actions_["file.save_as"].trigger()
    assert window.isWindowModified()
    hand.draw(4, 60)  # while it is being written
    window.actions_["file.save_as"].trigger()  # once more: after this one
    may_write.set()
    wait_until(lambda: not window.files._saving.is_running)
    assert n_notes(read_song(path).project) == [4]
    assert not window.isWindowModified()
    assert window.windowTitle().startswith("a[*]")
    assert window.files.recent.files()[0].path == path


def test_edits_made_while_it_is_saved_stay_unsaved(hand, window, tmp_path, monkeypatch, wait_until):
    may_write = threading.Event()
    write = Saving.write
    monkeypatch.setattr(Saving, "write", lambda saving: may_write.wait(10.0) and write(saving))
    path = tmp_path / "a.melisma"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.actions_["file.save_as"].trigger()
    hand.draw(4, 60)
    may_write.set()
    wait_until(lambda: not window.files._saving.is_running)
    assert n_notes(read_song(path).project) == [3]
    assert window.isWindowModified()


def test_closing_waits_for_a_save(hand, window, tmp_path, monkeypatch):
    write = Saving.write

    def slowly(saving):
        time.sleep(0.2)
        write(saving)

    monkeypatch.setattr(Saving, "write", slowly)
    path = tmp_path / "a.melisma"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.actions_["file.save_as"].trigger()
    assert window.close()
    assert n_notes(read_song(path).project) == [3]


def test_save_in_the_question_saves_first(hand, window, tmp_path, monkeypatch, ask):
    path = tmp_path / "a.melisma"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    said = ask(BUTTONS.Save)
    window.actions_["file.new"].trigger()
    assert "Untitled" in said[0]
    assert n_notes(read_song(path).project) == [3]
    assert hand.notes == []


def test_a_song_is_saved_while_it_plays(hand, window, workspace, tmp_path, monkeypatch, wait_until):
    wait_until(lambda: not workspace.bridge.is_busy)
    window.actions_["play.toggle"].trigger()
    wait_until(lambda: workspace.transport.position_ms > 50.0)
    before_ms = workspace.transport.position_ms
    save_to(window, tmp_path / "a.melisma", monkeypatch, wait_until)
    wait_until(lambda: workspace.transport.position_ms > before_ms + 50.0)
    assert n_notes(read_song(tmp_path / "a.melisma").project) == [3]
    window.actions_["play.stop"].trigger()


def test_a_full_disk_is_one_sentence_and_nothing_is_lost(
    hand, window, workspace, song_file, monkeypatch, wait_until, told, ask
):
    before = song_file.read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(atomic_file.os, "fsync", full)
        save_to(window, song_file, patch, wait_until)
    assert "No space left" in told[0]
    assert str(song_file) in told[0]
    assert "\n" not in told[0]
    assert song_file.read_bytes() == before
    assert window.isWindowModified()
    assert [path.name for path in song_file.parent.glob("*.part")] == []
    # What was asked for before leaving has failed too: the song stays.
    with monkeypatch.context() as patch:
        patch.setattr(atomic_file.os, "fsync", full)
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(song_file), ""))
        ask(BUTTONS.Save)
        assert not window.close()
    assert len(hand.notes) == 3
    save_to(window, song_file, monkeypatch, wait_until)
    assert not window.isWindowModified()
    assert song_file.with_name("four.melisma.bak").read_bytes() == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_one_sentence(hand, window, tmp_path, monkeypatch, wait_until, told):
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    save_to(window, folder / "a.melisma", monkeypatch, wait_until)
    folder.chmod(0o700)
    assert "cannot be written" in told[0]
    assert list(folder.iterdir()) == []


def test_a_folder_that_refuses_is_one_sentence_also_for_root(
    hand, window, tmp_path, monkeypatch, wait_until, told
):
    def refuse(*_args, **_more):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr(atomic_file.tempfile, "mkstemp", refuse)
        save_to(window, tmp_path / "a.melisma", patch, wait_until)
    assert "Permission denied" in told[0]
    assert window.isWindowModified()
    assert len(hand.notes) == 3


# ---------------------------------------------------------------------------------- opening


def newer(path: Path, target: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    raw = json.loads(content["project.json"]) | {"format_version": 99}
    content["project.json"] = json.dumps(raw).encode()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return target


def test_a_newer_song_asks_and_opens_as_a_copy(window, workspace, song_file, ask, told):
    path = newer(song_file, song_file.with_name("newer.melisma"))
    before = workspace.store.project
    said = ask(BUTTONS.Cancel, BUTTONS.Open)
    assert not window.open_song(path)
    assert workspace.store.project is before
    assert window.open_song(path)
    assert "format 99" in said[1]
    assert n_notes(workspace.store.project) == [4]
    assert workspace.store.path is None  # Save does not write over what is newer
    assert told == []


def test_a_damaged_song_offers_the_version_before(window, workspace, tmp_path, ask, told):
    path = tmp_path / "a.melisma"
    write_song(song(n_notes=3), path)
    write_song(song(n_notes=4), path)
    path.write_bytes(path.read_bytes()[:100])
    said = ask(BUTTONS.Open)
    assert window.open_song(path)
    assert "not a readable song" in said[0]
    assert "version before" in said[0]
    assert n_notes(workspace.store.project) == [3]
    assert window.isWindowModified()
    assert told == []


def test_a_damaged_song_without_a_backup_is_one_sentence(window, workspace, tmp_path, told):
    path = tmp_path / "a.melisma"
    path.write_text("la")
    before = workspace.store.project
    assert not window.open_song(path)
    assert not window.open_song(tmp_path / "none.melisma")
    assert not window.open_song(tmp_path / "a.xyz")
    assert len(told) == 3
    assert all("\n" not in sentence for sentence in told)
    assert workspace.store.project is before


def test_a_bad_file_does_not_ask_about_unsaved_work(hand, window, tmp_path, told, ask):
    ask()  # any question would fail
    (tmp_path / "a.melisma").write_text("la")
    assert not window.open_song(tmp_path / "a.melisma")
    assert len(hand.notes) == 3


def test_recent_songs_are_a_menu_with_missing_ones_to_forget(window, workspace, song_file, told):
    window.files.recent.add(song_file.with_name("gone.melisma"))
    window.open_song(song_file)
    menu = window.actions_["file.open_recent"].menu()
    menu.popup(window.pos())
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "&1  four.melisma"
    assert "missing" in texts[1]
    assert not menu.actions()[1].isEnabled()
    workspace.new()
    place = menu.actionGeometry(menu.actions()[0]).center()
    QTest.mouseMove(menu, place)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert n_notes(workspace.store.project) == [4]
    menu.popup(window.pos())
    next(action for action in menu.actions() if "Forget" in action.text()).trigger()
    assert [file.path.stem for file in window.files.recent.files()] == ["four"]
    menu.actions()[-1].trigger()
    assert window.files.recent.files() == ()
    menu.popup(window.pos())
    assert [action.text() for action in menu.actions()] == ["No songs yet"]
    menu.close()


# ---------------------------------------------------------------------------------- others


def test_import_adds_tracks_in_one_step(hand, window, workspace, tmp_path, monkeypatch):
    write_midi(song(n_notes=5), tmp_path / "a.mid")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "a.mid")], ""))
    n_steps = len(workspace.history.names)
    window.actions_["file.import"].trigger()
    assert n_notes(workspace.store.project) == [3, 5]
    assert len(workspace.history.names) == n_steps + 1
    assert len(hand.notes) == 5  # it is shown
    workspace.history.undo()
    assert n_notes(workspace.store.project) == [3]


def test_an_import_that_cannot_be_read_is_told(hand, window, tmp_path, told):
    (tmp_path / "a.mid").write_text("la")
    window.files.import_song(tmp_path / "a.mid")
    assert len(told) == 1
    assert len(hand.notes) == 3


def drop(window, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    view = window.roll.canvas.viewport()
    place = view.rect().center()
    enter = QDragEnterEvent(place, copy, data, left, keys)
    QApplication.sendEvent(view, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(place), copy, data, left, keys, QEvent.Type.Drop)
    QApplication.sendEvent(window, event)
    QApplication.processEvents()
    return event.isAccepted()


def press_in_box(text: str) -> None:
    """Click a button of the message box that is about to come."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        button = next(b for b in box.buttons() if b.text().replace("&", "") == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(50, press)


def test_a_dropped_song_is_opened(window, workspace, song_file):
    assert drop(window, song_file)
    assert n_notes(workspace.store.project) == [4]
    assert workspace.store.path == song_file


@pytest.mark.parametrize(("button", "notes"), [("Import", [3, 5]), ("Open", [5]), ("Cancel", [3])])
def test_a_dropped_midi_file_asks_what_becomes_of_it(
    hand, window, workspace, tmp_path, ask, button, notes
):
    write_midi(song(n_notes=5), tmp_path / "a.mid")
    ask(BUTTONS.Discard)
    press_in_box(button)
    assert drop(window, tmp_path / "a.mid")
    assert n_notes(workspace.store.project) == notes


def test_dropped_sounds_become_tracks_at_the_playhead(hand, window, workspace, tmp_path):
    soundfile.write(tmp_path / "drums.wav", np.zeros(4410, np.float32), 44100)
    workspace.transport.seek(960)
    assert drop(window, tmp_path / "drums.wav", tmp_path / "bass.flac")
    tracks = workspace.store.project.tracks[1:]
    assert [track.name for track in tracks] == ["drums", "bass"]
    assert [track.audio[0].start_ticks for track in tracks] == [960, 960]
    assert workspace.history.can_undo


def test_dropped_voices_go_to_who_takes_them_and_other_files_are_told(
    window, workspace, tmp_path, monkeypatch
):
    taken: list[Path] = []
    monkeypatch.setattr(window.drops, "_take_voice", taken.append)
    voice = tmp_path / "voice"
    voice.mkdir()
    (voice / "dsconfig.yaml").write_text("")
    assert drop(window, voice)
    assert taken == [voice]
    assert drop(window, tmp_path / "letter.txt")
    assert "letter.txt" in window.statusBar().currentMessage()
    data = QMimeData()
    data.setText("no file")
    keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(window.rect().center(), Qt.DropAction.CopyAction, data, left, keys)
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()
