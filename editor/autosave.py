"""Everything that happens to the open song goes into the journal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor.errors import SongFileError
from editor.history import History
from editor.journal import Journal, JournalState
from editor.store import Store


class Autosave(QObject):
    """Observes the store for as long as it is not closed, and how many steps of the history count.

    Signals
    -------
    problem_changed : SongFileError or None
        The journal cannot be written, or can be again. Emitted on the thread of this object.
    """

    problem_changed = Signal(object)
    _reported = Signal(object)  # from the journal's thread

    def __init__(
        self,
        store: Store,
        folder: Path,
        *,
        history: History | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._history = history
        self._reported.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._journal = Journal(folder, report=self._reported.emit)
        self._signals = [store.changed, store.replaced, store.status_changed]
        if history is not None:
            self._signals.append(history.changed)
        for signal in self._signals:
            signal.connect(self._put)
        self._put()

    def drain(self) -> bool:
        """Have everything on disk now; False where the disk refuses."""
        return self._journal.drain()

    def set_gather_s(self, gather_s: float) -> None:
        """How long edits are gathered before they are written."""
        self._journal.set_gather_s(gather_s)

    def close(self, *, discard: bool) -> None:
        """End the journal; with ``discard`` nothing is offered for recovery at the next start."""
        for signal in self._signals:
            signal.disconnect(self._put)
        self._journal.close(discard=discard)

    @Slot(object)
    def _tell(self, problem: SongFileError | None) -> None:
        self.problem_changed.emit(problem)

    def _put(self) -> None:
        store = self._store
        self._journal.put(
            JournalState(
                project=store.project,
                path=store.path,
                sound_folder=store.sound_folder,
                is_clean=store.is_clean,
                n_edits=0 if self._history is None else self._history.n_unsaved,
            )
        )
