"""Phrases into one stream: joins without clicks, faders, order."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.api import Engine
from engine.render.mix import (
    EDGE_SAMPLES,
    MIN_JOIN_SAMPLES,
    Clip,
    MixTrack,
    join,
    mix_blocks,
    pan_gains,
    place,
)
from engine.timing import Tempo, TempoMap
from engine.types import (
    CurveLayers,
    CurveSegment,
    NoteId,
    Parameter,
    RenderRequest,
    ScoreNote,
)
from tests.singing import sing

NAGI = Path(__file__).resolve().parents[3] / "voicebanks" / "nagi"
RATE = 44100
PADDING = 4096


def tone(n_samples: int, *, start: int = 0, hz: float = 220.0, level: float = 0.3) -> np.ndarray:
    times = (start + np.arange(n_samples)) / RATE
    return (level * np.sin(2 * np.pi * hz * times)).astype(np.float32)


def whole(tracks, last: int) -> np.ndarray:
    return np.concatenate(list(mix_blocks(tracks, first=0, last=last)))


def mono(clips, last: int) -> np.ndarray:
    return whole([MixTrack(name="t", clips=tuple(clips))], last)[:, 0].astype(np.float64)


def padded(start: int, *, hz: float, noise: float, seed: int) -> Clip:
    """A phrase of 0.5 s that swells and fades, with a vocoder's noise in its padding."""
    rng = np.random.default_rng(seed)
    n = RATE // 2
    swell = np.clip(np.minimum(np.arange(n), np.arange(n)[::-1]) / 1500, 0.0, 1.0)
    samples = noise * rng.uniform(-1.0, 1.0, n + 2 * PADDING)
    samples[PADDING : PADDING + n] += tone(n, hz=hz) * swell
    return Clip(
        start=start - PADDING, samples=samples.astype(np.float32), head=PADDING, tail=PADDING
    )


def sharpness(samples: np.ndarray) -> np.ndarray:
    """Second difference: a click stands out in it as in no other measure."""
    return np.abs(np.diff(samples, 2))


def test_overlapping_phrases_keep_their_power_and_do_not_click():
    rng = np.random.default_rng(0)
    first = Clip(start=0, samples=(0.1 * rng.standard_normal(40_000)).astype(np.float32))
    second = Clip(start=32_000, samples=(0.1 * rng.standard_normal(40_000)).astype(np.float32))
    mixed = whole([MixTrack(name="t", clips=join([second, first]))], 72_000)[:, 0]
    levels = [np.sqrt(np.mean(mixed[a : a + 2000] ** 2)) for a in range(0, 70_000, 2000)]
    assert max(levels) / min(levels) < 1.2
    np.testing.assert_array_equal(mixed[:32_000], first.samples[:32_000])
    np.testing.assert_array_equal(mixed[40_000:], second.samples[8000:])


def test_a_join_of_two_tones_has_no_click():
    """The second difference of a click stands out; a cross-fade's does not."""
    first = Clip(start=0, samples=tone(40_000))
    second = Clip(start=35_000, samples=tone(40_000, start=35_000))
    smooth = whole([MixTrack(name="t", clips=join([first, second]))], 75_000)[:, 0]
    bend = np.abs(np.diff(smooth.astype(np.float64), 2))
    assert bend[34_990:40_010].max() <= 1.5 * bend[1000:30_000].max()
    hard = smooth.copy()
    hard[35_000:] = -hard[35_000:]
    assert np.abs(np.diff(hard.astype(np.float64), 2)).max() > 3 * bend[1000:30_000].max()


def test_a_phrase_inside_another_is_only_added():
    long, short = Clip(start=0, samples=tone(1000)), Clip(start=200, samples=tone(100))
    assert join([long, short]) == (long, short)


def test_the_middle_of_the_pan_is_unity_and_its_power_is_even():
    assert pan_gains(0.0) == pytest.approx((1.0, 1.0))
    assert pan_gains(-1.0) == pytest.approx((np.sqrt(2), 0.0), abs=1e-9)
    for pan in np.linspace(-1, 1, 9):
        left, right = pan_gains(pan)
        assert left**2 + right**2 == pytest.approx(2.0)


def test_the_sum_does_not_depend_on_which_phrase_was_ready_first():
    clips = [Clip(start=7000 * i, samples=tone(9000, start=i)) for i in range(6)]
    forward = whole([MixTrack(name="t", clips=join(clips), gain_db=-3.0)], 60_000)
    backward = whole([MixTrack(name="t", clips=join(clips[::-1]), gain_db=-3.0)], 60_000)
    np.testing.assert_array_equal(forward, backward)


