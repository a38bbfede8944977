"""Lyrics: typed in place, filled in, found and replaced, and in which language they are read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMenu

from app.action_spec import Condition
from app.desk import Desk
from app.voice_words import VoiceWordsOf
from editor.edits.lyrics import Lyric, set_language, set_lyrics, split_lyrics
from editor.model.project import Note
from editor.view.hint_label import HintLabel
from editor.view.lyric_editor import LyricEditor
from engine.api import VoiceWords
from engine.types import NoteId

if TYPE_CHECKING:
    from app.dialogs.find_replace import FindReplaceDialog
    from app.dialogs.lyrics import FillLyricsDialog

_HINT_LOWER_PX = 10  # a hint for the mouse keeps further off
_N_HINT_LETTERS = 12
_N_HINTS = 8  # words whose phonemes are shown while one types


class LyricsRoom(QObject):
    """Asks for lyrics in the notes' places, and opens the dialogs for many of them.

    Attributes
    ----------
    editor : LyricEditor
        The field over the note that is being named.
    hint : HintLabel
        Above it, how the voice will sing what is typed.
    fill, find : the dialogs that were opened last
    language_menu : QMenu
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk, words: VoiceWordsOf) -> None:
        super().__init__(desk.window)
        self._desk, self._roll, self._bench, self._words = desk, desk.roll, desk.bench, words
        self._typed: NoteId | None = None
        self.fill: FillLyricsDialog | None = None
        self.find: FindReplaceDialog | None = None
        self.language_menu = QMenu(desk.window)
        self.hint = HintLabel(desk.roll.canvas.viewport())
        self.editor = LyricEditor(desk.roll.canvas.viewport())
        self.editor.textChanged.connect(self._show_hint)
        words.changed.connect(self._show_hint)
        self.editor.written.connect(self._write)
        self.editor.left.connect(self._leave)

    def conditions(self) -> Collection[Condition]:
        """None of its own."""
        return ()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Every command by the id of its action."""
        return {
            "notes.lyric": self._lyric,
            "notes.fill_lyrics": self._fill,
            "notes.find_lyrics": self._find,
            "notes.language": self._ask_language,
        }

    @property
    def _notes(self) -> tuple[Note, ...]:
        return self._roll.content.part.notes

    # ------------------------------------------------------------------ dialogs

    def _fill(self) -> None:
        from app.dialogs.lyrics import FillLyricsDialog

        desk = self._desk
        self.fill = FillLyricsDialog(self._bench, desk.workspace.store, desk.window)
        self.fill.open()

    def _find(self) -> None:
        from app.dialogs.find_replace import FindReplaceDialog

        desk = self._desk
        if self.find is None:
            self.find = FindReplaceDialog(
                self._bench, desk.workspace.store, self._reveal, desk.window
            )
        chosen = self._bench.chosen
        self.find.open_at(chosen[0].lyric if len(chosen) == 1 else "")

    def _ask_language(self) -> None:
        """A menu of the voice's languages beside the first chosen note."""
        words, chosen = self._words.of_part(self._bench.part.id), self._bench.chosen
        if words is None or not chosen:
            self._desk.notify(self.tr("The voice is still being read: try again in a moment."))
            return
        menu, now = self.language_menu, {note.language for note in chosen}
        menu.clear()
        for tag in ("", *words.languages):
            name = QLocale(tag or words.language).nativeLanguageName()
            template = self.tr("The voice's own: {name} ({tag})") if not tag else "{name} ({tag})"
            action = menu.addAction(template.format(name=name, tag=tag or words.language))
            action.setCheckable(True)
            action.setChecked(now == {tag})
            action.triggered.connect(lambda _, tag=tag: self._set_language(tag))
        self._reveal(chosen[0])
        view = self._roll.canvas.viewport()
        menu.popup(view.mapToGlobal(self._box(chosen[0]).bottomLeft()))

    def _set_language(self, tag: str) -> None:
        bench = self._bench
        edit = bench.attempt(
            lambda: set_language(bench.project, bench.part.id, bench.selection, tag)
        )
        if edit is not None:
            bench.commit(edit)

    # ------------------------------------------------------------------ in place

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
        self._show_hint()

    def _show_hint(self) -> None:
        """Above the field, the phonemes of what stands in it."""
        if self._typed is None:
            return
        words = self._words.of_part(self._bench.part.id)
        lyrics = split_lyrics(self.editor.text())[:_N_HINTS]
        if words is None or not lyrics:
            self.hint.hide()
            return
        language = next((n.language for n in self._notes if n.id == self._typed), "")
        spelt = [self._spelt(words, lyric, language) for lyric in lyrics]
        place = self.editor.geometry().topLeft() + QPoint(0, _HINT_LOWER_PX)
        self.hint.show_at(place, "  ·  ".join(spelt), follows_mouse=False)

    def _spelt(self, words: VoiceWords, lyric: Lyric, language: str) -> str:
        found = words.spell(lyric.text, hint=lyric.hint, language=language)
        if found is None:
            return self.tr("(goes on)")
        if found.is_placeholder:
            return self.tr("“{lyric}” is unknown").format(lyric=lyric.text[:_N_HINT_LETTERS])
        return " ".join(found.symbols)

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
        self.hint.hide()
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
        self.hint.hide()
        self._roll.canvas.setFocus()
