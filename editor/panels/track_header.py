"""A track's header: its name, its voice, its fader and its meter, in one row of the arrangement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.model.project import Track
from editor.panels.blocks import ROW_PX
from editor.panels.colour_popup import ColourPopup
from editor.panels.mixer_hand import MixerHand
from editor.panels.track_controls import (
    TrackControls,
    VoiceChoice,
    is_audio,
    is_voice_missing,
    shown_name,
)
from editor.view.colours import Colours
from editor.view.text import label_font

HEADER_PX = 286
_STRIPE_PX = 4

_STYLE = """
QLineEdit {{ background: transparent; border: 1px solid transparent; border-radius: 3px;
    padding: 0px 2px; color: {c.text}; font-weight: bold; }}
QLineEdit:hover {{ border-color: {c.line_bar}; }}
QLineEdit:focus {{ background: {c.ground}; border-color: {c.loop}; }}
QComboBox {{ background: transparent; border: 1px solid transparent; border-radius: 3px;
    padding: 0px 2px; min-height: 14px; color: {voice}; }}
QComboBox:hover {{ border-color: {c.line_bar}; background: {c.ground}; }}
QComboBox:focus {{ border-color: {c.loop}; }}
QComboBox::drop-down {{ border: none; width: 14px; }}
QComboBox::down-arrow {{ width: 10px; height: 10px; }}
QLabel {{ color: {c.text_dim}; padding-left: 3px; }}
QToolButton#colours {{ border: 1px solid {c.line_bar}; border-radius: 3px; padding: 0px 4px;
    background: {c.ground}; color: {c.text}; }}
