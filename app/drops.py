"""What is dragged onto the window: songs, sounds and voices go to who takes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMainWindow

from editor.formats.registry import READERS

SOUND_SUFFIXES = frozenset({".wav", ".flac", ".ogg", ".oga", ".mp3", ".aif", ".aiff"})
_VOICE_FILE = "dsconfig.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Files by what they are; ``others`` are of no known kind."""

    songs: list[Path] = field(default_factory=list)
    sounds: list[Path] = field(default_factory=list)
    voices: list[Path] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)


def sorted_out(paths: Sequence[Path]) -> Dropped:
    """What each of some files is, by its name alone; a folder with a voice in it is a voice."""
    found = Dropped()
    for path in paths:
        suffix = path.suffix.lower()
        if suffix in READERS:
            found.songs.append(path)
        elif suffix in SOUND_SUFFIXES:
            found.sounds.append(path)
        elif suffix == ".zip" or (path / _VOICE_FILE).is_file():
            found.voices.append(path)
        else:
            found.others.append(path)
    return found


class Drops(QObject):
    """Takes files that are dropped anywhere on a window.

    Parameters
    ----------
    window : QMainWindow
    take : callable
        Given what was dropped, once the program that it came from has been let go.
    """

    def __init__(self, window: QMainWindow, take: Callable[[Dropped], None]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of drags over the window and of drops."""
        drags = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in drags or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            # A question asked now would hold up the program that the files come from.
            QTimer.singleShot(0, self, lambda: self._take(sorted_out(paths)))
        return True
