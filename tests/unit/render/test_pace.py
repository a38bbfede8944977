"""A voice is measured while it sings; a draft is made where it is of use."""

from __future__ import annotations

import pytest

from engine.render.pace import Pace, draft_steps
from engine.types import Stage, StageCount


def counts(**seconds: float) -> dict[Stage, StageCount]:
    """One run of each stage that is named."""
    return {
        stage: StageCount(runs=int(stage in seconds), seconds=seconds.get(stage, 0.0))
        for stage in Stage
    }


NOTHING = counts()


@pytest.mark.parametrize(
    ("n_steps", "n_draft_steps"), [(1, 1), (2, 2), (3, 2), (8, 2), (20, 5), (100, 25)]
)
def test_a_draft_takes_a_quarter_of_the_steps_and_two_at_least(n_steps, n_draft_steps):
    assert draft_steps(n_steps) == n_draft_steps


def test_before_anything_was_sung_the_size_of_the_model_tells():
    assert Pace(280_000_000).pace(20) == pytest.approx(1.0)
    assert Pace(400_000_000).wants_draft(20)
    assert not Pace(20_000_000).wants_draft(20)


def test_what_was_measured_counts_more_than_the_size():
    pace = Pace(400_000_000)
    pace.measure(NOTHING, counts(acoustic=2.0, vocoder=0.4), n_steps=20, audio_s=4.0)
    assert pace.pace(20) == pytest.approx(0.6)
    assert pace.pace(5) == pytest.approx(0.225)
    assert not pace.wants_draft(20)


def test_a_draft_tells_how_slow_the_phrase_will_be():
    pace = Pace(1000)
    pace.measure(NOTHING, counts(acoustic=2.0), n_steps=5, audio_s=4.0)
    assert pace.pace(20) == pytest.approx(2.0)
    assert pace.wants_draft(20)


def test_no_draft_where_it_would_not_be_sooner():
    pace = Pace(1000)
    pace.measure(NOTHING, counts(acoustic=1.0, vocoder=9.0), n_steps=20, audio_s=4.0)
    assert pace.pace(20) > 1.0
    assert not pace.wants_draft(20)
    assert not Pace(1 << 40).wants_draft(2)


def test_what_came_out_of_the_cache_tells_nothing():
    pace = Pace(280_000_000)
    pace.measure(NOTHING, NOTHING, n_steps=20, audio_s=4.0)
    assert pace.pace(20) == pytest.approx(1.0)


def test_a_computer_that_gets_busy_is_noticed():
    pace = Pace(1000)
    pace.measure(NOTHING, counts(acoustic=2.0), n_steps=20, audio_s=4.0)
    assert not pace.wants_draft(20)
    for _ in range(4):
        pace.measure(NOTHING, counts(acoustic=8.0), n_steps=20, audio_s=4.0)
    assert pace.wants_draft(20)
