"""The window's own thread while the engine sings, from an edit to its sound, and memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from editor.model.project import Project
from engine.types import RenderSettings
from tests.bench.figures import Figure
from tests.bench.songs import ROOT, song_of
from tests.bench.speed import VOICE, phrases_song, with_key

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.workspace import Workspace

LONGEST_GAP_MS = 31.0
TICK_MS = 2
LONG_S, N_TRACKS = 600.0, 4
MEMORY_MB = 1024.0
N_EDITS = 8
PATIENCE_S = 400.0


def _workspace(
    work: Path, settings: RenderSettings | None = None
) -> tuple[Workspace, Callable[[], None]]:
    """A workspace with the real engine; the second closes both."""
    from PySide6.QtWidgets import QApplication

    from app.workspace import Workspace
    from engine.api import Engine

    application = QApplication.instance() or QApplication([])
    engine = Engine(cache_folder=work / "cache")
    made = Workspace(
        engine,
        journal_folder=work / "journal",
        default_voice=VOICE,
        voice_folders={},
        settings=settings,
    )

    def close() -> None:
        made.close(discard_journal=True)
        engine.close()
        made.deleteLater()
        application.processEvents()

    return made, close


def _until(holds: Callable[[], bool]) -> None:
    """Let the event loop run as in the program, until something holds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, deadline_s = QEventLoop(), time.monotonic() + PATIENCE_S
    poll = QTimer(interval=TICK_MS)
    poll.timeout.connect(lambda: loop.quit() if holds() or time.monotonic() > deadline_s else None)
    poll.start()
    loop.exec()
    poll.stop()
    assert holds(), "it did not happen"


def event_loop(work: Path) -> Iterator[Figure]:
    """The longest time in which the window could not answer, from models unopened to the end."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, QTimer

    from editor.view.colours import DARK
    from editor.view.piano_roll import PianoRoll
    from editor.view.seen_phrases import SeenPhrases

    workspace, close = _workspace(work)
    view = PianoRoll(DARK)
    view.resize(1280, 800)
    view.show()
    phrases = SeenPhrases()
    show = QTimer(interval=30, singleShot=True)
    show.timeout.connect(lambda: view.set_phrases(phrases.of(workspace.bridge.sung("part"))))
    workspace.bridge.part_changed.connect(lambda _: show.isActive() or show.start())
    beats: list[tuple[float, float]] = []  # by the clock, and processor time of this thread
    beat = QTimer(interval=TICK_MS)
    beat.setTimerType(Qt.TimerType.PreciseTimer)
    beat.timeout.connect(lambda: beats.append((time.perf_counter(), time.thread_time())))
    gaps_ms, own_ms = {}, {}
    for name, project in (("models opened on the way", song_of(60.0)), ("models open", _other())):
        workspace.store.start(project)
        view.set_song(project, "part")
        beats.clear()
        beat.start()
        _until(lambda: not workspace.bridge.is_busy)
        beat.stop()
        pairs = list(pairwise(beats))
        gaps_ms[name] = [1e3 * (after[0] - before[0]) for before, after in pairs]
        own_ms[name] = [1e3 * (after[1] - before[1]) for before, after in pairs]
    view.close()
    view.deleteLater()
    close()
    for name, gaps in gaps_ms.items():
        yield Figure(
            name=f"event loop while a song is sung, {name}: longest gap",
            value=max(gaps),
            unit="ms",
            at_most=LONGEST_GAP_MS,
        )
        yield Figure(
            name=f"event loop while a song is sung, {name}: gaps over {LONGEST_GAP_MS:g} ms",
            value=sum(gap > LONGEST_GAP_MS for gap in gaps),
        )
        yield Figure(
            name=f"event loop while a song is sung, {name}: own work at a stretch, longest",
            value=max(own_ms[name]),
            unit="ms",
            at_most=LONGEST_GAP_MS,
        )


def _other() -> Project:
    """The same tune with another seed: everything is sung anew."""
    return replace(song_of(60.0), seed=11)


def edit_to_sound(work: Path) -> Iterator[Figure]:
    """One note through store, bridge and engine, until its phrase can be heard."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from editor.edits.edit import make_edit

    times_s: dict[int, float] = {}
    n_runs = 0
    for n_phrases in (10, 100):
        workspace, close = _workspace(work / str(n_phrases))
        workspace.store.start(phrases_song(n_phrases))
        _until(lambda bridge=workspace.bridge: not bridge.is_busy)
        found = []
        for index in range(N_EDITS + 1):
            before = workspace.store.project
            after = with_key(before, 3, 55 + index)
            runs = _runs(workspace)
            begin_s = time.perf_counter()
            workspace.history.push(make_edit("move", before, after))
            _until(lambda bridge=workspace.bridge: not bridge.is_busy)
            found.append(time.perf_counter() - begin_s)
            n_runs = max(n_runs, _runs(workspace) - runs)
        times_s[n_phrases] = statistics.median(found[1:])
        close()
    yield Figure(name="edit to sound, 100 phrases: model runs", value=n_runs, at_most=8)
    yield Figure(name="edit to sound, 100 phrases", value=1e3 * times_s[100], unit="ms")
    yield Figure(
        name="edit to sound: time at 100 phrases / time at 10",
        value=times_s[100] / times_s[10],
        at_most=1.2,
    )


