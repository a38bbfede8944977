"""About, the sheet of shortcuts, the guide, and the places of docks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.dialogs.about import About
from app.dialogs.guide import Guide
from app.dialogs.shortcut_sheet import ShortcutSheet
from app.third_party import find_libraries
from app.window_layout import WindowLayout


def test_about_shows_the_licence_of_every_library(window):
    about = About(
        version="1",
        licence="ours",
        voice_licence="theirs",
        libraries=find_libraries(("numpy", "soxr")),
        parent=window,
    )
    seen = []
    for row in range(about.list.count()):
        about.list.setCurrentRow(row)
        seen.append(about.text.toPlainText())
    about.deleteLater()
    assert any("soxr" in text and "LESSER GENERAL PUBLIC LICENSE" in text for text in seen)


def test_the_sheet_lists_every_command_and_narrows(window):
    sheet = ShortcutSheet(window.actions_, window)
    n_rows = sum(
        sheet.tree.topLevelItem(i).childCount() for i in range(sheet.tree.topLevelItemCount())
    )
    assert n_rows == len(window.actions_.specs())
    QTest.keyClicks(sheet.query, "undo")
    assert sheet.tree.topLevelItem(0).child(0).text(1) == "Ctrl+Z"
    sheet.deleteLater()


def test_the_guide_shows_pictures_beside_it_and_none_from_elsewhere(application, tmp_path):
    inside = tmp_path / "docs"
    inside.mkdir()
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(0)
    for folder in (tmp_path, inside):
        assert picture.save(str(folder / "a.png"))
    (inside / "guide.md").write_text("# Guide\n\n![a](a.png)\n\n[next](next.md)\n")
    (inside / "next.md").write_text("# Next\n")
    guide = Guide(inside / "guide.md")
    assert guide.loadResource(2, "a.png").width() == 20
    assert guide.loadResource(2, "../a.png") is None
    guide.anchorClicked.emit(QUrl("next.md"))
    assert guide.toPlainText() == "Next"
    guide.deleteLater()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"geometry": 1}', b"\xff\xfe"])
def test_a_damaged_layout_costs_nothing(window, tmp_path, content):
    path = tmp_path / "window.json"
    path.write_bytes(content)
    assert not WindowLayout(window, path).restore()


def test_docks_come_back_where_they_were(window, tmp_path):
    layout = WindowLayout(window, tmp_path / "state" / "window.json")
    dock = window.desk.docks["view.notes"]
    window.actions_["view.notes"].trigger()
    assert dock.isVisible()
    assert window.actions_["view.notes"].isChecked()
    layout.keep()
    dock.close()
    assert not window.actions_["view.notes"].isChecked()
    assert layout.restore()
    assert dock.isVisible()
    layout.reset()
    assert not dock.isVisible()
