"""Songs that nobody would write on purpose: one sentence, and the rest is sung."""

from __future__ import annotations

import time
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from editor.model.check import find_faults
from editor.model.project import Note, Part, Project, Track
from editor.session import part_requests, with_generated
from engine.api import Engine
from engine.errors import ScoreError
from engine.timing import Tempo, TempoMap
from engine.types import (
    CurveLayers,
    CurveSegment,
    LayoutDone,
    NoteId,
    Parameter,
    PhraseFailed,
    RequestFinished,
)
from tests.singing import attempt, notes, request, sing
from tests.tiny_onnx_bank import write_tiny_bank


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return write_tiny_bank(tmp_path_factory.mktemp("banks") / "tiny")


@pytest.fixture
def engine():
    with Engine(cache_folder=None, n_threads=1) as opened:
        yield opened


@pytest.mark.parametrize("bpm", [0.0, -120.0, float("nan"), float("inf")])
def test_a_tempo_of_nothing_is_one_sentence(bpm):
    with pytest.raises(ScoreError, match="give it a value above 0"):
        TempoMap([Tempo(start_ticks=0, bpm=bpm)])
    project = Project(tempos=(Tempo(start_ticks=0, bpm=bpm),))
    assert [fault.code for fault in find_faults(project)] == ["bad-tempo"]


def test_overlapping_notes_are_named_and_the_others_sung(engine, bank):
    song = request(bank, 2)
    late = replace(song.notes[0], id=NoteId("late"), start_ticks=song.notes[0].start_ticks + 100)
    heard = sing(engine, replace(song, notes=(*song.notes, late)))
    assert [p.note_id for p in heard.layout.problems if p.code == "overlapping-note"] == ["late"]
    assert len(heard.results) == 2


def test_a_curve_that_is_not_a_number_costs_its_phrase_only(engine, bank):
    song = request(bank, 2)
    first = song.notes[0].start_ticks
    curve = CurveSegment(
        ticks=np.array([first, first + 400]), values=np.array([60.0, np.nan], dtype=np.float32)
    )
    heard = attempt(engine, replace(song, curves={Parameter.PITCH: CurveLayers(drawn=(curve,))}))
    (failed,) = heard.of(PhraseFailed)
    assert "not a number" in failed.problem.sentence
    assert "erase it there" in failed.problem.sentence
    assert len(heard.results) == 1
    assert isinstance(heard.last, RequestFinished)


def test_ten_thousand_notes_are_laid_out_in_seconds_and_can_be_stopped(engine, bank):
    many = request(bank, 2500, notes=notes(2500, per_phrase=4))
    events = []
    begin_s = time.monotonic()
    handle = engine.submit(many, events.append)
    while not any(isinstance(event, LayoutDone) for event in tuple(events)):
        assert time.monotonic() - begin_s < 60.0
        time.sleep(0.02)
    handle.cancel()
    assert handle.wait(5.0)
    (layout,) = [event for event in events if isinstance(event, LayoutDone)]
    assert len(layout.phrases) == 2500


def test_a_phrase_without_end_is_refused_with_its_place(engine, bank):
    endless = request(bank, 1, notes=notes(1, per_phrase=300))
    heard = attempt(engine, endless)
    (failed,) = heard.of(PhraseFailed)
    assert "without a rest" in failed.problem.sentence
    assert "at 0.9 s" in failed.problem.sentence


def test_what_was_sung_is_found_again_in_the_song(engine, bank):
    part = Part(
        id="p",
        start_ticks=960,
        notes=tuple(
            Note(
                id=note.id,
                start_ticks=note.start_ticks,
                length_ticks=note.length_ticks,
                key_midi=note.key_midi,
                lyric=note.lyric,
            )
            for note in notes(2)
        ),
        curves=MappingProxyType({}),
    )
    project = Project(tracks=(Track(id="t", parts=(part,)),), seed=5)
    (item,) = part_requests(project, {}, default_voice=bank)
    assert item.request.notes[0].start_ticks == 960 + 960
    first = sing(engine, item.request)
    kept = with_generated(
        project, "p", first.layout.timing, [r.generated for r in first.results.values()]
    )
    (again,) = part_requests(kept, {}, default_voice=bank, revision=1)
    with Engine(cache_folder=None, n_threads=1) as other:
        second = sing(other, again.request)
    runs = {str(stage): count.runs for stage, count in second.last.stages.items()}
    assert runs["duration"] == runs["pitch"] == runs["variance"] == 0
    assert second.samples() == first.samples()
    removed = replace(
        kept, tracks=(replace(kept.tracks[0], parts=(replace(part, notes=part.notes[:2]),)),)
    )
    pruned = with_generated(removed, "p", (), ())
    assert set(pruned.tracks[0].parts[0].generated) <= {"n0"}
