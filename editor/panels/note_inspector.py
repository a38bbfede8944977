"""All that there is to the chosen notes, as fields; what differs among them is left open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.model.project import Note
from editor.positions import format_place, parse_place
from editor.view.metre import Metre
from editor.view.note_text import length_text, note_name, parse_key, parse_length

_MAX_CENTS = 1200.0
_T = TypeVar("_T")


class NoteInspector(QWidget):
    """Shows notes; a field that is changed is told once it is left or Return is pressed.

    Signals
    -------
    changed : str, object
        Which field (``lyric hint language key cents start length``), and its value.
    refused : str
        One sentence: what was typed cannot be read.
    """

    changed = Signal(str, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self.count = QLabel(self)
        self.lyric, self.hint = QLineEdit(self), QLineEdit(self)
        self.language = QComboBox(self)
        self.key = KeyBox(self)
        self.cents = QDoubleSpinBox(self)
        self.cents.setRange(-_MAX_CENTS, _MAX_CENTS)
        self.cents.setDecimals(1)
        self.start, self.length = QLineEdit(self), QLineEdit(self)
        self._metre: Metre | None = None
        self._form = QFormLayout()
        for field in self._fields:
            self._form.addRow(QLabel(self), field)
        layout = QVBoxLayout(self)
        layout.addWidget(self.count)
        layout.addLayout(self._form)
        layout.addStretch(1)
        for line, name in (
            (self.lyric, "lyric"),
            (self.hint, "hint"),
            (self.start, "start"),
            (self.length, "length"),
        ):
            line.editingFinished.connect(lambda line=line, name=name: self._tell_text(line, name))
        for box, name in ((self.key, "key"), (self.cents, "cents")):
            box.setKeyboardTracking(False)
            box.editingFinished.connect(lambda box=box, name=name: self._tell_number(box, name))
            box.valueChanged.connect(lambda _, box=box, name=name: self._tell_number(box, name))
        self.language.activated.connect(
            lambda row: self.changed.emit("language", self.language.itemData(row))
        )
        self._retranslate()
        self.show_notes((), 0, None, ())

    @property
    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.lyric, self.hint, self.language, self.key, self.cents, self.start, self.length,
        )  # fmt: skip

    # ------------------------------------------------------------------ what is shown

    def show_notes(
        self,
        notes: Sequence[Note],
        part_start_ticks: int,
        metre: Metre | None,
        languages: Sequence[str],
    ) -> None:
        """Show these notes; a field in which one types keeps what is typed."""
        ids = tuple(str(note.id) for note in notes)
        is_other, self._ids, self._metre = ids != self._ids, ids, metre
        self.count.setText(self.tr("Chosen notes: {count}").format(count=len(notes)))
        for field in self._fields:
            field.setEnabled(bool(notes))
        self._show_text(self.lyric, _common(notes, lambda n: n.lyric), is_other)
        self._show_text(self.hint, _common(notes, lambda n: " ".join(n.hint)), is_other)
        self._show_number(self.key, _common(notes, lambda n: n.key_midi), is_other)
        self._show_number(self.cents, _common(notes, lambda n: n.cents), is_other)
        first = part_start_ticks + min((note.start_ticks for note in notes), default=0)
        place = format_place(metre, first) if notes and metre is not None else ""
        self._show_text(self.start, place, is_other)
        length = _common(notes, lambda n: n.length_ticks)
        self._show_text(self.length, None if length is None else length_text(length), is_other)
        self._show_language(_common(notes, lambda n: n.language), languages)

    def _show_text(self, line: QLineEdit, text: str | None, is_other: bool) -> None:
        if is_other or not (line.hasFocus() and line.isModified()):
            line.setText(text or "")
            line.setModified(False)
            is_mixed = text is None and bool(self._ids)
            line.setPlaceholderText(self.tr("different") if is_mixed else "")

    def _show_number(
        self, box: QSpinBox | QDoubleSpinBox, value: float | None, is_other: bool
    ) -> None:
        line = box.lineEdit()
        if not is_other and box.hasFocus() and line.isModified():
            return
        with QSignalBlocker(box):
            if value is not None:
                box.setValue(value)  # type: ignore[arg-type]  # whole numbers for whole boxes
            if value is None:
                box.clear()
                line.setPlaceholderText(self.tr("different") if self._ids else "")
        line.setModified(False)

    def _show_language(self, tag: str | None, languages: Sequence[str]) -> None:
        with QSignalBlocker(self.language):
            self.language.clear()
            self.language.addItem(self.tr("The voice's own"), "")
            for name in sorted({*languages, *([tag] if tag else [])}):
                self.language.addItem(name, name)
            self.language.setPlaceholderText(self.tr("different") if self._ids else "")
            self.language.setCurrentIndex(-1 if tag is None else self.language.findData(tag))

    # ------------------------------------------------------------------ what is typed

    def _tell_text(self, line: QLineEdit, name: str) -> None:
        if not line.isModified() or not self._ids:
            return
        line.setModified(False)
        value: object = line.text()
        if name == "start":
            value = None if self._metre is None else parse_place(self._metre, line.text())
        elif name == "length":
            value = parse_length(line.text())
        if value is None:
            self.refused.emit(self._unreadable(line.text(), name))
        else:
            self.changed.emit(name, value)

    def _unreadable(self, text: str, name: str) -> str:
        if name == "start":
            return self.tr("“{text}” is no place: write bar:beat:ticks, such as 3:1:240.").format(
                text=text[:20]
            )
        return self.tr("“{text}” is no length: write quarters, such as 1.5, or 720t.").format(
            text=text[:20]
        )

    def _tell_number(self, box: QSpinBox | QDoubleSpinBox, name: str) -> None:
        line = box.lineEdit()
        if line.text() and self._ids:
            line.setModified(False)
            self.changed.emit(name, box.value())

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        names = (
            self.tr("Lyric"),
            self.tr("Phonemes"),
            self.tr("Language"),
            self.tr("Key"),
            self.tr("Cents beside it"),
            self.tr("Begins at"),
            self.tr("Length"),
        )
        for name, field in zip(names, self._fields, strict=True):
            label = self._form.labelForField(field)
            if isinstance(label, QLabel):
                label.setText(name)
            field.setAccessibleName(name)
        self.start.setToolTip(self.tr("Bar, beat and ticks; several notes move together"))
        self.length.setToolTip(self.tr("Quarters, such as 1.5, or ticks, such as 720t"))
        self.hint.setToolTip(
            self.tr("Sung whatever the dictionary says; empty: as the dictionary says")
        )


class KeyBox(QSpinBox):
    """A key by its name, such as C4; numbers are taken too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(0, 127)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToPreviousValue)

    def textFromValue(self, value: int) -> str:
        """The key's name."""
        return note_name(value)

    def valueFromText(self, text: str) -> int:
        """A key's name or number; what is neither is the key of now."""
        key_midi = parse_key(text)
        return self.value() if key_midi is None else key_midi

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Names may be half typed."""
        is_key = parse_key(text) is not None
        state = QValidator.State.Acceptable if is_key else QValidator.State.Intermediate
        return state, text, place


def _common(notes: Sequence[Note], value_of: Callable[[Note], _T]) -> _T | None:
    """What all notes have, or None."""
    values = {value_of(note) for note in notes}
    return values.pop() if len(values) == 1 else None
