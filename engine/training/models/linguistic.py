"""Phoneme encoder of the duration, pitch and variance models (contract 2.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from engine.training.models.blocks import ConvStack, items_at_frames

if TYPE_CHECKING:
    from engine.training.config import LinguisticConfig


class LinguisticEncoder(nn.Module):
    """Tokens and their lengths to hidden states.

    In word mode the lengths are those of words (before phoneme durations are
    known); in phoneme mode those of phonemes.
    """

    def __init__(self, config: LinguisticConfig) -> None:
        super().__init__()
        self.token = nn.Embedding(config.n_tokens, config.hidden, padding_idx=0)
        self.length = nn.Linear(5 if config.word_mode else 1, config.hidden)
        self.stack = ConvStack(config.n_blocks, config.hidden, config.kernel)

    def _encode(self, tokens: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        masks = tokens == 0  # [B, N]
        keep = (~masks).to(torch.float32).unsqueeze(2)
        hidden = (self.token(tokens) + self.length(features)) * keep
        return self.stack(hidden, mask=keep), masks

    def forward_phonemes(self, tokens: Tensor, ph_dur: Tensor) -> tuple[Tensor, Tensor]:
        """Phoneme mode.

        Parameters
        ----------
        tokens, ph_dur : int64 [B, N], ids (0 = padding) and frames

        Returns
        -------
        encoder_out : float32 [B, N, H]
        x_masks : bool [B, N], true where padding
        """
        return self._encode(tokens, torch.log1p(ph_dur.to(torch.float32)).unsqueeze(2))

    def forward_words(
        self, tokens: Tensor, word_div: Tensor, word_dur: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Word mode.

        Parameters
        ----------
        tokens : int64 [B, N]
        word_div, word_dur : int64 [B, W], phonemes and frames per word, 0 = padding

        Returns
        -------
        encoder_out : float32 [B, N, H]
        x_masks : bool [B, N]
        """
        index = torch.arange(tokens.shape[1], device=tokens.device).unsqueeze(0)
        word, position, count = items_at_frames(word_div, index)
        length = torch.gather(word_dur, 1, word).to(torch.float32)
        logarithm = torch.log1p(length)
        features = torch.stack(
            [
                logarithm,
                torch.exp(-length / 16.0),
                position,
                count - position,
                logarithm * (position == 0).to(torch.float32),
            ],
            dim=2,
        )
        return self._encode(tokens, features)
