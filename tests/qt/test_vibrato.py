"""Vibratos by mouse, by key and by numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from editor.edits.vibrato import USUAL
from editor.view.vibrato_shape import Handle, shape_of
from tests.qt.conftest import press_ok

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST, END = 960, 1440


def first(hand):
    return hand.roll.content.part.notes[0]


def handle_place(hand, handle):
    note = first(hand)
    shape = shape_of(hand.roll.content, hand.roll.viewport, note, note.vibrato)
    x, y = shape.handles[handle]
    pane = hand.roll.roll.geometry()
    return QPoint(round(pane.left() + x), round(pane.top() + y))


@pytest.fixture
def shaken(hand, workspace):
    """Three notes; the first one is chosen and has a vibrato."""
    QTest.mouseClick(hand.view, Qt.MouseButton.LeftButton, pos=hand.at(FIRST + 200, 62))
    hand.key(Qt.Key.Key_V, SHIFT)
    assert first(hand).vibrato == USUAL
    return hand


def test_a_key_gives_a_vibrato_and_takes_it_away(shaken, workspace):
    shaken.key(Qt.Key.Key_V, SHIFT)
    assert first(shaken).vibrato is None
    workspace.history.undo()
    assert first(shaken).vibrato == USUAL


def test_a_handle_is_dragged_with_the_select_tool_in_one_step(shaken, workspace):
    n_steps = len(workspace.history.names)
    begin = handle_place(shaken, Handle.DEPTH)
    shaken.send(QEvent.Type.MouseButtonPress, begin)
    shaken.send(QEvent.Type.MouseMove, begin - QPoint(0, 10))
    assert first(shaken).vibrato.depth_cents == 80.0
    handles = shaken.window.hand._tools["notes.tool_select"]
    assert handles.read_out.text() == "Depth 80 cents"
    assert workspace.store.project.tracks[0].parts[0].notes[0].vibrato == USUAL
    shaken.send(QEvent.Type.MouseButtonRelease, begin - QPoint(0, 10), held=False)
    assert workspace.store.project.tracks[0].parts[0].notes[0].vibrato.depth_cents == 80.0
    assert len(workspace.history.names) == n_steps + 1
    assert handles.read_out.isHidden()
    assert (first(shaken).start_ticks, first(shaken).key_midi) == (FIRST, 62)


def test_escape_gives_the_vibrato_back(shaken):
    begin = handle_place(shaken, Handle.LENGTH)
    shaken.send(QEvent.Type.MouseButtonPress, begin)
    shaken.send(QEvent.Type.MouseMove, begin + QPoint(12, 0))
    assert first(shaken).vibrato.length_ratio < USUAL.length_ratio
    shaken.key(Qt.Key.Key_Escape)
    assert first(shaken).vibrato == USUAL
    shaken.send(QEvent.Type.MouseButtonRelease, begin, held=False)


def test_notes_are_still_moved_beside_the_handles(shaken):
    shaken.drag(shaken.at(FIRST + 60, 62), shaken.at(FIRST + 60, 65))
    assert first(shaken).key_midi == 65


def test_the_tool_draws_a_vibrato_and_then_drags_its_handles(hand, workspace):
    hand.key(Qt.Key.Key_V)
    assert hand.window.actions_["notes.tool_vibrato"].isChecked()
    hand.drag(hand.at(FIRST + 240, 62), hand.at(FIRST + 120, 62.5))
    vibrato = first(hand).vibrato
    assert vibrato.length_ratio == pytest.approx(0.75, abs=0.02)
    assert vibrato.depth_cents == pytest.approx(80.0, abs=5.1)
    assert hand.window.desk.bench.selection == {first(hand).id}
    begin = handle_place(hand, Handle.FADE_IN)
    hand.drag(begin, begin + QPoint(8, 0))
    assert first(hand).vibrato.fade_in_ratio > vibrato.fade_in_ratio
    n_steps = len(workspace.history.names)
    QTest.mouseClick(hand.view, Qt.MouseButton.LeftButton, pos=hand.at(7000, 62))
    assert hand.window.desk.bench.selection == frozenset()
    assert len(workspace.history.names) == n_steps


def test_numbers_are_given_to_many_notes_and_what_differs_stays(shaken, workspace):
    window = shaken.window
    begin = handle_place(shaken, Handle.DEPTH)
    shaken.drag(begin, begin - QPoint(0, 10))
    shaken.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    window.actions_["notes.vibrato_fields"].trigger()
    dialog = window.vibrato.dialog
    assert dialog.spins["depth_cents"].text() == "various"
    dialog.spins["period_ms"].setValue(200)
    assert dialog.rate.text() == "5.00 Hz"
    assert shaken.roll.content.part.notes[2].vibrato.period_ms == 200
    assert workspace.store.project.tracks[0].parts[0].notes[2].vibrato is None
    n_steps = len(workspace.history.names)
    press_ok(dialog)
    found = [note.vibrato for note in workspace.store.project.tracks[0].parts[0].notes]
    assert [v.period_ms for v in found] == [200, 200, 200]
    assert [v.depth_cents for v in found] == [80.0, USUAL.depth_cents, USUAL.depth_cents]
    assert len(workspace.history.names) == n_steps + 1


def test_a_dialog_that_is_closed_changes_nothing(shaken, workspace):
    before = workspace.store.project
    shaken.window.actions_["notes.vibrato_fields"].trigger()
    dialog = shaken.window.vibrato.dialog
    dialog.spins["depth_cents"].setValue(200)
    assert first(shaken).vibrato.depth_cents == 200
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert first(shaken).vibrato == USUAL
    assert workspace.store.project is before
