"""Training of the vocoder on recordings, mix and stems."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import torch
from torch import Tensor, nn

from engine.training.dataset import Item, audio_batch, step_rng
from engine.training.losses import multi_resolution_stft
from engine.training.models.vocoder import Vocoder, aligned_phase
from engine.training.store import read_audio
from engine.training.tasks.base import FrameTask

if TYPE_CHECKING:
    from pathlib import Path

    from engine.training.config import RunConfig

STEM_WEIGHT = 0.5
STEM_GAINS_DB = (-9.0, 9.0)
MEL_NOISE = 0.12


class VocoderTask(FrameTask):
    """See `FrameTask`; half of the mels are disturbed a little, so that predicted mels work."""

    n_validation = 8

    def __init__(self, run: RunConfig, folder: Path) -> None:
        super().__init__(run, Vocoder(run.model), folder)

    def losses(self, step: int, device: torch.device) -> dict[str, Tensor]:
        """``mix``, ``harmonic``, ``aperiodic``: multi-resolution STFT distances."""
        model = cast("Vocoder", self.module)
        rng = step_rng(self.run.train.seed, step)
        crop = self.run.train.crop_frames
        batch = audio_batch(self.choose(rng), rng, crop, model.config.mel, gains_db=STEM_GAINS_DB)
        batch = disturb(batch, rng)
        batch = {key: value.to(device) for key, value in batch.items()}
        phase = aligned_phase(model, batch["f0_hz"], batch["harmonic"])
        noise = torch.randn_like(batch["harmonic"])
        harmonic, aperiodic = model.stems(batch["mel"], batch["f0_hz"], noise, phase)
        mix = multi_resolution_stft(harmonic + aperiodic, batch["harmonic"] + batch["aperiodic"])
        voiced_loss = multi_resolution_stft(harmonic, batch["harmonic"])
        noise_loss = multi_resolution_stft(aperiodic, batch["aperiodic"])
        return {
            "total": mix + STEM_WEIGHT * (voiced_loss + noise_loss),
            "mix": mix,
            "harmonic": voiced_loss,
            "aperiodic": noise_loss,
        }

    def validate(self, module: nn.Module) -> dict[str, float]:
        """Multi-resolution STFT distance of whole phrases, phase not aligned."""
        model = cast("Vocoder", module)
        items = self.held_out.items
        stride = max(1, len(items) // self.n_validation)
        values = [copy_distance(model, item) for item in items[::stride][: self.n_validation]]
        return {"mr_stft": sum(values) / len(values)}


def disturb(batch: dict[str, Tensor], rng: np.random.Generator) -> dict[str, Tensor]:
    """Add mel noise to half of the crops."""
    n = len(batch["mel"])
    amount = rng.uniform(0.0, MEL_NOISE, (n, 1, 1)) * (rng.random((n, 1, 1)) < 0.5)
    noise = torch.randn_like(batch["mel"]) * torch.from_numpy(amount.astype(np.float32))
    return {**batch, "mel": (batch["mel"] + noise).clamp(min=float(np.log(1e-5)))}


def copy_synthesis(model: Vocoder, item: Item, *, seed: int = 1) -> Tensor:
    """Waveform [1, S] from a recording's own mel and f0."""
    mel = torch.from_numpy(item.arrays["mel"]).unsqueeze(0)
    f0_hz = torch.from_numpy(item.arrays["f0_hz"]).unsqueeze(0)
    generator = torch.Generator().manual_seed(seed)
    n_samples = mel.shape[1] * model.config.mel.hop_samples
    noise = torch.randn((1, n_samples), generator=generator)
    return model(mel, f0_hz, noise)


def copy_distance(model: Vocoder, item: Item) -> float:
    """Multi-resolution STFT distance of copy synthesis to the recording."""
    audio = torch.from_numpy(read_audio(item.wav, model.config.mel)).unsqueeze(0)
    made = copy_synthesis(model, item)
    return float(multi_resolution_stft(made, audio[:, : made.shape[1]]))
