"""Pieces of pictures of notes and waves, kept from one painting to the next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterator

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from editor.model.project import Note, Part
from editor.panels.blocks import BLOCK_GAP_PX, ROW_PX, Block
from editor.view.lines import Float64Array
from editor.view.note_table import NoteTable
from editor.view.shapes import RectBatch, first_of_each
from editor.view.viewport import Viewport
from engine.api import Peaks
from engine.timing import TempoMap

TILE_PX = 512
NAME_PX = 14  # height of the strip with the block's name
NOTES_PX = ROW_PX - 2 * BLOCK_GAP_PX - NAME_PX - 4
WAVE_PX = ROW_PX - 2 * BLOCK_GAP_PX - 2
_N_KEPT = 192  # tiles; about 20 MB
_LEAST_KEYS = 12  # a part of one pitch is not drawn as a bar


def tiles_between(first_px: float, last_px: float) -> Iterator[int]:
    """Numbers of the tiles of a stretch of the song's picture."""
    return iter(range(int(first_px // TILE_PX), int(last_px // TILE_PX) + 1))


class Tiles:
    """Makes tiles, ``TILE_PX`` of the song's picture each, at a scale.

    A tile is named by what it shows; what it is made of is kept with it, so that no name is given
    to another thing meanwhile.
    """

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, tuple[object, QPixmap]] = OrderedDict()
        self._tables: OrderedDict[tuple[int, int], tuple[tuple[Note, ...], NoteTable]] = (
            OrderedDict()
        )
        self._batch = RectBatch()
        self.n_made = 0

    def notes(
        self, part: Part, view: Viewport, number: int, colour: QColor, ratio: float
    ) -> QPixmap:
        """Miniature notes of a part."""
        key = (id(part.notes), part.start_ticks, view.px_per_tick, number, colour.rgba(), ratio)
        found = self._known(key)
        if found is None:
            found = self._blank(NOTES_PX, ratio)
            painter = QPainter(found)
            self._draw_notes(painter, part, view.px_per_tick, number, colour)
            painter.end()
            self._keep(key, part.notes, found)
        return found

    def wave(
        self,
        block: Block,
        peaks: Peaks,
        tempo: TempoMap,
        view: Viewport,
        number: int,
        colour: QColor,
        ratio: float,
    ) -> QPixmap:
        """The waveform of a sound with its gain and fades."""
        sound = block.sound
        assert sound is not None
        levels = (sound.skip_ms, sound.gain_db, sound.fade_in_ms, sound.fade_out_ms)
        key = (
            id(peaks), levels, block.start_ticks, block.end_ticks, tempo, view.px_per_tick,
            number, colour.rgba(), ratio,
        )  # fmt: skip
        found = self._known(key)
        if found is None:
            found = self._blank(WAVE_PX, ratio)
            painter = QPainter(found)
            low, high = wave_columns(block, peaks, tempo, view.px_per_tick, number)
            middle, half = WAVE_PX / 2.0, WAVE_PX / 2.0 - 1.0
            top = np.floor(middle - high * half)
            bottom = np.maximum(top + 1.0, np.ceil(middle - low * half))
            x = np.arange(TILE_PX)
            self._batch.fill(painter, colour, x=x, y=top, width=1, height=bottom - top)
            painter.end()
            self._keep(key, peaks, found)
        return found

    def _draw_notes(
        self, painter: QPainter, part: Part, px_per_tick: float, number: int, colour: QColor
    ) -> None:
        table = self._table(part)
        if not len(table.starts):
            return
        left_px = number * TILE_PX
        rows = table.between((left_px - 2.0) / px_per_tick, (left_px + TILE_PX) / px_per_tick)
        low, high = int(table.keys.min()), int(table.keys.max())
        spare = max(0, _LEAST_KEYS - (high - low))
        low, high = low - spare // 2, high + (spare + 1) // 2
        height = min(4, max(2, NOTES_PX // (high - low + 1)))
        x = np.floor(table.starts[rows] * px_per_tick) - left_px
        right = np.floor(table.ends[rows] * px_per_tick) - left_px
        width = np.maximum(1.0, right - x - (right - x > 3.0))
        y = np.round((high - table.keys[rows]) * ((NOTES_PX - height) / (high - low)))
        first_rows = first_of_each(x * 64.0 + y)  # far out, many share a pixel
        self._batch.fill(
            painter,
            colour,
            x=x[first_rows],
            y=y[first_rows],
            width=width[first_rows],
            height=height,
        )

    def _table(self, part: Part) -> NoteTable:
        key = (id(part.notes), part.start_ticks)
        known = self._tables.get(key)
        if known is None:
            known = self._tables[key] = (part.notes, NoteTable(part))
            if len(self._tables) > _N_KEPT:
                self._tables.popitem(last=False)
        return known[1]

    def _known(self, key: Hashable) -> QPixmap | None:
        known = self._made.get(key)
        if known is None:
            return None
        self._made.move_to_end(key)
        return known[1]

    def _keep(self, key: Hashable, source: object, tile: QPixmap) -> None:
        self.n_made += 1
        self._made[key] = (source, tile)
        if len(self._made) > _N_KEPT:
            self._made.popitem(last=False)

    @staticmethod
    def _blank(height_px: int, ratio: float) -> QPixmap:
        tile = QPixmap(round(TILE_PX * ratio), round(height_px * ratio))
        tile.setDevicePixelRatio(ratio)
        tile.fill(Qt.GlobalColor.transparent)
        return tile


def wave_columns(
    block: Block, peaks: Peaks, tempo: TempoMap, px_per_tick: float, number: int
) -> tuple[Float64Array, Float64Array]:
    """Lowest and highest value, -1..1, of each pixel of a tile, as they are heard.

    Returns
    -------
    low, high : float64 [shape=(TILE_PX,)]
    """
    sound = block.sound
    assert sound is not None
    edges_px = number * TILE_PX + np.arange(TILE_PX + 1)
    song_ms = np.array([tempo.ticks_to_ms(px / px_per_tick) for px in edges_px.tolist()])
    start_ms, end_ms = tempo.ticks_to_ms(block.start_ticks), tempo.ticks_to_ms(block.end_ticks)
    low, high = peaks.between(song_ms - start_ms + sound.skip_ms)
    middle_ms = (song_ms[1:] + song_ms[:-1]) / 2.0
    gain = np.full(TILE_PX, 10.0 ** (sound.gain_db / 20.0))
    if sound.fade_in_ms > 0.0:
        gain *= np.sin(np.clip((middle_ms - start_ms) / sound.fade_in_ms, 0.0, 1.0) * np.pi / 2.0)
    if sound.fade_out_ms > 0.0:
        gain *= np.sin(np.clip((end_ms - middle_ms) / sound.fade_out_ms, 0.0, 1.0) * np.pi / 2.0)
    gain[(song_ms[1:] < start_ms) | (song_ms[:-1] > end_ms)] = 0.0
    return np.clip(low * gain, -1.0, 1.0), np.clip(high * gain, -1.0, 1.0)
