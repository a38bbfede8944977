"""Log-mel and f0 to waveform: pulse train and noise through learned filters.

The pitch is exact by construction, because the pulse train is computed from
f0 and only its filter is learned. Harmonics are filtered 172 times a second
with a minimum-phase response plus a small learned phase; noise is filtered
345 times a second, fine enough for the burst of a stop.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.training.features import hann, hz_to_slaney_mel
from engine.training.models.acoustic import (
    band_widths,
    normalise_mel,
    overtone_share,
    split_power,
)
from engine.training.models.blocks import ConvStack

if TYPE_CHECKING:
    from engine.training.config import MelConfig, VocoderConfig

HIGHEST_GAIN = 6.0
LOWEST_GAIN = -16.0
UNVOICED_HZ = 220.0
FUNDAMENTAL_LIMIT = 2.5
LEVEL_FRAMES = 21
TYPICAL_LEVEL = 2.0
# One step of the optimiser moves all coefficients at once, and they add up in a bin.
CEPSTRUM_SCALE = 0.1


class FrameFilter(nn.Module):
    """Overlap-add filtering with one response per frame.

    Frames of ``2 * hop`` samples, half overlapped, under a Hann window, lie
    ``lead`` samples inside an FFT block, so that responses may ring after
    them and, up to ``lead`` samples, before them.

    Parameters
    ----------
    hop : int, samples
    fft : int, samples, a multiple of ``hop``
    lead : int, samples
    """

    window: Tensor
    forward_cos: Tensor
    forward_sin: Tensor
    inverse_cos: Tensor
    inverse_sin: Tensor
    bin_weight: Tensor

    def __init__(self, hop: int, fft: int, lead: int) -> None:
        super().__init__()
        self.hop, self.fft, self.lead = hop, fft, lead
        self.use_matrices = False
        n_bins = fft // 2 + 1
        self.register_buffer("window", torch.from_numpy(hann(2 * hop)), persistent=False)
        bins = np.arange(n_bins)
        forward = np.outer(np.arange(2 * hop) + lead, bins) % fft
        weight = np.full(n_bins, 2.0 / fft)
        weight[[0, -1]] = 1.0 / fft
        inverse = np.outer(bins, np.arange(fft)) % fft
        angle = 2.0 * np.pi / fft

        def constant(name: str, values: np.ndarray) -> None:
            self.register_buffer(name, torch.tensor(values, dtype=torch.float32), persistent=False)

        constant("forward_cos", np.cos(forward * angle))
        constant("forward_sin", np.sin(forward * angle))
        constant("inverse_cos", np.cos(inverse * angle))
        constant("inverse_sin", np.sin(inverse * angle))
        constant("bin_weight", weight)

    def frames(self, signal: Tensor) -> Tensor:
        """Windowed frames of ``signal`` [B, S]: [B, S / hop, 2 * hop]."""
        half = self.hop // 2
        blocks = functional.pad(signal, (half, half)).reshape(signal.shape[0], -1, self.hop)
        return torch.cat([blocks[:, :-1], blocks[:, 1:]], dim=2) * self.window

    def forward(self, signal: Tensor, real: Tensor, imaginary: Tensor | None) -> Tensor:
        """Filter a signal.

        Parameters
        ----------
        signal : float32 [B, S]
        real, imaginary : float32 [B, S / hop, fft / 2 + 1], response per frame;
            no imaginary part means zero phase

        Returns
        -------
        float32 [B, S]
        """
        frames = self.frames(signal)
        if self.use_matrices:
            x, y = frames @ self.forward_cos, frames @ self.forward_sin  # y = -Im
            if imaginary is None:
                x, y = x * real, y * real
            else:
                x, y = x * real + y * imaginary, y * real - x * imaginary
            x, y = x * self.bin_weight, y * self.bin_weight
            blocks = x @ self.inverse_cos + y @ self.inverse_sin
        else:
            rest = self.fft - self.lead - 2 * self.hop
            spectrum = torch.fft.rfft(functional.pad(frames, (self.lead, rest)))
            if imaginary is None:
                imaginary = torch.zeros_like(real)
            blocks = torch.fft.irfft(spectrum * torch.complex(real, imaginary), n=self.fft)
        return self._overlap_add(blocks, signal.shape[1])

    def _overlap_add(self, blocks: Tensor, n_samples: Tensor | int) -> Tensor:
        n_parts = self.fft // self.hop
        parts = blocks.reshape(blocks.shape[0], blocks.shape[1], n_parts, self.hop)
        total = functional.pad(parts[:, :, 0], (0, 0, 0, n_parts - 1))
        for i in range(1, n_parts):
            total = total + functional.pad(parts[:, :, i], (0, 0, i, n_parts - 1 - i))
        start = self.lead + self.hop // 2
        return total.reshape(blocks.shape[0], -1)[:, start : start + n_samples]


def mel_to_bins(mel: MelConfig, n_bins: int) -> np.ndarray:
    """Linear interpolation of mel bins at FFT bin centres.

    Returns
    -------
    float64 [shape=(n_mels, n_bins)], weights
    """
    limits = hz_to_slaney_mel(np.array([mel.low_hz, mel.high_hz]))
    centres = np.linspace(limits[0], limits[1], mel.n_mels + 2)[1:-1]
    wanted = hz_to_slaney_mel(np.arange(n_bins) * mel.sample_rate_hz / (2 * (n_bins - 1)))
    rows = np.eye(mel.n_mels)
    return np.stack([np.interp(wanted, centres, row) for row in rows])


class Vocoder(nn.Module):
    """Source and filter vocoder with networks that predict the filters.

    A filter smooth enough to be learned cannot part the fundamental from the
    second harmonic of a low voice, but tension is heard there. So the pulse
    train carries its fundamental at a gain of its own, which makes up what
    the filter misses of the balance in the mel (`fundamental_gain`).
    """

    bin_centres_hz: Tensor
    bin_widths_hz: Tensor
    cosine: Tensor
    sine: Tensor
    harmonic_skip: Tensor
    noise_skip: Tensor

    def __init__(self, config: VocoderConfig) -> None:
        super().__init__()
        self.config = config
        mel, width = config.mel, config.width
        self.frame_in = nn.Conv1d(mel.n_mels + 3, width, 5, padding=2)
        self.frame_stack = ConvStack(config.n_frame_blocks, width, config.kernel)
        self.half_in = nn.Linear(width, 2 * width)
        self.half_stack = ConvStack(config.n_harmonic_blocks, width, config.kernel)
        self.quarter_in = nn.Linear(width, 2 * config.noise_width)
        self.quarter_stack = ConvStack(config.n_noise_blocks, config.noise_width, config.kernel)
        n_harmonic = config.harmonic_fft_samples // 2 + 1
        n_noise = config.noise_fft_samples // 2 + 1
        self.harmonic_out = nn.Linear(width, config.n_cepstrum)
        self.phase_out = nn.Linear(width, config.n_phase)
        self.noise_out = nn.Linear(config.noise_width, n_noise)
        self.modulation_out = nn.Linear(config.noise_width, 1)
        self.fundamental_out = nn.Linear(width, 1)
        centres_hz, widths_hz = band_widths(mel)
        self.register_buffer("bin_centres_hz", centres_hz, persistent=False)
        self.register_buffer("bin_widths_hz", widths_hz, persistent=False)
        self.harmonic_filter = FrameFilter(mel.hop_samples // 2, config.harmonic_fft_samples, 128)
        self.noise_filter = FrameFilter(mel.hop_samples // 4, config.noise_fft_samples, 128)
        order = np.arange(max(config.n_cepstrum, config.n_phase + 1))
        angle = 2.0 * np.pi / config.harmonic_fft_samples
        table = np.outer(order, np.arange(n_harmonic)) % config.harmonic_fft_samples * angle
        cosine, sine = np.cos(table), np.sin(table)
        self.register_buffer("cosine", torch.tensor(cosine, dtype=torch.float32), persistent=False)
        self.register_buffer("sine", torch.tensor(sine, dtype=torch.float32), persistent=False)
        self._start_from_mel(cosine[: config.n_cepstrum], n_harmonic, n_noise)

    def _start_from_mel(self, cosine: np.ndarray, n_harmonic: int, n_noise: int) -> None:
        """Fix a first guess that follows the mel itself, smooth over harmonics."""
        mel = self.config.mel
        lifter = np.clip(1.5 - np.arange(len(cosine)) / 40.0, 0.0, 1.0)
        cepstrum = mel_to_bins(mel, n_harmonic) @ np.linalg.pinv(cosine) * lifter
        bins = mel_to_bins(mel, n_noise)
        for name, matrix in (("harmonic_skip", cepstrum), ("noise_skip", bins)):
            weights = torch.tensor(matrix, dtype=torch.float32)
            self.register_buffer(name, weights, persistent=False)
        with torch.no_grad():
            for layer in (
                self.harmonic_out,
                self.phase_out,
                self.noise_out,
                self.modulation_out,
                self.fundamental_out,
            ):
                layer.weight.mul_(0.1)
                layer.bias.zero_()
            self.noise_out.bias.fill_(-1.5)

    def cycles(self, f0_hz: Tensor) -> tuple[Tensor, Tensor]:
        """Phase of the pulse train at every sample, f0 linear between frames.

        Parameters
        ----------
        f0_hz : float32 [B, T], Hz, > 0, at frame starts

        Returns
        -------
        cycles : float32 [B, T * hop], 0..1, 0 = pulse
        f0_at_samples : float32 [B, T * hop], Hz
        """
        hop, rate = self.config.mel.hop_samples, float(self.config.mel.sample_rate_hz)
        following = torch.cat([f0_hz[:, 1:], f0_hz[:, -1:]], dim=1)
        n = torch.arange(hop, device=f0_hz.device, dtype=torch.float32)
        slope = (following - f0_hz).unsqueeze(2)
        start = f0_hz.unsqueeze(2)
        inside = start / rate * n + slope / rate * (n * n / (2.0 * hop))  # [B, T, hop]
        # Phase adds up over minutes: float32 would drift, so the frames add in float64.
        per_frame = (f0_hz.to(torch.float64) + following.to(torch.float64)) * (hop / (2.0 * rate))
        before = torch.cumsum(per_frame, dim=1) - per_frame
        before = (before - torch.floor(before)).to(torch.float32)
        cycles = inside + before.unsqueeze(2)
        cycles = (cycles - torch.floor(cycles)).reshape(f0_hz.shape[0], -1)
        f0_at_samples = (start + slope * (n / hop)).reshape(f0_hz.shape[0], -1)
        return cycles, f0_at_samples

    def pulses(self, cycles: Tensor, f0_at_samples: Tensor, fundamental: Tensor) -> Tensor:
        """Band-limited pulse train of unit power over its band.

        Parameters
        ----------
        cycles : float32 [B, S], 0..1
        f0_at_samples : float32 [B, S], Hz
        fundamental : float32 [B, S], gain of the first harmonic, 1 = as the others

        Returns
        -------
        float32 [B, S]
        """
        highest = self.config.highest_harmonic_hz
        angle = math.pi * cycles
        order = 2.0 * torch.floor(highest / f0_at_samples) + 1.0
        below = torch.sin(angle)
        is_peak = below.abs() < 1e-4
        kernel = torch.sin(order * angle) / torch.where(is_peak, torch.ones_like(below), below)
        kernel = torch.where(is_peak, order, kernel)
        first = (fundamental - 1.0) * torch.cos(2.0 * angle)
        return ((kernel - 1.0) * 0.5 + first) * torch.sqrt(2.0 * f0_at_samples / highest)

    def filters(self, mel: Tensor, f0_hz: Tensor, voiced: Tensor) -> tuple[Tensor, ...]:
        """Predict the responses.

        Parameters
        ----------
        mel : float32 [B, T, n_mels], ln magnitude
        f0_hz : float32 [B, T], Hz, > 0
        voiced : float32 [B, T], 0 or 1

        Returns
        -------
        real, imaginary : float32 [B, 2 * T, bins], harmonic response
        noise : float32 [B, 4 * T, bins], noise gain
        modulation : float32 [B, 4 * T, 1], -1..1, noise following the pulse
        fundamental : float32 [B, 2 * T], gain of the fundamental in the pulse train
        """
        batch = mel.shape[0]
        octave = torch.log2(f0_hz / 220.0)
        features = torch.stack([octave, octave * octave, voiced], dim=2)
        # The network sees the shape alone: louder mels give louder sound and nothing else.
        x = torch.cat([normalise_mel(mel - local_level(mel)), features], dim=2)
        x = self.frame_stack(self.frame_in(x.transpose(1, 2)).transpose(1, 2))
        half = self.half_in(x).reshape(batch, -1, self.config.width)
        half = self.half_stack(half)
        quarter = self.quarter_in(half).reshape(batch, -1, self.config.noise_width)
        quarter = self.quarter_stack(quarter)

        cepstrum = self._upsample(mel @ self.harmonic_skip, 2)
        cepstrum = cepstrum + CEPSTRUM_SCALE * self.harmonic_out(half)
        gain = (cepstrum @ self.cosine[: self.config.n_cepstrum]).clamp(LOWEST_GAIN, HIGHEST_GAIN)
        phase = CEPSTRUM_SCALE * self.phase_out(half) @ self.sine[1 : 1 + self.config.n_phase]
        phase = phase - cepstrum @ self.sine[: self.config.n_cepstrum]
        magnitude = torch.exp(gain)
        noise = self._upsample(mel @ self.noise_skip, 4) + self.noise_out(quarter)
        noise = torch.exp(noise.clamp(LOWEST_GAIN, HIGHEST_GAIN))
        modulation = torch.tanh(self.modulation_out(quarter))
        missing = self.missing_balance(mel, gain, f0_hz) + self.fundamental_out(half)
        fundamental = torch.exp(missing.clamp(-FUNDAMENTAL_LIMIT, FUNDAMENTAL_LIMIT)).squeeze(2)
        real, imaginary = magnitude * torch.cos(phase), magnitude * torch.sin(phase)
        return real, imaginary, noise, modulation, fundamental

    def missing_balance(self, mel: Tensor, gain: Tensor, f0_hz: Tensor) -> Tensor:
        """What a filter lacks of the mel's balance of fundamental and overtones.

        Parameters
        ----------
        mel : float32 [B, T, n_mels], ln magnitude
        gain : float32 [B, 2 * T, bins], ln gain of the harmonic filter
        f0_hz : float32 [B, T], Hz, > 0

        Returns
        -------
        float32 [B, 2 * T, 1], ln gain of the fundamental
        """
        overtones, fundamental, _ = split_power(mel, f0_hz, self.bin_centres_hz, self.bin_widths_hz)
        wanted = self._upsample(torch.log(fundamental) - torch.log(overtones), 2)
        f0 = self._upsample(f0_hz.unsqueeze(2), 2)
        bin_hz = self.config.mel.sample_rate_hz / self.config.harmonic_fft_samples
        bins_hz = torch.arange(gain.shape[2], device=gain.device) * bin_hz
        power = torch.exp(2.0 * gain)
        is_fundamental = (1.0 - (bins_hz - f0).abs() / bin_hz).clamp(min=0.0)
        # Harmonics lie f0 apart and bins bin_hz: fewer of them make up the sum.
        is_overtone = overtone_share(bins_hz / f0) * (bins_hz < self.config.mel.high_hz)
        at_fundamental = (power * is_fundamental).sum(dim=2, keepdim=True) + 1e-9
        at_overtones = (power * is_overtone).sum(dim=2, keepdim=True) * bin_hz / f0 + 1e-9
        return 0.5 * (wanted - torch.log(at_fundamental) + torch.log(at_overtones))

    @staticmethod
    def _upsample(x: Tensor, factor: int) -> Tensor:
        """Linear interpolation in time: [B, T, W] to [B, factor * T, W]."""
        before = torch.cat([x[:, :1], x[:, :-1]], dim=1)
        after = torch.cat([x[:, 1:], x[:, -1:]], dim=1)
        steps = []
        for i in range(factor):
            offset = (i + 0.5) / factor - 0.5
            other = before if offset < 0 else after
            steps.append(x * (1.0 - abs(offset)) + other * abs(offset))
        return torch.stack(steps, dim=2).reshape(x.shape[0], -1, x.shape[2])

    def stems(
        self, mel: Tensor, f0_hz: Tensor, noise: Tensor, phase: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Harmonic and noise parts of the waveform.

        Parameters
        ----------
        mel : float32 [B, T, n_mels], ln magnitude
        f0_hz : float32 [B, T], Hz; 0 where unvoiced, which silences the harmonics
        noise : float32 [B, T * hop], white, unit power
        phase : float32 [B, 1] or None, cycles added to the pulse train

        Returns
        -------
        harmonic, aperiodic : float32 [B, T * hop]
        """
        hop = self.config.mel.hop_samples
        voiced = (f0_hz > 0.0).to(torch.float32)
        # Between voiced and unvoiced frames the pitch holds; the gate hides the rest.
        after = torch.cat([f0_hz[:, 1:], f0_hz[:, -1:]], dim=1)
        before = torch.cat([f0_hz[:, :1], f0_hz[:, :-1]], dim=1)
        held = torch.where(f0_hz > 0.0, f0_hz, torch.maximum(before, after))
        held = torch.where(held > 0.0, held, torch.full_like(held, UNVOICED_HZ))
        real, imaginary, noise_gain, modulation, fundamental = self.filters(mel, held, voiced)
        cycles, f0_at_samples = self.cycles(held)
        if phase is not None:
            cycles = cycles + phase
            cycles = cycles - torch.floor(cycles)
        gate = self._ramps(voiced, hop)
        before = torch.cat([fundamental[:, :1], fundamental[:, :-1]], dim=1)
        gains = self._ramps(0.5 * (before + fundamental), hop // 2)
        pulses = self.pulses(cycles, f0_at_samples, gains) * gate
        harmonic = self.harmonic_filter(pulses, real, imaginary)
        depth = modulation.expand(-1, -1, hop // 4).reshape(noise.shape[0], -1)
        envelope = 1.0 + depth * gate * torch.cos(2.0 * math.pi * cycles)
        aperiodic = self.noise_filter(noise * envelope, noise_gain, None)
        return harmonic, aperiodic

    @staticmethod
    def _ramps(values: Tensor, hop: int) -> Tensor:
        """Straight lines between values [B, T] that stand ``hop`` samples apart: [B, T * hop]."""
        following = torch.cat([values[:, 1:], values[:, -1:]], dim=1)
        n = torch.arange(hop, device=values.device, dtype=torch.float32) / hop
        rise = values.unsqueeze(2) + (following - values).unsqueeze(2) * n
        return rise.reshape(values.shape[0], -1)

    def forward(self, mel: Tensor, f0_hz: Tensor, noise: Tensor) -> Tensor:
        """Waveform [B, T * hop]; arguments as `stems`."""
        harmonic, aperiodic = self.stems(mel, f0_hz, noise)
        return (harmonic + aperiodic).clamp(-1.0, 1.0)


def local_level(mel: Tensor) -> Tensor:
    """Loudness about each frame, as a shift of the log-mel.

    Parameters
    ----------
    mel : float32 [B, T, n_mels], ln magnitude

    Returns
    -------
    float32 [B, T, 1], ln magnitude above `TYPICAL_LEVEL`
    """
    level = torch.logsumexp(mel, dim=2, keepdim=True).transpose(1, 2)
    half = LEVEL_FRAMES // 2
    mean = functional.avg_pool1d(level, LEVEL_FRAMES, 1, half, count_include_pad=False)
    return mean.transpose(1, 2) - TYPICAL_LEVEL


def aligned_phase(model: Vocoder, f0_hz: Tensor, harmonic: Tensor) -> Tensor:
    """Pulse phase that lines up with the fundamental of a recording.

    Absolute phase is inaudible and not in the mel; without lining it up the
    short windows of the loss would punish what the network cannot know.

    Parameters
    ----------
    f0_hz : float32 [B, T], Hz, > 0
    harmonic : float32 [B, T * hop], harmonic part of the recording

    Returns
    -------
    float32 [B, 1], cycles
    """
    with torch.no_grad():
        cycles, _ = model.cycles(f0_hz)
        angle = 2.0 * math.pi * cycles
        x = (harmonic * torch.cos(angle)).sum(dim=1, keepdim=True)
        y = -(harmonic * torch.sin(angle)).sum(dim=1, keepdim=True)
        return torch.atan2(y, x) / (2.0 * math.pi)
