"""What the voices let shape, read from their folders in the background."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from engine.errors import VoicebankError
from engine.voicebank.abilities import Abilities, abilities_of
from engine.voicebank.bank import load_bank

log = logging.getLogger(__name__)


class VoiceAbilities(QObject):
    """Knows each voice's parameters after it was asked for once.

    A voice that cannot be read lets shape everything: why it does not sing, the engine says.

    Signals
    -------
    found : Path
        `of` has an answer for this folder now.
    """

    found = Signal(Path)
    _read = Signal(Path, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Path, Abilities] = {}
        self._asked: set[Path] = set()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="abilities")
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._pool.shutdown)

    def of(self, folder: Path) -> Abilities | None:
        """What a voice lets shape; None while it is being read."""
        if folder not in self._asked:
            self._asked.add(folder)
            self._pool.submit(_abilities_in, folder).add_done_callback(
                lambda done: self._tell(folder, done)
            )
        return self._known.get(folder)

    def forget(self) -> None:
        """Voices were installed or removed: read again what is asked for."""
        self._asked.clear()

    def _tell(self, folder: Path, done: Future[Abilities]) -> None:
        if not done.cancelled() and isValid(self):  # the window may be gone meanwhile
            self._read.emit(folder, done.result())

    def _take(self, folder: Path, abilities: Abilities) -> None:
        self._known[folder] = abilities
        self.found.emit(folder)


def _abilities_in(folder: Path) -> Abilities:
    try:
        return abilities_of(load_bank(folder))
    except (VoicebankError, OSError) as error:
        log.info("What %s lets shape is not known: %s", folder.name, error)
        return Abilities()
