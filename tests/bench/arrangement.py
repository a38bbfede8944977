"""How long the overview takes to paint: four tracks of 2,500 notes; times as in ``painting``."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from editor.model.project import Part, Project, Track
from engine.types import NoteId
from tests.bench.figures import Figure
from tests.bench.painting import BAR_TICKS, wide_song

N_TRACKS, N_NOTES = 4, 2500
SIZE_PX = (1600, 230)
N_FRAMES = 40
PAINT_MS, PLAYHEAD_MS = 8.0, 1.0


def four_tracks() -> Project:
    """The notes of the roll's song, a quarter of them on each track."""
    notes = wide_song().tracks[0].parts[0].notes[:N_NOTES]
    return Project(
        tracks=tuple(
            Track(
                id=f"track {i}",
                parts=(
                    Part(
                        id=f"part {i}",
                        notes=tuple(replace(n, id=NoteId(f"{i} {n.id}")) for n in notes),
                    ),
                ),
            )
            for i in range(N_TRACKS)
        )
    )


def overview(_: Path) -> Iterator[Figure]:
    """Zoom, pan, an edit and the playhead."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from editor.edits.notes import transpose
    from editor.history import History
    from editor.panels.arrangement import ArrangementPanel
    from editor.store import Store
    from editor.view.colours import DARK

    app = QApplication.instance() or QApplication([])
    store = Store(four_tracks())
    history = History(store)
    panel = ArrangementPanel(store, history, DARK)
    panel.resize(*SIZE_PX)
    panel.show()
    app.processEvents()
    view = panel.overview

    def zoom(index: int) -> None:
        view.set_viewport(view.view.viewport.zoomed_time(1 / 1.02 if index % 2 else 1.02, 300.0))

    def edit(index: int) -> None:
        note_id = NoteId(f"0 n{index}")
        history.push(transpose(store.project, "part 0", [note_id], 1))

    for name, n_bars in (("8 bars", 8), ("200 bars", 200)):
        view.set_viewport(view.view.viewport.showing_ticks(0, n_bars * BAR_TICKS))
        yield from _figures(f"{name}, zoom", _measure(zoom), PAINT_MS)
        yield from _figures(
            f"{name}, pan",
            _measure(lambda i: view.set_viewport(view.view.viewport.scrolled(20 - i % 2 * 40, 0))),
            PAINT_MS,
        )
    yield from _figures("a note edited, all panels", _measure(edit), 2.0 * PAINT_MS)
    moved = _measure(lambda i: view.set_playhead_ticks(1000.0 + 100.0 * i))
    yield from _figures("playhead moved", moved, PLAYHEAD_MS)
    panel.close()
    panel.deleteLater()
    app.processEvents()


def _measure(change: Callable[[int], None]) -> list[float]:
    from PySide6.QtWidgets import QApplication

    times_ms = []
    for index in range(N_FRAMES + 5):
        begin_s = time.thread_time()
        change(index)
        QApplication.processEvents()
        times_ms.append((time.thread_time() - begin_s) * 1000.0)
    return times_ms[5:]


def _figures(name: str, times_ms: list[float], at_most: float) -> Iterator[Figure]:
    median, p95 = statistics.median(times_ms), float(np.percentile(times_ms, 95))
    yield Figure(name=f"overview: {name}, median", value=median, unit="ms", at_most=at_most)
    yield Figure(name=f"overview: {name}, p95", value=p95, unit="ms", at_most=2.0 * at_most)
