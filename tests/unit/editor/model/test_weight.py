"""What a song holds alone is what goes when it goes."""

from __future__ import annotations

import gc
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from editor.edits import curves, notes, tempo
from editor.model.weight import own_bytes
from engine.types import NoteId, Parameter
from tests.unit.editor.all_edits import with_more_in_it
from tests.unit.editor.songs import song


def with_curve(n_points: int):
    ticks = np.arange(n_points) * 7
    return curves.draw(song(n_notes=300), "part", Parameter.PITCH, ticks, np.sin(ticks)).after


def test_a_song_holds_nothing_that_it_shares_in_full():
    start = with_more_in_it(song())
    assert own_bytes(start, start) == 0
    assert 0 < own_bytes(start, tempo.set_seed(start, 5).after) < 500


EDITS = {
    "name": lambda p: tempo.rename_project(p, "x" * 500_000).after,
    "all notes": lambda p: notes.transpose(p, "part", [n.id for n in notes_of(p)], 1).after,
    "one note": lambda p: notes.transpose(p, "part", [NoteId("n7")], 1).after,
    "curve": lambda p: (
        curves.draw(p, "part", Parameter.PITCH, np.arange(2000) * 5, np.ones(2000)).after
    ),
}


def notes_of(project):
    return project.tracks[0].parts[0].notes


@pytest.mark.parametrize("name", EDITS)
def test_the_estimate_is_what_the_interpreter_frees(name):
    """Within a third, and never much below."""
    before = with_curve(20_000)
    EDITS[name](before)
    gc.collect()
    tracemalloc.start()
    try:
        after = EDITS[name](before)
        gc.collect()
        with_it, _ = tracemalloc.get_traced_memory()
        told = own_bytes(after, before)
        del after
        gc.collect()
        without_it, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    freed = with_it - without_it
    slack = 8000  # what the interpreter and the measuring take meanwhile
    assert 0.9 * freed - slack < told < 1.4 * freed + slack


def test_a_view_counts_the_memory_that_it_keeps_alive():
    whole = np.zeros(10_000, np.float32)
    base = with_more_in_it(song())
    (part,) = base.tracks[0].parts
    (first, *_) = part.generated.values()
    curve = replace(first.curves[Parameter.PITCH], values=whole[:5])
    held = replace(part, generated={"n0": replace(first, curves={Parameter.PITCH: curve})})
    other = replace(base, tracks=(replace(base.tracks[0], parts=(held,)),))
    assert own_bytes(other, base) > 40_000
