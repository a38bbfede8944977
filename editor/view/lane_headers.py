"""Buttons in the gutters: whose curve commands act on, and the menu of each lane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QAbstractButton, QWidget

from editor.view.canvas import Boxes
from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.lane_axis import PAD_PX, parameter_name
from editor.view.lane_stack import FOLDED_PX
from editor.view.piano_roll import PianoRoll
from editor.view.text import label_font
from engine.types import Parameter

_MARK_PX = 3
_ARROW_PX = 8
_ADD_PX = 22


class LaneHeader(QAbstractButton):
    """A lane's name; pressed it asks for the lane's menu, or makes pitch the current curve."""

    def __init__(self, parameter: Parameter, parent: QWidget) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self._has_menu = parameter is not Parameter.PITCH
        self._colours: Colours | None = None
        self._is_current = self._is_unheard = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(label_font(12))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_state(self, colours: Colours, content: Content) -> None:
        """Look like what holds now."""
        self._colours = colours
        self._is_current = content.current is self.parameter
        self._is_unheard = not content.abilities.is_heard(self.parameter)
        name = parameter_name(self.parameter)
        self.setText(name)
        if not self._has_menu:
            tip = self.tr("Curve commands act on the pitch when this is marked")
        elif self._is_unheard:
            tip = self.tr(
                "{parameter}: this voice does not take it; what you wrote is kept and not heard"
            ).format(parameter=name)
        else:
            tip = self.tr("{parameter}: change, fold or close this lane, or add one").format(
                parameter=name
            )
        self.setToolTip(tip)
        spoken = self.tr("{parameter}, chosen") if self._is_current else "{parameter}"
        self.setAccessibleName(spoken.format(parameter=name))
        self.setAccessibleDescription(tip)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its name."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 32, FOLDED_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark, name and arrow."""
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        is_lit = self.underMouse() or self.hasFocus() or self.isDown()
        painter.fillRect(self.rect(), QColor(colours.line_beat if is_lit else colours.panel))
        if self._is_current:
            painter.fillRect(0, 0, _MARK_PX, self.height(), QColor(colours.note_selected_edge))
        painter.setFont(self.font())
        painter.setPen(QColor(colours.text_dim if self._is_unheard else colours.text))
        room_px = self.width() - round(PAD_PX) - 2
        metrics = self.fontMetrics()
        # A long name needs the arrow's room more than the arrow does.
        arrow_px = _ARROW_PX + 4
        has_arrow = metrics.horizontalAdvance(self.text()) + arrow_px <= room_px
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room_px)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(round(PAD_PX), 0, room_px, self.height()), middle, text)
        if self._has_menu and has_arrow:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.text_dim))
            left = round(PAD_PX) + min(room_px, metrics.horizontalAdvance(text)) + 4
            top = self.height() // 2 - 2
            points = (QPoint(0, 0), QPoint(_ARROW_PX, 0), QPoint(_ARROW_PX // 2, _ARROW_PX // 2))
            painter.drawPolygon(QPolygon([QPoint(left, top) + point for point in points]))
        painter.end()


class AddLaneButton(QAbstractButton):
    """A plus sign beside the phonemes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours: Colours | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_ADD_PX, _ADD_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign."""
        if self.colours is None:
            return
        painter = QPainter(self)
        is_lit = self.underMouse() or self.hasFocus() or self.isDown()
        painter.fillRect(
            self.rect(), QColor(self.colours.line_beat if is_lit else self.colours.panel)
        )
        ink = QColor(self.colours.text if self.isEnabled() else self.colours.text_dim)
        middle = self.rect().center()
        painter.fillRect(middle.x() - 4, middle.y(), 10, 2, ink)
        painter.fillRect(middle.x(), middle.y() - 4, 2, 10, ink)
        painter.end()


class LaneHeaders(QObject):
    """Keeps the buttons where their lanes are.

    Signals
    -------
    menu_wanted : Parameter, QPoint
        A lane's menu, at a place of the screen.
    add_wanted : QPoint
    pitch_wanted
    """

    menu_wanted = Signal(object, QPoint)
    add_wanted = Signal(QPoint)
    pitch_wanted = Signal()

    def __init__(self, roll: PianoRoll, parent: QObject | None = None) -> None:
        super().__init__(parent or roll)
        self._roll, self._home = roll, roll.canvas.viewport()
        self.pitch = LaneHeader(Parameter.PITCH, self._home)
        self.pitch.clicked.connect(self.pitch_wanted)
        self.add = AddLaneButton(self._home)
        self.add.clicked.connect(lambda: self.add_wanted.emit(_below(self.add)))
        self.lanes: dict[Parameter, LaneHeader] = {}
        self._shown: tuple[object, ...] = ()
        roll.panes_placed.connect(self._place)
        roll.content_shown.connect(self._show)
        self._retranslate()
        self._home.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak another language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Another theme, language or stack."""
        self._shown = ()
        self._show(self._roll.content)

    def _retranslate(self) -> None:
        self.add.setToolTip(self.tr("Add a lane"))
        self.add.setAccessibleName(self.tr("Add a lane"))

    def _show(self, content: Content) -> None:
        colours = self._roll.colours
        state = (colours, content.current, content.abilities)
        if state == self._shown:  # a drag shows the song many times a second
            return
        self._shown = state
        self.add.colours = colours
        self.add.update()
        for header in (self.pitch, *self.lanes.values()):
            header.show_state(colours, content)

    def _place(self, boxes: Boxes) -> None:
        wanted = [lane.parameter for lane in self._roll.lane_stack]
        for name in [name for name in self.lanes if name not in wanted]:
            gone = self.lanes.pop(name)
            gone.hide()
            gone.deleteLater()
        for name in wanted:
            if name not in self.lanes:
                header = self.lanes[name] = LaneHeader(name, self._home)
                header.clicked.connect(lambda _=False, header=header: self._ask(header))
        self.refresh()
        corner = boxes.corner
        self.pitch.setGeometry(corner.left(), corner.bottom() - 21, corner.width(), 22)
        axis = boxes.phoneme_axis
        self.add.setGeometry(axis.right() - _ADD_PX, axis.top() + 2, _ADD_PX, axis.height() - 4)
        for name, box in zip(wanted, boxes.lane_axes, strict=True):
            header = self.lanes[name]
            # The highest value of the axis stands to the right of the name.
            width = min(header.sizeHint().width(), box.width() - 16)
            is_folded = box.height() <= FOLDED_PX
            header.setGeometry(
                box.left(), box.top(), box.width() if is_folded else width, FOLDED_PX - 2
            )
            header.show()
        self.pitch.show()
        self.add.show()

    def _ask(self, header: LaneHeader) -> None:
        self.menu_wanted.emit(header.parameter, _below(header))


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height()))
