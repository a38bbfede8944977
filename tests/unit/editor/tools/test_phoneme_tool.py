"""Where the hand has hold of a phoneme, and what moving its begin makes of the song."""

from __future__ import annotations

import pytest

from editor.tools.gestures import Ground
from editor.tools.phoneme_tool import MIN_TICKS, MoveBoundary, hit_phoneme
from editor.view.content import SeenPhrase
from editor.view.metre import Metre, Snap
from engine.types import NoteId, PhonemeOverride, PhraseId, PhraseLayout, PlacedPhoneme
from tests.unit.editor.songs import song

PX_PER_TICK = 0.2  # five pixels are 25 ticks


def placed(symbol, note, index, start, end):
    return PlacedPhoneme(
        symbol=symbol,
        note_id=NoteId(note),
        index=index,
        start_ms=float(start),
        end_ms=float(end),
        start_ticks=start,
        end_ticks=end,
        is_vowel=symbol == "a",
    )


ROW = (
    placed("r", "n0", 0, 420, 480),
    placed("a", "n0", 1, 480, 900),
    placed("r", "n1", 0, 900, 960),
    placed("a", "n1", 1, 960, 1440),
)


@pytest.fixture
def phrases():
    layout = PhraseLayout(
        phrase_id=PhraseId("n0"),
        start_ms=420.0,
        end_ms=1440.0,
        phonemes=ROW,
        note_ids=(NoteId("n0"), NoteId("n1")),
    )
    return {PhraseId("n0"): SeenPhrase(layout=layout)}


def grasped(phrases, ticks):
    project = song()
    ground = Ground(
        project=project,
        part_id="part",
        metre=Metre(project.time_signatures),
        snap=Snap(),
    )
    hit = hit_phoneme(phrases, ticks, px_per_tick=PX_PER_TICK)
    return MoveBoundary(ground=ground, hit=hit, grip_ticks=ticks)


@pytest.mark.parametrize(
    ("ticks", "symbol", "index", "is_edge"),
    [
        (700, "a", 1, False),
        (490, "a", 1, True),
        (470, "a", 1, True),
        (450, "r", 0, False),  # the middle of a narrow one is no boundary
        (430, "r", 0, True),
        (955, "a", 1, True),
    ],
)
def test_a_boundary_belongs_to_what_begins_there(phrases, ticks, symbol, index, is_edge):
    hit = hit_phoneme(phrases, ticks, px_per_tick=PX_PER_TICK)
    assert (hit.phoneme.symbol, hit.phoneme.index, hit.is_edge) == (symbol, index, is_edge)


@pytest.mark.parametrize("ticks", [0, 300, 2000])
def test_beside_the_phrases_there_is_nothing(phrases, ticks):
    assert hit_phoneme(phrases, ticks, px_per_tick=PX_PER_TICK) is None


def test_a_moved_begin_is_fixed_from_its_note_on(phrases):
    edit = grasped(phrases, 900).edit(870)
    note = next(n for n in edit.after.tracks[0].parts[0].notes if n.id == "n1")
    assert note.overrides == (PhonemeOverride(index=0, place_ticks=870 - 960),)
    assert edit.name == "place phoneme"


@pytest.mark.parametrize(("ticks", "there"), [(100, 480 + MIN_TICKS), (5000, 960 - MIN_TICKS)])
def test_a_begin_stays_between_the_one_before_and_its_own_end(phrases, ticks, there):
    assert grasped(phrases, 900).place_ticks(ticks) == there


def test_where_one_took_hold_does_not_move_it(phrases):
    assert grasped(phrases, 893).place_ticks(893) == 900


def test_what_is_shown_moves_both_sides_of_the_boundary_and_nothing_else(phrases):
    shown = grasped(phrases, 900).shown(phrases, 850, 850.0)
    row = shown[PhraseId("n0")].layout.phonemes
    assert [(p.start_ticks, p.end_ticks) for p in row] == [
        (420, 480),
        (480, 850),
        (850, 960),
        (960, 1440),
    ]
    assert phrases[PhraseId("n0")].layout.phonemes is ROW
