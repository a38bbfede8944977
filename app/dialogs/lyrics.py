"""Lets a text flow over notes, and shows beforehand which note gets what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.dialogs.edit_dialog import EditDialog
from editor.edits.edit import Edit
from editor.edits.lyrics import EXTENDS, flow_lyrics, split_lyrics
from editor.model.project import Note
from editor.store import Store
from editor.tools.workbench import Workbench
from editor.view.layers.notes import is_breath

_WIDTH_PX, _HEIGHT_PX = 460, 560
_TEXT_PX = 110
_MAX_ROWS = 300  # more than anybody looks through; the text itself flows on


class FillLyricsDialog(EditDialog):
    """A text, the notes that take it, and the song as it will be behind the dialog."""

    def __init__(self, bench: Workbench, store: Store, parent: QWidget) -> None:
        super().__init__(bench, store, parent)
        self.setWindowTitle(self.tr("Fill lyrics"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._chosen = tuple(bench.chosen)
        start = self._chosen[0].start_ticks if self._chosen else 0
        self._rest = tuple(note for note in bench.part.notes if note.start_ticks >= start)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_TEXT_PX)
        self.text.setPlaceholderText(
            self.tr("Words between spaces, or Japanese, Chinese and Korean without")
        )
        self.scope = QComboBox(self)
        chosen = self.tr("The chosen ones ({count})").format(count=len(self._chosen))
        self.scope.addItem(chosen, self._chosen)
        rest = self.tr("All from here on ({count})").format(count=len(self._rest))
        self.scope.addItem(rest, self._rest)
        self.scope.setCurrentIndex(0 if len(self._chosen) > 1 else 1)
        self.skips = QCheckBox(self.tr("&Skip breaths, and notes that go on with a word (+)"), self)
        self.skips.setChecked(True)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.table = QTableWidget(0, 2, self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setHorizontalHeaderLabels([self.tr("Now"), self.tr("Then")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("Lyrics before and after"))
        self.form.addRow(self.tr("&Text:"), self.text)
        self.form.addRow(self.tr("&Notes:"), self.scope)
        self.form.addRow("", self.skips)
        self.form.addRow(self.summary)
        self.form.addRow(self.table)
        self.text.textChanged.connect(self.refresh)
        self.scope.currentIndexChanged.connect(self.refresh)
        self.skips.toggled.connect(self.refresh)
        self.text.setFocus()
        self.refresh()

    @property
    def notes(self) -> tuple[Note, ...]:
        """Those that take something of the text."""
        notes: tuple[Note, ...] = self.scope.currentData()
        if self.skips.isChecked():
            return tuple(
                note for note in notes if not note.lyric.startswith(EXTENDS) and not is_breath(note)
            )
        return notes

    def make(self) -> Edit:
        """The notes with their lyrics."""
        bench = self._bench
        return flow_lyrics(
            bench.project,
            bench.part.id,
            [note.id for note in self.notes],
            self.text.toPlainText(),
        )

    def refresh(self) -> None:
        """Show it in the song and in the table."""
        super().refresh()
        notes, words = self.notes, split_lyrics(self.text.toPlainText())
        self.table.setRowCount(min(len(notes), _MAX_ROWS))
        for row, note in enumerate(notes[:_MAX_ROWS]):
            is_new = row < len(words)
            new = words[row].text if is_new else note.lyric
            if is_new and words[row].hint:
                new += f" [{' '.join(words[row].hint)}]"
            for column, text in enumerate((note.lyric, new)):
                item = QTableWidgetItem(text)
                if column == 1 and not is_new:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.table.setItem(row, column, item)
        self.summary.setText(self._compared(len(words), len(notes)))

    def _compared(self, n_words: int, n_notes: int) -> str:
        if n_words > n_notes:
            return self.tr("{words} words for {notes} notes: the last {over} find no note.").format(
                words=n_words, notes=n_notes, over=n_words - n_notes
            )
        if n_words < n_notes:
            return self.tr(
                "{words} words for {notes} notes: the last {over} keep their lyrics."
            ).format(words=n_words, notes=n_notes, over=n_notes - n_words)
        return self.tr("{words} words for {notes} notes.").format(words=n_words, notes=n_notes)
