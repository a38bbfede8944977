"""What is asked about songs and their files."""

from __future__ import annotations

import time
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.errors import SongFileError
from editor.formats.native import backup_path

_BUTTONS = QMessageBox.StandardButton


class Leave(Enum):
    """What becomes of a song that is not saved."""

    SAVE = auto()
    DISCARD = auto()
    STAY = auto()


class Drop(Enum):
    """What becomes of a song that was dropped onto another one."""

    OPEN = auto()
    IMPORT = auto()
    NOTHING = auto()


def ask_leave(parent: QWidget, name: str) -> Leave:
    """Whether a song that goes should be saved first."""
    answer = QMessageBox.question(
        parent,
        QCoreApplication.translate("SongQuestions", "Unsaved changes"),
        QCoreApplication.translate(
            "SongQuestions", "Save the changes to “{name}” first? What you discard is gone."
        ).format(name=name),
        _BUTTONS.Save | _BUTTONS.Discard | _BUTTONS.Cancel,
        _BUTTONS.Save,
    )
    return {_BUTTONS.Save: Leave.SAVE, _BUTTONS.Discard: Leave.DISCARD}.get(answer, Leave.STAY)


def ask_newer(parent: QWidget, path: Path, version: object) -> bool:
    """Whether a song of a newer Melisma should be opened as far as it is understood."""
    answer = QMessageBox.question(
        parent,
        QCoreApplication.translate("SongQuestions", "A newer song"),
        QCoreApplication.translate(
            "SongQuestions",
            "{name} was written by a newer Melisma (format {version}). What this version does not "
            "know may look or sound different. Open a copy without changing the file?",
        ).format(name=path.name, version=version),
        _BUTTONS.Open | _BUTTONS.Cancel,
        _BUTTONS.Cancel,
    )
    return bool(answer == _BUTTONS.Open)


def ask_backup(parent: QWidget, path: Path, error: SongFileError) -> bool:
    """Whether the version before should be opened in place of a song that cannot be read."""
    backup = backup_path(path)
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(backup.stat().st_mtime))
    text = QCoreApplication.translate(
        "SongQuestions", "The version before it is there, of {when}. Open that one?"
    ).format(when=when)
    answer = QMessageBox.question(
        parent,
        QCoreApplication.translate("SongQuestions", "A song that cannot be read"),
        f"{error}\n\n{text}",
        _BUTTONS.Open | _BUTTONS.Cancel,
        _BUTTONS.Open,
    )
    return bool(answer == _BUTTONS.Open)


def ask_drop(parent: QWidget, path: Path) -> Drop:
    """Whether a dropped file of another kind takes the song's place or comes into it."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("SongQuestions", "Import or open"))
    box.setText(
        QCoreApplication.translate(
            "SongQuestions",
            "Import {name} into this song as new tracks, or open it as a song of its own?",
        ).format(name=path.name)
    )
    role = QMessageBox.ButtonRole
    into = box.addButton(QCoreApplication.translate("SongQuestions", "&Import"), role.AcceptRole)
    alone = box.addButton(QCoreApplication.translate("SongQuestions", "&Open"), role.AcceptRole)
    box.addButton(_BUTTONS.Cancel)
    box.setDefaultButton(into)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is into:
        return Drop.IMPORT
    return Drop.OPEN if clicked is alone else Drop.NOTHING
