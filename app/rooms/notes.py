"""What keys do to the chosen notes, and which notes are chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.desk import Desk
from editor.edits.edit import Edit
from editor.edits.lengths import lengthen_notes
from editor.edits.notes import MIN_LENGTH_TICKS, move_notes, remove_notes, transpose
from editor.edits.pitch import tune_by
from editor.model.project import Note, Project
from engine.types import NoteId

_KEYS_WITHIN_S = 1.0  # keys pressed so soon after each other are one step of the history
_CENTS = 10.0
_FAR = 1 << 30  # notes: to the end of the part


class NotesRoom(QObject):
    """Chooses notes, moves, lengthens and removes them."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._roll, self._bench = desk.roll, desk.bench
        self._bench.selection_changed.connect(lambda _: self.conditions_changed.emit())
        self._bench.range_changed.connect(lambda _: self.conditions_changed.emit())
        desk.workspace.store.changed.connect(lambda _: self.conditions_changed.emit())

    def conditions(self) -> Collection[Condition]:
        """Whether there are notes, and chosen ones."""
        holding = {
            Condition.HAS_NOTES: bool(self._notes),
            Condition.HAS_SELECTION: bool(self._bench.selection),
            Condition.HAS_RANGE: self._bench.range_ticks is not None,
        }
        return [name for name, holds in holding.items() if holds]

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Every command by the id of its action."""
        return {
            "notes.select_all": lambda: self._bench.select(frozenset(n.id for n in self._notes)),
            "notes.next": partial(self._go, 1),
            "notes.previous": partial(self._go, -1),
            "notes.first": partial(self._go, -_FAR),
            "notes.last": partial(self._go, _FAR),
            "notes.extend_next": partial(self._extend, 1),
            "notes.extend_previous": partial(self._extend, -1),
            "notes.extend_first": partial(self._extend, -_FAR),
            "notes.extend_last": partial(self._extend, _FAR),
            "notes.delete": lambda: self._edit(remove_notes),
            "notes.up": partial(self._transpose, 1),
            "notes.down": partial(self._transpose, -1),
            "notes.octave_up": partial(self._transpose, 12),
            "notes.octave_down": partial(self._transpose, -12),
            "notes.cents_up": partial(self._tune, _CENTS),
            "notes.cents_down": partial(self._tune, -_CENTS),
            "notes.earlier": lambda: self._move(-self._step_ticks),
            "notes.later": lambda: self._move(self._step_ticks),
            "notes.earlier_fine": partial(self._move, -MIN_LENGTH_TICKS),
            "notes.later_fine": partial(self._move, MIN_LENGTH_TICKS),
            "notes.longer": lambda: self._lengthen(self._step_ticks),
            "notes.shorter": lambda: self._lengthen(-self._step_ticks),
            "notes.longer_fine": partial(self._lengthen, MIN_LENGTH_TICKS),
            "notes.shorter_fine": partial(self._lengthen, -MIN_LENGTH_TICKS),
        }

    # ------------------------------------------------------------------ inside

    @property
    def _notes(self) -> tuple[Note, ...]:
        return self._roll.content.part.notes

    @property
    def _step_ticks(self) -> int:
        """A step of the grid; where it is off, the finest one."""
        snap = self._roll.content.snap
        return snap.step_ticks if snap.denominator else MIN_LENGTH_TICKS

    def _edit(
        self,
        make: Callable[[Project, str, frozenset[NoteId]], Edit],
        *,
        merge_key: Hashable | None = None,
    ) -> None:
        bench = self._bench
        edit = bench.attempt(lambda: make(bench.project, bench.part.id, bench.selection))
        if edit is not None:
            bench.commit(edit, merge_key=merge_key, within_s=_KEYS_WITHIN_S)

    def _transpose(self, semitones: int) -> None:
        self._edit(
            lambda p, part, ids: transpose(p, part, ids, semitones),
            merge_key=("transpose", self._bench.selection),
        )

    def _tune(self, cents: float) -> None:
        self._edit(
            lambda p, part, ids: tune_by(p, part, ids, cents),
            merge_key=("tune", self._bench.selection),
        )

    def _move(self, ticks: int) -> None:
        self._edit(
            lambda p, part, ids: move_notes(p, part, ids, ticks=ticks),
            merge_key=("move", self._bench.selection),
        )

    def _lengthen(self, ticks: int) -> None:
        self._edit(
            lambda p, part, ids: lengthen_notes(p, part, ids, ticks),
            merge_key=("lengthen", self._bench.selection),
        )

    def _go(self, step: int) -> None:
        """Choose the neighbour of the chosen notes, from the ends where none is chosen."""
        notes, places = self._notes, self._places
        if not notes:
            return
        if places:
            index = max(places) + step if step > 0 else min(places) + step
        else:
            index = 0 if step in (1, -_FAR) else len(notes) - 1
        note = notes[max(0, min(len(notes) - 1, index))]
        self._bench.select(frozenset({note.id}))
        self._reveal(note)

    def _extend(self, step: int) -> None:
        """Choose all notes up to a neighbour of the chosen ones."""
        notes, places = self._notes, self._places
        if not notes:
            return
        if not places:
            self._go(step)
            return
        first = max(0, min(places) + min(step, 0))
        last = min(len(notes) - 1, max(places) + max(step, 0))
        self._bench.select(frozenset(note.id for note in notes[first : last + 1]))
        self._reveal(notes[first if step < 0 else last])

    @property
    def _places(self) -> list[int]:
        return [i for i, note in enumerate(self._notes) if note.id in self._bench.selection]

    def _reveal(self, note: Note) -> None:
        start = self._roll.content.part.start_ticks
        self._roll.reveal_ticks(start + note.start_ticks, start + note.end_ticks)
