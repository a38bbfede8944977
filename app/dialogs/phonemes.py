"""The phonemes of a note as a table: for the keyboard, and for exact numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from app.dialogs.edit_dialog import EditDialog
from app.voice_words import check_symbol
from editor.edits.edit import Edit, make_edit
from editor.edits.phonemes import place_boundary, reset, set_symbol
from editor.model.project import Note
from editor.store import Store
from editor.tools.workbench import Workbench
from engine.api import VoiceWords
from engine.timing import TempoMap
from engine.types import PlacedPhoneme

_MAX_OFFSET_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Row:
    """One phoneme: what it was when the dialog opened, and its fields."""

    placed: PlacedPhoneme
    offset_ms: int
    symbol: QComboBox
    offset: QSpinBox
    is_predicted: QCheckBox


class PhonemesDialog(EditDialog):
    """Symbols and begins of the phonemes of one note; each can be given back to the prediction."""

    def __init__(
        self,
        bench: Workbench,
        store: Store,
        parent: QWidget,
        *,
        note: Note,
        placed: Sequence[PlacedPhoneme],
        tempo: TempoMap,
        words: VoiceWords | None,
    ) -> None:
        super().__init__(bench, store, parent)
        self._note, self._tempo, self._words = note, tempo, words
        self._start_ticks = bench.part.start_ticks + note.start_ticks
        self.setWindowTitle(self.tr("Phonemes of “{lyric}”").format(lyric=note.lyric[:20]))
        grid = QGridLayout()
        for column, text in enumerate(
            (self.tr("Phoneme"), self.tr("Begins, from the note"), self.tr("As predicted"))
        ):
            grid.addWidget(QLabel(text, self), 0, column)
        self.rows = [
            self._add(grid, number, phoneme)
            for number, phoneme in enumerate(sorted(placed, key=lambda p: p.index), start=1)
        ]
        self.form.addRow(grid)
        self.refresh()

    def _add(self, grid: QGridLayout, number: int, phoneme: PlacedPhoneme) -> _Row:
        start_ms = self._tempo.ticks_to_ms(self._start_ticks)
        row = _Row(
            placed=phoneme,
            offset_ms=round(phoneme.start_ms - start_ms),
            symbol=QComboBox(self),
            offset=QSpinBox(self),
            is_predicted=QCheckBox(self),
        )
        row.symbol.setEditable(True)
        row.symbol.addItems(list(self._words.symbols) if self._words else [phoneme.symbol])
        row.symbol.setCurrentText(phoneme.symbol)
        completer = QCompleter(row.symbol.model(), row.symbol)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        row.symbol.setCompleter(completer)
        row.symbol.setAccessibleName(self.tr("Phoneme {number}").format(number=number))
        row.offset.setRange(-_MAX_OFFSET_MS, _MAX_OFFSET_MS)
        row.offset.setSuffix(" ms")
        row.offset.setValue(row.offset_ms)
        row.offset.setAccessibleName(self.tr("Begin of phoneme {number}").format(number=number))
        row.is_predicted.setAccessibleName(
            self.tr("Phoneme {number} as predicted").format(number=number)
        )
        row.is_predicted.toggled.connect(row.symbol.setDisabled)
        row.is_predicted.toggled.connect(row.offset.setDisabled)
        own = any(o.index == phoneme.index for o in self._note.overrides)
        row.is_predicted.setChecked(False)
        row.is_predicted.setEnabled(own)
        for column, widget in enumerate((row.symbol, row.offset, row.is_predicted)):
            grid.addWidget(widget, number, column)
        row.symbol.currentTextChanged.connect(self.refresh)
        row.offset.valueChanged.connect(self.refresh)
        row.is_predicted.toggled.connect(self.refresh)
        return row

    def make(self) -> Edit:
        """The note with all that was changed here."""
        bench = self._bench
        edit = make_edit("change phoneme", bench.project, bench.project)
        for row in self.rows:
            edit = self._with(edit, row)
        return replace(edit, name="change phoneme")

    def _with(self, edit: Edit, row: _Row) -> Edit:
        part_id, note_id, index = self._bench.part.id, self._note.id, row.placed.index
        if row.is_predicted.isChecked():
            return edit.then(reset(edit.after, part_id, note_id, index))
        symbol = row.symbol.currentText().strip()
        if symbol != row.placed.symbol:
            check_symbol(self._words, symbol, self._note.language)
            edit = edit.then(set_symbol(edit.after, part_id, note_id, index, symbol))
        if row.offset.value() != row.offset_ms:
            start_ms = self._tempo.ticks_to_ms(self._start_ticks) + row.offset.value()
            place = round(self._tempo.ms_to_ticks_exact(start_ms)) - self._start_ticks
            edit = edit.then(place_boundary(edit.after, part_id, note_id, index, place))
        return edit
