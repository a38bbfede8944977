"""Notes: only those that are seen, simpler the smaller they are."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from editor.model.project import Note
from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer, stretch_of
from editor.view.note_table import NoteTable
from editor.view.shapes import RectBatch, first_of_each, thin_pen, with_alpha
from editor.view.viewport import Viewport

_BREATH_LYRICS = frozenset(("AP", "SP"))
_RADIUS_PX = 3.0
_ROUND_FROM_PX = 9.0  # of a usual note's width: narrower ones are plain rectangles
_REACH_PX = 4  # an underline goes so far below its row
DIMMED = 0.45  # opacity of what stands back


def is_breath(note: Note) -> bool:
    """Whether a note is a breath or a rest, which has no pitch to be heard."""
    return note.lyric in _BREATH_LYRICS


class SeenNote(NamedTuple):
    """A note and the box that it is painted in."""

    note: Note
    is_chosen: bool
    box: QRectF


class Notes(Layer):
    """Notes of the part; what is chosen stands out, breaths are hollow, faults are underlined."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours)
        self._table = NoteTable(self.content.part)
        self._batch = RectBatch()
        self._selected = np.zeros(0, dtype=np.bool_)
        self._usual_ticks = 0.0
        self._seen: tuple[Viewport, QRect, list[SeenNote]] | None = None

    def changed(self, before: Content, after: Content) -> bool:
        """Notes, their place, what is chosen and what is at fault."""
        self._seen = None
        moved = (
            before.part.notes is not after.part.notes
            or before.part.start_ticks != after.part.start_ticks
        )
        if moved:
            self._table = NoteTable(after.part)
            lengths = self._table.ends - self._table.starts
            self._usual_ticks = float(np.median(lengths)) if len(lengths) else 0.0
        if moved or before.selected != after.selected:
            ids = (note.id in after.selected for note in self._table.notes)
            self._selected = np.fromiter(ids, dtype=np.bool_, count=len(self._table.notes))
            return True
        return before.faulty != after.faulty or before.dims_notes != after.dims_notes

    def is_detailed(self, viewport: Viewport) -> bool:
        """Whether notes are large enough for round corners and lyrics."""
        width_px = self._usual_ticks * viewport.px_per_tick
        return width_px >= _ROUND_FROM_PX and viewport.px_per_key >= _ROUND_FROM_PX

    def seen(self, viewport: Viewport, exposed: QRect) -> list[SeenNote]:
        """Notes of an exposed rectangle, those that are chosen last."""
        if self._seen is not None and self._seen[:2] == (viewport, exposed):
            return self._seen[2]  # the lyrics ask for what was painted just before
        rows = self._table.between(*stretch_of(viewport, exposed))
        keys = self._table.keys[rows]
        top = np.floor(viewport.midi_to_px(0.5) - keys * viewport.px_per_key + 0.5)
        bottom = np.floor(viewport.midi_to_px(-0.5) - keys * viewport.px_per_key + 0.5)
        x = np.stack([self._table.starts[rows], self._table.ends[rows]]) * viewport.px_per_tick
        left, right = np.floor(x + 0.5) - viewport.scroll_x_px
        is_near = (bottom + _REACH_PX >= exposed.top()) & (top <= exposed.bottom() + 1)
        numbers = np.flatnonzero(is_near)
        chosen = self._selected[rows]
        numbers = np.concatenate([numbers[~chosen[numbers]], numbers[chosen[numbers]]])
        # Half pixels: the outline then lies on whole ones. One is left free between notes.
        boxes = np.stack(
            [left + 0.5, top + 1.5, np.maximum(2.0, right - left - 2.0), bottom - top - 3.0]
        )
        notes = self._table.notes
        found = [
            SeenNote(notes[rows.start + number], bool(chosen[number]), QRectF(*box))
            for number, box in zip(numbers.tolist(), boxes.T[numbers].tolist(), strict=True)
        ]
        self._seen = (viewport, exposed, found)
        return found

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Plain rectangles where notes are small, rounded ones where they are not."""
        painter.setOpacity(DIMMED if self.content.dims_notes else 1.0)
        if not self.is_detailed(viewport):
            rows = self._table.between(*stretch_of(viewport, exposed))
            self._draw_plain(painter, viewport, rows)
            return
        colours = self.colours
        looks = [
            (QColor(fill), thin_pen(QColor(edge)))
            for fill, edge in (
                (colours.note, colours.note_edge),
                (colours.note_selected, colours.note_selected_edge),
            )
        ]
        seen_notes, last_look = self.seen(viewport, exposed), None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for note, is_chosen, box in seen_notes:
            look = (is_chosen, is_breath(note))
            if look != last_look:  # most look alike
                last_look = look
                fill, pen = looks[is_chosen]
                if is_breath(note):
                    fill, pen = with_alpha(fill.name(), 0.2), QPen(pen)
                    pen.setDashPattern([2.0, 2.0])
                painter.setPen(pen)
                painter.setBrush(fill)
            radius = min(_RADIUS_PX, box.width() / 2.0)
            painter.drawRoundedRect(box, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for note, _, box in seen_notes:
            if note.id in self.content.faulty:
                self._underline(painter, box)

    def _draw_plain(self, painter: QPainter, viewport: Viewport, rows: slice) -> None:
        table, colours = self._table, self.colours
        x = np.floor(table.starts[rows] * viewport.px_per_tick)
        right = np.floor(table.ends[rows] * viewport.px_per_tick)
        width = np.maximum(1.0, right - x - (right - x > 3.0))
        y = np.floor(viewport.midi_to_px(0.5) - table.keys[rows] * viewport.px_per_key + 0.5)
        height = max(2.0, np.floor(viewport.px_per_key) - 1.0)
        chosen = self._selected[rows]
        places = x * 65536.0 + y  # far out, many notes share a pixel
        for colour, mask in ((colours.note_edge, ~chosen), (colours.note_selected_edge, chosen)):
            first_rows = first_of_each(places[mask])
            self._batch.fill(
                painter,
                QColor(colour),
                x=x[mask][first_rows] - viewport.scroll_x_px,
                y=y[mask][first_rows],
                width=width[mask][first_rows],
                height=height,
            )

    def _underline(self, painter: QPainter, box: QRectF) -> None:
        """A dashed line below: seen without telling colours apart."""
        pen = thin_pen(QColor(self.colours.failed), 2.0)
        pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        y = int(box.bottom()) + 2
        painter.drawLine(int(box.left()) + 1, y, int(box.right()) - 1, y)
