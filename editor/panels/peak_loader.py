"""Reads in the background what the song's sound files look like, each once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.model.project import AudioClip, Project
from editor.panels.errands import Errands
from editor.sounds import sound_path
from engine.api import Peaks, read_peaks
from engine.errors import EngineError

_Found = Peaks | EngineError


class PeakLoader(QObject):
    """Peaks of sounds; what was read stays, also while its file is not in the song.

    Signals
    -------
    loaded
        More is known now: `peaks_of`, `is_lost`.
    """

    loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path.home()
        self._found: dict[tuple[Path, str], _Found] = {}
        self._asked: set[tuple[Path, str]] = set()
        self._errands = Errands("peaks", self)

    def follow(self, project: Project, song_folder: Path) -> None:
        """The song is another one now."""
        self._folder = song_folder
        for track in project.tracks:
            for sound in track.audio:
                key = (song_folder, sound.path)
                if key not in self._asked:
                    self._asked.add(key)
                    self._ask(key, sound)

    def peaks_of(self, sound: AudioClip) -> Peaks | None:
        """What a sound looks like, once it is read."""
        found = self._found.get((self._folder, sound.path))
        return found if isinstance(found, Peaks) else None

    def length_ms(self, sound: AudioClip) -> float | None:
        """How long the whole file is, once it is read."""
        peaks = self.peaks_of(sound)
        return None if peaks is None else peaks.length_ms

    def is_lost(self, sound: AudioClip) -> bool:
        """Whether its file cannot be read; who plays it says why."""
        return isinstance(self._found.get((self._folder, sound.path)), EngineError)

    def _ask(self, key: tuple[Path, str], sound: AudioClip) -> None:
        def read() -> _Found:
            try:
                return read_peaks(sound_path(sound, key[0]))
            except EngineError as error:
                return error

        self._errands.run(read, partial(self._take, key))

    def _take(self, key: tuple[Path, str], found: _Found) -> None:
        self._found[key] = found
        self.loaded.emit()
