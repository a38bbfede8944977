"""After a crash: what can be had back is listed, looked into, opened, kept or discarded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from app.paths import journal_folder
from editor.journal import Journal, JournalState
from editor.recovery import list_recoverable
from tests.unit.editor.songs import song

LEFT = Qt.MouseButton.LeftButton


def leave(name: str, n_notes: int, **more) -> None:
    """A session that was killed."""
    journal = Journal(journal_folder())
    project = replace(song(n_notes=n_notes), name=name)
    journal.put(JournalState(project=project, **more))
    assert journal.drain()
    journal.close(discard=False)


@pytest.fixture
def crashed(tmp_path):
    leave("Evening", 4, n_edits=14, path=tmp_path / "evening.melisma")
    leave("Night", 7)


@pytest.fixture
def told(monkeypatch):
    asked = []

    def answer(*words):
        asked.append(words[2])
        return QMessageBox.StandardButton.Discard

    monkeypatch.setattr(QMessageBox, "question", answer)
    return asked


@pytest.fixture
def look(window, wait_until):
    """Begin as after a start; the dialog, if there is one."""

    def begin(path=None):
        after = []
        window.recovery.begin(path, lambda: after.append("welcome"))
        wait_until(lambda: after or not window.recovery._work.is_running)
        return window.recovery.dialog, after

    yield begin
    if window.recovery.dialog is not None:
        window.recovery.dialog.reject()


def texts(dialog) -> list[list[str]]:
    rows = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    return [[row.text(column) for column in range(4)] for row in rows]


def test_songs_are_listed_with_what_will_come_back(crashed, look, wait_until, tmp_path):
    dialog, after = look()
    assert dialog.isVisible()
    rows = texts(dialog)
    assert [row[0] for row in rows] == ["Night", "Evening"]
    assert rows[1][1] == str(tmp_path / "evening.melisma")
    assert rows[1][3] == "14"
    assert len(rows[0][2]) == len("2026-01-01 12:00")
    wait_until(lambda: "7 note" in dialog.preview.text())
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    wait_until(lambda: "4 note" in dialog.preview.text())
    assert after == []


def test_a_song_is_opened_unsaved_and_its_journal_goes(
    crashed, look, window, workspace, wait_until, tmp_path
):
    dialog, after = look()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.mouseClick(dialog.open_button, LEFT)
    wait_until(lambda: "is back" in window.statusBar().currentMessage())
    assert workspace.store.project.name == "Evening"
    assert workspace.store.path == tmp_path / "evening.melisma"
    assert window.isWindowModified()
    assert [item.name for item in list_recoverable(journal_folder())] == ["Night"]
    assert not dialog.isVisible()
    assert after == []


def test_what_is_kept_for_later_is_offered_again(crashed, look, window):
    dialog, after = look()
    QTest.mouseClick(dialog.later_button, LEFT)
    assert after == ["welcome"]
    assert len(list_recoverable(journal_folder())) == 2
    dialog, _ = look()
    assert len(texts(dialog)) == 2
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(list_recoverable(journal_folder())) == 2


def test_a_discarded_song_is_asked_about_and_gone(crashed, look, told, monkeypatch):
    dialog, after = look()
    buttons = QMessageBox.StandardButton
    with monkeypatch.context() as patch:
        patch.setattr(QMessageBox, "question", lambda *_: buttons.Cancel)
        QTest.mouseClick(dialog.discard_button, LEFT)
    assert len(texts(dialog)) == 2
    QTest.mouseClick(dialog.discard_button, LEFT)
    assert "Night" in told[0]
    assert [row[0] for row in texts(dialog)] == ["Evening"]
    assert [item.name for item in list_recoverable(journal_folder())] == ["Evening"]
    QTest.mouseClick(dialog.discard_button, LEFT)
    assert not dialog.isVisible()
    assert after == ["welcome"]
    assert list_recoverable(journal_folder()) == ()


def test_without_a_crash_the_named_song_or_the_welcome_page_comes(
    look, workspace, tmp_path, wait_until
):
    workspace.store.save(tmp_path / "mine.melisma")
    workspace.new()
    dialog, after = look(tmp_path / "mine.melisma")
    wait_until(lambda: workspace.store.path is not None)
    assert (dialog, after) == (None, [])
    dialog, after = look()
    assert (dialog, after) == (None, ["welcome"])


def test_a_named_song_waits_behind_the_recovery(crashed, look, workspace, tmp_path, wait_until):
    workspace.store.save(tmp_path / "mine.melisma")
    workspace.new()
    dialog, _ = look(tmp_path / "mine.melisma")
    assert workspace.store.path is None
    QTest.mouseClick(dialog.later_button, LEFT)
    wait_until(lambda: workspace.store.path is not None)


def test_a_damaged_song_says_so_and_the_others_stay(look, window, wait_until, monkeypatch):
    leave("Broken", 3)
    dialog, _ = look()
    for path in journal_folder().glob("*.journal"):
        path.write_bytes(path.read_bytes()[:30])
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    QTest.mouseClick(dialog.open_button, LEFT)
    wait_until(lambda: bool(told))
    assert "no song that could be recovered" in told[0]


def test_the_panel_is_had_again_from_the_menu(window, wait_until):
    window.actions_["file.recover"].trigger()
    wait_until(lambda: "nothing to recover" in window.statusBar().currentMessage())
