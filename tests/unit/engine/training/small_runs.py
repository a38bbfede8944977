"""Tiny networks and features for tests of training and export."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from safetensors.torch import save_file

from engine.training.config import (
    AcousticConfig,
    DurationConfig,
    LinguisticConfig,
    PitchConfig,
    RunConfig,
    TrainConfig,
    VarianceConfig,
    VocoderConfig,
)
from engine.training.recipe import build_module
from engine.training.store import FeatureIndex, make_features
from engine.training.trainer import RUN

TOKENS = ("<PAD>", "SP", "AP", "a", "i", "u", "e", "o", "N", "k")
SPEAKERS = ("one", "two")
TRAIN = TrainConfig(
    n_steps=6, batch_size=2, crop_frames=16, n_warmup_steps=1, validate_every=99, save_every=99,
    log_every=99,
)  # fmt: skip


def tiny_runs(train: TrainConfig = TRAIN) -> dict[str, RunConfig]:
    """One small run of every exported kind."""
    words = LinguisticConfig(len(TOKENS), hidden=16, n_blocks=1, word_mode=True)
    phonemes = LinguisticConfig(len(TOKENS), hidden=16, n_blocks=1)
    models = {
        "duration": DurationConfig(words, 2, n_blocks=1, width=8),
        "pitch": PitchConfig(
            phonemes, 2, condition_width=8, n_condition_blocks=1, flow_width=8, n_flow_blocks=2
        ),
        "variance": VarianceConfig(
            phonemes, 2, width=8, n_condition_blocks=1, n_decoder_blocks=1, flow_width=8,
            n_flow_blocks=1,
        ),
        "acoustic": AcousticConfig(
            len(TOKENS), 2, hidden=16, n_encoder_blocks=1, n_condition_blocks=1,
            n_decoder_blocks=1, flow_width=8, n_flow_blocks=1,
        ),
        "vocoder": VocoderConfig(
            width=16, n_frame_blocks=1, n_harmonic_blocks=1, noise_width=8, n_noise_blocks=1
        ),
    }  # fmt: skip
    return {kind: RunConfig(kind, m, train, TOKENS, SPEAKERS) for kind, m in models.items()}


def save_runs(folder: Path) -> Path:
    """Write every tiny run with random weights that are not zero anywhere."""
    import torch

    for kind, run in tiny_runs().items():
        module = build_module(run)
        torch.manual_seed(1)
        for parameter in module.parameters():
            parameter.data += 0.05 * torch.randn_like(parameter)
        run.save(folder / kind / RUN)
        weights = {k: v.contiguous() for k, v in module.state_dict().items()}
        save_file(weights, folder / kind / "average.safetensors", {"step": "6"})
    return folder


def tiny_features(folder: Path) -> tuple[Path, FeatureIndex]:
    """A corpus of short sines with stems, and its features."""
    corpus = folder / "corpus"
    rng = np.random.default_rng(0)
    for speaker in SPEAKERS:
        rows = ["name,ph_seq,ph_dur,ph_num,note_seq,note_dur,note_slur,style"]
        for kind in ("wavs", "harmonic", "aperiodic", "f0", "voiced"):
            (corpus / speaker / kind).mkdir(parents=True)
        for number in range(30):
            name = f"phrase{number}"
            rows.append(
                f"{name},SP k a SP,0.1 0.05 0.25 0.1,2 1 1,rest C4 rest,0.15 0.25 0.1,0 0 0,neutral"
            )
            n = np.arange(22_050)
            harmonic = (0.2 * np.sin(2 * np.pi * 261.6 * n / 44_100)).astype(np.float32)
            noise = (0.01 * rng.standard_normal(22_050)).astype(np.float32)
            for kind, audio in (
                ("wavs", harmonic + noise), ("harmonic", harmonic), ("aperiodic", noise)
            ):  # fmt: skip
                path = corpus / speaker / kind / f"{name}.wav"
                soundfile.write(path, audio, 44_100, subtype="FLOAT")
            np.save(corpus / speaker / "f0" / f"{name}.npy", np.full(101, 261.6, np.float32))
            np.save(corpus / speaker / "voiced" / f"{name}.npy", np.ones(101, bool))
        table = corpus / speaker / "transcriptions.csv"
        table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    out = folder / "features"
    out.mkdir()
    return out, make_features(corpus, out, TOKENS[1:])
