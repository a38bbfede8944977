"""The manager of voicebanks, used by hand."""

from __future__ import annotations

import zipfile

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.dialogs.voicebanks import VoicebankManager, read_picture
from tests.text_bank import make_text_bank

OK, YES = QMessageBox.StandardButton.Ok, QMessageBox.StandardButton.Yes
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def own(tmp_path):
    return tmp_path / "voices"


@pytest.fixture
def manager(window, shelf, own, wait_until):
    shelf.refresh()
    wait_until(lambda: bool(shelf.banks))
    found = VoicebankManager(shelf, own, window)
    found.show()
    yield found
    found.done(0)
    found.deleteLater()


@pytest.fixture
def archive(tmp_path):
    bank = make_text_bank(tmp_path / "made" / "Ona")
    path = tmp_path / "Ona.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for file in bank.rglob("*"):
            packed.write(file, file.relative_to(bank.parent))
    return path


def names(manager):
    return [manager.list.item(row).text().split("\n")[0] for row in range(manager.list.count())]


def test_the_built_in_voice_is_told_in_full(manager, wait_until):
    wait_until(lambda: "MiB" in manager.facts.toPlainText())
    facts = manager.facts.toPlainText()
    for word in ("clear, dusk", "Breathiness", "Tension", "44100 Hz", "acoustic", "vocoder"):
        assert word in facts
    assert "CC BY 4.0" in manager.licence.toPlainText()
    assert not manager.portrait.pixmap().isNull()
    assert manager.faults.count() == 0
    assert not manager.remove.isEnabled()


def test_an_archive_is_installed_chosen_and_removed(
    manager, own, archive, monkeypatch, wait_until, workspace, shelf
):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(archive), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *a: asked.append(a[2]) or OK)
    QTest.mouseClick(manager.install_zip, LEFT)
    wait_until(lambda: "Text" in names(manager))
    assert "Ona" in asked[0]
    assert manager.chosen.folder == own / "Ona"
    assert shelf.places["Ona"] == own / "Ona"
    wait_until(lambda: manager.faults.count() > 0)  # it has no models
    monkeypatch.setattr(QMessageBox, "question", lambda *_: YES)
    QTest.mouseClick(manager.remove, LEFT)
    wait_until(lambda: "Text" not in names(manager))
    assert not (own / "Ona").exists()


def test_what_is_dropped_is_offered_and_a_no_installs_nothing(manager, own, archive, monkeypatch):
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Cancel)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(archive))])
    facts = (Qt.DropAction.CopyAction, dropped, LEFT, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *facts)
    manager.dragEnterEvent(enter)
    assert enter.isAccepted()
    manager.dropEvent(QDropEvent(QPoint(5, 5), *facts))
    assert not own.exists()


def test_what_is_no_voicebank_is_told_in_one_sentence(manager, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *a: told.append(a[2]))
    (tmp_path / "x.zip").write_bytes(b"no")
    manager.offer(tmp_path / "x.zip")
    assert "x.zip cannot be read" in told[0]


def test_pictures_of_strangers_are_read_with_care():
    assert read_picture(b"") is None
    assert read_picture(b"GIF89a nothing") is None
