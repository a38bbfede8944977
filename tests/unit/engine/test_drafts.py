"""A phrase is heard from a draft first; what is kept, exported and known is never one."""

from __future__ import annotations

import time

import numpy as np
import pytest

from engine.api import Engine
from engine.fakes import FakeSessionHost
from engine.types import (
    Drafts,
    PhraseDone,
    PhraseDrafted,
    PhraseFailed,
    RenderSettings,
    Stage,
    StageStarted,
)
from tests.singing import Heard, attempt, request, sing

STEPS = RenderSettings(acoustic_steps=20)


def opened(host=None, folder=None) -> Engine:
    return Engine(cache_folder=folder, n_threads=1, sessions=host)


def steps_of(host: FakeSessionHost) -> list[int]:
    return [int(feeds["steps"][0]) for kind, feeds in host.runs if kind == "acoustic"]


def order(heard: Heard) -> list[tuple[str, str]]:
    names = {PhraseDrafted: "draft", PhraseDone: "done"}
    return [
        (names[type(event)], str(event.result.layout.phrase_id))
        for event in heard.events
        if type(event) in names
    ]


def test_every_phrase_is_drafted_then_sung_with_all_its_steps(tiny_bank):
    host = FakeSessionHost()
    with opened(host) as engine:
        heard = sing(engine, request(tiny_bank, 2, drafts=Drafts.ALWAYS, settings=STEPS))
    assert order(heard) == [("draft", "n0"), ("draft", "n2"), ("done", "n0"), ("done", "n2")]
    assert steps_of(host) == [5, 5, 20, 20]
    assert [(e.done, e.total) for e in heard.of(PhraseDone)] == [(1, 2), (2, 2)]


def test_nobody_gets_a_draft_who_did_not_ask(tiny_bank):
    host = FakeSessionHost()
    with opened(host) as engine:
        heard = sing(engine, request(tiny_bank, 2, settings=STEPS))
    assert not heard.of(PhraseDrafted)
    assert steps_of(host) == [20, 20]


def test_the_sound_after_a_draft_is_the_same_as_without_one(tiny_bank, tmp_path):
    with opened(folder=tmp_path / "a") as engine:
        plain = sing(engine, request(tiny_bank, 2, settings=STEPS))
    with opened(folder=tmp_path / "b") as engine:
        drafted = sing(engine, request(tiny_bank, 2, settings=STEPS, drafts=Drafts.ALWAYS))
        assert len(drafted.of(PhraseDrafted)) == 2
        again = sing(engine, request(tiny_bank, 2, settings=STEPS, revision=1))
    with opened(folder=tmp_path / "b") as engine:  # nothing remembered, all from the cache
        cached = sing(engine, request(tiny_bank, 2, settings=STEPS, drafts=Drafts.ALWAYS))
    assert plain.samples() == drafted.samples() == again.samples() == cached.samples()
    assert again.n_runs == cached.n_runs == 0


def test_a_draft_has_the_curves_of_the_phrase(tiny_bank):
    with opened() as engine:
        heard = sing(engine, request(tiny_bank, 1, settings=STEPS, drafts=Drafts.ALWAYS))
    (draft,), (done,) = heard.of(PhraseDrafted), heard.of(PhraseDone)
    for name, curve in done.result.generated.curves.items():
        assert draft.result.generated.curves[name].key == curve.key
        np.testing.assert_array_equal(draft.result.generated.curves[name].values, curve.values)


def test_what_lies_in_the_cache_is_not_drafted(tiny_bank, tmp_path):
    asked = request(tiny_bank, 2, settings=STEPS, drafts=Drafts.ALWAYS)
    with opened(folder=tmp_path) as engine:
        sing(engine, asked)
    with opened(folder=tmp_path) as engine:
        assert not sing(engine, asked).of(PhraseDrafted)


def test_only_what_is_heard_soon_is_drafted(tiny_bank):
    # Phrases begin every two seconds: twenty of them reach beyond what is drafted ahead.
    with opened(FakeSessionHost()) as engine:
        heard = sing(engine, request(tiny_bank, 20, drafts=Drafts.ALWAYS, settings=STEPS))
    drafted = [e.result.layout for e in heard.of(PhraseDrafted)]
    assert len(drafted) < 20
    assert max(layout.start_ms for layout in drafted) <= 30_000


