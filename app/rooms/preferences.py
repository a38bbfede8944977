"""The preferences: their dialog, and what a changed setting changes at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.live_settings import model_places, output_settings, render_settings
from app.settings import Settings

if TYPE_CHECKING:
    from app.dialogs.preferences.dialog import PreferencesDialog


class PreferencesRoom(QObject):
    """Shows the preferences and does what they say."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.dialog: PreferencesDialog | None = None
        desk.settings.changed.connect(self._apply)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.close)

    def handlers(self) -> Mapping[str, Handler]:
        """Opens the dialog."""
        return {"tools.preferences": self.open}

    def conditions(self) -> Collection[Condition]:
        """It can always be opened."""
        return ()

    def open(self, group: str = "") -> None:
        """Show the dialog where it was left, or a page of it."""
        if self.dialog is None:
            # Nobody waits for it before the first paint.
            from app.dialogs.preferences.assemble import make_preferences

            self.dialog = make_preferences(self._desk)
        if group:
            self.dialog.show_page(group)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def close(self) -> None:
        """Close the dialog, and end what it has begun."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.close_work()

    # ------------------------------------------------------------------ what holds at once

    def _apply(self, before: Settings, after: Settings) -> None:
        desk, workspace = self._desk, self._desk.workspace
        if after.general.language != before.general.language:
            desk.translation.use(after.general.language)
            desk.theme.use_language(desk.translation.language)
        if after.general.theme != before.general.theme:
            desk.theme.use(after.general.theme)
        if output_settings(after) != output_settings(before):
            workspace.transport.set_output(output_settings(after))
        workspace.transport.set_waits(after.audio.wait_for_phrases)
        workspace.bridge.set_settings(render_settings(after))
        if model_places(after) != model_places(before):
            workspace.engine.use_models(model_places(after))
            workspace.bridge.ask_for_all()
        if after.cache.budget_bytes != before.cache.budget_bytes:
            workspace.engine.set_cache_budget(after.cache.budget_bytes)
        workspace.autosave.set_gather_s(after.autosave.gather_s)
        if after.shortcuts != before.shortcuts:
            desk.actions().set_overrides(after.shortcuts.overrides)
