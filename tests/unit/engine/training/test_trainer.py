"""The loop: resuming is exact, schedules are fixed up front."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from small_runs import TRAIN, tiny_features, tiny_runs  # noqa: E402

from engine.training.config import load_run  # noqa: E402
from engine.training.errors import ConfigError  # noqa: E402
from engine.training.recipe import build_task  # noqa: E402
from engine.training.trainer import RUN, Trainer, learning_rate  # noqa: E402


@pytest.fixture(scope="module")
def features(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, index = tiny_features(tmp_path_factory.mktemp("voice"))
    assert {item["split"] for item in index.items} == {"train", "held_out"}
    return folder


@pytest.mark.parametrize("kind", ["acoustic", "pitch", "variance", "duration", "vocoder"])
def test_resuming_gives_the_weights_of_an_unbroken_run(
    kind: str, features: Path, tmp_path: Path
) -> None:
    run = tiny_runs()[kind]
    whole = Trainer(run, build_task(run, features), tmp_path / "whole")
    whole.train()
    Trainer(run, build_task(run, features), tmp_path / "broken").train(stop_step=3)
    resumed = Trainer(run, build_task(run, features), tmp_path / "broken")
    assert resumed.step == 3
    resumed.train()
    for key, value in whole.module.state_dict().items():
        assert torch.equal(value, resumed.module.state_dict()[key]), key
        assert torch.equal(whole.average[key], resumed.average[key]), key


def test_training_lowers_the_loss(features: Path, tmp_path: Path) -> None:
    train = replace(TRAIN, n_steps=60, log_every=10)
    run = tiny_runs(train)["acoustic"]
    seen = []
    Trainer(run, build_task(run, features), tmp_path, seen.append).train()
    losses = [record["total"] for record in seen if record["event"] == "train"]
    assert losses[-1] < 0.6 * losses[0]


def test_a_run_survives_its_json(tmp_path: Path) -> None:
    for kind, run in tiny_runs().items():
        run.save(tmp_path / f"{kind}.json")
        assert load_run(tmp_path / f"{kind}.json") == run


def test_a_broken_run_file_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / RUN).write_text("{", encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot read the run configuration"):
        load_run(tmp_path / RUN)


def test_another_shape_of_network_is_refused(features: Path, tmp_path: Path) -> None:
    run = tiny_runs()["acoustic"]
    Trainer(run, build_task(run, features), tmp_path).train(stop_step=1)
    other = replace(run, model=replace(run.model, flow_width=12))
    with pytest.raises(ConfigError, match="another shape"):
        Trainer(other, build_task(other, features), tmp_path)


def test_learning_rate_warms_holds_and_falls() -> None:
    train = replace(TRAIN, n_steps=1000, n_warmup_steps=100, hold_ratio=0.2)
    rates = [learning_rate(step, train) for step in range(1000)]
    assert rates[0] == pytest.approx(1e-5 + (2e-3 - 1e-5) / 100)
    assert rates[150] == pytest.approx(2e-3)
    assert rates[-1] == pytest.approx(1e-5, abs=1e-7)
    assert rates[200:] == sorted(rates[200:], reverse=True)
