"""Typed configuration of features, networks and training runs.

Every run saves its configuration as JSON beside its weights, so that a
checkpoint can be opened without knowing how it was made.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from engine.training.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1


@dataclass(frozen=True)
class MelConfig:
    """Frame grid and mel scale shared by every model of a bank."""

    sample_rate_hz: int = 44_100
    hop_samples: int = 512
    win_samples: int = 2048
    fft_samples: int = 2048
    n_mels: int = 128
    low_hz: float = 40.0
    high_hz: float = 16_000.0
    floor: float = 1e-5

    @property
    def frame_ms(self) -> float:
        """Length of one frame in milliseconds, float32 as upstream (R-18)."""
        import numpy as np

        return float(np.float32(1000.0 * self.hop_samples / self.sample_rate_hz))


@dataclass(frozen=True)
class LinguisticConfig:
    """Phoneme encoder in front of duration, pitch and variance."""

    n_tokens: int
    hidden: int = 192
    n_blocks: int = 3
    kernel: int = 5
    word_mode: bool = False


@dataclass(frozen=True)
class DurationConfig:
    """Phoneme duration predictor."""

    linguistic: LinguisticConfig
    n_speakers: int = 1
    n_blocks: int = 3
    kernel: int = 5
    width: int = 128


@dataclass(frozen=True)
class PitchConfig:
    """Rectified flow on the deviation from the smoothed score."""

    linguistic: LinguisticConfig
    n_speakers: int = 1
    condition_width: int = 128
    n_condition_blocks: int = 3
    flow_width: int = 96
    n_flow_blocks: int = 6
    kernel: int = 9
    residual_scale_semitones: float = 0.2
    deviation_limit_semitones: float = 12.0
    default_steps: int = 8


@dataclass(frozen=True)
class VarianceConfig:
    """Breathiness, voicing and tension: regression, then a shallow flow."""

    linguistic: LinguisticConfig
    n_speakers: int = 1
    width: int = 128
    n_condition_blocks: int = 2
    n_decoder_blocks: int = 3
    flow_width: int = 64
    n_flow_blocks: int = 3
    kernel: int = 9
    flow_start: float = 0.75
    default_steps: int = 4


@dataclass(frozen=True)
class AcousticConfig:
    """Phonemes, pitch and controls to log-mel."""

    n_tokens: int
    n_speakers: int = 1
    hidden: int = 192
    n_encoder_blocks: int = 3
    n_condition_blocks: int = 2
    n_decoder_blocks: int = 5
    flow_width: int = 128
    n_flow_blocks: int = 5
    encoder_kernel: int = 5
    kernel: int = 9
    flow_start: float = 0.4
    tension_pull: float = 0.9  # share of a tension move that weighs the painted harmonics
    n_mels: int = 128
    default_steps: int = 4
    default_depth: float = 0.0


@dataclass(frozen=True)
class VocoderConfig:
    """Pulse train and noise through learned filters."""

    mel: MelConfig = field(default_factory=MelConfig)
    width: int = 224
    n_frame_blocks: int = 4
    n_harmonic_blocks: int = 3
    noise_width: int = 112
    n_noise_blocks: int = 2
    kernel: int = 7
    n_cepstrum: int = 192
    n_phase: int = 48
    harmonic_fft_samples: int = 1024
    noise_fft_samples: int = 512
    highest_harmonic_hz: float = 20_000.0


@dataclass(frozen=True)
class ClassifierConfig:
    """Frame phoneme classifier that judges intelligibility."""

    n_tokens: int
    n_mels: int = 128
    width: int = 160
    dropout: float = 0.2


ModelConfig = (
    DurationConfig
    | PitchConfig
    | VarianceConfig
    | AcousticConfig
    | VocoderConfig
    | ClassifierConfig
)

MODEL_CONFIGS: dict[str, type[Any]] = {
    "duration": DurationConfig,
    "pitch": PitchConfig,
    "variance": VarianceConfig,
    "acoustic": AcousticConfig,
    "vocoder": VocoderConfig,
    "classifier": ClassifierConfig,
}


@dataclass(frozen=True)
class TrainConfig:
    """How long and how a network is trained.

    ``n_steps`` fixes the cosine schedule. ``stop_step`` may end a run
    earlier; resuming goes on along the same schedule.
    """

    n_steps: int
    batch_size: int = 6
    crop_frames: int = 160
    learning_rate: float = 2e-3
    final_learning_rate: float = 1e-5
    n_warmup_steps: int = 100
    hold_ratio: float = 0.2
    weight_decay: float = 0.01
    clip_norm: float = 1.0
    ema_decay: float = 0.995
    n_accumulate: int = 1
    mixed_precision: bool = True
    seed: int = 0
    n_threads: int = 1
    validate_every: int = 500
    save_every: int = 250
    log_every: int = 50
    options: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class RunConfig:
    """One training run: which network, built how, trained how."""

    kind: str
    model: Any
    train: TrainConfig
    tokens: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()

    def save(self, path: Path) -> None:
        """Write the run as readable JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"format": FORMAT, **asdict(self)}, indent=1, ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")


def load_run(path: Path) -> RunConfig:
    """Read a run that `RunConfig.save` wrote.

    Raises
    ------
    ConfigError
        If the file is missing, not JSON, of a newer format or incomplete.
    """
    try:
        raw = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
        if raw.pop("format", None) != FORMAT:
            raise ConfigError(f"{path}: not a run of format {FORMAT}; train it again.")
        kind = raw["kind"]
        raw["model"] = msgspec.convert(raw["model"], MODEL_CONFIGS[kind], strict=False)
        return msgspec.convert(raw, RunConfig, strict=False)
    except (OSError, KeyError, msgspec.MsgspecError) as error:
        raise ConfigError(f"{path}: cannot read the run configuration ({error}).") from error
