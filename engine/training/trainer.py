"""One training loop for every network: steps, checkpoints, moving average, logs."""

from __future__ import annotations

import json
import logging
import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from engine.training.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from engine.training.config import RunConfig, TrainConfig

log = logging.getLogger(__name__)

WEIGHTS = "weights.safetensors"
AVERAGE = "average.safetensors"
OPTIMISER = "optimiser.pt"
RUN = "run.json"

Progress = Callable[[dict[str, Any]], None]


class Task(Protocol):
    """What the loop needs to know about one network."""

    module: nn.Module

    def losses(self, step: int, device: torch.device) -> dict[str, Tensor]:
        """Losses of one step's batch; ``total`` is minimised."""

    def validate(self, module: nn.Module) -> dict[str, float]:
        """Figures on held-out phrases."""

    def plot(self, module: nn.Module, path: Path) -> None:
        """Draw one held-out phrase, where matplotlib is installed."""


def learning_rate(step: int, config: TrainConfig) -> float:
    """Warm-up, hold, cosine decay.

    Parameters
    ----------
    step : int, 0 .. n_steps - 1
    config : TrainConfig

    Returns
    -------
    float
    """
    warm = min(1.0, (step + 1) / max(1, config.n_warmup_steps))
    ratio = step / max(1, config.n_steps)
    late = max(0.0, (ratio - config.hold_ratio) / (1.0 - config.hold_ratio))
    shape = 0.5 * (1.0 + math.cos(math.pi * min(1.0, late)))
    span = config.learning_rate - config.final_learning_rate
    return config.final_learning_rate + span * warm * shape


