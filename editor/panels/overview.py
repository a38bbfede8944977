"""The overview: all tracks of the song as blocks over time. It observes; `OverviewHand` acts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PureWindowsPath

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.model.project import Project
from editor.panels.block_painter import BlockLook, BlockPainter, track_colour
from editor.panels.blocks import ROW_PX, Arrangement, Block, RowView, arranged, overview_snap
from editor.panels.peak_loader import PeakLoader
from editor.view.colours import Colours
from editor.view.metre import WHOLE_TICKS, Snap, bars_apart
from editor.view.shapes import RectBatch, thin_pen, with_alpha
from editor.view.text import Labels, label_font
from editor.view.viewport import Viewport, whole_px

RULER_PX = 24
_SPARE_TICKS = 16 * WHOLE_TICKS
_LEAST_TICKS = 64 * WHOLE_TICKS
_PX_PER_TICK = 0.02
_LABEL_GAP_PX = 40.0
_HEAD_PX = 5.0


class Overview(QWidget):
    """Paints the ruler and the rows; what is shown is set, where one looks is its own.

    Signals
    -------
    view_changed
        Another stretch of time or other rows are seen.
    selection_changed : frozenset of str
        Ids of the chosen blocks.
    """

    view_changed = Signal()
    selection_changed = Signal(object)

    def __init__(self, colours: Colours, loader: PeakLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._colours = colours
        self._loader = loader
        self._painter = BlockPainter(colours, loader)
        self._bars = Labels(label_font(11, is_bold=True))
        self._lines = RectBatch()
        self.arrangement = Arrangement()
        self.finest_snap = Snap()
        self._view = RowView(
            viewport=Viewport(
                width_px=0, height_px=0, px_per_tick=_PX_PER_TICK, end_ticks=_LEAST_TICKS
            )
        )
        self._selection: frozenset[str] = frozenset()
        self._shown_part_id = ""
        self._roll_ticks: tuple[float, float] | None = None
        self._loop_ticks: tuple[float, float] | None = None
        self._playhead_ticks = 0.0
        loader.loaded.connect(self._show_again)
        self._retranslate()

    def sizeHint(self) -> QSize:
        """Two rows."""
        return QSize(640, RULER_PX + 2 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(160, RULER_PX + ROW_PX)

    # ------------------------------------------------------------------ what is shown

    def set_song(self, project: Project) -> None:
        """Show a song, also one that is only thought of during a drag."""
        self.arrangement = arranged(project, self._loader.length_ms, before=self.arrangement)
        end_ticks = max(_LEAST_TICKS, self.arrangement.end_ticks + _SPARE_TICKS)
        self.set_viewport(replace(self._view.viewport, end_ticks=end_ticks))
        there = {block.id for block in self.arrangement.blocks}
        self.select(self._selection & there)
        self._tell_selection()
        self.update()

    def _show_again(self) -> None:
        """Lengths of sounds are known now."""
        self.set_song(self.arrangement.project)

    def set_shown_part(self, part_id: str) -> None:
        """Which part the piano roll shows."""
        if part_id != self._shown_part_id:
            self._shown_part_id = part_id
            self.update()

    def set_roll_ticks(self, ticks: tuple[float, float] | None) -> None:
        """Which stretch the piano roll shows."""
        if ticks != self._roll_ticks:
            self._roll_ticks = ticks
            self.update()

    def set_loop_ticks(self, ticks: tuple[float, float] | None) -> None:
        """The loop."""
        if ticks != self._loop_ticks:
            self._loop_ticks = ticks
            self.update()

    def set_playhead_ticks(self, ticks: float, *, is_followed: bool = False) -> None:
        """Move the playhead; the page turns with it when it is followed."""
        if is_followed:
            self.set_viewport(self._view.viewport.following(ticks))
        before, self._playhead_ticks = self._playhead_px, ticks
        if self._playhead_px != before:
            self.update(self._playhead_box(before))
            self.update(self._playhead_box(self._playhead_px))

    @property
    def playhead_ticks(self) -> float:
        """Where the playhead is."""
        return self._playhead_ticks

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = self._painter.colours = colours
        self.update()

    @property
    def n_tiles_made(self) -> int:
        """How many pieces of pictures were painted anew so far."""
        return self._painter.tiles.n_made

    # ------------------------------------------------------------------ what is chosen

    @property
    def selection(self) -> frozenset[str]:
        """Ids of the chosen blocks."""
        return self._selection

    @property
    def chosen(self) -> tuple[Block, ...]:
        """The chosen blocks, row by row."""
        return tuple(block for block in self.arrangement.blocks if block.id in self._selection)

    def select(self, ids: frozenset[str]) -> None:
        """Choose blocks; those that are not there are left out."""
        ids = ids & {block.id for block in self.arrangement.blocks}
        if ids != self._selection:
            self._selection = ids
            self._tell_selection()
            self.selection_changed.emit(ids)
            self.update()

    def name_of(self, block: Block) -> str:
        """What a block is called."""
        if block.sound is not None:
            name = PureWindowsPath(block.sound.path).name
            is_lost = self._loader.is_lost(block.sound)
            return self.tr("{name} (cannot be read)").format(name=name) if is_lost else name
        assert block.part is not None
        track = self.arrangement.project.tracks[block.row]
        return block.part.name or track.name or self.tr("Part")

    # ------------------------------------------------------------------ where one looks

    @property
    def view(self) -> RowView:
        """What is seen, below the ruler."""
        return self._view

    @property
    def snap(self) -> Snap:
        """The grid at this scale."""
        return overview_snap(self._view.viewport.px_per_tick, self.finest_snap)

    def set_viewport(self, viewport: Viewport) -> None:
        """See another stretch of time, within the limits."""
        clamped = viewport.clamped()
        if clamped != self._view.viewport:
            self._view = self._view.with_viewport(clamped)
            self.update()
            self.view_changed.emit()

    def set_scroll_px(self, scroll_px: int) -> None:
        """See other rows."""
        scroll_px = max(0, min(scroll_px, self.last_scroll_px))
        if scroll_px != self._view.scroll_px:
            self._view = replace(self._view, scroll_px=scroll_px)
            self.update()
            self.view_changed.emit()

    @property
    def last_scroll_px(self) -> int:
        """How far one can scroll down."""
        rows_px = len(self.arrangement.rows) * ROW_PX
        return max(0, rows_px - max(0, self.height() - RULER_PX))

    def reveal(self, block: Block) -> None:
        """Scroll as little as brings a block into view."""
        self.set_viewport(self._view.viewport.revealing(block.start_ticks, block.end_ticks))
        self.reveal_row(block.row)

    def reveal_row(self, row: int) -> None:
        """Scroll as little as brings a track into view."""
        top = row * ROW_PX
        height = max(ROW_PX, self.height() - RULER_PX)
        self.set_scroll_px(min(top, max(self._view.scroll_px, top + ROW_PX - height)))

    def show_all(self) -> None:
        """The whole song in the width."""
        end_ticks = max(self.arrangement.end_ticks, 8 * WHOLE_TICKS)
        self.set_viewport(self._view.viewport.showing_ticks(0.0, end_ticks * 1.05))

    def box_of(self, block: Block) -> QRect:
        """Where a block lies, in pixels of the widget."""
        left = whole_px(self._view.viewport.ticks_to_px(block.start_ticks))
        right = whole_px(self._view.viewport.ticks_to_px(block.end_ticks))
        top = RULER_PX + self._view.row_top_px(block.row)
        return QRect(left, top, max(3, right - left), ROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of the song is seen."""
        super().resizeEvent(event)
        is_first = self._view.viewport.width_px == 0
        size = self.size()
        self._view = self._view.with_viewport(
            self._view.viewport.resized(size.width(), size.height())
        )
        self.set_scroll_px(self._view.scroll_px)
        if is_first:
            self.show_all()
        self.view_changed.emit()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, blocks, where the roll looks, playhead and ruler, as far as they are missing."""
        painter = QPainter(self)
        exposed = event.rect()
        self._draw_rows(painter, exposed)
        painter.translate(0, RULER_PX)
        below = exposed.translated(0, -RULER_PX)
        below.setTop(max(0, below.top()))
        looks = self._track_looks()
        for block in self.arrangement.blocks:
            look = BlockLook(
                is_chosen=block.id in self._selection,
                is_silent=looks[block.row],
                name=self.name_of(block),
            )
            self._painter.draw(painter, block, self.arrangement, self._view, below, look)
        painter.setClipRect(below)
        self._draw_roll_view(painter)
        painter.setClipping(False)
        painter.translate(0, -RULER_PX)
        if exposed.top() < RULER_PX:
            self._draw_ruler(painter, exposed)
        self._draw_playhead(painter)
        if self.hasFocus():
            painter.setPen(thin_pen(QColor(self._colours.loop)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _track_looks(self) -> list[bool]:
        """Whether each track is silent."""
        tracks = self.arrangement.project.tracks
        has_solo = any(track.is_solo for track in tracks)
        return [track.is_muted or (has_solo and not track.is_solo) for track in tracks]

    def _draw_rows(self, painter: QPainter, exposed: QRect) -> None:
        colours, n_rows = self._colours, len(self.arrangement.rows)
        painter.fillRect(exposed, QColor(colours.ground_black_key))
        for row in range(n_rows):
            top = RULER_PX + self._view.row_top_px(row)
            painter.fillRect(exposed.left(), top, exposed.width(), ROW_PX, QColor(colours.ground))
            painter.fillRect(
                exposed.left(), top + ROW_PX - 1, exposed.width(), 1, QColor(colours.line_fine)
            )
        viewport = self._view.viewport
        first = viewport.px_to_ticks(exposed.left() - 1)
        found = self.arrangement.metre.lines(
            max(0.0, first),
            viewport.px_to_ticks(exposed.right() + 1),
            px_per_tick=viewport.px_per_tick,
            snap=self.snap,
        )
        bottom = RULER_PX + n_rows * ROW_PX - self._view.scroll_px
        for ticks, colour in (
            (found.beat_ticks, colours.line_fine),
            (found.bar_ticks, colours.line_beat),
        ):
            x = np.floor(ticks * viewport.px_per_tick) - viewport.scroll_x_px
            self._lines.upright(painter, QColor(colour), x, top=RULER_PX, bottom=bottom)

    def _draw_roll_view(self, painter: QPainter) -> None:
        block = self.arrangement.find(self._shown_part_id)
        if block is None or self._roll_ticks is None:
            return
        left, right = (whole_px(self._view.viewport.ticks_to_px(t)) for t in self._roll_ticks)
        top = self._view.row_top_px(block.row)
        box = QRect(left, top, max(4, right - left), ROW_PX - 1)
        painter.fillRect(box, with_alpha(self._colours.text, 0.06))
        painter.setPen(thin_pen(with_alpha(self._colours.text, 0.55)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, 0))

    def _draw_ruler(self, painter: QPainter, exposed: QRect) -> None:
        colours, viewport, metre = self._colours, self._view.viewport, self.arrangement.metre
        painter.fillRect(exposed.left(), 0, exposed.width(), RULER_PX, QColor(colours.panel))
        painter.fillRect(exposed.left(), RULER_PX - 1, exposed.width(), 1, QColor(colours.edge))
        if self._loop_ticks is not None:
            left, right = (whole_px(viewport.ticks_to_px(t)) for t in self._loop_ticks)
            painter.fillRect(left, 0, right - left, RULER_PX - 1, with_alpha(colours.loop, 0.25))
            painter.fillRect(left, 0, right - left, 3, QColor(colours.loop))
        found = metre.lines(
            max(0.0, viewport.px_to_ticks(exposed.left() - _LABEL_GAP_PX)),
            viewport.px_to_ticks(exposed.right() + 1),
            px_per_tick=viewport.px_per_tick,
            snap=self.snap,
        )
        bar_ticks = metre.bar_start_ticks(1) - metre.bar_start_ticks(0)
        every = bars_apart(bar_ticks * viewport.px_per_tick, _LABEL_GAP_PX)
        painter.setFont(self._bars.font)
        for ticks, bar in zip(found.bar_ticks.tolist(), found.bars.tolist(), strict=True):
            x = int(ticks * viewport.px_per_tick) - viewport.scroll_x_px
            is_named = bar % every == 0
            height = 14 if is_named else 5
            painter.fillRect(x, RULER_PX - 1 - height, 1, height, QColor(colours.line_bar))
            if is_named:
                painter.setPen(QColor(colours.text_dim))
                self._bars.paint(painter, x + 4.0, 11.0, str(bar + 1))

    @property
    def _playhead_px(self) -> int:
        return whole_px(self._view.viewport.ticks_to_px(self._playhead_ticks))

    def _playhead_box(self, x_px: int) -> QRect:
        return QRect(x_px - 6, 0, 13, self.height())

    def _draw_playhead(self, painter: QPainter) -> None:
        x, colour = self._playhead_px, QColor(self._colours.playhead)
        painter.fillRect(x, RULER_PX - 8, 1, self.height(), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        top = RULER_PX - 9.0
        corners = ((-_HEAD_PX, 0.0), (_HEAD_PX, 0.0), (_HEAD_PX, 3.0), (0.0, 8.5), (-_HEAD_PX, 3.0))
        painter.drawPolygon(QPolygonF([QPointF(x + 0.5 + dx, top + dy) for dx, dy in corners]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    # ------------------------------------------------------------------ words

    def row_colour(self, row: int) -> str:
        """The colour by which a track is known."""
        return track_colour(self._colours, row)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()
        if event.type() == QEvent.Type.FontChange:
            self._bars = Labels(label_font(11, is_bold=True))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Arrangement"))
        self._tell_selection()

    def _tell_selection(self) -> None:
        """What is chosen, in words for those who do not see it."""
        texts = [self._description(block) for block in self.chosen]
        text = "; ".join(texts) if texts else self.tr("Nothing is chosen.")
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _description(self, block: Block) -> str:
        track = self.arrangement.project.tracks[block.row]
        metre = self.arrangement.metre
        return self.tr("{name} on {track}, bar {first} to {last}").format(
            name=self.name_of(block),
            track=track.name or self.tr("Track {number}").format(number=block.row + 1),
            first=metre.bar_at(block.start_ticks) + 1,
            last=metre.bar_at(max(block.start_ticks, block.end_ticks - 1)) + 1,
        )
