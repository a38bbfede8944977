"""Paints blocks: parts with miniature notes, sounds with their wave, gain and fades."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from editor.panels.blocks import (
    BLOCK_GAP_PX,
    ROW_PX,
    Arrangement,
    Block,
    RowView,
    fades_ticks,
    gain_to_px,
)
from editor.panels.peak_loader import PeakLoader
from editor.panels.tiles import NAME_PX, TILE_PX, Tiles, tiles_between
from editor.view.colours import Colours
from editor.view.shapes import thin_pen, with_alpha
from editor.view.text import Labels, label_font
from editor.view.viewport import whole_px

_RADIUS_PX = 4.0
_PAD_PX, _SOUND_PAD_PX = 5.0, 13.0  # a sound has the handle of its fade there
_NAME_FROM_PX = 22.0  # a narrower block bears no name
_HANDLES_FROM_PX = 24.0


def track_colour(colours: Colours, row: int) -> str:
    """The colour by which a track is known: tracks beside each other differ."""
    hues = (colours.note_edge, colours.sung, colours.offset, colours.lock, colours.final)
    return hues[row % len(hues)]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLook:
    """How a block stands out."""

    is_chosen: bool = False
    is_silent: bool = False  # muted, or another is soloed
    name: str = ""


class BlockPainter:
    """Paints blocks in the pixels of the overview."""

    def __init__(self, colours: Colours, loader: PeakLoader) -> None:
        self.colours = colours
        self.tiles = Tiles()
        self._loader = loader
        self._names = Labels(label_font(11))

    def draw(
        self,
        painter: QPainter,
        block: Block,
        found: Arrangement,
        view: RowView,
        exposed: QRect,
        look: BlockLook,
    ) -> None:
        """Paint one block, as far as it lies in ``exposed``."""
        left = whole_px(view.viewport.ticks_to_px(block.start_ticks))
        right = max(left + 3, whole_px(view.viewport.ticks_to_px(block.end_ticks)))
        box = QRect(
            left,
            view.row_top_px(block.row) + BLOCK_GAP_PX,
            right - left,
            ROW_PX - 2 * BLOCK_GAP_PX,
        )
        if not box.intersects(exposed):
            return
        painter.save()
        painter.setClipRect(exposed & box.adjusted(-1, -1, 1, 1))
        if look.is_silent:
            painter.setOpacity(0.45)
        hue = track_colour(self.colours, block.row)
        is_lost = block.sound is not None and self._loader.is_lost(block.sound)
        self._draw_ground(painter, box, self.colours.failed if is_lost else hue, look)
        if block.part is not None:
            self._draw_notes(painter, block, box, view, exposed, hue, look)
        elif not is_lost:
            self._draw_wave(painter, block, found, box, view, exposed, hue)
            if box.width() >= _HANDLES_FROM_PX:
                self._draw_levels(painter, block, found, box, view)
        pad_px = _PAD_PX if block.part is not None else _SOUND_PAD_PX
        self._draw_name(painter, box, look.name, pad_px)
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRect, hue: str, look: BlockLook) -> None:
        shape = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.panel))
        painter.drawRoundedRect(shape, _RADIUS_PX, _RADIUS_PX)
        edge, fill = hue, with_alpha(hue, 0.22)
        if look.is_chosen:
            edge = self.colours.note_selected_edge
            fill = with_alpha(self.colours.note_selected_edge, 0.28)
        painter.setBrush(fill)
        painter.setPen(thin_pen(QColor(edge), 1.5 if look.is_chosen else 1.0))
        painter.drawRoundedRect(shape, _RADIUS_PX, _RADIUS_PX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_notes(
        self,
        painter: QPainter,
        block: Block,
        box: QRect,
        view: RowView,
        exposed: QRect,
        hue: str,
        look: BlockLook,
    ) -> None:
        assert block.part is not None
        if not block.part.notes:
            return
        colour = QColor(self.colours.note_selected_edge if look.is_chosen else hue)
        ratio = painter.device().devicePixelRatioF()
        scroll, y = view.viewport.scroll_x_px, box.top() + NAME_PX + 1
        seen = box & exposed
        for number in tiles_between(seen.left() + scroll, seen.right() + scroll):
            tile = self.tiles.notes(block.part, view.viewport, number, colour, ratio)
            painter.drawPixmap(number * TILE_PX - scroll, y, tile)

    def _draw_wave(
        self,
        painter: QPainter,
        block: Block,
        found: Arrangement,
        box: QRect,
        view: RowView,
        exposed: QRect,
        hue: str,
    ) -> None:
        assert block.sound is not None
        peaks = self._loader.peaks_of(block.sound)
        if peaks is None:
            return
        colour, ratio = with_alpha(hue, 0.75), painter.device().devicePixelRatioF()
        scroll, seen = view.viewport.scroll_x_px, box & exposed
        for number in tiles_between(seen.left() + scroll, seen.right() + scroll):
            tile = self.tiles.wave(block, peaks, found.tempo, view.viewport, number, colour, ratio)
            painter.drawPixmap(number * TILE_PX - scroll, box.top() + 1, tile)

    def _draw_levels(
        self, painter: QPainter, block: Block, found: Arrangement, box: QRect, view: RowView
    ) -> None:
        """The line of the gain with its fades, and a handle where each fade ends."""
        assert block.sound is not None
        rise, fall = (view.viewport.ticks_to_px(t) for t in fades_ticks(block, found.tempo))
        level = box.top() + gain_to_px(block.sound.gain_db, box.height())
        bottom, text = box.bottom() - 0.5, QColor(self.colours.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(thin_pen(with_alpha(self.colours.text, 0.7)))
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(box.left() + 0.5, bottom if block.sound.fade_in_ms > 0 else level),
                    QPointF(rise, level),
                    QPointF(fall, level),
                    QPointF(box.right() + 0.5, bottom if block.sound.fade_out_ms > 0 else level),
                ]
            )
        )
        painter.setPen(QPen(QColor(self.colours.edge), 1.0))
        painter.setBrush(text)
        for x in (max(rise, box.left() + 5.0), min(fall, box.right() - 4.0)):
            painter.drawEllipse(QPointF(x, box.top() + 5.0), 3.5, 3.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_name(self, painter: QPainter, box: QRect, name: str, pad_px: float) -> None:
        # What is scrolled out to the left leaves its name in view.
        left = max(box.left(), 0) + pad_px
        width = box.right() - left - pad_px
        if width < _NAME_FROM_PX or not name:
            return
        text = self._names.shortened(name, width)
        painter.setFont(self._names.font)
        painter.setPen(QColor(self.colours.text))
        self._names.paint(painter, left, box.top() + NAME_PX / 2.0 + 1.0, text)
