"""The controls of one track, as header and mixer strip both have them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from editor.model.project import Track
from editor.panels.level_meter import LevelMeter
from editor.panels.mixer_hand import MixerHand
from editor.panels.value_slider import GainSlider, PanSlider, ValueSlider
from editor.view.colours import Colours
from engine.api import Levels


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceChoice:
    """An installed voice: what songs store, its name for people, its colours."""

    id: str
    name: str
    colours: tuple[str, ...] = ()


_SWITCH_STYLE = """
QToolButton {{ border: 1px solid {c.line_bar}; border-radius: 3px; padding: 0px;
    background: {c.ground}; color: {c.text_dim}; font-weight: bold; }}
QToolButton:hover {{ border-color: {c.text_dim}; color: {c.text}; }}
QToolButton:focus {{ border: 2px solid {c.loop}; }}
QToolButton:checked {{ background: {ground}; color: {text}; border-color: {ground}; }}
QToolButton:checked:focus {{ border: 2px solid {c.text}; }}
"""


class TrackControls(QObject):
    """Mute, solo, gain, pan and meter of one track.

    Signals
    -------
    touched
        One of them got the keyboard or the mouse: its track is the current one.
    """

    touched = Signal()

    def __init__(
        self,
        hand: MixerHand,
        colours: Colours,
        owner: QWidget,
        *,
        fader: Qt.Orientation,
        meter: Qt.Orientation,
    ) -> None:
        super().__init__(owner)
        self._track = Track(id="")
        self.mute, self.solo = QToolButton(owner), QToolButton(owner)
        for button in (self.mute, self.solo):
            button.setCheckable(True)
            button.setFixedSize(20, 18)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.gain = GainSlider(colours, fader, owner)
        self.pan = PanSlider(colours, owner)
        self.meter = LevelMeter(colours, meter, owner)
        self.mute.clicked.connect(lambda on: hand.set_muted(self._track.id, on))
        self.solo.clicked.connect(lambda on: hand.set_solo(self._track.id, on))
        self.gain.moved.connect(
            lambda _, held: hand.set_gain(self._track.id, self.gain.gain_db, is_held=held)
        )
        self.pan.moved.connect(
            lambda _, held: hand.set_pan(self._track.id, self.pan.pan, is_held=held)
        )
        for slider in (self.gain, self.pan):
            slider.let_go.connect(hand.let_go)
        self.set_colours(colours)

    @property
    def sliders(self) -> tuple[ValueSlider, ...]:
        """Gain and pan."""
        return self.gain, self.pan

    def show_track(self, track: Track, name: str) -> None:
        """Take the song's values."""
        is_renamed = track.id != self._track.id or name != self.gain.property("track-name")
        self._track = track
        self.mute.setChecked(track.is_muted)
        self.solo.setChecked(track.is_solo)
        self.gain.show_gain(track.gain_db)
        self.pan.show_pan(track.pan)
        if is_renamed:
            self.gain.setProperty("track-name", name)
            self.retranslate(name)

    def show_levels(self, levels: Levels) -> None:
        """Take what was heard."""
        self.meter.show_level(levels.get(self._track.id))

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for slider in self.sliders:
            slider.set_colours(colours)
        self.meter.set_colours(colours)
        self.mute.setStyleSheet(
            _SWITCH_STYLE.format(c=colours, ground=colours.failed, text=colours.ground)
        )
        self.solo.setStyleSheet(
            _SWITCH_STYLE.format(c=colours, ground=colours.drawn, text=colours.ground)
        )

    def retranslate(self, name: str) -> None:
        """Name every control, with its track."""
        self.mute.setText(QCoreApplication.translate("TrackControls", "M"))
        self.solo.setText(QCoreApplication.translate("TrackControls", "S"))
        for widget, text in (
            (self.mute, QCoreApplication.translate("TrackControls", "Mute {track}")),
            (self.solo, QCoreApplication.translate("TrackControls", "Solo {track}")),
            (self.gain, QCoreApplication.translate("TrackControls", "Gain of {track}")),
            (self.pan, QCoreApplication.translate("TrackControls", "Pan of {track}")),
            (self.meter, QCoreApplication.translate("TrackControls", "Level of {track}")),
        ):
            widget.setAccessibleName(text.format(track=name))
            widget.setToolTip(text.format(track=name))


def shown_name(track: Track, row: int) -> str:
    """A track's name, or its number where it has none."""
    if track.name:
        return track.name
    return QCoreApplication.translate("TrackControls", "Track {number}").format(number=row + 1)


def is_voice_missing(track: Track, voices: Collection[VoiceChoice]) -> bool:
    """Whether a track names a voice that is not installed."""
    return bool(track.voice_id) and all(voice.id != track.voice_id for voice in voices)


def is_audio(track: Track) -> bool:
    """Whether a track plays sounds only and sings nothing."""
    return bool(track.audio) and not track.parts
