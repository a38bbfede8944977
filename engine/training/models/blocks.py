"""Building blocks shared by every network: convolution block, regulator, embeddings.

Tensors are laid out ``[batch, time, width]`` everywhere; the depthwise
convolution sees that memory as a channels-last picture, which is the fast
path on CPU.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence


class ConvBlock(nn.Module):
    """ConvNeXt block over time: depthwise convolution, norm, two linear layers.

    Parameters
    ----------
    width : int
    kernel : int
        Odd number of taps.
    dilation : int
    condition_width : int
        0 for none; else a condition of that width is added before the
        convolution through its own linear layer.

    Source: Liu et al. 2022, "A ConvNet for the 2020s", in one dimension.
    """

    def __init__(
        self, width: int, kernel: int, *, dilation: int = 1, condition_width: int = 0
    ) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(
            width,
            width,
            (1, kernel),
            padding=(0, dilation * (kernel // 2)),
            dilation=(1, dilation),
            groups=width,
        )
        self.norm = nn.LayerNorm(width)
        self.expand = nn.Linear(width, 2 * width)
        self.contract = nn.Linear(2 * width, width)
        self.scale = nn.Parameter(torch.full((width,), 0.1))
        self.condition = nn.Linear(condition_width, width) if condition_width else None

    def forward(self, x: Tensor, condition: Tensor | None = None) -> Tensor:
        """Residual update of ``x``."""
        h = x  # [B, T, W]
        if self.condition is not None and condition is not None:
            h = h + self.condition(condition)
        h = self.depthwise(h.transpose(1, 2).unsqueeze(2)).squeeze(2).transpose(1, 2)
        h = self.contract(functional.gelu(self.expand(self.norm(h))))
        return x + self.scale * h  # [B, T, W]


class ConvStack(nn.Module):
    """Several `ConvBlock` in a row with cycling dilations."""

    def __init__(
        self,
        n_blocks: int,
        width: int,
        kernel: int,
        *,
        dilations: Sequence[int] = (1,),
        condition_width: int = 0,
    ) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            ConvBlock(
                width,
                kernel,
                dilation=dilations[i % len(dilations)],
                condition_width=condition_width,
            )
            for i in range(n_blocks)
        )

    def forward(
        self, x: Tensor, condition: Tensor | None = None, mask: Tensor | None = None
    ) -> Tensor:
        """Apply the blocks; where a mask is 0 the output stays 0."""
        for block in self.blocks:
            x = block(x, condition)
            if mask is not None:
                x = x * mask
        return x  # [B, T, W]


class TimeEmbedding(nn.Module):
    """Flow time 0..1 to a vector."""

    frequencies: Tensor

    def __init__(self, width: int, n_frequencies: int = 32) -> None:
        super().__init__()
        steps = torch.arange(n_frequencies, dtype=torch.float32)
        frequencies = 1000.0 * torch.exp(-math.log(1e4) * steps / (n_frequencies - 1))
        self.register_buffer("frequencies", frequencies, persistent=False)
        self.layers = nn.Sequential(
            nn.Linear(2 * n_frequencies, width), nn.SiLU(), nn.Linear(width, width)
        )

    def forward(self, time: Tensor) -> Tensor:
        """Embed flow times ``[B]`` as ``[B, 1, W]``."""
        angle = time.reshape(-1, 1) * self.frequencies  # [B, F]
        waves = torch.cat([torch.sin(angle), torch.cos(angle)], dim=-1)
        return self.layers(waves).unsqueeze(1)


def frame_index(durations: Tensor, n_frames: Tensor | int, first_frame: Tensor | None) -> Tensor:
    """Number the frames of each item.

    Parameters
    ----------
    durations : int64 [B, N], only its device and batch size are used
    n_frames : int
    first_frame : int64 [B] or None, frame at which a training crop starts

    Returns
    -------
    int64 [B or 1, T]
    """
    index = torch.arange(n_frames, device=durations.device).unsqueeze(0)
    return index if first_frame is None else index + first_frame.unsqueeze(1)


def items_at_frames(durations: Tensor, index: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Which item (phoneme or note) each frame belongs to, and where inside it.

    Parameters
    ----------
    durations : int64 [B, N], frames per item, 0 for padding
    index : int64 [B or 1, T], frame numbers; frames past the end hold the last item

    Returns
    -------
    item : int64 [B, T], index into N
    elapsed : float32 [B, T], frames since the item began
    length : float32 [B, T], frames of the item, >= 1
    """
    ends = torch.cumsum(durations, dim=1)  # [B, N]
    passed = index.unsqueeze(2) >= ends.unsqueeze(1)  # [B, T, N]
    item = passed.to(torch.int64).sum(dim=2).clamp(max=durations.shape[1] - 1)  # [B, T]
    start = torch.gather(ends - durations, 1, item)
    length = torch.gather(durations, 1, item).clamp(min=1).to(torch.float32)
    return item, (index - start).to(torch.float32), length


def spread(values: Tensor, item: Tensor) -> Tensor:
    """Repeat item vectors over frames: ``[B, N, H]`` by ``[B, T]`` to ``[B, T, H]``."""
    return torch.gather(values, 1, item.unsqueeze(2).expand(-1, -1, values.shape[2]))


def place_features(elapsed: Tensor, length: Tensor) -> Tensor:
    """Where a frame lies inside its item, near the start and near the end.

    Parameters
    ----------
    elapsed, length : float32 [B, T], frames

    Returns
    -------
    float32 [B, T, 4]
    """
    left = length - elapsed
    return torch.stack(
        [
            elapsed / length,
            torch.exp(-elapsed / 4.0),
            torch.exp(-left / 4.0),
            torch.log1p(length) / 4.0,
        ],
        dim=-1,
    )
