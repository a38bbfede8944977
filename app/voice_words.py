"""What the voice of a part can sing, read in the background the first time."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from app.workspace import Workspace
from editor.errors import EditError
from engine.api import VoiceWords, read_voice_words
from engine.errors import EngineError

log = logging.getLogger(__name__)


def check_symbol(words: VoiceWords | None, symbol: str, language: str) -> None:
    """Refuse a phoneme that the voice does not have; without words nothing is known to be wrong.

    Raises
    ------
    EditError
        It names those that look most like it.
    """
    if words is None or words.resolve(symbol, language) is not None:
        return
    near = ", ".join(words.near(symbol)) or ", ".join(words.symbols[:12])
    raise EditError(
        f"{words.name} has no phoneme '{symbol[:20]}': choose another, such as {near}.",
        code="unknown-phoneme",
        symbol=symbol,
    )


class _Bearer(QObject):
    """Brings what a thread has read over to the window's own."""

    read = Signal(object, object)


class VoiceWordsOf(QObject):
    """Words of voices by their folders.

    Signals
    -------
    changed
        There are words that were not there before.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._known: dict[Path, VoiceWords | None] = {}  # None: asked for, or cannot be read

    def of_part(self, part_id: str) -> VoiceWords | None:
        """Words of the voice that sings a part; None until they are read."""
        for track in self._workspace.store.project.tracks:
            if any(part.id == part_id for part in track.parts):
                return self._of_folder(self._workspace.bridge.voice_folder(track.voice_id))
        return None

    def _of_folder(self, folder: Path) -> VoiceWords | None:
        if folder not in self._known:
            self._known[folder] = None
            self._read(folder)
        return self._known[folder]

    def _read(self, folder: Path) -> None:
        bearer = _Bearer()
        bearer.read.connect(self._take, Qt.ConnectionType.QueuedConnection)

        def read() -> None:
            try:
                bearer.read.emit(folder, read_voice_words(folder))
            except EngineError as error:
                log.warning("The words of a voice cannot be read: %s", error)

        # It ends by itself in a moment; nothing waits for it when the window goes.
        threading.Thread(target=read, name="voice-words", daemon=True).start()

    def _take(self, folder: Path, words: VoiceWords) -> None:
        self._known[folder] = words
        self.changed.emit()
