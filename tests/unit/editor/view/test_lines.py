from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.segments import make_segment
from editor.sung import PhraseState
from editor.view.content import Content
from editor.view.lines import (
    NO_LINE,
    Line,
    columns_of,
    ghost_piece,
    joined,
    sampled,
    segments_line,
    sung_piece,
)
from editor.view.note_table import NoteTable
from editor.view.phrase_cache import PhraseCache
from engine.timing import TempoMap
from engine.types import Parameter, PhraseId
from tests.unit.editor.view.songs import QUARTER, small_song, sung


def line_of(ticks: list[float], values: list[float]) -> Line:
    return Line(ticks=np.array(ticks, dtype=np.float64), values=np.array(values, dtype=np.float32))


@given(
    st.lists(st.floats(-90, 0, width=32), min_size=2, max_size=400),
    st.floats(0.001, 0.5),
    st.integers(0, 50),
)
def test_columns_hold_the_least_and_greatest_of_their_points(
    values: list[float], px_per_tick: float, first_px: int
) -> None:
    line = line_of([12.0 * i for i in range(len(values))], values)
    found = columns_of(line, px_per_tick=px_per_tick, first_px=first_px, last_px=first_px + 80)
    for px, low, high in zip(found.px, found.low, found.high, strict=True):
        inside = (line.ticks >= px / px_per_tick) & (line.ticks < (px + 1) / px_per_tick)
        assert low <= line.values[inside].min()
        assert high >= line.values[inside].max()
    assert (found.low <= found.high).all()


def test_columns_that_go_on_leave_no_hole() -> None:
    line = line_of([0, 10, 20, 30], [1.0, 5.0, 2.0, 9.0])
    found = columns_of(line, px_per_tick=0.1, first_px=0, last_px=10)
    assert found.low.tolist() == [1.0, 2.0, 2.0, 9.0]
    assert found.high.tolist() == [5.0, 5.0, 9.0, 9.0]


def test_a_strip_of_columns_is_the_same_as_in_the_whole(rng: np.random.Generator) -> None:
    line = line_of(list(np.arange(5000.0)), list(rng.normal(size=5000)))
    whole = columns_of(line, px_per_tick=0.1, first_px=0, last_px=500)
    strip = columns_of(line, px_per_tick=0.1, first_px=100, last_px=140)
    rows = np.isin(whole.px, strip.px)
    assert whole.low[rows][:-1].tolist() == strip.low[:-1].tolist()
    assert whole.high[rows][:-1].tolist() == strip.high[:-1].tolist()


def test_pieces_are_not_joined_over_a_gap() -> None:
    line = joined([line_of([0, 10], [1.0, 2.0]), line_of([50, 60], [3.0, 4.0])])
    assert sampled(line, np.array([5.0, 30.0, 55.0])).tolist() == pytest.approx(
        [1.5, np.nan, 3.5], nan_ok=True
    )


def test_a_piece_that_reaches_back_is_cut() -> None:
    line = joined([line_of([0, 10], [1.0, 2.0]), line_of([5, 20], [3.0, 4.0])])
    assert (np.diff(line.ticks) >= 0).all()


def test_nothing_is_a_line_too() -> None:
    assert joined([]) is NO_LINE
    assert np.isnan(sampled(NO_LINE, np.array([1.0]))).all()
    assert not len(columns_of(NO_LINE, px_per_tick=1.0, first_px=0, last_px=10).px)
    assert not NO_LINE.is_within(0, 10)


def test_frames_lie_where_the_phrase_sings_and_paddings_are_left_out() -> None:
    song = small_song()
    phrase = sung(song)[PhraseId("n0")]
    line = sung_piece(phrase, TempoMap(song.tempos), Parameter.PITCH)
    assert line.ticks[0] == pytest.approx(4 * QUARTER)
    assert line.ticks[-1] < 12 * QUARTER
    assert line.values[0] == 60.0


def test_a_ghost_shows_only_where_something_else_is_sung() -> None:
    song = small_song()
    phrase = sung(song)[PhraseId("n0")]
    tempo = TempoMap(song.tempos)
    assert ghost_piece(phrase, tempo, Parameter.PITCH).values[0] == 59.0
    assert ghost_piece(phrase, tempo, Parameter.TENSION) is NO_LINE


def test_segments_stand_where_their_part_does() -> None:
    line = segments_line((make_segment([0, 10], [1.0, 2.0]),), start_ticks=100)
    assert line.ticks[[0, -1]].tolist() == [100.0, 110.0]


def test_one_new_phrase_is_made_once_and_no_other_again() -> None:
    made = []
    cache = PhraseCache(lambda phrase, tempo: made.append(phrase.layout.phrase_id))
    song = small_song()
    phrases = sung(song)
    cache.pieces(Content(phrases=phrases))
    other = sung(song)[PhraseId("n8")]
    found = cache.pieces(Content(phrases={**phrases, PhraseId("n8"): other}))
    assert made == ["n0", "n8", "n16", "n8"]
    assert found.changed_ms == (other.layout.start_ms, other.layout.end_ms)


def test_a_phrase_that_is_only_further_than_before_changes_no_line() -> None:
    cache = PhraseCache(lambda phrase, tempo: phrase)
    phrases = sung(small_song())
    assert cache.pieces(Content(phrases=phrases)).is_changed
    states = {name: replace(p, state=PhraseState.RUNNING) for name, p in phrases.items()}
    assert not cache.pieces(Content(phrases=states)).is_changed


def test_where_a_phrase_is_gone_something_has_changed() -> None:
    cache = PhraseCache(lambda phrase, tempo: phrase)
    phrases = sung(small_song())
    cache.pieces(Content(phrases=phrases))
    fewer = dict(phrases)
    gone = fewer.pop(PhraseId("n8"))
    found = cache.pieces(Content(phrases=fewer))
    assert found.is_changed
    assert found.changed_ms == (gone.layout.start_ms, gone.layout.end_ms)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 3000)), max_size=30), st.data())
def test_no_note_of_a_stretch_is_missed(spans: list[tuple[int, int]], data: st.DataObject) -> None:
    from editor.model.project import Note, Part
    from engine.types import NoteId

    notes = tuple(
        Note(id=NoteId(str(i)), start_ticks=a, length_ticks=n, key_midi=60, lyric="a")
        for i, (a, n) in enumerate(spans)
    )
    first = data.draw(st.integers(0, 8000))
    last = first + data.draw(st.integers(0, 3000))
    table = NoteTable(Part(id="part", notes=notes))
    found = {note.id for note in table.notes[table.between(first, last)]}
    wanted = {note.id for note in notes if note.start_ticks <= last and note.end_ticks >= first}
    assert wanted <= found


def test_segments_that_touch_are_one_line_and_others_have_a_gap_between():
    touching = (make_segment([0, 10], [1.0, 2.0]), make_segment([11, 20], [2.0, 3.0]))
    line = segments_line(touching, start_ticks=100)
    assert {100, 110, 111, 120} <= set(line.ticks)
    assert np.isfinite(line.values).all()
    apart = (make_segment([12, 20], [2.0, 3.0]), make_segment([0, 10], [1.0, 2.0]))
    assert np.isnan(segments_line(apart, start_ticks=0).values).sum() == 1
