"""Dragging the playhead: a grain of the song is heard at each place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from editor.transport import Transport
from engine.api import PlayState

GRAIN_MS = 60


class Scrubber(QObject):
    """From `begin` to `end` the playhead follows the hand; what played rests meanwhile."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        self._transport = transport
        self._resumes = False
        self._sounded_ticks: float | None = None
        self._grains = QTimer(self)
        self._grains.setSingleShot(True)
        self._grains.setInterval(GRAIN_MS)
        self._grains.timeout.connect(self._sound)

    def begin(self) -> None:
        """The playhead is held."""
        self._sounded_ticks = None
        self._resumes = self._transport.state is not PlayState.STOPPED
        if self._resumes:
            self._transport.pause()

    def move(self, ticks: float) -> None:
        """The hand is at a place; grains follow each other, however quick it is."""
        self._transport.seek(ticks)
        if not self._grains.isActive():
            self._sound()

    def end(self) -> None:
        """The playhead is let go; what played before plays on from here, without a count-in."""
        self._grains.stop()
        if self._resumes:
            self._resumes = False
            self._transport.play_from(self._transport.position_ticks, counts_in=False)

    def _sound(self) -> None:
        ticks = self._transport.position_ticks
        if ticks != self._sounded_ticks:
            self._sounded_ticks = ticks
            self._transport.sound_grain(GRAIN_MS)
            self._grains.start()