def _runs(workspace: Workspace) -> int:
    return sum(count.runs for count in workspace.bridge.statistics().values())


def memory(work: Path) -> Iterator[Figure]:
    """Open, sing, edit and play ten minutes with four tracks, in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.window", str(work)]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT
    )
    facts = json.loads(done.stdout.splitlines()[-1])
    yield Figure(name="window, ten minutes, four tracks: sung", value=facts["audio_s"], unit="s")
    for name in ("opened", "sung", "edited", "played"):
        yield Figure(
            name=f"window, ten minutes, four tracks: peak memory, {name}",
            value=facts[name],
            unit="MB",
            at_most=MEMORY_MB,
        )


def _long_song() -> Project:
    """The long tune on four tracks, each in another key so that nothing is shared."""
    project = song_of(LONG_S)
    (track,) = project.tracks
    (part,) = track.parts
    return replace(
        project,
        tracks=tuple(
            replace(
                track,
                id=f"track{number}",
                parts=(
                    replace(
                        part,
                        id=f"part{number}",
                        notes=tuple(
                            replace(
                                note,
                                id=type(note.id)(f"{number}-{note.id}"),
                                key_midi=note.key_midi - number,
                            )
                            for note in part.notes
                        ),
                    ),
                ),
            )
            for number in range(N_TRACKS)
        ),
    )


def _window(workspace: Workspace, work: Path) -> MainWindow:
    """The window as the program makes it, with settings of its own."""
    from PySide6.QtWidgets import QApplication

    from app.main_window import MainWindow
    from app.settings import Settings
    from app.settings_keeper import SettingsKeeper
    from app.theme import ThemeSwitch
    from app.translation import Translation
    from app.voice_shelf import VoiceShelf

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    voices = work / "voices"
    return MainWindow(
        workspace,
        theme=ThemeSwitch(application),
        translation=Translation(application, ["en"]),
        demo_song=work / "none.melisma",
        make_report=str,
        settings=SettingsKeeper(Settings(), lambda _: None, workspace),
        shelf=VoiceShelf(lambda: [voices, ROOT / "voicebanks"]),
        own_voice_folder=voices,
    )


def _live(work: Path) -> None:
    """What `memory` measures: prints peaks in MB as one line of JSON."""
    import resource

    from editor.edits.edit import make_edit
    from editor.formats.registry import read_song, write_song
    from engine.api import PlayState

    def peak_mb() -> float:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0

    path = work / "long.melisma"
    write_song(_long_song(), path)
    # One step instead of many: as much is kept, and it is there in a tenth of the time.
    quick = RenderSettings(acoustic_steps=1, variance_steps=1, pitch_steps=1)
    workspace, _ = _workspace(work, quick)
    window = _window(workspace, work)
    window.show()
    workspace.store.start(read_song(path).project, path=path)
    facts = {"opened": peak_mb()}
    _until(lambda: not workspace.bridge.is_busy)
    parts = [workspace.bridge.sung(f"part{number}") for number in range(N_TRACKS)]
    assert all(part is not None and part.n_finished == len(part.phrases) for part in parts)
    facts["audio_s"] = sum(
        max(result.layout.end_ms for result in part.results) / 1e3
        for part in parts
        if part is not None
    )
    facts["sung"] = peak_mb()
    for index in range(20):
        before = workspace.store.project
        after = with_key(before, 10 * index, 50)
        workspace.history.push(make_edit("move", before, after))
        _until(lambda: not workspace.bridge.is_busy)
    facts["edited"] = peak_mb()
    workspace.transport.toggle()
    end_s = time.monotonic() + 5.0
    _until(lambda: time.monotonic() > end_s)
    assert workspace.transport.state is not PlayState.STOPPED
    facts["played"] = peak_mb()
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()
    os._exit(0)  # all is told; the window, its threads and its journal go with the process


if __name__ == "__main__":
    _live(Path(sys.argv[1]))
