"""Phoneme durations from words and tones (contract 2.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from engine.training.models.blocks import ConvStack
from engine.training.models.linguistic import LinguisticEncoder

if TYPE_CHECKING:
    from engine.training.config import DurationConfig


class DurationModel(nn.Module):
    """Predicts ``ln(1 + frames)`` per phoneme."""

    def __init__(self, config: DurationConfig) -> None:
        super().__init__()
        hidden = config.linguistic.hidden
        self.linguistic = LinguisticEncoder(config.linguistic)
        self.speakers = nn.Embedding(config.n_speakers, hidden)
        self.tone = nn.Linear(2, hidden)
        self.reduce = nn.Linear(hidden, config.width)
        self.stack = ConvStack(config.n_blocks, config.width, config.kernel)
        self.out = nn.Linear(config.width, 1)

    def log_frames(
        self, encoder_out: Tensor, x_masks: Tensor, ph_midi: Tensor, spk_embed: Tensor
    ) -> Tensor:
        """Logarithm of one plus the length.

        Parameters
        ----------
        encoder_out : float32 [B, N, H]
        x_masks : bool [B, N]
        ph_midi : int64 [B, N], MIDI number
        spk_embed : float32 [B, N, H]

        Returns
        -------
        float32 [B, N], ln(1 + frames)
        """
        height = (ph_midi.to(torch.float32) - 66.0) / 12.0
        keep = (~x_masks).to(torch.float32).unsqueeze(2)
        tone = self.tone(torch.stack([height, height * height], dim=2))
        x = self.reduce(encoder_out + tone + spk_embed) * keep
        return self.out(self.stack(x, mask=keep)).squeeze(2)

    def frames(
        self, encoder_out: Tensor, x_masks: Tensor, ph_midi: Tensor, spk_embed: Tensor
    ) -> Tensor:
        """Lengths in frames, >= 0, not rounded; arguments as `log_frames`."""
        logarithm = self.log_frames(encoder_out, x_masks, ph_midi, spk_embed)
        return (torch.exp(logarithm.clamp(max=9.0)) - 1.0).clamp(min=0.0)
