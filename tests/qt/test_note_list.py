"""The notes as a table, edited by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from editor.panels.note_list import Column


@pytest.fixture
def notes(hand):
    hand.window.actions_["view.notes"].trigger()
    QApplication.processEvents()
    return hand.window.layout_.notes


def shown(notes):
    table = notes.table
    return [
        [table.data(table.index(row, column)) for column in Column]
        for row in range(table.rowCount())
    ]


def type_into(notes, row, column, text):
    notes.setFocus()
    notes.setCurrentIndex(notes.table.index(row, column))
    QTest.keyClick(notes, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_the_notes_are_listed_as_they_are_drawn(notes, hand):
    assert shown(notes) == [
        ["ら", "D4", "1:3:000", "1"],
        ["ら", "E4", "1:4:000", "1"],
        ["ら", "F4", "2:1:000", "1"],
    ]
    hand.draw(3, 67)
    assert len(shown(notes)) == 4


def test_every_fact_can_be_typed_and_taken_back(notes, hand, workspace):
    type_into(notes, 0, Column.LYRIC, "さ[s a]")
    type_into(notes, 0, Column.KEY, "A4")
    type_into(notes, 0, Column.LENGTH, "0.5")
    type_into(notes, 0, Column.START, "1:1:120")
    assert shown(notes)[0] == ["さ[s a]", "A4", "1:1:120", "0.5"]
    assert hand.notes[0] == (120, 240, 69, "さ")
    for _ in range(4):
        workspace.history.undo()
    assert hand.notes[0] == (960, 480, 62, "ら")


def test_what_cannot_be_understood_is_told_and_changes_nothing(notes, hand, workspace):
    n_steps = len(workspace.history.names)
    type_into(notes, 0, Column.KEY, "H9")
    assert "H9" in hand.window.statusBar().currentMessage()
    assert len(workspace.history.names) == n_steps


def test_rows_and_notes_are_chosen_together(notes, hand):
    notes.selectRow(1)
    assert hand.window.desk.bench.selection == {hand.roll.content.part.notes[1].id}
    hand.window.desk.bench.select(frozenset({hand.roll.content.part.notes[2].id}))
    assert [index.row() for index in notes.selectionModel().selectedRows()] == [2]


def test_a_screen_reader_hears_what_a_cell_means(notes):
    index = notes.table.index(0, Column.KEY)
    assert notes.table.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Key: D4"
    assert notes.accessibleName()


def test_the_list_keeps_its_keys_and_f6_leads_to_it_and_back(notes, hand):
    hand.window.desk.docks["view.arrangement"].hide()
    hand.roll.canvas.setFocus()
    hand.key(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is notes
    notes.setCurrentIndex(notes.table.index(0, 0))
    before = hand.notes
    QTest.keyClick(notes, Qt.Key.Key_Down)
    assert notes.currentIndex().row() == 1
    assert hand.notes == before
    QTest.keyClick(notes, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is hand.roll.canvas
