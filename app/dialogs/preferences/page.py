"""A page of settings: the rows of one group, with what belongs to them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.action_search import SearchEntry
from app.dialogs.preferences.controls import make_control
from app.dialogs.preferences.row import SettingRow
from app.icons import theme_icon
from app.setting_info import Kind, SettingInfo
from app.setting_values import setting_infos, value_of, with_value
from app.settings import GROUP_TEXTS, Settings
from app.settings_keeper import SettingsKeeper
from app.theme import ThemeSwitch, sized_font
from app.theme_tokens import SPACE_PX
from editor.translated import translated

MakeControl = Callable[[SettingInfo], QWidget]
_WIDE = (Kind.FOLDERS,)


def show_folder(folder: Path) -> bool:
    """Have the system show a folder; whether it does."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class Panel(QFrame):
    """What stands on a page beside its settings; found by a search like them."""

    def entry(self) -> SearchEntry:
        """What a search finds it by."""
        raise NotImplementedError


def listed(group: str) -> list[tuple[str, SettingInfo]]:
    """The settings of a group that the dialog shows; some are the window's own memory."""
    infos = setting_infos().items()
    return [(key, info) for key, info in infos if info.group == group and info.is_listed]


class SettingsPage(QWidget):
    """The settings of one group.

    Parameters
    ----------
    group : str
    keeper : SettingsKeeper
    theme : ThemeSwitch
    controls : mapping, optional
        What makes the control of some keys; all others are made from what is known of them.
    panels : sequence of Panel
        Stand below the rows.
    """

    def __init__(
        self,
        group: str,
        keeper: SettingsKeeper,
        theme: ThemeSwitch,
        *,
        controls: Mapping[str, MakeControl] | None = None,
        panels: Collection[Panel] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.group = group
        self._keeper, self._theme = keeper, theme
        self._is_searched = False
        self.panels = tuple(panels)
        self.title = QLabel(self)
        self.title.setFont(sized_font(self.title.font(), "title"))
        self.rows: dict[str, SettingRow] = {}
        makers = controls or {}
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, SPACE_PX["normal"], SPACE_PX["wide"])
        column.setSpacing(14)
        for key, info in listed(group):
            if info.kind is not Kind.SHORTCUTS:  # these are a panel
                control = makers.get(key, make_control)(info)
                row = SettingRow(info, control, is_wide=info.kind in _WIDE, parent=body)
                row.edited.connect(lambda value, key=key: self._change(key, value))
                self.rows[key] = row
                column.addWidget(row)
        has_tall = any(panel.property("takes_height") for panel in self.panels)
        for panel in self.panels:
            column.addWidget(panel, 1 if panel.property("takes_height") else 0)
        if not has_tall:
            column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        self.reset = QPushButton(self)  # made last, so that Tab comes to it last
        self.reset.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_PX["wide"])
        layout.addWidget(self.title)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.reset.clicked.connect(self._reset_all)
        keeper.changed.connect(lambda _, after: self._show(after))
        theme.theme_changed.connect(self._wear)
        self._wear()
        self._show(keeper.settings)
        self._retranslate()

    def entries(self) -> list[SearchEntry]:
        """What a search can find here."""
        group = (translated("Settings", GROUP_TEXTS[self.group]), GROUP_TEXTS[self.group])
        found = [row.entry() for row in self.rows.values()]
        found += [panel.entry() for panel in self.panels]
        return [dataclasses.replace(entry, others=(*entry.others, *group)) for entry in found]

    def show_only(self, ids: Collection[str] | None) -> None:
        """Show what a search found; everything for None."""
        for key, row in self.rows.items():
            row.setVisible(ids is None or key in ids)
        for panel in self.panels:
            panel.setVisible(ids is None or panel.entry().id in ids)
        self._is_searched = ids is not None  # what is not seen is not reset
        self._show(self._keeper.settings)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a part of the page."""
        self._scroll.ensureWidgetVisible(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _change(self, key: str, value: object) -> None:
        self._keeper.change(with_value(self._keeper.settings, key, value))

    def _reset_all(self) -> None:
        settings = self._keeper.settings
        for key, info in self._infos():
            settings = with_value(settings, key, info.default)
        self._keeper.change(settings)

    def _infos(self) -> list[tuple[str, SettingInfo]]:
        return listed(self.group)

    def _differs(self, settings: Settings) -> bool:
        return any(value_of(settings, key) != info.default for key, info in self._infos())

    def _show(self, settings: Settings) -> None:
        for key, row in self.rows.items():
            row.show_value(value_of(settings, key))
        self.reset.setEnabled(not self._is_searched and self._differs(settings))

    def _wear(self) -> None:
        icon = theme_icon("preferences/reset", self._theme.theme)
        for row in self.rows.values():
            row.reset.setIcon(icon)

    def _retranslate(self) -> None:
        title = translated("Settings", GROUP_TEXTS[self.group])
        self.title.setText(title)
        self.reset.setText(self.tr("Reset this page"))
        self.reset.setAccessibleName(self.tr("Reset the page “{page}”").format(page=title))
