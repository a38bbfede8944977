"""A stretch drawn anew: outside of it nothing moves by one bit, and everything comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.api import Engine
from engine.fakes import FakeSessionHost
from engine.types import CurveLayers, Parameter, PhraseId, RangeTake
from tests.singing import request, sing

NAGI = Path(__file__).resolve().parents[3] / "voicebanks" / "nagi"
PITCH, BREATHINESS, TENSION = Parameter.PITCH, Parameter.BREATHINESS, Parameter.TENSION
PHRASE = PhraseId("n0")
FIRST, LAST = 1200, 1700  # of the phrase from tick 960 to 1920


def take(number, *parameters, first=FIRST, last=LAST):
    return RangeTake(first_ticks=first, last_ticks=last, parameters=parameters, take=number)


def with_takes(asked, *takes, kept=None):
    generated = {} if kept is None else {PHRASE: kept.generated}
    return replace(asked, range_takes={PHRASE: takes}, generated=generated)


def is_inside(asked, result, first=FIRST, last=LAST):
    """Frames of the stretch, its very ends included."""
    n_frames = len(result.sung[PITCH])
    times_ms = result.start_ms + np.arange(n_frames) * result.frame_ms
    return (times_ms > asked.tempo.ticks_to_ms(first)) & (times_ms < asked.tempo.ticks_to_ms(last))


def bits(values):
    return values.view(np.uint32)


def check_stretch(asked, before, after, parameter):
    """Whether a curve moved inside, and did not move outside by one bit."""
    one, other = (found.generated.curves[parameter].values for found in (before, after))
    inside = is_inside(asked, before)
    np.testing.assert_array_equal(bits(one)[~inside], bits(other)[~inside])
    assert (bits(one)[inside] != bits(other)[inside]).any()


def test_a_pitch_of_a_stretch_is_drawn_anew_and_comes_back(tiny_bank):
    asked = request(tiny_bank, 2)
    with Engine(cache_folder=None) as engine:
        before = sing(engine, asked)
        anew = sing(engine, with_takes(asked, take(1, PITCH)))
        other = sing(engine, with_takes(asked, take(2, PITCH)))
        back = sing(engine, asked)
    check_stretch(asked, before.results[PHRASE], anew.results[PHRASE], PITCH)
    check_stretch(asked, anew.results[PHRASE], other.results[PHRASE], PITCH)
    assert back.samples() == before.samples()
    assert anew.samples()["n2"] == before.samples()["n2"]
    assert anew.samples()["n0"] != before.samples()["n0"]


def test_takes_lie_over_each_other_in_their_order(tiny_bank):
    asked = request(tiny_bank, 1)
    first, second = take(1, PITCH), take(2, PITCH, first=1400, last=1850)
    with Engine(cache_folder=None) as engine:
        one = sing(engine, with_takes(asked, first)).results[PHRASE]
        both = sing(engine, with_takes(asked, first, second)).results[PHRASE]
    values = [found.generated.curves[PITCH].values for found in (one, both)]
    inside = is_inside(asked, one, 1400, 1850)
    np.testing.assert_array_equal(bits(values[0])[~inside], bits(values[1])[~inside])
    assert (bits(values[0])[inside] != bits(values[1])[inside]).mean() > 0.9


def test_what_was_kept_stays_outside_even_where_models_would_give_it_different(tiny_bank):
    asked = request(tiny_bank, 1)
    with Engine(cache_folder=None) as engine:
        before = sing(engine, asked).results[PHRASE]
        # As it came from another computer: the same key, values a little else.
        curve = before.generated.curves[PITCH]
        shifted = replace(curve, values=curve.values + np.float32(0.001))
        kept = replace(before, generated=replace(before.generated, curves={PITCH: shifted}))
        anew = sing(engine, with_takes(asked, take(1, PITCH), kept=kept)).results[PHRASE]
        fresh = sing(engine, with_takes(asked, take(1, PITCH), kept=anew))
    check_stretch(asked, kept, anew, PITCH)
    assert fresh.results[PHRASE].generated.curves[PITCH] is anew.generated.curves[PITCH]


def test_the_model_is_told_what_stays(tiny_bank):
    asked = request(tiny_bank, 1)
    host = FakeSessionHost()
    with Engine(cache_folder=None, sessions=host) as engine:
        before = sing(engine, asked).results[PHRASE]
        host.runs.clear()
        sing(engine, with_takes(asked, take(3, PITCH, BREATHINESS)))
    pitch = next(given for kind, given in reversed(host.runs) if kind == "pitch")
    inside = is_inside(asked, before)
    np.testing.assert_array_equal(pitch["retake"][0], inside)
    np.testing.assert_array_equal(pitch["pitch"][0], before.generated.curves[PITCH].values)
    variance = next(given for kind, given in reversed(host.runs) if kind == "variance")
    np.testing.assert_array_equal(variance["retake"][0, :, 0], inside)
    assert not variance["retake"][0, :, 1:].any()
    assert variance["tension"].shape == inside[None].shape


@pytest.mark.parametrize(
    "odd",
    [
        take(1, Parameter.DYNAMICS),
        take(1, PITCH, first=50_000, last=60_000),
        take(1, PITCH, first=LAST, last=FIRST),
        take(1, PITCH, first=FIRST, last=FIRST),
    ],
)
def test_a_take_of_nothing_changes_nothing(tiny_bank, odd):
    asked = request(tiny_bank, 1)
    with Engine(cache_folder=None) as engine:
        before = sing(engine, asked)
        after = sing(engine, with_takes(asked, odd))
    assert after.samples() == before.samples()


def test_locked_frames_stay_in_a_stretch_that_is_drawn_anew(tiny_bank):
    asked = request(tiny_bank, 1)
    with Engine(cache_folder=None) as engine:
        before = sing(engine, asked).results[PHRASE]
        locks = CurveLayers(locked_ticks=((1300, 1500),))
        anew = with_takes(asked, take(1, PITCH), kept=before)
        after = sing(engine, replace(anew, curves={PITCH: locks})).results[PHRASE]
    locked = is_inside(asked, before, 1300, 1500)
    one, other = (found.generated.curves[PITCH].values for found in (before, after))
    np.testing.assert_array_equal(bits(one)[locked], bits(other)[locked])
    assert (bits(one) != bits(other)).any()


def test_the_built_in_voice_sings_a_breath_anew_and_nothing_else_moves(tmp_path):
    asked = request(NAGI, 1)
    with Engine(cache_folder=tmp_path) as engine:
        before = sing(engine, asked).results[PHRASE]
        anew = sing(engine, with_takes(asked, take(1, BREATHINESS))).results[PHRASE]
        pitched = sing(engine, with_takes(asked, take(1, PITCH))).results[PHRASE]
    check_stretch(asked, before, anew, BREATHINESS)
    for name in (PITCH, TENSION, Parameter.VOICING):
        one, other = (found.generated.curves[name].values for found in (before, anew))
        np.testing.assert_array_equal(bits(one), bits(other))
    check_stretch(asked, before, pitched, PITCH)
    assert np.abs(np.diff(pitched.sung[PITCH])).max() < 1.5  # no step at the ends
