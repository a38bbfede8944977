"""Training of the duration model on the recordings' own timing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import torch
from torch import Tensor, nn

from engine.training.config import MelConfig, RunConfig
from engine.training.dataset import Item, pad_items, step_rng
from engine.training.models.duration import DurationModel
from engine.training.tasks.base import FrameTask

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

ONSET_WINDOW_MS = 500.0
REST_WEIGHT = 0.3


class DurationTask(FrameTask):
    """See `FrameTask`; phrases are cut and led in as the engine does (contract 3.5)."""

    def __init__(self, run: RunConfig, folder: Path) -> None:
        super().__init__(run, DurationModel(run.model), folder)
        self.frame_ms = MelConfig().frame_ms

    def losses(self, step: int, device: torch.device) -> dict[str, Tensor]:
        """``length``: L1 of ln(1 + frames), rests weighing less."""
        rng = step_rng(self.run.train.seed, step)
        batch = self._batch(self.choose(rng), rng, device)
        found = predict_log(cast("DurationModel", self.module), batch)
        weight = torch.where(batch["is_rest"], REST_WEIGHT, 1.0) * batch["tokens"].ne(0)
        error = (found - torch.log1p(batch["frames"])).abs()
        loss = (error * weight).sum() / weight.sum()
        return {"total": loss, "length": loss}

    def validate(self, module: nn.Module) -> dict[str, float]:
        """Error in ms per phoneme after scaling each word to its length, without rests."""
        vowels = {self.features.index.tokens.index(v) for v in ("a", "i", "u", "e", "o")}
        errors: dict[str, list[float]] = {"vowel_ms": [], "consonant_ms": []}
        for item in self.held_out.items:
            batch = self._batch([item], None, torch.device("cpu"))
            log_frames = predict_log(cast("DurationModel", module), batch)[0]
            found = torch.expm1(log_frames).clamp(min=0.0).numpy()
            found = scale_words(found, item.arrays["word_div"], batch["frames"][0].numpy())
            wanted = batch["frames"][0].numpy()
            for token, x, y in zip(item.arrays["tokens"], found, wanted, strict=True):
                if token not in self.features.rest_ids:
                    key = "vowel_ms" if int(token) in vowels else "consonant_ms"
                    errors[key].append(abs(float(x - y)) * self.frame_ms)
        return {key: float(np.mean(values)) for key, values in errors.items() if values}

    def _batch(
        self, items: list[Item], rng: np.random.Generator | None, device: torch.device
    ) -> dict[str, Tensor]:
        rows: list[dict[str, NDArray[np.generic]]] = []
        for item in items:
            frames = item.arrays["durations_s"] * np.float32(1000.0 / self.frame_ms)
            row = {
                "tokens": item.arrays["tokens"],
                "frames": frames.astype(np.float32),
                "ph_midi": item.arrays["ph_midi"],
                "word_div": item.arrays["word_div"],
            }
            rows.append(row if rng is None else self._as_sung(row, rng))
        for row in rows:
            ends = np.cumsum(row["word_div"])
            totals = np.add.reduceat(row["frames"], np.concatenate([[0], ends[:-1]]))
            row["word_dur"] = np.rint(totals).astype(np.int64)
        batch = {key: pad_items([row[key] for row in rows]).to(device) for key in rows[0]}
        rest = torch.from_numpy(self.features.rest_ids).to(device)
        return {
            **batch,
            "is_rest": torch.isin(batch["tokens"], rest),
            "speaker": torch.tensor([item.speaker for item in items], device=device),
        }

    def _as_sung(
        self, row: dict[str, NDArray[np.generic]], rng: np.random.Generator
    ) -> dict[str, NDArray[np.generic]]:
        """Cut at a random word and give the lead-in the engine's fixed length."""
        row = {key: values.copy() for key, values in row.items()}
        counts = row["word_div"]
        starts = np.concatenate([[0], np.cumsum(counts)])
        rests = np.isin(row["tokens"][starts[:-1]], self.features.rest_ids)
        if rng.random() < 0.5:
            choices = np.flatnonzero(rests[:-1])
            first = int(rng.choice(choices)) if len(choices) else 0
            last = len(counts) - int(rests[-1]) if rng.random() < 0.7 else len(counts)
            if last - first >= 2:
                a, b = starts[first], starts[last]
                row = {
                    "tokens": row["tokens"][a:b],
                    "frames": row["frames"][a:b],
                    "ph_midi": row["ph_midi"][a:b],
                    "word_div": counts[first:last],
                }
        if rng.random() < 0.7:
            onset = row["frames"][1 : int(row["word_div"][0])].sum()
            row["frames"][0] = max(1.0, ONSET_WINDOW_MS / self.frame_ms - float(onset))
        return row


def predict_log(model: DurationModel, batch: dict[str, Tensor]) -> Tensor:
    """ln(1 + frames) of a batch: float32 [B, N]."""
    encoder_out, masks = model.linguistic.forward_words(
        batch["tokens"], batch["word_div"], batch["word_dur"]
    )
    embed = model.speakers(batch["speaker"]).unsqueeze(1).expand_as(encoder_out)
    return model.log_frames(encoder_out, masks, batch["ph_midi"], embed)


def scale_words(
    found: NDArray[np.float32], counts: NDArray[np.generic], wanted: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Scale predicted lengths so that each word keeps its recorded length.

    The lead-in word keeps its consonants unscaled (contract 3.5).
    """
    scaled = found.copy()
    start = 0
    for number, count in enumerate(int(c) for c in counts):
        span = slice(start, start + count)
        if number > 0:
            scaled[span] *= wanted[span].sum() / max(float(found[span].sum()), 1e-6)
        start += count
    return scaled
