"""What changes the shape of notes: cuts, joins, grids and numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.desk import Desk
from editor.edits.edit import Edit, Focus
from editor.edits.notes import fix_overlaps, merge_notes, split_note
from editor.tools.gestures import new_note_id

if TYPE_CHECKING:
    from app.dialogs.edit_dialog import EditDialog


class NoteShapesRoom(QObject):
    """Cuts, merges and mends notes, and opens the dialogs that do more to them.

    Attributes
    ----------
    dialog : EditDialog, optional
        The one that was opened last.
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._bench = desk, desk.bench
        self.dialog: EditDialog | None = None

    def conditions(self) -> Collection[Condition]:
        """None of its own."""
        return ()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Every command by the id of its action."""
        return {
            "notes.merge": self._merge,
            "notes.split_at_playhead": self._split,
            "notes.fix_overlaps": self._fix,
            "notes.quantise": partial(self._open, lambda kinds: kinds.QuantiseDialog),
            "notes.transpose": partial(self._open, lambda kinds: kinds.TransposeDialog),
            "notes.tune": partial(self._open, lambda kinds: kinds.TuneDialog),
            "notes.legato": partial(self._open, lambda kinds: kinds.LegatoDialog),
        }

    def _open(self, choose: Callable[[ModuleType], type[EditDialog]]) -> None:
        """Dialogs are imported when one is wanted."""
        from app.dialogs import note_shapes

        desk = self._desk
        self.dialog = choose(note_shapes)(self._bench, desk.workspace.store, desk.window)
        self.dialog.open()

    def _merge(self) -> None:
        bench = self._bench
        if len(bench.selection) < 2:
            self._desk.notify(self.tr("Choose two notes or more to merge them."))
            return
        self._commit(lambda: merge_notes(bench.project, bench.part.id, bench.selection))

    def _fix(self) -> None:
        """All notes of the part; what is chosen stays so."""
        bench = self._bench

        def fix() -> Edit:
            edit = fix_overlaps(bench.project, bench.part.id)
            return replace(edit, focus=Focus(part_id=bench.part.id))

        self._commit(fix)

    def _split(self) -> None:
        """Cut the notes under the playhead, of the chosen ones where some are chosen."""
        bench = self._bench
        there = round(self._desk.workspace.transport.position_ticks) - bench.part.start_ticks
        notes = [n for n in bench.part.notes if n.start_ticks < there < n.end_ticks]
        chosen = [note for note in notes if note.id in bench.selection] or notes
        if not chosen:
            self._desk.notify(self.tr("The playhead stands in no note: put it inside one."))
            return

        def cut() -> Edit:
            edit = split_note(bench.project, bench.part.id, chosen[0].id, there, new_id=new_note_id)
            for note in chosen[1:]:
                edit = edit.then(
                    split_note(edit.after, bench.part.id, note.id, there, new_id=new_note_id)
                )
            return edit

        self._commit(cut)

    def _commit(self, make: Callable[[], Edit]) -> None:
        edit = self._bench.attempt(make)
        if edit is not None:
            self._bench.commit(edit)
