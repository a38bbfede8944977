"""Notes as arrays, to find at once those in a stretch. No Qt."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from editor.model.project import Note, Part

Int64Array = npt.NDArray[np.int64]


class NoteTable:
    """Starts, ends and keys of a part's notes by place, absolute ticks."""

    def __init__(self, part: Part) -> None:
        self.notes: tuple[Note, ...] = tuple(sorted(part.notes, key=lambda n: n.start_ticks))
        columns = [(note.start_ticks, note.length_ticks, note.key_midi) for note in self.notes]
        table = np.array(columns, dtype=np.int64).reshape(-1, 3)
        self.starts: Int64Array = table[:, 0] + part.start_ticks
        self.ends: Int64Array = self.starts + table[:, 1]
        self.keys: Int64Array = table[:, 2]
        # The end that no note up to this one goes past: ascending, so that one can search in it.
        self._reach: Int64Array = np.maximum.accumulate(self.ends) if len(table) else self.ends

    def between(self, first_ticks: float, last_ticks: float) -> slice:
        """Rows among which are all notes of a stretch."""
        low = int(np.searchsorted(self._reach, first_ticks, side="left"))
        high = int(np.searchsorted(self.starts, last_ticks, side="right"))
        return slice(low, max(low, high))
