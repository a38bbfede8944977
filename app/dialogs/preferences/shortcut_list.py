"""All commands with their keys, by menu; found by words or by the keys themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.action_search import SearchEntry, search
from app.action_spec import GROUP_TEXTS, ActionGroup, ActionSpec
from app.dialogs.preferences.key_capture import native_text
from app.dialogs.preferences.row import ROW_HEIGHT_PX
from app.settings import Shortcuts
from app.shortcut_edits import given_keys
from app.shortcuts import clash
from editor.translated import plain_text, translated

_ID = Qt.ItemDataRole.UserRole


class ShortcutList(QTreeWidget):
    """Shows the table of actions.

    Signals
    -------
    chosen : str
        The id of the current action; empty where a menu or nothing is current.
    wanted : str
        The user wants to change this action's keys.
    """

    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, table: Sequence[ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = tuple(table)
        self._overrides: Shortcuts = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: dict[ActionGroup, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self.setItemsExpandable(False)
        self.setAlternatingRowColors(False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for spec in self._table:
            group = self._groups.get(spec.group)
            if group is None:
                group = self._groups[spec.group] = QTreeWidgetItem(self)
                group.setSizeHint(0, QSize(0, ROW_HEIGHT_PX))
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                group.setFirstColumnSpanned(True)
            item = QTreeWidgetItem(group)
            item.setData(0, _ID, spec.id)
            item.setSizeHint(0, QSize(0, ROW_HEIGHT_PX))
            self._items[spec.id] = item
        self.expandAll()
        self.currentItemChanged.connect(lambda item, _: self.chosen.emit(_id_of(item)))
        self.itemActivated.connect(self._want)
        self.retranslate()

    def show_overrides(self, overrides: Shortcuts) -> None:
        """These are the user's own keys."""
        self._overrides = overrides
        given = given_keys(self._table, overrides)
        for spec in self._table:
            item = self._items[spec.id]
            item.setText(1, "   ".join(native_text(keys) for keys in given[spec.id]))
            font = QFont(self.font())
            font.setBold(given[spec.id] != spec.keys)
            item.setFont(1, font)
            tip = self.tr("Changed by you") if font.bold() else ""
            item.setToolTip(1, tip)
            item.setData(1, Qt.ItemDataRole.AccessibleDescriptionRole, tip)

    def show_words(self, words: str) -> int:
        """Show the actions that words fit; how many."""
        found = {entry.id for entry in search(words, map(self._entry, self._table))}
        return self._show_only(found)

    def show_keys(self, keys: str) -> int:
        """Show the actions that have these keys; how many."""
        given = given_keys(self._table, self._overrides)
        return self._show_only(
            {name for name, texts in given.items() if any(clash(keys, text) for text in texts)}
        )

    def choose(self, action_id: str) -> None:
        """Make an action the current one."""
        self.setCurrentItem(self._items[action_id])

    def title(self, action_id: str) -> str:
        """An action as the user knows it."""
        return self._items[action_id].text(0)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.setAccessibleName(self.tr("Commands and their keys"))
        for group, item in self._groups.items():
            item.setText(0, plain_text(translated("Actions", GROUP_TEXTS[group])))
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(0, font)
        for spec in self._table:
            item = self._items[spec.id]
            item.setText(0, plain_text(translated("Actions", spec.text)))
            item.setToolTip(0, translated("Actions", spec.description))
        self.show_overrides(self._overrides)

    def _entry(self, spec: ActionSpec) -> SearchEntry:
        texts = (GROUP_TEXTS[spec.group], spec.description)
        others = (*(translated("Actions", text) for text in texts), plain_text(spec.text))
        return SearchEntry(id=spec.id, title=self.title(spec.id), others=others)

    def _show_only(self, found: set[str]) -> int:
        for name, item in self._items.items():
            item.setHidden(name not in found)
        for group in self._groups.values():
            items = (group.child(row) for row in range(group.childCount()))
            group.setHidden(all(item is None or item.isHidden() for item in items))
        current = self.currentItem()
        if current is not None and current.isHidden():
            self.setCurrentIndex(QModelIndex())
        return len(found)

    def _want(self, item: QTreeWidgetItem) -> None:
        if _id_of(item):
            self.wanted.emit(_id_of(item))


def _id_of(item: QTreeWidgetItem | None) -> str:
    found = None if item is None else item.data(0, _ID)
    return found or ""
