"""The sound card: which there are, and whether one hears it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.action_search import SearchEntry
from app.background import Background
from app.dialogs.preferences.controls import CalmWheel
from app.dialogs.preferences.page import Panel
from app.dialogs.preferences.row import quiet
from app.playback import SAMPLE_RATE_HZ
from app.theme_tokens import SPACE_PX
from editor.transport import Transport
from engine.api import DeviceChanged, OutputDevice, note_tone, output_devices
from engine.errors import EngineError

_TONE_MIDI, _TONE_S = 69, 1.0

FindDevices = Callable[[], tuple[OutputDevice, ...]]


class DeviceBox(QComboBox):
    """A sound card by its key; one that is not connected stays chosen and says so."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices: tuple[OutputDevice, ...] = ()
        self._is_known = False
        self._key = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.installEventFilter(CalmWheel(self))
        self.activated.connect(self._choose)
        self._fill()

    def show_value(self, value: object) -> None:
        """Show a card's key."""
        self._key = str(value)
        self._fill()

    def set_devices(self, devices: tuple[OutputDevice, ...]) -> None:
        """These are connected."""
        self._devices, self._is_known = devices, True
        self._fill()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._fill()

    def _choose(self, index: int) -> None:
        key = self.itemData(index)
        if key != self._key:
            self._key = key
            self.edited.emit(key)

    def _fill(self) -> None:
        self.clear()
        default = next((device.name for device in self._devices if device.is_default), "")
        text = self.tr("The system's own")
        self.addItem(f"{text} ({default})" if default else text, "")
        hosts = {device.host for device in self._devices}
        for device in self._devices:
            self.addItem(device.name if len(hosts) == 1 else device.key, device.key)
        index = self.findData(self._key)
        if index < 0:
            text = self.tr("{name} (not connected)") if self._is_known else "{name}"
            self.addItem(text.format(name=self._key), self._key)
            index = self.count() - 1
        self.setCurrentIndex(index)
        self.setToolTip(self.currentText())


class AudioPanel(Panel):
    """Looks for sound cards, and plays a tone.

    Parameters
    ----------
    box : DeviceBox
    transport : Transport
    find_devices : callable, optional
        Called in the background.
    """

    def __init__(
        self,
        box: DeviceBox,
        transport: Transport,
        *,
        find_devices: FindDevices = output_devices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._box, self._transport, self._find_devices = box, transport, find_devices
        self._search = Background("sound cards", self)
        self._search.done.connect(self._show_devices)
        self._search.failed.connect(self._show_failure)
        self._search.ended.connect(self._rest)
        self.test = QPushButton(self)
        self.refresh = QPushButton(self)
        for button in (self.test, self.refresh):
            button.setAutoDefault(False)
        self.status = quiet(QLabel(self))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX["normal"])
        buttons.addWidget(self.test)
        buttons.addWidget(self.refresh)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_PX["normal"])
        layout.addLayout(buttons)
        layout.addWidget(self.status)
        self.test.clicked.connect(self._sound)
        self.refresh.clicked.connect(self.look)
        transport.device_changed.connect(self._tell_device)
        self._retranslate()

    def entry(self) -> SearchEntry:
        """What a search finds it by."""
        return SearchEntry(
            id="audio/test",
            title=self.test.text(),
            others=(self.refresh.text(), "Play a test tone", "Look for devices"),
        )

    def look(self) -> None:
        """Look for sound cards in the background."""
        if self._search.is_running:
            return
        self.refresh.setEnabled(False)
        self.status.setText(self.tr("Looking for sound cards…"))
        find = self._find_devices
        self._search.start(lambda _report, _check: find())

    def close_work(self) -> None:
        """Wait for what runs."""
        self._search.close()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _rest(self) -> None:
        self.refresh.setEnabled(True)

    def _show_devices(self, devices: tuple[OutputDevice, ...]) -> None:
        self._box.set_devices(devices)
        if devices:
            self.status.setText(
                QCoreApplication.translate(
                    "AudioPanel", "%n sound card(s) found.", "", len(devices)
                )
            )
        else:
            self.status.setText(
                self.tr("No sound card was found: connect one and look again. Playing is silent.")
            )

    def _show_failure(self, error: EngineError) -> None:
        self._box.set_devices(())
        self.status.setText(str(error))

    def _sound(self) -> None:
        tone = note_tone(_TONE_MIDI, length_s=_TONE_S, sample_rate_hz=SAMPLE_RATE_HZ)
        if self._transport.preview(tone):
            self.status.setText(self.tr("Playing a tone…"))
        else:
            self.status.setText(self.tr("The song is playing: stop it to hear the tone alone."))

    def _tell_device(self, change: DeviceChanged) -> None:
        if change.problem is not None:
            self.status.setText(str(change.problem))
        elif change.name:
            self.status.setText(self.tr("Sound goes to {name}.").format(name=change.name))

    def _retranslate(self) -> None:
        self.test.setText(self.tr("Play a test tone"))
        self.refresh.setText(self.tr("Look for devices"))
