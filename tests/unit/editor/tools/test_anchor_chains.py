from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits.curves import draw, draw_pieces
from editor.edits.notes import move_notes
from editor.formats.native import write_native
from editor.formats.registry import read_song
from editor.tools.anchor_chains import (
    LEAST_TICKS,
    chains_in,
    pieces_of,
    slope_at,
    spot,
    with_anchor,
    with_moved,
    without_anchor,
)
from editor.tools.strokes import Spot
from engine.types import CurveLayers, NoteId, Parameter
from tests.unit.editor.songs import sampled, song

PITCH, BREATH = Parameter.PITCH, Parameter.BREATHINESS


@st.composite
def chains(draw, least: int = 2):
    """Anchors with values of a voice's pitch."""
    ticks = draw(st.integers(0, 400))
    found = []
    for _ in range(draw(st.integers(least, 7))):
        found.append(spot(ticks, draw(st.floats(50.0, 70.0))))
        ticks += draw(st.integers(LEAST_TICKS, 900))
    return tuple(found)


def drawn(project, parameter=PITCH):
    return project.tracks[0].parts[0].curves.get(parameter, CurveLayers()).drawn


def with_chain(project, chain, parameter=PITCH, span=None):
    first, last = span or (chain[0].ticks, chain[-1].ticks)
    pieces = [(p.ticks, p.values) for p in pieces_of(chain, parameter)]
    return draw_pieces(project, "part", parameter, pieces, first, last).after


@given(chains())
def test_anchors_are_found_again_in_the_drawn_curve(chain):
    assert chains_in(drawn(with_chain(song(), chain)), PITCH) == (chain,)


@given(chains())
def test_the_curve_meets_every_anchor_and_goes_nowhere_beyond_its_neighbours(chain):
    segments = drawn(with_chain(song(), chain))
    values = sampled(segments, chain[0].ticks, chain[-1].ticks)
    assert np.isfinite(values).all()  # without a gap
    for left, right in itertools.pairwise(chain):
        piece = values[left.ticks - chain[0].ticks : right.ticks - chain[0].ticks + 1]
        assert (piece[0], piece[-1]) == (left.value, right.value)
        low, high = sorted((left.value, right.value))
        assert piece.min() >= low - 0.003
        assert piece.max() <= high + 0.003


@given(chains(least=5), st.data())
def test_moving_an_anchor_leaves_pieces_further_away_as_they_were_bit_for_bit(chain, data):
    before = drawn(with_chain(song(), chain))
    index = data.draw(st.integers(0, len(chain) - 1))
    moved = with_moved(chain, index, spot(chain[index].ticks, 66.25))
    after = drawn(with_chain(with_chain(song(), chain), moved))
    for number, (one, other) in enumerate(zip(before, after, strict=True)):
        if not index - 2 <= number <= index + 1:
            assert one.ticks.tobytes() == other.ticks.tobytes()
            assert one.values.tobytes() == other.values.tobytes()


@given(chains(), chains())
def test_anchors_of_two_parameters_or_far_apart_do_not_mix(one, other):
    far = tuple(spot(a.ticks + 10_000, a.value) for a in other)
    project = with_chain(with_chain(song(), one), far)
    assert chains_in(drawn(project), PITCH) == (one, far)
    assert chains_in(drawn(project, BREATH), BREATH) == ()


def test_a_curve_drawn_by_hand_has_no_anchors_and_one_that_touches_it_keeps_its_own():
    by_hand = draw(song(), "part", PITCH, [0, 50, 90, 199], [60, 63, 61, 64.5]).after
    assert chains_in(drawn(by_hand), PITCH) == ()
    chain = (spot(200, 64.5), spot(300, 62.0), spot(450, 63.0))
    assert chains_in(drawn(with_chain(by_hand, chain)), PITCH) == (chain,)


def test_a_chain_that_was_drawn_over_in_the_middle_keeps_what_would_be_made_the_same():
    chain = tuple(spot(t, v) for t, v in ((0, 60), (200, 62), (400, 61), (600, 63), (800, 60)))
    project = draw(with_chain(song(), chain), "part", PITCH, [430, 500, 560], [50, 55, 50]).after
    left, *rest = chains_in(drawn(project), PITCH)
    assert left == chain[:3]  # it turns round at the third: level, as at an end
    for found in rest:
        assert found[0].ticks >= 561


def test_a_curve_turns_level_and_climbs_steadily():
    assert slope_at(Spot(ticks=0, value=0), Spot(ticks=10, value=5), Spot(ticks=20, value=0)) == 0
    steady = slope_at(Spot(ticks=0, value=0), Spot(ticks=10, value=5), Spot(ticks=20, value=10))
    assert steady == pytest.approx(0.5)


@given(chains(), st.data())
def test_anchors_stay_in_order_and_apart_whatever_is_done_to_them(chain, data):
    ticks = data.draw(st.integers(-50, 4000))
    new = spot(ticks, 61.0)
    for changed in (
        with_anchor(chain, new),
        with_moved(chain, data.draw(st.integers(0, len(chain) - 1)), new),
        without_anchor(chain, data.draw(st.integers(0, len(chain) - 1))),
    ):
        gaps = np.diff([anchor.ticks for anchor in changed])
        assert (gaps >= LEAST_TICKS).all()
    assert new in with_anchor(chain, new)


def test_anchors_move_with_their_note_and_are_found_again():
    chain = (spot(500, 60.25), spot(700, 61.5), spot(900, 59.75))
    moved = move_notes(
        with_chain(song(), chain), "part", [NoteId("n0")], ticks=4800, semitones=3
    ).after
    wanted = tuple(spot(a.ticks + 4800, a.value + 3) for a in chain)
    assert chains_in(drawn(moved), PITCH) == (wanted,)


def test_anchors_are_found_again_in_a_saved_song(tmp_path):
    chain = (spot(500, 60.25), spot(700, 61.5), spot(900, 59.75))
    path = tmp_path / "song.melisma"
    write_native(with_chain(song(), chain), path)
    assert chains_in(drawn(read_song(path).project), PITCH) == (chain,)


def test_a_chain_of_one_anchor_is_none():
    assert without_anchor((spot(0, 1.0), spot(9, 2.0)), 0) == ()
