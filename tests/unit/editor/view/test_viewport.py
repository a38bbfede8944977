from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.view.viewport import MAX_PX_PER_TICK, N_KEYS, Viewport

views = st.builds(
    Viewport,
    width_px=st.integers(1, 4000),
    height_px=st.integers(1, 2000),
    px_per_tick=st.floats(0.0005, 4.0),
    px_per_key=st.floats(4.0, 64.0),
    scroll_x_px=st.integers(0, 100_000),
    scroll_y_px=st.integers(0, 8_000),
    end_ticks=st.integers(1, 5_000_000),
).map(Viewport.clamped)


@given(views, st.floats(0, 5e6), st.floats(0, 127))
def test_pixels_lead_back_to_ticks_and_keys(view: Viewport, ticks: float, pitch: float) -> None:
    assert view.px_to_ticks(view.ticks_to_px(ticks)) == pytest.approx(ticks, abs=1e-3)
    assert view.px_to_midi(view.midi_to_px(pitch)) == pytest.approx(pitch, abs=1e-6)


@given(views, st.floats(0.1, 10.0), st.floats(0.0, 1.0))
def test_zooming_time_keeps_what_is_under_the_hand(view: Viewport, by: float, at: float) -> None:
    x = at * view.width_px
    there = view.zoomed_time(by, x)
    is_at_limit = there.scroll_x_px in (0, there.last_scroll_x_px)
    distance_px = abs(there.ticks_to_px(view.px_to_ticks(x)) - x)
    assert distance_px <= 0.51 or is_at_limit


@given(views, st.floats(0.1, 10.0), st.floats(0.0, 1.0))
def test_zooming_keys_keeps_what_is_under_the_hand(view: Viewport, by: float, at: float) -> None:
    y = at * view.height_px
    there = view.zoomed_keys(by, y)
    is_at_limit = there.scroll_y_px in (0, there.last_scroll_y_px)
    assert abs(there.midi_to_px(view.px_to_midi(y)) - y) <= 0.51 or is_at_limit


@given(views, st.integers(-(10**7), 10**7), st.integers(-(10**5), 10**5))
def test_no_scroll_leaves_the_song_or_the_keys(view: Viewport, dx: int, dy: int) -> None:
    there = view.scrolled(dx, dy)
    assert 0 <= there.scroll_x_px <= there.last_scroll_x_px
    assert 0 <= there.scroll_y_px <= there.last_scroll_y_px
    assert there.px_to_midi(0.0) <= N_KEYS - 0.5


@given(views)
def test_a_viewport_within_the_limits_stays_the_very_same(view: Viewport) -> None:
    assert view.clamped() is view


@given(views)
def test_zooming_far_out_shows_the_whole_song(view: Viewport) -> None:
    there = view.zoomed_time(1e-9, 0.0)
    if view.end_ticks * MAX_PX_PER_TICK >= view.width_px:
        assert there.visible_ticks[1] == pytest.approx(view.end_ticks, rel=0.01, abs=2.0)


def test_a_row_belongs_to_its_key_from_edge_to_edge() -> None:
    view = Viewport(width_px=800, height_px=400, px_per_key=20.0, end_ticks=10_000)
    top = view.midi_to_px(60.5)
    assert [view.px_to_key(top + y) for y in (-0.1, 0.1, 19.9, 20.1)] == [61, 60, 60, 59]
    assert view.px_to_key(-1e9) == 127
    assert view.px_to_key(1e9) == 0


def test_showing_a_stretch_fills_the_width_with_it() -> None:
    view = Viewport(width_px=1000, height_px=400, end_ticks=100_000)
    first, last = view.showing_ticks(5_000, 15_000).visible_ticks
    assert (first, last) == (5_000, 15_000)


def test_revealing_what_is_seen_does_not_scroll() -> None:
    view = Viewport(width_px=1000, height_px=400, px_per_tick=0.1, end_ticks=100_000)
    assert view.revealing(2_000, 3_000) == view


def test_revealing_scrolls_the_beginning_into_view_when_not_all_fits() -> None:
    view = Viewport(width_px=1000, height_px=400, px_per_tick=0.1, end_ticks=100_000)
    there = view.revealing(40_000, 90_000)
    assert there.ticks_to_px(40_000) == pytest.approx(100.0)
    back = there.revealing(1_000, 2_000)
    assert back.scroll_x_px == 0


def test_the_page_turns_when_the_playhead_leaves_it() -> None:
    view = Viewport(width_px=1000, height_px=400, px_per_tick=0.1, end_ticks=100_000)
    assert view.following(9_999) is view
    assert view.following(10_001).ticks_to_px(10_001) == pytest.approx(150.0, abs=1.0)


def test_an_empty_view_has_no_place_to_divide_by() -> None:
    nothing = Viewport(width_px=0, height_px=0, end_ticks=0).clamped()
    assert replace(nothing, end_ticks=0).zoomed_time(2.0, 0.0).resized(0, 0).scroll_x_px == 0
