from __future__ import annotations

import numpy as np
import pytest

from engine.errors import ScoreError
from engine.render.curves import (
    FrameClock,
    StoredCurve,
    apply_derived_energy,
    derive_energy,
    dynamics_ratio,
    lock_weights,
    neutral_values,
    resample_frames,
    sample_segments,
    settle_curves,
    stored_curve,
    sung_values,
)
from engine.timing import Tempo, TempoMap
from engine.types import CurveLayers, CurveSegment, GeneratedCurve, GeneratedPhrase, Parameter

TEMPO = TempoMap([Tempo(start_ticks=0, bpm=125)])  # one tick is one millisecond


def segment(*points: tuple[int, float]) -> CurveSegment:
    return CurveSegment(
        ticks=np.array([tick for tick, _ in points], dtype=np.int64),
        values=np.array([value for _, value in points], dtype=np.float32),
    )


def clock(times) -> FrameClock:
    times = np.asarray(times, dtype=np.float64)
    return FrameClock.of_phrase(times, start_ms=0.0, end_ms=1000.0, tempo=TEMPO)


def test_segments_are_straight_between_points_and_nothing_outside():
    ticks = np.array([0.0, 100.0, 150.0, 200.0, 300.0])
    values = sample_segments([segment((100, 1.0), (200, 3.0))], ticks, what="pitch")
    np.testing.assert_array_equal(values, [np.nan, 1.0, 2.0, 3.0, np.nan])


def test_sung_is_drawn_over_generated_plus_offset():
    layers = CurveLayers(
        drawn=(segment((100, 62.0), (200, 64.0)),), offset=(segment((150, 0.5), (300, 0.5)),)
    )
    ticks = np.array([0.0, 100.0, 150.0, 250.0, 400.0])
    sung = sung_values(layers, np.full(5, 60.0), ticks, Parameter.PITCH)
    np.testing.assert_allclose(sung, [60.0, 62.0, 63.5, 60.5, 60.0])


def test_r20_values_are_not_rounded_to_whole_cents():
    layers = CurveLayers(drawn=(segment((0, 60.0), (3, 60.0001)),))
    sung = sung_values(layers, np.zeros(1), np.array([1.0]), Parameter.PITCH)
    assert 60.0 < sung[0] < 60.0001


@pytest.mark.parametrize(
    ("parameter", "low", "high"),
    [(Parameter.ENERGY, -96, 0), (Parameter.TENSION, -10, 10), (Parameter.GENDER, -1, 1)],
)
def test_r21_values_stay_in_their_physical_range(parameter, low, high):
    layers = CurveLayers(drawn=(segment((0, -1e6), (1000, 1e6)),))
    sung = sung_values(layers, np.zeros(3), np.array([0.0, 500.0, 1000.0]), parameter)
    assert (sung.min(), sung.max()) == (low, high)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_value_that_is_not_a_number_is_an_error_where_it_is_sung(bad):
    segments = [segment((0, 1.0), (100, bad))]
    with pytest.raises(ScoreError, match=r"energy curve .* tick 100"):
        sample_segments(segments, np.array([50.0]), what="energy")
    assert np.isnan(sample_segments(segments, np.array([500.0]), what="energy")).all()


def test_head_and_tail_hold_the_edges_of_the_phrase():
    layers = CurveLayers(drawn=(segment((0, 0.5), (1000, -0.5)),))
    around = clock([-90.0, 0.0, 1000.0, 1090.0])
    values = neutral_values({Parameter.GENDER: layers}, around.ticks, Parameter.GENDER)
    np.testing.assert_allclose(values, [0.5, 0.5, -0.5, -0.5])


def test_a_faded_end_stays_faded_through_the_tail():
    layers = CurveLayers(drawn=(segment((0, 0.0), (1000, -96.0)),))
    ratio = dynamics_ratio(layers, clock([0.0, 500.0, 999.0, 1000.0, 1090.0]))
    np.testing.assert_allclose(
        ratio, [1.0, 10 ** (-48 / 20), 10 ** (-95.904 / 20), 0, 0], rtol=1e-4
    )
    assert ratio.dtype == np.float32
    assert dynamics_ratio(None, clock([0.0])) is None
    assert dynamics_ratio(CurveLayers(), clock([0.0])) is None


def test_energy_is_the_sum_of_both_powers():
    np.testing.assert_allclose(derive_energy(np.array([-20.0]), np.array([-20.0])), -16.9897)
    np.testing.assert_allclose(
        derive_energy(np.array([-20.0]), np.array([-96.0])), -20.0, atol=1e-5
    )


