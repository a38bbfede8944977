from __future__ import annotations

from engine.render.schedule import is_heard_soon, is_within, most_urgent, urgency
from engine.types import PhraseLayout


def layout(name: str, start_ms: float, end_ms: float) -> PhraseLayout:
    return PhraseLayout(phrase_id=name, start_ms=start_ms, end_ms=end_ms, phonemes=(), note_ids=())


PHRASES = [layout(name, 1000.0 * i, 1000.0 * i + 900.0) for i, name in enumerate("abcd")]


def order(playhead_ms: float) -> str:
    left, names = list(PHRASES), ""
    while left:
        chosen = most_urgent((phrase, phrase, playhead_ms) for phrase in left)
        left.remove(chosen)
        names += chosen.phrase_id
    return names


def test_under_the_playhead_then_forward_then_the_rest():
    assert order(2100.0) == "cdab"
    assert order(0.0) == "abcd"
    assert order(1950.0) == "cdab"  # between two phrases
    assert order(99_000.0) == "abcd"


def test_nothing_waits():
    assert most_urgent([]) is None


def test_behind_the_end_of_a_loop_its_begin_is_next():
    phrases = [layout(f"p{i}", 1000.0 * i, 1000.0 * i + 900.0) for i in range(8)]
    loop_ms = (2000.0, 5000.0)
    order = sorted(phrases, key=lambda phrase: urgency(phrase, 3500.0, loop_ms))
    assert [phrase.phrase_id for phrase in order] == [
        "p3", "p4", "p2", "p0", "p1", "p5", "p6", "p7",
    ]  # fmt: skip
    beyond = sorted(phrases, key=lambda phrase: urgency(phrase, 6500.0, loop_ms))
    assert [phrase.phrase_id for phrase in beyond][:3] == ["p6", "p7", "p0"]


def test_what_comes_round_the_loop_is_heard_soon():
    near, far = layout("a", 0.0, 900.0), layout("b", 50_000.0, 51_000.0)
    assert not is_heard_soon(near, 8_000.0)
    assert is_heard_soon(near, 8_000.0, (0.0, 9_000.0))
    assert not is_heard_soon(far, 8_000.0)
    assert is_heard_soon(far, 30_000.0)
    assert not is_heard_soon(far, 30_000.0, (0.0, 31_000.0))


def test_a_stretch_that_is_empty_wants_nothing():
    phrase = layout("a", 0.0, 900.0)
    assert is_within(phrase, None)
    assert is_within(phrase, (800.0, 2000.0))
    assert not is_within(phrase, (900.0, 2000.0))
    assert not is_within(phrase, (0.0, 0.0))
