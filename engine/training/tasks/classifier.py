"""Training of the phoneme classifier on recordings alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.training.models.classifier import PhonemeClassifier
from engine.training.tasks.base import FrameTask

if TYPE_CHECKING:
    from pathlib import Path

    from engine.training.config import RunConfig
    from engine.training.dataset import Item

LEVEL_JITTER = 1.2
MEL_NOISE = 0.35


class ClassifierTask(FrameTask):
    """See `FrameTask`; level and mel are disturbed so that it judges sounds, not levels."""

    def __init__(self, run: RunConfig, folder: Path) -> None:
        super().__init__(run, PhonemeClassifier(run.model), folder)

    def losses(self, step: int, device: torch.device) -> dict[str, Tensor]:
        """``entropy``: cross entropy per frame."""
        batch, rng = self.batch(step, device)
        mel = batch["mel"]
        level = rng.uniform(-LEVEL_JITTER, LEVEL_JITTER, (len(mel), 1, 1)).astype(np.float32)
        mel = mel + torch.from_numpy(level).to(device) + MEL_NOISE * torch.randn_like(mel)
        ends = torch.cumsum(batch["durations"], 1)
        index = torch.arange(mel.shape[1], device=device) + batch["first_frame"].unsqueeze(1)
        phoneme = (index.unsqueeze(2) >= ends.unsqueeze(1)).sum(2).clamp(max=ends.shape[1] - 1)
        labels = torch.gather(batch["tokens"], 1, phoneme)
        scores = cast("PhonemeClassifier", self.module)(mel)
        loss = functional.cross_entropy(scores.transpose(1, 2), labels)
        return {"total": loss, "entropy": loss}

    def validate(self, module: nn.Module) -> dict[str, float]:
        """Share of phonemes recognised in held-out recordings."""
        rests = self.features.rest_ids
        pairs = [
            pair
            for item in self.held_out.items
            for pair in recognise(
                cast("PhonemeClassifier", module), item.arrays["mel"], item, rests
            )
        ]
        return {"phonemes": float(np.mean([wanted == found for wanted, found in pairs]))}


def recognise(
    model: PhonemeClassifier, mel: np.ndarray, item: Item, rest_ids: np.ndarray
) -> list[tuple[int, int]]:
    """Wanted and recognised token of every phoneme of two frames or more, rests left out."""
    with torch.no_grad():
        scores = model(torch.from_numpy(mel).unsqueeze(0))[0].softmax(dim=1).numpy()
    pairs, start = [], 0
    for token, length in zip(item.arrays["tokens"], item.arrays["durations"], strict=True):
        if length >= 2 and token not in rest_ids:
            total = scores[start : start + length].sum(axis=0)
            total[rest_ids] = 0.0
            pairs.append((int(token), int(total.argmax())))
        start += int(length)
    return pairs
