"""The guide in a window of its own, beside the song."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

_WIDTH_PX, _HEIGHT_PX = 820, 720
_IMAGE_PX = 740


class Guide(QTextBrowser):
    """Shows a Markdown file with its pictures; links to elsewhere open outside.

    Parameters
    ----------
    path : Path
        Pictures and links are found beside it.
    """

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = path.parent.resolve()
        self.setWindowTitle(self.tr("Guide"))
        self.setAccessibleName(self.tr("Guide"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(24)
        self.anchorClicked.connect(self._follow)
        self.setMarkdown(path.read_text(encoding="utf-8"))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture beside the guide, no wider than the page; nothing from elsewhere."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        path = (self._folder / QUrl(name).path()).resolve()
        if not path.is_relative_to(self._folder):
            return None
        picture = QImage(str(path))
        if picture.width() > _IMAGE_PX:
            picture = picture.scaledToWidth(_IMAGE_PX, Qt.TransformationMode.SmoothTransformation)
        return picture

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
            return
        if not link.path():
            self.scrollToAnchor(link.fragment())
            return
        path = (self._folder / link.path()).resolve()
        if path.suffix == ".md" and path.is_relative_to(self._folder) and path.is_file():
            self.setMarkdown(path.read_text(encoding="utf-8"))
