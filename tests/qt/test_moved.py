"""Edits under which the prediction moved are marked, told, found by keys and accepted."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from app.rooms.moved import MovedRoom
from editor.edits import curves
from engine.types import Parameter

PITCH = Parameter.PITCH


@pytest.fixture
def moved(hand, workspace, wait_until):
    """Two strokes of the pitch; what was predicted below them was a semitone lower."""
    wait_until(
        lambda: (
            not workspace.bridge.is_busy and any(p.sung for p in hand.roll.content.phrases.values())
        )
    )
    bench = hand.window.desk.bench
    part = bench.part
    first = part.notes[0].start_ticks
    project = bench.project
    for start in (first + 100, first + 300):
        edit = curves.draw(project, part.id, PITCH, [start, start + 60], [61.0, 62.0])
        project = edit.after
    layers = project.tracks[0].parts[0].curves[PITCH]
    lower = tuple(replace(segment, values=segment.values - 1.0) for segment in layers.reference)
    (track,) = project.tracks
    known = replace(
        track.parts[0], curves=MappingProxyType({PITCH: replace(layers, reference=lower)})
    )
    project = replace(project, tracks=(replace(track, parts=(known,)),))
    bench.commit(replace(edit, before=bench.project, after=project))
    return hand


def room_of(hand):
    return hand.window.findChild(MovedRoom)


def test_marks_are_told_visited_and_accepted_one_by_one(moved):
    actions, bench = moved.window.actions_, moved.window.desk.bench
    start = bench.part.start_ticks + bench.part.notes[0].start_ticks
    room = room_of(moved)
    assert "moved" in room.text_at(PITCH, start + 130)
    assert "100 ct" in room.text_at(PITCH, start + 130)
    assert room.text_at(PITCH, start + 200) == ""
    assert room.text_at(Parameter.TENSION, start + 130) == ""
    places = []
    for _ in range(3):
        actions["curves.next_moved"].trigger()
        places.append(bench.range_ticks[0] - start)
    assert places == [100, 300, 100]
    actions["curves.accept_prediction"].trigger()
    assert room.text_at(PITCH, start + 130) == ""
    assert room.text_at(PITCH, start + 330)
    bench.select_range(None)
    actions["curves.accept_prediction"].trigger()
    assert not actions["curves.next_moved"].isEnabled()
    moved.window.actions_["edit.undo"].trigger()
    assert actions["curves.next_moved"].isEnabled()


def test_nothing_is_marked_in_a_new_song(window):
    assert not window.actions_["curves.next_moved"].isEnabled()
    assert not window.actions_["curves.accept_prediction"].isEnabled()
