"""Parts shared by the tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from engine.training.dataset import FeatureSet, Item, frame_batch, step_rng

if TYPE_CHECKING:
    from pathlib import Path

    from engine.training.config import RunConfig


class FrameTask:
    """A task on crops of frames.

    Parameters
    ----------
    run : RunConfig
    module : nn.Module
    folder : Path
        Feature folder.
    with_gains : bool
        Train on the variants with moved stem gains as well.
    """

    n_validation = 12

    def __init__(
        self, run: RunConfig, module: nn.Module, folder: Path, *, with_gains: bool = False
    ) -> None:
        self.run, self.module = run, module
        self.features = FeatureSet(folder, "train", with_gains=with_gains)
        self.held_out = FeatureSet(folder, "held_out")

    def choose(self, rng: np.random.Generator) -> list[Item]:
        """Phrases of one batch, drawn with replacement."""
        items = self.features.items
        picks = rng.integers(0, len(items), self.run.train.batch_size)
        return [items[i] for i in picks]

    def batch(
        self, step: int, device: torch.device
    ) -> tuple[dict[str, Tensor], np.random.Generator]:
        """Batch of one step and the random source to use with it."""
        rng = step_rng(self.run.train.seed, step)
        batch = frame_batch(self.choose(rng), self.features, rng, self.run.train.crop_frames)
        return {key: value.to(device) for key, value in batch.items()}, rng

    def validation_batches(self) -> list[dict[str, Tensor]]:
        """Whole held-out phrases, one a batch, evenly over the speakers."""
        items = self.held_out.items
        stride = max(1, len(items) // self.n_validation)
        chosen = items[::stride][: self.n_validation]
        return [frame_batch([item], self.held_out, None, 0) for item in chosen]

    def plot(self, module: nn.Module, path: Path) -> None:
        """Draw nothing by default."""


def embed_speakers(table: nn.Embedding, speaker: Tensor, length: int) -> Tensor:
    """Speaker vectors repeated over time: [B] to [B, T, H]."""
    return table(speaker).unsqueeze(1).expand(-1, length, -1)


def retake_mask(rng: np.random.Generator, batch: int, n_frames: int, all_ratio: float) -> Tensor:
    """Frames to regenerate: everything for most items, else everything but one span.

    Returns
    -------
    bool [B, T]
    """
    mask = np.ones((batch, n_frames), bool)
    for row in mask:
        if rng.random() > all_ratio:
            edges = np.sort(rng.integers(0, n_frames + 1, 2))
            row[edges[0] : edges[1]] = False
            if rng.random() < 0.5:
                np.logical_not(row, out=row)
    return torch.from_numpy(mask)


def draw_images(path: Path, images: list[tuple[str, np.ndarray]]) -> None:
    """Save pictures [T, bins] above one another."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(len(images), 1, figsize=(14, 3.2 * len(images)), squeeze=False)
    for axis, (title, image) in zip(axes[:, 0], images, strict=True):
        axis.imshow(image.T, origin="lower", aspect="auto", vmin=-10, vmax=2, cmap="magma")
        axis.set_title(title)
    figure.tight_layout()
    figure.savefig(path, dpi=60)
    plt.close(figure)


def draw_curves(path: Path, panels: list[tuple[str, list[np.ndarray]]]) -> None:
    """Save panels of curves [T]."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(len(panels), 1, figsize=(14, 3.0 * len(panels)), squeeze=False)
    for axis, (title, curves) in zip(axes[:, 0], panels, strict=True):
        for curve in curves:
            axis.plot(curve, linewidth=0.8)
        axis.set_title(title)
    figure.tight_layout()
    figure.savefig(path, dpi=60)
    plt.close(figure)