@pytest.mark.parametrize("gap", [0, 1, 100, 441, 2000, 4096, 6000, 8191])
@pytest.mark.parametrize("noise", [0.0, 1e-4])
def test_no_gap_between_phrases_makes_a_click(gap, noise):
    first = padded(20_000, hz=220.0, noise=noise, seed=1)
    second = padded(20_000 + RATE // 2 + gap, hz=331.0, noise=noise, seed=2)
    mixed = mono(join([first, second]), 90_000)
    around = sharpness(mixed)
    border = 20_000 + RATE // 2
    near = around[border - PADDING : border + gap + PADDING]
    inside = max(sharpness(clip.samples.astype(np.float64)).max() for clip in (first, second))
    assert near.max() <= inside + 4 * noise
    ends = np.r_[around[:17_000], around[75_000:]]
    assert ends.max() <= 4 * noise + 1e-9  # where the paddings begin and end


@pytest.mark.parametrize("gap", [1, 441, 2000, 4096])
def test_a_short_rest_leaves_both_phrases_at_full_level(gap):
    """A fade over the whole overlap would take 3 dB off the last and first tenth of a second."""
    first = padded(20_000, hz=220.0, noise=0.0, seed=1)
    second = padded(20_000 + RATE // 2 + gap, hz=331.0, noise=0.0, seed=2)
    mixed = mono(join([first, second]), 90_000)
    own = mono([first, second], 90_000)
    border = 20_000 + RATE // 2
    left, right = border - MIN_JOIN_SAMPLES, border + gap + MIN_JOIN_SAMPLES
    np.testing.assert_array_equal(mixed[20_000:left], own[20_000:left])
    np.testing.assert_array_equal(mixed[right : right + 15_000], own[right : right + 15_000])


def test_a_padding_rises_from_silence_and_falls_to_it():
    clip = Clip(start=1000, samples=np.ones(20_000, dtype=np.float32), head=PADDING, tail=PADDING)
    mixed = mono(join([clip]), 22_000)
    assert (mixed[1000 + EDGE_SAMPLES : 21_000 - EDGE_SAMPLES] == 1.0).all()
    assert 0.0 < mixed[1000] < 0.01
    assert 0.0 < mixed[20_999] < 0.01
    np.testing.assert_allclose(mixed[1000:21_000], mixed[1000:21_000][::-1], atol=1e-6)
    assert not mixed[:1000].any()
    assert not mixed[21_000:].any()


def test_the_two_halves_of_a_join_have_equal_power():
    first = Clip(start=0, samples=np.ones(10_000, dtype=np.float32))
    second = Clip(start=6000, samples=np.ones(10_000, dtype=np.float32))
    one, two = join([first, second])
    fall, rise = one.heard(6000, 10_000), two.heard(6000, 10_000)
    np.testing.assert_allclose(fall**2 + rise**2, 1.0, atol=1e-6)
    assert (np.diff(fall) <= 0).all()
    assert (np.diff(rise) >= 0).all()


def test_a_clip_is_heard_alike_in_any_pieces():
    clip = Clip(start=50, samples=tone(3000), rise=(10, 700), fall=(2000, 2950))
    pieces = np.concatenate([clip.heard(a, b) for a, b in ((50, 51), (51, 900), (900, 3050))])
    np.testing.assert_array_equal(pieces, clip.heard(50, 3050))
    assert not pieces[:10].any()
    assert not pieces[2950:].any()
    np.testing.assert_array_equal(pieces[700:2000], clip.samples[700:2000])


def test_after_a_phrase_inside_another_the_longer_one_is_joined():
    long = Clip(start=0, samples=tone(10_000))
    inner = Clip(start=2000, samples=tone(1000))
    after = Clip(start=9000, samples=tone(5000))
    one, two, three = join([after, inner, long])
    assert one.fall == (9000, 10_000)
    assert (two.rise, two.fall) == (None, None)
    assert three.rise == (0, 1000)


def request(*notes: ScoreNote, **more) -> RenderRequest:
    return RenderRequest(
        part_id="p",
        revision=0,
        voice_folder=NAGI,
        tempo=TempoMap([Tempo(start_ticks=0, bpm=125.0)]),  # a tick is a millisecond
        notes=notes,
        **more,
    )


def note(number: int, start: int, length: int, lyric: str, key: int = 64) -> ScoreNote:
    return ScoreNote(
        id=NoteId(f"n{number}"), start_ticks=start, length_ticks=length, key_midi=key, lyric=lyric
    )


@pytest.fixture(scope="module")
def engine():
    with Engine(cache_folder=None) as opened:
        yield opened


@pytest.mark.parametrize("gap_ticks", [10, 60, 150])
def test_the_voice_itself_has_no_click_at_a_short_rest(engine, gap_ticks):
    asked = request(note(0, 1000, 600, "あ"), note(1, 1600 + gap_ticks, 600, "あ", 67))
    results = sing(engine, asked).results
    clips = [place(result) for result in results.values()]
    assert [clip.head for clip in clips] == [pytest.approx(PADDING, abs=2)] * 2
    assert len(clips) == 2
    mixed = mono(join(clips), 150_000)
    around = sharpness(mixed)
    low, high = clips[1].start, clips[0].end
    inside = max(sharpness(clip.samples.astype(np.float64)).max() for clip in clips)
    assert low < high
    assert around[low - 200 : high + 200].max() <= inside
    assert around[clips[0].start - 10 : clips[0].start + 10].max() < 0.01 * inside


def test_a_phrase_that_fades_out_stays_silent_to_its_end(engine):
    points = np.array([900, 1200, 1600], dtype=np.int64)
    values = np.array([0.0, 0.0, -96.0], dtype=np.float32)
    faded = CurveLayers(offset=(CurveSegment(ticks=points, values=values),))
    plain = sing(engine, request(note(0, 1000, 600, "あ"))).results["n0"].samples
    curves = {Parameter.DYNAMICS: faded}
    soft = sing(engine, request(note(0, 1000, 600, "あ"), curves=curves)).results["n0"].samples
    assert len(soft) == len(plain)
    end = len(soft) - PADDING
    assert np.abs(plain[end - 4000 : end]).max() > 0.01
    assert not soft[end + 64 :].any()
    np.testing.assert_array_equal(soft[: PADDING + 4000], plain[: PADDING + 4000])