class Trainer:
    """Trains one network in a run folder.

    Parameters
    ----------
    run : RunConfig
    task : Task
    folder : Path
        Checkpoints and ``run.json`` go here; an existing checkpoint is resumed.
    on_progress : callable or None
        Receives one flat dict a report.
    """

    def __init__(
        self, run: RunConfig, task: Task, folder: Path, on_progress: Progress | None = None
    ) -> None:
        self.run, self.task, self.folder = run, task, folder
        self.report = on_progress or (lambda _: None)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.set_num_threads(run.train.n_threads)
        self.module = task.module.to(self.device)
        self.average = {k: v.detach().clone() for k, v in self.module.state_dict().items()}
        config = run.train
        self.optimiser = torch.optim.AdamW(
            self.module.parameters(),
            lr=config.learning_rate,
            betas=(0.9, 0.98),
            weight_decay=config.weight_decay,
        )
        use_half = config.mixed_precision and self.device.type == "cuda"
        self.autocast = torch.autocast(self.device.type, torch.bfloat16, enabled=use_half)
        self.step = 0
        self._writer = _tensorboard(folder)
        if (folder / WEIGHTS).is_file():
            self._load()

    def train(self, stop_step: int | None = None) -> None:
        """Train to ``stop_step``, or to the end of the schedule."""
        config = self.run.train
        stop = min(stop_step or config.n_steps, config.n_steps)
        self.run.save(self.folder / RUN)
        began, first = time.monotonic(), self.step
        sums: dict[str, float] = {}
        n_sums = 0
        self.module.train()
        while self.step < stop:
            losses = self._update(config)
            self.step += 1
            for key, value in losses.items():
                sums[key] = sums.get(key, 0.0) + value
            n_sums += 1
            if self.step % config.log_every == 0 or self.step == stop:
                rate = (self.step - first) / (time.monotonic() - began)
                means = {key: round(value / n_sums, 5) for key, value in sums.items()}
                self._emit("train", means, steps_per_s=round(rate, 3), n_steps=config.n_steps)
                sums, n_sums = {}, 0
            if self.step % config.validate_every == 0 or self.step == stop:
                self._validate()
            if self.step % config.save_every == 0 or self.step == stop:
                self.save()

    def _update(self, config: TrainConfig) -> dict[str, float]:
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate(self.step, config)
        self.optimiser.zero_grad(set_to_none=True)
        found: dict[str, float] = {}
        for part in range(config.n_accumulate):
            with self.autocast:
                losses = self.task.losses(self.step * config.n_accumulate + part, self.device)
            (losses["total"] / config.n_accumulate).backward()
            for key, value in losses.items():
                found[key] = found.get(key, 0.0) + float(value.detach()) / config.n_accumulate
        norm = nn.utils.clip_grad_norm_(self.module.parameters(), config.clip_norm)
        if torch.isfinite(norm):
            self.optimiser.step()
        else:
            log.warning("step %d: gradient is not finite, update left out", self.step)
        decay = min(config.ema_decay, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for key, value in self.module.state_dict().items():
                if value.is_floating_point():
                    self.average[key].lerp_(value, 1.0 - decay)
                else:
                    self.average[key].copy_(value)
        return found

    def _validate(self) -> None:
        trained = {k: v.detach().clone() for k, v in self.module.state_dict().items()}
        self.module.load_state_dict(self.average)
        self.module.eval()
        random_state = torch.get_rng_state()
        with torch.no_grad():
            figures = self.task.validate(self.module)
            try:
                self.task.plot(self.module, self.folder / f"held-out-{self.step:06d}.png")
            except ImportError:
                log.debug("matplotlib is not installed: no validation plots")
        torch.set_rng_state(random_state)
        self.module.load_state_dict(trained)
        self.module.train()
        self._emit("validate", {key: round(value, 5) for key, value in figures.items()})

    def _emit(self, event: str, figures: dict[str, float], **extra: float) -> None:
        self.report({"event": event, "model": self.run.kind, "step": self.step, **figures, **extra})
        if self._writer is not None:
            for key, value in figures.items():
                self._writer.add_scalar(f"{event}/{key}", value, self.step)

    def save(self) -> None:
        """Write a checkpoint; each file is replaced as a whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        weights = {k: v.contiguous() for k, v in self.module.state_dict().items()}
        meta = {"step": str(self.step)}
        _replace(self.folder / WEIGHTS, lambda path: save_file(weights, path, meta))
        _replace(self.folder / AVERAGE, lambda path: save_file(self.average, path, meta))
        state = {"step": self.step, "optimiser": self.optimiser.state_dict()}
        _replace(self.folder / OPTIMISER, lambda path: torch.save(state, path))

    def _load(self) -> None:
        if (self.folder / RUN).is_file():
            stored = json.loads((self.folder / RUN).read_text(encoding="utf-8"))
            wanted = json.loads(json.dumps(_plain(self.run.model)))
            if stored["model"] != wanted:
                raise ConfigError(
                    f"{self.folder}: holds a network of another shape; choose an empty run folder."
                )
        self.module.load_state_dict(load_file(self.folder / WEIGHTS, str(self.device)))
        self.average = load_file(self.folder / AVERAGE, str(self.device))
        state = torch.load(self.folder / OPTIMISER, map_location=self.device, weights_only=True)
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = int(state["step"])
        self.report({"event": "resume", "model": self.run.kind, "step": self.step})


def load_average(module: nn.Module, folder: Path) -> int:
    """Load the averaged weights of a run folder; returns its step."""
    path = folder / AVERAGE
    if not path.is_file():
        raise ConfigError(f"{folder}: no trained weights here; train the network first.")
    module.load_state_dict(load_file(path))
    module.eval()
    from safetensors import safe_open

    with safe_open(path, "pt") as stored:
        return int((stored.metadata() or {}).get("step", 0))


def _plain(model: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(model)


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    temporary = path.with_name(path.name + ".part")
    write(temporary)
    temporary.replace(path)


def _tensorboard(folder: Path) -> Any:
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError:
        return None
    return SummaryWriter(str(folder / "events"))  # type: ignore[no-untyped-call]  # torch has no types here
