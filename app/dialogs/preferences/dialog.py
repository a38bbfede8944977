"""The preferences: pages, a search over all of them; what is changed holds at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.action_search import search
from app.dialogs.preferences.page import SettingsPage
from app.dialogs.preferences.row import ROW_HEIGHT_PX
from app.icons import theme_icon
from app.settings import GROUP_TEXTS
from app.theme import ThemeSwitch
from app.theme_tokens import SPACE_PX
from editor.translated import translated

_WIDTH_PX, _HEIGHT_PX, _PAGES_WIDTH_PX = 860, 620, 180


class PreferencesDialog(QDialog):
    """Shows the pages; stays open beside the window, so that one hears and sees what changes.

    Parameters
    ----------
    pages : sequence of SettingsPage
    theme : ThemeSwitch
    works : sequence of callable
        Each ends what a page does in the background.

    Signals
    -------
    turned : str
        This page is seen now.
    """

    turned = Signal(str)

    def __init__(
        self,
        pages: Sequence[SettingsPage],
        theme: ThemeSwitch,
        *,
        works: Sequence[Callable[[], None]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._works = tuple(works)
        self.pages = {page.group: page for page in pages}
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.stack = QStackedWidget(self)
        self.nothing = QLabel(self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in self.pages.values():
            item = QListWidgetItem(self.list)
            item.setSizeHint(QSize(0, ROW_HEIGHT_PX + 4))
            self.stack.addWidget(page)
        self.stack.addWidget(self.nothing)
        self.close_button = QPushButton(self)
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self.words.textChanged.connect(self._search)
        self.words.installEventFilter(self)
        self.list.currentRowChanged.connect(self._turn)
        self.close_button.clicked.connect(self.close)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)
        self.list.setCurrentRow(0)
        theme.theme_changed.connect(self._wear)
        self._wear()
        self._retranslate()

    def show_page(self, group: str) -> None:
        """Turn to a page."""
        self.words.clear()
        self.list.setCurrentRow(list(self.pages).index(group))

    def close_work(self) -> None:
        """End what the pages have begun, before they go."""
        for end in self._works:
            end()

    def showEvent(self, event: QShowEvent) -> None:
        """One may type at once what one looks for."""
        super().showEvent(event)
        self._turn(self.list.currentRow())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search into the pages with the arrow, and Escape empties it first."""
        is_press = event.type() == QEvent.Type.KeyPress
        if watched is self.words and is_press and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.words.text():
                self.words.clear()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return confirms a field, not the dialog; it has nothing to confirm."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        normal, wide = SPACE_PX["normal"], SPACE_PX["wide"]
        left = QVBoxLayout()
        left.setSpacing(normal)
        left.addWidget(self.words)
        left.addWidget(self.list, 1)
        self.words.setFixedWidth(_PAGES_WIDTH_PX)
        self.list.setFixedWidth(_PAGES_WIDTH_PX)
        top = QHBoxLayout()
        top.setSpacing(wide + normal)
        top.addLayout(left)
        top.addWidget(self.stack, 1)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(wide, wide, wide, wide)
        layout.setSpacing(wide)
        layout.addLayout(top, 1)
        layout.addLayout(bottom)

    def _wear(self) -> None:
        for row, group in enumerate(self.pages):
            self.list.item(row).setIcon(theme_icon(f"preferences/{group}", self._theme.theme))

    def _find(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _turn(self, row: int) -> None:
        self.stack.setCurrentIndex(row if row >= 0 else self.stack.count() - 1)
        if row >= 0 and self.isVisible():
            self.turned.emit(list(self.pages)[row])

    def _search(self, words: str) -> None:
        """Show only what fits, and turn to the page with the best of it."""
        entries = [entry for page in self.pages.values() for entry in page.entries()]
        is_searching = bool(words.strip())
        found = [entry.id for entry in search(words, entries)]
        groups = [name.replace("/", ".").partition(".")[0] for name in found]
        for row, (group, page) in enumerate(self.pages.items()):
            page.show_only(set(found) if is_searching else None)
            self.list.item(row).setHidden(group not in groups)
        if not found:
            self.list.setCurrentRow(-1)
        elif is_searching or self.list.currentRow() < 0:
            best = groups[0] if is_searching else next(iter(self.pages))
            self.list.setCurrentRow(list(self.pages).index(best))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        self.words.setPlaceholderText(self.tr("Find a setting"))
        self.words.setAccessibleName(self.tr("Find a setting"))
        self.list.setAccessibleName(self.tr("Pages"))
        self.nothing.setText(self.tr("No setting fits."))
        self.close_button.setText(self.tr("Close"))
        for row, group in enumerate(self.pages):
            self.list.item(row).setText(translated("Settings", GROUP_TEXTS[group]))
