"""Dialogs for numbers that change notes: quantise, transpose, tune, legato."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from app.dialogs.edit_dialog import EditDialog
from editor.edits.edit import Edit
from editor.edits.notes import legato, quantise, transpose
from editor.edits.pitch import tune
from editor.store import Store
from editor.tools.workbench import Workbench
from editor.view.metre import DENOMINATORS, WHOLE_TICKS, Snap

_ANY_GAP_TICKS = 1 << 40
_SEMITONES, _CENTS = 48, 1200


class QuantiseDialog(EditDialog):
    """Puts the chosen notes on a grid."""

    def __init__(self, bench: Workbench, store: Store, parent: QWidget) -> None:
        super().__init__(bench, store, parent)
        self.setWindowTitle(self.tr("Quantise"))
        self.grid = QComboBox(self)
        for denominator in DENOMINATORS:
            for is_triplet in (False, True):
                snap = Snap(denominator=denominator, is_triplet=is_triplet)
                name = f"1/{denominator}"
                name = self.tr("{grid} triplets").format(grid=name) if is_triplet else name
                self.grid.addItem(name, snap.step_ticks)
        step = self.grid.findData(bench.ground.snap.step_ticks)
        self.grid.setCurrentIndex(step if step >= 0 else self.grid.findText("1/16"))
        self.strength = QSpinBox(self)
        self.strength.setRange(1, 100)
        self.strength.setValue(100)
        self.strength.setSuffix(" %")
        self.ends = QCheckBox(self.tr("&Ends too"), self)
        self.ends.setChecked(True)
        self.form.addRow(self.tr("&Grid:"), self.grid)
        self.form.addRow(self.tr("&Strength:"), self.strength)
        self.form.addRow("", self.ends)
        self.grid.currentIndexChanged.connect(self.refresh)
        self.strength.valueChanged.connect(self.refresh)
        self.ends.toggled.connect(self.refresh)
        self.refresh()

    def make(self) -> Edit:
        """The notes on the grid."""
        bench = self._bench
        return quantise(
            bench.project,
            bench.part.id,
            bench.selection,
            self.grid.currentData(),
            lengths=self.ends.isChecked(),
            strength=self.strength.value() / 100.0,
        )


class TransposeDialog(EditDialog):
    """Raises or lowers the chosen notes."""

    def __init__(self, bench: Workbench, store: Store, parent: QWidget) -> None:
        super().__init__(bench, store, parent)
        self.setWindowTitle(self.tr("Transpose"))
        self.semitones = QSpinBox(self)
        self.semitones.setRange(-_SEMITONES, _SEMITONES)
        self.semitones.setSuffix(self.tr(" semitones"))
        self.form.addRow(self.tr("&Raise by:"), self.semitones)
        self.semitones.valueChanged.connect(self.refresh)
        self.semitones.selectAll()
        self.refresh()

    def make(self) -> Edit:
        """The notes on other keys."""
        bench = self._bench
        return transpose(bench.project, bench.part.id, bench.selection, self.semitones.value())


class TuneDialog(EditDialog):
    """Sets the chosen notes beside their keys."""

    def __init__(self, bench: Workbench, store: Store, parent: QWidget) -> None:
        super().__init__(bench, store, parent)
        self.setWindowTitle(self.tr("Tune"))
        self.cents = QSpinBox(self)
        self.cents.setRange(-_CENTS, _CENTS)
        self.cents.setSuffix(self.tr(" cents"))
        self.cents.setValue(round(bench.chosen[0].cents) if bench.chosen else 0)
        self.form.addRow(self.tr("&Beside the key:"), self.cents)
        self.cents.valueChanged.connect(self.refresh)
        self.cents.selectAll()
        self.refresh()

    def make(self) -> Edit:
        """The notes beside their keys."""
        bench = self._bench
        return tune(bench.project, bench.part.id, bench.selection, float(self.cents.value()))


class LegatoDialog(EditDialog):
    """Closes gaps between notes."""

    def __init__(self, bench: Workbench, store: Store, parent: QWidget) -> None:
        super().__init__(bench, store, parent)
        self.setWindowTitle(self.tr("Legato"))
        self.gap = QComboBox(self)
        for denominator in (64, 32, 16, 8, 4, 2, 1):
            self.gap.addItem(f"1/{denominator}", WHOLE_TICKS // denominator)
        self.gap.addItem(self.tr("Any"), _ANY_GAP_TICKS)
        self.gap.setCurrentIndex(self.gap.findText("1/4"))
        self.form.addRow(self.tr("&Longest gap to close:"), self.gap)
        self.gap.currentIndexChanged.connect(self.refresh)
        self.refresh()

    def make(self) -> Edit:
        """The notes up to the next ones."""
        bench = self._bench
        return legato(
            bench.project,
            bench.part.id,
            bench.selection,
            longest_gap_ticks=self.gap.currentData(),
        )
