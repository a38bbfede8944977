from __future__ import annotations

from engine.render.schedule import most_urgent
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
