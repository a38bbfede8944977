"""Properties of one or many notes are shown and changed in the dock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(hand):
    hand.key(Qt.Key.Key_Home)
    hand.key(Qt.Key.Key_F4)
    assert hand.window.desk.docks["view.inspector"].isVisible()
    QApplication.processEvents()
    return hand.window.inspector.panel


def typed(field, text):
    QApplication.processEvents()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def note(hand, number=0):
    return hand.roll.content.part.notes[number]


def test_the_fields_of_one_note_are_shown_and_changed(hand, panel, workspace):
    assert (panel.lyric.text(), panel.key.text(), panel.start.text()) == ("ら", "D4", "1:3:000")
    n_steps = len(workspace.history.names)
    typed(panel.lyric, "sa")
    typed(panel.hint, "s a")
    typed(panel.key, "f#4")
    typed(panel.cents, "-12.5")
    typed(panel.start, "1:3:40")
    typed(panel.length, "300t")
    found = note(hand)
    assert (found.lyric, found.hint, found.key_midi, found.cents) == ("sa", ("s", "a"), 66, -12.5)
    assert (found.start_ticks, found.length_ticks) == (1000, 300)
    assert len(workspace.history.names) == n_steps + 6
    typed(panel.lyric, "sa")
    assert len(workspace.history.names) == n_steps + 6


def test_what_differs_is_left_open_and_a_value_is_given_to_all(hand, panel, workspace):
    hand.key(Qt.Key.Key_A, CTRL)
    QApplication.processEvents()
    assert panel.key.text() == ""
    assert panel.key.lineEdit().placeholderText() == "different"
    assert panel.lyric.text() == "ら"
    typed(panel.key, "C4")
    assert {n.key_midi for n in hand.roll.content.part.notes} == {60}
    hand.key(Qt.Key.Key_Z, CTRL)
    assert [n.key_midi for n in hand.roll.content.part.notes] == [62, 64, 65]
    QApplication.processEvents()
    assert panel.key.text() == ""
    typed(panel.start, "2")
    assert [n.start_ticks for n in hand.roll.content.part.notes] == [1920, 2400, 2880]


def test_leaving_a_field_alone_changes_nothing(hand, panel, workspace):
    before = len(workspace.history.names)
    for field in (panel.lyric, panel.key, panel.cents, panel.start, panel.length):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(workspace.history.names) == before


def test_a_hint_that_is_none_is_refused_and_the_field_shows_what_is(hand, panel):
    typed(panel.hint, "k]")
    assert note(hand).hint == ()
    assert panel.hint.text() == ""
    assert "no single phoneme" in hand.window.statusBar().currentMessage()


def test_what_is_sung_meanwhile_leaves_what_is_being_typed(hand, panel, workspace, wait_until):
    panel.lyric.setFocus()
    panel.lyric.selectAll()
    QTest.keyClicks(panel.lyric, "ki")
    hand.window.inspector._show()
    if panel.lyric.hasFocus():
        assert panel.lyric.text() == "ki"


def test_without_notes_nothing_can_be_typed(hand, panel):
    hand.window.desk.bench.select(frozenset())
    QApplication.processEvents()
    assert not panel.lyric.isEnabled()
    assert panel.key.text() == ""


@pytest.mark.parametrize(("name", "text"), [("start", "soon"), ("length", "0")])
def test_what_cannot_be_read_is_said_and_the_field_shows_what_is(hand, panel, name, text):
    field = getattr(panel, name)
    before = field.text()
    typed(field, text)
    assert f"“{text}”" in hand.window.statusBar().currentMessage()
    assert field.text() == before
