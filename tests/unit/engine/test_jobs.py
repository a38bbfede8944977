"""The engine's thread, singing with fakes."""

from __future__ import annotations

import threading
import time

import pytest

from engine.api import Engine
from engine.fakes import FakeSessionHost
from engine.types import (
    LayoutDone,
    PhraseDone,
    PhraseFailed,
    RequestCancelled,
    RequestFinished,
    Stage,
    StageStarted,
)
from tests.singing import Heard, attempt, request, sing


def engine_with(host: FakeSessionHost) -> Engine:
    return Engine(cache_folder=None, sessions=host)


def test_events_come_in_order(tiny_bank):
    with engine_with(FakeSessionHost()) as opened:
        heard = sing(opened, request(tiny_bank, 2))
    kinds = [type(event) for event in heard.events]
    one = [StageStarted] * 4 + [PhraseDone]
    assert kinds == [LayoutDone, *one, *one, RequestFinished]
    assert [e.stage for e in heard.of(StageStarted)[:4]] == [
        Stage.PITCH,
        Stage.VARIANCE,
        Stage.ACOUSTIC,
        Stage.VOCODER,
    ]
    assert [(e.done, e.total) for e in heard.of(PhraseDone)] == [(1, 2), (2, 2)]


def test_the_phrase_under_the_playhead_is_first(tiny_bank):
    with engine_with(FakeSessionHost()) as opened:
        heard = sing(opened, request(tiny_bank, 4, playhead_ms=5200.0))
    assert list(heard.results) == ["n4", "n6", "n0", "n2"]


def test_a_moved_playhead_changes_the_order_of_what_waits(tiny_bank):
    with engine_with(FakeSessionHost(run_s=0.02)) as opened:
        heard = Heard()
        handle = opened.submit(request(tiny_bank, 4), heard)
        assert heard.first_phrase.wait(10)
        opened.set_playhead_ms(7200.0)
        assert handle.wait(30)
    names = list(heard.results)
    assert names[0] == "n0"
    assert names.index("n6") < 3


def test_a_newer_revision_replaces_the_older_one(tiny_bank):
    with engine_with(FakeSessionHost(run_s=0.05)) as opened:
        old, new = Heard(), Heard()
        first = opened.submit(request(tiny_bank, 20), old)
        assert old.first_phrase.wait(10)
        second = opened.submit(request(tiny_bank, 1, revision=1), new)
        assert second.wait(10)
        assert first.wait(0)
    assert isinstance(old.last, RequestCancelled)
    assert len(old.results) < 20
    assert isinstance(new.last, RequestFinished)


def test_an_older_revision_that_comes_late_is_dropped(tiny_bank):
    with engine_with(FakeSessionHost(run_s=0.01)) as opened:
        new, old = Heard(), Heard()
        first = opened.submit(request(tiny_bank, 2, revision=5), new)
        second = opened.submit(request(tiny_bank, 2, revision=4), old)
        assert first.wait(10)
        assert second.wait(10)
    assert isinstance(new.last, RequestFinished)
    assert [type(event) for event in old.events] == [RequestCancelled]


def test_other_parts_are_not_replaced(tiny_bank):
    with engine_with(FakeSessionHost(run_s=0.01)) as opened:
        one, two = Heard(), Heard()
        handles = [
            opened.submit(request(tiny_bank, 2, part_id="a"), one),
            opened.submit(request(tiny_bank, 2, part_id="b"), two),
        ]
        assert all(handle.wait(20) for handle in handles)
    assert len(one.results) == len(two.results) == 2


def test_cancel_stops_a_running_model_within_100_ms(tiny_bank):
    with engine_with(FakeSessionHost(run_s=5.0)) as opened:
        heard = Heard()
        handle = opened.submit(request(tiny_bank, 1), heard)
        time.sleep(0.3)
        begun_s = time.monotonic()
        handle.cancel()
        assert handle.wait(5)
        assert time.monotonic() - begun_s < 0.1
    assert isinstance(heard.last, RequestCancelled)
    assert handle.done


def test_cancelling_what_is_done_changes_nothing(tiny_bank):
    with engine_with(FakeSessionHost()) as opened:
        heard = Heard()
        handle = opened.submit(request(tiny_bank, 1), heard)
        assert handle.wait(10)
        handle.cancel()
        assert isinstance(sing(opened, request(tiny_bank, 1)).last, RequestFinished)
    assert isinstance(heard.last, RequestFinished)


@pytest.mark.parametrize("kind", ["pitch", "variance", "acoustic", "vocoder"])
def test_a_failing_model_fails_phrases_and_not_the_engine(tiny_bank, kind):
    host = FakeSessionHost(failing={kind})
    with engine_with(host) as opened:
        heard = attempt(opened, request(tiny_bank, 2))
        assert len(heard.of(PhraseFailed)) == 2
        assert heard.of(PhraseFailed)[0].problem.code == "model-run-failed"
        assert isinstance(heard.last, RequestFinished)
        host.failing.clear()
        assert len(sing(opened, request(tiny_bank, 2)).results) == 2


def test_an_internal_error_is_a_failed_phrase_too(tiny_bank, caplog):
    class Broken(FakeSessionHost):
        def run(self, handle, feeds, cancel):
            if "f0" in feeds and "mel" in feeds:
                raise ZeroDivisionError("a mistake of ours")
            return super().run(handle, feeds, cancel)

    with engine_with(Broken()) as opened:
        heard = attempt(opened, request(tiny_bank, 1))
    (failure,) = heard.of(PhraseFailed)
    assert failure.problem.code == "internal-error"
    assert "a mistake of ours" in failure.problem.sentence
    assert "ZeroDivisionError" in caplog.text


def test_a_listener_that_fails_does_not_stop_the_engine(tiny_bank, caplog):
    def listener(event) -> None:
        raise ValueError("listener")

    with engine_with(FakeSessionHost()) as opened:
        assert opened.submit(request(tiny_bank, 1), listener).wait(10)
        sing(opened, request(tiny_bank, 1))
    assert "listener" in caplog.text


def test_closing_cancels_ends_the_threads_and_may_be_repeated(tiny_bank):
    opened = engine_with(FakeSessionHost(run_s=5.0))
    heard = Heard()
    handle = opened.submit(request(tiny_bank, 1), heard)
    time.sleep(0.2)
    opened.close()
    opened.close()
    assert handle.done
    assert isinstance(heard.last, RequestCancelled)
    assert not [t for t in threading.enumerate() if t.name in ("engine", "tensor-cache")]
    with pytest.raises(RuntimeError):
        opened.submit(request(tiny_bank, 1), heard)


def test_statistics_add_up_over_requests(tiny_bank):
    with engine_with(FakeSessionHost()) as opened:
        first = sing(opened, request(tiny_bank, 2))
        second = sing(opened, request(tiny_bank, 2))
        total = opened.statistics()
    for stage in Stage:
        parts = [heard.last.stages[stage] for heard in (first, second)]
        assert total[stage].runs == sum(part.runs for part in parts)
        assert total[stage].hits == sum(part.hits for part in parts)
    assert second.n_runs == 0


def test_fakes_sing_something(tiny_bank):
    with engine_with(FakeSessionHost()) as opened:
        (result,) = sing(opened, request(tiny_bank, 1)).results.values()
    assert 0.01 < abs(result.samples).max() <= 0.5
