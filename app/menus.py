"""The menus of the window, made from the actions' table."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar

from app.action_spec import GROUP_TEXTS, ActionGroup
from app.actions import Actions
from editor.translated import translated


class Menus:
    """Fills a menu bar: a menu a group, a line between sections, menus inside menus."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._menus: dict[ActionGroup, QMenu] = {}
        self._inner: dict[tuple[ActionGroup, str], QMenu] = {}
        for group in ActionGroup:
            specs = [spec for spec in actions.specs() if spec.group is group]
            if not specs:
                continue
            menu = self._menus[group] = bar.addMenu("")
            section = specs[0].section
            for spec in specs:
                if spec.section != section:
                    menu.addSeparator()
                    section = spec.section
                home = menu if not spec.submenu else self._inside(menu, group, spec.submenu)
                home.addAction(actions[spec.id])

    def _inside(self, menu: QMenu, group: ActionGroup, text: str) -> QMenu:
        if (group, text) not in self._inner:
            self._inner[group, text] = menu.addMenu("")
        return self._inner[group, text]

    def of_group(self, group: ActionGroup) -> QMenu | None:
        """The menu of a group with actions, for a place where the right button asks for it."""
        return self._menus.get(group)

    def retranslate(self) -> None:
        """Name all menus in the language of now."""
        for group, menu in self._menus.items():
            menu.setTitle(translated("Actions", GROUP_TEXTS[group]))
        for (_, text), menu in self._inner.items():
            menu.setTitle(translated("Actions", text))
