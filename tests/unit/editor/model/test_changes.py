"""Change sets name places, add up, and cost what changed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from editor.edits import curves, lyrics, tempo, tracks
from editor.model.changes import ChangeSet, PartChange, changes_between
from editor.model.project import Part, Track
from engine.types import ColourWeight, CurveSegment, GeneratedTiming, NoteId, Parameter
from tests.unit.editor.songs import song

PITCH = Parameter.PITCH


def test_a_stroke_in_a_long_line_names_its_own_ticks_only():
    project = curves.draw(song(), "part", PITCH, [0, 4000], [60.0, 64.0]).after
    edit = curves.draw(project, "part", PITCH, [1000, 1100], [70.0, 70.0])
    assert dict(edit.changes.parts["part"].curves) == {PITCH: ((1000, 1100),)}
    two = curves.draw(edit.after, "part", PITCH, [3000, 3010], [1.0, 1.0])
    both = changes_between(project, two.after).parts["part"].curves[PITCH]
    assert both == ((1000, 1100), (3000, 3010))


def test_the_least_difference_of_a_curve_is_told():
    values = np.array([60.0, 61.0], np.float32)
    lines = [
        CurveSegment(ticks=np.array([0, 900]), values=v)
        for v in (values, np.array([60.0, np.nextafter(np.float32(61), np.float32(62))]))
    ]
    projects = [
        replace(
            song(),
            tracks=(Track(id="t", colours=(ColourWeight(colour="c", curve=(line,)),), parts=()),),
        )
        for line in lines
    ]
    assert changes_between(*projects).track_ids == {"t"}
    assert not changes_between(projects[0], projects[0])


def test_two_edits_together_name_the_places_of_both():
    first = lyrics.set_lyrics(song(), "part", {NoteId("n0"): "か"})
    second = curves.draw(first.after, "part", PITCH, [960, 1000], [60.0, 60.0])
    third = tempo.set_tempo(second.after, 0, 99.0)
    fourth = tracks.set_mixer(third.after, "track", gain_db=-3.0)
    whole = first.changes | second.changes | third.changes | fourth.changes
    assert whole == changes_between(first.before, fourth.after)
    assert whole.parts["part"].note_ids == {"n0"}
    assert whole.parts["part"].note_ticks == ((480, 960),)
    assert (whole.track_ids, whole.is_tempo, whole.is_project) == ({"track"}, True, False)
    assert first.changes | ChangeSet() == first.changes
    assert ChangeSet() | first.changes == first.changes


def test_touching_ranges_of_two_changes_become_one():
    one = PartChange(note_ticks=((0, 10), (50, 60)), curves={PITCH: ((0, 5),)})
    other = PartChange(note_ticks=((5, 20),), curves={PITCH: ((5, 9),)}, is_renamed=True)
    both = one | other
    assert both.note_ticks == ((0, 20), (50, 60))
    assert dict(both.curves) == {PITCH: ((0, 9),)}
    assert both.is_renamed


def test_what_the_engine_made_is_told_apart_from_what_the_user_wrote():
    project = song()
    part = project.tracks[0].parts[0]
    timing = GeneratedTiming(
        sentence_id=NoteId("n0"), key="k", durations_frames=np.ones(2, np.float32)
    )
    sung = replace(part, generated_timing={NoteId("n0"): timing})
    after = replace(project, tracks=(replace(project.tracks[0], parts=(sung,)),))
    change = changes_between(project, after).parts["part"]
    assert change == PartChange(is_generated=True)


@pytest.mark.parametrize("field", ["name", "extra"])
def test_a_parts_name_and_unknown_fields_are_told(field):
    value = "other" if field == "name" else {"newer": 1}
    project = song()
    part = replace(project.tracks[0].parts[0], **{field: value})
    after = replace(project, tracks=(replace(project.tracks[0], parts=(part,)),))
    assert changes_between(project, after).parts["part"] == PartChange(is_renamed=True)


def test_a_part_that_comes_or_goes_names_its_notes():
    empty = tracks.remove_part(song(), "part")
    assert empty.changes.parts["part"].is_placed
    assert empty.changes.parts["part"].note_ids == {"n0", "n1", "n2", "n3"}
    assert empty.changes.track_ids == {"track"}
    more = tracks.add_part(song(), "track", Part(id="more"))
    assert set(more.changes.parts) == {"more"}


def test_what_the_engine_predicted_is_told_apart_from_what_the_user_made():
    project = song()
    (track,) = project.tracks
    timing = GeneratedTiming(
        sentence_id=NoteId("n0"), key="k", durations_frames=np.ones(2, np.float32)
    )
    sung = replace(track.parts[0], generated_timing={NoteId("n0"): timing})
    after = replace(project, tracks=(replace(track, parts=(sung,)),))
    assert changes_between(project, after).is_generated_only
    assert not tracks.rename_part(project, "part", "x").changes.is_generated_only
    assert not tracks.set_mixer(after, "track", gain_db=1.0).changes.is_generated_only