def test_an_edit_of_derived_energy_moves_both_parts_alike():
    voicing, breathiness = np.full(2, -30.0), np.full(2, -50.0)
    ticks = np.array([0.0, 500.0])
    layers = CurveLayers(offset=(segment((400, 6.0), (600, 6.0)),))
    moved = apply_derived_energy(layers, voicing, breathiness, ticks)
    np.testing.assert_allclose(moved[0], [-30.0, -24.0])
    np.testing.assert_allclose(moved[1], [-50.0, -44.0])
    drawn = CurveLayers(drawn=(segment((400, -20.0), (600, -20.0)),))
    moved = apply_derived_energy(drawn, voicing, breathiness, ticks)
    np.testing.assert_allclose(derive_energy(*moved)[1], -20.0)
    np.testing.assert_allclose((moved[0] - moved[1])[1], 20.0)


def test_curves_of_another_hop_are_read_at_our_times():
    theirs = np.array([0.0, 10.0, 20.0])
    ours = np.array([-5.0, 5.0, 20.0, 25.0])
    np.testing.assert_allclose(
        resample_frames(np.array([1.0, 2.0, 3.0]), theirs, ours), [1, 1.5, 3, 3]
    )


# ------------------------------------------------------------------ generated curves and locks


def generated(key: str, values, frame_ms=10.0) -> GeneratedCurve:
    return GeneratedCurve(key=key, values=np.asarray(values, np.float32), frame_ms=frame_ms)


def settle(key, kept_curve, made, locked=(), n=40):
    times = clock((np.arange(n) - 8) * 10.0)
    kept = None
    if kept_curve is not None:
        phrase = GeneratedPhrase(phrase_id="n", start_ms=0.0, curves={Parameter.PITCH: kept_curve})
        kept = stored_curve(phrase, Parameter.PITCH, locked, times, TEMPO)
    runs = []

    def make():
        runs.append(1)
        return {Parameter.PITCH: np.asarray(made, np.float32)}

    curves = settle_curves(key, {Parameter.PITCH: kept}, make, n_frames=n, frame_ms=10.0)
    return curves[Parameter.PITCH], len(runs)


def test_a_fresh_curve_is_used_without_a_run():
    kept = generated("k", np.full(40, 60.0))
    curve, n_runs = settle("k", kept, np.full(40, 70.0))
    assert curve is kept
    assert n_runs == 0


@pytest.mark.parametrize(
    "kept",
    [
        None,
        generated("other", np.full(40, 60.0)),
        generated("k", np.full(39, 60.0)),
        generated("k", np.full(40, 60.0), frame_ms=5.0),
        generated("k", np.full(40, np.nan)),
    ],
)
def test_a_stale_curve_is_made_anew(kept):
    curve, n_runs = settle("k", kept, np.full(40, 70.0))
    assert n_runs == 1
    assert (curve.values == 70.0).all()
    assert curve.key == "k"


def test_r16_locked_frames_stay_bit_for_bit_and_fade_outside():
    old = np.linspace(60.0, 61.0, 40).astype(np.float32)
    new = np.full(40, 70.0)
    curve, n_runs = settle("new", generated("old", old), new, locked=((100, 200),))
    assert n_runs == 1
    times = (np.arange(40) - 8) * 10.0
    inside = (times >= 100) & (times <= 200)
    assert np.array_equal(curve.values[inside], old[inside])
    assert (curve.values[(times <= 40) | (times >= 260)] == 70.0).all()
    fading = curve.values[(times > 200) & (times < 260)]
    assert (np.diff(fading) > 0).all()


def test_a_locked_curve_is_fresh_while_locked_and_stale_once_unlocked():
    old = np.linspace(60.0, 61.0, 40)
    locked = ((100, 200),)
    first, _ = settle("new", generated("old", old), np.full(40, 70.0), locked=locked)
    again, n_runs = settle("new", first, np.full(40, 70.0), locked=locked)
    assert again is first
    assert n_runs == 0
    free, n_runs = settle("new", first, np.full(40, 70.0))
    assert n_runs == 1
    assert (free.values == 70.0).all()


def test_a_lock_does_nothing_where_nothing_was_kept():
    curve, n_runs = settle("k", None, np.full(40, 70.0), locked=((0, 1000),))
    assert n_runs == 1
    assert (curve.values == 70.0).all()


def test_lock_weights_are_one_inside():
    weights = lock_weights(((100, 200),), clock([40.0, 70.0, 100.0, 150.0, 200.0, 230.0]), TEMPO)
    np.testing.assert_allclose(weights, [0.0, 0.5, 1.0, 1.0, 1.0, 0.5])


def test_made_curves_are_read_only():
    curve, _ = settle("k", None, np.full(40, 70.0))
    assert not curve.values.flags.writeable
    assert isinstance(
        StoredCurve(curve=curve, values=curve.values, weights=np.zeros(40)).has_lock, bool
    )
