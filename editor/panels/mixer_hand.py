"""Edits of a track from its header or its strip: one gesture is one step of the history."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QObject, Signal

from editor.edits.edit import Edit
from editor.edits.tracks import rename_track, set_colours, set_mixer, set_voice
from editor.errors import EditError
from editor.history import History
from editor.model.project import Project
from editor.store import Store
from engine.types import ColourWeight

_STEPS_WITHIN_S = 1.0  # wheel and keys so soon after each other are one gesture


class MixerHand(QObject):
    """Changes tracks.

    Signals
    -------
    refused : str
        One sentence: why something was not done.
    """

    refused = Signal(str)

    def __init__(self, store: Store, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._history = store, history
        self._n_gestures = 0

    def set_gain(self, track_id: str, gain_db: float, *, is_held: bool) -> None:
        """Move a fader."""
        self._move("gain", track_id, is_held, lambda p: set_mixer(p, track_id, gain_db=gain_db))

    def set_pan(self, track_id: str, pan: float, *, is_held: bool) -> None:
        """Move a pan."""
        self._move("pan", track_id, is_held, lambda p: set_mixer(p, track_id, pan=pan))

    def set_muted(self, track_id: str, is_muted: bool) -> None:
        """Switch a track off or on."""
        self._push(lambda p: set_mixer(p, track_id, is_muted=is_muted))

    def set_solo(self, track_id: str, is_solo: bool) -> None:
        """Hear a track alone, or not."""
        self._push(lambda p: set_mixer(p, track_id, is_solo=is_solo))

    def set_voice(self, track_id: str, voice_id: str) -> None:
        """Let another voice sing; its colours are its own."""
        self._push(lambda p: set_voice(p, track_id, voice_id))

    def set_colours(self, track_id: str, colours: Sequence[ColourWeight], *, is_held: bool) -> None:
        """Mix the voice's colours."""
        self._move("colours", track_id, is_held, lambda p: set_colours(p, track_id, colours))

    def rename(self, track_id: str, name: str) -> None:
        """Name a track."""
        self._push(lambda p: rename_track(p, track_id, name))

    def let_go(self) -> None:
        """The hand has left what it moved: the next drag is another step."""
        self._n_gestures += 1

    def _move(
        self, what: str, track_id: str, is_held: bool, make: Callable[[Project], Edit]
    ) -> None:
        within_s = math.inf if is_held else _STEPS_WITHIN_S
        self._push(make, merge_key=(what, track_id, self._n_gestures), within_s=within_s)

    def _push(
        self,
        make: Callable[[Project], Edit],
        *,
        merge_key: Hashable | None = None,
        within_s: float = 0.0,
    ) -> None:
        try:
            edit = make(self._store.project)
            self._history.push(edit, merge_key=merge_key, within_s=within_s)
        except EditError as error:
            self.refused.emit(str(error))
