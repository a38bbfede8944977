"""The preferences: their dialog, and what a changed setting changes at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.dialogs.preferences.audio import AudioPanel, DeviceBox
from app.dialogs.preferences.autosave import AutosavePanel
from app.dialogs.preferences.cache import CachePanel
from app.dialogs.preferences.dialog import PreferencesDialog
from app.dialogs.preferences.folders import FolderList
from app.dialogs.preferences.page import MakeControl, Panel, SettingsPage
from app.dialogs.preferences.rendering import ProviderBox, ProviderPanel
from app.dialogs.preferences.shortcuts import ShortcutsPanel
from app.live_settings import (
    model_places,
    output_settings,
    render_settings,
)
from app.paths import builtin_voice, journal_folder, voice_folders
from app.setting_info import SettingInfo
from app.setting_values import setting_infos
from app.settings import GROUP_TEXTS, Provider, Settings


class PreferencesRoom(QObject):
    """Shows the preferences and does what they say."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.dialog: PreferencesDialog | None = None
        self._working: tuple[AudioPanel | ProviderPanel | CachePanel, ...] = ()
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
            self.dialog = self._make_dialog()
        if group:
            self.dialog.show_page(group)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def close(self) -> None:
        """Close the dialog, and end what it has begun."""
        if self.dialog is not None:
            self.dialog.close()
        for panel in self._working:
            panel.close_work()

    # ------------------------------------------------------------------ the dialog

    def _make_dialog(self) -> PreferencesDialog:
        desk = self._desk
        workspace = desk.workspace
        device_box = DeviceBox()
        boxes: list[ProviderBox] = []

        def provider_box(info: SettingInfo) -> ProviderBox:
            boxes.append(ProviderBox(info))
            return boxes[-1]

        providers = [
            key for key, info in setting_infos().items() if isinstance(info.default, Provider)
        ]
        controls: dict[str, MakeControl] = {
            "audio.device_name": lambda _: device_box,
            "voicebanks.folders": lambda _: FolderList(voice_folders()),
            **dict.fromkeys(providers, provider_box),
        }
        audio = AudioPanel(device_box, workspace.transport)
        rendering = ProviderPanel(boxes, builtin_voice(), _provider_names())
        cache = CachePanel(workspace.engine, workspace.bridge, desk.settings)
        panels: dict[str, Panel] = {
            "audio": audio,
            "rendering": rendering,
            "cache": cache,
            "autosave": AutosavePanel(journal_folder()),
            "shortcuts": ShortcutsPanel(desk.actions().specs(), desk.settings),
        }
        pages = [
            SettingsPage(
                group,
                desk.settings,
                desk.theme,
                controls=controls,
                panels=[panels[group]] if group in panels else [],
            )
            for group in GROUP_TEXTS
        ]
        dialog = PreferencesDialog(pages, desk.theme, desk.window)
        dialog.finished.connect(rendering.stop_trial)
        self._working = (audio, rendering, cache)
        looks: dict[str, Callable[[], None]] = {"audio": audio.look, "rendering": rendering.look}
        dialog.turned.connect(lambda group: looks.get(group, _nothing)())
        return dialog

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


def _provider_names() -> dict[str, str]:
    info = setting_infos()["rendering.acoustic_provider"]
    return {str(choice.value): choice.text for choice in info.choices}


def _nothing() -> None:
    """Pages that need nothing when they are turned to."""
