"""Training of the acoustic model: L1 for the guess, flow matching around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.training.flow import flow_pair, random_times, sample
from engine.training.models.acoustic import AcousticModel, denormalise_mel, normalise_mel
from engine.training.tasks.base import FrameTask, draw_images, embed_speakers

if TYPE_CHECKING:
    from pathlib import Path

    from engine.training.config import RunConfig

FLOW_WEIGHT = 0.5


class AcousticTask(FrameTask):
    """See `FrameTask`; the flow trains on the first half of each batch.

    Half of the phrases get their control curves smoothed, because drawn and
    predicted curves lack the flutter of measured ones.
    """

    def __init__(self, run: RunConfig, folder: Path) -> None:
        super().__init__(run, AcousticModel(run.model), folder, with_gains=True)

    def losses(self, step: int, device: torch.device) -> dict[str, Tensor]:
        """``mel``: L1 of the guess in ln units; ``flow``: velocity error."""
        batch, rng = self.batch(step, device)
        model = cast("AcousticModel", self.module)
        variances = batch["variances"]
        smooth = smooth_curves(variances)
        use_smooth = torch.from_numpy(rng.random(len(variances)) < 0.5).to(device)
        variances = torch.where(use_smooth[:, None, None], smooth, variances)
        target = normalise_mel(batch["mel"])
        embed = embed_speakers(model.speakers, batch["speaker"], target.shape[1])
        condition, guess = model.condition(
            batch["tokens"],
            batch["durations"],
            batch["f0_hz"],
            variances,
            embed,
            batch["first_frame"],
        )
        mel_loss = (guess - target).abs().mean()
        half = max(1, len(target) // 2)
        time = random_times(half, model.config.flow_start).to(device)
        noise = torch.randn_like(target[:half])
        point, velocity = flow_pair(target[:half], noise, time)
        found = model.velocity(point, time, condition[:half].detach(), guess[:half].detach())
        flow_loss = (found - velocity).square().mean()
        return {
            "total": mel_loss + FLOW_WEIGHT * flow_loss,
            "mel": denormalise_mel(mel_loss) - denormalise_mel(torch.zeros_like(mel_loss)),
            "flow": flow_loss,
        }

    def validate(self, module: nn.Module) -> dict[str, float]:
        """Mel L1 over whole phrases, of the guess and of four flow steps."""
        model = cast("AcousticModel", module)
        errors: dict[str, list[float]] = {"mel_l1": [], "mel_l1_flow": []}
        for batch in self.validation_batches():
            guess, flowed = predict(model, batch, steps=4, depth=1.0)
            errors["mel_l1"].append(float((guess - batch["mel"]).abs().mean()))
            errors["mel_l1_flow"].append(float((flowed - batch["mel"]).abs().mean()))
        return {key: sum(values) / len(values) for key, values in errors.items()}

    def plot(self, module: nn.Module, path: Path) -> None:
        """Draw a recording, its guess and four flow steps."""
        batch = self.validation_batches()[0]
        guess, flowed = predict(cast("AcousticModel", module), batch, steps=4, depth=1.0)
        pictures = [("recorded", batch["mel"]), ("guess", guess), ("flow", flowed)]
        draw_images(path, [(title, image[0].numpy()) for title, image in pictures])


def smooth_curves(curves: Tensor) -> Tensor:
    """Five-frame mean of curves [B, T, V]."""
    return functional.avg_pool1d(
        curves.transpose(1, 2), 5, 1, 2, count_include_pad=False
    ).transpose(1, 2)


def predict(
    model: AcousticModel, batch: dict[str, Tensor], *, steps: int, depth: float, seed: int = 0
) -> tuple[Tensor, Tensor]:
    """Guess and flow sample for a batch.

    Returns
    -------
    guess, flowed : float32 [B, T, n_mels], ln magnitude
    """
    embed = embed_speakers(model.speakers, batch["speaker"], batch["f0_hz"].shape[1])
    condition, guess = model.condition(
        batch["tokens"],
        batch["durations"],
        batch["f0_hz"],
        batch["variances"],
        embed,
        batch["first_frame"],
    )
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randn(guess.shape, generator=generator)
    start = max(1.0 - depth, model.config.flow_start)
    flowed = sample(
        lambda x, time: model.velocity(x, time, condition, guess),
        guess,
        noise,
        start=start,
        steps=steps,
    )
    return denormalise_mel(guess), denormalise_mel(flowed)
