"""Clicks stand on the beats of the tempo map."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.project import TimeSignature
from engine.audio.metronome import beats, count_in, metronome
from engine.timing import Tempo, TempoMap

RATE = 44100
FOUR = (TimeSignature(),)


def test_beats_follow_the_metre_and_its_changes():
    metres = (TimeSignature(beats=3), TimeSignature(bar=2, beats=6, unit=8))
    found = list(beats(metres, end_ticks=2880 + 1440))
    assert [tick for tick, _ in found] == [480 * i for i in range(6)] + [
        2880 + 240 * i for i in range(6)
    ]
    assert [tick for tick, is_bar in found if is_bar] == [0, 1440, 2880]


def test_clicks_stand_where_the_tempo_map_says():
    tempo = TempoMap((Tempo(start_ticks=0, bpm=120.0), Tempo(start_ticks=960, bpm=60.0)))
    track = metronome(tempo, FOUR, end_ticks=1920, sample_rate_hz=RATE)
    assert [clip.start for clip in track.clips] == [0, RATE // 2, RATE, 2 * RATE]
    first, second, *_ = track.clips
    assert not np.array_equal(first.samples, second.samples)
    assert second.samples is track.clips[2].samples
    assert all(np.abs(clip.samples).max() < 0.5 for clip in track.clips)
    assert all(abs(clip.samples[-1]) < 1e-3 for clip in track.clips)


def test_a_count_in_ends_at_the_start_in_its_own_metre_and_tempo():
    tempo = TempoMap((Tempo(start_ticks=0, bpm=120.0), Tempo(start_ticks=5000, bpm=60.0)))
    metres = (TimeSignature(), TimeSignature(bar=1, beats=3))
    before = count_in(tempo, metres, start_ticks=2000, sample_rate_hz=RATE)
    start = int(tempo.ticks_to_ms(2000) * RATE / 1e3)
    assert before.n_samples == pytest.approx(1.5 * RATE, abs=1)
    places = [clip.start - start for clip in before.track.clips]
    assert places == pytest.approx([-1.5 * RATE, -RATE, -RATE / 2], abs=1)
    two = count_in(tempo, FOUR, start_ticks=0, sample_rate_hz=RATE, n_bars=2)
    assert two.n_samples == 4 * RATE
    assert len(two.track.clips) == 8


@given(
    beats_of=st.lists(st.tuples(st.integers(1, 12), st.sampled_from([1, 2, 4, 8, 16])), min_size=1),
    end=st.integers(0, 20_000),
)
def test_bars_are_as_long_as_their_metre(beats_of, end):
    metres = tuple(
        TimeSignature(bar=2 * i, beats=n, unit=unit) for i, (n, unit) in enumerate(beats_of)
    )
    found = [tick for tick, is_bar in beats(metres, end_ticks=end) if is_bar]
    lengths = [1920 * n / unit for n, unit in beats_of]
    expected = np.cumsum([0.0] + [length for length in lengths for _ in range(2)])
    n_known = min(len(found), len(expected))
    np.testing.assert_array_equal(found[:n_known], expected[:n_known])


def test_a_metre_of_tiny_beats_ends():
    metres = (TimeSignature(unit=1 << 30),)
    assert len(list(beats(metres, end_ticks=100))) == 100
