"""What the engine has made is one value after the other, whatever order events come in."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from editor.sung import PhraseState, SungPart
from engine.types import (
    GeneratedPhrase,
    LayoutDone,
    NoteId,
    PhraseDone,
    PhraseDrafted,
    PhraseFailed,
    PhraseId,
    PhraseLayout,
    PhraseResult,
    Problem,
    RequestCancelled,
    RequestFailed,
    RequestFinished,
    Stage,
    StageStarted,
)

NAMES = ("a", "b", "c")
PROBLEM = Problem(code="x", sentence="It cannot be sung: try again.")


def layout(name, start_ms=0.0):
    return PhraseLayout(
        phrase_id=PhraseId(name),
        start_ms=start_ms,
        end_ms=start_ms + 500.0,
        phonemes=(),
        note_ids=(NoteId(name),),
    )


def result(name):
    return PhraseResult(
        layout=layout(name),
        samples=np.zeros(4, np.float32),
        sample_rate_hz=44100,
        start_ms=0.0,
        generated=GeneratedPhrase(phrase_id=PhraseId(name), start_ms=0.0, curves={}),
        sung={},
        frame_ms=11.6,
        tokens=("SP", "a", "SP"),
        token_frames=(1, 1, 1),
    )


def laid_out(*names, revision=1):
    return LayoutDone(
        part_id="p",
        revision=revision,
        phrases=tuple(layout(name, 1000.0 * i) for i, name in enumerate(names)),
        timing=(),
        problems=(),
    )


def done(name, revision=1):
    return PhraseDone(part_id="p", revision=revision, result=result(name), done=1, total=2)


def failed(name, revision=1):
    return PhraseFailed(
        part_id="p", revision=revision, phrase_id=PhraseId(name), problem=PROBLEM, done=1, total=2
    )


def test_a_phrase_goes_from_waiting_to_done():
    part = SungPart(part_id="p", revision=1).after(laid_out("a", "b"))
    assert [phrase.state for phrase in part.phrases.values()] == [PhraseState.WAITING] * 2
    stage = StageStarted(part_id="p", revision=1, phrase_id=PhraseId("a"), stage=Stage.PITCH)
    part = part.after(stage)
    assert part.phrases[PhraseId("a")].state is PhraseState.RUNNING
    assert part.phrases[PhraseId("a")].stage is Stage.PITCH
    part = part.after(done("a")).after(failed("b"))
    assert part.n_finished == 2
    assert [r.layout.phrase_id for r in part.results] == ["a"]
    assert part.phrases[PhraseId("b")].problem is PROBLEM
    finished = RequestFinished(part_id="p", revision=1, stages={}, load_s=0.0)
    assert part.after(finished).is_over


def test_events_of_an_older_request_change_nothing():
    part = SungPart(part_id="p", revision=1).after(laid_out("a")).after(done("a")).asked_again(2)
    assert part.after(done("a", revision=1)) is part
    assert part.after(RequestCancelled(part_id="p", revision=1)) is part
    assert part.results


def test_the_sound_before_is_shown_but_not_heard_once_a_phrase_is_laid_out_anew():
    part = SungPart(part_id="p", revision=1).after(laid_out("a")).after(done("a"))
    part = part.asked_again(2).after(laid_out("a", revision=2))
    phrase = part.phrases[PhraseId("a")]
    assert phrase.result is None
    assert phrase.earlier is not None
    assert phrase.state is PhraseState.WAITING


def test_a_request_that_fails_leaves_its_reason_and_no_phrases():
    part = SungPart(part_id="p", revision=1).after(laid_out("a"))
    part = part.after(RequestFailed(part_id="p", revision=1, problem=PROBLEM))
    assert part.failure is PROBLEM
    assert not part.phrases
    assert part.asked_again(2).failure is None


def drafted(name, revision=1):
    return PhraseDrafted(part_id="p", revision=revision, result=result(name))


def started(name, revision=1):
    phrase_id = PhraseId(name)
    return StageStarted(part_id="p", revision=revision, phrase_id=phrase_id, stage=Stage.ACOUSTIC)


def test_a_draft_is_heard_while_it_is_refined_and_is_not_finished():
    part = SungPart(part_id="p", revision=1).after(laid_out("a", "b"))
    part = part.after(started("a")).after(drafted("a"))
    phrase = part.phrases[PhraseId("a")]
    assert phrase.state is PhraseState.DRAFT
    assert part.results == (phrase.result,)
    assert part.n_finished == 0
    assert part.stage is None
    part = part.after(started("a"))
    assert part.phrases[PhraseId("a")].state is PhraseState.DRAFT
    assert part.stage is Stage.ACOUSTIC
    assert part.results
    part = part.after(done("a"))
    assert part.phrases[PhraseId("a")].state is PhraseState.FINAL
    assert part.results[0] is not phrase.result


def test_a_draft_whose_phrase_fails_is_silent():
    part = SungPart(part_id="p", revision=1).after(laid_out("a")).after(drafted("a"))
    assert part.after(failed("a")).results == ()


def test_what_was_under_way_when_singing_stopped_waits_again():
    part = SungPart(part_id="p", revision=1).after(laid_out("a", "b"))
    part = part.after(drafted("a")).after(started("a")).after(started("b"))
    part = part.after(RequestCancelled(part_id="p", revision=1))
    assert [p.state for p in part.phrases.values()] == [PhraseState.DRAFT, PhraseState.WAITING]
    assert part.stage is None
    assert not part.is_due(None)


def test_a_part_is_due_only_where_it_is_wanted():
    part = SungPart(part_id="p", revision=1)
    assert part.is_due((0.0, 0.0))  # it is not laid out yet
    part = part.after(laid_out("a", "b"))
    assert part.is_due(None)
    assert part.is_due((1200.0, 9000.0))
    assert not part.is_due((0.0, 0.0))
    part = part.after(done("b"))
    assert not part.is_due((1200.0, 9000.0))
    assert part.is_due((0.0, 9000.0))


EVENTS = st.one_of(
    st.builds(started, st.sampled_from(NAMES), revision=st.integers(0, 2)),
    st.builds(drafted, st.sampled_from(NAMES), revision=st.integers(0, 2)),
    st.builds(laid_out, st.sampled_from(NAMES), revision=st.integers(0, 2)),
    st.builds(done, st.sampled_from(NAMES), revision=st.integers(0, 2)),
    st.builds(failed, st.sampled_from(NAMES), revision=st.integers(0, 2)),
)


@given(st.lists(EVENTS, max_size=12))
def test_whatever_comes_only_finished_phrases_are_heard(events):
    part = SungPart(part_id="p", revision=1)
    for event in events:
        before = part
        part = part.after(event)
        assert (part is before) or event.revision == 1
    for phrase in part.phrases.values():
        heard = phrase.state in (PhraseState.FINAL, PhraseState.DRAFT)
        assert (phrase.result is not None) == heard
        assert (phrase.problem is not None) == (phrase.state is PhraseState.FAILED)
    ends = (PhraseState.FINAL, PhraseState.FAILED)
    assert part.n_finished == sum(phrase.state in ends for phrase in part.phrases.values())
