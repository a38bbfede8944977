"""A song to requests, and what the engine made back into the song."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from editor.model.project import Note, Part, Project, Track
from editor.session import part_requests, with_generated
from engine.api import Engine
from engine.errors import ScoreError
from engine.timing import Tempo
from engine.types import (
    ColourWeight,
    CurveLayers,
    CurveSegment,
    GeneratedCurve,
    GeneratedPhrase,
    GeneratedTiming,
    NoteId,
    Parameter,
    PhonemeOverride,
    PhraseId,
    PitchPoint,
    RenderSettings,
    ScoreNote,
    Stage,
    Vibrato,
)
from tests.singing import sing
from tests.tiny_onnx_bank import write_tiny_bank

VOICE = Path("voices") / "default"


def note(name: str, start: int, lyric: str = "か", **more) -> Note:
    return Note(
        id=NoteId(name), start_ticks=start, length_ticks=480, key_midi=60, lyric=lyric, **more
    )


def segment(*ticks: int) -> CurveSegment:
    return CurveSegment(
        ticks=np.array(ticks, dtype=np.int64), values=np.ones(len(ticks), dtype=np.float32)
    )


def phrase(name: str, key: str = "k") -> GeneratedPhrase:
    curve = GeneratedCurve(key=key, values=np.ones(3, dtype=np.float32), frame_ms=8.0)
    return GeneratedPhrase(phrase_id=PhraseId(name), start_ms=0.0, curves={Parameter.PITCH: curve})


def timing(name: str, key: str = "k") -> GeneratedTiming:
    return GeneratedTiming(
        sentence_id=NoteId(name), key=key, durations_frames=np.ones(2, dtype=np.float32)
    )


def song(*parts: Part, **track) -> Project:
    return Project(
        tempos=(Tempo(start_ticks=0, bpm=120.0),),
        tracks=(Track(**{"id": "t", "parts": parts, **track}),),
        seed=7,
    )


def requests(project: Project, **more):
    return part_requests(project, {"nagi": Path("voices/nagi")}, default_voice=VOICE, **more)


def test_every_part_is_a_request_in_absolute_ticks():
    full = note(
        "b",
        960,
        "さ",
        cents=12.5,
        hint=("s", "a"),
        language="ja",
        overrides=(PhonemeOverride(index=0, offset_ticks=-5),),
        pitch_points=(PitchPoint(time_ms=0.0, cents=10.0),),
        vibrato=Vibrato(length_ratio=0.5),
    )
    one = Part(id="p1", start_ticks=1920, notes=(full, note("a", 0)))
    two = Part(id="p2", notes=(note("c", 480),))
    found = requests(song(one, two))
    assert [(r.track_id, r.part_id) for r in found] == [("t", "p1"), ("t", "p2")]
    first = found[0].request
    assert [(n.id, n.start_ticks) for n in first.notes] == [("a", 1920), ("b", 2880)]
    for field in fields(ScoreNote):
        if field.name != "start_ticks":
            assert getattr(first.notes[1], field.name) == getattr(full, field.name)
    assert found[1].request.notes[0].start_ticks == 480
    assert (first.part_id, first.seed, first.revision) == ("p1", 7, 0)


def test_curves_move_with_their_part_and_stay_as_they_are_in_the_song():
    layers = CurveLayers(
        drawn=(segment(0, 10),), offset=(segment(5, 20),), locked_ticks=((1, 2), (30, 40))
    )
    part = Part(id="p", start_ticks=100, notes=(note("a", 0),), curves={Parameter.PITCH: layers})
    (found,) = requests(song(part))
    moved = found.request.curves[Parameter.PITCH]
    assert moved.drawn[0].ticks.tolist() == [100, 110]
    assert moved.offset[0].ticks.tolist() == [105, 120]
    assert moved.locked_ticks == ((101, 102), (130, 140))
    assert layers.drawn[0].ticks.tolist() == [0, 10]
    (found,) = requests(song(replace(part, start_ticks=0)))
    assert found.request.curves[Parameter.PITCH].drawn[0] is layers.drawn[0]


def test_a_track_has_its_own_voice_and_one_that_is_not_there_the_default():
    part = Part(id="p", notes=(note("a", 0),))
    colours = (ColourWeight(colour="dusk"),)
    (found,) = requests(song(part, voice_id="nagi", colours=colours))
    assert found.request.voice_folder == Path("voices/nagi")
    assert found.request.colours == colours
    for voice_id in ("", "gone"):
        (found,) = requests(song(part, voice_id=voice_id))
        assert found.request.voice_folder == VOICE


def test_what_the_caller_asks_for_goes_before_the_song():
    part = Part(id="p", notes=(note("a", 0),), takes={(PhraseId("a"), Stage.PITCH): 3})
    settings = RenderSettings(acoustic_steps=5)
    (found,) = requests(song(part), settings=settings, seed=0, range_ms=(1.0, 2.0), revision=9)
    request = found.request
    assert (request.settings, request.seed, request.revision) == (settings, 0, 9)
    assert request.range_ms == (1.0, 2.0)
    assert request.takes == {(PhraseId("a"), Stage.PITCH): 3}


@pytest.mark.parametrize("bpm", [0.0, -1.0, float("nan"), float("inf")])
def test_a_tempo_that_is_none_is_one_sentence(bpm):
    project = replace(song(), tempos=(Tempo(start_ticks=0, bpm=bpm),))
    with pytest.raises(ScoreError, match="tempo at tick 0"):
        requests(project)


@pytest.mark.parametrize(
    "tempos", [(), (Tempo(start_ticks=5, bpm=120.0),), (Tempo(start_ticks=0, bpm=120.0),) * 2]
)
def test_tempos_that_are_no_map_are_one_sentence(tempos):
    with pytest.raises(ScoreError):
        requests(replace(song(), tempos=tempos))


def test_what_was_made_is_kept_and_what_was_not_made_again_stays():
    part = Part(
        id="p",
        notes=(note("a", 0), note("b", 960)),
        generated_timing={NoteId("a"): timing("a"), NoteId("b"): timing("b")},
        generated={PhraseId("a"): phrase("a"), PhraseId("b"): phrase("b")},
    )
    other = Part(id="q", notes=(note("c", 0),), generated={PhraseId("c"): phrase("c")})
    before = song(part, other)
    after = with_generated(before, "p", [timing("b", "new")], [phrase("b", "new")])
    kept = after.tracks[0].parts[0]
    assert {k: v.key for k, v in kept.generated_timing.items()} == {"a": "k", "b": "new"}
    assert kept.generated[PhraseId("a")] is part.generated[PhraseId("a")]
    assert kept.generated[PhraseId("b")].curves[Parameter.PITCH].key == "new"
    assert after.tracks[0].parts[1] is other
    assert part.generated[PhraseId("b")].curves[Parameter.PITCH].key == "k"
    same = with_generated(before, "nobody", [timing("z")], [phrase("z")])
    assert same.tracks[0].parts[0] is part
    assert same.tracks[0].parts[1] is other


def test_what_belongs_to_notes_that_are_gone_is_dropped():
    part = Part(
        id="p",
        notes=(note("a", 0), note("v1.5", 960)),
        generated_timing={NoteId("gone"): timing("gone"), NoteId("a"): timing("a")},
        generated={
            PhraseId(name): phrase(name)
            for name in ("a", "a.2", "gone", "gone.2", "v1.5", "v1.5.3", "v1")
        },
    )
    kept = with_generated(song(part), "p", [], []).tracks[0].parts[0]
    assert set(kept.generated) == {"a", "a.2", "v1.5", "v1.5.3"}
    assert set(kept.generated_timing) == {"a"}


def test_a_song_with_what_was_made_is_sung_without_predicting_again(tmp_path):
    """R-22: generated curves are kept with the key of their inputs, and used."""
    bank = write_tiny_bank(tmp_path / "tiny")
    part = Part(
        id="p", start_ticks=480, notes=(note("a", 0), note("b", 480, "さ"), note("c", 1920, "い"))
    )
    project = song(part)
    with Engine(cache_folder=None) as engine:
        (item,) = part_requests(project, {}, default_voice=bank)
        heard = sing(engine, item.request)
    results = list(heard.results.values())
    kept = with_generated(
        project, "p", heard.layout.timing, [result.generated for result in results]
    )
    with Engine(cache_folder=None) as engine:
        (again,) = part_requests(kept, {}, default_voice=bank)
        repeated = sing(engine, again.request)
    counts = repeated.last.stages
    assert [counts[s].runs for s in (Stage.DURATION, Stage.PITCH, Stage.VARIANCE)] == [0, 0, 0]
    assert counts[Stage.VOCODER].runs == 2
    assert repeated.samples() == heard.samples()
