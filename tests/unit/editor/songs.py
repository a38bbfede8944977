"""Small songs, and Hypothesis strategies for songs and edits."""

from __future__ import annotations

import itertools
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import strategies as st

from editor.errors import EditError
from editor.model.project import Note, Part, Project, Track
from editor.model.segments import make_segment
from engine.types import CurveLayers, NoteId, Parameter


def song(*, n_notes: int = 4, curves: dict[Parameter, CurveLayers] | None = None) -> Project:
    """Touching quarter notes from tick 480."""
    notes = tuple(
        Note(
            id=NoteId(f"n{i}"),
            start_ticks=480 * (i + 1),
            length_ticks=480,
            key_midi=60 + i,
            lyric="ら",
        )
        for i in range(n_notes)
    )
    part = Part(id="part", name="verse", notes=notes, curves=MappingProxyType(curves or {}))
    return Project(name="song", tracks=(Track(id="track", parts=(part,)),))


def ids():
    """New note ids, one a call."""
    numbers = itertools.count()
    return lambda: NoteId(f"new{next(numbers)}")


def assert_refused(make, project) -> None:
    """The edit is not made, and the reason is one sentence that says what to do next."""
    with pytest.raises(EditError) as caught:
        make(project)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert ":" in sentence
    assert "\n" not in sentence
    assert caught.value.code


def sampled(segments, first: int, last: int) -> np.ndarray:
    """Value at every tick, NaN where nothing is."""
    ticks = np.arange(first, last + 1)
    values = np.full(len(ticks), np.nan)
    for segment in segments:
        inside = (ticks >= segment.ticks[0]) & (ticks <= segment.ticks[-1])
        values[inside] = np.interp(ticks[inside], segment.ticks, segment.values)
    return values


@st.composite
def strokes(draw, low: int = 0, high: int = 3000):
    """Ticks and values of a stroke."""
    ticks = sorted(draw(st.sets(st.integers(low, high), min_size=1, max_size=8)))
    values = draw(st.lists(st.floats(-90, 90, width=32), min_size=len(ticks), max_size=len(ticks)))
    return ticks, values


@st.composite
def layers(draw):
    """Drawn and offset strokes that do not cover each other."""
    found = []
    for _ in range(2):
        low, segments = 0, []
        for _ in range(draw(st.integers(0, 2))):
            ticks, values = draw(strokes(low, low + 1200))
            segments.append(make_segment(ticks, values))
            low = ticks[-1] + 5
        found.append(tuple(segments))
    locks = ((100, 400),) if draw(st.booleans()) else ()
    return CurveLayers(drawn=found[0], offset=found[1], locked_ticks=locks)
