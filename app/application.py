"""Starts the window: builds everything in order, and closes it in reverse."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from importlib.resources import as_file
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.first_paint import FirstPaint, process_start_s, tell_elapsed
from app.live_settings import model_places, output_settings, render_settings
from app.logging_setup import LogFile
from app.main_window import MainWindow
from app.paths import (
    builtin_voice,
    cache_folder,
    journal_folder,
    log_folder,
    own_voice_folder,
    settings_file,
    voice_folders,
    window_layout_file,
)
from app.problem_report import Scrubber, build_report, system_facts
from app.settings import Settings
from app.settings_file import LoadedSettings, SettingsFile
from app.settings_keeper import SettingsKeeper
from app.theme import ThemeSwitch
from app.translation import Translation
from app.voice_shelf import VoiceShelf
from app.workspace import Workspace
from engine.api import Engine
from engine.types import Drafts
from resources import resource

log = logging.getLogger(__name__)


def run(song: Path | None, *, exit_after_paint: bool = False) -> int:
    """Open the window, and the song if one is named; the answer is the exit code."""
    begin_s = process_start_s()
    file = SettingsFile(settings_file())
    loaded = file.load()
    settings = loaded.settings
    # Qt reads it once, before there is an application.
    os.environ.setdefault("QT_SCALE_FACTOR", str(settings.general.scale_percent / 100.0))
    # Ctrl-C ends a program that Qt's loop keeps busy; the journal has the song.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with LogFile(log_folder()):
        return _run(song, file, loaded, begin_s if exit_after_paint else None)


def _run(
    song: Path | None, file: SettingsFile, loaded: LoadedSettings, watch_from_s: float | None
) -> int:
    settings = loaded.settings
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Melisma")
    keeper = SettingsKeeper(settings, file.save, application)
    translation = Translation(application)
    translation.use(settings.general.language)
    theme = ThemeSwitch(application)
    theme.use(settings.general.theme)
    theme.use_language(translation.language)
    engine = Engine(
        cache_folder=cache_folder(),  # used where the requests say so
        cache_budget_bytes=settings.cache.budget_bytes,
    )
    engine.use_models(model_places(settings))
    workspace = Workspace(
        engine,
        journal_folder=journal_folder(),
        default_voice=builtin_voice(),
        voice_folders=None,  # read behind the first paint; nothing is sung before
        settings=render_settings(settings),
        output=output_settings(settings),
        waits=settings.audio.wait_for_phrases,
        drafts=Drafts(settings.rendering.draft_first),
        sings_ahead=settings.rendering.prerender,
    )
    workspace.autosave.set_gather_s(settings.autosave.gather_s)
    shelf = VoiceShelf(
        lambda: [*map(Path, keeper.settings.voicebanks.folders), *voice_folders()], application
    )
    with as_file(resource("songs/sakura.melisma")) as demo_song:
        window = MainWindow(
            workspace,
            theme=theme,
            translation=translation,
            demo_song=demo_song,
            make_report=lambda: report(keeper.settings),
            shelf=shelf,
            own_voice_folder=own_voice_folder(),
            layout_file=window_layout_file(),
            settings=keeper,
        )

        def go_on() -> None:
            if watch_from_s is not None:
                tell_elapsed(watch_from_s)
                QCoreApplication.quit()
                return
            shelf.refresh()
            window.recovery.begin(song, window.welcome.show_first)

        if song is None:
            window.welcome.show()
        FirstPaint(application).painted.connect(go_on)
        window.show()
        if loaded.notice is not None:
            window.notify(str(loaded.notice))
        gc.freeze()  # what stands now is never garbage: later collections pass it by
        gc.enable()
        code = application.exec()
        # Whatever else ends the event loop must not cost what was done.
        workspace.close(discard_journal=window.may_forget or workspace.store.is_clean)
        shelf.close()
        engine.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return code


def report(settings: Settings) -> str:
    """A problem report without personal paths."""
    return build_report(
        facts=system_facts(), settings=settings, log_folder=log_folder(), scrubber=Scrubber()
    )
