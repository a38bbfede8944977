"""Pitch as a deviation from the smoothed score (contract 2.4)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

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
    from engine.training.config import PitchConfig

SMOOTHING_FRAMES = 5


def smoothed_score(note_at_frame: Tensor) -> Tensor:
    """Smooth a stepped score with a half-sine kernel of five frames.

    Parameters
    ----------
    note_at_frame : float32 [B, T], MIDI number

    Returns
    -------
    float32 [B, T], MIDI number

    Source: contract 2.4 and Appendix A (base-pitch smoothing).
    """
    taps = [math.sin(math.pi * (i + 0.5) / SMOOTHING_FRAMES) for i in range(SMOOTHING_FRAMES)]
    kernel = torch.tensor(taps, dtype=torch.float32, device=note_at_frame.device)
    kernel = (kernel / kernel.sum()).reshape(1, 1, -1)
    half = SMOOTHING_FRAMES // 2
    first = note_at_frame[:, :1].expand(-1, half)
    last = note_at_frame[:, -1:].expand(-1, half)
    padded = torch.cat([first, note_at_frame, last], dim=1)
    return functional.conv1d(padded.unsqueeze(1), kernel).squeeze(1)


class PitchModel(nn.Module):
    """Condition network and velocity network of the pitch flow.

    A regression guesses what every performance shares (glides). The flow runs
    from noise (time 0) to what is left, vibrato and drift, in units of
    ``residual_scale_semitones`` (time 1).
    """

    def __init__(self, config: PitchConfig) -> None:
        super().__init__()
        hidden, width = config.linguistic.hidden, config.condition_width
        self.config = config
        self.linguistic = LinguisticEncoder(config.linguistic)
        self.speakers = nn.Embedding(config.n_speakers, hidden)
        self.note_in = nn.Linear(7, width)
        self.note_stack = ConvStack(2, width, 3)
        self.reduce = nn.Linear(hidden, width)
        self.place = nn.Linear(8, width)
        self.context = nn.Linear(3, width)
        self.stack = ConvStack(config.n_condition_blocks, width, config.kernel, dilations=(1, 3))
        self.guess_out = nn.Linear(width, 1)
        self.flow_in = nn.Linear(3, config.flow_width)
        self.time = TimeEmbedding(config.flow_width)
        self.flow = ConvStack(
            config.n_flow_blocks,
            config.flow_width,
            config.kernel,
            dilations=(1, 2, 4),
            condition_width=width,
        )
        self.flow_out = nn.Linear(config.flow_width, 1)
        nn.init.zeros_(self.flow_out.weight)
        nn.init.zeros_(self.flow_out.bias)

    def _notes(self, note_midi: Tensor, note_rest: Tensor, note_dur: Tensor) -> Tensor:
        before = torch.cat([note_midi[:, :1], note_midi[:, :-1]], dim=1)
        after = torch.cat([note_midi[:, 1:], note_midi[:, -1:]], dim=1)
        height = (note_midi - 66.0) / 12.0
        length = torch.log1p(note_dur.to(torch.float32))
        rest = note_rest.to(torch.float32)
        known = (note_dur > 0).to(torch.float32).unsqueeze(2)
        features = torch.stack(
            [
                height,
                height * height,
                (note_midi - before).clamp(-12.0, 12.0) / 4.0,
                (after - note_midi).clamp(-12.0, 12.0) / 4.0,
                length,
                rest,
                length * (1.0 - rest),
            ],
            dim=2,
        )  # [B, M, 7]
        return self.note_stack(self.note_in(features) * known, mask=known)

    def condition(
        self,
        encoder_out: Tensor,
        ph_dur: Tensor,
        note_midi: Tensor,
        note_rest: Tensor,
        note_dur: Tensor,
        pitch: Tensor,
        retake: Tensor,
        spk_embed: Tensor,
        first_frame: Tensor | None = None,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Everything the flow needs besides the noise.

        Parameters
        ----------
        encoder_out : float32 [B, N, H]
        ph_dur : int64 [B, N], frames
        note_midi : float32 [B, M], MIDI number
        note_rest : bool [B, M]
        note_dur : int64 [B, M], frames
        pitch : float32 [B, T], MIDI number, known where ``retake`` is false
        retake : bool [B, T]
        spk_embed : float32 [B, T, H]
        first_frame : int64 [B] or None, start of a training crop

        Returns
        -------
        condition : float32 [B, T, C]
        base : float32 [B, T], smoothed score, MIDI number
        guess : float32 [B, T], regressed deviation, semitones
        """
        index = frame_index(ph_dur, pitch.shape[1], first_frame)
        phoneme, elapsed, length = items_at_frames(ph_dur, index)
        note, note_elapsed, note_length = items_at_frames(note_dur, index)
        base = smoothed_score(torch.gather(note_midi, 1, note))
        keep = 1.0 - retake.to(torch.float32)
        known = (pitch - base).clamp(-4.0, 4.0) * keep
        place = torch.cat(
            [place_features(elapsed, length), place_features(note_elapsed, note_length)], dim=2
        )
        slope = base - torch.gather(note_midi, 1, note)
        condition = (
            self.reduce(spread(encoder_out, phoneme) + spk_embed)
            + spread(self._notes(note_midi, note_rest, note_dur), note)
            + self.place(place)
            + self.context(torch.stack([known, keep, slope], dim=2))
        )
        h = self.stack(condition)
        return h, base, self.guess_out(h).squeeze(2)

    def velocity(self, x: Tensor, time: Tensor, condition: Tensor) -> Tensor:
        """Flow velocity.

        Parameters
        ----------
        x : float32 [B, T], scaled residual on its way
        time : float32 [B], 0 (noise) .. 1
        condition : float32 [B, T, C]

        Returns
        -------
        float32 [B, T], scaled residual per unit of time
        """
        smooth = functional.avg_pool1d(x.unsqueeze(1), 5, 1, 2, count_include_pad=False).squeeze(1)
        wide = functional.avg_pool1d(x.unsqueeze(1), 15, 1, 7, count_include_pad=False).squeeze(1)
        h = self.flow_in(torch.stack([x, smooth, wide], dim=2)) + self.time(time)
        return self.flow_out(self.flow(h, condition)).squeeze(2)

    def pitch(self, x: Tensor, guess: Tensor, base: Tensor, expr: Tensor, retake: Tensor) -> Tensor:
        """Deviation to pitch; ``expr`` 0 gives the plain score where regenerated.

        Parameters
        ----------
        x : float32 [B, T], scaled residual
        guess : float32 [B, T], semitones
        base : float32 [B, T], MIDI number
        expr : float32 [B, T], 0..1
        retake : bool [B, T]

        Returns
        -------
        float32 [B, T], MIDI number
        """
        limit = self.config.deviation_limit_semitones
        deviation = guess + x * self.config.residual_scale_semitones
        amount = torch.where(retake, expr, torch.ones_like(expr))
        return base + deviation.clamp(-limit, limit) * amount
