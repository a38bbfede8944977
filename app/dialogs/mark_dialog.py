"""Tempo and time signature that begin at a place of the song."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.theme_tokens import SPACE_PX
from editor.edits.tempo import FASTEST_BPM, SLOWEST_BPM, Marks

_UNITS = (1, 2, 4, 8, 16, 32, 64)
_TAP_PAUSE_S = 2.0  # who waits so long taps another tempo
_N_TAPS = 8


class MarkDialog(QDialog):
    """Asks which tempo and time signature begin at a place.

    Parameters
    ----------
    place : str
        Where the tempo begins, as people write it.
    bar : int
        Number of the bar where the time signature begins.
    marks : Marks
        What begins there now.
    otherwise : Marks
        What holds there else, to begin with.
    is_first : bool
        The song's begin, where both must be.

    Signals
    -------
    chosen : Marks
    """

    chosen = Signal(object)

    def __init__(
        self,
        *,
        place: str,
        bar: int,
        marks: Marks,
        otherwise: Marks,
        is_first: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tempo and time signature"))
        self._taps_s: list[float] = []
        self.tempo = QCheckBox(self.tr("&Tempo from {place}").format(place=place), self)
        self.bpm = QDoubleSpinBox(self)
        self.bpm.setRange(SLOWEST_BPM, FASTEST_BPM)
        self.bpm.setDecimals(3)
        self.bpm.setSuffix(self.tr(" bpm"))
        self.bpm.setValue(marks.bpm or otherwise.bpm or 120.0)
        self.bpm.setAccessibleName(self.tr("Beats a minute"))
        self.tap = QPushButton(self.tr("Ta&p"), self)
        self.tap.setAutoDefault(False)
        self.tap.setToolTip(self.tr("Tap the beat, here or with the key P"))
        self.tap.clicked.connect(self._tapped)
        QShortcut(QKeySequence("P"), self, self._tapped)
        self.metre = QCheckBox(self.tr("Time &signature from bar {bar}").format(bar=bar), self)
        beats, unit = marks.metre or otherwise.metre or (4, 4)
        self.beats = QSpinBox(self)
        self.beats.setRange(1, 64)
        self.beats.setValue(beats)
        self.beats.setAccessibleName(self.tr("Beats of a bar"))
        self.unit = QComboBox(self)
        for value in _UNITS:
            self.unit.addItem(str(value), value)
        self.unit.setCurrentIndex(_UNITS.index(unit) if unit in _UNITS else 2)
        self.unit.setAccessibleName(self.tr("Note value of a beat"))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        for box, is_there, fields in (
            (self.tempo, marks.bpm is not None, (self.bpm, self.tap)),
            (self.metre, marks.metre is not None, (self.beats, self.unit)),
        ):
            for field in fields:
                box.toggled.connect(field.setEnabled)
                field.setEnabled(is_there)
            box.setChecked(is_there)
            box.setEnabled(not is_first)
        self.accepted.connect(lambda: self.chosen.emit(self.marks))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_PX["wide"])
        grid.setVerticalSpacing(SPACE_PX["normal"])
        grid.addWidget(self.tempo, 0, 0)
        tempo = QHBoxLayout()
        tempo.addWidget(self.bpm, 1)
        tempo.addWidget(self.tap)
        grid.addLayout(tempo, 0, 1)
        grid.addWidget(self.metre, 1, 0)
        metre = QHBoxLayout()
        metre.addWidget(self.beats, 1)
        metre.addWidget(QLabel("/", self))
        metre.addWidget(self.unit, 1)
        grid.addLayout(metre, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[SPACE_PX["wide"]] * 4)
        column.setSpacing(SPACE_PX["wide"])
        column.addLayout(grid)
        column.addWidget(self._buttons)

    def ask_tempo(self) -> None:
        """Begin with a tempo."""
        self.tempo.setChecked(True)
        self.bpm.setFocus()
        self.bpm.selectAll()

    def ask_metre(self) -> None:
        """Begin with a time signature."""
        self.metre.setChecked(True)
        self.beats.setFocus()
        self.beats.selectAll()

    @property
    def marks(self) -> Marks:
        """What is chosen."""
        return Marks(
            bpm=self.bpm.value() if self.tempo.isChecked() else None,
            metre=(
                (self.beats.value(), self.unit.currentData()) if self.metre.isChecked() else None
            ),
        )

    def _tapped(self) -> None:
        now_s = time.monotonic()
        if self._taps_s and now_s - self._taps_s[-1] > _TAP_PAUSE_S:
            self._taps_s.clear()
        self._taps_s = [*self._taps_s[1 - _N_TAPS :], now_s]
        if len(self._taps_s) > 1 and now_s > self._taps_s[0]:
            pause_s = (now_s - self._taps_s[0]) / (len(self._taps_s) - 1)
            self.tempo.setChecked(True)
            self.bpm.setValue(round(60.0 / pause_s, 1))
