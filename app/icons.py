"""Icons drawn for the project (``resources/icons``), in a theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.theme_tokens import Theme
from resources import open_bytes

# Drawn on a grid of 24; each size is rendered by itself, so that lines stay sharp at every scale.
SIZES_PX = (16, 20, 24, 32, 48, 64)


def theme_icon(name: str, theme: Theme) -> QIcon:
    """An icon by its file's name without the ending.

    Raises
    ------
    FileNotFoundError
        When there is no such icon.
    ValueError
        When its file is no drawing.
    """
    drawing = open_bytes(f"icons/{name}.svg")
    colours = theme.colours
    icon = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, colours.text),
        (QIcon.Mode.Selected, colours.on_selection),
        (QIcon.Mode.Disabled, colours.text_disabled),
    ):
        renderer = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))
        if not renderer.isValid():
            raise ValueError(f"the icon {name} is no drawing")
        for size_px in SIZES_PX:
            pixmap = QPixmap(size_px, size_px)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter)
            painter.end()
            icon.addPixmap(pixmap, mode)
    return icon
