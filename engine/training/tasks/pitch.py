"""Training of the pitch model on the recordings' own f0."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import torch
from torch import Tensor, nn

from engine.training.flow import flow_pair, random_times, sample
from engine.training.models.pitch import PitchModel
from engine.training.tasks.base import FrameTask, draw_curves, embed_speakers, retake_mask

if TYPE_CHECKING:
    from pathlib import Path

    from engine.training.config import RunConfig

TRANSPOSE_SEMITONES = 3
GUESS_SCALE = 4.0


class PitchTask(FrameTask):
    """See `FrameTask`; phrases are transposed a little, since habits do not depend on key."""

    def __init__(self, run: RunConfig, folder: Path) -> None:
        super().__init__(run, PitchModel(run.model), folder)

    def losses(self, step: int, device: torch.device) -> dict[str, Tensor]:
        """``guess``: L1 in semitones; ``flow``: velocity error."""
        batch, rng = self.batch(step, device)
        model = cast("PitchModel", self.module)
        pitch = hz_to_midi(batch["f0_hz"])
        n_batch, n_frames = pitch.shape
        shift = rng.integers(-TRANSPOSE_SEMITONES, TRANSPOSE_SEMITONES + 1, (n_batch, 1))
        shift_midi = torch.from_numpy(shift.astype(np.float32)).to(device)
        pitch = pitch + shift_midi
        batch["note_midi"] = batch["note_midi"] + shift_midi
        retake = retake_mask(rng, n_batch, n_frames, 0.7).to(device)
        condition, base, guess = conditioned(model, batch, pitch, retake)
        deviation = pitch - base
        guess_loss = (guess - deviation).abs().mean()
        residual = (deviation - guess.detach()) / model.config.residual_scale_semitones
        time = random_times(n_batch, 0.0).to(device)
        point, velocity = flow_pair(residual, torch.randn_like(residual), time)
        error = model.velocity(point, time, condition) - velocity
        # A glide that the guess missed must not outweigh all vibratos together.
        flow_loss = nn.functional.huber_loss(error, torch.zeros_like(error), delta=3.0)
        return {
            "total": GUESS_SCALE * guess_loss + flow_loss,
            "guess": guess_loss,
            "flow": flow_loss,
        }

    def validate(self, module: nn.Module) -> dict[str, float]:
        """Note centre error in cents, and how far predictions swing beside recordings."""
        model = cast("PitchModel", module)
        errors, swings, wanted_swings, guesses = [], [], [], []
        for seed, batch in enumerate(self.validation_batches()):
            pitch = hz_to_midi(batch["f0_hz"])
            found = predict(model, batch, seed=seed)
            _, base, guess = conditioned(model, batch, pitch, torch.ones_like(pitch).bool())
            guesses.append(float((guess - (pitch - base)).abs().mean()))
            errors += note_errors_cents(found, batch)
            swings.append(float((found - base).abs().mean()))
            wanted_swings.append(float((pitch - base).abs().mean()))
        return {
            "note_cents_median": float(np.median(np.abs(errors))),
            "note_cents_95": float(np.quantile(np.abs(errors), 0.95)),
            "swing_semitones": float(np.mean(swings)),
            "swing_recorded": float(np.mean(wanted_swings)),
            "guess_l1_semitones": float(np.mean(guesses)),
        }

    def plot(self, module: nn.Module, path: Path) -> None:
        """Draw two phrases: recorded pitch and two takes."""
        panels = []
        for batch in self.validation_batches()[:2]:
            takes = [predict(cast("PitchModel", module), batch, seed=s)[0].numpy() for s in (0, 1)]
            recorded = hz_to_midi(batch["f0_hz"])[0].numpy()
            panels.append(("recorded, two takes (MIDI)", [recorded, *takes]))
        draw_curves(path, panels)


def hz_to_midi(f0_hz: Tensor) -> Tensor:
    """Hz, > 0, to MIDI number."""
    return 69.0 + 12.0 * torch.log2(f0_hz / 440.0)


def conditioned(
    model: PitchModel, batch: dict[str, Tensor], pitch: Tensor, retake: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Condition, base and guess of a batch."""
    encoder_out, _ = model.linguistic.forward_phonemes(batch["tokens"], batch["durations"])
    embed = embed_speakers(model.speakers, batch["speaker"], pitch.shape[1])
    return model.condition(
        encoder_out,
        batch["durations"],
        batch["note_midi"],
        batch["note_rest"],
        batch["note_dur"],
        pitch,
        retake,
        embed,
        batch["first_frame"],
    )


def predict(model: PitchModel, batch: dict[str, Tensor], *, seed: int) -> Tensor:
    """One take: float32 [B, T], MIDI number."""
    blank = torch.full_like(batch["f0_hz"], 60.0)
    retake = torch.ones_like(blank).bool()
    condition, base, guess = conditioned(model, batch, blank, retake)
    noise = torch.randn(blank.shape, generator=torch.Generator().manual_seed(seed))
    x = sample(
        lambda x, time: model.velocity(x, time, condition),
        torch.zeros_like(noise),
        noise,
        start=0.0,
        steps=model.config.default_steps,
    )
    return model.pitch(x, guess, base, torch.ones_like(blank), retake)


def note_errors_cents(pitch: Tensor, batch: dict[str, Tensor]) -> list[float]:
    """Median deviation of every sounding note of at least 12 frames from its key, cents."""
    errors, start = [], 0
    lists = (batch["note_midi"][0], batch["note_rest"][0], batch["note_dur"][0])
    for midi, rest, length in zip(*(values.tolist() for values in lists), strict=True):
        inside = pitch[0, start + 5 : start + length - 3]
        if not rest and length >= 12:
            errors.append(100.0 * (float(inside.median()) - midi))
        start += length
    return errors
