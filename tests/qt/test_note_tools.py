"""Notes are drawn, erased, cut and shaped with the mouse and the keys of each tool."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def click(hand, ticks, key_midi):
    QTest.mouseClick(hand.view, LEFT, pos=hand.at(ticks, key_midi))


def sweep(hand, begin, end, button=RIGHT):
    """A drag with any button."""
    for kind, place, pressed in (
        (QEvent.Type.MouseButtonPress, begin, button),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonRelease, end, button),
    ):
        held = button if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind,
            QPointF(place),
            QPointF(hand.view.mapToGlobal(place)),
            pressed,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(hand.view, event)


def test_the_draw_tool_draws_with_one_drag_and_remembers_the_length(hand, workspace):
    hand.key(Qt.Key.Key_2)
    assert hand.window.actions_["notes.tool_draw"].isChecked()
    hand.drag(hand.at(4800 + 10, 60), hand.at(4800 + 230, 60))
    assert hand.notes[-1] == (4800, 240, 60, "ら")
    click(hand, 5760 + 10, 62)
    assert hand.notes[-1] == (5760, 240, 62, "ら")
    n_steps = len(workspace.history.names)
    hand.drag(hand.at(5760 + 120, 62), hand.at(5760 + 600, 64))
    assert hand.notes[-1] == (6240, 240, 64, "ら")
    assert len(workspace.history.names) == n_steps + 1


def test_escape_takes_a_note_back_while_it_is_drawn(hand, workspace):
    before = workspace.store.project
    hand.key(Qt.Key.Key_2)
    hand.send(QEvent.Type.MouseButtonPress, hand.at(4800, 60))
    assert len(hand.notes) == 4
    hand.key(Qt.Key.Key_Escape)
    assert len(hand.notes) == 3
    assert workspace.store.project is before


def test_the_right_button_of_the_draw_tool_sweeps_notes_away_in_one_step(hand, workspace):
    hand.key(Qt.Key.Key_2)
    n_steps = len(workspace.history.names)
    sweep(hand, hand.at(1160, 62), hand.at(1640, 64))
    assert [note[2] for note in hand.notes] == [65]
    assert len(workspace.history.names) == n_steps + 1


def test_the_eraser_takes_what_it_is_swept_over_and_escape_gives_it_back(hand, workspace):
    hand.key(Qt.Key.Key_3)
    hand.send(QEvent.Type.MouseButtonPress, hand.at(700, 60))
    hand.send(QEvent.Type.MouseMove, hand.at(2100, 66))
    assert len(hand.notes) < 3
    hand.key(Qt.Key.Key_Escape)
    assert len(hand.notes) == 3
    click(hand, 1160, 62)
    assert [note[2] for note in hand.notes] == [64, 65]
    hand.key(Qt.Key.Key_Z, CTRL)
    assert len(hand.notes) == 3


def test_the_knife_shows_its_cut_and_cuts_on_the_grid_or_with_alt_anywhere(hand):
    hand.key(Qt.Key.Key_4)
    line = hand.window.hand._tools["notes.tool_split"]._line
    hand.send(QEvent.Type.MouseMove, hand.at(960 + 130, 62), held=False)
    assert line.isVisible()
    hand.send(QEvent.Type.MouseMove, hand.at(960 + 130, 70), held=False)
    assert not line.isVisible()
    click(hand, 960 + 130, 62)
    assert hand.notes[:2] == [(960, 120, 62, "ら"), (1080, 360, 62, "+")]
    QTest.mouseClick(hand.view, LEFT, ALT, hand.at(1920 + 130, 65))
    cut = hand.notes[-1][0]
    assert 2030 < cut < 2070
    assert cut % 120


def test_a_note_that_no_grid_line_divides_is_cut_where_the_hand_is(hand):
    hand.window.actions_["view.grid_1"].trigger()
    hand.key(Qt.Key.Key_4)
    click(hand, 1440 + 200, 64)
    assert len(hand.notes) == 4
    assert 1600 < hand.notes[2][0] < 1680


def test_escape_while_the_knife_is_held_leaves_the_note_whole(hand):
    hand.key(Qt.Key.Key_4)
    hand.send(QEvent.Type.MouseButtonPress, hand.at(1160, 62))
    assert len(hand.notes) == 4
    hand.key(Qt.Key.Key_Escape)
    assert len(hand.notes) == 3


def test_keys_lengthen_tune_and_nudge(hand, workspace):
    click(hand, 2100, 65)
    hand.key(Qt.Key.Key_Right, SHIFT)
    assert hand.notes[2][1] == 600
    hand.key(Qt.Key.Key_Left, SHIFT | ALT)
    assert hand.notes[2][1] == 585
    hand.key(Qt.Key.Key_Right, ALT)
    assert hand.notes[2][0] == 1935
    hand.key(Qt.Key.Key_Up, ALT)
    hand.key(Qt.Key.Key_Up, ALT)
    assert hand.roll.content.part.notes[2].cents == 20.0
    assert workspace.history.names[-1] == "tune"


def test_keys_walk_and_extend_the_choice(hand):
    ids = [note.id for note in hand.roll.content.part.notes]
    bench = hand.window.desk.bench
    hand.key(Qt.Key.Key_Home)
    assert bench.selection == {ids[0]}
    hand.key(Qt.Key.Key_Right, CTRL | SHIFT)
    assert bench.selection == set(ids[:2])
    hand.key(Qt.Key.Key_End)
    assert bench.selection == {ids[2]}
    hand.key(Qt.Key.Key_Home, CTRL | SHIFT)
    assert bench.selection == set(ids)


def test_notes_are_copied_pasted_at_the_playhead_and_repeated(hand, workspace):
    click(hand, 1160, 62)
    hand.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "ら"
    workspace.transport.seek(4800)
    hand.key(Qt.Key.Key_V, CTRL)
    assert hand.notes[-1] == (4800, 480, 62, "ら")
    hand.key(Qt.Key.Key_D, CTRL)
    assert hand.notes[-1] == (5280, 480, 62, "ら")
    hand.key(Qt.Key.Key_X, CTRL)
    assert hand.notes[-1] == (4800, 480, 62, "ら")
    assert len({note.id for note in hand.roll.content.part.notes}) == 4


def test_a_text_in_the_clipboard_becomes_lyrics_and_rubbish_is_refused(hand):
    hand.key(Qt.Key.Key_A, CTRL)
    QGuiApplication.clipboard().setText("さくら")
    hand.key(Qt.Key.Key_V, CTRL)
    assert [note[3] for note in hand.notes] == ["さ", "く", "ら"]
    data = QMimeData()
    data.setData("application/x-melisma-notes", b"\x00rubbish")
    QGuiApplication.clipboard().setMimeData(data)
    hand.key(Qt.Key.Key_V, CTRL)
    assert "copy the notes again" in hand.window.statusBar().currentMessage()
    assert len(hand.notes) == 3


def test_notes_merge_and_one_alone_does_not(hand):
    click(hand, 1160, 62)
    hand.key(Qt.Key.Key_J, CTRL)
    assert "two notes" in hand.window.statusBar().currentMessage()
    hand.key(Qt.Key.Key_A, CTRL)
    hand.key(Qt.Key.Key_J, CTRL)
    assert hand.notes == [(960, 1440, 62, "ら")]


def test_overlaps_are_mended_and_the_choice_stays(hand):
    click(hand, 1160, 62)
    chosen = hand.window.desk.bench.selection
    hand.key(Qt.Key.Key_Right, SHIFT)
    assert hand.notes[0][1] == 600
    hand.key(Qt.Key.Key_F, CTRL | SHIFT)
    assert hand.notes[0][1] == 480
    assert hand.window.desk.bench.selection == chosen


def test_the_playhead_splits(hand, workspace):
    workspace.transport.seek(1200)
    hand.key(Qt.Key.Key_E, CTRL)
    assert hand.notes[:2] == [(960, 240, 62, "ら"), (1200, 240, 62, "+")]


def test_quantise_is_seen_before_it_is_made(hand, workspace):
    hand.key(Qt.Key.Key_A, CTRL)
    hand.key(Qt.Key.Key_Right, ALT)
    n_steps = len(workspace.history.names)
    hand.key(Qt.Key.Key_Q)
    dialog = hand.window.shapes.dialog
    assert hand.notes[0][0] == 960
    dialog.strength.setValue(40)
    assert hand.notes[0][0] == 969
    assert workspace.store.project.tracks[0].parts[0].notes[0].start_ticks == 975
    dialog.reject()
    assert hand.notes[0][0] == 975
    hand.key(Qt.Key.Key_Q)
    hand.window.shapes.dialog.accept()
    assert hand.notes[0][0] == 960
    assert len(workspace.history.names) == n_steps + 1


def test_what_is_sung_meanwhile_leaves_the_preview(hand, workspace, wait_until):
    hand.key(Qt.Key.Key_A, CTRL)
    hand.key(Qt.Key.Key_T, CTRL)
    hand.window.shapes.dialog.semitones.setValue(5)
    wait_until(lambda: bool(workspace.store.project.tracks[0].parts[0].generated))
    assert [note[2] for note in hand.notes] == [67, 69, 70]
    hand.window.shapes.dialog.accept()
    assert [note[2] for note in hand.notes] == [67, 69, 70]


def test_tune_and_legato_have_dialogs(hand):
    hand.key(Qt.Key.Key_A, CTRL)
    hand.key(Qt.Key.Key_T, CTRL | SHIFT)
    hand.window.shapes.dialog.cents.setValue(-30)
    hand.window.shapes.dialog.accept()
    assert {note.cents for note in hand.roll.content.part.notes} == {-30.0}
    hand.key(Qt.Key.Key_Left, SHIFT)
    assert hand.notes[0][1] == 360
    hand.key(Qt.Key.Key_L)
    hand.window.shapes.dialog.accept()
    assert [note[1] for note in hand.notes] == [480, 480, 360]


def test_the_grid_is_chosen_by_keys_kept_in_the_settings_and_named_in_the_bar(hand):
    window = hand.window
    hand.key(Qt.Key.Key_BracketRight)
    assert window.desk.settings.settings.editing.grid_denominator == 32
    assert window.roll.content.snap.denominator == 32
    assert "1/32" in window.view.button.text()
    hand.key(Qt.Key.Key_T)
    assert window.roll.content.snap.step_ticks == 40
    assert "triplets" in window.view.button.text()
    hand.key(Qt.Key.Key_G, SHIFT)
    assert window.roll.content.snap.denominator == 0
    assert window.actions_["view.grid_off"].isChecked()
    hand.key(Qt.Key.Key_G, SHIFT)
    assert window.roll.content.snap.denominator == 32


def test_zoom_and_scroll_have_keys(hand):
    roll = hand.window.roll
    before = roll.viewport.px_per_tick
    hand.key(Qt.Key.Key_Plus, CTRL)
    assert roll.viewport.px_per_tick > before
    hand.key(Qt.Key.Key_Minus, CTRL)
    hand.key(Qt.Key.Key_PageDown)
    assert roll.viewport.scroll_x_px > 0
    click_free = roll.viewport.px_per_key
    hand.key(Qt.Key.Key_Plus, CTRL | SHIFT)
    assert roll.viewport.px_per_key > click_free
    hand.key(Qt.Key.Key_0, CTRL)
    first, last = roll.viewport.visible_ticks
    assert first < 960 < 2400 < last
    hand.key(Qt.Key.Key_End)
    hand.key(Qt.Key.Key_Z)
    first, last = roll.viewport.visible_ticks
    assert 1440 < first < 1920 < 2400 < last
