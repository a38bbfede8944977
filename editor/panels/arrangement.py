"""The arrangement: the tracks' headers, and beside them the overview of all that is on them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.history import History
from editor.panels.blocks import ROW_PX, Block
from editor.panels.mixer_hand import MixerHand
from editor.panels.name_editor import NameEditor
from editor.panels.overview import RULER_PX, Overview
from editor.panels.overview_hand import OverviewHand
from editor.panels.peak_loader import PeakLoader
from editor.panels.track_controls import VoiceChoice
from editor.panels.track_header import HEADER_PX, TrackHeader
from editor.store import SongChange, Store
from editor.view.colours import Colours

_BAR_PX = 12
_STYLE = """
ArrangementPanel, QScrollArea, QWidget#headers, QWidget#corner {{
    background: {c.panel}; border: none; }}
QWidget#corner QToolButton {{ padding: 2px; border: 1px solid transparent; border-radius: 3px; }}
QWidget#corner QToolButton:hover {{ background: {c.ground}; border-color: {c.line_bar}; }}
QWidget#corner QToolButton:focus {{ border-color: {c.loop}; }}
QScrollBar {{ background: {c.panel}; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {px}px; }}
QScrollBar:horizontal {{ height: {px}px; }}
QScrollBar::handle {{ background: {c.scroll_handle}; border-radius: {radius}px; margin: 3px; }}
"""


class ArrangementPanel(QWidget):
    """Joins headers and overview, scrolled together.

    Signals
    -------
    current_changed : str
        Another track is the current one.
    menu_wanted : QPoint
        The right button on a track or a block; the place on the screen.
    """

    current_changed = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(
        self, store: Store, history: History, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store, self._colours = store, colours
        self._voices: tuple[VoiceChoice, ...] = ()
        self._current = ""
        self.loader = PeakLoader(self)
        self.hand = MixerHand(store, history, self)
        self.overview = Overview(colours, self.loader, self)
        self.mouse = OverviewHand(self.overview, store, history, self.loader, self)
        self.headers: list[TrackHeader] = []
        self.name_editor = NameEditor(self.overview)
        self._lay_out()
        self._connect()
        self.set_colours(colours)
        self._show_song()
        self._retranslate()

    def sizeHint(self) -> QSize:
        """Two rows."""
        return QSize(HEADER_PX + 640, RULER_PX + 2 * ROW_PX + _BAR_PX)

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(HEADER_PX + 160, RULER_PX + ROW_PX + _BAR_PX)

    def _lay_out(self) -> None:
        self.corner = QWidget(self)
        self.corner.setObjectName("corner")
        self.corner.setFixedSize(HEADER_PX, RULER_PX)
        self._buttons = QHBoxLayout(self.corner)
        self._buttons.setContentsMargins(4, 1, 4, 1)
        self._buttons.setSpacing(2)
        self._buttons.addStretch(1)
        self._column = QWidget()
        self._column.setObjectName("headers")
        self._rows = QVBoxLayout(self._column)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self._area = _HeaderArea(self)
        self._area.setWidget(self._column)
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        self._down = QScrollBar(Qt.Orientation.Vertical, self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.corner, 0, 0)
        layout.addWidget(self._area, 1, 0)
        layout.addWidget(self.overview, 0, 1, 2, 1)
        layout.addWidget(self._down, 0, 2, 2, 1)
        layout.addWidget(self._across, 2, 1)
        layout.setRowStretch(1, 1)
        layout.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self._store.changed.connect(self._follow)
        self._store.replaced.connect(self._show_other_song)
        self.overview.view_changed.connect(self._set_bars)
        self.overview.selection_changed.connect(self._follow_selection)
        self._across.valueChanged.connect(self._scroll_across)
        self._down.valueChanged.connect(self._scroll_down)
        self._area.verticalScrollBar().valueChanged.connect(self.overview.set_scroll_px)
        self._area.turned.connect(
            lambda px: self.overview.set_scroll_px(self.overview.view.scroll_px + px)
        )
        self.mouse.menu_wanted.connect(self.menu_wanted)
        self.mouse.part_wanted.connect(lambda row, _: self._choose_row(row))

    # ------------------------------------------------------------------ what is shown

    @property
    def current_track_id(self) -> str:
        """The track that commands mean."""
        return self._current

    def set_current(self, track_id: str) -> None:
        """Make a track the current one; one that is not there leaves the first."""
        ids = [track.id for track in self._store.project.tracks]
        if track_id not in ids:
            track_id = ids[0] if ids else ""
        if track_id != self._current:
            self._current = track_id
            self._show_headers()
            if track_id:
                self.overview.reveal_row(ids.index(track_id))
            self.current_changed.emit(track_id)

    def set_voices(self, voices: Sequence[VoiceChoice]) -> None:
        """The installed voices; the first sings tracks that name none."""
        self._voices = tuple(voices)
        self._show_headers()

    def set_corner(self, actions: Sequence[QAction]) -> None:
        """Buttons above the headers."""
        while self._buttons.count() > 1:
            item = self._buttons.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, action in enumerate(actions):
            button = QToolButton(self.corner)
            button.setDefaultAction(action)
            button.setIconSize(QSize(16, 16))
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons.insertWidget(place, button)

    @property
    def height_for_all_px(self) -> int:
        """How high it is when all tracks are seen."""
        return RULER_PX + len(self.headers) * ROW_PX + _BAR_PX

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.setStyleSheet(_STYLE.format(c=colours, px=_BAR_PX, radius=_BAR_PX // 2 - 3))
        self.overview.set_colours(colours)
        for header in self.headers:
            header.set_colours(colours)
        self._show_headers()

    def show_levels(self, levels: object) -> None:
        """Take what was heard."""
        for header in self.headers:
            header.show_levels(levels)

    def rename_block(self, block: Block) -> None:
        """Have the name of a part typed in its place."""
        if block.part is not None:
            self.overview.reveal(block)
            self.name_editor.ask(block.id, block.part.name, self.overview.box_of(block))

    def _follow(self, change: SongChange) -> None:
        if not change.changes.is_generated_only:  # which comes often while the song is sung
            self._show_song()

    def _show_other_song(self) -> None:
        self._show_song()
        self.overview.show_all()

    def _show_song(self) -> None:
        project = self._store.project
        self.loader.follow(project, self._store.sound_folder or Path.home())
        if not self.mouse.is_dragging:
            self.overview.set_song(project)
        self.set_current(self._current)
        self._show_headers()
        self._set_bars()

    def _show_headers(self) -> None:
        tracks = self._store.project.tracks
        while len(self.headers) > len(tracks):
            header = self.headers.pop()
            self._rows.removeWidget(header)
            header.hide()
            header.deleteLater()
        while len(self.headers) < len(tracks):
            self._add_header()
        for row, (header, track) in enumerate(zip(self.headers, tracks, strict=True)):
            hue = self.overview.row_colour(row)
            is_current = track.id == self._current
            header.show_track(track, row, self._voices, hue, is_current=is_current)
        height_px = len(tracks) * ROW_PX
        self._column.setFixedSize(HEADER_PX, max(height_px, self._area.viewport().height()))

    def _add_header(self) -> None:
        header = TrackHeader(self.hand, self._colours, self._column)
        header.chosen.connect(self.set_current)
        header.menu_wanted.connect(lambda _, place: self._header_menu(place))
        self._rows.insertWidget(len(self.headers), header)
        widgets = header.focus_order()
        if self.headers:
            QWidget.setTabOrder(self.headers[-1].focus_order()[-1], widgets[0])
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(widgets[-1], self.overview)
        self.headers.append(header)
        header.show()

    def _header_menu(self, place: QPoint) -> None:
        self.overview.select(frozenset())
        self.menu_wanted.emit(place)

    def _choose_row(self, row: int) -> None:
        tracks = self._store.project.tracks
        if 0 <= row < len(tracks):
            self.set_current(tracks[row].id)

    def _follow_selection(self) -> None:
        chosen = self.overview.chosen
        if chosen:
            self._choose_row(chosen[0].row)

    # ------------------------------------------------------------------ scrolling

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The headers fill the height."""
        super().resizeEvent(event)
        self._show_headers()
        self._set_bars()

    def _set_bars(self) -> None:
        viewport = self.overview.view.viewport
        rows_px = max(1, self.overview.height() - RULER_PX)
        for bar, value, last, page in (
            (self._across, viewport.scroll_x_px, viewport.last_scroll_x_px, viewport.width_px),
            (self._down, self.overview.view.scroll_px, self.overview.last_scroll_px, rows_px),
        ):
            blocked = bar.blockSignals(True)
            bar.setRange(0, last)
            bar.setPageStep(page)
            bar.setSingleStep(ROW_PX)
            bar.setValue(value)
            bar.blockSignals(blocked)
        self._down.setVisible(self.overview.last_scroll_px > 0)
        self._area.verticalScrollBar().setValue(self.overview.view.scroll_px)

    def _scroll_across(self, value: int) -> None:
        self.overview.set_viewport(self.overview.view.viewport.scrolled_to(value, 0))

    def _scroll_down(self, value: int) -> None:
        self.overview.set_scroll_px(value)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._across.setAccessibleName(self.tr("Scroll the arrangement in time"))
        self._down.setAccessibleName(self.tr("Scroll over the tracks"))
        self._column.setAccessibleName(self.tr("Tracks"))


class _HeaderArea(QScrollArea):
    """The column of headers: it has no bars of its own, and its wheel turns the overview's rows."""

    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(HEADER_PX)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rows by the wheel."""
        self.turned.emit(-round(event.angleDelta().y() / 120.0 * ROW_PX))
        event.accept()
