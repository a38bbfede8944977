"""What can be changed while the engine lives: providers, the cache, the song that is counted."""

from __future__ import annotations

import pytest

from engine.api import CancelToken, Engine, ModelPlaces, cache_info
from engine.errors import Cancelled
from engine.fakes import FakeSessionHost
from engine.inference.sessions import OnnxSessionHost
from engine.types import RenderSettings, RequestCancelled, Stage
from tests.singing import Heard, notes, request, sing


def open_engine(folder=None, **options) -> Engine:
    return Engine(cache_folder=folder, n_threads=1, **options)


def rate(stages) -> tuple[int, int]:
    """Hits and runs."""
    return sum(c.hits for c in stages.values()), sum(c.runs for c in stages.values())


def test_work_in_hand_is_cancelled_when_models_move(tiny_bank):
    with Engine(cache_folder=None, sessions=FakeSessionHost(run_s=0.05)) as opened:
        heard = Heard()
        handle = opened.submit(request(tiny_bank, 4), heard)
        assert heard.started.wait(10)
        opened.use_models(ModelPlaces(n_threads=2))
        assert handle.wait(10)
        assert isinstance(heard.events[-1], RequestCancelled)
        assert len(sing(opened, request(tiny_bank, 2, revision=1)).results) == 2


def test_every_kind_of_model_runs_where_it_was_told_to(tiny_bank, monkeypatch):
    opened_on: dict[str, str] = {}
    load = OnnxSessionHost.load

    def spy(self, path, *, force_cpu=False):
        opened_on[f"{path.parent.name}/{path.name}"] = "cpu" if force_cpu else self._provider
        return load(self, path, force_cpu=force_cpu)

    monkeypatch.setattr(OnnxSessionHost, "load", spy)
    with open_engine() as opened:
        opened.use_models(ModelPlaces(acoustic="cuda", pitch="directml", n_threads=1))
        sing(opened, request(tiny_bank, 1))
    assert opened_on["tiny/acoustic.onnx"] == "cuda"
    assert opened_on["dspitch/pitch.onnx"] == "directml"
    assert opened_on["dsvariance/variance.onnx"] == "cpu"
    assert opened_on["dsvocoder/model.onnx"] == "cpu"
    assert opened_on["dsdur/dur.onnx"] == "cpu"


def test_what_one_provider_sang_is_not_taken_for_anothers(tiny_bank):
    with open_engine() as opened:
        sing(opened, request(tiny_bank, 1))
        opened.use_models(ModelPlaces(acoustic="cuda", n_threads=1))
        moved = sing(opened, request(tiny_bank, 1, revision=1))
        opened.use_models(ModelPlaces(n_threads=1))
        back = sing(opened, request(tiny_bank, 1, revision=2))
    assert moved.last.stages[Stage.ACOUSTIC].runs == 1
    assert moved.last.stages[Stage.VARIANCE].runs == 0
    assert back.n_runs == 0


def test_switching_the_cache_off_sings_nothing_anew(tiny_bank, tmp_path):
    with open_engine(tmp_path) as opened:
        sing(opened, request(tiny_bank, 1, settings=RenderSettings(use_cache=False)))
        assert cache_info(tmp_path).n_files == 0
        on = sing(opened, request(tiny_bank, 1, revision=1))
        assert on.n_runs > 0  # nothing was remembered while the cache was off
        again = sing(opened, request(tiny_bank, 1, revision=2))
    assert again.n_runs == 0


def test_a_song_is_counted_by_itself(tiny_bank, tmp_path):
    with open_engine(tmp_path) as opened:
        sing(opened, request(tiny_bank, 2))
        first = rate(opened.song_statistics())
        assert first[1] > 0
        opened.begin_song()
        assert rate(opened.song_statistics()) == (0, 0)
        sing(opened, request(tiny_bank, 2))
        second = rate(opened.song_statistics())
        assert second[0] > 0
        assert second[1] == 0
        assert rate(opened.statistics()) == (first[0] + second[0], first[1])


def test_clearing_empties_folder_and_memory(tiny_bank, tmp_path):
    steps: list[tuple[int, int]] = []
    with open_engine(tmp_path) as opened:
        sing(opened, request(tiny_bank, 2))
        opened.drain()
        before = opened.cache_info()
        gone = opened.clear_cache(on_progress=lambda done, total: steps.append((done, total)))
        assert (gone.n_files, gone.n_bytes) == (before.n_files, before.n_bytes)
        assert opened.cache_info().n_files == 0
        opened.begin_song()
        assert sing(opened, request(tiny_bank, 2)).n_runs > 0
    assert steps[-1] == (gone.n_files, gone.n_files)


def test_what_the_open_song_asked_for_stays(tiny_bank, tmp_path):
    with open_engine(tmp_path) as opened:
        sing(opened, request(tiny_bank, 2))
        sing(opened, request(tiny_bank, 2, part_id="other", notes=notes(2, keys={0: 71})))
        opened.begin_song()
        sing(opened, request(tiny_bank, 2))
        gone = opened.clear_cache(unused_only=True)
        assert gone.n_files > 0
        opened.begin_song()
        assert sing(opened, request(tiny_bank, 2)).n_runs == 0
        opened.begin_song()
        other = sing(opened, request(tiny_bank, 2, part_id="other", notes=notes(2, keys={0: 71})))
    assert other.n_runs > 0


def test_an_earlier_state_that_undo_brings_back_is_still_used(tiny_bank, tmp_path):
    with open_engine(tmp_path) as opened:
        sing(opened, request(tiny_bank, 1))
        sing(opened, request(tiny_bank, 1, notes=notes(1, keys={0: 71}), revision=1))
        assert opened.clear_cache(unused_only=True).n_files == 0


def test_clearing_can_be_stopped(tiny_bank, tmp_path):
    cancel = CancelToken()
    with open_engine(tmp_path) as opened:
        sing(opened, request(tiny_bank, 2))
        opened.drain()
        n_before = opened.cache_info().n_files
        with pytest.raises(Cancelled):
            opened.clear_cache(cancel=cancel, on_progress=lambda done, total: cancel.cancel())
        assert opened.cache_info().n_files == n_before - 1


def test_a_smaller_budget_takes_effect_at_once(tiny_bank, tmp_path):
    with open_engine(tmp_path) as opened:
        sing(opened, request(tiny_bank, 3))
        opened.drain()
        n_bytes = opened.cache_info().n_bytes
        opened.set_cache_budget(n_bytes // 2)
    assert 0 < cache_info(tmp_path).n_bytes <= n_bytes // 2


def test_without_a_folder_there_is_nothing_to_count(tiny_bank):
    with open_engine() as opened:
        sing(opened, request(tiny_bank, 1))
        assert opened.cache_info() is None
        assert opened.clear_cache().n_files == 0
