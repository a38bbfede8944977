"""Playing with mouse and keys: the transport bar, the ruler, the keys, tempo and metre."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.dialogs.mark_dialog import MarkDialog
from app.setting_values import with_value
from editor.formats.registry import read_song
from engine.api import MASTER, Level, PlayState
from tests.qt.conftest import DEMO

BAR = 1920
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
UPPER, LOWER = 8, 28  # pixels of the ruler's rows


class RulerHand:
    """A mouse on the ruler, and what the transport says."""

    def __init__(self, window, workspace) -> None:
        self.window, self.roll, self.transport = window, window.roll, workspace.transport
        self.workspace = workspace
        self.view = window.roll.canvas.viewport()

    def at(self, ticks: float, y_px: float) -> QPoint:
        box = self.roll.ruler.geometry()
        x = self.roll.viewport.ticks_to_px(ticks)
        return QPoint(round(box.left() + x), round(box.top() + y_px))

    def send(self, kind, place, *, is_held=True, modifiers=NONE) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind,
            QPointF(place),
            QPointF(self.view.mapToGlobal(place)),
            none if kind == QEvent.Type.MouseMove else left,
            left if is_held else none,
            modifiers,
        )
        QApplication.sendEvent(self.view, event)

    def click(self, ticks, y_px, *, modifiers=NONE, button=Qt.MouseButton.LeftButton) -> None:
        QTest.mouseClick(self.view, button, modifiers, self.at(ticks, y_px))

    def double_click(self, ticks, y_px) -> None:
        self.click(ticks, y_px)
        self.send(QEvent.Type.MouseButtonDblClick, self.at(ticks, y_px))
        self.send(QEvent.Type.MouseButtonRelease, self.at(ticks, y_px), is_held=False)

    def drag(self, first, last, y_px, *, modifiers=NONE, lets_go=True) -> None:
        begin, end = self.at(first, y_px), self.at(last, y_px)
        self.send(QEvent.Type.MouseButtonPress, begin, modifiers=modifiers)
        for step in range(1, 5):
            place = begin + (end - begin) * (step / 4.0)
            self.send(QEvent.Type.MouseMove, place, modifiers=modifiers)
        if lets_go:
            self.send(QEvent.Type.MouseButtonRelease, end, is_held=False, modifiers=modifiers)

    def key(self, name, modifiers=NONE) -> None:
        QTest.keyClick(self.roll.canvas, name, modifiers)

    def shape(self, **fields) -> None:
        """Settings that the user changes elsewhere."""
        keeper = self.window.desk.settings
        for key, value in fields.items():
            keeper.change(with_value(keeper.settings, key.replace("__", "."), value))


@pytest.fixture
def ruler(window, workspace) -> RulerHand:
    workspace.store.start(read_song(DEMO).project)
    QApplication.processEvents()
    return RulerHand(window, workspace)


# ---------------------------------------------------------------------- the ruler


def test_a_click_on_the_ruler_goes_to_the_grid_and_with_alt_anywhere(ruler):
    ruler.click(BAR + 50, LOWER)
    assert ruler.transport.position_ticks == BAR
    ruler.click(BAR + 50, LOWER, modifiers=ALT)
    assert ruler.transport.position_ticks == pytest.approx(BAR + 50, abs=8)
    assert ruler.transport.loop_ticks is None


def test_a_drag_on_the_ruler_is_heard_and_escape_takes_it_back(ruler, monkeypatch):
    grains = []
    monkeypatch.setattr(ruler.transport, "sound_grain", grains.append)
    ruler.click(BAR, LOWER)
    ruler.drag(BAR, BAR + 900, LOWER)
    assert grains
    assert ruler.transport.position_ticks == pytest.approx(BAR + 900, abs=8)
    ruler.drag(BAR + 900, 300, LOWER, lets_go=False)
    ruler.key(Qt.Key.Key_Escape)
    assert ruler.transport.position_ticks == pytest.approx(BAR + 900, abs=8)
    ruler.send(QEvent.Type.MouseButtonRelease, ruler.at(300, LOWER), is_held=False)


def test_a_drag_in_the_upper_row_makes_a_loop_its_ends_move_and_shift_chooses_a_range(ruler):
    ruler.drag(BAR + 20, 2 * BAR - 20, UPPER)
    assert ruler.transport.loop_ticks == (BAR, 2 * BAR)
    assert ruler.roll.content.loop_ticks == (BAR, 2 * BAR)
    assert ruler.window.actions_["play.loop"].isChecked()
    ruler.drag(2 * BAR, 2 * BAR + 960, UPPER)
    assert ruler.transport.loop_ticks == (BAR, 2 * BAR + 960)
    ruler.drag(BAR, BAR + 480, UPPER)
    assert ruler.transport.loop_ticks == (BAR + 480, 2 * BAR + 960)
    ruler.drag(480, 960, LOWER, modifiers=SHIFT)
    assert ruler.window.desk.bench.range_ticks == (480, 960)
    loop_ticks = ruler.transport.loop_ticks
    assert loop_ticks == (BAR + 480, 2 * BAR + 960)
    ruler.drag(960, 3000, UPPER, lets_go=False)
    ruler.key(Qt.Key.Key_Escape)
    assert ruler.transport.loop_ticks == loop_ticks
    ruler.send(QEvent.Type.MouseButtonRelease, ruler.at(3000, UPPER), is_held=False)


def test_a_double_click_sets_a_loop_and_takes_it_away(ruler):
    ruler.double_click(2 * BAR + 700, UPPER)
    assert ruler.transport.loop_ticks == (2 * BAR, 3 * BAR)
    ruler.double_click(2 * BAR + 700, UPPER)
    assert ruler.transport.loop_ticks is None
    part = ruler.roll.content.part
    ruler.window.desk.bench.select(frozenset({part.notes[0].id}))
    ruler.double_click(2 * BAR + 700, UPPER)
    first = part.start_ticks + part.notes[0].start_ticks
    assert ruler.transport.loop_ticks == (first, first + part.notes[0].length_ticks)


def test_a_mark_is_asked_for_by_a_double_click_and_moved_by_a_drag(ruler, workspace):
    bench = ruler.window.desk.bench
    ruler.transport.seek(2 * BAR)
    ruler.key(Qt.Key.Key_B, CTRL | ALT | SHIFT)
    dialog = ruler.window.findChild(MarkDialog)
    dialog.bpm.setValue(90.0)
    QTest.keyClick(dialog.bpm, Qt.Key.Key_Return)
    assert (2 * BAR, 90.0) in [(t.start_ticks, t.bpm) for t in bench.project.tempos]
    ruler.drag(2 * BAR + 5, 3 * BAR - 10, UPPER)
    tempos = [(t.start_ticks, t.bpm) for t in bench.project.tempos]
    assert (3 * BAR, 90.0) in tempos
    assert (2 * BAR, 90.0) not in tempos
    assert ruler.transport.loop_ticks is None
    ruler.double_click(3 * BAR + 5, UPPER)
    dialog = ruler.window.findChildren(MarkDialog)[-1]
    assert dialog.bpm.value() == 90.0
    dialog.tempo.setChecked(False)
    dialog.accept()
    assert 90.0 not in [t.bpm for t in bench.project.tempos]
    workspace.history.undo()
    assert 90.0 in [t.bpm for t in bench.project.tempos]


def test_the_mark_at_the_songs_begin_can_be_changed_but_not_taken_away(ruler):
    ruler.double_click(6, UPPER)
    dialog = ruler.window.findChild(MarkDialog)
    assert not dialog.tempo.isEnabled()
    dialog.bpm.setValue(66.0)
    dialog.beats.setValue(3)
    dialog.accept()
    project = ruler.window.desk.bench.project
    assert project.tempos[0].bpm == 66.0
    assert (project.time_signatures[0].beats, project.time_signatures[0].unit) == (3, 4)


def test_a_mark_at_the_playhead_is_removed_by_its_action(ruler):
    remove = ruler.window.actions_["play.remove_mark"]
    bench = ruler.window.desk.bench
    ruler.transport.seek(2 * BAR)
    assert not remove.isEnabled()
    ruler.key(Qt.Key.Key_M, CTRL | ALT | SHIFT)
    dialog = ruler.window.findChild(MarkDialog)
    assert dialog.metre.isChecked()
    dialog.beats.setValue(3)
    dialog.accept()
    QApplication.processEvents()
    assert [(s.bar, s.beats) for s in bench.project.time_signatures] == [(0, 4), (2, 3)]
    assert remove.isEnabled()
    remove.trigger()
    QApplication.processEvents()
    assert [(s.bar, s.beats) for s in bench.project.time_signatures] == [(0, 4)]
    assert not remove.isEnabled()


def test_tapping_tells_the_tempo(ruler, monkeypatch):
    from app.dialogs import mark_dialog

    now = [100.0]
    monkeypatch.setattr(mark_dialog.time, "monotonic", lambda: now[0])
    ruler.window.actions_["play.insert_tempo"].trigger()
    dialog = ruler.window.findChild(MarkDialog)
    for _ in range(5):
        QTest.mouseClick(dialog.tap, Qt.MouseButton.LeftButton)
        now[0] += 0.75
    assert dialog.bpm.value() == 80.0
    now[0] += 5.0
    for _ in range(2):
        QTest.mouseClick(dialog.tap, Qt.MouseButton.LeftButton)
        now[0] += 0.5
    assert dialog.bpm.value() == 120.0
    dialog.reject()


def test_the_right_button_brings_the_playhead_and_the_menu(ruler):
    ruler.click(2 * BAR + 30, LOWER, button=Qt.MouseButton.RightButton)
    assert ruler.transport.position_ticks == 2 * BAR
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert ruler.window.actions_["play.insert_tempo"] in menu.actions()
    menu.close()


# ---------------------------------------------------------------------- keys and notes


def test_keys_beside_the_rows_sound(ruler, monkeypatch):
    sounded = []
    monkeypatch.setattr(ruler.transport, "preview_tone", sounded.append)
    box, seen = ruler.roll.keyboard.geometry(), ruler.roll.viewport
    places = [
        QPoint(round(box.left()) + 20, round(box.top() + seen.midi_to_px(key)))
        for key in (69, 70, 71)
    ]
    ruler.send(QEvent.Type.MouseButtonPress, places[0])
    for place in places:
        ruler.send(QEvent.Type.MouseMove, place)
    ruler.send(QEvent.Type.MouseButtonRelease, places[-1], is_held=False)
    assert sounded == [69, 70, 71]


def test_notes_sound_when_chosen_moved_and_drawn_unless_switched_off(hand, workspace, monkeypatch):
    tones, notes = [], []
    transport = workspace.transport
    monkeypatch.setattr(transport, "preview_tone", tones.append)
    monkeypatch.setattr(transport, "preview_note", lambda *a, pitch_midi: notes.append(pitch_midi))
    QTest.mouseClick(hand.view, Qt.MouseButton.LeftButton, pos=hand.at(1160, 62))
    assert notes == [62.0]
    hand.drag(hand.at(1160, 62), hand.at(1160, 64))
    assert tones[-1] == 64.0
    assert len(tones) == len(set(tones))  # each key once
    tones.clear()
    hand.key(Qt.Key.Key_Up)
    QApplication.processEvents()
    assert tones == [65.0]
    hand.window.actions_["play.note_preview"].trigger()
    hand.key(Qt.Key.Key_Up)
    hand.key(Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert tones == [65.0]
    assert notes == [62.0]


# ---------------------------------------------------------------------- the bar


def test_the_bar_tells_place_time_tempo_and_metre(ruler):
    bar = ruler.window.play.bar
    ruler.transport.seek(BAR + 480 + 30)
    assert bar.place.text() == "2:2:030"
    bpm = ruler.window.desk.bench.project.tempos[0].bpm
    assert bar.tempo.text() == f"{bpm:g} bpm"
    assert bar.metre.text() == "4/4"
    assert bar.time.text() == "0:" + f"{(BAR + 510) * 60 / bpm / 480:06.3f}"


def test_a_place_is_typed_to_go_there_and_escape_leaves_it(ruler):
    bar = ruler.window.play.bar
    ruler.key(Qt.Key.Key_G, CTRL)
    assert bar.place.is_typing
    QTest.keyClicks(bar.place, "5:2")
    QTest.keyClick(bar.place, Qt.Key.Key_Return)
    assert ruler.transport.position_ticks == 4 * BAR + 480
    assert not bar.place.is_typing
    assert ruler.roll.canvas.hasFocus()
    bar.place.begin("9")
    QTest.keyClick(bar.place, Qt.Key.Key_Escape)
    assert ruler.transport.position_ticks == 4 * BAR + 480
    assert bar.place.text() == "5:2:000"
    bar.time.setFocus()
    QTest.keyClicks(bar.time, "2.5")
    QTest.keyClick(bar.time, Qt.Key.Key_Tab)
    assert ruler.transport.position_ms == pytest.approx(2500.0, abs=0.1)


def test_the_windows_keys_work_while_a_value_is_only_looked_at(ruler):
    bar = ruler.window.play.bar
    bar.time.setFocus()
    QTest.keyClick(bar.time, Qt.Key.Key_Space)
    assert ruler.transport.state is not PlayState.STOPPED
    QTest.keyClick(bar.time, Qt.Key.Key_Escape)
    assert ruler.transport.state is PlayState.STOPPED
    QTest.keyClick(bar.time, Qt.Key.Key_Return)
    assert bar.time.is_typing
    QTest.keyClick(bar.time, Qt.Key.Key_Escape)
    assert not bar.time.is_typing
    bar.place.setFocus()
    QTest.keyClick(bar.place, Qt.Key.Key_Tab)
    assert bar.time.hasFocus()


def test_a_value_can_be_copied_while_it_is_shown(ruler):
    bar = ruler.window.play.bar
    ruler.transport.seek(BAR)
    bar.place.setFocus()
    bar.place.selectAll()
    bar.place.copy()
    assert QApplication.clipboard().text() == "2:1:000"
    ruler.transport.seek(2 * BAR)
    assert bar.place.hasSelectedText()  # what one is about to copy stays
    bar.place.deselect()
    ruler.transport.seek(3 * BAR)
    assert bar.place.text() == "4:1:000"


def test_what_is_no_place_is_told(ruler):
    bar = ruler.window.play.bar
    for field, text in ((bar.place, "x"), (bar.time, "1:2:3"), (bar.tempo, ""), (bar.metre, "3")):
        field.begin(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert f"“{text}”" in ruler.window.statusBar().currentMessage()


def test_tempo_and_metre_at_the_playhead_are_typed(ruler, workspace):
    bar, bench = ruler.window.play.bar, ruler.window.desk.bench
    ruler.transport.seek(BAR + 200)
    QTest.mouseDClick(bar.tempo, Qt.MouseButton.LeftButton)
    QTest.keyClicks(bar.tempo, "99.5")
    QTest.keyClick(bar.tempo, Qt.Key.Key_Return)
    assert bench.project.tempos[0].bpm == 99.5
    QApplication.processEvents()
    assert bar.tempo.text() == "99.5 bpm"
    assert ruler.transport.position_ticks == BAR + 200
    bar.metre.begin("6/8")
    QTest.keyClick(bar.metre, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (bench.project.time_signatures[0].beats, bar.metre.text()) == (6, "6/8")
    bar.tempo.begin("9000")
    QTest.keyClick(bar.tempo, Qt.Key.Key_Return)
    assert bench.project.tempos[0].bpm == 99.5
    assert "9000" in ruler.window.statusBar().currentMessage()
    workspace.history.undo()
    workspace.history.undo()
    QApplication.processEvents()
    assert bar.metre.text() == "4/4"


def test_the_meter_rises_falls_and_remembers_what_was_too_loud(ruler):
    meter = ruler.window.play.bar.meter
    meter.show_levels({MASTER: Level(peaks=(0.5, 1.2), rms=(0.1, 0.1))})
    assert meter.levels_db[0] == pytest.approx(-6.02, abs=0.01)
    assert meter.has_clipped
    meter.show_levels({MASTER: Level(peaks=(0.0, 0.0), rms=(0.0, 0.0))})
    assert meter.levels_db[0] == pytest.approx(-7.52, abs=0.01)
    meter.show_levels({})
    assert max(meter.levels_db) == float("-inf")
    QTest.mouseClick(meter, Qt.MouseButton.LeftButton)
    assert not meter.has_clipped


# ---------------------------------------------------------------------- actions


def test_keys_walk_over_the_bars_and_to_the_ends(ruler):
    ruler.transport.seek(BAR + 100)
    ruler.key(Qt.Key.Key_Period)
    assert ruler.transport.position_ticks == 2 * BAR
    ruler.key(Qt.Key.Key_Comma)
    assert ruler.transport.position_ticks == BAR
    ruler.key(Qt.Key.Key_Comma)
    ruler.key(Qt.Key.Key_Comma)
    assert ruler.transport.position_ticks == 0
    ruler.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert ruler.transport.position_ticks == ruler.transport.end_ticks > 0
    assert ruler.roll.viewport.visible_ticks[1] >= ruler.transport.end_ticks
    ruler.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert ruler.transport.position_ticks == 0


def test_the_loop_is_switched_and_set_by_keys(ruler):
    ruler.key(Qt.Key.Key_Slash)
    assert ruler.transport.loop_ticks == (0, 4 * BAR)
    ruler.transport.seek(BAR)
    ruler.key(Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    assert ruler.transport.loop_ticks == (BAR, 4 * BAR)
    ruler.transport.seek(3 * BAR)
    ruler.key(Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert ruler.transport.loop_ticks == (BAR, 3 * BAR)
    ruler.key(Qt.Key.Key_Slash)
    assert ruler.transport.loop_ticks is None
    assert ruler.roll.content.loop_ticks is None
    ruler.key(Qt.Key.Key_Slash)
    assert ruler.transport.loop_ticks == (BAR, 3 * BAR)
    ruler.workspace.new()
    assert ruler.transport.loop_ticks is None


def test_what_is_chosen_is_played_once_or_looped(ruler, wait_until):
    window, part = ruler.window, ruler.roll.content.part
    assert not window.actions_["play.selection"].isEnabled()
    window.desk.bench.select(frozenset({note.id for note in part.notes[1:3]}))
    first = part.start_ticks + part.notes[1].start_ticks
    last = part.start_ticks + part.notes[2].end_ticks
    ruler.key(Qt.Key.Key_Space, SHIFT)
    assert ruler.transport.state is PlayState.PLAYING
    wait_until(lambda: ruler.transport.state is PlayState.STOPPED)
    wait_until(lambda: ruler.transport.position_ticks == first)
    window.actions_["play.loop_selection"].trigger()
    assert ruler.transport.loop_ticks == (first, last)
    window.desk.bench.select_range((480, 960))
    window.desk.bench.select(frozenset())
    window.actions_["play.loop_selection"].trigger()
    assert ruler.transport.loop_ticks == (480, 960)


def test_switches_are_settings_and_show_where_they_stand(ruler):
    actions, keeper = ruler.window.actions_, ruler.window.desk.settings
    actions["play.metronome"].trigger()
    assert keeper.settings.audio.metronome
    assert ruler.transport._has_metronome
    actions["play.count_in_2"].trigger()
    assert keeper.settings.audio.count_in_bars == 2
    assert actions["play.count_in_2"].isChecked()
    assert not actions["play.count_in_off"].isChecked()
    actions["play.count_in_2"].trigger()
    assert keeper.settings.audio.count_in_bars == 0
    assert actions["play.count_in_off"].isChecked()
    actions["play.wait"].trigger()
    assert not keeper.settings.audio.wait_for_phrases
    ruler.shape(audio__wait_for_phrases=True, audio__follow_playhead=False)
    assert actions["play.wait"].isChecked()
    assert not actions["play.follow"].isChecked()


def test_the_page_turns_only_where_that_is_wished(ruler, wait_until):
    ruler.shape(audio__follow_playhead=False)
    before = ruler.roll.viewport
    far = before.visible_ticks[1] + 10
    ruler.transport.play_from(far)
    wait_until(lambda: ruler.transport.position_ticks > far + 5)
    assert ruler.roll.viewport.scroll_x_px == before.scroll_x_px
    ruler.shape(audio__follow_playhead=True)
    wait_until(lambda: ruler.roll.viewport.scroll_x_px != before.scroll_x_px)
    ruler.transport.stop()


def test_the_button_that_plays_shows_what_it_would_do(ruler, wait_until):
    def picture() -> bytes:
        image = ruler.window.actions_["play.toggle"].icon().pixmap(24, 24).toImage()
        return bytes(image.constBits())

    wait_until(lambda: not ruler.window.actions_["play.toggle"].icon().isNull())
    resting = picture()
    ruler.key(Qt.Key.Key_Space)
    assert ruler.transport.state is not PlayState.STOPPED
    assert picture() != resting
    ruler.key(Qt.Key.Key_Space)
    assert picture() == resting


def test_tempo_and_metre_of_one_mark_move_together_by_bars(ruler, workspace):
    bench = ruler.window.desk.bench
    ruler.transport.seek(2 * BAR)
    ruler.window.actions_["play.insert_metre"].trigger()
    dialog = ruler.window.findChild(MarkDialog)
    dialog.beats.setValue(3)
    dialog.tempo.setChecked(True)
    dialog.bpm.setValue(90.0)
    dialog.accept()
    QApplication.processEvents()
    ruler.drag(2 * BAR + 5, 2 * BAR + 1440 + 200, UPPER, modifiers=ALT)
    assert [(s.bar, s.beats) for s in bench.project.time_signatures] == [(0, 4), (3, 3)]
    assert (2 * BAR + 1440, 90.0) in [(t.start_ticks, t.bpm) for t in bench.project.tempos]
    ruler.drag(2 * BAR + 1440 + 5, 40, UPPER, lets_go=False)
    ruler.key(Qt.Key.Key_Escape)
    assert [(s.bar, s.beats) for s in bench.project.time_signatures] == [(0, 4), (3, 3)]
    assert ruler.roll.content.metre.signatures == bench.project.time_signatures
    ruler.send(QEvent.Type.MouseButtonRelease, ruler.at(40, UPPER), is_held=False)
    workspace.history.undo()
    assert [(s.bar, s.beats) for s in bench.project.time_signatures] == [(0, 4), (2, 3)]
