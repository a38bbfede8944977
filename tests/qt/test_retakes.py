"""Stretches are sung anew, and their takes are heard, used, named and deleted in a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.types import Parameter

FIRST, END = 960, 1440  # of the first note


@pytest.fixture
def sung(hand, workspace, wait_until):
    """Three notes that are sung, the first of them chosen."""
    wait_until(lambda: hand.roll.content.abilities.derives_energy)
    wait_until(
        lambda: (
            not workspace.bridge.is_busy and any(p.sung for p in hand.roll.content.phrases.values())
        )
    )
    hand.window.desk.bench.select(frozenset({hand.roll.content.part.notes[0].id}))
    return hand


def takes(hand):
    (found,) = hand.window._workspace.store.project.tracks[0].parts[0].retakes.values()
    return found


def rows(hand):
    listed = hand.window.retakes.list.list
    return [listed.item(i).text() for i in range(listed.count())]


def bold(hand):
    listed = hand.window.retakes.list.list
    found = [listed.item(i) for i in range(listed.count())]
    return [item.text() for item in found if item.font().bold()]


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_retake_is_one_step_and_shows_the_takes(sung, workspace):
    n_steps = len(workspace.history.names)
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    sung.key(Qt.Key.Key_R, control_shift)
    assert len(workspace.history.names) == n_steps + 1
    (new,) = takes(sung).ranges
    assert new.parameters == (Parameter.PITCH,)
    assert (new.first_ticks, new.last_ticks) == (0, 480)
    assert rows(sung) == ["Take 1", "Take 2"]
    assert bold(sung) == ["Take 2"]
    assert not sung.window.desk.docks["view.takes"].isHidden()
    workspace.history.undo()
    assert rows(sung) == []
    assert "one take" in sung.window.retakes.list.hint.text()


def test_parameters_are_chosen_from_those_that_the_voice_predicts(sung):
    menu = sung.window.retakes.choice_menu()
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["&All parameters", "Breathiness", "Voicing", "Tension"]
    next(action for action in menu.actions() if action.text() == "Tension").trigger()
    assert takes(sung).ranges[0].parameters == (Parameter.TENSION,)
    sung.window.actions_["curves.retake_parameters"].trigger()
    assert QApplication.activePopupWidget() is not None
    QApplication.activePopupWidget().close()


def test_an_earlier_take_is_used_heard_named_and_deleted(sung, workspace):
    room = sung.window.retakes
    room.retake((Parameter.PITCH,))
    room.retake((Parameter.PITCH,))
    assert rows(sung) == ["Take 1", "Take 2", "Take 3"]
    n_steps = len(workspace.history.names)
    for row in (0, 1, 0):
        room.list.list.setCurrentRow(row)
        press(room.list.sing)
    assert bold(sung) == ["Take 1"]
    assert takes(sung).ranges == ()
    assert len(workspace.history.names) == n_steps + 1
    room.list.list.item(1).setText("soft")
    assert rows(sung) == ["Take 1", "soft", "Take 3"]
    room.list.list.setCurrentRow(0)
    assert not room.list.delete.isEnabled()
    room.list.list.setCurrentRow(2)
    press(room.list.delete)
    assert rows(sung) == ["Take 1", "soft"]
    workspace.history.undo()
    assert rows(sung) == ["Take 1", "soft", "Take 3"]


def test_hearing_a_take_uses_it_and_plays_its_phrase(sung, workspace, monkeypatch):
    played = []
    monkeypatch.setattr(workspace.transport, "play_range", lambda *ends: played.append(ends))
    room = sung.window.retakes
    room.retake((Parameter.PITCH,))
    room.list.list.setCurrentRow(0)
    press(room.list.play)
    assert bold(sung) == ["Take 1"]
    ((first, last),) = played
    assert first <= FIRST < END <= last


def test_nothing_that_is_not_sung_is_sung_anew(hand, workspace):
    hand.window.desk.bench.select_range((20_000, 20_400))
    n_steps = len(workspace.history.names)
    hand.window.retakes.retake(())
    assert "Nothing is sung there yet" in hand.window.statusBar().currentMessage()
    assert len(workspace.history.names) == n_steps
    hand.window.actions_["view.takes"].trigger()
    hand.window.desk.bench.select_range(None)
    assert "Choose notes" in hand.window.retakes.list.hint.text()
