"""The built-in voice's choices: network per kind and how long it trains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.training.config import (
    AcousticConfig,
    ClassifierConfig,
    DurationConfig,
    LinguisticConfig,
    PitchConfig,
    RunConfig,
    TrainConfig,
    VarianceConfig,
    VocoderConfig,
)

if TYPE_CHECKING:
    from pathlib import Path

    from torch import nn

    from engine.training.store import FeatureIndex
    from engine.training.trainer import Task

_TRAIN = {
    "duration": TrainConfig(n_steps=1500, batch_size=16, final_learning_rate=2e-5),
    "pitch": TrainConfig(n_steps=1800, batch_size=8, crop_frames=320, learning_rate=1.5e-3),
    "variance": TrainConfig(n_steps=1500, batch_size=8, crop_frames=240, learning_rate=1.5e-3),
    "acoustic": TrainConfig(n_steps=6000),
    "vocoder": TrainConfig(
        n_steps=6000,
        batch_size=4,
        crop_frames=40,
        learning_rate=1.5e-3,
        weight_decay=0.0,
        clip_norm=3.0,
        n_warmup_steps=50,
    ),
    "classifier": TrainConfig(n_steps=2000, batch_size=16, crop_frames=120, weight_decay=0.0),
}


def default_train(kind: str) -> TrainConfig:
    """How the built-in voice trains a network of this kind."""
    return _TRAIN[kind]


def model_config(kind: str, n_tokens: int, n_speakers: int) -> Any:
    """Network of this kind for a token list and a number of speakers."""
    if kind == "duration":
        linguistic = LinguisticConfig(n_tokens, n_blocks=2, word_mode=True)
        return DurationConfig(linguistic, n_speakers)
    if kind == "pitch":
        return PitchConfig(LinguisticConfig(n_tokens, n_blocks=2), n_speakers)
    if kind == "variance":
        return VarianceConfig(LinguisticConfig(n_tokens, n_blocks=2), n_speakers)
    if kind == "acoustic":
        return AcousticConfig(n_tokens, n_speakers)
    if kind == "vocoder":
        return VocoderConfig()
    return ClassifierConfig(n_tokens)


def run_for(kind: str, index: FeatureIndex, train: TrainConfig) -> RunConfig:
    """Run configuration of one network over a feature folder."""
    model = model_config(kind, len(index.tokens), len(index.speakers))
    return RunConfig(kind, model, train, index.tokens, index.speakers)


def build_module(run: RunConfig) -> nn.Module:
    """Network of a run, freshly initialised from the run's seed."""
    import torch

    torch.manual_seed(run.train.seed)
    if run.kind == "duration":
        from engine.training.models.duration import DurationModel

        return DurationModel(run.model)
    if run.kind == "pitch":
        from engine.training.models.pitch import PitchModel

        return PitchModel(run.model)
    if run.kind == "variance":
        from engine.training.models.variance import VarianceModel

        return VarianceModel(run.model)
    if run.kind == "acoustic":
        from engine.training.models.acoustic import AcousticModel

        return AcousticModel(run.model)
    if run.kind == "vocoder":
        from engine.training.models.vocoder import Vocoder

        return Vocoder(run.model)
    from engine.training.models.classifier import PhonemeClassifier

    return PhonemeClassifier(run.model)


def build_task(run: RunConfig, features: Path) -> Task:
    """Training task of a run; its network is initialised from the run's seed."""
    import torch

    from engine.training.tasks.acoustic import AcousticTask
    from engine.training.tasks.classifier import ClassifierTask
    from engine.training.tasks.duration import DurationTask
    from engine.training.tasks.pitch import PitchTask
    from engine.training.tasks.variance import VarianceTask
    from engine.training.tasks.vocoder import VocoderTask

    tasks: dict[str, Any] = {
        "duration": DurationTask,
        "pitch": PitchTask,
        "variance": VarianceTask,
        "acoustic": AcousticTask,
        "vocoder": VocoderTask,
        "classifier": ClassifierTask,
    }
    torch.manual_seed(run.train.seed)
    task: Task = tasks[run.kind](run, features)
    return task
