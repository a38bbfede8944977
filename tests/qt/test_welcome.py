"""The welcome page: there without a song, gone with one, reached by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.settings import Language
from app.translation import Translation
from editor.formats.registry import write_song
from tests.unit.editor.songs import song

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window, tmp_path):
    write_song(song(n_notes=2), tmp_path / "two.melisma")
    window.files.recent.add(tmp_path / "gone.melisma")
    window.files.recent.add(tmp_path / "two.melisma")
    window.actions_["help.welcome"].trigger()
    window.activateWindow()
    QTest.qWait(10)
    assert QApplication.activeWindow() is window
    return window.welcome.page


def test_recent_songs_are_listed_and_missing_ones_said(page):
    assert [link.text() for link in page.links] == ["two", "gone"]
    assert [link.isEnabled() for link in page.links] == [True, False]
    assert page.none_yet.isHidden()
    assert page.isVisible()


def test_a_recent_song_is_opened_and_the_page_goes(page, window, workspace):
    QTest.mouseClick(page.links[0], LEFT)
    assert len(workspace.store.project.tracks[0].parts[0].notes) == 2
    assert page.isHidden()
    assert window.focusWidget() is window.roll.canvas


def test_tab_goes_round_the_page_and_keys_press(page, window, workspace):
    seen = []
    for _ in range(5):
        seen.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [*page.buttons, page.links[0], page.buttons[0]]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is page.buttons[2]
    QTest.keyClick(page.buttons[2], Qt.Key.Key_Space)
    assert workspace.store.project.name == "Sakura Sakura"
    assert page.isHidden()
    window.actions_["help.welcome"].trigger()
    QTest.qWait(10)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        QTest.keyClick(window.focusWidget(), key)
    assert workspace.history.names == ()  # what the page covers is not edited
    assert window.focusWidget() is page.buttons[2]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert workspace.store.project.name == "song"
    window.actions_["help.welcome"].trigger()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert page.isHidden()


def test_a_new_song_and_a_first_note_take_the_page_away(page, window, hand):
    assert page.isHidden()  # the hand has drawn
    window.actions_["help.welcome"].trigger()
    assert page.isVisible()
    window.files.recent.clear()
    window.files.recent_changed.emit()
    assert page.links == []
    assert page.none_yet.isVisible()


def test_new_takes_the_page_away_and_resizing_keeps_it_whole(page, window):
    window.resize(900, 600)
    QApplication.processEvents()
    assert page.geometry() == window.centralWidget().rect()
    QTest.mouseClick(page.buttons[0], LEFT)
    assert page.isHidden()


def test_a_recent_song_that_cannot_be_read_is_told_and_the_page_stays(
    page, window, tmp_path, monkeypatch
):
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    (tmp_path / "two.melisma").write_text("la")
    QTest.mouseClick(page.links[0], LEFT)
    assert "not a readable song" in told[0]
    assert page.isVisible()


def test_another_language_is_spoken_at_once(page, application):
    translation = Translation(application, ["en"])
    translation.use(Language.JAPANESE)
    QApplication.processEvents()
    translation.use(Language.ENGLISH)
    QApplication.processEvents()
    assert page.buttons[1].text() == "Open"
    assert page.heading.text() == "Recent songs"
    translation.deleteLater()


def test_the_page_does_not_come_over_a_song_that_was_begun_faster(window, workspace):
    workspace.new()
    window.welcome.show_first()
    assert window.welcome.page is None or window.welcome.page.isHidden()
    window.welcome.show()
    assert window.welcome.page.isVisible()
