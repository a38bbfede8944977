"""Breathiness, voicing and tension from phonemes and pitch (contract 2.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from engine.training.models.blocks import (
    ConvStack,
    TimeEmbedding,
    frame_index,
    items_at_frames,
    place_features,
    spread,
)
from engine.training.models.linguistic import LinguisticEncoder

if TYPE_CHECKING:
    from engine.training.config import VarianceConfig

VARIANCES = ("breathiness", "voicing", "tension")
CENTRE = (-50.0, -35.0, 0.0)
SCALE = (15.0, 15.0, 2.5)
LOWEST = (-96.0, -96.0, -10.0)
HIGHEST = (0.0, 0.0, 10.0)


def normalise(values: Tensor) -> Tensor:
    """dB, dB, logit to about unit range; last axis as `VARIANCES`."""
    return (values - values.new_tensor(CENTRE)) / values.new_tensor(SCALE)


def denormalise(values: Tensor) -> Tensor:
    """Inverse of `normalise`, clamped to the physical range."""
    physical = values * values.new_tensor(SCALE) + values.new_tensor(CENTRE)
    low, high = values.new_tensor(LOWEST), values.new_tensor(HIGHEST)
    return torch.maximum(torch.minimum(physical, high), low)


class VarianceModel(nn.Module):
    """Regression of the three curves and a shallow flow around it.

    The style flag (1 = neutral, 0 = varied) is an input in training; the
    exported graph fixes it to neutral.
    """

    def __init__(self, config: VarianceConfig) -> None:
        super().__init__()
        hidden, width, n_out = config.linguistic.hidden, config.width, len(VARIANCES)
        self.config = config
        self.linguistic = LinguisticEncoder(config.linguistic)
        self.speakers = nn.Embedding(config.n_speakers, hidden)
        self.reduce = nn.Linear(hidden, width)
        self.frame_in = nn.Linear(2 + 4 + 1, width)
        self.context = nn.Linear(2 * n_out, width)
        self.stack = ConvStack(config.n_condition_blocks, width, config.kernel)
        self.decoder = ConvStack(config.n_decoder_blocks, width, config.kernel, dilations=(1, 2, 4))
        self.out = nn.Linear(width, n_out)
        self.flow_in = nn.Linear(n_out, config.flow_width)
        self.time = TimeEmbedding(config.flow_width)
        self.flow = ConvStack(
            config.n_flow_blocks, config.flow_width, config.kernel, condition_width=width
        )
        self.flow_out = nn.Linear(config.flow_width, n_out)
        nn.init.zeros_(self.flow_out.weight)
        nn.init.zeros_(self.flow_out.bias)

    def condition(
        self,
        encoder_out: Tensor,
        ph_dur: Tensor,
        pitch: Tensor,
        known: Tensor,
        retake: Tensor,
        spk_embed: Tensor,
        neutral: Tensor,
        first_frame: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Condition of the flow and the regression it starts from.

        Parameters
        ----------
        encoder_out : float32 [B, N, H]
        ph_dur : int64 [B, N], frames
        pitch : float32 [B, T], MIDI number
        known : float32 [B, T, 3], dB, dB, logit, used where ``retake`` is false
        retake : bool [B, T, 3]
        spk_embed : float32 [B, T, H]
        neutral : float32 [B, 1], style flag
        first_frame : int64 [B] or None, start of a training crop

        Returns
        -------
        condition : float32 [B, T, C]
        regression : float32 [B, T, 3], normalised
        """
        index = frame_index(ph_dur, pitch.shape[1], first_frame)
        phoneme, elapsed, length = items_at_frames(ph_dur, index)
        keep = 1.0 - retake.to(torch.float32)
        height = (pitch - 66.0) / 12.0
        features = torch.cat(
            [
                place_features(elapsed, length),
                torch.stack([height, height * height, height * 0.0 + neutral], dim=2),
            ],
            dim=2,
        )
        h = (
            self.reduce(spread(encoder_out, phoneme) + spk_embed)
            + self.frame_in(features)
            + self.context(torch.cat([normalise(known) * keep, keep], dim=2))
        )
        h = self.stack(h)
        return h, self.out(self.decoder(h))

    def velocity(self, x: Tensor, time: Tensor, condition: Tensor) -> Tensor:
        """Flow velocity of ``x`` [B, T, 3] at ``time`` [B]."""
        h = self.flow_in(x) + self.time(time)
        return self.flow_out(self.flow(h, condition))
