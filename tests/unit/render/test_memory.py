"""Phrases and sentences are recognised by what they are made from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.api import Engine
from engine.render.memory import RecentlyUsed, curve_stretch
from engine.types import (
    ColourWeight,
    CurveLayers,
    CurveSegment,
    Parameter,
    PhraseId,
    RenderSettings,
    Stage,
)
from tests.singing import notes, request, sing
from tests.tiny_onnx_bank import write_tiny_bank


def segment(*points: tuple[int, float]) -> CurveSegment:
    ticks, values = zip(*points, strict=True)
    return CurveSegment(ticks=np.array(ticks), values=np.array(values, dtype=np.float32))


def test_what_was_not_asked_for_longest_is_forgotten_first():
    kept = RecentlyUsed[str, int](3)
    for name in "abc":
        kept.put(name, ord(name))
    assert kept.get("a") == ord("a")
    kept.put("d", 1)
    assert [kept.get(name) for name in "abcd"] == [ord("a"), None, ord("c"), 1]
    kept.put("d", 2, size=3)
    assert [kept.get(name) for name in "acd"] == [None, None, 2]


def test_a_stretch_knows_the_points_around_it_and_no_others():
    curve = (segment((0, 1), (100, 2), (200, 3), (300, 4), (400, 5)),)
    moved_far = (segment((0, 9), (100, 2), (200, 3), (300, 4), (400, 9)),)
    moved_near = (segment((0, 1), (100, 9), (200, 3), (300, 4), (400, 5)),)
    assert curve_stretch(curve, 150, 250) == curve_stretch(moved_far, 150, 250)
    assert curve_stretch(curve, 150, 250) != curve_stretch(moved_near, 150, 250)
    assert curve_stretch(curve, 1000, 2000) == ()


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return write_tiny_bank(tmp_path_factory.mktemp("banks") / "tiny")


def test_every_change_of_what_a_phrase_is_made_from_is_sung(bank):
    """Compared with an engine that has no memory of the song."""
    base = request(bank, 2)
    first = base.notes[0].start_ticks
    drawn = CurveLayers(drawn=(segment((first, -10.0), (first + 200, -20.0)),))
    offset = CurveLayers(offset=(segment((first, 1.0), (first + 200, 1.0)),))
    changes = [
        {"seed": 6},
        {"takes": {(PhraseId("n0"), Stage.ACOUSTIC): 1}},
        {"takes": {(PhraseId("n0"), Stage.PITCH): 2}},
        {"settings": RenderSettings(acoustic_steps=3)},
        {"colours": (ColourWeight(colour="dark", weight=0.5),)},
        {"curves": {Parameter.DYNAMICS: drawn}},
        {"curves": {Parameter.PITCH: offset}},
        {"notes": notes(2, keys={0: 71})},
        {"notes": (replace(base.notes[0], cents=20.0), *base.notes[1:])},
        {"notes": (replace(base.notes[0], lyric="さ"), *base.notes[1:])},
    ]
    with Engine(cache_folder=None) as remembering:
        sing(remembering, base)
        for number, change in enumerate(changes, start=1):
            asked = request(bank, 2, revision=number, **change)
            found = sing(remembering, asked)
            with Engine(cache_folder=None) as fresh:
                wanted = sing(fresh, asked)
            assert found.samples() == wanted.samples(), change


def test_an_unchanged_request_gives_the_very_same_results(bank):
    with Engine(cache_folder=None) as engine:
        first = sing(engine, request(bank, 3))
        again = sing(engine, request(bank, 3, revision=1))
    assert again.n_runs == 0
    assert again.n_hits == first.n_runs + first.n_hits
    for phrase, result in first.results.items():
        assert again.results[phrase] is result


def test_stored_curves_that_the_engine_made_are_recognised_and_others_are_not(bank):
    with Engine(cache_folder=None) as engine:
        first = sing(engine, request(bank, 1))
        made = first.results["n0"].generated
        again = sing(engine, request(bank, 1, generated={made.phrase_id: made}, revision=1))
        assert again.results["n0"] is first.results["n0"]
        curve = made.curves[Parameter.PITCH]
        other = replace(
            made, curves={**made.curves, Parameter.PITCH: replace(curve, values=curve.values + 1)}
        )
        moved = sing(engine, request(bank, 1, generated={made.phrase_id: other}, revision=2))
    assert moved.results["n0"] is not first.results["n0"]
    assert moved.results["n0"].sung[Parameter.PITCH].mean() == pytest.approx(
        first.results["n0"].sung[Parameter.PITCH].mean() + 1, abs=1e-3
    )


def test_with_the_cache_off_every_phrase_is_sung_again(bank):
    off = RenderSettings(use_cache=False)
    with Engine(cache_folder=None) as engine:
        first = sing(engine, request(bank, 1, settings=off))
        again = sing(engine, request(bank, 1, settings=off, revision=1))
    assert again.n_runs == first.n_runs > 0
