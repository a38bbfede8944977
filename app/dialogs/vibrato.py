"""All fields of the vibratos of one note or many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from editor.edits.vibrato import BOUNDS, USUAL
from editor.model.project import Note
from editor.translated import plain_text, translated

# Field, its text, unit, factor from the song's value to the shown one, step.
_FIELDS = (
    ("length_ratio", QT_TRANSLATE_NOOP("VibratoDialog", "&Length:"), " %", 100.0, 5.0),
    ("depth_cents", QT_TRANSLATE_NOOP("VibratoDialog", "&Depth:"), " cents", 1.0, 5.0),
    ("period_ms", QT_TRANSLATE_NOOP("VibratoDialog", "&Period:"), " ms", 1.0, 5.0),
    ("fade_in_ratio", QT_TRANSLATE_NOOP("VibratoDialog", "Fade &in:"), " %", 100.0, 5.0),
    ("fade_out_ratio", QT_TRANSLATE_NOOP("VibratoDialog", "Fade &out:"), " %", 100.0, 5.0),
    ("phase_ratio", QT_TRANSLATE_NOOP("VibratoDialog", "P&hase:"), " %", 100.0, 5.0),
    ("drift_cents", QT_TRANSLATE_NOOP("VibratoDialog", "&Shift of the pitch:"), " cents", 1.0, 5.0),
)


class VibratoDialog(QDialog):
    """A field in which notes differ stays empty, and is left alone until it is given a value.

    Signals
    -------
    changed
        `fields` has other values.
    """

    changed = Signal()

    def __init__(self, notes: Sequence[Note], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            QCoreApplication.translate("VibratoDialog", "Vibrato of %n note(s)", "", len(notes))
        )
        self.spins: dict[str, QDoubleSpinBox] = {}
        self._touched: set[str] = set()
        self._factors = {name: factor for name, _, _, factor, _ in _FIELDS}
        form = QFormLayout()
        self.rate = QLabel(self)
        for name, text, unit, factor, step in _FIELDS:
            spin = self.spins[name] = self._spin(name, unit, factor, step)
            found = {getattr(note.vibrato or USUAL, name) for note in notes}
            if len(found) == 1:
                spin.setValue(found.pop() * factor)
            else:  # the least value stands for «differs»
                spin.setMinimum(spin.minimum() - step)
                spin.setSpecialValueText(self.tr("various"))
                spin.setValue(spin.minimum())
            label = translated("VibratoDialog", str(text))
            spin.setAccessibleName(plain_text(label))
            form.addRow(label, spin)
            if name == "period_ms":
                form.addRow("", self.rate)
            spin.valueChanged.connect(lambda _, name=name: self._touch(name))
        if any(note.vibrato is None for note in notes):
            self._touched.add("length_ratio")  # those without one get one
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._show_rate()

    @property
    def fields(self) -> dict[str, float]:
        """What was given a value, in the song's units."""
        return {
            name: self.spins[name].value() / self._factors[name]
            for name in self.spins
            if name in self._touched and not self._is_various(name)
        }

    def _is_various(self, name: str) -> bool:
        spin = self.spins[name]
        return bool(spin.specialValueText()) and spin.value() == spin.minimum()

    def _spin(self, name: str, unit: str, factor: float, step: float) -> QDoubleSpinBox:
        low, high = BOUNDS[name]
        spin = QDoubleSpinBox(self)
        spin.setDecimals(0)
        spin.setRange(low * factor, high * factor)
        spin.setSingleStep(step)
        spin.setSuffix(unit if unit != " cents" else self.tr(" cents"))
        spin.setMinimumWidth(120)
        return spin

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self._show_rate()
        self.changed.emit()

    def _show_rate(self) -> None:
        period = self.spins["period_ms"]
        hz = 1000.0 / max(1.0, period.value())
        self.rate.setText("" if self._is_various("period_ms") else f"{hz:.2f} Hz")
