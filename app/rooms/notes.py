"""What keys do to the chosen notes, and lyrics typed in place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping

from PySide6.QtCore import QObject, QRect, Signal

from app.action_spec import Condition
from app.desk import Desk
from editor.edits.edit import Edit
from editor.edits.lyrics import set_lyrics, split_lyrics
from editor.edits.notes import fix_overlaps, move_notes, remove_notes, transpose
from editor.model.project import Note, Project
from editor.view.lyric_editor import LyricEditor
from engine.types import NoteId

_KEYS_WITHIN_S = 1.0  # arrow keys pressed so soon after each other are one step of the history


class NotesRoom(QObject):
    """Runs the actions of the menu Notes on the part that is seen."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._roll, self._bench = desk.roll, desk.bench
        self._typed: NoteId | None = None
        self.editor = LyricEditor(desk.roll.canvas.viewport())
        self.editor.written.connect(self._write)
        self.editor.left.connect(self._leave)
        self._bench.selection_changed.connect(lambda _: self.conditions_changed.emit())
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
            "notes.select_all": self._select_all,
            "notes.delete": lambda: self._edit(remove_notes),
            "notes.lyric": self._lyric,
            "notes.up": lambda: self._transpose(1),
            "notes.down": lambda: self._transpose(-1),
            "notes.octave_up": lambda: self._transpose(12),
            "notes.octave_down": lambda: self._transpose(-12),
            "notes.earlier": lambda: self._move(-1),
            "notes.later": lambda: self._move(1),
            "notes.next": lambda: self._go(1),
            "notes.previous": lambda: self._go(-1),
            "notes.fix_overlaps": lambda: self._edit(
                lambda project, part_id, _: fix_overlaps(project, part_id)
            ),
        }

    # ------------------------------------------------------------------ commands

    @property
    def _notes(self) -> tuple[Note, ...]:
        return self._roll.content.part.notes

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

    def _move(self, n_steps: int) -> None:
        ticks = n_steps * self._roll.content.snap.step_ticks
        self._edit(
            lambda p, part, ids: move_notes(p, part, ids, ticks=ticks),
            merge_key=("move", self._bench.selection),
        )

    def _select_all(self) -> None:
        self._bench.select(frozenset(note.id for note in self._notes))

    def _go(self, step: int) -> None:
        """Choose the neighbour of the chosen notes, from the ends where none is chosen."""
        notes = self._notes
        if not notes:
            return
        places = [i for i, note in enumerate(notes) if note.id in self._bench.selection]
        if places:
            index = max(places) + 1 if step > 0 else min(places) - 1
        else:
            index = 0 if step > 0 else len(notes) - 1
        note = notes[max(0, min(len(notes) - 1, index))]
        self._bench.select(frozenset({note.id}))
        self._reveal(note)

    def _reveal(self, note: Note) -> None:
        start = self._roll.content.part.start_ticks
        self._roll.reveal_ticks(start + note.start_ticks, start + note.end_ticks)

    # ------------------------------------------------------------------ lyrics

    def _lyric(self) -> None:
        if self._bench.chosen:
            self.ask(self._bench.chosen[0].id)

    def ask(self, note_id: NoteId) -> None:
        """Have the lyric of a note typed in its place."""
        note = next((note for note in self._notes if note.id == note_id), None)
        if note is None:
            return
        self._typed = note_id
        self._bench.select(frozenset({note_id}))
        self._reveal(note)
        text = note.lyric + (f"[{' '.join(note.hint)}]" if note.hint else "")
        self.editor.ask(text, self._box(note))

    def _box(self, note: Note) -> QRect:
        view, pane = self._roll.viewport, self._roll.roll.geometry()
        start = self._roll.content.part.start_ticks
        left = view.ticks_to_px(start + note.start_ticks)
        width = note.length_ticks * view.px_per_tick
        top = view.midi_to_px(note.key_midi + 0.5)
        return QRect(
            round(pane.left() + left), round(pane.top() + top), round(width), round(view.px_per_key)
        )

    def _write(self, text: str, step: int) -> None:
        note_id, self._typed = self._typed, None
        if note_id is None:
            return
        self.editor.hide()
        notes = self._notes
        index = next((i for i, note in enumerate(notes) if note.id == note_id), None)
        if index is None:
            return
        # What is typed for one note and holds several syllables flows over the notes after it.
        words = split_lyrics(text)
        count = max(1, len(words))
        rest = notes[index : index + count]
        if count == 1 or len(rest) == 1:
            lyrics = {note_id: text}
        else:
            lyrics = {
                note.id: word.text + (f"[{' '.join(word.hint)}]" if word.hint else "")
                for note, word in zip(rest, words, strict=False)
            }
        self._edit(lambda p, part, _: set_lyrics(p, part, lyrics))
        self._roll.canvas.setFocus()
        there = index + (len(lyrics) if step > 0 else step)
        if step and 0 <= there < len(notes):
            self.ask(notes[there].id)

    def _leave(self) -> None:
        self._typed = None
        self.editor.hide()
        self._roll.canvas.setFocus()
