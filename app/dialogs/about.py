"""What Melisma is, whose voice it has, and the licences of all that it stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.third_party import Library

_WIDTH_PX, _HEIGHT_PX = 760, 520
_LIST_PX = 220
_VERSION_STYLE = "font-size: 20px; font-weight: 600;"


class About(QDialog):
    """Version and thanks, the program's own licence, and those of others.

    Parameters
    ----------
    version, licence, voice_licence : str
        The program's version, the text of its licence, and that of the voice that ships.
    libraries : tuple of Library
    """

    def __init__(
        self,
        *,
        version: str,
        licence: str,
        voice_licence: str,
        libraries: tuple[Library, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Melisma"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._libraries = libraries
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self._first_page(version), self.tr("Melisma"))
        self.tabs.addTab(self._text(licence, self.tr("Licence of Melisma")), self.tr("Licence"))
        self.tabs.addTab(
            self._text(voice_licence, self.tr("Licence of the voice Nagi")), self.tr("Voice")
        )
        self.tabs.addTab(self._libraries_page(), self.tr("Libraries"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)

    def _first_page(self, version: str) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        name = QLabel(f"Melisma {version}", page)
        name.setStyleSheet(_VERSION_STYLE)
        layout.addWidget(name)
        for text in (
            self.tr(
                "A singing-synthesis editor for DiffSinger voicebanks. Apache License 2.0: you may "
                "use, change and pass it on freely; what you sing with it is yours, as far as the "
                "voicebank's own terms allow."
            ),
            self.tr(
                "The voice Nagi: CC BY 4.0. Made from the HTS voice “mei”, Copyright 2009-2013 "
                "Nagoya Institute of Technology, MMDAgent Project Team, CC BY 3.0."
            ),
            self.tr("The demo song is “Sakura Sakura”, a traditional song of Japan."),
        ):
            label = QLabel(text, page)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        layout.addStretch(1)
        return page

    def _text(self, content: str, name: str) -> QPlainTextEdit:
        view = QPlainTextEdit(content, self)
        view.setReadOnly(True)
        view.setAccessibleName(name)
        return view

    def _libraries_page(self) -> QWidget:
        page = QWidget(self)
        self.list = QListWidget(page)
        self.list.setFixedWidth(_LIST_PX)
        self.list.setAccessibleName(self.tr("Libraries"))
        self.text = self._text("", self.tr("Licence of the library"))
        for library in self._libraries:
            self.list.addItem(f"{library.name} {library.version}")
        self.list.currentRowChanged.connect(self._show_library)
        layout = QHBoxLayout(page)
        layout.addWidget(self.list)
        layout.addWidget(self.text, 1)
        self.list.setCurrentRow(0)
        return page

    def _show_library(self, row: int) -> None:
        if not 0 <= row < len(self._libraries):
            return
        library = self._libraries[row]
        head = [f"{library.name} {library.version}", library.licence, library.home]
        if library.carries:
            head.append(self.tr("Inside: {names}").format(names=library.carries))
        texts = [f"— {name} —\n\n{content}" for name, content in library.texts]
        self.text.setPlainText("\n\n".join(["\n".join(filter(None, head)), *texts]))
