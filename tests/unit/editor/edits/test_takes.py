"""Takes are numbers of a phrase and a stage."""

from __future__ import annotations

import pytest

from editor.edits import takes
from engine.types import PhraseId, Stage
from tests.unit.editor.songs import assert_refused, song


def part(project):
    return project.tracks[0].parts[0]


def test_a_retake_counts_up_and_an_earlier_one_comes_back():
    phrase = [PhraseId("n0"), PhraseId("n2.2")]
    once = takes.retake(song(), "part", phrase, [Stage.PITCH])
    twice = takes.retake(once.after, "part", phrase[:1], [Stage.PITCH, Stage.ACOUSTIC])
    assert dict(part(twice.after).takes) == {
        ("n0", Stage.PITCH): 2,
        ("n0", Stage.ACOUSTIC): 1,
        ("n2.2", Stage.PITCH): 1,
    }
    assert twice.changes.parts["part"].takes == {("n0", Stage.PITCH), ("n0", Stage.ACOUSTIC)}
    back = takes.restore_take(twice.after, "part", phrase, list(takes.RETAKEN), 0)
    assert dict(part(back.after).takes) == {}
    assert takes.restore_take(twice.after, "part", phrase[1:], [Stage.PITCH], 1).is_nothing


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: takes.restore_take(p, "part", [PhraseId("n0")], [Stage.PITCH], -1),
        lambda p: takes.retake(p, "part", [PhraseId("n0")], [Stage.PHONEMES]),
        lambda p: takes.retake(p, "part", [PhraseId("gone")], [Stage.PITCH]),
    ],
)
def test_a_take_that_cannot_be_is_refused(bad):
    assert_refused(bad, song())
