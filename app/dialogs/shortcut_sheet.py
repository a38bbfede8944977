"""All commands with their keys, to look at and to print into the memory."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.action_spec import GROUP_TEXTS, ActionGroup
from app.actions import Actions
from editor.translated import plain_text, translated

_WIDTH_PX, _HEIGHT_PX = 720, 600


class ShortcutSheet(QDialog):
    """A table of commands by menu, with a field that narrows it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands and shortcuts"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._actions = actions
        self.query = QLineEdit(self)
        self.query.setPlaceholderText(self.tr("Search"))
        self.query.setAccessibleName(self.tr("Search"))
        self.query.setClearButtonEnabled(True)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.tr("Commands and shortcuts"))
        self.tree.setHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("What it does")])
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.query)
        layout.addWidget(self.tree)
        layout.addWidget(buttons)
        self.query.textChanged.connect(self._show)
        self._show("")

    def _show(self, query: str) -> None:
        wanted = {action.objectName() for action in self._actions.find(query)}
        self.tree.clear()
        for group in ActionGroup:
            title = plain_text(translated("Actions", GROUP_TEXTS[group]))
            branch = QTreeWidgetItem([title])
            for action in self._actions.in_group(group):
                if action.objectName() not in wanted:
                    continue
                keys = QKeySequence.listToString(
                    action.shortcuts(), QKeySequence.SequenceFormat.NativeText
                )
                row = QTreeWidgetItem([plain_text(action.text()), keys, action.statusTip()])
                row.setToolTip(2, action.statusTip())
                branch.addChild(row)
            if branch.childCount():
                branch.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.tree.addTopLevelItem(branch)
        self.tree.expandAll()
