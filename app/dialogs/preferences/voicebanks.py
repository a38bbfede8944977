"""The way from the folders of voices to the voices themselves."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.action_search import SearchEntry
from app.dialogs.preferences.page import Panel
from editor.translated import plain_text


class VoicebanksPanel(Panel):
    """A button that runs the action of the voicebank manager, and is called as it is."""

    def __init__(self, manage: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manage = manage
        self.manage = QPushButton(self)
        self.manage.setAutoDefault(False)
        self.manage.clicked.connect(manage.trigger)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.manage)
        layout.addStretch(1)
        manage.changed.connect(self._show)
        self._show()

    def entry(self) -> SearchEntry:
        """What a search finds it by."""
        return SearchEntry(
            id="voicebanks/manage",
            title=plain_text(self._manage.text()),
            others=(self._manage.statusTip(),),
        )

    def _show(self) -> None:
        self.manage.setText(self._manage.text())
        self.manage.setToolTip(self._manage.statusTip())
