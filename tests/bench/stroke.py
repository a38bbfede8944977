"""From a move of the pen to the painted curve, and what one note costs in a long song."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from editor.edits import curves
from editor.edits.edit import Edit, Focus, make_edit
from editor.model.project import Project
from engine.types import Parameter
from tests.bench.figures import Figure
from tests.bench.painting import (
    BAR_TICKS,
    LANES,
    N_NOTES,
    SIZE_PX,
    sung_phrases,
    wide_song,
)

FRAME_MS = 16.0
N_MOVES = 60
MOVE_TICKS = 40
N_EDITS = 20


def pen(work: Path) -> Iterator[Figure]:
    """A line drawn in a lane of a song of 10,000 notes; each move is an edit of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from editor.view.colours import DARK
    from editor.view.piano_roll import PianoRoll

    app = QApplication.instance() or QApplication([])
    view = PianoRoll(DARK)
    view.set_lanes(LANES)
    view.resize(*SIZE_PX)
    project = wide_song()
    view.set_song(project, "part")
    view.set_phrases(sung_phrases(project))
    view.show()
    start = 100 * BAR_TICKS
    view.set_viewport(view.viewport.showing_ticks(start, start + 8 * BAR_TICKS))
    app.processEvents()
    times_ms = []
    for n_points in range(2, N_MOVES + 2):
        ticks = start + np.arange(n_points * 4) * (MOVE_TICKS // 4)
        begin_s = time.thread_time()
        edit = curves.draw(project, "part", Parameter.TENSION, ticks, np.sin(ticks / 500.0))
        view.set_song(edit.after, "part")
        app.processEvents()
        times_ms.append((time.thread_time() - begin_s) * 1e3)
    for name, value in (
        ("median", statistics.median(times_ms)),
        ("p95", float(np.percentile(times_ms, 95))),
    ):
        yield Figure(
            name=f"stroke: a move to the painted curve, {name}",
            value=value,
            unit="ms",
            at_most=FRAME_MS,
        )
    view.close()
    view.deleteLater()
    app.processEvents()
    yield from _one_note(project)


def _one_note(project: Project) -> Iterator[Figure]:
    """One note moved: the edit itself, and what history, store and journal do with it."""
    from editor.autosave import Autosave
    from editor.history import History
    from editor.store import Store

    made_ms, kept_ms = [], []
    with tempfile.TemporaryDirectory() as folder:
        store = Store(project)
        history = History(store)
        autosave = Autosave(store, Path(folder))
        for index in range(N_EDITS):
            begin_s = time.thread_time()
            edit = _moved(store.project, N_NOTES // 2 + index)
            middle_s = time.thread_time()
            history.push(edit)
            kept_ms.append((time.thread_time() - middle_s) * 1e3)
            made_ms.append((middle_s - begin_s) * 1e3)
        autosave.close(discard=True)
    for name, times_ms in (("making the edit", made_ms), ("history, store, journal", kept_ms)):
        yield Figure(
            name=f"one note of {N_NOTES}: {name}, median",
            value=statistics.median(times_ms),
            unit="ms",
            at_most=FRAME_MS,
        )


def _moved(project: Project, index: int) -> Edit:
    (track,) = project.tracks
    (part,) = track.parts
    note = part.notes[index]
    notes = (*part.notes[:index], replace(note, cents=note.cents + 1), *part.notes[index + 1 :])
    after = replace(project, tracks=(replace(track, parts=(replace(part, notes=notes),)),))
    return make_edit("move", project, after, Focus(part_id=part.id))
