"""A difference gives back the very song, whatever was edited, and is as small as the edit."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.edits import curves, lyrics
from editor.formats.native import write_native
from editor.formats.records import pack_body, unpack_body
from editor.formats.song_delta import song_delta, with_delta
from editor.formats.song_json import Arrays
from editor.model.project import Project
from editor.model.segments import make_segment
from engine.types import CurveLayers, NoteId, Parameter
from tests.unit.editor.all_edits import EDITS, with_more_in_it
from tests.unit.editor.edits.test_edit import ROWS, run
from tests.unit.editor.songs import layers, song

FAULTS = (ValueError, TypeError, LookupError, AttributeError)


def packed(before, after) -> bytes:
    arrays = Arrays()
    return pack_body(song_delta(before, after, arrays), arrays.content)


def assert_same_song(one, two, folder) -> None:
    """The same bytes as a file: order and signs of zeros too."""
    files = [folder / "one.melisma", folder / "two.melisma"]
    for project, path in zip((one, two), files, strict=True):
        write_native(project, path)
    assert files[0].read_bytes() == files[1].read_bytes()


@settings(max_examples=100)
@given(steps=ROWS, pitch=layers(), tension=layers())
def test_differences_one_after_another_give_every_song_again(
    steps, pitch, tension, tmp_path_factory
):
    start = with_more_in_it(song(curves={Parameter.PITCH: pitch, Parameter.TENSION: tension}))
    songs = [Project(), start, *(edit.after for edit in run(start, steps)), start, Project()]
    told = songs[0]
    for before, after in itertools.pairwise(songs):
        told = with_delta(told, *unpack_body(packed(before, after)))
        assert_same_song(told, after, tmp_path_factory.getbasetemp())


@pytest.mark.parametrize("name", sorted(EDITS))
def test_every_kind_of_edit_comes_back(name, tmp_path):
    start = with_more_in_it(song(curves={Parameter.PITCH: CurveLayers(drawn=(line(),))}))
    for a, b in ((0, 1), (3, 200), (1000, 900)):
        for edit in run(start, [(name, a, b)]):
            told = with_delta(start, *unpack_body(packed(start, edit.after)))
            assert_same_song(told, edit.after, tmp_path)


def line(n_points: int = 2):
    ticks = np.arange(n_points) * 10
    return make_segment(ticks, 60.0 + np.sin(ticks))


def test_one_word_in_ten_thousand_notes_is_a_few_bytes():
    start = song(n_notes=10_000)
    after = lyrics.set_lyrics(start, "part", {NoteId("n5000"): "き"}).after
    assert len(packed(start, after)) < 400


def test_a_stroke_over_a_long_curve_is_as_large_as_the_stroke():
    long = CurveLayers(drawn=(line(50_000),))
    start = song(curves={Parameter.PITCH: long})
    after = curves.draw(start, "part", Parameter.PITCH, [200_000, 200_100], [60, 61]).after
    body = packed(start, after)
    assert len(body) < 2_000
    (segments,) = [p.curves[Parameter.PITCH].drawn for t in after.tracks for p in t.parts]
    told = with_delta(start, *unpack_body(body)).tracks[0].parts[0].curves[Parameter.PITCH].drawn
    assert [s.ticks.tolist() for s in told] == [s.ticks.tolist() for s in segments]
    assert [s.values.tobytes() for s in told] == [s.values.tobytes() for s in segments]
    assert not any(s.ticks.flags.writeable or s.values.flags.writeable for s in told)


def test_half_a_character_and_any_other_text_comes_back():
    text = "\ud83d 👩‍🎤 שלום \0"
    start = song()
    after = replace(start, name=text)
    assert with_delta(start, *unpack_body(packed(start, after))).name == text


HOSTILE = {
    "a run beyond the row": {
        "tracks": [{"id": "track", "parts": [{"id": "part", "notes": [[0, 5]]}]}]
    },
    "a run used twice": {
        "tracks": [{"id": "track", "parts": [{"id": "part", "notes": [[0, 3], [2, 4]]}]}]
    },
    "a run backwards": {"tracks": [{"id": "track", "parts": [{"id": "part", "notes": [[3, 1]]}]}]},
    "a run from the end": {
        "tracks": [{"id": "track", "parts": [{"id": "part", "notes": [[-2, 2]]}]}]
    },
    "a track that is not there": {"tracks": ["none"]},
    "a part that is not there": {"tracks": [{"id": "track", "parts": ["none"]}]},
    "an id that is a list": {"tracks": [{"id": []}]},
    "an id that is a number": {"tracks": [{"id": 5}]},
    "a curve that is not there": {
        "tracks": [{"id": "track", "parts": [{"id": "part", "curves": {"tension": None}}]}]
    },
    "a curve of no parameter": {
        "tracks": [{"id": "track", "parts": [{"id": "part", "curves": {"__class__": None}}]}]
    },
    "no song": {"head": {}},
    "rows that are none": {"tracks": 7},
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=list(HOSTILE))
def test_a_difference_that_does_not_fit_is_refused(raw):
    with pytest.raises(FAULTS):
        with_delta(song(), raw, {})


def cut(*slices):
    none = {"ticks": "none", "values": "none"}
    row = [{"of": 0, "slice": list(s), "before": none, "after": none} for s in slices]
    layer = {"drawn": row, "offset": [], "locked_ticks": []}
    return {"tracks": [{"id": "track", "parts": [{"id": "part", "curves": {"pitch": layer}}]}]}


@pytest.mark.parametrize("slices", [[(0, 999)], [(0, 3), (2, 4)], [(-1, 2)], [(2, 2)], [(2, 1)]])
def test_a_cut_that_does_not_fit_is_refused(slices):
    start = song(curves={Parameter.PITCH: CurveLayers(drawn=(line(5),))})
    with pytest.raises(ValueError, match="twice or not there"):
        with_delta(start, cut(*slices), {"none": b""})
    raw = cut((0, 2))
    raw["tracks"][0]["parts"][0]["curves"]["pitch"]["drawn"][0]["of"] = -1
    with pytest.raises(ValueError, match="not there"):
        with_delta(start, raw, {"none": b""})


KEYS = (
    *("head", "tracks", "id", "parts", "notes", "curves", "pitch", "drawn", "offset", "of"),
    *("slice", "before", "after", "ticks", "values", "locked_ticks", "generated", "audio"),
    *("generated_timing", "takes", "name"),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.floats() | st.sampled_from(["part", "n1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(raw=st.dictionaries(st.sampled_from(["head", "tracks"]), JSON))
def test_anything_at_all_is_a_song_or_refused(raw):
    try:
        found = with_delta(song(), raw, {})
    except (*FAULTS, OverflowError):
        return
    assert isinstance(found, Project)
