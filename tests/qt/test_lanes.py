"""Lanes are chosen, folded, dragged and remembered; what a voice does not take is marked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.rooms.lanes import LanesRoom
from editor.edits.curves import draw
from editor.view import lane_stack
from engine.types import Parameter

BREATHINESS, TENSION, ENERGY = Parameter.BREATHINESS, Parameter.TENSION, Parameter.ENERGY


@pytest.fixture
def lanes(window, wait_until) -> LanesRoom:
    wait_until(lambda: window.roll.content.abilities.derives_energy)
    return window.lanes


def shown(window):
    return [lane.parameter for lane in window.roll.lane_stack]


def texts(menu):
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def choose(menu, text):
    (action,) = [a for a in menu.actions() if a.text().replace("&", "") == text]
    action.trigger()


def test_only_what_the_voice_takes_is_offered(window, lanes):
    assert shown(window) == [BREATHINESS, TENSION]
    offered = texts(lanes.lane_menu(TENSION))
    assert "Energy (derived)" in offered
    assert "Gender" not in offered
    assert "Pitch" not in offered


def test_a_lane_is_changed_added_folded_and_closed_by_its_menu(window, lanes):
    choose(lanes.lane_menu(TENSION), "Voicing")
    assert shown(window) == [BREATHINESS, Parameter.VOICING]
    assert window.roll.content.current is Parameter.VOICING
    choose(lanes.add_menu(), "Energy (derived)")
    assert shown(window) == [BREATHINESS, Parameter.VOICING, ENERGY]
    choose(lanes.lane_menu(ENERGY), "Fold lane")
    height = window.roll.lane_panes[ENERGY].geometry().height()
    assert height == lane_stack.FOLDED_PX
    choose(lanes.lane_menu(BREATHINESS), "Close lane")
    assert shown(window) == [Parameter.VOICING, ENERGY]
    kept = window.desk.settings.settings.lanes.shown
    assert kept == "voicing:112 energy:112:folded"
    choose(lanes.lane_menu(ENERGY), "Lanes that suit the voice")
    assert shown(window) == [BREATHINESS, TENSION]
    assert window.desk.settings.settings.lanes.shown == ""


def test_the_header_opens_the_menu_by_mouse_and_by_key(window, lanes):
    header = lanes.headers.lanes[BREATHINESS]
    QTest.mouseClick(header, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "Close lane" in texts(menu)
    menu.close()
    assert window.roll.content.current is BREATHINESS
    assert header.accessibleName() == "Breathiness, chosen"
    window.actions_["curves.lane_menu"].trigger()
    assert QApplication.activePopupWidget() is not None
    QApplication.activePopupWidget().close()
    window.actions_["curves.close_lane"].trigger()
    assert shown(window) == [TENSION]
    assert window.roll.content.current is Parameter.PITCH
    assert not window.actions_["curves.close_lane"].isEnabled()


def test_keys_go_from_the_pitch_through_the_lanes(window, lanes):
    control = Qt.KeyboardModifier.ControlModifier
    seen = []
    for _ in range(3):
        QTest.keyClick(window.roll.canvas, Qt.Key.Key_PageDown, control)
        seen.append(window.roll.content.current)
    assert seen == [BREATHINESS, TENSION, Parameter.PITCH]
    QTest.mouseClick(lanes.headers.lanes[TENSION], Qt.MouseButton.LeftButton)
    QApplication.activePopupWidget().close()
    QTest.mouseClick(lanes.headers.pitch, Qt.MouseButton.LeftButton)
    assert window.roll.content.current is Parameter.PITCH


def test_a_press_in_a_lane_makes_it_the_current_curve(window, lanes):
    view, box = window.roll.canvas.viewport(), window.roll.lane_panes[TENSION].geometry()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert window.roll.content.current is TENSION


def test_the_edge_above_a_lane_is_dragged(window, hand, lanes):
    before = window.roll.lane_panes[TENSION].geometry()
    begin = QPoint(400, round(before.top()))
    hand.drag(begin, begin - QPoint(0, 40))
    assert window.roll.lane_panes[TENSION].geometry().height() == before.height() + 40
    assert window.roll.lane_panes[TENSION].geometry().bottom() == before.bottom()
    assert "tension:152" in window.desk.settings.settings.lanes.shown
    begin = QPoint(400, round(window.roll.lane_panes[TENSION].geometry().top()))
    hand.drag(begin, begin + QPoint(0, 140))
    assert window.roll.lane_stack[1].is_folded
    begin = QPoint(400, round(window.roll.lane_panes[TENSION].geometry().top()))
    hand.send(QEvent.Type.MouseButtonDblClick, begin)
    assert window.roll.lane_stack[1].height_px == lane_stack.LANE_PX


def test_what_was_written_and_is_not_heard_is_listed_and_marked(window, hand, lanes, workspace):
    project = workspace.store.project
    part_id = project.tracks[0].parts[0].id
    workspace.history.push(draw(project, part_id, Parameter.GENDER, [0, 480], [0.1, 0.5]))
    assert lanes.unheard == (Parameter.GENDER,)
    choose(lanes.lane_menu(TENSION), "Gender")
    header = lanes.headers.lanes[Parameter.GENDER]
    assert "not heard" in header.toolTip()
    workspace.history.undo()
    assert Parameter.GENDER not in shown(window)
    assert lanes.unheard == ()


def test_another_voice_hides_lanes_that_it_does_not_take_and_forgets_none(window, lanes):
    choose(lanes.lane_menu(TENSION), "Energy (derived)")
    bare = replace(lanes.abilities, heard=(Parameter.PITCH, BREATHINESS), derives_energy=False)
    folder = window.desk.workspace.bridge.voice_folder("")
    whole = lanes.voices._known[folder]
    lanes.voices._known[folder] = bare
    lanes.refresh()
    assert shown(window) == [BREATHINESS]
    choose(lanes.lane_menu(BREATHINESS), "Fold lane")
    lanes.voices._known[folder] = whole
    lanes.refresh()
    assert shown(window) == [BREATHINESS, ENERGY]
