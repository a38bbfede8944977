"""A song is drawn, named, moved, undone, sung and saved with mouse and keys alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from app.settings import Language
from app.translation import Translation
from editor.formats.registry import read_song
from engine.types import NoteId

ROOT = Path(__file__).resolve().parents[2]
NAGI = ROOT / "voicebanks" / "nagi"
DEMO = ROOT / "resources" / "songs" / "sakura.melisma"
QUARTER = 480


def test_notes_are_drawn_on_the_grid(hand):
    assert hand.notes == [(960, 480, 62, "ら"), (1440, 480, 64, "ら"), (1920, 480, 65, "ら")]
    assert hand.window.isWindowModified()


def test_a_double_click_alone_draws_a_quarter(hand):
    place = hand.at(5760 + 10, 60)
    QTest.mouseClick(hand.view, Qt.MouseButton.LeftButton, pos=place)
    hand.send(QEvent.Type.MouseButtonDblClick, place)
    hand.send(QEvent.Type.MouseButtonRelease, place, held=False)
    assert hand.notes[-1] == (5760, 480, 60, "ら")


def test_a_drag_moves_a_note_and_undo_takes_it_back(hand, workspace):
    hand.drag(hand.at(1640, 64), hand.at(1640 + 240, 67))
    assert hand.notes[1] == (1680, 480, 67, "ら")
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hand.notes[1] == (1440, 480, 64, "ら")
    hand.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert hand.notes[1] == (1680, 480, 67, "ら")


def test_a_drag_at_its_end_makes_a_note_longer_and_one_with_ctrl_copies_it(hand):
    hand.drag(hand.at(1920 + 460, 65), hand.at(1920 + 940, 65))
    assert hand.notes[2] == (1920, 960, 65, "ら")
    control = Qt.KeyboardModifier.ControlModifier
    hand.drag(hand.at(1160, 62), hand.at(1160, 70), modifiers=control)
    assert (960, 480, 70, "ら") in hand.notes
    assert len(hand.notes) == 4


def test_escape_during_a_drag_leaves_the_song_as_it_was(hand, workspace):
    before = workspace.store.project
    begin = hand.at(1160, 62)
    hand.send(QEvent.Type.MouseButtonPress, begin)
    hand.send(QEvent.Type.MouseMove, begin + QPoint(80, -60))
    assert hand.notes[0][0] != 960
    hand.key(Qt.Key.Key_Escape)
    assert hand.notes[0] == (960, 480, 62, "ら")
    hand.send(QEvent.Type.MouseButtonRelease, begin, held=False)
    assert workspace.store.project is before


def test_keys_move_the_chosen_notes_and_many_are_one_step(hand, workspace):
    QTest.mouseClick(hand.view, Qt.MouseButton.LeftButton, pos=hand.at(1160, 62))
    n_steps = len(workspace.history.names)
    for _ in range(3):
        hand.key(Qt.Key.Key_Up)
    assert hand.notes[0][2] == 65
    assert len(workspace.history.names) == n_steps + 1
    hand.key(Qt.Key.Key_Tab)
    assert hand.window.desk.bench.selection == {hand.roll.content.part.notes[1].id}
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.key(Qt.Key.Key_Delete)
    assert hand.notes == []


def test_a_band_chooses_what_it_touches(hand):
    hand.drag(hand.at(700, 70), hand.at(1500, 60))
    assert len(hand.window.desk.bench.selection) == 2


def test_lyrics_are_typed_in_place_and_flow_over_the_notes(hand):
    QTest.mouseClick(hand.view, Qt.MouseButton.LeftButton, pos=hand.at(1160, 62))
    hand.send(QEvent.Type.MouseButtonDblClick, hand.at(1160, 62))
    editor = hand.window.lyrics.editor
    assert editor.isVisible()
    assert editor.selectedText() == "ら"
    editor.setText("さ")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.isVisible()
    editor.setText("くや")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert [note[3] for note in hand.notes] == ["さ", "く", "や"]
    assert not editor.isVisible()
    hand.key(Qt.Key.Key_F2)
    editor.setText("き")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert "き" not in [note[3] for note in hand.notes]


def test_what_is_drawn_is_sung_and_can_be_played(hand, workspace, wait_until):
    wait_until(lambda: not workspace.bridge.is_busy)
    wait_until(lambda: [p.state for p in hand.roll.content.phrases.values()] == ["final"])
    assert workspace.store.project.tracks[0].parts[0].generated
    hand.window.actions_["play.toggle"].trigger()
    wait_until(lambda: workspace.transport.position_ms > 100.0)
    hand.window.actions_["play.stop"].trigger()
    wait_until(lambda: workspace.transport.position_ms == 0.0)


def test_a_song_is_saved_opened_again_and_asked_about(hand, wait_until, tmp_path, monkeypatch):
    path = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    assert hand.window.files.save()
    wait_until(lambda: not hand.window.isWindowModified())
    saved = path.with_name("mine.melisma")
    assert [n.key_midi for n in read_song(saved).project.tracks[0].parts[0].notes] == [62, 64, 65]
    assert not hand.window.isWindowModified()
    hand.draw(4, 60)
    asked = []
    buttons = QMessageBox.StandardButton

    def answer(*_):
        asked.append(True)
        return buttons.Cancel if len(asked) == 1 else buttons.Discard

    monkeypatch.setattr(QMessageBox, "question", answer)
    assert not hand.window.open_song(DEMO)
    assert len(hand.notes) == 4
    assert hand.window.open_song(saved)
    assert len(hand.notes) == 3


def test_a_file_that_is_no_song_is_told_and_the_song_stays(hand, workspace, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
    bad = tmp_path / "bad.melisma"
    bad.write_text("la la")
    before = workspace.store.project
    assert not hand.window.open_song(bad)
    assert str(bad) in told[0]
    assert workspace.store.project is before


def test_problems_are_listed_and_lead_to_their_notes(hand, workspace, wait_until):
    QTest.mouseClick(hand.view, Qt.MouseButton.LeftButton, pos=hand.at(1160, 62))
    hand.key(Qt.Key.Key_F2)
    hand.window.lyrics.editor.setText("쀍")
    QTest.keyClick(hand.window.lyrics.editor, Qt.Key.Key_Return)
    wait_until(lambda: hand.window.problems.list.count() > 0)
    assert hand.window.desk.docks["view.problems"].isVisible()
    hand.window.desk.docks["view.problems"].hide()
    hand.key(Qt.Key.Key_Up)
    wait_until(lambda: not workspace.bridge.is_busy)
    QTest.qWait(100)
    assert hand.window.desk.docks["view.problems"].isHidden()
    hand.window.problems.list.itemClicked.emit(hand.window.problems.list.item(0))
    assert hand.window.desk.bench.selection == {hand.roll.content.part.notes[0].id}
    assert hand.roll.content.selected == {hand.roll.content.part.notes[0].id}


def test_the_palette_runs_what_is_typed(window, workspace):
    from app.dialogs.palette import Palette

    palette = Palette(window.actions_, window)
    palette.query.setText("metro")
    assert palette.chosen is window.actions_["play.metronome"]
    palette.deleteLater()


def test_only_what_the_user_lets_go_may_be_forgotten(hand, workspace, monkeypatch):
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(QMessageBox, "question", lambda *_: buttons.Cancel)
    assert not hand.window.close()
    assert not hand.window.may_forget
    monkeypatch.setattr(QMessageBox, "question", lambda *_: buttons.Discard)
    assert hand.window.close()
    assert hand.window.may_forget


def test_another_language_is_spoken_at_once(window, application):
    translation = Translation(application, ["en"])
    translation.use(Language.JAPANESE)
    QApplication.processEvents()
    assert window.actions_["edit.undo"].text() != "&Undo"
    translation.use(Language.ENGLISH)
    QApplication.processEvents()
    assert window.actions_["edit.undo"].text() == "&Undo"
    translation.deleteLater()


def test_problems_of_every_part_are_listed_and_lead_there(hand, workspace, wait_until):
    project = workspace.store.project
    (track,) = project.tracks
    (part,) = track.parts
    bad = replace(part.notes[0], id=NoteId("bad"), lyric="쀍")
    other = replace(part, id="other", start_ticks=40 * QUARTER, notes=(bad,))
    workspace.store.start(replace(project, tracks=(replace(track, parts=(part, other)),)))
    told = hand.window.problems.list
    wait_until(lambda: told.count() == 1)
    assert hand.roll.content.part.id == part.id
    assert hand.roll.content.faulty == frozenset()
    told.itemActivated.emit(told.item(0))
    assert hand.roll.content.part.id == "other"
    assert hand.window.desk.bench.selection == {"bad"}
    wait_until(lambda: hand.roll.content.faulty == {"bad"})
