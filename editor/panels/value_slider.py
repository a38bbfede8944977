"""Faders and pans: sliders that show their value, with a taper, fine steps and a way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider, QWidget

from editor.panels.decibels import (
    LOW_DB,
    MARKS_DB,
    OFF_DB,
    TOP_DB,
    db_text,
    db_to_place,
    pan_text,
    place_to_db,
)
from editor.view.colours import Colours
from editor.view.shapes import thin_pen, with_alpha
from editor.view.text import label_font

_FINE_RATIO = 0.2  # of the way of the hand, with Shift
_HANDLE_PX = 22  # height of an upright fader's handle


class ValueSlider(QSlider):
    """A slider in tenths or hundredths of its unit, painted by itself.

    A drag moves it by as much as the hand moves, a double click or Home brings it back to its
    usual value, wheel and arrow keys step, Shift makes all of them fine.

    Signals
    -------
    moved : int, bool
        The user set a value; whether it is held by a hand that may go on.
    let_go
        The hand has left it.
    """

    moved = Signal(int, bool)
    let_go = Signal()
    usual = 0
    fills_from = 0  # the value from which a lying strip is filled
    step = 1
    fine_step = 1

    def __init__(
        self, colours: Colours, orientation: Qt.Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._colours = colours
        self._grip: QPointF | None = None
        self._held_from = 0  # the value before the drag
        self._place = 0.0  # where the hand has brought it, finer than values
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    # What a kind of slider says of itself.

    def place_of(self, value: int) -> float:
        """Place of a value on the scale, 0..1."""
        span = self.maximum() - self.minimum()
        return (value - self.minimum()) / span if span else 0.0

    def value_at(self, place: float) -> int:
        """Value of a place."""
        return round(self.minimum() + place * (self.maximum() - self.minimum()))

    def text(self) -> str:
        """The value for people."""
        return str(self.value())

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self.update()

    def show_value(self, value: int) -> None:
        """Take the song's value, without telling that it was moved."""
        if self._grip is None and value != self.value():
            self.setValue(value)
        self._describe()

    def _describe(self) -> None:
        text = self.text()
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            self.setToolTip(f"{self.accessibleName()}: {text}" if self.accessibleName() else text)

    def _set(self, value: int, *, is_held: bool) -> None:
        value = min(self.maximum(), max(self.minimum(), value))
        if value != self.value():
            self.setValue(value)
            self._describe()
            self.moved.emit(value, is_held)

    # Hands

    @property
    def _way_px(self) -> float:
        """Length of the scale."""
        if self.orientation() == Qt.Orientation.Vertical:
            return max(1.0, self.height() - _HANDLE_PX)
        return max(1.0, self.width() - 2.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold, wherever that is: nothing jumps."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._grip, self._place = event.position(), self.place_of(self.value())
        self._held_from = self.value()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._grip is None:
            return
        way, self._grip = event.position() - self._grip, event.position()
        px = -way.y() if self.orientation() == Qt.Orientation.Vertical else way.x()
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._place += px * (_FINE_RATIO if is_fine else 1.0) / self._way_px
        self._place = min(1.0, max(0.0, self._place))
        self._set(self.value_at(self._place), is_held=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; the next drag is another step."""
        if self._grip is not None:
            self._grip = None
            self.let_go.emit()

    def event(self, event: QEvent) -> bool:
        """Escape during a drag is ours, whatever else it stops: the value is as it was."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and self._grip is not None:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._set(self._held_from, is_held=True)
                self._grip = None
                self.let_go.emit()
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the usual value."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._set(self.usual, is_held=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A step a notch."""
        angle = event.angleDelta().y() or event.angleDelta().x()
        if angle:
            is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(1 if angle > 0 else -1, is_fine=is_fine)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys step, Page Up and Down go far, Home goes back."""
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Right):
            self._step(1, is_fine=is_fine)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Left):
            self._step(-1, is_fine=is_fine)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._step(6 if key == Qt.Key.Key_PageUp else -6, is_fine=False)
        elif key == Qt.Key.Key_Home:
            self._set(self.usual, is_held=False)
        else:
            event.ignore()

    def _step(self, n_steps: int, *, is_fine: bool) -> None:
        step = self.fine_step if is_fine else self.step
        self._set(self.value() + n_steps * step, is_held=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show who has the keyboard."""
        super().focusInEvent(event)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kind's own look."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        if self.orientation() == Qt.Orientation.Vertical:
            self._draw_upright(painter)
        else:
            self._draw_strip(painter)
        painter.end()

    def _draw_strip(self, painter: QPainter) -> None:
        """A lying strip, filled from its usual value, with the value written into it."""
        colours, box = self._colours, QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        painter.setPen(thin_pen(QColor(colours.line_bar)))
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(box, 3.0, 3.0)
        inner = box.adjusted(1.0, 1.0, -1.0, -1.0)
        begin = self.place_of(self.fills_from) * inner.width()
        ends = sorted((begin, self.place_of(self.value()) * inner.width()))
        fill = QRectF(
            inner.left() + ends[0], inner.top(), max(1.0, ends[1] - ends[0]), inner.height()
        )
        painter.fillRect(fill, with_alpha(colours.note_edge, 0.4))
        painter.setFont(label_font(10))
        painter.setPen(QColor(colours.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        self._draw_focus(painter, box)

    def _draw_upright(self, painter: QPainter) -> None:
        """A groove, marks of the scale, and a handle."""
        colours, middle = self._colours, self.width() / 2.0
        top, way = _HANDLE_PX / 2.0, self._way_px  # of the scale, within the handle's reach
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(QRectF(middle - 2.0, top, 4.0, way), 2.0, 2.0)
        for mark_db in MARKS_DB:
            line = round(top + way * (1.0 - db_to_place(mark_db)))
            reach = 9 if mark_db == 0 else 6
            colour = QColor(colours.text_dim if mark_db == 0 else colours.line_bar)
            painter.fillRect(QRect(round(middle) - reach - 3, line, reach - 2, 1), colour)
            painter.fillRect(QRect(round(middle) + 5, line, reach - 2, 1), colour)
        y = top + way * (1.0 - self.place_of(self.value()))
        handle = QRectF(middle - 9.0, y - _HANDLE_PX / 2.0 + 0.5, 18.0, _HANDLE_PX - 1.0)
        painter.setPen(thin_pen(QColor(colours.text_dim)))
        painter.setBrush(QColor(colours.note if self.underMouse() else colours.panel))
        painter.drawRoundedRect(handle, 3.0, 3.0)
        painter.fillRect(QRectF(middle - 7.0, y - 0.5, 14.0, 1.5), QColor(colours.text))
        self._draw_focus(painter, handle)

    def _draw_focus(self, painter: QPainter, box: QRectF) -> None:
        if self.hasFocus():
            painter.setPen(thin_pen(QColor(self._colours.loop), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3.0, 3.0)


class GainSlider(ValueSlider):
    """A fader from −∞ to +6 dB, in tenths of dB."""

    step = 5
    fine_step = 1
    fills_from = round(LOW_DB * 10)

    def __init__(
        self, colours: Colours, orientation: Qt.Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(colours, orientation, parent)
        self.setRange(round(LOW_DB * 10), round(TOP_DB * 10))

    def sizeHint(self) -> QSize:
        """Long when upright, a strip when lying."""
        is_upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(38, 150) if is_upright else QSize(64, 18)

    def minimumSizeHint(self) -> QSize:
        """Still to be used."""
        is_upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(34, 70) if is_upright else QSize(44, 16)

    @property
    def gain_db(self) -> float:
        """The gain; the lower end is silence."""
        return OFF_DB if self.value() <= self.minimum() else self.value() / 10.0

    def show_gain(self, gain_db: float) -> None:
        """Take the song's gain, also one that is beyond the scale."""
        self.show_value(round(min(TOP_DB, max(LOW_DB, gain_db)) * 10))

    def place_of(self, value: int) -> float:
        """By the taper."""
        return db_to_place(value / 10.0)

    def value_at(self, place: float) -> int:
        """By the taper."""
        return round(place_to_db(place) * 10.0)

    def text(self) -> str:
        """In dB."""
        return f"{db_text(self.value() / 10.0)} dB"


class PanSlider(ValueSlider):
    """From left to right, in hundredths."""

    step = 5
    fine_step = 1

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(colours, Qt.Orientation.Horizontal, parent)
        self.setRange(-100, 100)

    def sizeHint(self) -> QSize:
        """A short strip."""
        return QSize(48, 18)

    def minimumSizeHint(self) -> QSize:
        """Room for the text."""
        return QSize(40, 16)

    @property
    def pan(self) -> float:
        """-1 is left, 1 is right."""
        return self.value() / 100.0

    def show_pan(self, pan: float) -> None:
        """Take the song's pan."""
        self.show_value(round(pan * 100))

    def text(self) -> str:
        """Such as L 20."""
        return pan_text(self.pan)


class ShareSlider(ValueSlider):
    """A share of 0 to 100 %; ``fixed_text`` stands in its place where it cannot be set here."""

    fixed_text = ""

    step = 5
    fine_step = 1

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(colours, Qt.Orientation.Horizontal, parent)
        self.setRange(0, 100)

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(160, 20)

    def text(self) -> str:
        """In per cent."""
        return self.fixed_text or f"{self.value()} %"
