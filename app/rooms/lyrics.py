"""Lyrics: typed in place, one note after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, QRect, Signal

from app.action_spec import Condition
from app.desk import Desk
from editor.edits.lyrics import set_lyrics, split_lyrics
from editor.model.project import Note
from editor.view.lyric_editor import LyricEditor
from engine.types import NoteId


class LyricsRoom(QObject):
    """Asks for lyrics in the notes' places."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._roll, self._bench = desk, desk.roll, desk.bench
        self._typed: NoteId | None = None
        self.editor = LyricEditor(desk.roll.canvas.viewport())
        self.editor.written.connect(self._write)
        self.editor.left.connect(self._leave)

    def conditions(self) -> Collection[Condition]:
        """None of its own."""
        return ()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Every command by the id of its action."""
        return {"notes.lyric": self._lyric}

    @property
    def _notes(self) -> tuple[Note, ...]:
        return self._roll.content.part.notes

    # ------------------------------------------------------------------ lyrics

    def _lyric(self) -> None:
        if self._bench.chosen:
            self.ask(self._bench.chosen[0].id)

    def ask(self, note_id: NoteId) -> None:
        """Have the lyric of a note typed in its place."""
        note = next((note for note in self._notes if note.id == note_id), None)
        if note is None:
            return
        self._bench.select(frozenset({note_id}))
        self._reveal(note)
        text = note.lyric + (f"[{' '.join(note.hint)}]" if note.hint else "")
        self._typed = note_id
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

    def _reveal(self, note: Note) -> None:
        start = self._roll.content.part.start_ticks
        self._roll.reveal_ticks(start + note.start_ticks, start + note.end_ticks)

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
        bench = self._bench
        edit = bench.attempt(lambda: set_lyrics(bench.project, bench.part.id, lyrics))
        if edit is not None:
            bench.commit(edit)
        self._roll.canvas.setFocus()
        there = index + (len(lyrics) if step > 0 else step)
        if step and 0 <= there < len(notes):
            self.ask(notes[there].id)

    def _leave(self) -> None:
        self._typed = None
        self.editor.hide()
        self._roll.canvas.setFocus()
