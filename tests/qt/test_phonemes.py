"""Phonemes are moved, renamed and given back on the lane, and in a table with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lane(hand, workspace, wait_until):
    """The hand, once all is laid out and the voice's words are read."""
    hand.window.roll.set_viewport(hand.window.roll.viewport.showing_ticks(700, 2600))
    words = hand.window.phonemes._words
    wait_until(lambda: words.of_part(hand.roll.content.part.id) is not None)
    settle(hand, workspace, wait_until)
    return hand


def settle(hand, workspace, wait_until):
    wait_until(lambda: not workspace.bridge.is_busy and bool(placed(hand)))
    QTest.qWait(60)


def placed(hand):
    row = [p for seen in hand.roll.content.phrases.values() for p in seen.layout.phonemes]
    return sorted(row, key=lambda p: p.start_ticks)


def of_note(hand, number):
    note = hand.roll.content.part.notes[number]
    return [p for p in placed(hand) if p.note_id == note.id]


def there(hand, ticks):
    pane = hand.roll.phonemes.geometry()
    x = hand.roll.viewport.ticks_to_px(ticks)
    return QPoint(round(pane.left() + x), round(pane.center().y()))


def overrides(hand, number):
    return hand.roll.content.part.notes[number].overrides


def test_a_boundary_is_dragged_in_one_step_and_sung_there(lane, workspace, wait_until):
    phoneme = of_note(lane, 1)[0]
    n_steps = len(workspace.history.names)
    lane.drag(there(lane, phoneme.start_ticks), there(lane, phoneme.start_ticks - 60))
    (override,) = overrides(lane, 1)
    wanted = phoneme.start_ticks - 60 - 1440
    assert abs(override.place_ticks - wanted) <= 4
    assert len(workspace.history.names) == n_steps + 1
    settle(lane, workspace, wait_until)
    assert abs(of_note(lane, 1)[0].start_ticks - (1440 + override.place_ticks)) <= 2
    lane.key(Qt.Key.Key_Z, CTRL)
    assert overrides(lane, 1) == ()


def test_the_lane_shows_the_boundary_while_it_is_dragged_and_escape_puts_it_back(lane, workspace):
    phoneme, before = of_note(lane, 1)[0], workspace.store.project
    lane.send(QEvent.Type.MouseButtonPress, there(lane, phoneme.start_ticks))
    lane.send(QEvent.Type.MouseMove, there(lane, phoneme.start_ticks - 40))
    assert abs(of_note(lane, 1)[0].start_ticks - (phoneme.start_ticks - 40)) <= 4
    label = lane.window.phonemes.tool.label
    assert label.isVisible()
    assert "ms" in label.text()
    lane.key(Qt.Key.Key_Escape)
    assert of_note(lane, 1)[0] == phoneme
    assert workspace.store.project is before
    assert not label.isVisible()


def test_a_boundary_stays_between_its_neighbours(lane):
    phoneme = of_note(lane, 1)[0]
    lane.drag(there(lane, phoneme.start_ticks), there(lane, 900))
    (override,) = overrides(lane, 1)
    first = of_note(lane, 0)[-1].start_ticks
    assert first < 1440 + override.place_ticks < phoneme.end_ticks


def test_the_mouse_over_a_phoneme_tells_about_it(lane):
    vowel = of_note(lane, 0)[-1]
    lane.send(QEvent.Type.MouseMove, there(lane, vowel.start_ticks + 60), held=False)
    text = lane.window.phonemes.tool.label.text()
    assert text.startswith("a ")
    assert f"{round(vowel.start_ms)} ms" in text
    lane.send(QEvent.Type.MouseMove, lane.at(1000, 70), held=False)
    assert not lane.window.phonemes.tool.label.isVisible()


def double_click(lane, place):
    QTest.mouseClick(lane.view, LEFT, pos=place)
    lane.send(QEvent.Type.MouseButtonDblClick, place)
    lane.send(QEvent.Type.MouseButtonRelease, place, held=False)


def test_a_double_click_on_a_boundary_lets_it_go(lane, workspace, wait_until):
    phoneme = of_note(lane, 1)[0]
    lane.drag(there(lane, phoneme.start_ticks), there(lane, phoneme.start_ticks - 60))
    settle(lane, workspace, wait_until)
    double_click(lane, there(lane, of_note(lane, 1)[0].start_ticks))
    assert overrides(lane, 1) == ()


def test_a_symbol_is_typed_in_place_and_nothing_typed_gives_it_back(lane, workspace, wait_until):
    vowel = of_note(lane, 0)[-1]
    double_click(lane, there(lane, vowel.start_ticks + 60))
    editor = lane.window.phonemes.editor
    assert editor.isVisible()
    assert editor.text() == "a"
    editor.setText("o")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert overrides(lane, 0)[0].symbol == "o"
    settle(lane, workspace, wait_until)
    assert of_note(lane, 0)[-1].symbol == "o"
    double_click(lane, there(lane, vowel.start_ticks + 60))
    editor.setText("")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert overrides(lane, 0) == ()


def test_an_unknown_symbol_is_refused_with_those_that_are_near(lane):
    vowel = of_note(lane, 0)[-1]
    double_click(lane, there(lane, vowel.start_ticks + 60))
    lane.window.phonemes.editor.setText("kyy")
    QTest.keyClick(lane.window.phonemes.editor, Qt.Key.Key_Return)
    assert overrides(lane, 0) == ()
    said = lane.window.statusBar().currentMessage()
    assert "'kyy'" in said
    assert "ky" in said.split("such as")[1]


def test_the_table_changes_symbols_and_places_and_gives_them_back(lane, workspace, wait_until):
    def trigger(name):
        lane.window.actions_[name].trigger()

    lane.key(Qt.Key.Key_Home)
    lane.key(Qt.Key.Key_P, CTRL)
    dialog = lane.window.phonemes.dialog
    assert [row.symbol.currentText() for row in dialog.rows] == ["r", "a"]
    dialog.rows[0].symbol.setCurrentText("qq")
    assert "'qq'" in dialog.said.text()
    dialog.rows[0].symbol.setCurrentText("n")
    dialog.rows[1].offset.setValue(dialog.rows[1].offset_ms + 25)
    dialog.accept()
    symbols = {o.index: o.symbol for o in overrides(lane, 0)}
    assert symbols == {0: "n", 1: None}
    settle(lane, workspace, wait_until)
    assert [p.symbol for p in of_note(lane, 0)] == ["n", "a"]
    trigger("notes.edit_phonemes")
    dialog = lane.window.phonemes.dialog
    dialog.rows[0].is_predicted.setChecked(True)
    dialog.accept()
    assert [o.index for o in overrides(lane, 0)] == [1]
    trigger("notes.reset_phonemes")
    assert overrides(lane, 0) == ()
    trigger("notes.reset_phonemes")
    assert "predicted phonemes already" in lane.window.statusBar().currentMessage()
