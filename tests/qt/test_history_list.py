"""The steps of the song as a list: names, the place, the file's place, and the way there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.edits.tempo import rename_project
from editor.history import History
from editor.panels.history_list import HistoryList
from editor.store import Store
from tests.unit.editor.songs import song


@pytest.fixture
def store():
    return Store(song())


@pytest.fixture
def history(store):
    return History(store)


@pytest.fixture
def steps(application, history):
    found = HistoryList(history)
    found.resize(200, 300)
    found.show()
    QApplication.processEvents()
    yield found
    found.close()
    found.deleteLater()


def push(store, history, *names):
    for name in names:
        history.push(rename_project(store.project, name))


def rows(steps) -> list[str]:
    return [steps.item(row).text() for row in range(steps.count())]


def click(steps, row: int) -> None:
    place = steps.visualItemRect(steps.item(row)).center()
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_steps_have_names_and_the_one_of_now_is_marked(steps, store, history, tmp_path):
    push(store, history, "a", "b")
    store.save(tmp_path / "x.melisma")
    push(store, history, "c")
    assert rows(steps) == [
        "As it was opened",
        "Rename song",
        "Rename song  ● saved",
        "Rename song",
    ]
    assert steps.currentRow() == 3
    history.undo()
    assert steps.currentRow() == 2
    done, undone = (steps.item(row).foreground().color() for row in (2, 3))
    assert done != undone


def test_a_click_goes_to_a_step_and_keys_too(steps, store, history):
    push(store, history, "a", "b", "c")
    click(steps, 1)
    assert store.project.name == "a"
    QTest.keyClick(steps, Qt.Key.Key_Down)
    assert store.project.name == "b"
    QTest.keyClick(steps, Qt.Key.Key_Home)
    assert store.project.name == "song"
    QTest.keyClick(steps, Qt.Key.Key_End)
    assert store.project.name == "c"


def test_another_edit_takes_the_place_of_what_was_undone(steps, store, history, tmp_path):
    push(store, history, "a", "b", "c")
    store.save(tmp_path / "x.melisma")
    click(steps, 1)
    push(store, history, "d")
    assert steps.count() == 3
    assert steps.currentRow() == 2
    assert not any("saved" in row for row in rows(steps))


def test_another_song_begins_anew_and_a_hidden_list_catches_up(steps, store, history):
    push(store, history, "a", "b")
    store.start(song())
    assert rows(steps) == ["As it was opened  ● saved"]
    steps.hide()
    push(store, history, "c", "d")
    assert steps.count() == 1
    steps.show()
    assert steps.count() == 3
    assert steps.currentRow() == 2


def test_the_dock_is_shown_by_its_action(window, workspace, hand):
    dock = window.desk.docks["view.history"]
    assert dock.isHidden()
    window.actions_["view.history"].trigger()
    assert dock.isVisible()
    steps = dock.widget()
    assert steps.count() == 4
    click(steps, 1)
    assert len(hand.notes) == 1
    click(steps, 3)
    assert len(hand.notes) == 3
