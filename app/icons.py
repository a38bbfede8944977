"""Icons drawn for the project (``resources/icons``), in a theme's colours."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
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
    colours = theme.colours
    inks = (
        (QIcon.Mode.Normal, QColor(colours.text)),
        (QIcon.Mode.Selected, QColor(colours.on_selection)),
        (QIcon.Mode.Disabled, QColor(colours.text_disabled)),
    )
    icon = QIcon()
    for shape in _shapes(name):
        dyed = QImage(shape)
        painter = QPainter(dyed)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        for mode, ink in inks:  # drawn once and dyed: the drawing takes ten times as long
            painter.fillRect(dyed.rect(), ink)
            icon.addPixmap(QPixmap.fromImage(dyed), mode)
        painter.end()
    return icon


@lru_cache(maxsize=256)  # themes differ in the ink alone
def _shapes(name: str) -> tuple[QImage, ...]:
    """A drawing in black, in every size."""
    drawing = open_bytes(f"icons/{name}.svg").replace(b"currentColor", b"black")
    renderer = QSvgRenderer(QByteArray(drawing))
    if not renderer.isValid():
        raise ValueError(f"the icon {name} is no drawing")
    shapes = []
    for size_px in SIZES_PX:
        shape = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
        shape.fill(Qt.GlobalColor.transparent)
        painter = QPainter(shape)
        renderer.render(painter)
        painter.end()
        shapes.append(shape)
    return tuple(shapes)
