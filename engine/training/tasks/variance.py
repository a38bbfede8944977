"""Training of the variance model: regression and a shallow flow."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import torch
from torch import Tensor, nn

from engine.training.flow import flow_pair, random_times, sample
from engine.training.models.variance import VARIANCES, VarianceModel, denormalise, normalise
from engine.training.tasks.base import FrameTask, draw_curves, embed_speakers, retake_mask
from engine.training.tasks.pitch import hz_to_midi

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

    from engine.training.config import RunConfig
    from engine.training.dataset import Item

NEUTRAL_RATIO = 0.7


class VarianceTask(FrameTask):
    """See `FrameTask`; mostly neutral phrases, the others flagged."""

    def __init__(self, run: RunConfig, folder: Path) -> None:
        super().__init__(run, VarianceModel(run.model), folder)
        self.neutral = [item for item in self.features.items if item.is_neutral]
        self.held_out.items = [item for item in self.held_out.items if item.is_neutral]

    def choose(self, rng: np.random.Generator) -> list[Item]:
        """Neutral phrases at `NEUTRAL_RATIO`, the rest from all."""
        chosen = super().choose(rng)
        for i in range(len(chosen)):
            if self.neutral and rng.random() < NEUTRAL_RATIO:
                chosen[i] = self.neutral[int(rng.integers(len(self.neutral)))]
        return chosen

    def losses(self, step: int, device: torch.device) -> dict[str, Tensor]:
        """``regression``: L1, normalised; ``flow``: velocity error."""
        batch, rng = self.batch(step, device)
        model = cast("VarianceModel", self.module)
        target = normalise(batch["variances"])
        n_batch, n_frames, n_out = target.shape
        masks = [retake_mask(rng, n_batch, n_frames, 0.7) for _ in range(n_out)]
        retake = torch.stack(masks, dim=2).to(device)
        condition, guess = conditioned(model, batch, retake)
        regression = (guess - target).abs().mean()
        time = random_times(n_batch, model.config.flow_start).to(device)
        point, velocity = flow_pair(target, torch.randn_like(target), time)
        found = model.velocity(point, time, condition.detach())
        flow_loss = (found - velocity).square().mean()
        return {
            "total": regression + 0.5 * flow_loss,
            "regression": regression,
            "flow": flow_loss,
        }

    def validate(self, module: nn.Module) -> dict[str, float]:
        """L1 of the flow sample in dB, dB, logit on neutral phrases, and of the guess."""
        model = cast("VarianceModel", module)
        errors, guesses = [], []
        for batch in self.validation_batches():
            guess, found = predict(model, batch, seed=0)
            errors.append((found - batch["variances"]).abs().mean(dim=(0, 1)))
            guesses.append((guess - batch["variances"]).abs().mean(dim=(0, 1)))
        mean, mean_guess = torch.stack(errors).mean(0), torch.stack(guesses).mean(0)
        figures = {f"{name}_l1": float(x) for name, x in zip(VARIANCES, mean, strict=True)}
        for name, x in zip(VARIANCES, mean_guess, strict=True):
            figures[f"{name}_guess_l1"] = float(x)
        return figures

    def plot(self, module: nn.Module, path: Path) -> None:
        """Draw one phrase: recorded and predicted curves."""
        batch = self.validation_batches()[0]
        _, found = predict(cast("VarianceModel", module), batch, seed=0)
        panels = [
            (name, [batch["variances"][0, :, i].numpy(), found[0, :, i].numpy()])
            for i, name in enumerate(VARIANCES)
        ]
        draw_curves(path, panels)


def conditioned(
    model: VarianceModel, batch: dict[str, Tensor], retake: Tensor
) -> tuple[Tensor, Tensor]:
    """Condition and normalised regression of a batch."""
    encoder_out, _ = model.linguistic.forward_phonemes(batch["tokens"], batch["durations"])
    embed = embed_speakers(model.speakers, batch["speaker"], retake.shape[1])
    return model.condition(
        encoder_out,
        batch["durations"],
        hz_to_midi(batch["f0_hz"]),
        batch["variances"],
        retake,
        embed,
        batch["neutral"],
        batch["first_frame"],
    )


def predict(model: VarianceModel, batch: dict[str, Tensor], *, seed: int) -> tuple[Tensor, Tensor]:
    """Regression and flow sample, both float32 [B, T, 3] in dB, dB, logit."""
    retake = torch.ones_like(batch["variances"]).bool()
    condition, guess = conditioned(model, batch, retake)
    noise = torch.randn(guess.shape, generator=torch.Generator().manual_seed(seed))
    found = sample(
        lambda x, time: model.velocity(x, time, condition),
        guess,
        noise,
        start=model.config.flow_start,
        steps=model.config.default_steps,
    )
    return denormalise(guess), denormalise(found)
