"""A stretch drawn anew: outside of it nothing moves by one bit, and everything comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.api import Engine
from engine.fakes import FakeSessionHost
from engine.types import CurveLayers, CurveSegment, Parameter, PhraseId, RangeTake, Stage
from tests.singing import notes, request, sing

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


def all_curves(result):
    return {name: bits(curve.values) for name, curve in result.generated.curves.items()}


def moved_frames(before, after):
    """Frames at which each curve moved by at least one bit."""
    one, other = all_curves(before), all_curves(after)
    assert one.keys() == other.keys()
    return {name: one[name] != other[name] for name in one}


def test_a_pitch_drawn_anew_moves_no_curve_outside_of_its_stretch(tiny_bank):
    asked = request(tiny_bank, 2)
    with Engine(cache_folder=None) as engine:
        before = sing(engine, asked)
        pitched = with_takes(asked, take(1, PITCH))
        anew = sing(engine, pitched)
        twice = sing(
            engine, with_takes(asked, take(1, PITCH), take(2, PITCH, first=1400, last=1850))
        )
    pairs = (before, anew, FIRST, LAST), (anew, twice, 1400, 1850)
    for one, other, first, last in pairs:
        inside = is_inside(asked, one.results[PHRASE], first, last)
        moved = moved_frames(one.results[PHRASE], other.results[PHRASE])
        assert moved[PITCH][inside].any()
        assert moved[BREATHINESS][inside].any()  # what is predicted from the pitch follows it
        assert not any(frames[~inside].any() for frames in moved.values())
    assert anew.samples()["n2"] == twice.samples()["n2"] == before.samples()["n2"]


@pytest.mark.parametrize("folder", ["tiny", "nagi"])
def test_takes_of_all_kinds_sound_the_same_cold_warm_and_on_another_computer(
    tiny_bank, tmp_path, folder
):
    asked = request(NAGI if folder == "nagi" else tiny_bank, 1)
    takes = (
        take(1, BREATHINESS),
        take(2, PITCH, first=1400, last=1850),
        take(3, PITCH, TENSION, first=1000, last=1500),
    )
    with Engine(cache_folder=tmp_path) as engine:
        found = [sing(engine, asked).results[PHRASE]]
        for n_takes in range(1, len(takes) + 1):
            grown = with_takes(asked, *takes[:n_takes], kept=found[-1])
            found.append(sing(engine, grown).results[PHRASE])
    for before, after, item in zip(found[:-1], found[1:], takes, strict=True):
        inside = is_inside(asked, before, item.first_ticks, item.last_ticks)
        for name, moved in moved_frames(before, after).items():
            assert not moved[~inside].any(), name
    with Engine(cache_folder=None) as engine:
        cold = sing(engine, with_takes(asked, *takes)).results[PHRASE]
    with Engine(cache_folder=None) as engine:
        opened = sing(engine, with_takes(asked, *takes, kept=found[-1]))
    kept = opened.results[PHRASE]
    assert opened.last.stages[Stage.PITCH].runs == opened.last.stages[Stage.VARIANCE].runs == 0
    for name, curve in found[-1].generated.curves.items():
        np.testing.assert_array_equal(bits(curve.values), bits(cold.generated.curves[name].values))
        assert kept.generated.curves[name] is curve
    np.testing.assert_array_equal(cold.samples, found[-1].samples)
    np.testing.assert_array_equal(kept.samples, found[-1].samples)


def test_what_was_kept_of_all_curves_stays_where_models_would_give_it_different(tiny_bank):
    asked = request(tiny_bank, 1)

    def elsewhere(result):
        """As it came from another computer: the same keys, values a little else."""
        shifted = {
            name: replace(curve, values=curve.values + np.float32(0.001))
            for name, curve in result.generated.curves.items()
        }
        return replace(result, generated=replace(result.generated, curves=shifted))

    with Engine(cache_folder=None) as engine:
        # Keys of predicted curves name the pitch that they are made from: one that was kept.
        before = sing(engine, asked).results[PHRASE]
        kept = elsewhere(sing(engine, with_takes(asked, kept=None)).results[PHRASE])
        pitch = {PITCH: kept.generated.curves[PITCH]}
        moved = replace(before, generated=replace(before.generated, curves=pitch))
        kept = elsewhere(sing(engine, with_takes(asked, kept=moved)).results[PHRASE])
        kept.generated.curves[PITCH] = pitch[PITCH]
        anew = sing(engine, with_takes(asked, take(1, PITCH), kept=kept)).results[PHRASE]
    inside = is_inside(asked, before)
    for name, changed in moved_frames(kept, anew).items():
        assert changed.any() == (name is PITCH or changed[inside].any())
        assert not changed[~inside].any(), name


def test_a_pitch_drawn_anew_below_a_drawn_one_moves_nothing_else(tiny_bank):
    asked = replace(request(tiny_bank, 1), curves={PITCH: drawn(0, 3000, 61.0)})
    with Engine(cache_folder=None) as engine:
        before = sing(engine, asked).results[PHRASE]
        after = sing(engine, with_takes(asked, take(1, PITCH))).results[PHRASE]
    moved = moved_frames(before, after)
    assert moved.pop(PITCH).any()
    assert not any(frames.any() for frames in moved.values())
    np.testing.assert_array_equal(before.samples, after.samples)


# ------------------------------------------------------------------- strokes of the pitch


def drawn(first, last, value, *more):
    ends = [(first, last, value), *more]
    segments = tuple(
        CurveSegment(
            ticks=np.array([one, other], dtype=np.int64), values=np.full(2, key, dtype=np.float32)
        )
        for one, other, key in ends
    )
    return CurveLayers(drawn=segments)


def near(asked, result, first, last, *, reach_ms=100.0):
    tempo = asked.tempo
    first, last = (
        tempo.ms_to_ticks(tempo.ticks_to_ms(first) - reach_ms),
        tempo.ms_to_ticks(tempo.ticks_to_ms(last) + reach_ms),
    )
    return is_inside(asked, result, first, last)


@pytest.mark.parametrize("folder", ["tiny", "nagi"])
def test_a_stroke_of_the_pitch_moves_other_curves_only_around_it(tiny_bank, tmp_path, folder):
    asked = request(NAGI if folder == "nagi" else tiny_bank, 1, notes=notes(1, per_phrase=6))
    one, other = (1500, 1600, 63.0), (2900, 3000, 58.0)

    def edited(*strokes):
        return replace(asked, curves={PITCH: drawn(*strokes[0], *strokes[1:])})

    with Engine(cache_folder=tmp_path) as engine:
        before = sing(engine, asked).results[PHRASE]
        first = sing(engine, edited(one)).results[PHRASE]
        both = sing(engine, edited(one, other)).results[PHRASE]
        second = sing(engine, edited(other)).results[PHRASE]
    with Engine(cache_folder=None) as engine:
        cold = sing(engine, edited(other, one)).results[PHRASE]
    beside_one, beside_other = (near(asked, before, *stroke[:2]) for stroke in (one, other))
    curves = [all_curves(found) for found in (before, first, second, both, cold)]
    for name in curves[0].keys() - {PITCH}:
        plain, with_one, with_other, with_both, again = (found[name] for found in curves)
        if name is BREATHINESS:
            assert (plain != with_one)[beside_one].any()
        np.testing.assert_array_equal(plain[~beside_one], with_one[~beside_one])
        np.testing.assert_array_equal(plain[~beside_other], with_other[~beside_other])
        # No stroke hears another, whichever was drawn first.
        np.testing.assert_array_equal(with_both[beside_one], with_one[beside_one])
        np.testing.assert_array_equal(with_both[beside_other], with_other[beside_other])
        np.testing.assert_array_equal(with_both, again)
    np.testing.assert_array_equal(curves[0][PITCH], curves[3][PITCH])  # the prediction itself
    np.testing.assert_array_equal(both.samples, cold.samples)


def test_a_stroke_over_all_of_a_phrase_is_what_the_model_hears(tiny_bank):
    host = FakeSessionHost()
    asked = replace(request(tiny_bank, 1), curves={PITCH: drawn(0, 3000, 61.0)})
    with Engine(cache_folder=None, sessions=host) as engine:
        sing(engine, asked)
    runs = [given for kind, given in host.runs if kind == "variance"]
    assert len(runs) == 1
    assert runs[0]["retake"].all()
    assert (runs[0]["pitch"] == 61.0).all()


def test_a_stroke_that_changes_nothing_costs_nothing(tiny_bank):
    host = FakeSessionHost()
    asked = replace(
        request(tiny_bank, 1),
        curves={PITCH: CurveLayers(offset=drawn(1200, 1300, 0.0).drawn)},
    )
    with Engine(cache_folder=None, sessions=host) as engine:
        sing(engine, asked)
    assert [kind for kind, _ in host.runs].count("variance") == 1


def test_ever_so_many_strokes_cost_few_runs(tiny_bank):
    host = FakeSessionHost()
    asked = request(tiny_bank, 1, notes=notes(1, per_phrase=40))
    strokes = [(960 + 1000 * n, 1000 + 1000 * n, 60.0 + n) for n in range(18)]
    asked = replace(asked, curves={PITCH: drawn(*strokes[0], *strokes[1:])})
    with Engine(cache_folder=None, sessions=host) as engine:
        sing(engine, asked)
    assert [kind for kind, _ in host.runs].count("variance") == 9
