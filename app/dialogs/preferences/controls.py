"""The control of one setting, made from what is known of it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.setting_info import Kind, SettingInfo
from editor.translated import translated

CONTROL_WIDTH_PX = 220
_SETTLE_MS = 400  # a number that is still being turned is not yet meant
_TEXT_MARGIN_PX = 5
_MIB, _GIB = 1 << 20, 1 << 30


class Control(Protocol):
    """Shows a value and tells what the user makes of it."""

    edited: SignalInstance  # the new value

    def show_value(self, value: object) -> None:
        """Show a value; `edited` says nothing of it."""

    def retranslate(self) -> None:
        """Say everything in the language of now."""


class CalmWheel(QObject):
    """Lets the wheel scroll the page unless the control was chosen before."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop wheel events of what has no focus."""
        is_wheel = event.type() == QEvent.Type.Wheel
        if is_wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Switch(QCheckBox):
    """On or off; the setting's text stands beside the mark."""

    edited = Signal(object)

    def __init__(self, info: SettingInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info = info
        self.clicked.connect(lambda: self.edited.emit(self.isChecked()))
        self.retranslate()

    def show_value(self, value: object) -> None:
        """Show a value."""
        self.setChecked(bool(value))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.setText(translated("Settings", self._info.text))


class ChoiceBox(QComboBox):
    """One of a few."""

    edited = Signal(object)

    def __init__(self, info: SettingInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info = info
        for choice in info.choices:
            self.addItem("", choice.value)
        self.installEventFilter(CalmWheel(self))
        self.activated.connect(lambda index: self.edited.emit(self.itemData(index)))
        self.retranslate()

    def show_value(self, value: object) -> None:
        """Show a value."""
        values = [choice.value for choice in self._info.choices]
        self.setCurrentIndex(values.index(value))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        for index, choice in enumerate(self._info.choices):
            self.setItemText(index, translated("Settings", choice.text))


class _Settling(QObject):
    """Tells a number once it stands still, or at once when it is left or confirmed."""

    settled = Signal()

    def __init__(self, box: QAbstractSpinBox, changed: SignalInstance) -> None:
        super().__init__(box)
        box.lineEdit().setTextMargins(_TEXT_MARGIN_PX, 0, 0, 0)  # as in other fields
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.settled)
        box.setKeyboardTracking(False)
        box.installEventFilter(CalmWheel(self))
        changed.connect(self._begin)
        box.editingFinished.connect(self._finish)

    def rest(self) -> None:
        """What was changed was not the user."""
        self._timer.stop()

    def _begin(self) -> None:
        self._timer.start()

    def _finish(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.settled.emit()


class WholeNumberBox(QSpinBox):
    """A whole number; one below the smallest is "none" where there is one."""

    edited = Signal(object)

    def __init__(self, info: SettingInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info = info
        assert info.minimum is not None
        assert info.maximum is not None
        self._none = int(info.minimum) - 1 if info.none_text else None
        self.setRange(int(info.minimum) if self._none is None else self._none, int(info.maximum))
        self.setSuffix(f" {info.unit}" if info.unit else "")
        self._settling = _Settling(self, self.valueChanged)
        self._settling.settled.connect(self._tell)
        self.retranslate()

    def show_value(self, value: object) -> None:
        """Show a value."""
        assert value is None or isinstance(value, int)
        number = self._none if value is None else value
        if number is not None and number != self.value():
            self.setValue(number)
        self._settling.rest()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        if self._info.none_text:
            self.setSpecialValueText(translated("Settings", self._info.none_text))

    def _tell(self) -> None:
        self.edited.emit(None if self.value() == self._none else self.value())


class NumberBox(QDoubleSpinBox):
    """A number; one step below the smallest is "none" where there is one."""

    edited = Signal(object)

    def __init__(self, info: SettingInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info = info
        assert info.minimum is not None
        assert info.maximum is not None
        step = 0.05 if info.maximum <= 1.0 else 0.2 if info.minimum < 1.0 else 1.0
        self.setDecimals(2 if info.maximum <= 1.0 else 1)
        self.setSingleStep(step)
        self._none = info.minimum - step if info.none_text else None
        self.setRange(info.minimum if self._none is None else self._none, info.maximum)
        self.setSuffix(f" {info.unit}" if info.unit else "")
        self._settling = _Settling(self, self.valueChanged)
        self._settling.settled.connect(self._tell)
        self.retranslate()

    def show_value(self, value: object) -> None:
        """Show a value."""
        assert value is None or isinstance(value, int | float)
        number = self._none if value is None else float(value)
        if number is not None and round(number, self.decimals()) != self.value():
            self.setValue(number)
        self._settling.rest()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        if self._info.none_text:
            self.setSpecialValueText(translated("Settings", self._info.none_text))

    def _tell(self) -> None:
        assert self._info.minimum is not None
        is_none = self._none is not None and self.value() == self.minimum()
        # What was typed between none and the smallest is the smallest.
        self.edited.emit(None if is_none else max(self._info.minimum, self.value()))


class TextField(QLineEdit):
    """A text, meant once it is confirmed or left."""

    edited = Signal(object)

    def __init__(self, info: SettingInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self._tell)

    def show_value(self, value: object) -> None:
        """Show a value."""
        self._shown = str(value)
        if self.text() != self._shown:
            self.setText(self._shown)

    def retranslate(self) -> None:
        """It has no texts of its own."""

    def _tell(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            self.edited.emit(self._shown)


class SizeField(QWidget):
    """A size on disk, in the unit that suits it."""

    edited = Signal(object)

    def __init__(self, info: SettingInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info = info
        self._n_bytes = 0
        self.number = QDoubleSpinBox(self)
        self.unit = QComboBox(self)
        for text, factor in (("MiB", _MIB), ("GiB", _GIB)):
            self.unit.addItem(text, factor)
        self.unit.installEventFilter(CalmWheel(self.unit))
        self._settling = _Settling(self.number, self.number.valueChanged)
        self._settling.settled.connect(self._tell)
        self.unit.activated.connect(lambda _: self._show())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.number, 1)
        layout.addWidget(self.unit)
        self.setFocusProxy(self.number)
        self.retranslate()

    def show_value(self, value: object) -> None:
        """Show a value."""
        assert isinstance(value, int)
        if value == self._n_bytes:
            return
        self._n_bytes = value
        self.unit.setCurrentIndex(1 if value >= _GIB else 0)
        self._show()

    def retranslate(self) -> None:
        """Name both parts."""
        name = translated("Settings", self._info.text)
        self.number.setAccessibleName(name)
        self.unit.setAccessibleName(self.tr("Unit of {name}").format(name=name))

    def _show(self) -> None:
        factor: int = self.unit.currentData()
        assert self._info.minimum is not None
        assert self._info.maximum is not None
        self.number.setDecimals(0 if factor == _MIB else 2)
        self.number.setSingleStep(64 if factor == _MIB else 0.25)
        self.number.setRange(self._info.minimum / factor, self._info.maximum / factor)
        self.number.setValue(self._n_bytes / factor)
        self._settling.rest()

    def _tell(self) -> None:
        factor: int = self.unit.currentData()
        assert self._info.minimum is not None
        assert self._info.maximum is not None
        n_bytes = round(self.number.value() * factor)
        # Two decimals of a GiB may round beyond the bounds.
        self._n_bytes = min(max(n_bytes, int(self._info.minimum)), int(self._info.maximum))
        self.edited.emit(self._n_bytes)


_CONTROLS = {
    Kind.SWITCH: Switch,
    Kind.WHOLE_NUMBER: WholeNumberBox,
    Kind.NUMBER: NumberBox,
    Kind.SIZE: SizeField,
    Kind.CHOICE: ChoiceBox,
    Kind.TEXT: TextField,
}


def make_control(info: SettingInfo) -> QWidget:
    """The control that suits a setting; it is a `Control`."""
    return _CONTROLS[info.kind](info)
