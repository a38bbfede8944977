"""A notice that stays until it is dealt with, without stopping anybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from app.icons import theme_icon
from app.theme_tokens import RADIUS_PX, SPACE_PX, Theme

_ICON_PX = 20


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Remedy:
    """A button of a notice: its text, and what it does."""

    text: str
    run: Callable[[], object]


class NoticeBar(QToolBar):
    """One sentence with what can be done about it; the cross puts it away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice-bar")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)  # there is nothing to be shown without a notice
        self._buttons: list[QPushButton] = []
        self._frame = QWidget(self)
        self._frame.setObjectName("notice")
        self._frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._icon = QLabel(self._frame)
        self.sentence = QLabel(self._frame)
        self.sentence.setWordWrap(True)
        # A toolbar asks a wrapped text for its least width, and gives it the height of that.
        self.sentence.setMaximumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.cross = QToolButton(self._frame)
        self.cross.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.cross.clicked.connect(self.put_away)
        self._row = QHBoxLayout(self._frame)
        space = SPACE_PX["normal"]
        self._row.setContentsMargins(space, SPACE_PX["tight"], space, SPACE_PX["tight"])
        self._row.setSpacing(space)
        for widget in (self._icon, self.sentence, self.cross):
            self._row.addWidget(widget)
        self._row.setStretch(1, 1)
        self.addWidget(self._frame)
        self.set_theme(theme)
        self._retranslate()
        self.hide()

    @property
    def buttons(self) -> Sequence[QPushButton]:
        """What can be done now."""
        return self._buttons

    def tell(self, sentence: str, remedies: Sequence[Remedy]) -> None:
        """Show a notice in place of the last one."""
        self._clear()
        self.sentence.setText(sentence)
        self._frame.setAccessibleName(sentence)
        for remedy in remedies:
            button = QPushButton(remedy.text, self._frame)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, run=remedy.run: run())
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append(button)
        self.show()

    def put_away(self) -> None:
        """There is nothing to tell any more."""
        self._clear()
        self.sentence.clear()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        colours = theme.colours
        self._frame.setStyleSheet(
            f"#notice {{ background: {colours.panel}; border: 1px solid {colours.warning};"
            f" border-radius: {RADIUS_PX}px; }}"
        )
        self._icon.setPixmap(theme_icon("notice", theme).pixmap(_ICON_PX, _ICON_PX))
        self.cross.setIcon(theme_icon("close", theme))

    def _clear(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """A saved layout may show the bar; without a notice it hides again."""
        super().showEvent(event)
        if not self.sentence.text():
            self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Notice"))
        self.cross.setAccessibleName(self.tr("Put the notice away"))
        self.cross.setToolTip(self.tr("Put the notice away"))
