"""``.ds`` in and out (contract 5, R-23)."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import SongFileError
from editor.formats.ds_export import note_name, segment_of, write_ds
from editor.formats.ds_import import read_ds
from editor.formats.registry import read_song, write_song
from editor.model.project import Project
from editor.session import part_requests
from engine.api import Engine, load_bank
from engine.types import (
    ColourWeight,
    CurveLayers,
    CurveSegment,
    Parameter,
    PhraseDone,
    PhraseResult,
    RenderRequest,
)
from engine.units import midi_to_hz
from tests.singing import request as song_request

VOICE = Path(__file__).resolve().parents[4] / "voicebanks" / "nagi"
FRAMES = 40

MINIMAL = {
    "offset": 0.5,
    "text": "SP さ く SP",
    "ph_seq": "SP s a k u SP",
    "ph_dur": "0.1 0.08 0.42 0.06 0.44 0.1",
    "ph_num": "2 2 1 1",
    "note_seq": "rest C4 D4+20 rest",
    "note_dur": "0.18 0.48 0.44 0.1",
    "note_slur": "0 0 0 0",
    "f0_seq": " ".join(["261.6"] * FRAMES),
    "f0_timestep": "0.03",
    "breathiness": " ".join(["-40"] * FRAMES),
    "breathiness_timestep": 0.03,
    "gender": 0.25,
    "expr": " ".join(["0.5"] * FRAMES),
    "expr_timestep": "0.03",
    "spk_mix": {"clear": 0.75, "dusk": 0.25},
    "seed": 12,
    "lang": "ja",
    "note_glide": None,
    "velocity": None,
}


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "song.ds"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def sing(request: RenderRequest) -> list[PhraseResult]:
    results: list[PhraseResult] = []
    with Engine(cache_folder=None) as engine:
        handle = engine.submit(
            request, lambda e: results.append(e.result) if isinstance(e, PhraseDone) else None
        )
        assert handle.wait(60)
    return sorted(results, key=lambda r: r.start_ms)


@pytest.fixture(scope="module")
def request_() -> RenderRequest:
    colours = (ColourWeight(colour="clear", weight=0.5), ColourWeight(colour="dusk", weight=0.5))
    drawn = CurveSegment(ticks=np.array([0, 9000]), values=np.array([0.5, 1.0], dtype=np.float32))
    return song_request(
        VOICE,
        2,
        colours=colours,
        curves={Parameter.EXPRESSIVENESS: CurveLayers(drawn=(drawn,))},
        seed=2**40 + 3,
    )


@pytest.fixture(scope="module")
def sung(request_) -> list[PhraseResult]:
    return sing(request_)


def test_a_segment_holds_the_values_that_were_sung(sung, request_):
    result = sung[0]
    segment = segment_of(result, request_, load_bank(VOICE))
    n_phonemes = len(result.layout.phonemes) + 2
    lengths = np.array(segment["ph_dur"].split(), float)
    assert segment["ph_seq"].split() == ["SP", *(p.symbol for p in result.layout.phonemes), "SP"]
    assert len(lengths) == n_phonemes == sum(map(int, segment["ph_num"].split()))
    assert lengths.sum() == pytest.approx(np.array(segment["note_dur"].split(), float).sum(), 1e-5)
    assert lengths[0] == pytest.approx(8 * result.frame_ms / 1000, abs=1e-6)
    f0 = np.array(segment["f0_seq"].split(), float)
    np.testing.assert_allclose(f0, midi_to_hz(result.sung[Parameter.PITCH]), rtol=1e-5)
    for name in ("energy", "breathiness", "voicing", "tension"):
        values = np.array(segment[name].split(), float)
        np.testing.assert_allclose(values, result.sung[Parameter(name)], atol=1e-4)
        assert float(segment[f"{name}_timestep"]) == pytest.approx(result.frame_ms / 1e3)
    assert segment["lang"] == "ja"
    assert segment["seed"] == 3
    assert segment["spk_mix"] == {"clear": 0.5, "dusk": 0.5}
    assert len(segment["expr"].split()) == len(f0)
    assert segment["offset"] == pytest.approx(result.start_ms / 1e3, abs=1e-6)


def test_what_was_written_is_sung_again_at_the_same_places(sung, request_, tmp_path):
    path = tmp_path / "out.ds"
    write_ds(sung, path, request=request_)
    project, warnings = read_ds(path)
    assert warnings == ()
    (item,) = part_requests(project, {}, default_voice=VOICE)
    again = sing(item.request)
    assert len(again) == len(sung)
    for before, after in zip(sung, again, strict=True):
        assert after.tokens == before.tokens
        starts = [[p.start_ms for p in r.layout.phonemes] for r in (before, after)]
        np.testing.assert_allclose(starts[1], starts[0], atol=1.0)
        for parameter, tolerance in ((Parameter.PITCH, 0.01), (Parameter.TENSION, 0.1)):
            times = before.start_ms + np.arange(len(before.sung[parameter])) * before.frame_ms
            there = after.start_ms + np.arange(len(after.sung[parameter])) * after.frame_ms
            found = np.interp(times, there, after.sung[parameter])
            error = np.abs(found - before.sung[parameter])[8:-9]
            assert np.median(error) < tolerance / 10
            assert np.quantile(error, 0.95) < tolerance


def test_every_key_finds_its_place(tmp_path):
    project, warnings = read_ds(written(tmp_path, [MINIMAL]))
    assert warnings == ()
    (track,) = project.tracks
    (part,) = track.parts
    assert [(n.start_ticks, n.length_ticks) for n in part.notes] == [(680, 480), (1160, 440)]
    assert [n.lyric for n in part.notes] == ["さ", "く"]
    assert [n.hint for n in part.notes] == [("s", "a"), ("k", "u")]
    assert part.notes[1].cents == 20
    places = [[o.place_ticks for o in n.overrides] for n in part.notes]
    assert places == [[-80, 0], [-60, 0]]
    assert set(part.curves) == {
        Parameter.PITCH,
        Parameter.BREATHINESS,
        Parameter.GENDER,
        Parameter.EXPRESSIVENESS,
    }
    assert {c.colour: c.weight for c in track.colours} == {"clear": 0.75, "dusk": 0.25}
    assert project.seed == 12


def test_a_single_object_a_bom_and_missing_keys_are_taken(tmp_path):
    path = tmp_path / "one.ds"
    few = {key: MINIMAL[key] for key in ("ph_seq", "ph_dur")}
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(few).encode())
    (track,) = read_song(path).project.tracks
    notes = track.parts[0].notes
    assert [(n.start_ticks, n.length_ticks) for n in notes] == [(180, 480), (660, 440)]
    assert [n.key_midi for n in notes] == [60, 60]


def test_lengths_may_be_left_to_the_voice(tmp_path):
    segment = {key: MINIMAL[key] for key in ("ph_seq", "ph_num", "note_seq", "note_dur")}
    project, _ = read_ds(written(tmp_path, segment))
    assert [n.overrides for n in project.tracks[0].parts[0].notes] == [(), ()]
    (item,) = part_requests(project, {}, default_voice=VOICE)
    (result,) = sing(item.request)
    assert result.tokens == ("SP", "s", "a", "k", "u", "SP")


@pytest.mark.parametrize("key", sorted(MINIMAL))
@pytest.mark.parametrize("value", [[], {}, True, "x y", -1e9, [None], "1 2", "nan"], ids=repr)
def test_a_key_of_the_wrong_type_is_named_or_taken_and_never_crashes(tmp_path, key, value):
    path = written(tmp_path, [MINIMAL, {**MINIMAL, "offset": 3.0, key: value}])
    sentence = ""
    try:
        project, _ = read_ds(path)
    except SongFileError as error:
        sentence = str(error)
    else:
        assert isinstance(project, Project)
    assert not sentence or "of phrase 2" in sentence
    assert not sentence or any(name in sentence for name in (key.split("_")[0], "ph_", "note_"))


@pytest.mark.parametrize("key", sorted(MINIMAL))
def test_any_key_may_be_missing_unless_nothing_is_left_to_sing(tmp_path, key):
    segment = {name: value for name, value in MINIMAL.items() if name != key}
    if key == "ph_seq":
        with pytest.raises(SongFileError, match="ph_seq"):
            read_ds(written(tmp_path, [segment]))
    elif key in ("f0_timestep", "breathiness_timestep", "expr_timestep"):
        with pytest.raises(SongFileError, match=key):
            read_ds(written(tmp_path, [segment]))
    else:
        project, _ = read_ds(written(tmp_path, [segment]))
        assert len(project.tracks[0].parts[0].notes) == 2


@given(content=st.binary(max_size=400))
def test_any_bytes_are_a_song_or_one_sentence(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("ds") / "x.ds"
    path.write_bytes(content)
    with pytest.raises(SongFileError) as caught:
        read_ds(path)
    assert str(caught.value).count("\n") == 0


def test_deep_nesting_is_refused(tmp_path):
    path = tmp_path / "deep.ds"
    path.write_text("[" * 200_000, encoding="utf-8")
    with pytest.raises(SongFileError):
        read_ds(path)


def test_overlapping_phrases_are_shortened_and_named(tmp_path):
    project, warnings = read_ds(written(tmp_path, [MINIMAL, {**MINIMAL, "offset": 1.0}]))
    notes = project.tracks[0].parts[0].notes
    assert all(a.end_ticks <= b.start_ticks for a, b in pairwise(notes))
    assert "shortened" in warnings[0]


def test_writing_a_song_that_was_not_sung_says_what_to_do(tmp_path):
    with pytest.raises(SongFileError, match="render SONG --ds"):
        write_song(Project(), tmp_path / "x.ds")


def test_notes_have_sharps_and_cents():
    assert [note_name(60), note_name(61, 12.0), note_name(69, -5.4)] == ["C4", "C#4+12", "A4-5"]
