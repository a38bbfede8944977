"""Lyrics in the notes, above the pitch so that they stay readable."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer
from editor.view.layers.notes import DIMMED, Notes, is_breath
from editor.view.shapes import with_alpha
from editor.view.text import Labels, label_font
from editor.view.viewport import Viewport

_FROM_PX = 14.0  # of a row's height
_LEAST_PX = 7.0  # of room for a letter
_PAD_PX = 5.0


class Lyrics(Layer):
    """The lyric of every note that has room for it; a patch of the note's colour lies below."""

    def __init__(self, colours: Colours, notes: Notes) -> None:
        super().__init__(colours)
        self._notes = notes
        self._labels = Labels(label_font(12))

    def changed(self, before: Content, after: Content) -> bool:
        """Nothing that the notes do not see as well."""
        return False

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Shortened where there is little room, nothing where there is none."""
        if viewport.px_per_key < _FROM_PX or not self._notes.is_detailed(viewport):
            return
        painter.setFont(self._labels.font)
        painter.setOpacity(DIMMED if self.content.dims_notes else 1.0)
        colours = self.colours
        looks = [
            (with_alpha(patch, 0.8), QColor(ink))
            for patch, ink in (
                (colours.note, colours.note_text),
                (colours.note_selected, colours.note_selected_text),
            )
        ]
        for note, is_chosen, box in self._notes.seen(viewport, exposed):
            room_px = box.width() - _PAD_PX
            if room_px < _LEAST_PX or is_breath(note) or not note.lyric:
                continue
            text = self._labels.shortened(note.lyric, room_px)
            patch, ink = looks[is_chosen]
            width_px = self._labels.width_px(text)
            ground = QRectF(box.left() + 2.0, box.top() + 1.0, width_px + 5.0, box.height() - 1.0)
            painter.fillRect(ground.toRect(), patch)
            painter.setPen(ink)
            self._labels.paint(painter, box.left() + _PAD_PX - 1.0, box.center().y(), text)
