"""Drags in the overview: each is an edit of the song that was there when it began."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import tracks
from editor.model.project import AudioClip, Part, Track
from editor.panels.block_gestures import (
    FadeSound,
    Ground,
    LevelSound,
    MoveBlocks,
    NewIds,
    Spot,
    TrimSound,
)
from editor.panels.blocks import Grip, arranged
from editor.view.metre import Snap
from tests.unit.editor.songs import ids, song

BAR, FILE_MS = 1920, 4000.0
HERE = Spot(ticks=0.0, row=0)


def ground(**fields):
    clip = AudioClip(id="band", path="band.wav", start_ticks=BAR, **fields)
    project = tracks.add_track(song(), Track(id="two", audio=(clip,))).after
    project = tracks.add_part(project, "two", Part(id="more", start_ticks=4 * BAR)).after
    return Ground(arrangement=arranged(project, lambda _: FILE_MS), snap=Snap(denominator=4))


def move(found, *names, held=None, **more):
    blocks = tuple(found.arrangement.find(name) for name in names)
    held = found.arrangement.find(held or names[0])
    return MoveBlocks(ground=found, blocks=blocks, held=held, origin=HERE, **more)


def part_of(project, part_id):
    return next(p for track in project.tracks for p in track.parts if p.id == part_id)


def sound_of(project):
    return project.tracks[1].audio[0]


def test_a_part_moves_by_the_grid_and_freely_with_alt():
    drag = move(ground(), "part")
    snapped = drag.edit(Spot(ticks=500.0, row=0), is_free=False).after
    assert part_of(snapped, "part").start_ticks == 480
    free = drag.edit(Spot(ticks=500.0, row=0), is_free=True).after
    assert part_of(free, "part").start_ticks == 500
    assert drag.edit(HERE, is_free=False).is_nothing


def test_a_part_moves_to_another_track_and_no_further_than_the_last():
    drag = move(ground(), "part")
    for row in (1, 7):
        after = drag.edit(Spot(ticks=0.0, row=row), is_free=False).after
        assert [len(t.parts) for t in after.tracks] == [0, 2]
    assert drag.edit(Spot(ticks=-9000.0, row=-3), is_free=False).is_nothing


def test_chosen_blocks_move_together_as_one_step():
    drag = move(ground(), "band", "more", held="more")
    edit = drag.edit(Spot(ticks=-960.0, row=0), is_free=False)
    assert sound_of(edit.after).start_ticks == BAR - 960
    assert part_of(edit.after, "more").start_ticks == 4 * BAR - 960
    assert edit.focus.part_id == "more"
    far = drag.edit(Spot(ticks=-99_999.0, row=0), is_free=False).after
    assert sound_of(far).start_ticks == 0
    assert part_of(far, "more").start_ticks == 3 * BAR


def test_copies_leave_what_they_are_copied_from():
    numbers = itertools.count()
    new_ids = NewIds(block=lambda: f"copy{next(numbers)}", note=ids())
    drag = move(ground(), "part", "band", new_ids=new_ids)
    after = drag.edit(Spot(ticks=4.0 * BAR, row=0), is_free=False).after
    assert [p.id for p in after.tracks[0].parts] == ["part", "copy0"]
    assert [c.start_ticks for c in after.tracks[1].audio] == [BAR, 5 * BAR]
    assert after.tracks[0].parts[1].notes[0].id == "new0"


@given(st.floats(-20_000, 20_000), st.integers(-3, 3), st.booleans())
def test_no_drag_loses_a_block_or_puts_it_before_the_song(ticks, row, is_free):
    found = ground()
    edit = move(found, "part", "band", held="band").edit(
        Spot(ticks=ticks, row=row), is_free=is_free
    )
    after = arranged(edit.after, lambda _: FILE_MS)
    assert {b.id for b in after.blocks} == {b.id for b in found.arrangement.blocks}
    assert min(block.start_ticks for block in after.blocks) >= 0
    before = {b.id: b for b in found.arrangement.blocks}
    ways = {after.find(i).start_ticks - before[i].start_ticks for i in ("part", "band")}
    assert len(ways) == 1
    assert after.find("more").start_ticks == before["more"].start_ticks


def trim(found, grip, origin_ticks):
    return TrimSound(
        ground=found,
        held=found.arrangement.find("band"),
        grip=grip,
        origin=Spot(ticks=origin_ticks, row=1),
        file_ms=FILE_MS,
    )


def test_a_cut_at_the_front_leaves_the_rest_in_place():
    drag = trim(ground(), Grip.START, BAR)
    sound = sound_of(drag.edit(Spot(ticks=BAR + 960.0, row=1), is_free=False).after)
    assert (sound.start_ticks, sound.skip_ms, sound.length_ms) == (BAR + 960, 1000.0, None)


def test_the_front_goes_back_no_further_than_the_file():
    drag = trim(ground(skip_ms=500.0, length_ms=1000.0), Grip.START, BAR)
    sound = sound_of(drag.edit(Spot(ticks=0.0, row=1), is_free=False).after)
    assert (sound.start_ticks, sound.skip_ms, sound.length_ms) == (BAR - 480, 0.0, 1500.0)


def test_a_sound_is_never_cut_to_nothing():
    begin, end = trim(ground(), Grip.START, BAR), trim(ground(), Grip.END, BAR + 3840)
    late = sound_of(begin.edit(Spot(ticks=90_000.0, row=1), is_free=True).after)
    assert late.skip_ms == pytest.approx(FILE_MS - 10.0)
    early = sound_of(end.edit(Spot(ticks=0.0, row=1), is_free=True).after)
    assert early.length_ms == 10.0


def test_an_end_that_reaches_the_file_s_own_is_no_cut():
    drag = trim(ground(length_ms=1000.0), Grip.END, BAR + 960)
    sound = sound_of(drag.edit(Spot(ticks=BAR + 1440.0, row=1), is_free=False).after)
    assert sound.length_ms == 1500.0
    whole = sound_of(drag.edit(Spot(ticks=BAR + 9000.0, row=1), is_free=False).after)
    assert whole.length_ms is None


def test_fades_reach_where_the_hand_is_and_do_not_cross():
    found = ground(fade_out_ms=3000.0)
    held = found.arrangement.find("band")
    rise = FadeSound(ground=found, held=held, grip=Grip.FADE_IN)
    sound = sound_of(rise.edit(Spot(ticks=BAR + 480.0, row=1), is_free=False).after)
    assert sound.fade_in_ms == 500.0
    most = sound_of(rise.edit(Spot(ticks=BAR + 3000.0, row=1), is_free=False).after)
    assert most.fade_in_ms == 1000.0
    fall = FadeSound(ground=found, held=held, grip=Grip.FADE_OUT)
    sound = sound_of(fall.edit(Spot(ticks=BAR + 2880.0, row=1), is_free=False).after)
    assert sound.fade_out_ms == 1000.0
    none = sound_of(fall.edit(Spot(ticks=99_999.0, row=1), is_free=False).after)
    assert none.fade_out_ms == 0.0


def test_the_line_of_gain_goes_up_with_the_hand_finely_with_alt():
    found = ground()
    held = found.arrangement.find("band")
    drag = LevelSound(ground=found, held=held, origin=Spot(ticks=0, row=1, y_px=80), height_px=40.0)
    coarse = sound_of(drag.edit(Spot(ticks=0, row=1, y_px=75), is_free=False).after)
    assert coarse.gain_db == 6.0
    fine = sound_of(drag.edit(Spot(ticks=0, row=1, y_px=75), is_free=True).after)
    assert fine.gain_db == 0.6
    top = sound_of(drag.edit(Spot(ticks=0, row=1, y_px=-9999), is_free=False).after)
    assert top.gain_db == 24.0