QToolButton#colours:hover {{ border-color: {c.text_dim}; }}
QToolButton#colours:focus {{ border: 1px solid {c.loop}; }}
"""


class NameField(QLineEdit):
    """A name that is edited in place: Enter or leaving keeps it, Escape brings it back.

    Signals
    -------
    written : str
    """

    written = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = ""
        self.editingFinished.connect(self._finish)

    def show_name(self, name: str) -> None:
        """Take the song's name, unless one is being typed."""
        if not (self.hasFocus() and self.isModified()):
            self._kept = name
            if name != self.text():
                self.setText(name)
                self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the name back; keys that finish go no further."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.clearFocus()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.clearFocus()

    def event(self, event: QEvent) -> bool:
        """While one types, no key is a command; Escape is ours too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _finish(self) -> None:
        text = self.text().strip()
        self.setModified(False)
        if text != self._kept:
            self._kept = text
            self.written.emit(text)


class TrackHeader(QWidget):
    """Shows one track and changes it through the hand.

    Signals
    -------
    chosen : str
        The track was clicked, or one of its controls has the keyboard.
    menu_wanted : str, QPoint
        The right button on it: track and place on the screen.
    """

    chosen = Signal(str)
    menu_wanted = Signal(str, object)

    def __init__(self, hand: MixerHand, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(HEADER_PX, ROW_PX)
        self._hand, self._colours = hand, colours
        self._track = Track(id="")
        self._row = 0
        self._hue = colours.note_edge
        self._is_current = False
        self._is_missing = False
        self._voices: tuple[VoiceChoice, ...] = ()
        self.name = NameField(self)
        self.voice = QComboBox(self)
        self.voice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.voice.setMinimumContentsLength(4)
        self.kind = QLabel(self)
        self.colours_button = QToolButton(self)
        self.colours_button.setObjectName("colours")
        self.colours_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.controls = TrackControls(
            hand, colours, self, fader=Qt.Orientation.Horizontal, meter=Qt.Orientation.Vertical
        )
        self._popup: ColourPopup | None = None
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(HEADER_PX, ROW_PX)

    @property
    def track_id(self) -> str:
        """Whose header it is."""
        return self._track.id

    def _lay_out(self) -> None:
        controls = self.controls
        for widget in (self.name, self.voice, self.kind, self.colours_button):
            widget.setFont(label_font(12 if widget is self.name else 11))
            widget.setFixedHeight(19)
        for button in (controls.mute, controls.solo):
            button.setFont(label_font(10, is_bold=True))
        self.colours_button.setFixedSize(20, 18)
        controls.gain.setFixedSize(62, 18)
        controls.pan.setFixedSize(44, 18)
        controls.meter.setFixedWidth(9)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        first: tuple[QWidget, ...] = (self.name, controls.mute, controls.solo)
        second: tuple[QWidget, ...] = (
            self.voice,
            self.kind,
            self.colours_button,
            controls.gain,
            controls.pan,
        )
        for widgets in (first, second):
            line = QHBoxLayout()
            line.setSpacing(2)
            for part in widgets:
                line.addWidget(part, 1 if part in (self.name, self.voice, self.kind) else 0)
            lines.addLayout(line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_STRIPE_PX + 3, 2, 4, 3)
        layout.setSpacing(4)
        layout.addLayout(lines, 1)
        layout.addWidget(controls.meter)

    def _connect(self) -> None:
        self.name.written.connect(lambda text: self._hand.rename(self._track.id, text))
        self.voice.activated.connect(self._choose_voice)
        self.colours_button.clicked.connect(self.open_colours)
        for widget in self.focus_order():
            widget.installEventFilter(self)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Its controls as Tab walks them."""
        controls = self.controls
        return (
            self.name, self.voice, self.colours_button, controls.mute, controls.solo,
            controls.gain, controls.pan,
        )  # fmt: skip

    # ------------------------------------------------------------------ what is shown

    def show_track(
        self, track: Track, row: int, voices: Sequence[VoiceChoice], hue: str, *, is_current: bool
    ) -> None:
        """Take the song's track; the first of the voices sings what names none."""
        is_other = track is not self._track or row != self._row or tuple(voices) != self._voices
        look = (hue, is_current)
        if look != (self._hue, self._is_current):
            self._hue, self._is_current = look
            self.update()
        if not is_other:
            return
        self._track, self._row, self._voices = track, row, tuple(voices)
        name = shown_name(track, row)
        self.name.show_name(track.name)
        self.name.setPlaceholderText(name)
        self.controls.show_track(track, name)
        self._show_voice()
        if self._popup is not None:
            self._popup.show_track(track)
        self._name_controls(name)

    def show_levels(self, levels: object) -> None:
        """Take what was heard."""
        self.controls.show_levels(levels)  # type: ignore[arg-type]

    def _show_voice(self) -> None:
        track, only_sounds = self._track, is_audio(self._track)
        self.voice.setVisible(not only_sounds)
        self.kind.setVisible(only_sounds)
        self._is_missing = is_voice_missing(track, self._voices) and not only_sounds
        self.voice.clear()
        for voice in self._voices:
            self.voice.addItem(voice.name, voice.id)
        if self._is_missing:
            text = self.tr("Voice missing: {id}").format(id=track.voice_id)
            self.voice.addItem(text, track.voice_id)
        default = self._voices[0].id if self._voices else ""
        self.voice.setCurrentIndex(self.voice.findData(track.voice_id or default))
        self.colours_button.setVisible(not only_sounds and len(self._colour_names()) > 1)
        self._apply_style()

    def _colour_names(self) -> tuple[str, ...]:
        wanted = self._track.voice_id or (self._voices[0].id if self._voices else "")
        return next((voice.colours for voice in self._voices if voice.id == wanted), ())

    def _choose_voice(self, index: int) -> None:
        voice_id = self.voice.itemData(index)
        default = self._voices[0].id if self._voices else ""
        if voice_id != (self._track.voice_id or default):
            self._hand.set_voice(self._track.id, voice_id)

    def open_colours(self) -> None:
        """Open the mix of colours."""
        popup = ColourPopup(
            self._hand, self._colours, self._track, self._colour_names(), self.colours_button
        )
        self._popup = popup
        popup.destroyed.connect(self._forget_popup)
        popup.open_below(self.colours_button)

    def _forget_popup(self) -> None:
        self._popup = None

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.controls.set_colours(colours)
        self._apply_style()
        self.update()

    def _apply_style(self) -> None:
        c = self._colours
        style = _STYLE.format(c=c, voice=c.failed if self._is_missing else c.text_dim)
        if style != self.styleSheet():
            self.setStyleSheet(style)

    # ------------------------------------------------------------------ events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A control with the keyboard makes its track current; the wheel changes no voice."""
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.chosen.emit(self._track.id)
        if watched is self.voice and event.type() == QEvent.Type.Wheel:
            event.ignore()  # it scrolls the tracks
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click makes the track the current one."""
        self.chosen.emit(self._track.id)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of tracks."""
        self.chosen.emit(self._track.id)
        self.menu_wanted.emit(self._track.id, event.globalPos())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track's colour at the left, and who is current."""
        colours, painter = self._colours, QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.ground if self._is_current else colours.panel))
        painter.fillRect(0, 1, _STRIPE_PX, self.height() - 3, QColor(self._hue))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line_beat))
        painter.end()

    # ------------------------------------------------------------------ words

    def _name_controls(self, name: str) -> None:
        self.setAccessibleName(self.tr("Track {track}").format(track=name))
        self.name.setAccessibleName(self.tr("Name of {track}").format(track=name))
        self.name.setToolTip(name)
        self.voice.setAccessibleName(self.tr("Voice of {track}").format(track=name))
        if self._is_missing:
            self.voice.setToolTip(
                self.tr(
                    "The voice '{id}' is not installed, so this track is silent. Install it, or "
                    "choose another."
                ).format(id=self._track.voice_id)
            )
        else:
            self.voice.setToolTip(self.voice.accessibleName())
        self.kind.setText(self.tr("Audio"))
        self.colours_button.setText("◐")
        self.colours_button.setAccessibleName(
            self.tr("Voice colours of {track}").format(track=name)
        )
        self.colours_button.setToolTip(self.colours_button.accessibleName())

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            name = shown_name(self._track, self._row)
            self.name.setPlaceholderText(name)
            self.controls.retranslate(name)
            self._show_voice()
            self._name_controls(name)
