from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.project import TimeSignature
from editor.view.metre import DENOMINATORS, MIN_LINE_GAP_PX, SNAP_OFF, Metre, Snap

MIXED = Metre(
    (
        TimeSignature(bar=0, beats=4, unit=4),
        TimeSignature(bar=2, beats=7, unit=8),
        TimeSignature(bar=5, beats=3, unit=4),
    )
)
BARS = (0, 1920, 3840, 5520, 7200, 8880, 10320)


def test_bars_follow_each_time_signature() -> None:
    assert tuple(MIXED.bar_start_ticks(bar) for bar in range(7)) == BARS
    assert [MIXED.bar_at(ticks) for ticks in (0, 1919, 1920, 3840, 5519, 8880)] == [
        0,
        0,
        1,
        2,
        2,
        5,
    ]


@given(st.integers(0, 200_000))
def test_a_place_lies_in_its_bar(ticks: int) -> None:
    bar = MIXED.bar_at(ticks)
    assert MIXED.bar_start_ticks(bar) <= ticks < MIXED.bar_start_ticks(bar + 1)


@pytest.mark.parametrize("denominator", DENOMINATORS)
def test_steps_and_their_triplets_have_whole_ticks(denominator: int) -> None:
    assert Snap(denominator=denominator).step_ticks * denominator == 1920
    assert Snap(denominator=denominator, is_triplet=True).step_ticks * denominator * 3 == 3840


@given(st.floats(0, 200_000), st.sampled_from(DENOMINATORS), st.booleans())
def test_snapping_goes_to_the_nearest_line_of_the_bar(
    ticks: float, denominator: int, is_triplet: bool
) -> None:
    snap = Snap(denominator=denominator, is_triplet=is_triplet)
    line = MIXED.snapped(ticks, snap)
    start = MIXED.bar_start_ticks(MIXED.bar_at(ticks))
    end = MIXED.bar_start_ticks(MIXED.bar_at(ticks) + 1)
    assert start <= line <= end
    assert line == end or (line - start) % snap.step_ticks == 0
    assert abs(line - ticks) <= snap.step_ticks / 2 or end - start < snap.step_ticks
    assert MIXED.snapped(line, snap) == line
    assert MIXED.snapped_down(ticks, snap) <= ticks


def test_without_snap_every_tick_is_a_line() -> None:
    assert MIXED.snapped(1234.4, SNAP_OFF) == 1234
    assert MIXED.snapped_down(1234.9, SNAP_OFF) == 1234


def test_lines_tell_bars_beats_and_steps_apart() -> None:
    lines = MIXED.lines(0, 5519, px_per_tick=1.0, snap=Snap(denominator=8))
    assert lines.bar_ticks.tolist() == [0, 1920, 3840]
    assert lines.bars.tolist() == [0, 1, 2]
    assert lines.beat_ticks.tolist()[:4] == [480, 960, 1440, 2400]
    assert lines.fine_ticks.tolist()[:3] == [240, 720, 1200]


@given(st.floats(0.0001, 4.0), st.sampled_from(DENOMINATORS), st.integers(0, 100_000))
def test_no_two_lines_are_closer_than_can_be_seen(
    px_per_tick: float, denominator: int, first: int
) -> None:
    metre = Metre((TimeSignature(),))
    snap = Snap(denominator=denominator)
    found = metre.lines(first, first + 1500 / px_per_tick, px_per_tick=px_per_tick, snap=snap)
    ticks = sorted([*found.bar_ticks, *found.beat_ticks, *found.fine_ticks])
    gaps = [b - a for a, b in pairwise(ticks)]
    assert all(gap * px_per_tick >= MIN_LINE_GAP_PX - 1e-6 for gap in gaps)
    assert len(ticks) == len(set(ticks))


def test_a_bar_far_out_counts_on_from_its_signature() -> None:
    lines = MIXED.lines(0, 2_000_000, px_per_tick=0.0005, snap=Snap())
    assert lines.bars.tolist()[:3] == [0, 2, 5]
    assert all(
        MIXED.bar_start_ticks(bar) == ticks
        for bar, ticks in zip(lines.bars.tolist(), lines.bar_ticks.tolist(), strict=True)
    )
