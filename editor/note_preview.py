"""Notes sound when they are chosen, drawn, or moved to another key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from editor.edits.edit import Edit
from editor.model.project import Note
from editor.store import Store
from editor.tools.workbench import Workbench
from editor.transport import Transport

_LONGEST_TICKS = 960  # of what is heard of a note


class NotePreview(QObject):
    """Listens to the workbench and sounds what one has in hand; silent while the song plays.

    A note that is chosen sounds as it is sung; one whose key changes sounds as a tone, for it is
    not sung yet.
    """

    def __init__(self, bench: Workbench, store: Store, transport: Transport) -> None:
        super().__init__(bench)
        self._bench, self._transport = bench, transport
        self._known: tuple[str, int] | None = None  # the note in hand and its key
        self.is_on = True
        bench.selection_changed.connect(self._chosen)
        bench.previewed.connect(self._previewed)
        # Queued, for the roll follows the song first.
        store.changed.connect(self._changed, Qt.ConnectionType.QueuedConnection)

    def _in_hand(self) -> Note | None:
        if len(self._bench.selection) != 1:
            return None
        chosen = self._bench.chosen
        return chosen[0] if chosen else None

    def _changed(self, _: object) -> None:
        self._moved(self._in_hand())

    def _chosen(self, _: object) -> None:
        note = self._in_hand()
        before, self._known = self._known, _key_of(note)
        if note is None or self._known == before or not self.is_on:
            return
        start = self._bench.part.start_ticks + note.start_ticks
        end = start + min(note.length_ticks, _LONGEST_TICKS)
        self._transport.preview_note(self._track_id(), start, end, pitch_midi=_pitch_of(note))

    def _previewed(self, edit: Edit) -> None:
        """Of several notes that move together the first one sounds."""
        change = edit.changes.parts.get(self._bench.part.id)
        moved = frozenset() if change is None else change.note_ids
        self._moved(next((note for note in self._bench.part.notes if note.id in moved), None))

    def _moved(self, note: Note | None) -> None:
        before, self._known = self._known, _key_of(note) or self._known
        if note is not None and self._known != before and self.is_on:
            self._transport.preview_tone(_pitch_of(note))

    def _track_id(self) -> str:
        part_id = self._bench.part.id
        tracks = self._bench.project.tracks
        return next((t.id for t in tracks if any(p.id == part_id for p in t.parts)), "")


def _key_of(note: Note | None) -> tuple[str, int] | None:
    return None if note is None else (str(note.id), note.key_midi)


def _pitch_of(note: Note) -> float:
    return note.key_midi + note.cents / 100.0
