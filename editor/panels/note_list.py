"""The notes of the part as a table that a screen reader reads and the keyboard edits."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from editor.edits.edit import Edit
from editor.edits.lyrics import set_lyrics
from editor.edits.notes import move_notes, resize_note, transpose
from editor.errors import EditError
from editor.model.project import Note
from editor.positions import format_place, parse_place
from editor.tools.workbench import Workbench
from editor.view.note_text import length_text, note_name, parse_key, parse_length

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What a column says of a note."""

    LYRIC = 0
    KEY = 1
    START = 2
    LENGTH = 3


_SAMPLES = {Column.KEY: "A♯4", Column.START: "100:4:000", Column.LENGTH: "0.0625"}  # for widths


class NoteTable(QAbstractTableModel):
    """The notes that the roll shows; what is typed becomes an edit."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self.notes: tuple[Note, ...] = ()

    def follow(self) -> None:
        """Show the notes of now; where only contents changed, the reader keeps its place."""
        notes = self._bench.part.notes
        if notes is self.notes:
            return
        if [note.id for note in notes] == [note.id for note in self.notes]:
            rows = [row for row, pair in enumerate(zip(self.notes, notes, strict=True))
                    if pair[0] != pair[1]]  # fmt: skip
            self.notes = notes
            if rows:
                self.dataChanged.emit(
                    self.index(rows[0], 0), self.index(rows[-1], self.columnCount() - 1)
                )
            return
        self.beginResetModel()
        self.notes = notes
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """One row a note."""
        return 0 if parent is not None and parent.isValid() else len(self.notes)

    def columnCount(self, parent: _Index | None = None) -> int:
        """One column a fact."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """All can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns; rows are numbered."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return {
            Column.LYRIC: self.tr("Lyric"),
            Column.KEY: self.tr("Key"),
            Column.START: self.tr("Start"),
            Column.LENGTH: self.tr("Length"),
        }[Column(section)]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A fact as text; for a screen reader with its name."""
        if not index.isValid() or index.row() >= len(self.notes):
            return None
        column = Column(index.column())
        text = self._text(self.notes[index.row()], column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return {
                Column.LYRIC: self.tr("A word, with its phonemes in brackets where they are given"),
                Column.KEY: self.tr("A name such as F♯4, or a MIDI number"),
                Column.START: self.tr("Bar:beat:ticks"),
                Column.LENGTH: self.tr("In quarters, or in ticks with a t behind"),
            }[column]
        return None

    def _text(self, note: Note, column: Column) -> str:
        if column is Column.LYRIC:
            return note.lyric + (f"[{' '.join(note.hint)}]" if note.hint else "")
        if column is Column.KEY:
            return note_name(note.key_midi)
        if column is Column.LENGTH:
            return length_text(note.length_ticks)
        return format_place(
            self._bench.roll.content.metre, self._bench.part.start_ticks + note.start_ticks
        )

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Make the edit that was typed; what cannot be understood is told and left as it was."""
        if role != Qt.ItemDataRole.EditRole or index.row() >= len(self.notes):
            return False
        note, column, text = self.notes[index.row()], Column(index.column()), str(value)
        if text == self._text(note, column):
            return False
        edit = self._bench.attempt(lambda: self._edit(note, column, text))
        if edit is None:
            return False
        self._bench.commit(edit)
        return not edit.is_nothing

    def _edit(self, note: Note, column: Column, text: str) -> Edit:
        bench = self._bench
        project, part = bench.project, bench.part
        if column is Column.LYRIC:
            return set_lyrics(project, part.id, {note.id: text})
        if column is Column.KEY:
            key = parse_key(text)
            if key is not None:
                return transpose(project, part.id, [note.id], key - note.key_midi)
            why = self.tr("“{text}” is no key: write a name such as F♯4, or a number to 127.")
        elif column is Column.START:
            ticks = parse_place(bench.roll.content.metre, text)
            if ticks is not None:
                by = ticks - part.start_ticks - note.start_ticks
                return move_notes(project, part.id, [note.id], ticks=by)
            why = self.tr("“{text}” is no place: write bar:beat:ticks, such as 3:1:240.")
        else:
            length = parse_length(text)
            if length is not None:
                end = note.start_ticks + length
                return resize_note(project, part.id, note.id, end_ticks=end)
            why = self.tr("“{text}” is no length: write quarters such as 1.5, or ticks as 720t.")
        raise EditError(why.format(text=text[:40]), code="bad-text")


class NoteList(QTableView):
    """Shows the notes in order; choosing rows chooses notes, and the other way round."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.table = NoteTable(bench)
        self.setModel(self.table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)  # Tab leaves the table, as in any other control
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.horizontalHeader().setSectionResizeMode(Column.LYRIC, QHeaderView.ResizeMode.Stretch)
        for column, sample in _SAMPLES.items():
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample) + 16)
        self.horizontalHeader().setMinimumSectionSize(48)  # a lyric stays readable in a narrow dock
        self.selectionModel().selectionChanged.connect(self._choose)
        bench.selection_changed.connect(lambda _: self._show_chosen())
        self._is_telling = False
        self._retranslate()

    def follow(self) -> None:
        """The song changed."""
        self.table.follow()
        self._show_chosen()

    def _choose(self) -> None:
        if self._is_telling:
            return
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        chosen = frozenset(self.table.notes[row].id for row in rows)
        self._is_telling = True
        self._bench.select(chosen)
        self._is_telling = False
        if rows:
            part, note = self._bench.part, self.table.notes[min(rows)]
            self._bench.roll.reveal_ticks(
                part.start_ticks + note.start_ticks, part.start_ticks + note.end_ticks
            )

    def _show_chosen(self) -> None:
        if self._is_telling or not self.isVisible():
            return
        chosen = self._bench.selection
        rows = [row for row, note in enumerate(self.table.notes) if note.id in chosen]
        marked = QItemSelection()
        last = len(Column) - 1
        for row in rows:
            marked.select(self.table.index(row, 0), self.table.index(row, last))
        self._is_telling = True
        model = self.selectionModel()
        model.select(marked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            # The place of the keyboard goes along, so that arrow keys go on from there.
            model.setCurrentIndex(
                self.table.index(rows[0], max(0, self.currentIndex().column())),
                QItemSelectionModel.SelectionFlag.NoUpdate,
            )
            self.scrollTo(self.table.index(rows[0], 0))
        self._is_telling = False

    def showEvent(self, event: Any) -> None:
        """What was not followed while hidden is shown."""
        super().showEvent(event)
        self.follow()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Notes of the part"))
        self.table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
