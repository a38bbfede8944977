"""The piano roll: joins keyboard, ruler, notes, phonemes and lanes in one picture of a part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QRegion
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from editor.model.lookup import find_part
from editor.model.project import Part, Project
from editor.view.canvas import Boxes, Canvas, boxes_in
from editor.view.colours import Colours
from editor.view.content import Content, SeenPhrase
from editor.view.keyboard import Keyboard
from editor.view.lane_axis import LaneAxis, parameter_name
from editor.view.lane_stack import LaneStack, lanes_of
from editor.view.layers.grid import Grid
from editor.view.layers.lyrics import Lyrics
from editor.view.layers.notes import Notes
from editor.view.layers.parameter import ParameterFill, ParameterLane
from editor.view.layers.phonemes import Phonemes
from editor.view.layers.phrase_states import PhraseStates
from editor.view.layers.pitch import Pitch
from editor.view.layers.playhead import Playhead
from editor.view.layers.range_band import RangeBand
from editor.view.layers.vibrato import VibratoLayer
from editor.view.metre import WHOLE_TICKS, Snap
from editor.view.pane import Pane
from editor.view.ruler import Ruler
from editor.view.text import label_font, missing_characters
from editor.view.viewport import Viewport
from engine.types import NoteId, Parameter, PhraseId
from engine.voicebank.abilities import Abilities

DEFAULT_LANES = (Parameter.BREATHINESS, Parameter.TENSION)
_SPARE_TICKS = 8 * WHOLE_TICKS  # behind the last note, to go on writing
_LEAST_TICKS = 32 * WHOLE_TICKS  # of an empty song
_MIDDLE_MIDI = 62  # of the keys, where there are no notes yet
_BAR_PX = 12
_BAR_STYLE = """
QScrollBar {{ background: {c.panel}; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {px}px; }}
QScrollBar:horizontal {{ height: {px}px; }}
QScrollBar::handle {{ background: {c.scroll_handle}; border-radius: {radius}px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {c.text_dim}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
PianoRoll {{ background: {c.panel}; }}
"""


class PianoRoll(QWidget):
    """Observes a part of a song. It changes nothing but what of it is seen."""

    viewport_changed = Signal(Viewport)
    song_shown = Signal()  # another song, part or preview is seen
    panes_placed = Signal(Boxes)
    content_shown = Signal(Content)
    part_shown = Signal(str)  # another part than before
    font_lacked = Signal(str)  # one sentence for the user, once

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colours = colours
        self._content = Content()
        self._viewport = Viewport(width_px=0, height_px=0, end_ticks=_LEAST_TICKS)
        self._stack: LaneStack = lanes_of(DEFAULT_LANES)
        self._playhead_ticks = 0.0
        self._has_told_font = False
        self._checked_texts: set[str] = set()
        self.canvas = Canvas(self)
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        self._down = QScrollBar(Qt.Orientation.Vertical, self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 0, 0)
        layout.addWidget(self._down, 0, 1)
        layout.addWidget(self._across, 1, 0)
        self._make_panes()
        self._playhead = Playhead(colours)
        self._playhead.setZValue(10.0)
        self._range_band = RangeBand(colours)
        self._range_band.setZValue(5.0)
        for item in (self._range_band, self._playhead):
            self.canvas.scene().addItem(item)
        self._connect()
        self._apply_colours()
        self._retranslate()

    def _make_panes(self) -> None:
        colours = self._colours
        self.corner = Pane((), colours, "panel", scrolls_x=False)
        self._ruler_layer = Ruler(colours)
        self.ruler = Pane((self._ruler_layer, PhraseStates(colours)), colours, "panel")
        self.keyboard = Pane(
            (Keyboard(colours),), colours, "key_white", scrolls_x=False, scrolls_y=True
        )
        notes = Notes(colours)
        roll = (
            Grid(colours, has_keys=True),
            notes,
            Pitch(colours),
            Lyrics(colours, notes),
            VibratoLayer(colours),
        )
        self.roll = Pane(roll, colours, "ground", scrolls_y=True)
        self.phoneme_axis = Pane((LaneAxis(colours, None),), colours, "panel", scrolls_x=False)
        self.phonemes = Pane((Phonemes(colours),), colours, "panel")
        for pane in self._fixed_panes():
            self.canvas.scene().addItem(pane)
        self._lane_axes: list[Pane] = []
        self._lane_panes: list[Pane] = []
        self._make_lanes()

    def _make_lanes(self) -> None:
        for pane in (*self._lane_axes, *self._lane_panes):
            self.canvas.scene().removeItem(pane)
        colours = self._colours
        self._lane_axes = [
            Pane((LaneAxis(colours, lane.parameter),), colours, "panel", scrolls_x=False)
            for lane in self._stack
        ]
        self._lane_panes = [self._make_lane(lane.parameter) for lane in self._stack]
        for pane in (*self._lane_axes, *self._lane_panes):
            self.canvas.scene().addItem(pane)
            pane.set_content(self._content)

    def _make_lane(self, parameter: Parameter) -> Pane:
        lane = ParameterLane(self._colours, parameter)
        layers = (ParameterFill(lane), Grid(self._colours, has_keys=False), lane)
        return Pane(layers, self._colours, "ground", axis=lane.axis)

    def _connect(self) -> None:
        self.canvas.resized.connect(self._place_panes)
        self.canvas.panned.connect(
            lambda dx, dy: self.set_viewport(self._viewport.scrolled(dx, dy))
        )
        self.canvas.time_zoomed.connect(self._zoom_time)
        self.canvas.keys_zoomed.connect(self._zoom_keys)
        self._across.valueChanged.connect(self._scroll_to_bars)
        self._down.valueChanged.connect(self._scroll_to_bars)

    def _fixed_panes(self) -> tuple[Pane, ...]:
        return (
            self.corner, self.ruler, self.keyboard, self.roll, self.phoneme_axis, self.phonemes,
        )  # fmt: skip

    @property
    def panes(self) -> tuple[Pane, ...]:
        """All panes, from above, the gutters of lanes before the lanes."""
        return (*self._fixed_panes(), *self._lane_axes, *self._lane_panes)

    @property
    def lane_panes(self) -> Mapping[Parameter, Pane]:
        """The panes of curves, from above."""
        return {
            lane.parameter: pane for lane, pane in zip(self._stack, self._lane_panes, strict=True)
        }

    # ------------------------------------------------------------------ what is shown

    @property
    def content(self) -> Content:
        """All that is shown."""
        return self._content

    def set_song(self, project: Project, part_id: str) -> None:
        """Observe a part; seeing another one than before scrolls to its first notes.

        Raises
        ------
        EditError
            When the song has no such part.
        """
        part = find_part(project, part_id)
        is_other = part.id != self._content.part.id
        has_other_notes = part.notes is not self._content.part.notes
        start_ticks = self._content.part.start_ticks
        self._show(self._content.with_song(project, part))
        if has_other_notes or is_other or start_ticks != part.start_ticks:
            end_ticks = max(_LEAST_TICKS, self._content.end_ticks + _SPARE_TICKS)
            self.set_viewport(replace(self._viewport, end_ticks=end_ticks))
        if is_other:
            self._look_at(part)
            self.part_shown.emit(part.id)
        if has_other_notes:
            self._check_font(part)
        self.song_shown.emit()

    def set_empty(self, project: Project) -> None:
        """Observe a song without parts: its bars alone."""
        self._show(self._content.with_song(project, Part(id="")))
        self.song_shown.emit()

    def set_phrases(self, phrases: Mapping[PhraseId, SeenPhrase]) -> None:
        """What the engine made of the part so far."""
        if phrases is not self._content.phrases:
            self._show(replace(self._content, phrases=phrases))

    def set_selection(self, note_ids: frozenset[NoteId]) -> None:
        """Which notes are chosen."""
        self._show(replace(self._content, selected=note_ids))

    def set_faulty(self, note_ids: frozenset[NoteId]) -> None:
        """Which notes have a problem."""
        if note_ids != self._content.faulty:
            self._show(replace(self._content, faulty=note_ids))

    def set_snap(self, snap: Snap) -> None:
        """How fine the grid is."""
        self._show(replace(self._content, snap=snap))

    def set_loop_ticks(self, loop_ticks: tuple[int, int] | None) -> None:
        """First and last tick of the loop."""
        self._show(replace(self._content, loop_ticks=loop_ticks))

    def set_range_ticks(self, range_ticks: tuple[int, int] | None) -> None:
        """The chosen stretch of the song."""
        self._show(replace(self._content, range_ticks=range_ticks))
        self._place_range()

    def _show(self, content: Content) -> None:
        self._content = content
        for pane in self.panes:
            pane.set_content(content)
        self.content_shown.emit(content)

    @property
    def lane_stack(self) -> LaneStack:
        """The lanes, from above."""
        return self._stack

    def set_lanes(self, lanes: tuple[Parameter, ...]) -> None:
        """Which parameters have a lane, from above; pitch lies over the notes instead."""
        self.set_lane_stack(lanes_of(lanes, self._stack))

    def set_lane_stack(self, stack: LaneStack) -> None:
        """Which lanes there are, how high, and which are folded."""
        if stack == self._stack:
            return
        before, self._stack = self._stack, stack
        if _parameters(before) != _parameters(stack):
            self._make_lanes()
            self._retranslate()
        self._place_panes(self.canvas.viewport().size())

    def set_notes_dimmed(self, are_dimmed: bool) -> None:
        """Whether notes stand back, because the hand is at the curves."""
        self._show(replace(self._content, dims_notes=are_dimmed))

    def set_current_parameter(self, parameter: Parameter) -> None:
        """Which curve commands act on."""
        if parameter is not self._content.current:
            self._show(replace(self._content, current=parameter))

    def set_abilities(self, abilities: Abilities) -> None:
        """What the voice of the part lets shape."""
        if abilities != self._content.abilities:
            self._show(replace(self._content, abilities=abilities))

    @property
    def colours(self) -> Colours:
        """The theme."""
        return self._colours

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._apply_colours()

    def _apply_colours(self) -> None:
        self._set_edges()
        for pane in self.panes:
            pane.set_colours(self._colours)
        self._playhead.set_colours(self._colours)
        self._range_band.set_colours(self._colours)
        style = _BAR_STYLE.format(c=self._colours, px=_BAR_PX, radius=_BAR_PX // 2 - 3)
        self.setStyleSheet(style)

    # ------------------------------------------------------------------ where one looks

    @property
    def viewport(self) -> Viewport:
        """What of the song is seen, in pixels of the pane of notes."""
        return self._viewport

    def set_viewport(self, viewport: Viewport) -> None:
        """Look elsewhere, within the limits."""
        clamped = viewport.clamped()
        if clamped == self._viewport:
            return
        self._viewport = clamped
        for pane in self.panes:
            pane.set_viewport(clamped)
        self._move_playhead()
        self._place_range()
        self._set_bars()
        self.viewport_changed.emit(clamped)

    def mark_at(self, x_px: float) -> int | None:
        """Tick of the tempo or metre mark under a pixel of the ruler's upper row."""
        return self._ruler_layer.mark_at(self._viewport, x_px)

    def phrase_at(self, ticks: float) -> SeenPhrase | None:
        """The phrase that sounds at a place of the song."""
        time_ms = self._content.tempo.ticks_to_ms(ticks)
        phrases = self._content.phrases.values()
        return next((p for p in phrases if p.layout.start_ms <= time_ms < p.layout.end_ms), None)

    def reveal_ticks(self, first_ticks: float, last_ticks: float) -> None:
        """Scroll as little as brings a stretch into view."""
        self.set_viewport(self._viewport.revealing(first_ticks, last_ticks))

    def set_playhead_ticks(self, ticks: float, *, is_followed: bool = False) -> None:
        """Move the playhead; the page turns with it when it is followed."""
        self._playhead_ticks = ticks
        if is_followed:
            self.set_viewport(self._viewport.following(ticks))
        self._move_playhead()

    def _move_playhead(self) -> None:
        x = round(self._viewport.ticks_to_px(self._playhead_ticks))
        self._playhead.setVisible(0 <= x <= self._viewport.width_px)
        self._playhead.setPos(self.roll.geometry().left() + x, 0.0)

    def _place_range(self) -> None:
        """Lay the band over what is seen of the chosen stretch."""
        chosen = self._content.range_ticks
        self._range_band.setVisible(chosen is not None)
        if chosen is None:
            return
        left, right = (
            min(self._viewport.width_px, max(0.0, self._viewport.ticks_to_px(ticks)))
            for ticks in chosen
        )
        origin = self.roll.geometry().left()
        top = self.ruler.geometry().top()
        bottom = self.canvas.viewport().height()
        self._range_band.set_box(QRectF(origin + left, top, right - left, bottom - top))

    def _zoom_time(self, factor: float, x_px: float) -> None:
        x = max(0.0, x_px - self.roll.geometry().left())
        self.set_viewport(self._viewport.zoomed_time(factor, x))

    def _zoom_keys(self, factor: float, y_px: float) -> None:
        y = min(self._viewport.height_px, max(0.0, y_px - self.roll.geometry().top()))
        self.set_viewport(self._viewport.zoomed_keys(factor, y))

    def _look_at(self, part: Part) -> None:
        """Show where a part begins, and the keys that are sung there."""
        first_ticks = part.start_ticks + min((n.start_ticks for n in part.notes), default=0)
        bar_ticks = self._content.metre.bar_start_ticks(self._content.metre.bar_at(first_ticks))
        left_px = round(bar_ticks * self._viewport.px_per_tick)
        there = self._viewport.scrolled_to(left_px, 0)
        last_ticks = there.visible_ticks[1] - part.start_ticks
        near = [note.key_midi for note in part.notes if note.start_ticks < last_ticks]
        keys = near or [note.key_midi for note in part.notes] or [_MIDDLE_MIDI]
        self.set_viewport(there.showing_keys(min(keys), max(keys)))

    # ------------------------------------------------------------------ sizes and bars

    def _place_panes(self, size: QSize) -> None:
        is_first = self._viewport.height_px == 0
        boxes = boxes_in(size, self._stack)
        places = (
            boxes.corner, boxes.ruler, boxes.keyboard, boxes.roll, boxes.phoneme_axis,
            boxes.phonemes, *boxes.lane_axes, *boxes.lanes,
        )  # fmt: skip
        for pane, box in zip(self.panes, places, strict=True):
            pane.place(box)
        self._set_edges()
        self.canvas.scene().setSceneRect(QRectF(0.0, 0.0, size.width(), size.height()))
        self._playhead.set_span(boxes.ruler.top() + 20, size.height())
        self._viewport = self._viewport.resized(boxes.roll.width(), boxes.roll.height())
        for pane in self.panes:
            pane.set_viewport(self._viewport)
        self._move_playhead()
        self._place_range()
        self._set_bars()
        self.viewport_changed.emit(self._viewport)
        if is_first:
            self._look_at(self._content.part)
        self.panes_placed.emit(boxes)

    def _set_edges(self) -> None:
        covered = QRegion()
        for pane in self.panes:
            covered |= pane.geometry().toRect()
        self.canvas.set_edges(covered, QColor(self._colours.edge))

    @property
    def scroll_bars(self) -> tuple[QScrollBar, QScrollBar]:
        """In time and over the keys."""
        return self._across, self._down

    def _set_bars(self) -> None:
        seen = self._viewport
        for bar, value, last, page in (
            (self._across, seen.scroll_x_px, seen.last_scroll_x_px, seen.width_px),
            (self._down, seen.scroll_y_px, seen.last_scroll_y_px, seen.height_px),
        ):
            blocked = bar.blockSignals(True)
            bar.setRange(0, last)
            bar.setPageStep(page)
            bar.setSingleStep(max(1, page // 20))
            bar.setValue(value)
            bar.blockSignals(blocked)

    def _scroll_to_bars(self) -> None:
        self.set_viewport(self._viewport.scrolled_to(self._across.value(), self._down.value()))

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._apply_colours()  # what is painted has words in it too

    def _retranslate(self) -> None:
        lanes = ", ".join(parameter_name(lane.parameter) for lane in self._stack)
        self.canvas.setAccessibleName(self.tr("Piano roll"))
        self.canvas.setAccessibleDescription(
            self.tr("Notes, phonemes and curves of the part. Lanes: {lanes}.").format(lanes=lanes)
        )
        self._across.setAccessibleName(self.tr("Scroll in time"))
        self._down.setAccessibleName(self.tr("Scroll over the keys"))

    def _check_font(self, part: Part) -> None:
        if self._has_told_font:
            return
        texts = {note.lyric for note in part.notes} - self._checked_texts
        self._checked_texts |= texts
        lacking = missing_characters(texts, label_font(12)) if texts else ""
        if lacking:
            self._has_told_font = True
            self.font_lacked.emit(
                self.tr(
                    "No installed font can show '{characters}': the lyrics are there, but you see "
                    "empty boxes. Install a font with these characters, such as Noto Sans CJK, "
                    "and start again."
                ).format(characters=lacking[:8])
            )


def _parameters(stack: LaneStack) -> tuple[Parameter, ...]:
    return tuple(lane.parameter for lane in stack)
