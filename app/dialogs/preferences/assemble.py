"""Puts the preferences together: which page has which controls and panels."""

from __future__ import annotations

from collections.abc import Callable

from app.desk import Desk
from app.dialogs.preferences.audio import AudioPanel, DeviceBox
from app.dialogs.preferences.autosave import AutosavePanel
from app.dialogs.preferences.cache import CachePanel
from app.dialogs.preferences.dialog import PreferencesDialog
from app.dialogs.preferences.folders import FolderList
from app.dialogs.preferences.page import MakeControl, Panel, SettingsPage, listed
from app.dialogs.preferences.rendering import ProviderBox, ProviderPanel
from app.dialogs.preferences.shortcuts import ShortcutsPanel
from app.dialogs.preferences.voicebanks import VoicebanksPanel
from app.paths import builtin_voice, journal_folder, voice_folders
from app.setting_info import SettingInfo
from app.setting_values import setting_infos
from app.settings import GROUP_TEXTS, Provider


def make_preferences(desk: Desk) -> PreferencesDialog:
    """The dialog for a window; what it begins in the background ends with ``close_work``."""
    workspace = desk.workspace
    device_box = DeviceBox()
    boxes: list[ProviderBox] = []

    def provider_box(info: SettingInfo) -> ProviderBox:
        boxes.append(ProviderBox(info))
        return boxes[-1]

    providers = [key for key, info in setting_infos().items() if isinstance(info.default, Provider)]
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
        "voicebanks": VoicebanksPanel(desk.actions()["tools.voicebanks"]),
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
        if listed(group)
    ]
    works = (audio.close_work, rendering.close_work, cache.close_work)
    dialog = PreferencesDialog(pages, desk.theme, works=works, parent=desk.window)
    dialog.finished.connect(rendering.stop_trial)
    looks: dict[str, Callable[[], None]] = {"audio": audio.look, "rendering": rendering.look}

    def look(group: str) -> None:
        if group in looks:
            looks[group]()

    dialog.turned.connect(look)
    return dialog


def _provider_names() -> dict[str, str]:
    info = setting_infos()["rendering.acoustic_provider"]
    return {str(choice.value): choice.text for choice in info.choices}
