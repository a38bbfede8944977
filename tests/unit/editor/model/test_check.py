"""Every broken rule of a song is found and named with its place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from editor.model.check import find_faults
from editor.model.project import Note, Part, Project, TimeSignature, Track
from engine.timing import Tempo
from engine.types import (
    ColourWeight,
    CurveLayers,
    CurveSegment,
    GeneratedTiming,
    NoteId,
    Parameter,
    PhonemeOverride,
    PhraseId,
    PitchPoint,
    Stage,
    Vibrato,
)
from tests.unit.editor.songs import song

NAN, INF = float("nan"), float("inf")


def with_note(**changes) -> Project:
    return with_part(
        notes=(
            replace(
                Note(id=NoteId("x"), start_ticks=480, length_ticks=480, key_midi=60, lyric="ら"),
                **changes,
            ),
        )
    )


def with_part(**changes) -> Project:
    project = song()
    part = replace(project.tracks[0].parts[0], **changes)
    return replace(project, tracks=(replace(project.tracks[0], parts=(part,)),))


def with_track(**changes) -> Project:
    project = song()
    return replace(project, tracks=(replace(project.tracks[0], **changes),))


def with_line(ticks, values, layer="drawn") -> Project:
    line = CurveSegment(ticks=np.array(ticks, np.int64), values=np.array(values, np.float32))
    return with_part(curves={Parameter.BREATHINESS: CurveLayers(**{layer: (line,)})})


def tempos(*pairs) -> Project:
    return replace(song(), tempos=tuple(Tempo(start_ticks=t, bpm=b) for t, b in pairs))


def metres(*rows) -> Project:
    made = tuple(TimeSignature(bar=r[0], beats=r[1], unit=r[2]) for r in rows)
    return replace(song(), time_signatures=made)


@pytest.mark.parametrize(
    ("project", "code", "place"),
    [
        (tempos((0, 0.0)), "bad-tempo", "tick 0"),
        (tempos((0, 120.0), (960, NAN)), "bad-tempo", "tick 960"),
        (tempos((480, 120.0)), "no-first-tempo", "tick 0"),
        (tempos(), "no-first-tempo", "tick 0"),
        (tempos((0, 120.0), (480, 90.0), (480, 80.0)), "unordered-tempos", "tick 480"),
        (metres((0, 0, 4)), "bad-time-signature", "0/4 in bar 1"),
        (metres((0, 4, 4), (3, 4, 6)), "bad-time-signature", "4/6 in bar 4"),
        (metres((1, 4, 4)), "no-first-metre", "bar 1"),
        (metres((0, 4, 4), (5, 3, 4), (2, 4, 4)), "unordered-metres", "bar 3"),
        (with_note(length_ticks=0), "bad-note", "tick 480 of 'verse'"),
        (with_note(length_ticks=-5), "bad-note", "-5 ticks long"),
        (with_note(start_ticks=-1), "bad-note", "tick -1"),
        (with_note(key_midi=128), "bad-note", "key 128"),
        (with_note(key_midi=-1), "bad-note", "key -1"),
        (with_note(cents=INF), "bad-pitch-point", "tick 480"),
        (
            with_note(pitch_points=(PitchPoint(time_ms=0.0, cents=NAN),)),
            "bad-pitch-point",
            "tick 480",
        ),
        (with_note(vibrato=Vibrato(length_ratio=NAN)), "bad-vibrato", "tick 480"),
        (with_note(vibrato=Vibrato(length_ratio=0.5, period_ms=0.0)), "bad-vibrato", "tick 480"),
        (
            with_note(overrides=(PhonemeOverride(index=0), PhonemeOverride(index=0))),
            "bad-phoneme",
            "tick 480",
        ),
        (with_line([0, 10], [0.0, NAN]), "curve-not-a-number", "tick 10"),
        (with_line([0, 10], [INF, 0.0], "offset"), "curve-not-a-number", "tick 0"),
        (with_line([0, 10, 5], [0.0, 1.0, 2.0]), "bad-curve", "tick 5"),
        (with_line([7, 7], [0.0, 1.0]), "bad-curve", "tick 7"),
        (with_line([], []), "bad-curve", "without points"),
        (with_line([0, 1], [0.0]), "bad-curve", "without points"),
        (
            with_part(curves={Parameter.PITCH: CurveLayers(locked_ticks=((5, 5),))}),
            "bad-lock",
            "pitch in 'verse'",
        ),
        (with_part(takes={(PhraseId("gone.2"), Stage.PITCH): 1}), "no-such-note", "note gone"),
        (with_part(takes={(PhraseId("n0"), Stage.PITCH): -1}), "bad-take", "phrase n0"),
        (
            with_part(
                generated_timing={
                    NoteId("gone"): GeneratedTiming(
                        sentence_id=NoteId("gone"), key="", durations_frames=np.ones(1, np.float32)
                    )
                }
            ),
            "no-such-note",
            "note gone",
        ),
        (with_track(pan=1.5), "bad-mixer", "'track'"),
        (with_track(gain_db=NAN), "bad-mixer", "'track'"),
        (with_track(colours=(ColourWeight(colour="a", weight=-1.0),)), "bad-mixer", "'track'"),
        (
            with_track(colours=(ColourWeight(colour="a"), ColourWeight(colour="a"))),
            "taken-colour",
            "'a'",
        ),
        (with_track(parts=(Part(id="p"), Part(id="p"))), "taken-id", "'p'"),
        (replace(song(), tracks=(Track(id="t"), Track(id="t"))), "taken-id", "'t'"),
    ],
)
def test_a_broken_rule_is_found_and_its_place_named(project, code, place):
    (fault,) = find_faults(project)
    assert fault.code == code
    assert place in fault.sentence
    assert fault.sentence.endswith(".")
    assert ":" in fault.sentence


def test_a_sound_song_has_no_faults():
    assert find_faults(song()) == ()
    assert find_faults(Project()) == ()


def test_notes_under_a_long_one_are_all_named():
    made = [
        Note(id=NoteId(name), start_ticks=start, length_ticks=length, key_midi=60, lyric="ら")
        for name, start, length in [("long", 0, 2000), ("a", 100, 100), ("b", 300, 100)]
    ]
    faults = find_faults(with_part(notes=tuple(made)))
    assert [(f.code, f.note_id, f.part_id) for f in faults] == [
        ("overlapping-note", "a", "part"),
        ("overlapping-note", "b", "part"),
    ]


def test_two_notes_of_one_id_are_both_named():
    first = song().tracks[0].parts[0].notes[0]
    faults = find_faults(with_part(notes=(first, replace(first, start_ticks=960))))
    assert [f.code for f in faults] == ["taken-id", "taken-id"]


def test_all_faults_are_told_at_once():
    project = replace(with_note(key_midi=200, length_ticks=0), tempos=())
    assert {f.code for f in find_faults(project)} == {"no-first-tempo", "bad-note"}
    assert len(find_faults(project)) == 3
