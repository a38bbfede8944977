"""What all tools work on: the part that is seen, its grid, what is chosen, and the song's edits."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QRubberBand

from editor.edits.edit import Edit
from editor.errors import EditError
from editor.history import History
from editor.model.project import Note, Part, Project
from editor.store import Store
from editor.tools.gestures import Ground
from editor.tools.touch import Touch
from editor.view.piano_roll import PianoRoll
from engine.types import NoteId

Range = tuple[int, int]


class Workbench(QObject):
    """Shows an edit before it is made, makes it or drops it, and knows what is chosen.

    Chosen are notes, or a stretch of time (for curves and for playing); choosing notes lets go of
    the stretch.

    Signals
    -------
    selection_changed : frozenset of NoteId
    range_changed : tuple of int, or None
        First and last tick, of the song.
    previewed : Edit
        What a drag would do now; the song itself is still as it was.
    refused : str
        One sentence: why an edit was not made.
    told : str
        One sentence: what was done, where the picture does not say it.
    """

    selection_changed = Signal(object)
    range_changed = Signal(object)
    previewed = Signal(object)
    refused = Signal(str)
    told = Signal(str)

    def __init__(
        self, roll: PianoRoll, store: Store, history: History, parent: QObject | None = None
    ) -> None:
        super().__init__(parent or roll)
        self.roll, self._store, self._history = roll, store, history
        self._selection: frozenset[NoteId] = frozenset()
        self._range: Range | None = None
        self._preview: Edit | None = None
        self._band: QRubberBand | None = None

    # ------------------------------------------------------------------ what there is

    @property
    def project(self) -> Project:
        """The song of now, without previews."""
        return self._store.project

    @property
    def part(self) -> Part:
        """The part that is seen, with the preview if there is one."""
        return self.roll.content.part

    @property
    def ground(self) -> Ground:
        """The song, the part and its grid, for gestures."""
        content = self.roll.content
        return Ground(
            project=self.project, part_id=self.part.id, metre=content.metre, snap=content.snap
        )

    # ------------------------------------------------------------------ what is chosen

    @property
    def selection(self) -> frozenset[NoteId]:
        """The chosen notes."""
        return self._selection

    @property
    def chosen(self) -> list[Note]:
        """The chosen notes themselves, in order."""
        return [note for note in self.part.notes if note.id in self._selection]

    @property
    def range_ticks(self) -> Range | None:
        """The chosen stretch of the song."""
        return self._range

    @property
    def stretch_ticks(self) -> Range | None:
        """The chosen stretch, else from the first to the last of the chosen notes; of the song."""
        notes = self.chosen
        if self._range is not None or not notes:
            return self._range
        start = self.part.start_ticks
        return start + notes[0].start_ticks, start + max(note.end_ticks for note in notes)

    def select(self, note_ids: frozenset[NoteId]) -> None:
        """Choose notes; those that the part does not have are left out."""
        there = {note.id for note in self.part.notes}
        note_ids = frozenset(note_ids & there)
        self.roll.set_selection(note_ids)
        if note_ids != self._selection:
            self._selection = note_ids
            if note_ids:
                self.select_range(None)
            self.selection_changed.emit(note_ids)

    def select_range(self, range_ticks: Range | None) -> None:
        """Choose a stretch of the song, or none."""
        if range_ticks != self._range:
            self._range = range_ticks
            self.roll.set_range_ticks(range_ticks)
            self.range_changed.emit(range_ticks)

    # ------------------------------------------------------------------ edits

    def attempt(self, make: Callable[[], Edit | None]) -> Edit | None:
        """An edit, or nothing and a word to the user when it cannot be made."""
        try:
            return make()
        except EditError as error:
            self.refused.emit(str(error))
            return None

    def preview(self, edit: Edit) -> None:
        """Show what an edit would do."""
        self._preview = edit
        self.roll.set_song(edit.after, self.part.id)
        self.roll.set_selection(edit.focus.note_ids or self._selection)
        self.previewed.emit(edit)

    def keep_preview(self) -> None:
        """Show again what a drag would do, after the song was shown with what was just sung."""
        if self._preview is not None and self._preview.focus.part_id == self.part.id:
            self.roll.set_song(self._preview.after, self.part.id)

    def drop(self) -> None:
        """Show the song as it is."""
        if self._preview is not None:
            self._preview = None
            self.show_song()

    def commit(
        self, edit: Edit, *, merge_key: Hashable | None = None, within_s: float = 1.0
    ) -> None:
        """Make an edit: one step of the history, or part of the last one with the same key."""
        self._preview = None
        part_id = edit.focus.part_id or self.part.id
        try:
            self._history.push(edit, merge_key=merge_key, within_s=within_s)
        except EditError as error:
            self.refused.emit(str(error))
        self.show_song()
        if edit.focus.note_ids and not edit.is_nothing and part_id == self.part.id:
            self.select(edit.focus.note_ids)

    def show_song(self) -> None:
        """Show the song of now, if it still has the part."""
        if any(p.id == self.part.id for track in self.project.tracks for p in track.parts):
            self.roll.set_song(self.project, self.part.id)
            self.select(self._selection)

    # ------------------------------------------------------------------ rubber band

    def show_band(self, one: Touch, other: Touch) -> None:
        """Stretch a rubber band between two touches of the pane of notes."""
        if self._band is None:
            self._band = QRubberBand(QRubberBand.Shape.Rectangle, self.roll.canvas.viewport())
            self._band.show()
        pane = self.roll.roll.geometry().toRect()
        corners = [
            pane.topLeft() + QPoint(round(touch.x_px), round(touch.y_px)) for touch in (one, other)
        ]
        self._band.setGeometry(QRect(*corners).normalized().intersected(pane))

    def hide_band(self) -> None:
        """Take the rubber band away."""
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
            self._band = None
