"""Lyrics are typed in place, flow, are filled in, found and replaced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL = Qt.KeyboardModifier.ControlModifier


def lyrics(hand):
    return [note[3] for note in hand.notes]


@pytest.fixture
def editor(hand):
    """The field over the first note."""
    hand.key(Qt.Key.Key_Home)
    hand.key(Qt.Key.Key_F2)
    return hand.window.lyrics.editor


def test_space_goes_on_and_shift_tab_back(hand, editor):
    QTest.keyClicks(editor, "sa ku ")
    QTest.keyClicks(editor, "ra")
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.text() == "ku"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert lyrics(hand) == ["sa", "ku", "ra"]
    assert not editor.isVisible()


def test_space_inside_a_hint_or_quotes_is_a_space(hand, editor):
    QTest.keyClicks(editor, "ka[k a] ")
    QTest.keyClicks(editor, '"ka ki" ')
    notes = hand.roll.content.part.notes
    assert (notes[0].lyric, notes[0].hint) == ("ka", ("k", "a"))
    assert editor.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_signs_that_go_on_with_a_word_are_lyrics(hand, editor):
    QTest.keyClicks(editor, "sa + +~")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert lyrics(hand) == ["sa", "+", "+~"]


def test_an_input_method_keeps_its_keys_and_what_it_gives_flows(hand, editor):
    QApplication.sendEvent(editor, QInputMethodEvent("さく", []))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Space)
    assert editor.isVisible()
    assert lyrics(hand) == ["ら", "ら", "ら"]
    given = QInputMethodEvent()
    given.setCommitString("さくら")
    editor.selectAll()
    QApplication.sendEvent(editor, given)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert lyrics(hand) == ["さ", "く", "ら"]


def test_the_phonemes_are_shown_while_one_types(hand, editor, wait_until):
    hint = hand.window.lyrics.hint
    wait_until(hint.isVisible)
    assert hint.text() == "r a"
    editor.setText("きゃ")
    assert hint.text() == "ky a"
    editor.setText("쀍")
    assert "쀍" in hint.text()
    editor.setText("+")
    assert hint.text() == "(goes on)"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not hint.isVisible()


@pytest.mark.parametrize(
    "text", ["🎵", "👩🏽‍🎤", "שלום", "مرحبا", "a\u0301\u0302", "\u202eabc", "\x00"]
)
def test_signs_of_all_kinds_are_kept_and_painted(hand, editor, text):
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert lyrics(hand)[0] == text.strip()
    hand.window.grab()


def test_a_lyric_of_ten_thousand_letters_is_refused_in_one_sentence(hand, editor):
    editor.setText("a" * 10_000)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert lyrics(hand)[0] == "ら"
    assert "10000 characters" in hand.window.statusBar().currentMessage()
    hand.window.grab()


def test_a_text_fills_the_notes_and_is_seen_before(hand, workspace):
    hand.key(Qt.Key.Key_Home)
    n_steps = len(workspace.history.names)
    hand.key(Qt.Key.Key_L, CTRL)
    dialog = hand.window.lyrics.fill
    dialog.text.setPlainText("さく")
    assert lyrics(hand) == ["さ", "く", "ら"]
    assert workspace.store.project.tracks[0].parts[0].notes[0].lyric == "ら"
    assert "last 1 keep" in dialog.summary.text()
    assert dialog.table.item(1, 1).text() == "く"
    dialog.text.setPlainText("さくらさ")
    assert "last 1 find no note" in dialog.summary.text()
    dialog.accept()
    assert lyrics(hand) == ["さ", "く", "ら"]
    assert len(workspace.history.names) == n_steps + 1


def test_filling_skips_notes_that_go_on_and_takes_the_chosen_ones_only(hand, editor):
    QTest.keyClicks(editor, "ra + ra")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_A, CTRL)
    hand.key(Qt.Key.Key_L, CTRL)
    dialog = hand.window.lyrics.fill
    dialog.text.setPlainText("さく")
    assert lyrics(hand) == ["さ", "+", "く"]
    dialog.skips.setChecked(False)
    assert lyrics(hand) == ["さ", "く", "ra"]
    dialog.text.setPlainText("a" * 10_000)
    assert "10000 characters" in dialog.said.text()
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.reject()
    assert lyrics(hand) == ["ra", "+", "ra"]


def test_lyrics_are_found_one_after_the_other_and_replaced(hand, editor):
    QTest.keyClicks(editor, "sa ku sa")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    ids = [note.id for note in hand.roll.content.part.notes]
    bench = hand.window.desk.bench
    hand.key(Qt.Key.Key_F, CTRL)
    dialog = hand.window.lyrics.find
    dialog.pattern.setText("SA")
    assert "2" in dialog.said.text()
    bench.select(frozenset())
    QTest.keyClick(dialog.pattern, Qt.Key.Key_Return)
    assert bench.selection == {ids[0]}
    assert dialog.said.text() == "1 of 2"
    QTest.mouseClick(dialog.previous, Qt.MouseButton.LeftButton)
    assert bench.selection == {ids[2]}
    dialog.replacement.setText("shi")
    dialog.replacement.returnPressed.emit()  # offscreen, the dialog is never the active window
    assert lyrics(hand) == ["sa", "ku", "shi"]
    QTest.mouseClick(dialog.replace_all, Qt.MouseButton.LeftButton)
    assert lyrics(hand) == ["shi", "ku", "shi"]
    dialog.matches_case.setChecked(True)
    assert not dialog.next.isEnabled()
    dialog.is_regex.setChecked(True)
    dialog.pattern.setText("(")
    assert "is no pattern" in dialog.said.text()
    dialog.pattern.setText("k(.)")
    dialog.replacement.setText(r"\1k")
    QTest.mouseClick(dialog.replace_all, Qt.MouseButton.LeftButton)
    assert lyrics(hand) == ["shi", "uk", "shi"]
    dialog.close()


def test_the_language_is_chosen_among_the_voices_own(hand, wait_until):
    hand.key(Qt.Key.Key_A, CTRL)
    room = hand.window.lyrics
    hand.key(Qt.Key.Key_G, CTRL | Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: room._words.of_part(hand.roll.content.part.id) is not None)
    hand.key(Qt.Key.Key_G, CTRL | Qt.KeyboardModifier.ShiftModifier)
    actions = room.language_menu.actions()
    assert actions[0].isChecked()
    assert any("(ja)" in action.text() for action in actions[1:])
    actions[-1].trigger()
    room.language_menu.close()
    assert {note.language for note in hand.roll.content.part.notes} == {"ja"}
