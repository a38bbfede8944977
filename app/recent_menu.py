"""The menu of recent songs: open one, forget those that are gone, forget all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.recent_files import RecentFile, RecentFiles

_N_KEYS = 9  # the first ones have a digit to press


class RecentMenu(QMenu):
    """Made anew each time it is shown.

    Signals
    -------
    chosen : Path
    changed
        Something was forgotten.
    """

    chosen = Signal(object)
    changed = Signal()

    def __init__(self, recent: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        files = self._recent.files()
        for number, file in enumerate(files, start=1):
            self._add(file, f"&{number}  " if number <= _N_KEYS else "")
        if not files:
            empty = self.addAction(self.tr("No songs yet"))
            empty.setEnabled(False)
            return
        self.addSeparator()
        gone = [file for file in files if not file.is_there]
        if gone:
            text = QCoreApplication.translate(
                "RecentMenu", "Forget %n missing song(s)", "", len(gone)
            )
            self.addAction(text).triggered.connect(lambda: self._forget(gone))
        self.addAction(self.tr("&Clear the list")).triggered.connect(self._clear)

    def _add(self, file: RecentFile, key: str) -> QAction:
        name = file.path.name.replace("&", "&&")
        action = self.addAction(key + name)
        action.setToolTip(str(file.path))
        if file.is_there:
            action.triggered.connect(lambda: self._choose(file.path))
        else:
            action.setText(key + self.tr("{name} (missing)").format(name=name))
            action.setEnabled(False)
        return action

    def _choose(self, path: Path) -> None:
        self.chosen.emit(path)

    def _forget(self, files: list[RecentFile]) -> None:
        for file in files:
            self._recent.remove(file.path)
        self.changed.emit()

    def _clear(self) -> None:
        self._recent.clear()
        self.changed.emit()
