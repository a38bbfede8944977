"""A handle that is dragged to where another vibrato has it gives that vibrato."""

from __future__ import annotations

import numpy as np
import pytest

from editor.edits.vibrato import change_vibrato
from editor.tools.touch import PaneKind, Touch
from editor.tools.vibrato_gestures import FIELDS, DragHandle, DrawVibrato
from editor.view.content import Content
from editor.view.vibrato_shape import Handle, curve_of, shape_of, shown_vibratos
from editor.view.viewport import Viewport
from engine.types import NoteId
from tests.unit.editor.songs import song

N0, N1 = NoteId("n0"), NoteId("n1")
VIEW = Viewport(width_px=1000, height_px=500, px_per_tick=0.5, scroll_y_px=1000, end_ticks=20_000)
WANTED = {
    "length_ratio": 0.8,
    "depth_cents": 75.0,
    "period_ms": 120.0,
    "fade_in_ratio": 0.25,
    "fade_out_ratio": 0.4,
    "phase_ratio": 0.35,
}


def with_vibrato(**fields):
    """A song, its content with the note chosen, and the note."""
    project = change_vibrato(song(), "part", [N0], fields).after
    content = Content(selected=frozenset({N0})).with_song(project, project.tracks[0].parts[0])
    return project, content, content.part.notes[0]


def touch_at(x_px, y_px, **more):
    return Touch(
        pane=PaneKind.ROLL,
        ticks=VIEW.px_to_ticks(x_px),
        midi=VIEW.px_to_midi(y_px),
        x_px=x_px,
        y_px=y_px,
        **more,
    )


@pytest.mark.parametrize("handle", list(Handle))
def test_each_handle_sets_its_field(handle):
    project, content, note = with_vibrato()
    name = FIELDS[handle]
    _, goal, held = with_vibrato(**{name: WANTED[name]})
    x, y = shape_of(goal, VIEW, held, held.vibrato).handles[handle]
    drag = DragHandle(
        project=project, content=content, note=note, vibrato=note.vibrato, handle=handle
    )
    exact = drag.edit(touch_at(x, y, is_alt=True)).after.tracks[0].parts[0].notes[0]
    assert getattr(exact.vibrato, name) == pytest.approx(WANTED[name], rel=1e-6)
    rounded = drag.edit(touch_at(x + 0.4, y)).after.tracks[0].parts[0].notes[0]
    assert getattr(rounded.vibrato, name) == pytest.approx(WANTED[name], abs=1e-9)


def test_a_handle_is_found_where_it_is_drawn():
    _, content, note = with_vibrato()
    shape = shape_of(content, VIEW, note, note.vibrato)
    for handle, (x, y) in shape.handles.items():
        assert shape.handle_at(x + 1, y - 1) is handle
    assert shape.handle_at(shape.left_px - 60, shape.top_px) is None


def test_a_narrow_note_shows_no_handles():
    _, content, note = with_vibrato()
    far = Viewport(width_px=1000, height_px=500, px_per_tick=0.02, end_ticks=20_000)
    assert shape_of(content, far, note, note.vibrato).handles == {}


def test_with_shift_all_chosen_vibratos_get_the_same_value():
    project = change_vibrato(song(), "part", [N0, N1], {}).after
    part = project.tracks[0].parts[0]
    content = Content(selected=frozenset({N0, N1})).with_song(project, part)
    shown = shown_vibratos(content)
    assert [note.id for note, _ in shown] == [N0, N1]
    drag = DragHandle(
        project=project,
        content=content,
        note=part.notes[0],
        vibrato=part.notes[0].vibrato,
        handle=Handle.DEPTH,
        others=frozenset({N0, N1}),
    )
    y = VIEW.midi_to_px(part.notes[0].key_midi + 0.5)
    alone = drag.edit(touch_at(300, y)).after.tracks[0].parts[0].notes
    assert [alone[i].vibrato.depth_cents for i in (0, 1)] == [50.0, 30.0]
    both = drag.edit(touch_at(300, y, is_shift=True)).after.tracks[0].parts[0].notes
    assert [both[i].vibrato.depth_cents for i in (0, 1)] == [50.0, 50.0]


def test_a_vibrato_is_drawn_from_the_hand_to_the_notes_end():
    project = song()
    part = project.tracks[0].parts[0]
    content = Content().with_song(project, part)
    begin = touch_at(VIEW.ticks_to_px(600), VIEW.midi_to_px(60))
    gesture = DrawVibrato(project=project, content=content, note=part.notes[0], begin=begin)
    end = touch_at(VIEW.ticks_to_px(600), VIEW.midi_to_px(60.2))
    vibrato = gesture.edit(end).after.tracks[0].parts[0].notes[0].vibrato
    assert vibrato.length_ratio == pytest.approx(0.75)
    assert vibrato.depth_cents == pytest.approx(50.0)


def test_the_curve_that_is_seen_is_the_one_that_is_added():
    _, content, note = with_vibrato(depth_cents=100.0, fade_in_ratio=0.0, fade_out_ratio=0.0)
    x, y = curve_of(content, VIEW, note, note.vibrato)
    shape = shape_of(content, VIEW, note, note.vibrato)
    zero = VIEW.midi_to_px(note.key_midi)
    assert (np.abs(y[x < shape.left_px - 2] - zero) < 1e-9).all()
    assert np.abs(y - zero).max() == pytest.approx(VIEW.px_per_key, rel=0.01)
    assert x[0] == VIEW.ticks_to_px(note.start_ticks)