def test_a_slow_voice_is_drafted_and_a_quick_one_is_not(tiny_bank):
    eight = RenderSettings(acoustic_steps=8)
    asked = request(tiny_bank, 2, drafts=Drafts.AUTO, settings=eight)
    with opened(FakeSessionHost()) as engine:
        assert not sing(engine, asked).of(PhraseDrafted)

    class Slow(FakeSessionHost):
        def run(self, handle, feeds, cancel):
            if "durations" in feeds:  # the acoustic model
                time.sleep(0.25 * int(feeds["steps"][0]))
            return super().run(handle, feeds, cancel)

    # The model's file is small, so the first phrase is sung at once; that tells how slow it is.
    with opened(Slow()) as engine:
        heard = sing(engine, asked)
    assert order(heard) == [("done", "n0"), ("draft", "n2"), ("done", "n2")]


def test_a_failing_phrase_fails_once(tiny_bank):
    host = FakeSessionHost(failing={"acoustic"})
    with opened(host) as engine:
        heard = attempt(engine, request(tiny_bank, 1, drafts=Drafts.ALWAYS, settings=STEPS))
    assert len(heard.of(PhraseFailed)) == 1
    assert not heard.of(PhraseDrafted)


def test_too_few_steps_for_a_draft_are_sung_at_once(tiny_bank):
    with opened(FakeSessionHost()) as engine:
        few = RenderSettings(acoustic_steps=2)
        heard = sing(engine, request(tiny_bank, 1, drafts=Drafts.ALWAYS, settings=few))
    assert not heard.of(PhraseDrafted)


def test_cancelling_stops_a_draft(tiny_bank):
    with opened(FakeSessionHost(run_s=5.0)) as engine:
        heard = Heard()
        handle = engine.submit(request(tiny_bank, 1, drafts=Drafts.ALWAYS), heard)
        time.sleep(0.2)
        handle.cancel()
        assert handle.wait(1.0)


def test_on_demand_only_what_is_wanted_is_sung(tiny_bank):
    with opened(FakeSessionHost()) as engine:
        engine.set_wanted_ms((0.0, 0.0))
        heard = Heard()
        handle = engine.submit(request(tiny_bank, 4, is_on_demand=True), heard)
        deadline_s = time.monotonic() + 10.0
        while not heard.events and time.monotonic() < deadline_s:
            time.sleep(0.005)
        assert not handle.wait(0.2)
        assert len(heard.layout.phrases) == 4
        assert not heard.of(StageStarted)
        other = sing(engine, request(tiny_bank, 1, part_id="other"))  # such as an export
        assert len(other.results) == 1
        engine.set_wanted_ms((5000.0, float("inf")))
        while len(heard.results) < 2 and time.monotonic() < deadline_s:
            time.sleep(0.005)
        assert not handle.wait(0.1)
        assert list(heard.results) == ["n4", "n6"]
        engine.set_wanted_ms(None)
        assert handle.wait(10.0)
    assert list(heard.results) == ["n4", "n6", "n0", "n2"]


def test_what_waits_for_a_wish_can_be_cancelled(tiny_bank):
    with opened(FakeSessionHost()) as engine:
        engine.set_wanted_ms((0.0, 0.0))
        handle = engine.submit(request(tiny_bank, 1, is_on_demand=True), Heard())
        time.sleep(0.1)
        handle.cancel()
        assert handle.wait(1.0)


@pytest.mark.parametrize("drafts", list(Drafts))
def test_stages_are_told_for_drafts_too(tiny_bank, drafts):
    with opened(FakeSessionHost()) as engine:
        heard = sing(engine, request(tiny_bank, 1, drafts=drafts, settings=STEPS))
    n_acoustic = sum(event.stage is Stage.ACOUSTIC for event in heard.of(StageStarted))
    assert n_acoustic == (2 if drafts is Drafts.ALWAYS else 1)
