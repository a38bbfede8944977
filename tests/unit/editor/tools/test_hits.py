"""What a stroke crosses, and where a note is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.tools.gestures import DrawNote, Ground, SplitNote, cut_ticks
from editor.tools.hits import Place, hit_note, notes_on_way
from editor.view.metre import SNAP_OFF, Metre, Snap
from editor.view.viewport import Viewport
from engine.types import NoteId
from tests.unit.editor.songs import song

SEEN = Viewport(width_px=800, height_px=600, px_per_tick=0.2, scroll_y_px=1000, end_ticks=9600)


def ground(snap=Snap()):  # noqa: B008  # a frozen value
    project = song()
    return Ground(project=project, part_id="part", metre=Metre(project.time_signatures), snap=snap)


def part():
    return song().tracks[0].parts[0]


def px(ticks, key_midi):
    return SEEN.ticks_to_px(ticks), SEEN.midi_to_px(key_midi)


def test_a_stroke_crosses_the_notes_on_its_way_only():
    crossed = notes_on_way(part(), SEEN, px(700, 60), px(1200, 61))
    assert [note.id for note in crossed] == ["n0", "n1"]
    assert not list(notes_on_way(part(), SEEN, px(0, 70), px(3000, 70)))
    assert [n.id for n in notes_on_way(part(), SEEN, px(700, 60), px(700, 60))] == ["n0"]
    upright = notes_on_way(part(), SEEN, px(1000, 50), px(1000, 80))
    assert [note.id for note in upright] == ["n1"]


@given(*[st.floats(0, 790, allow_nan=False), st.floats(0, 590, allow_nan=False)] * 2)
def test_a_stroke_crosses_at_least_what_lies_at_its_ends(x0, y0, x1, y1):
    crossed = {note.id for note in notes_on_way(part(), SEEN, (x0, y0), (x1, y1))}
    for place in ((x0, y0), (x1, y1)):
        hit = hit_note(part(), SEEN, *place)
        assert hit is None or hit.note.id in crossed


@pytest.mark.parametrize(
    ("ticks", "snap", "is_free", "there"),
    [
        (1130.0, Snap(), False, 1080),
        (1130.0, Snap(), True, 1130),
        (1130.0, Snap(denominator=1), False, 1130),  # no whole note inside
        (962.0, SNAP_OFF, False, 975),
        (9999.0, Snap(), False, 1425),
    ],
)
def test_a_cut_lies_on_the_grid_and_inside_the_note(ticks, snap, is_free, there):
    note = part().notes[1]
    assert cut_ticks(ground(snap), note, ticks, is_free=is_free) == there
    gesture = SplitNote(ground=ground(snap), held=note, new_id=NoteId("x"))
    edit = gesture.edit(Place(ticks=ticks, key_midi=60), is_free=is_free)
    halves = [n for n in edit.after.tracks[0].parts[0].notes if n.id in ("n1", "x")]
    assert [n.start_ticks for n in halves] == [960, there]
    assert halves[1].end_ticks == note.end_ticks


def test_a_click_draws_a_note_as_long_as_usual_and_a_drag_as_long_as_it_is():
    gesture = DrawNote(
        ground=ground(),
        origin=Place(ticks=4810.0, key_midi=60),
        note_id=NoteId("x"),
        usual_ticks=240,
    )
    for ticks, length in ((4810.0, 240), (5530.0, 720), (4700.0, 120)):
        edit = gesture.edit(Place(ticks=ticks, key_midi=64), is_free=False)
        note = edit.after.tracks[0].parts[0].notes[-1]
        assert (note.start_ticks, note.length_ticks, note.key_midi) == (4800, length, 60)
