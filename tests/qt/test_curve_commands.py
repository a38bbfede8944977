"""Keys and the wheel change a stretch of the current curve; every command is one step."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.edits.curve_commands import Around
from engine.types import Parameter
from tests.qt.conftest import press_ok
from tests.unit.editor.songs import sampled

PITCH, TENSION, BREATHINESS = Parameter.PITCH, Parameter.TENSION, Parameter.BREATHINESS
NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
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


def layers(hand, parameter=PITCH):
    return hand.window._workspace.store.project.tracks[0].parts[0].curves.get(parameter)


def run(hand, name):
    action = hand.window.actions_[f"curves.{name}"]
    assert action.isEnabled()
    action.trigger()


def wheel(hand, place: QPoint, notches: int, modifiers=ALT):
    event = QWheelEvent(
        QPointF(place),
        QPointF(hand.view.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hand.view, event)


def test_nothing_can_be_done_without_a_stretch(window):
    for name in ("bake", "raise", "lock", "copy", "paste"):
        assert not window.actions_[f"curves.{name}"].isEnabled()


def test_keys_raise_the_pitch_of_the_chosen_note_as_one_step(sung, workspace):
    n_steps = len(workspace.history.names)
    for _ in range(3):
        sung.key(Qt.Key.Key_PageUp, ALT | CONTROL)
    sung.key(Qt.Key.Key_Down, ALT | SHIFT)
    assert sampled(layers(sung).offset, FIRST, END) == pytest.approx(-0.2, abs=1e-4)
    assert np.isnan(sampled(layers(sung).offset, END + 1, END + 9)).all()
    assert len(workspace.history.names) == n_steps + 1
    workspace.history.undo()
    assert layers(sung) is None


def test_the_wheel_over_a_lane_moves_that_lane_where_notes_are_chosen_or_under_it(sung, workspace):
    box = sung.roll.lane_panes[TENSION].geometry()
    there = QPoint(sung.at(FIRST + 100, 60).x(), round(box.center().y()))
    n_steps = len(workspace.history.names)
    wheel(sung, there, 1)
    wheel(sung, there, 1)
    assert sampled(layers(sung, TENSION).offset, FIRST, END) == pytest.approx(0.5)
    assert len(workspace.history.names) == n_steps + 1
    assert sung.roll.content.current is TENSION
    sung.window.desk.bench.select(frozenset())
    wheel(sung, sung.at(1500, 64), -1)
    assert sampled(layers(sung).offset, 1440, 1920) == pytest.approx(-0.1, abs=1e-4)
    n_steps = len(workspace.history.names)
    wheel(sung, sung.at(5000, 64), -1)
    assert len(workspace.history.names) == n_steps


def test_baking_draws_what_is_sung_and_erasing_gives_the_prediction_back(sung):
    run(sung, "bake")
    assert not np.isnan(sampled(layers(sung).drawn, FIRST, END)).any()
    run(sung, "raise")
    run(sung, "erase_offset")
    assert layers(sung).offset == ()
    run(sung, "erase")
    assert layers(sung) is None


def test_smoothing_again_smooths_more(sung):
    run(sung, "bake")
    rough = [np.abs(np.diff(sampled(layers(sung).drawn, FIRST, END), 2)).sum()]
    for _ in range(2):
        run(sung, "smooth")
        rough.append(np.abs(np.diff(sampled(layers(sung).drawn, FIRST, END), 2)).sum())
    assert rough[0] > rough[1] > rough[2]


def test_locks_are_set_and_taken_off(sung):
    run(sung, "lock")
    assert layers(sung).locked_ticks == ((FIRST, END),)
    run(sung, "unlock")
    assert layers(sung) is None


def test_scaling_is_seen_before_it_is_done(sung, workspace):
    sung.window.desk.roll.set_current_parameter(BREATHINESS)
    before = workspace.store.project
    run(sung, "scale")
    dialog = sung.window.curves.dialog
    dialog.spin.setValue(0)
    dialog.box.setCurrentIndex(0)
    assert dialog.around is Around.MEAN
    shown = sung.roll.content.part.curves[BREATHINESS].drawn
    flat = sampled(shown, FIRST, END)
    assert np.ptp(flat) == 0.0
    assert workspace.store.project is before
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert BREATHINESS not in sung.roll.content.part.curves
    run(sung, "scale")
    dialog = sung.window.curves.dialog
    dialog.spin.setValue(0)
    press_ok(dialog)
    assert np.ptp(sampled(layers(sung, BREATHINESS).drawn, FIRST, END)) == 0.0


def test_a_stretch_is_copied_into_another_lane_and_says_what_was_mapped(sung, workspace):
    roll = sung.roll
    roll.set_current_parameter(BREATHINESS)
    run(sung, "bake")
    run(sung, "copy")
    workspace.transport.seek(2400)
    roll.set_current_parameter(TENSION)
    run(sung, "paste")
    drawn = sampled(layers(sung, TENSION).drawn, 2400, 2880)
    source = sampled(layers(sung, BREATHINESS).drawn, FIRST, END)
    np.testing.assert_allclose(drawn, -10 + (source + 96) * 20 / 96, atol=1e-3)
    assert "mapped" in sung.window.statusBar().currentMessage()
    assert sung.window.desk.bench.range_ticks == (2400, 2880)
    roll.set_current_parameter(PITCH)
    n_steps = len(workspace.history.names)
    run(sung, "paste")
    assert len(workspace.history.names) == n_steps
    assert "cannot be pasted" in sung.window.statusBar().currentMessage()


def test_cut_and_paste_move_a_stretch(sung):
    run(sung, "raise")
    run(sung, "cut")
    assert layers(sung) is None
    sung.window.desk.bench.select_range((1440, 1920))
    run(sung, "paste_here")
    assert sampled(layers(sung).offset, 1440, 1920) == pytest.approx(0.1, abs=1e-4)


def test_all_time_is_chosen_and_let_go(sung):
    run(sung, "select_all")
    assert sung.window.desk.bench.range_ticks == (960, 2400)
    run(sung, "select_none")
    assert sung.window.desk.bench.range_ticks is None


def test_what_is_not_sung_yet_is_said(hand, workspace):
    workspace.bridge.stop()
    hand.window.desk.bench.select_range((20_000, 20_400))
    n_steps = len(workspace.history.names)
    run(hand, "smooth")
    assert "Nothing is sung there yet" in hand.window.statusBar().currentMessage()
    assert len(workspace.history.names) == n_steps
