"""Phonemes, pitch and controls to log-mel (contract 2.6)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.training.config import MelConfig
from engine.training.features import hz_to_slaney_mel, mel_filterbank, slaney_mel_to_hz
from engine.training.models.blocks import (
    ConvStack,
    TimeEmbedding,
    frame_index,
    items_at_frames,
    place_features,
    spread,
)

if TYPE_CHECKING:
    from engine.training.config import AcousticConfig

MEL_MEAN = -5.5
MEL_STD = 2.6
MEL_FLOOR = math.log(1e-5)
NEPERS_PER_DB = math.log(10.0) / 20.0
LEVEL_FRAMES = 21
TENSION_OFFSET_WIDTH = 64
LOGIT_LIMIT = 8.0
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


def band_widths(config: MelConfig) -> tuple[Tensor, Tensor]:
    """Centre and width of each mel bin, Hz, float32 [n_mels]."""
    limits = hz_to_slaney_mel(np.array([config.low_hz, config.high_hz]))
    edges_hz = slaney_mel_to_hz(np.linspace(limits[0], limits[1], config.n_mels + 2))
    widths_hz = (edges_hz[2:] - edges_hz[:-2]) / 2.0
    return (
        torch.tensor(edges_hz[1:-1], dtype=torch.float32),
        torch.tensor(widths_hz, dtype=torch.float32),
    )


class AcousticModel(nn.Module):
    """Condition, auxiliary decoder and shallow rectified flow.

    The auxiliary decoder paints the spectra of a harmonic and a noise part
    of unit level; voicing and breathiness then set their levels, and the two
    add up. The network itself sees the two curves only relative to their own
    neighbourhood, so that moving a control moves its own part and nothing
    else. The harmonic part gets a comb at f0 with a learned depth per mel
    bin, because drawing harmonics from a number takes far more data. Tension
    weights its overtones against the fundamental (`weigh_overtones`).
    """

    combs: Tensor
    bin_centres_hz: Tensor
    bin_widths_hz: Tensor

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
        mel = MelConfig(n_mels=config.n_mels)
        self.register_buffer("combs", comb_table(mel), persistent=False)
        centres_hz, widths_hz = band_widths(mel)
        self.register_buffer("bin_centres_hz", centres_hz, persistent=False)
        self.register_buffer("bin_widths_hz", widths_hz, persistent=False)
        self.comb_in = nn.Linear(config.n_mels, hidden)
        self.comb_depth = nn.Linear(hidden, config.n_mels)
        self.decoder = ConvStack(config.n_decoder_blocks, hidden, config.kernel)
        self.harmonic_out = nn.Linear(hidden, config.n_mels)
        self.noise_out = nn.Linear(hidden, config.n_mels)
        self.tension_offset = nn.Sequential(
            nn.Linear(hidden + 2, TENSION_OFFSET_WIDTH),
            nn.GELU(),
            nn.Linear(TENSION_OFFSET_WIDTH, 1),
        )
        self.flow_in = nn.Linear(config.n_mels, config.flow_width)
        self.flow_guess = nn.Linear(config.n_mels, config.flow_width)
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
    ) -> tuple[Tensor, Tensor]:
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
        guess : float32 [B, T, n_mels], normalised mel
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
                relative_variances(variances),
                place_features(elapsed, length),
            ],
            dim=2,
        )
        plain = spread(encoded, phoneme) + spk_embed
        h = self.stack(plain + self.frame_in(features))
        comb = self.comb(f0_hz)
        painted = self.decoder(h + self.comb_in(comb))
        harmonic = MEL_STD * (self.harmonic_out(painted) + self.comb_depth(h) * comb)
        # What the curve's measure and ours of a mel differ by depends on phoneme and pitch alone.
        place = torch.cat([plain, torch.stack([octave, octave * octave], dim=2)], dim=2)
        tension = variances[:, :, 2:] + self.tension_offset(place)
        harmonic = self.weigh_overtones(harmonic, f0_hz, tension)
        noise = MEL_STD * self.noise_out(painted)
        # Twice the log magnitude is a log power; powers of the parts and the floor add.
        parts = torch.stack(
            [
                2.0 * (harmonic + NEPERS_PER_DB * variances[:, :, 1:2]),
                2.0 * (noise + NEPERS_PER_DB * variances[:, :, 0:1]),
                torch.full_like(harmonic, 2.0 * MEL_FLOOR),
            ],
            dim=3,
        )
        return h, normalise_mel(0.5 * torch.logsumexp(parts, dim=3))

    def weigh_overtones(self, harmonic: Tensor, f0_hz: Tensor, tension: Tensor) -> Tensor:
        """Move the balance of fundamental and overtones towards a tension.

        Parameters
        ----------
        harmonic : float32 [B, T, n_mels], ln magnitude of the harmonic part
        f0_hz : float32 [B, T], Hz, > 0
        tension : float32 [B, T, 1], logit

        Returns
        -------
        float32 [B, T, n_mels], of the same power; the balance makes
            ``config.tension_pull`` of the way
        """
        overtones, fundamental, is_overtone = split_power(
            harmonic, f0_hz, self.bin_centres_hz, self.bin_widths_hz
        )
        wanted_share = torch.sigmoid(tension.clamp(-LOGIT_LIMIT, LOGIT_LIMIT)).square()
        wanted = torch.log(wanted_share) - torch.log1p(-wanted_share)
        found = torch.log(overtones) - torch.log(fundamental)
        gain = 0.5 * self.config.tension_pull * (wanted - found)
        moved = fundamental + overtones * torch.exp(2.0 * gain)
        level = 0.5 * torch.log((fundamental + overtones) / moved)
        return harmonic + gain * is_overtone + level

    def velocity(self, x: Tensor, time: Tensor, condition: Tensor, guess: Tensor) -> Tensor:
        """Flow velocity.

        Parameters
        ----------
        x : float32 [B, T, n_mels], normalised mel on its way
        time : float32 [B], 0 (noise) .. 1
        condition : float32 [B, T, H]
        guess : float32 [B, T, n_mels], normalised mel of the auxiliary decoder

        Returns
        -------
        float32 [B, T, n_mels], normalised mel per unit of time
        """
        h = self.flow_in(x) + self.time(time) + self.flow_guess(guess)
        return self.flow_out(self.flow(h, condition))


def split_power(
    mel: Tensor, f0_hz: Tensor, bin_centres_hz: Tensor, bin_widths_hz: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Power of the overtones and of the fundamental in a mel.

    Parameters
    ----------
    mel : float32 [B, T, n_mels], ln magnitude
    f0_hz : float32 [B, T], Hz, > 0
    bin_centres_hz, bin_widths_hz : float32 [n_mels], of `band_widths`

    Returns
    -------
    overtones, fundamental : float32 [B, T, 1], in the same unit, > 0
    is_overtone : float32 [B, T, n_mels], 0 at the fundamental .. 1 from the second harmonic on
    """
    f0 = f0_hz.unsqueeze(2)
    # A bin holds a part of one harmonic, or several harmonics whose magnitudes add up.
    weight = bin_widths_hz * torch.minimum(bin_widths_hz, f0)
    place = bin_centres_hz / f0
    is_overtone = overtone_share(place)
    power = torch.exp(2.0 * mel.clamp(max=4.0)) * weight * (place > 0.5)
    overtones = (power * is_overtone).sum(dim=2, keepdim=True) + 1e-9
    fundamental = (power * (1.0 - is_overtone)).sum(dim=2, keepdim=True) + 1e-9
    return overtones, fundamental, is_overtone


def overtone_share(place: Tensor) -> Tensor:
    """Fade from the fundamental (0) to the overtones (1); ``place`` is a frequency over f0."""
    return ((place - 1.25) / 0.5).clamp(0.0, 1.0)


def relative_variances(variances: Tensor) -> Tensor:
    """Breathiness and voicing about their local mean, tension as it is.

    Parameters
    ----------
    variances : float32 [B, T, 3], dB, dB, logit

    Returns
    -------
    float32 [B, T, 3], about unit range
    """
    levels = variances[:, :, :2].transpose(1, 2)
    half = LEVEL_FRAMES // 2
    mean = functional.avg_pool1d(levels, LEVEL_FRAMES, 1, half, count_include_pad=False)
    relative = (levels - mean).transpose(1, 2) / 10.0
    return torch.cat([relative, variances[:, :, 2:] / 2.5], dim=2)


def normalise_mel(mel: Tensor) -> Tensor:
    """Log-mel to about unit range."""
    return (mel - MEL_MEAN) / MEL_STD


def denormalise_mel(mel: Tensor) -> Tensor:
    """Inverse of `normalise_mel`."""
    return mel * MEL_STD + MEL_MEAN
