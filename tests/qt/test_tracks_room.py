"""Tracks, parts and sounds are arranged and mixed with mouse and keys alone."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from editor.edits import audio, tracks
from editor.model.project import AudioClip, Part, Track
from editor.panels.blocks import ROW_PX
from editor.panels.overview import RULER_PX
from engine.api import MASTER, Level
from tests.unit.editor.songs import ids, song

BAR = 1920
NO, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Desk:
    """A mouse and keys on the arrangement."""

    def __init__(self, window) -> None:
        self.window = window
        self.store = window.desk.workspace.store
        self.history = window.desk.workspace.history
        self.room = window.tracks
        self.panel, self.mixer = self.room.panel, self.room.mixer
        self.overview = self.panel.overview

    def at(self, ticks: float, row: int, y_px: int = 34) -> QPoint:
        x = self.overview.view.viewport.ticks_to_px(ticks)
        return QPoint(round(x), RULER_PX + self.overview.view.row_top_px(row) + y_px)

    def send(self, kind, position, *, held=True, modifiers=NO) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind,
            QPointF(position),
            QPointF(self.overview.mapToGlobal(position)),
            none if kind == QEvent.Type.MouseMove else left,
            left if held else none,
            modifiers,
        )
        QApplication.sendEvent(self.overview, event)

    def hold(self, begin, end, *, modifiers=NO) -> None:
        self.send(QEvent.Type.MouseButtonPress, begin, modifiers=modifiers)
        for step in range(1, 5):
            now = begin + (end - begin) * (step / 4.0)
            self.send(QEvent.Type.MouseMove, now, modifiers=modifiers)

    def drag(self, begin, end, *, modifiers=NO) -> None:
        self.hold(begin, end, modifiers=modifiers)
        self.send(QEvent.Type.MouseButtonRelease, end, held=False, modifiers=modifiers)

    def click(self, place, modifiers=NO) -> None:
        QTest.mouseClick(self.overview, Qt.MouseButton.LeftButton, modifiers, place)

    def key(self, name, modifiers=NO) -> None:
        QTest.keyClick(self.overview, name, modifiers)

    def run(self, action_id) -> None:
        self.window.actions_[action_id].trigger()

    @property
    def parts(self):
        return [[(p.id, p.start_ticks) for p in t.parts] for t in self.store.project.tracks]

    @property
    def sound(self) -> AudioClip:
        return self.store.project.tracks[1].audio[0]

    def part(self, part_id) -> Part:
        return next(p for t in self.store.project.tracks for p in t.parts if p.id == part_id)


@pytest.fixture
def backing(tmp_path):
    path = tmp_path / "backing.wav"
    wave = np.sin(np.arange(8000 * 8) / 9.0).astype(np.float32)
    soundfile.write(path, wave, 8000)
    return path


@pytest.fixture
def desk(window, backing, wait_until):
    project = tracks.add_track(song(), Track(id="two", name="Band")).after
    clip = AudioClip(id="band", path=str(backing), start_ticks=BAR)
    project = audio.add_clip(project, "two", clip).after
    project = tracks.duplicate_part(
        project, "part", start_ticks=4 * BAR, new_id="copy", new_note_id=ids()
    ).after
    found = Desk(window)
    found.store.start(project)
    wait_until(lambda: found.panel.loader.length_ms(clip) is not None)
    found.overview.set_viewport(found.overview.view.viewport.showing_ticks(0, 16 * BAR))
    found.overview.setFocus()
    return found


def test_a_click_shows_a_part_in_the_roll(desk):
    desk.click(desk.at(4 * BAR + 300, 0))
    assert desk.overview.selection == {"copy"}
    assert desk.window.roll.content.part.id == "copy"
    assert desk.panel.current_track_id == "track"


def test_a_drag_moves_a_part_on_the_grid_as_one_step(desk):
    desk.drag(desk.at(4 * BAR + 300, 0), desk.at(6 * BAR + 320, 0))
    assert desk.parts[0] == [("part", 0), ("copy", 6 * BAR)]
    assert desk.history.names == ("move part",)
    desk.history.undo()
    assert desk.parts[0] == [("part", 0), ("copy", 4 * BAR)]


def test_alt_leaves_the_grid_alone(desk):
    desk.drag(desk.at(4 * BAR + 300, 0), desk.at(5 * BAR + 437, 0), modifiers=ALT)
    (_, (_, start)) = desk.parts[0]
    assert start % 240
    assert start == pytest.approx(5 * BAR + 137, abs=40)


def test_a_drag_takes_a_part_to_another_track(desk):
    desk.drag(desk.at(4 * BAR + 300, 0), desk.at(8 * BAR + 300, 1))
    assert desk.parts == [[("part", 0)], [("copy", 8 * BAR)]]


def test_ctrl_drag_copies(desk):
    desk.drag(desk.at(4 * BAR + 300, 0), desk.at(8 * BAR + 300, 0), modifiers=CTRL)
    assert [start for _, start in desk.parts[0]] == [0, 4 * BAR, 8 * BAR]
    (chosen,) = desk.overview.chosen
    assert chosen.start_ticks == 8 * BAR
    assert desk.history.names == ("copy part",)


def test_escape_during_a_drag_leaves_the_song_as_it_was(desk):
    before = desk.store.project
    desk.hold(desk.at(4 * BAR + 300, 0), desk.at(8 * BAR, 1))
    assert desk.overview.arrangement.project is not before
    desk.key(Qt.Key.Key_Escape)
    desk.send(QEvent.Type.MouseButtonRelease, desk.at(8 * BAR, 1), held=False)
    assert desk.store.project is before
    assert desk.overview.arrangement.project is before
    assert desk.history.names == ()


def test_a_double_click_on_empty_ground_begins_a_part(desk):
    desk.overview.set_viewport(desk.overview.view.viewport)
    QTest.mouseDClick(desk.overview, Qt.MouseButton.LeftButton, NO, desk.at(9 * BAR + 100, 1))
    ((part_id, start),) = desk.parts[1]
    assert start == 9 * BAR
    assert desk.window.roll.content.part.id == part_id


def test_a_double_click_on_a_part_gives_the_roll_the_keyboard(desk):
    QTest.mouseDClick(desk.overview, Qt.MouseButton.LeftButton, NO, desk.at(4 * BAR + 300, 0))
    assert QApplication.focusWidget() is desk.window.roll.canvas
    assert desk.window.roll.content.part.id == "copy"


def test_keys_walk_move_rename_copy_and_delete(desk):
    desk.key(Qt.Key.Key_PageDown)
    desk.key(Qt.Key.Key_PageDown)
    assert desk.overview.selection == {"copy"}
    assert "bar 5" in desk.overview.accessibleDescription()
    step = desk.overview.snap.step_ticks
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Right)
    assert desk.parts[0][1] == ("copy", 4 * BAR + 2 * step)
    assert desk.history.names == ("move part",)
    desk.key(Qt.Key.Key_Left, ALT)
    desk.key(Qt.Key.Key_Down)
    assert desk.parts[1] == [("copy", 4 * BAR + 2 * step - 15)]
    desk.key(Qt.Key.Key_F2)
    editor = desk.panel.name_editor
    assert editor.isVisible()
    QTest.keyClicks(editor, "chorus")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert desk.part("copy").name == "chorus"
    assert not editor.isVisible()
    desk.key(Qt.Key.Key_D, CTRL)
    assert len(desk.parts[1]) == 2
    desk.key(Qt.Key.Key_Delete)
    assert [name for name, _ in desk.parts[1]] == ["copy"]


def test_escape_keeps_the_old_name(desk):
    desk.click(desk.at(4 * BAR + 300, 0))
    desk.key(Qt.Key.Key_F2)
    QTest.keyClicks(desk.panel.name_editor, "other")
    QTest.keyClick(desk.panel.name_editor, Qt.Key.Key_Escape)
    assert desk.part("copy").name == "verse"
    assert desk.history.names == ()


def test_parts_are_split_at_the_playhead_and_joined(desk):
    desk.click(desk.at(300, 0))
    desk.window.desk.workspace.transport.seek(1440.0)
    desk.run("tracks.split_part")
    assert [start for _, start in desk.parts[0]] == [0, 1440, 4 * BAR]
    desk.click(desk.at(300, 0))
    desk.click(desk.at(1600, 0), CTRL)
    assert len(desk.overview.selection) == 2
    desk.key(Qt.Key.Key_J, CTRL)
    assert [start for _, start in desk.parts[0]] == [0, 4 * BAR]
    assert len(desk.part("part").notes) == 4


def test_a_playhead_outside_says_so(desk, window):
    desk.click(desk.at(300, 0))
    window.desk.workspace.transport.seek(3 * BAR)
    desk.run("tracks.split_part")
    assert "playhead" in window.statusBar().currentMessage()
    assert desk.history.names == ()


def test_a_sound_is_moved_cut_faded_and_levelled(desk):
    begin, end = BAR, BAR + 7680  # 8 s
    desk.drag(desk.at(begin, 1), desk.at(2 * BAR, 1))
    assert (desk.sound.start_ticks, desk.sound.skip_ms) == (2 * BAR, 2000.0)
    desk.drag(desk.at(end, 1), desk.at(end - BAR, 1))
    assert desk.sound.length_ms == 4000.0
    desk.drag(desk.at(2 * BAR, 1, 6) + QPoint(2, 0), desk.at(2 * BAR + 960, 1, 6))
    assert desk.sound.fade_in_ms == pytest.approx(1000.0, abs=60.0)
    line = RULER_PX + desk.overview.view.row_top_px(1) + 2 + 10
    middle = QPoint(desk.at(3 * BAR, 1).x(), line)
    desk.drag(middle, middle + QPoint(0, 10))
    assert desk.sound.gain_db < -3.0
    desk.drag(desk.at(3 * BAR, 1, 38), desk.at(5 * BAR, 1, 38))
    assert desk.sound.start_ticks == 4 * BAR
    assert len(desk.history.names) == 5
    desk.key(Qt.Key.Key_Delete)
    assert desk.store.project.tracks[1].audio == ()


def test_the_ruler_moves_the_playhead(desk):
    desk.click(QPoint(desk.at(3 * BAR, 0).x(), 5))
    assert desk.window.desk.workspace.transport.position_ticks == 3 * BAR


def test_the_wheel_scrolls_and_zooms_with_ctrl(desk):
    def turn(modifiers, notches=1):
        event = QWheelEvent(
            QPointF(300, 60),
            QPointF(desk.overview.mapToGlobal(QPoint(300, 60))),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(desk.overview, event)

    seen = desk.overview.view.viewport
    there = seen.px_to_ticks(300)
    turn(CTRL, 2)
    zoomed = desk.overview.view.viewport
    assert zoomed.px_per_tick > seen.px_per_tick
    assert zoomed.px_to_ticks(300) == pytest.approx(there, abs=1.0 / zoomed.px_per_tick)
    turn(Qt.KeyboardModifier.ShiftModifier, -2)
    assert desk.overview.view.viewport.scroll_x_px > zoomed.scroll_x_px


def test_the_right_button_offers_what_fits(desk):
    def menu_at(place):
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, desk.overview.mapToGlobal(place)
        )
        QApplication.sendEvent(desk.overview, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
        menu.close()
        return names

    assert "tracks.split_part" in menu_at(desk.at(4 * BAR + 300, 0))
    assert desk.overview.selection == {"copy"}
    assert "tracks.add_voice" in menu_at(desk.at(12 * BAR, 0))


def test_tracks_come_go_are_copied_and_ordered(desk):
    desk.run("tracks.add_voice")
    assert [t.id for t in desk.store.project.tracks][:2] == ["track", "two"]
    new = desk.store.project.tracks[2]
    assert desk.panel.current_track_id == new.id
    assert desk.window.roll.content.part.id == new.parts[0].id
    desk.run("tracks.up")
    assert [t.id for t in desk.store.project.tracks] == ["track", new.id, "two"]
    desk.panel.set_current("track")
    desk.run("tracks.duplicate")
    assert len(desk.store.project.tracks[1].parts) == 2
    assert desk.panel.current_track_id == desk.store.project.tracks[1].id
    desk.run("tracks.remove")
    assert [t.id for t in desk.store.project.tracks] == ["track", new.id, "two"]
    assert len(desk.panel.headers) == len(desk.mixer.strips) == 3


def test_a_song_without_tracks_is_shown_and_can_be_begun_anew(desk):
    desk.panel.set_current("track")
    desk.run("tracks.remove")
    desk.run("tracks.remove")
    assert desk.store.project.tracks == ()
    assert desk.window.roll.content.part.notes == ()
    assert not desk.window.actions_["tracks.remove"].isEnabled()
    desk.run("tracks.add_voice")
    assert desk.window.roll.content.part.id == desk.store.project.tracks[0].parts[0].id


def test_sound_files_become_tracks(desk, backing):
    desk.panel.set_current("track")
    desk.room.add_audio([backing, backing], 960)
    names = [t.name for t in desk.store.project.tracks]
    assert names[2:] == ["backing", "backing"]
    assert desk.store.project.tracks[2].audio[0].start_ticks == 960
    desk.panel.set_current("two")
    desk.room.add_audio([backing], 0)
    assert len(desk.store.project.tracks[1].audio) == 2
    assert len(desk.history.names) == 2


def test_a_header_names_mutes_and_levels_its_track(desk):
    header = desk.panel.headers[0]
    header.name.setFocus()
    header.name.selectAll()
    QTest.keyClicks(header.name, "Lead")
    QTest.keyClick(header.name, Qt.Key.Key_Return)
    assert desk.store.project.tracks[0].name == "Lead"
    QTest.mouseClick(header.controls.mute, Qt.MouseButton.LeftButton)
    QTest.mouseClick(header.controls.solo, Qt.MouseButton.LeftButton)
    track = desk.store.project.tracks[0]
    assert (track.is_muted, track.is_solo) == (True, True)
    assert desk.window.actions_["tracks.mute"].isChecked()
    desk.run("tracks.mute")
    assert not desk.store.project.tracks[0].is_muted
    for _ in range(3):
        QTest.keyClick(header.controls.pan, Qt.Key.Key_Left)
    assert desk.store.project.tracks[0].pan == -0.15
    assert desk.history.names[-1] == desk.history.names[-2] == "mixer"
    assert header.controls.pan.accessibleDescription() == "L 15"


def test_escape_in_a_name_brings_it_back(desk):
    header = desk.panel.headers[1]
    header.name.setFocus()
    QTest.keyClicks(header.name, "xyz")
    QTest.keyClick(header.name, Qt.Key.Key_Escape)
    assert header.name.text() == "Band"
    assert desk.history.names == ()


def test_every_control_of_a_header_and_a_strip_is_named(desk):
    for header, strip in zip(desk.panel.headers, desk.mixer.strips, strict=True):
        for widget in (*header.focus_order(), *strip.focus_order()):
            assert widget.accessibleName(), widget
    widget, seen = desk.panel.headers[0].name, []
    for _ in range(6):
        seen.append(widget)
        widget = widget.nextInFocusChain()
        while widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isHidden():
            widget = widget.nextInFocusChain()
    order = [w for w in desk.panel.headers[0].focus_order() if not w.isHidden()]
    assert [w for w in seen if w in order] == order[: len(seen)]


def test_a_fader_that_is_dragged_is_one_step_and_a_double_click_resets_it(desk):
    desk.window.desk.docks["view.mixer"].show()
    QApplication.processEvents()
    fader = desk.mixer.strips[0].controls.gain
    middle = fader.rect().center()
    QTest.mousePress(fader, Qt.MouseButton.LeftButton, NO, middle)
    for dy in (5, 12, 20, 26):
        QTest.mouseMove(fader, middle + QPoint(0, dy))
    QTest.mouseRelease(fader, Qt.MouseButton.LeftButton, NO, middle + QPoint(0, 26))
    gain_db = desk.store.project.tracks[0].gain_db
    assert gain_db < -1.0
    assert desk.history.names == ("mixer",)
    assert desk.panel.headers[0].controls.gain.gain_db == pytest.approx(gain_db, abs=0.06)
    QTest.mouseDClick(fader, Qt.MouseButton.LeftButton, NO, middle)
    assert desk.store.project.tracks[0].gain_db == 0.0
    desk.history.undo()
    desk.history.undo()
    assert desk.store.project.tracks[0].gain_db == 0.0
    for _ in range(3):
        QTest.keyClick(fader, Qt.Key.Key_Down)
    assert desk.store.project.tracks[0].gain_db == -1.5
    assert desk.history.names == ("mixer",)


def test_escape_while_a_fader_is_held_leaves_no_step(desk):
    fader = desk.panel.headers[0].controls.gain
    middle = fader.rect().center()
    QTest.mousePress(fader, Qt.MouseButton.LeftButton, NO, middle)
    QTest.mouseMove(fader, middle - QPoint(20, 0))
    assert desk.store.project.tracks[0].gain_db < 0.0
    QTest.keyClick(fader, Qt.Key.Key_Escape)
    QTest.mouseMove(fader, middle - QPoint(25, 0))
    QTest.mouseRelease(fader, Qt.MouseButton.LeftButton, NO, middle)
    assert desk.store.project.tracks[0].gain_db == 0.0
    assert desk.history.names == ()


def test_the_wheel_over_a_voice_changes_no_voice(desk):
    desk.panel.hand.set_voice("track", "nobody")
    voice = desk.panel.headers[0].voice
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(voice.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        NO,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(voice, event)
    assert desk.store.project.tracks[0].voice_id == "nobody"


def test_faders_reach_the_player_without_waiting(desk):
    workspace = desk.window.desk.workspace
    workspace._send_tracks()
    desk.panel.hand.set_gain("track", -9.0, is_held=False)
    desk.panel.hand.set_muted("track", True)
    (sent,) = [track for track in workspace.transport._tracks if track.id == "track"]
    assert (sent.mix.gain_db, sent.is_muted) == (-9.0, True)


def test_meters_move_with_what_is_heard(desk):
    desk.window.desk.docks["view.mixer"].show()
    loud = Level((1.2, 0.5), (0.6, 0.2))
    desk.window.desk.workspace.transport.levels_changed.emit({"track": loud, MASTER: loud})
    meter = desk.panel.headers[0].controls.meter
    assert meter.needles[0].is_over
    assert desk.mixer.master.meter.needles[1].peak_db == pytest.approx(-6.0, abs=0.1)
    assert desk.panel.headers[1].controls.meter.needles[0].is_resting
    QTest.mouseClick(meter, Qt.MouseButton.LeftButton)
    assert not meter.needles[0].is_over


def test_a_missing_voice_is_marked_and_another_can_be_chosen(desk, wait_until):
    workspace = desk.window.desk.workspace
    desk.panel.hand.set_voice("track", "nobody")
    header = desk.panel.headers[0]
    assert header.voice.currentText() == "Voice missing: nobody"
    assert "silent" in header.voice.toolTip()
    workspace.bridge.ask_now()
    desk.window.show_part("part")
    told, sentence = desk.window.problems.list, workspace.bridge.sung("part").failure.sentence
    wait_until(lambda: told.count() == 1)
    assert told.item(0).text() == sentence
    header.voice.setFocus()
    QTest.keyClick(header.voice, Qt.Key.Key_Home)
    header.voice.activated.emit(0)
    assert desk.store.project.tracks[0].voice_id == "nagi"
    assert header.voice.currentText() != "Voice missing: nobody"


def test_colours_of_a_voice_are_mixed(desk, shelf, wait_until):
    header = desk.panel.headers[0]
    assert header.voice.currentText() == "nagi"  # until its name is read
    shelf.refresh()
    wait_until(header.colours_button.isVisible)
    QTest.mouseClick(header.colours_button, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert list(popup.sliders) == ["clear", "dusk"]
    for _ in range(4):
        QTest.keyClick(popup.sliders["dusk"], Qt.Key.Key_Right)
    assert header.voice.currentText() == "Nagi"
    mix = {item.colour: item.weight for item in desk.store.project.tracks[0].colours}
    assert mix == pytest.approx({"clear": 0.8, "dusk": 0.2})
    assert popup.sliders["clear"].value() == 80
    assert desk.history.names == ("mix colours",)
    popup.close()


def test_undo_shows_what_it_brought_back(desk):
    desk.click(desk.at(4 * BAR + 300, 0))
    desk.key(Qt.Key.Key_Delete)
    assert [name for name, _ in desk.parts[0]] == ["part"]
    desk.history.undo()
    assert desk.overview.arrangement.find("copy") is not None
    assert len(desk.panel.headers) == 2


def test_only_what_is_new_is_painted(desk):
    desk.overview.grab()
    before = desk.overview.n_tiles_made
    desk.overview.set_playhead_ticks(999.0)
    desk.overview.set_viewport(desk.overview.view.viewport.scrolled(30, 0))
    desk.overview.grab()
    assert desk.overview.n_tiles_made == before


def test_many_tracks_scroll_headers_and_rows_together(desk):
    for _ in range(8):
        desk.run("tracks.add_voice")
    QApplication.processEvents()
    assert desk.overview.last_scroll_px > 0
    assert desk.overview.view.scroll_px == desk.overview.last_scroll_px  # the newest is seen
    desk.overview.set_scroll_px(2 * ROW_PX)
    area = desk.panel._area
    assert area.verticalScrollBar().value() == 2 * ROW_PX
    header = desk.panel.headers[2]
    top = header.mapTo(desk.panel, QPoint(0, 0)).y()
    assert top == desk.overview.y() + RULER_PX
