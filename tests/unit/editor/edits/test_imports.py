"""Tracks of another song come in under ids of their own, in one step."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editor.edits.imports import import_song
from editor.model.check import find_faults
from editor.model.lookup import used_ids
from editor.model.project import AudioClip, Part, Project, TimeSignature, Track
from engine.timing import Tempo
from tests.unit.editor.songs import assert_refused, song


def test_tracks_come_behind_those_that_are_there_with_the_tempo_that_is_there():
    other = replace(song(n_notes=2), tempos=(Tempo(start_ticks=0, bpm=90.0),))
    edit = import_song(song(), other)
    assert [len(track.parts[0].notes) for track in edit.after.tracks] == [4, 2]
    assert edit.after.tempos == song().tempos
    assert len(used_ids(edit.after)) == 4
    assert edit.focus.part_id == edit.after.tracks[1].parts[0].id
    assert find_faults(edit.after) == ()


def test_an_empty_song_takes_tempo_and_metre_and_loses_its_empty_track():
    empty = Project(tracks=(Track(id="track", parts=(Part(id="part"),)),))
    other = replace(
        song(),
        tempos=(Tempo(start_ticks=0, bpm=90.0),),
        time_signatures=(TimeSignature(beats=3),),
    )
    after = import_song(empty, other).after
    assert len(after.tracks) == 1
    assert (after.tempos, after.time_signatures) == (other.tempos, other.time_signatures)


@given(
    names=st.lists(st.sampled_from(["track", "part", "import-1", "import-2", "x"]), max_size=6),
    own=st.sampled_from(["import-1", "c"]),
)
def test_no_id_stands_twice_whatever_the_others_are_called(names, own):
    tracks = tuple(
        Track(id=name, parts=(Part(id=f"{name}p"),), audio=(AudioClip(id=own, path="x.wav"),))
        for name in names
    )
    if not tracks:
        assert_refused(lambda p: import_song(p, Project()), song())
        return
    after = import_song(song(), Project(tracks=tracks)).after
    n_ids = sum(1 + len(t.parts) + len(t.audio) for t in after.tracks)
    assert len(used_ids(after)) == n_ids
