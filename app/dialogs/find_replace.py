"""Finds lyrics in the part that is seen, and puts others in their place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.edits.lyrics import find_lyrics, replace_lyrics
from editor.errors import EditError
from editor.model.project import Note
from editor.store import Store
from editor.tools.workbench import Workbench
from engine.types import NoteId

_WIDTH_PX = 420


class FindReplaceDialog(QDialog):
    """Stays open beside the song; Return in the first field goes to the next place."""

    def __init__(
        self, bench: Workbench, store: Store, reveal: Callable[[Note], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bench, self._reveal = bench, reveal
        self.setWindowTitle(self.tr("Find and replace lyrics"))
        self.setMinimumWidth(_WIDTH_PX)
        self.pattern, self.replacement = QLineEdit(self), QLineEdit(self)
        self.is_regex = QCheckBox(self.tr("Re&gular expression"), self)
        self.matches_case = QCheckBox(self.tr("&Match case"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.previous = QPushButton(self.tr("&Previous"), self)
        self.next = QPushButton(self.tr("&Next"), self)
        self.replace = QPushButton(self.tr("&Replace"), self)
        self.replace_all = QPushButton(self.tr("Replace &all"), self)
        self._lay_out()
        self.pattern.textChanged.connect(self.refresh)
        self.pattern.returnPressed.connect(lambda: self._go(1))
        self.replacement.returnPressed.connect(self._replace_one)
        for box in (self.is_regex, self.matches_case):
            box.toggled.connect(self.refresh)
        self.previous.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.replace.clicked.connect(self._replace_one)
        self.replace_all.clicked.connect(self._replace_all)
        store.changed.connect(self.refresh)
        store.replaced.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Find:"), self.pattern)
        form.addRow(self.tr("Replace &with:"), self.replacement)
        boxes, buttons = QHBoxLayout(), QHBoxLayout()
        for box in (self.matches_case, self.is_regex):
            boxes.addWidget(box)
        boxes.addStretch(1)
        form.addRow("", boxes)
        for button in (self.previous, self.next, self.replace, self.replace_all):
            button.setAutoDefault(False)  # Return belongs to the fields
            buttons.addWidget(button)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        layout.addWidget(close)

    # ------------------------------------------------------------------ what there is

    def open_at(self, text: str) -> None:
        """Come to the front, ready to be typed in."""
        if text:
            self.pattern.setText(text)
        self.show()
        self.raise_()
        self.activateWindow()
        self.pattern.selectAll()
        self.pattern.setFocus()

    def _found(self) -> tuple[NoteId, ...]:
        return find_lyrics(
            self._bench.part,
            self.pattern.text(),
            is_regex=self.is_regex.isChecked(),
            matches_case=self.matches_case.isChecked(),
        )

    def refresh(self) -> None:
        """Count the places."""
        try:
            found = self._found()
        except EditError as error:
            found = ()
            self.said.setText(str(error))
        else:
            place = next((i for i, n in enumerate(found) if {n} == self._bench.selection), None)
            if not self.pattern.text():
                self.said.clear()
            elif place is None:
                self.said.setText(self.tr("Notes found: {count}").format(count=len(found)))
            else:
                self.said.setText(
                    self.tr("{place} of {all}").format(place=place + 1, all=len(found))
                )
        for button in (self.previous, self.next, self.replace, self.replace_all):
            button.setEnabled(bool(found))

    # ------------------------------------------------------------------ what it does

    def _go(self, step: int) -> None:
        """Choose the next place behind the chosen note, from the other end after the last."""
        found = self._found_or_none()
        if not found:
            return
        order = [note.id for note in self._bench.part.notes]
        chosen = [order.index(note_id) for note_id in self._bench.selection if note_id in order]
        here = (max(chosen) if step > 0 else min(chosen)) if chosen else -1
        places = [order.index(note_id) for note_id in found]
        if step > 0:
            place = next((p for p in places if p > here), places[0])
        else:
            place = next((p for p in reversed(places) if p < here), places[-1])
        note = self._bench.part.notes[place]
        self._bench.select(frozenset({note.id}))
        self._reveal(note)
        self.refresh()

    def _replace_one(self) -> None:
        """Replace in the chosen note if it is a place, and go on to the next."""
        found = self._found_or_none()
        here = [note_id for note_id in found if {note_id} == self._bench.selection]
        if here:
            self._replace(frozenset(here))
        self._go(1)

    def _replace_all(self) -> None:
        found = frozenset(self._found_or_none())
        if found:
            self._replace(found)
            self.said.setText(self.tr("Notes changed: {count}").format(count=len(found)))

    def _replace(self, note_ids: frozenset[NoteId]) -> None:
        bench = self._bench
        try:
            edit = replace_lyrics(
                bench.project,
                bench.part.id,
                self.pattern.text(),
                self.replacement.text(),
                is_regex=self.is_regex.isChecked(),
                matches_case=self.matches_case.isChecked(),
                note_ids=note_ids,
            )
        except EditError as error:
            self.said.setText(str(error))
        else:
            bench.commit(edit)

    def _found_or_none(self) -> tuple[NoteId, ...]:
        try:
            return self._found()
        except EditError:
            return ()  # the sentence stands in the dialog already
