"""Phonemes, pitch and controls to log-mel (contract 2.6)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from engine.training.config import MelConfig
from engine.training.features import mel_filterbank
from engine.training.models.blocks import (
    ConvStack,
    TimeEmbedding,
    frame_index,
    items_at_frames,
    place_features,
    spread,
)
from engine.training.models.variance import normalise

if TYPE_CHECKING:
    from engine.training.config import AcousticConfig

MEL_MEAN = -5.5
MEL_STD = 2.6
COMB_LOW_HZ = 60.0
COMB_HIGH_HZ = 1200.0
N_COMB = 480


def comb_table(config: MelConfig) -> Tensor:
    """Log-mel picture of a harmonic comb for each of many fundamentals.

    Returns
    -------
    float32 [N_COMB, n_mels], zero mean and unit deviation, geometric in Hz
    """
    bins_hz = np.arange(config.fft_samples // 2 + 1) * config.sample_rate_hz / config.fft_samples
    bin_hz = config.sample_rate_hz / config.fft_samples
    weights = mel_filterbank(config).astype(np.float64)
    rows = []
    for f0_hz in np.geomspace(COMB_LOW_HZ, COMB_HIGH_HZ, N_COMB):
        nearest = np.maximum(np.rint(bins_hz / f0_hz), 1.0)
        distance = np.abs(bins_hz - nearest * f0_hz) / bin_hz
        lobe = np.where(distance < 2.0, 0.5 + 0.5 * np.cos(np.pi * distance / 2.0), 0.0) + 0.01
        rows.append(np.log(weights @ lobe / weights.sum(axis=1)))
    table = np.array(rows)
    return torch.tensor((table - table.mean()) / table.std(), dtype=torch.float32)


class AcousticModel(nn.Module):
    """Condition, auxiliary decoder and shallow rectified flow.

    The auxiliary decoder paints a smooth envelope and adds a harmonic comb at
    f0 with a learned depth per mel bin, because a network that must learn to
    draw harmonics from a number needs far more data.
    """

    combs: Tensor

    def __init__(self, config: AcousticConfig) -> None:
        super().__init__()
        hidden = config.hidden
        self.config = config
        self.token = nn.Embedding(config.n_tokens, hidden, padding_idx=0)
        self.speakers = nn.Embedding(config.n_speakers, hidden)
        self.length = nn.Linear(1, hidden)
        self.encoder = ConvStack(config.n_encoder_blocks, hidden, config.encoder_kernel)
        self.frame_in = nn.Linear(2 + 3 + 4, hidden)
        self.stack = ConvStack(config.n_condition_blocks, hidden, config.kernel)
        self.register_buffer("combs", comb_table(MelConfig(n_mels=config.n_mels)), persistent=False)
        self.comb_in = nn.Linear(config.n_mels, hidden)
        self.comb_depth = nn.Linear(hidden, config.n_mels)
        self.decoder = ConvStack(config.n_decoder_blocks, hidden, config.kernel)
        self.out = nn.Linear(hidden, config.n_mels)
        self.flow_in = nn.Linear(config.n_mels, config.flow_width)
        self.flow_comb = nn.Linear(config.n_mels, config.flow_width)
        self.time = TimeEmbedding(config.flow_width)
        self.flow = ConvStack(
            config.n_flow_blocks, config.flow_width, config.kernel, condition_width=hidden
        )
        self.flow_out = nn.Linear(config.flow_width, config.n_mels)
        nn.init.zeros_(self.flow_out.weight)
        nn.init.zeros_(self.flow_out.bias)

    def comb(self, f0_hz: Tensor) -> Tensor:
        """Comb picture at each frame: f0 [B, T] in Hz to [B, T, n_mels]."""
        octaves = torch.log(f0_hz.clamp(COMB_LOW_HZ * 1.001, COMB_HIGH_HZ * 0.999) / COMB_LOW_HZ)
        position = octaves / math.log(COMB_HIGH_HZ / COMB_LOW_HZ) * (N_COMB - 1)
        row = torch.floor(position).to(torch.int64)
        weight = (position - torch.floor(position)).unsqueeze(2)
        return self.combs[row] * (1.0 - weight) + self.combs[row + 1] * weight

    def condition(
        self,
        tokens: Tensor,
        durations: Tensor,
        f0_hz: Tensor,
        variances: Tensor,
        spk_embed: Tensor,
        first_frame: Tensor | None = None,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Condition of the flow and the mel it starts from.

        Parameters
        ----------
        tokens, durations : int64 [B, N], ids (0 = padding) and frames
        f0_hz : float32 [B, T], Hz, > 0
        variances : float32 [B, T, 3], breathiness dB, voicing dB, tension logit
        spk_embed : float32 [B, T, H]
        first_frame : int64 [B] or None, start of a training crop

        Returns
        -------
        condition : float32 [B, T, H]
        comb : float32 [B, T, n_mels]
        auxiliary : float32 [B, T, n_mels], normalised mel
        """
        keep = (tokens != 0).to(torch.float32).unsqueeze(2)
        lengths = durations * (tokens != 0).to(torch.int64)
        logarithm = torch.log1p(lengths.to(torch.float32)).unsqueeze(2)
        encoded = self.encoder((self.token(tokens) + self.length(logarithm)) * keep, mask=keep)
        index = frame_index(lengths, f0_hz.shape[1], first_frame)
        phoneme, elapsed, length = items_at_frames(lengths, index)
        octave = torch.log2(f0_hz.clamp(min=1.0) / 220.0)
        features = torch.cat(
            [
                torch.stack([octave, octave * octave], dim=2),
                normalise(variances),
                place_features(elapsed, length),
            ],
            dim=2,
        )
        h = self.stack(spread(encoded, phoneme) + self.frame_in(features) + spk_embed)
        comb = self.comb(f0_hz)
        painted = self.decoder(h + self.comb_in(comb))
        return h, comb, self.out(painted) + self.comb_depth(h) * comb

    def velocity(self, x: Tensor, time: Tensor, condition: Tensor, comb: Tensor) -> Tensor:
        """Flow velocity of the normalised mel ``x`` [B, T, n_mels] at ``time`` [B]."""
        h = self.flow_in(x) + self.time(time) + self.flow_comb(comb)
        return self.flow_out(self.flow(h, condition))


def normalise_mel(mel: Tensor) -> Tensor:
    """Log-mel to about unit range."""
    return (mel - MEL_MEAN) / MEL_STD


def denormalise_mel(mel: Tensor) -> Tensor:
    """Inverse of `normalise_mel`."""
    return mel * MEL_STD + MEL_MEAN
