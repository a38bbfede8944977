"""The mixer: a strip for each track, and the level of the sum."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.history import History
from editor.model.project import Track
from editor.panels.block_painter import track_colour
from editor.panels.decibels import db_text
from editor.panels.level_meter import LevelMeter
from editor.panels.mixer_hand import MixerHand
from editor.panels.track_controls import TrackControls, shown_name
from editor.store import SongChange, Store
from editor.view.colours import Colours
from editor.view.text import Labels, label_font
from engine.api import MASTER, Levels

_STRIP_PX, _MASTER_PX = 74, 70
_STYLE = """
MixerPanel, QScrollArea, QWidget#strips {{ background: {c.panel}; border: none; }}
QLabel {{ color: {c.text}; background: transparent; }}
QLabel#value {{ color: {c.text_dim}; }}
"""


class MixerStrip(QWidget):
    """One track from above to below: pan, fader and meter, mute and solo, its name.

    Signals
    -------
    chosen : str
        The strip was clicked, or one of its controls has the keyboard.
    """

    chosen = Signal(str)

    def __init__(self, hand: MixerHand, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_STRIP_PX)
        self._colours = colours
        self._track = Track(id="")
        self._hue = colours.note_edge
        self._is_current = False
        self._labels = Labels(label_font(11, is_bold=True))
        self.controls = TrackControls(
            hand, colours, self, fader=Qt.Orientation.Vertical, meter=Qt.Orientation.Vertical
        )
        self.value = QLabel(self)
        self.value.setObjectName("value")
        self.value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.value.setFont(label_font(11))
        self.name = QLabel(self)
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name.setFont(self._labels.font)
        self._lay_out()
        self.controls.gain.valueChanged.connect(lambda _: self._show_gain())
        for widget in self.focus_order():
            widget.installEventFilter(self)

    def _lay_out(self) -> None:
        controls = self.controls
        controls.pan.setFixedHeight(18)
        controls.meter.setFixedWidth(12)
        for button in (controls.mute, controls.solo):
            button.setFont(label_font(11, is_bold=True))
            button.setFixedSize(27, 20)
        middle = QHBoxLayout()
        middle.setSpacing(4)
        middle.addWidget(controls.gain)
        middle.addWidget(controls.meter)
        switches = QHBoxLayout()
        switches.setSpacing(4)
        switches.addStretch(1)
        switches.addWidget(controls.mute)
        switches.addWidget(controls.solo)
        switches.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 6)
        layout.setSpacing(5)
        layout.addWidget(controls.pan)
        layout.addLayout(middle, 1)
        layout.addWidget(self.value)
        layout.addLayout(switches)
        layout.addWidget(self.name)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Its controls as Tab walks them."""
        controls = self.controls
        return controls.pan, controls.gain, controls.mute, controls.solo

    @property
    def track_id(self) -> str:
        """Whose strip it is."""
        return self._track.id

    def show_track(self, track: Track, row: int, hue: str, *, is_current: bool) -> None:
        """Take the song's track."""
        if (hue, is_current) != (self._hue, self._is_current):
            self._hue, self._is_current = hue, is_current
            self.update()
        name = shown_name(track, row)
        self._track = track
        self.controls.show_track(track, name)
        self._show_gain()
        self.name.setText(self._labels.shortened(name, _STRIP_PX - 12.0))
        self.name.setToolTip(name)
        self.setAccessibleName(self.tr("Strip of {track}").format(track=name))

    def _show_gain(self) -> None:
        # A gain beyond the fader's scale is told as it is.
        shown_db = self.controls.gain.value() / 10.0
        is_beyond = self._track.gain_db > shown_db and shown_db == 6.0
        self.value.setText(db_text(self._track.gain_db if is_beyond else shown_db))

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.controls.set_colours(colours)
        self.update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A control with the keyboard makes its track the current one."""
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.chosen.emit(self._track.id)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click makes the track the current one."""
        self.chosen.emit(self._track.id)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strip, with the track's colour above."""
        colours, painter = self._colours, QPainter(self)
        ground = colours.ground_black_key if self._is_current else colours.panel
        box = self.rect().adjusted(0, 0, -1, 0)
        painter.fillRect(box, QColor(ground))
        painter.fillRect(box.left(), 0, box.width(), 3, QColor(self._hue))
        painter.fillRect(box.right() + 1, 0, 1, self.height(), QColor(colours.edge))
        painter.end()

    def retranslate(self, row: int) -> None:
        """Speak another language."""
        name = shown_name(self._track, row)
        self.controls.retranslate(name)
        self.setAccessibleName(self.tr("Strip of {track}").format(track=name))
        self.name.setText(self._labels.shortened(name, _STRIP_PX - 12.0))


