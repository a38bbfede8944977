"""Names and colours of the installed voices, read in the background."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.panels.errands import Errands
from editor.panels.track_controls import VoiceChoice
from engine.api import load_bank
from engine.errors import EngineError

_Folders = dict[str, Path]


class VoiceNames(QObject):
    """Tells voices as they can be chosen; what is not read yet bears its id.

    Signals
    -------
    changed : tuple of VoiceChoice
        The first sings tracks that name none, the others follow by name.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: _Folders = {}
        self._known: dict[Path, VoiceChoice] = {}
        self._errands = Errands("voice names", self)

    def follow(self, folders: Mapping[str, Path]) -> None:
        """The voices are others now; the first is the one for tracks that name none."""
        self._folders = dict(folders)
        for voice_id, folder in folders.items():
            if folder not in self._known:
                self._known[folder] = VoiceChoice(id=voice_id, name=voice_id)
                self._ask(voice_id, folder)
        self._tell()

    def _ask(self, voice_id: str, folder: Path) -> None:
        def read() -> VoiceChoice:
            try:
                bank = load_bank(folder, bank_id=voice_id)
            except EngineError:  # whoever sings with it says why
                return VoiceChoice(id=voice_id, name=voice_id)
            colours = tuple(dict.fromkeys(colour.name for colour in bank.colours))
            return VoiceChoice(id=voice_id, name=bank.name or voice_id, colours=colours)

        self._errands.run(read, partial(self._take, folder))

    def _take(self, folder: Path, voice: VoiceChoice) -> None:
        self._known[folder] = voice
        self._tell()

    def _tell(self) -> None:
        voices = [self._known[folder] for folder in self._folders.values()]
        self.changed.emit((*voices[:1], *sorted(voices[1:], key=lambda v: v.name.casefold())))
