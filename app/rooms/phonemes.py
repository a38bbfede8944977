"""Phonemes: boundaries by hand, symbols in place, and a table of them for the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from app.action_spec import Condition
from app.desk import Desk
from app.voice_words import VoiceWordsOf, check_symbol
from editor.edits.edit import Edit
from editor.edits.phonemes import place_boundary, reset, set_symbol
from editor.tools.phoneme_tool import PhonemeTool
from editor.view.symbol_editor import SymbolEditor
from engine.types import PlacedPhoneme

if TYPE_CHECKING:
    from app.dialogs.phonemes import PhonemesDialog


class PhonemesRoom(QObject):
    """Holds the tool of the lane, asks for symbols, and opens the table.

    Attributes
    ----------
    editor : SymbolEditor
        The field over the phoneme that is being changed.
    tool : PhonemeTool
    dialog : PhonemesDialog, optional
        The one that was opened last.
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk, words: VoiceWordsOf) -> None:
        super().__init__(desk.window)
        self._desk, self._bench, self._words = desk, desk.bench, words
        self._typed: PlacedPhoneme | None = None
        self.dialog: PhonemesDialog | None = None
        self.editor = SymbolEditor(desk.roll.canvas.viewport())
        self.editor.written.connect(self._write)
        self.editor.left.connect(self._leave)
        self.tool = PhonemeTool(desk.bench, self)
        self.tool.symbol_wanted.connect(self._ask)
        self.tool.reset_wanted.connect(self._let_go)
        desk.toolbox.choose(self.tool)

    def conditions(self) -> Collection[Condition]:
        """None of its own."""
        return ()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Every command by the id of its action."""
        return {"notes.edit_phonemes": self._open, "notes.reset_phonemes": self._reset}

    # ------------------------------------------------------------------ in place

    def _ask(self, phoneme: PlacedPhoneme) -> None:
        seen, pane = self._desk.roll.viewport, self._desk.roll.phonemes.geometry()
        words = self._words.of_part(self._bench.part.id)
        left = seen.ticks_to_px(phoneme.start_ticks)
        width = (phoneme.end_ticks - phoneme.start_ticks) * seen.px_per_tick
        box = QRect(
            round(pane.left() + left), round(pane.top()), round(width), round(pane.height())
        )
        self._typed = phoneme
        self.editor.ask_symbol(phoneme.symbol, words.symbols if words else (), box)

    def _write(self, text: str, step: int) -> None:
        phoneme, self._typed = self._typed, None
        if phoneme is None:
            return
        self.editor.hide()
        self._desk.roll.canvas.setFocus()
        symbol = text.strip()
        if symbol != phoneme.symbol:
            self._commit(lambda: self._changed(phoneme, symbol))
        if step:
            self._ask_beside(phoneme, step)

    def _changed(self, phoneme: PlacedPhoneme, symbol: str) -> Edit:
        bench = self._bench
        project, part_id = bench.project, bench.part.id
        if not symbol:
            return reset(project, part_id, phoneme.note_id, phoneme.index)
        note = next(note for note in bench.part.notes if note.id == phoneme.note_id)
        check_symbol(self._words.of_part(part_id), symbol, note.language)
        return set_symbol(project, part_id, phoneme.note_id, phoneme.index, symbol)

    def _ask_beside(self, phoneme: PlacedPhoneme, step: int) -> None:
        row = [p for seen in self._desk.roll.content.phrases.values() for p in seen.layout.phonemes]
        row.sort(key=lambda p: p.start_ticks)
        keys = [(p.note_id, p.index) for p in row]
        if (phoneme.note_id, phoneme.index) in keys:
            place = keys.index((phoneme.note_id, phoneme.index)) + step
            if 0 <= place < len(row):
                self._desk.roll.reveal_ticks(row[place].start_ticks, row[place].end_ticks)
                self._bench.select(frozenset({row[place].note_id}))
                self._ask(row[place])

    def _leave(self) -> None:
        self._typed = None
        self.editor.hide()
        self._desk.roll.canvas.setFocus()

    # ------------------------------------------------------------------ commands

    def _let_go(self, phoneme: PlacedPhoneme) -> None:
        bench = self._bench
        self._commit(
            lambda: place_boundary(
                bench.project, bench.part.id, phoneme.note_id, phoneme.index, None
            )
        )

    def _reset(self) -> None:
        bench = self._bench
        ids = [note.id for note in bench.chosen if note.overrides]
        if not ids:
            self._desk.notify(self.tr("The chosen notes have their predicted phonemes already."))
            return

        def make() -> Edit:
            edit = reset(bench.project, bench.part.id, ids[0])
            for note_id in ids[1:]:
                edit = edit.then(reset(edit.after, bench.part.id, note_id))
            return edit

        self._commit(make)

    def _open(self) -> None:
        from app.dialogs.phonemes import PhonemesDialog

        desk, chosen = self._desk, self._bench.chosen
        placed = [
            phoneme
            for phrase in desk.roll.content.phrases.values()
            for phoneme in phrase.layout.phonemes
            if chosen and phoneme.note_id == chosen[0].id
        ]
        if not placed:
            desk.notify(self.tr("The voice has not laid out this note yet: try again in a moment."))
            return
        self.dialog = PhonemesDialog(
            self._bench,
            desk.workspace.store,
            desk.window,
            note=chosen[0],
            placed=placed,
            tempo=desk.roll.content.tempo,
            words=self._words.of_part(self._bench.part.id),
        )
        self.dialog.open()

    def _commit(self, make: Callable[[], Edit]) -> None:
        edit = self._bench.attempt(make)
        if edit is not None:
            self._bench.commit(edit)