class MasterStrip(QWidget):
    """The level of all that is heard, with its highest peak in numbers."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_MASTER_PX)
        self._colours = colours
        self.meter = LevelMeter(colours, Qt.Orientation.Vertical, self)
        self.meter.setFixedWidth(26)
        self.value, self.name = QLabel(self), QLabel(self)
        self.value.setObjectName("value")
        self.value.setFont(label_font(11))
        self.name.setFont(label_font(11, is_bold=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 10, 6, 6)
        layout.setSpacing(6)
        for label in (self.value, self.name):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.meter, 1, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.value)
        layout.addWidget(self.name)
        self.retranslate()

    def show_levels(self, levels: Levels) -> None:
        """Take what was heard."""
        self.meter.show_level(levels.get(MASTER))
        text = db_text(max(needle.held_db for needle in self.meter.needles))
        if text != self.value.text():
            self.value.setText(text)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.meter.set_colours(colours)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strip."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours.panel))
        painter.fillRect(0, 0, self.width(), 3, QColor(self._colours.text_dim))
        painter.fillRect(0, 0, 1, self.height(), QColor(self._colours.edge))
        painter.end()

    def retranslate(self) -> None:
        """Speak another language."""
        self.name.setText(self.tr("Master"))
        self.meter.setAccessibleName(self.tr("Level of the master"))
        self.meter.setToolTip(self.tr("Level of the master; a click forgets full scale"))


class MixerPanel(QWidget):
    """All strips side by side, the master at the right.

    Signals
    -------
    current_changed : str
        A strip was chosen: its track.
    """

    current_changed = Signal(str)

    def __init__(
        self, store: Store, history: History, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store, self._colours, self._current = store, colours, ""
        self.hand = MixerHand(store, history, self)
        self.strips: list[MixerStrip] = []
        self._inner = QWidget()
        self._inner.setObjectName("strips")
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._row.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inner)
        self.master = MasterStrip(colours, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.master)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        store.changed.connect(self._follow)
        store.replaced.connect(self._show_song)
        self.set_colours(colours)
        self._retranslate()

    def sizeHint(self) -> QSize:
        """Four strips."""
        return QSize(4 * _STRIP_PX + _MASTER_PX, 260)

    def minimumSizeHint(self) -> QSize:
        """One strip with a short fader."""
        return QSize(_STRIP_PX + _MASTER_PX, 190)

    def set_current(self, track_id: str) -> None:
        """Make a track the current one."""
        if track_id != self._current:
            self._current = track_id
            self._show_song()

    def show_levels(self, levels: Levels) -> None:
        """Take what was heard."""
        for strip in self.strips:
            strip.controls.show_levels(levels)
        self.master.show_levels(levels)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.setStyleSheet(_STYLE.format(c=colours))
        for strip in self.strips:
            strip.set_colours(colours)
        self.master.set_colours(colours)
        self._show_song()

    def _follow(self, change: SongChange) -> None:
        if change.changes.track_ids or change.changes.is_project:
            self._show_song()

    def _show_song(self) -> None:
        tracks = self._store.project.tracks
        while len(self.strips) > len(tracks):
            strip = self.strips.pop()
            self._row.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        while len(self.strips) < len(tracks):
            strip = MixerStrip(self.hand, self._colours, self._inner)
            strip.chosen.connect(self._choose)
            self._row.insertWidget(len(self.strips), strip)
            self.strips.append(strip)
            strip.show()
        for row, (strip, track) in enumerate(zip(self.strips, tracks, strict=True)):
            hue = track_colour(self._colours, row)
            strip.show_track(track, row, hue, is_current=track.id == self._current)

    def _choose(self, track_id: str) -> None:
        self.set_current(track_id)
        self.current_changed.emit(track_id)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Mixer"))
        self.master.retranslate()
        for row, strip in enumerate(self.strips):
            strip.retranslate(row)
