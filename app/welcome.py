"""The page over an empty window: begin, open, the demo, and songs that were open lately."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.recent_files import RecentFile
from app.theme import sized_font
from app.theme_tokens import SPACE_PX
from editor.translated import plain_text

_WIDTH_PX = 780
_BUTTON_PX = QSize(240, 56)
_N_RECENT = 8
_NAME_PX = 220
# In the colours of the palette: the theme's own sheet has flat buttons for bars.
_BUTTON_STYLE = """
QToolButton { background: palette(button); border: 1px solid palette(dark); padding: 4px 12px; }
QToolButton:hover { background: palette(light); }
QToolButton:focus { border-color: palette(link); }
"""
_LINK_STYLE = """
QToolButton { color: palette(link); text-align: left; }
QToolButton:disabled { color: palette(placeholder-text); }
"""


class WelcomePage(QScrollArea):
    """Lies over a widget until it is closed; Tab stays inside it.

    Parameters
    ----------
    covered : QWidget
        What it lies over, and its parent.
    actions : sequence of QAction
        The big buttons.
    recent : callable
        Songs that were open lately.

    Signals
    -------
    chosen : Path
        A recent song.
    left
        Escape was pressed.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self,
        covered: QWidget,
        actions: Sequence[QAction],
        recent: Callable[[], Sequence[RecentFile]],
    ) -> None:
        super().__init__(covered)
        self._recent = recent
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAutoFillBackground(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.title, self.subtitle = QLabel(self), QLabel(self)
        self.title.setFont(sized_font(self.font(), "hero"))
        self.subtitle.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.heading, self.hint = QLabel(self), QLabel(self)
        self.heading.setFont(sized_font(self.font(), "title"))
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hint.setWordWrap(True)
        self.buttons = [self._button(action) for action in actions]
        self.links: list[QToolButton] = []
        self.none_yet = QLabel(self)
        self.none_yet.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()
        self.retranslate()
        covered.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        page = QWidget(self)
        page.setMaximumWidth(_WIDTH_PX)
        wide = SPACE_PX["wide"]
        columns = QHBoxLayout()
        columns.setSpacing(3 * wide)
        begin = QVBoxLayout()
        begin.setSpacing(SPACE_PX["normal"])
        for button in self.buttons:
            begin.addWidget(button)
        begin.addStretch(1)
        self._list = QGridLayout()
        self._list.setVerticalSpacing(2)
        self._list.setHorizontalSpacing(wide)
        self._list.setColumnStretch(1, 1)
        lately = QVBoxLayout()
        lately.setSpacing(SPACE_PX["normal"])
        lately.addWidget(self.heading)
        holder = QWidget(self)
        holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        lately.addWidget(self.none_yet)
        lately.addWidget(holder)
        lately.addStretch(1)
        columns.addLayout(begin)
        columns.addLayout(lately, 1)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(wide, 2 * wide, wide, 2 * wide)
        inner.setSpacing(wide)
        inner.addStretch(1)
        inner.addWidget(self.title)
        inner.addWidget(self.subtitle)
        inner.addSpacing(wide)
        inner.addLayout(columns)
        inner.addSpacing(wide)
        inner.addWidget(self.hint)
        inner.addStretch(2)
        outer = QWidget(self)
        centred = QHBoxLayout(outer)
        centred.addStretch(1)
        centred.addWidget(page, 100)
        centred.addStretch(1)
        self.setWidget(outer)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(24, 24))
        button.setMinimumSize(_BUTTON_PX)
        button.setStyleSheet(_BUTTON_STYLE)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.installEventFilter(self)
        return button

    # ------------------------------------------------------------------ what is shown

    def open(self) -> None:
        """Show the page, with the keyboard on its first button."""
        self._cover()
        self.show()
        self.raise_()
        self.buttons[0].setFocus()

    def refresh(self) -> None:
        """List the recent songs as they are now."""
        for link in self.links:
            link.deleteLater()
        self.links = []
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        files = list(self._recent())[:_N_RECENT]
        for row, file in enumerate(files):
            left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
            self._list.addWidget(self._link(file), row, 0, left)
            self._list.addWidget(self._muted(_short(file.path.parent)), row, 1, left)
            self._list.addWidget(self._muted(self._when(file)), row, 2, right)
        self.none_yet.setVisible(not files)

    def _muted(self, text: str) -> QLabel:
        label = QLabel(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _NAME_PX))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label

    def _link(self, file: RecentFile) -> QToolButton:
        link = QToolButton()
        link.setStyleSheet(_LINK_STYLE)
        name = self.fontMetrics().elidedText(file.path.stem, Qt.TextElideMode.ElideRight, _NAME_PX)
        link.setText(name.replace("&", "&&"))
        link.setToolTip(str(file.path))
        link.setAccessibleName(str(file.path))
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setEnabled(file.is_there)
        link.clicked.connect(lambda: self.chosen.emit(file.path))
        link.installEventFilter(self)
        self.links.append(link)
        return link

    def _when(self, file: RecentFile) -> str:
        if not file.is_there:
            return self.tr("missing")
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(file.opened_s))

    def retranslate(self) -> None:
        """Name everything in the language of now."""
        self.title.setText("Melisma")
        self.subtitle.setText(self.tr("Draw a song, shape it, hear it at once."))
        self.heading.setText(self.tr("Recent songs"))
        self.none_yet.setText(self.tr("Songs that you open or save are listed here."))
        self.hint.setText(
            self.tr("Or drop a song, a MIDI or DS file, or a sound anywhere on the window.")
        )
        self.setAccessibleName(self.tr("Welcome"))
        for button in self.buttons:
            button.setText(plain_text(button.defaultAction().text()))

    # ------------------------------------------------------------------ Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever it is seen."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what is covered, and hear the keys of buttons and links."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._cover()
        elif isinstance(watched, QToolButton) and isinstance(event, QKeyEvent):
            return self._hear(watched, event)
        return super().eventFilter(watched, event)

    def _hear(self, button: QToolButton, event: QKeyEvent) -> bool:
        """Plain keys belong to the page: in the window they would play, or edit what is covered."""
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        is_plain = not event.modifiers() & commands and event.key() < Qt.Key.Key_F1
        if event.type() == QEvent.Type.ShortcutOverride and is_plain:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button.click()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go round inside the page: what it covers cannot be seen."""
        stops = [w for w in (*self.buttons, *self.links) if w.isEnabled() and w.isVisible()]
        if not stops:
            return False  # it is being hidden
        focused = [number for number, stop in enumerate(stops) if stop.hasFocus()]
        step = 1 if is_next else -1
        place = (focused[0] + step) % len(stops) if focused else 0
        stops[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(stops[place])
        return True

    def _cover(self) -> None:
        covered = self.parentWidget()
        if covered is not None:
            self.setGeometry(covered.rect())


def _short(folder: Path) -> str:
    """A folder as people say it."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
