"""Where unsaved songs lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.action_search import SearchEntry
from app.dialogs.preferences.page import Panel, show_folder
from app.dialogs.preferences.row import quiet
from app.theme_tokens import SPACE_PX


class AutosavePanel(Panel):
    """Names the folder of the journals, and opens it."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.text = quiet(QLabel(self))
        self.open = QPushButton(self)
        self.open.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_PX["normal"])
        layout.addWidget(self.text)
        layout.addLayout(buttons)
        self.open.clicked.connect(self._open)
        self._retranslate()

    def entry(self) -> SearchEntry:
        """What a search finds it by."""
        return SearchEntry(
            id="autosave/folder",
            title=self.open.text(),
            others=(self.text.text(), "Autosave folder crash recovery"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _open(self) -> None:
        if not show_folder(self._folder):
            self.text.setText(
                self.tr("{path} cannot be shown: there is nothing unsaved in it yet.").format(
                    path=self._folder
                )
            )

    def _retranslate(self) -> None:
        self.text.setText(
            self.tr(
                "Everything you do is kept in {path} until it is saved, and offered at the next "
                "start if Melisma has ended without your doing."
            ).format(path=self._folder)
        )
        self.open.setText(self.tr("Open folder"))
