"""The bar that plays: buttons, place and time, tempo and metre at the playhead, level."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolBar, QWidget

from app.master_meter import MasterMeter
from app.theme_tokens import SPACE_PX, Colours
from app.value_field import ValueField
from editor.model.project import TimeSignature
from editor.positions import (
    format_place,
    format_time,
    parse_metre,
    parse_place,
    parse_tempo,
    parse_time,
)
from editor.view.content import Content
from engine.timing import Tempo

_BUTTONS = (
    ("play.go_start", "play.previous_bar", "play.toggle", "play.stop", "play.next_bar"),
    ("play.loop", "play.metronome", "play.count_in_1", "play.follow"),
)


class TransportBar(QToolBar):
    """Shows where the song plays, and takes what is typed there.

    Signals
    -------
    place_entered : int
        Tick to go to.
    time_entered : float
        Milliseconds to go to.
    tempo_entered : float
        Beats a minute of the tempo at the playhead.
    metre_entered : int, int
        Beats and unit of the metre at the playhead.
    refused : str
        One sentence: what was typed is none of these.
    left
        Typing has ended.
    """

    place_entered = Signal(int)
    time_entered = Signal(float)
    tempo_entered = Signal(float)
    metre_entered = Signal(int, int)
    refused = Signal(str)
    left = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport-bar")
        self.setMovable(False)
        self._content = Content()
        self.place = ValueField("0000:00:0000", self)
        self.time = ValueField("000:00.000", self)
        self.tempo = ValueField("000.000 bpm", self)
        self.metre = ValueField("16/16", self)
        self.meter = MasterMeter(colours, self)
        for field, enter in (
            (self.place, self._enter_place),
            (self.time, self._enter_time),
            (self.tempo, self._enter_tempo),
            (self.metre, self._enter_metre),
        ):
            field.entered.connect(enter)
            field.left.connect(self.left)

    def join(self, action_of: Callable[[str], QAction]) -> None:
        """Fill the bar once there are actions."""
        for names in _BUTTONS:
            for name in names:
                self.addAction(action_of(name))
            self.addSeparator()
        for field in (self.place, self.time):
            self._add(field)
        self.addSeparator()
        for field in (self.tempo, self.metre):
            self._add(field)
        self.addSeparator()
        self._add(self.meter)
        self._retranslate()

    def _add(self, widget: QWidget) -> None:
        """A widget with room on either side."""
        space = QLabel(self)
        space.setFixedWidth(SPACE_PX["tight"])
        self.addWidget(space)
        self.addWidget(widget)

    # ------------------------------------------------------------------ what is shown

    def show_position(self, content: Content, ticks: float, ms: float) -> None:
        """The place that is heard or gone to, and what holds there."""
        self._content = content
        whole = max(0, round(ticks))
        self.place.show_value(format_place(content.metre, whole))
        self.time.show_value(format_time(ms))
        bpm = tempo_at(content, whole).bpm
        self.tempo.show_value(self.tr("{bpm} bpm").format(bpm=f"{bpm:.7g}"))
        signature = signature_at(content, whole)
        self.metre.show_value(f"{signature.beats}/{signature.unit}")

    def ask_place(self) -> None:
        """Let the place to go to be typed."""
        self.place.begin()

    # ------------------------------------------------------------------ what is typed

    def _enter_place(self, text: str) -> None:
        ticks = parse_place(self._content.metre, text)
        if ticks is None:
            self.refused.emit(
                self.tr("“{text}” is no place: type a bar, or bar:beat:tick.").format(text=text)
            )
        else:
            self.place_entered.emit(ticks)

    def _enter_time(self, text: str) -> None:
        ms = parse_time(text)
        if ms is None:
            self.refused.emit(
                self.tr("“{text}” is no time: type seconds, or minutes:seconds.").format(text=text)
            )
        else:
            self.time_entered.emit(ms)

    def _enter_tempo(self, text: str) -> None:
        bpm = parse_tempo(text)
        if bpm is None:
            self.refused.emit(
                self.tr("“{text}” is no tempo: type a number of beats a minute.").format(text=text)
            )
        else:
            self.tempo_entered.emit(bpm)

    def _enter_metre(self, text: str) -> None:
        metre = parse_metre(text)
        if metre is None:
            self.refused.emit(
                self.tr("“{text}” is no time signature: type one such as 3/4.").format(text=text)
            )
        else:
            self.metre_entered.emit(*metre)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Transport"))
        how = self.tr("Double-click or press Enter to type.")
        for field, name in (
            (self.place, self.tr("Bar, beat and tick")),
            (self.time, self.tr("Minutes and seconds")),
            (self.tempo, self.tr("Tempo at the playhead")),
            (self.metre, self.tr("Time signature at the playhead")),
        ):
            field.setAccessibleName(name)
            field.setToolTip(f"{name}. {how}")
            field.setCursor(Qt.CursorShape.IBeamCursor)


def tempo_at(content: Content, ticks: int) -> Tempo:
    """The tempo that holds at a place."""
    tempos = content.tempo.tempos
    return max((t for t in tempos if t.start_ticks <= ticks), key=lambda t: t.start_ticks)


def signature_at(content: Content, ticks: int) -> TimeSignature:
    """The time signature that holds at a place."""
    bar = content.metre.bar_at(ticks)
    return max((s for s in content.metre.signatures if s.bar <= bar), key=lambda s: s.bar)
