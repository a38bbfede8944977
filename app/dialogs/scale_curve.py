"""How many times as far from its middle a curve should go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QWidget,
)

from editor.edits.curve_commands import Around
from editor.view.lane_axis import parameter_name
from engine.types import Parameter

_MAX_PERCENT = 300
_USUAL_PERCENT = 120


class ScaleCurve(QDialog):
    """Tells every change while it is open, so that it can be seen.

    Signals
    -------
    changed : float, Around
        The factor and what it is counted from.
    """

    changed = Signal(float, object)

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            self.tr("Scale: {parameter}").format(parameter=parameter_name(parameter))
        )
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _MAX_PERCENT)
        self.slider.setMinimumWidth(220)
        self.slider.setAccessibleName(self.tr("Factor"))
        self.spin = QDoubleSpinBox(self)
        self.spin.setRange(0.0, _MAX_PERCENT)
        self.spin.setDecimals(0)
        self.spin.setSingleStep(5.0)
        self.spin.setSuffix(" %")
        self.spin.setAccessibleName(self.tr("Factor"))
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Around"))
        base = self.tr("The written notes") if parameter is Parameter.PITCH else self.tr("The base")
        self.box.addItem(self.tr("The mean of the stretch"), Around.MEAN)
        self.box.addItem(base, Around.BASE)
        if parameter is Parameter.PITCH:  # vibrato and glides, not the melody
            self.box.setCurrentIndex(1)
        row = QHBoxLayout()
        row.addWidget(self.slider)
        row.addWidget(self.spin)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        form = QFormLayout(self)
        label = QLabel(self.tr("&Factor:"), self)
        label.setBuddy(self.spin)
        form.addRow(label, row)
        form.addRow(self.tr("&Around:"), self.box)
        form.addRow(buttons)
        self.spin.setValue(_USUAL_PERCENT)
        self.slider.setValue(_USUAL_PERCENT)
        self.slider.valueChanged.connect(self.spin.setValue)
        self.spin.valueChanged.connect(lambda value: self.slider.setValue(round(value)))
        self.spin.valueChanged.connect(lambda _: self.tell())
        self.box.currentIndexChanged.connect(lambda _: self.tell())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.spin.setFocus()
        self.spin.selectAll()

    @property
    def factor(self) -> float:
        """1 leaves the curve as it is."""
        return self.spin.value() / 100.0

    @property
    def around(self) -> Around:
        """What stays where it is."""
        return Around(self.box.currentData())

    def tell(self) -> None:
        """Say what is chosen now."""
        self.changed.emit(self.factor, self.around)
