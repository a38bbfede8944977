"""Parts and sounds stand in the overview where they sound, and are found under the hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.edits import audio, tracks
from editor.model.project import AudioClip, Part, Track
from editor.panels.blocks import (
    ROW_PX,
    Grip,
    RowView,
    arranged,
    gain_to_px,
    hit_block,
    overview_snap,
    part_end_ticks,
)
from editor.view.metre import Metre, Snap
from editor.view.viewport import Viewport
from tests.unit.editor.songs import song

BAR = 1920
VIEW = RowView(viewport=Viewport(width_px=1000, height_px=200, px_per_tick=0.1, end_ticks=99_999))


def with_band(**fields):
    clip = AudioClip(id="band", path="band.wav", start_ticks=BAR, **fields)
    return tracks.add_track(song(), Track(id="two", audio=(clip,))).after


def found(project, file_ms=4000.0):
    return arranged(project, lambda _: file_ms)


def test_a_part_ends_behind_its_last_note_and_lasts_a_bar_at_least():
    metre = Metre(song().time_signatures)
    assert part_end_ticks(song().tracks[0].parts[0], metre) == 2400
    assert part_end_ticks(Part(id="empty", start_ticks=BAR), metre) == 2 * BAR


def test_a_sound_is_as_long_as_its_file_where_it_is_not_cut():
    (block,) = found(with_band()).rows[1]
    assert (block.start_ticks, block.end_ticks) == (BAR, BAR + 3840)  # 4 s at 120 bpm
    (block,) = found(with_band(skip_ms=1000.0)).rows[1]
    assert block.end_ticks == BAR + 2880
    (block,) = found(with_band(length_ms=500.0)).rows[1]
    assert block.end_ticks == BAR + 480
    (block,) = found(with_band(length_ms=9000.0)).rows[1]
    assert block.end_ticks == BAR + 3840


def test_a_sound_whose_file_is_not_known_has_a_place_to_take_hold_of():
    (block,) = found(with_band(), None).rows[1]
    assert block.end_ticks > block.start_ticks + 480


def test_what_did_not_change_is_not_measured_again():
    before = found(with_band())
    after = arranged(
        tracks.rename_track(before.project, "two", "band").after, lambda _: 4000.0, before=before
    )
    assert after.rows[0][0] is before.rows[0][0]
    moved = tracks.move_track(before.project, "two", 0).after
    again = arranged(moved, lambda _: 4000.0, before=after)
    assert (again.rows[1][0].row, again.rows[1][0].end_ticks) == (1, 2400)


def test_what_is_under_the_hand():
    arrangement = found(with_band(fade_in_ms=1000.0))
    assert hit_block(arrangement, VIEW, 100.0, 20.0).block.id == "part"
    assert hit_block(arrangement, VIEW, 300.0, 20.0) is None
    assert hit_block(arrangement, VIEW, 300.0, 2 * ROW_PX + 1) is None
    left, right, top = 192.0, 576.0, ROW_PX + 2.0
    for x, y, grip in (
        (left + 1, top + 30, Grip.START),
        (right - 1, top + 30, Grip.END),
        (left + 96, top + 4, Grip.FADE_IN),  # 1 s is 960 ticks
        (right - 1, top + 4, Grip.FADE_OUT),
        (left + 200, top + gain_to_px(0.0, 40.0), Grip.GAIN),
        (left + 200, top + 34, Grip.BODY),
    ):
        assert hit_block(arrangement, VIEW, x, y).grip is grip


def test_a_narrow_sound_is_only_moved():
    arrangement = found(with_band(length_ms=100.0))
    assert hit_block(arrangement, VIEW, 193.0, ROW_PX + 20.0).grip is Grip.BODY


def test_scrolled_rows_are_found_where_they_are_seen():
    view = replace(VIEW, scroll_px=ROW_PX)
    assert hit_block(found(with_band()), view, 300.0, 20.0).block.id == "band"


@pytest.mark.parametrize(
    ("px_per_tick", "denominator"), [(0.002, 1), (0.005, 1), (0.01, 2), (0.05, 8), (1.0, 16)]
)
def test_the_grid_is_as_fine_as_can_be_told_apart(px_per_tick, denominator):
    assert overview_snap(px_per_tick, Snap(denominator=16)).denominator == denominator


def test_a_grid_that_is_off_stays_off():
    assert overview_snap(0.1, Snap(denominator=0)).denominator == 0
    assert overview_snap(1.0, Snap(denominator=8, is_triplet=True)).is_triplet


def test_halves_of_a_split_sound_sound_as_the_whole_did():
    project = with_band(skip_ms=250.0, fade_in_ms=100.0, fade_out_ms=200.0)
    edit = audio.split_clip(project, "band", BAR + 960, new_id="tail")
    first, second = edit.after.tracks[1].audio
    assert (first.skip_ms, first.length_ms, first.fade_out_ms) == (250.0, 1000.0, 0.0)
    assert (second.start_ticks, second.skip_ms) == (BAR + 960, 1250.0)
    assert (second.length_ms, second.fade_in_ms, second.fade_out_ms) == (None, 0.0, 200.0)
