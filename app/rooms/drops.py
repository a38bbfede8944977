"""What becomes of files that are dropped onto the window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.drops import Dropped, Drops
from app.rooms.files import FilesRoom
from app.song_questions import Drop, ask_drop
from editor.formats.registry import READERS
from editor.store import NATIVE_SUFFIX


class DropsRoom(QObject):
    """Opens or imports songs, adds sounds, and hands voices on.

    Parameters
    ----------
    desk : Desk
    files : FilesRoom
    take_voice : callable
        Is given a voicebank that was dropped, a folder or a package.
    take_sounds : callable
        Puts sound files into the song at a place in ticks.
    """

    conditions_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        files: FilesRoom,
        *,
        take_voice: Callable[[Path], object],
        take_sounds: Callable[[Sequence[Path], int], object],
    ) -> None:
        super().__init__(desk.window)
        self._desk, self._files = desk, files
        self._take_voice, self._take_sounds = take_voice, take_sounds
        Drops(desk.window, self.take)
        # A view takes every drag for its scene's items, of which none wants any.
        for widget in (desk.roll.canvas, desk.roll.canvas.viewport()):
            widget.setAcceptDrops(False)

    def handlers(self) -> Mapping[str, Handler]:
        """Files are dropped with the mouse; the menu File does the same by keys."""
        return {}

    def conditions(self) -> Collection[Condition]:
        """Nothing that an action waits for."""
        return ()

    def take(self, dropped: Dropped) -> None:
        """Files were dropped onto the window."""
        if dropped.songs:
            self._take_songs(dropped.songs)
        if dropped.sounds:
            playhead = self._desk.workspace.transport.position_ticks
            self._take_sounds(dropped.sounds, round(playhead))
        if dropped.voices:
            self._take_voice(dropped.voices[0])
        if dropped.others:
            sentence = self.tr(
                "{name} is nothing that Melisma opens: drop songs ({endings}), sounds or voices."
            ).format(name=dropped.others[0].name, endings=" ".join(READERS))
            self._desk.notify(sentence)

    def _take_songs(self, paths: Sequence[Path]) -> None:
        """Ours is opened; of others the user says what becomes of them."""
        own = [path for path in paths if path.suffix.lower() == NATIVE_SUFFIX]
        if own:
            self._files.open_song(own[0])
            return
        answer = ask_drop(self._desk.window, paths[0])
        if answer is Drop.IMPORT:
            for path in paths:
                self._files.import_song(path)
        elif answer is Drop.OPEN:
            self._files.open_song(paths[0])
