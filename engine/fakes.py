"""A session host that sings without models: plausible numbers for every kind of model.

The bank's folder must be whole, but its model files may hold anything. Used by tests and by the
demonstration mode; results are functions of the inputs alone.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import InferenceError, VoicebankError
from engine.inference.cancel import CancelToken
from engine.inference.sessions import Declaration, ModelHandle, Tensors, TensorSpec
from engine.voicebank.manifest import (
    DsConfig,
    VocoderManifest,
    read_dsconfig,
    read_vocoder_manifest,
)

_FREE = -1


@dataclass(frozen=True, slots=True)
class _Fake:
    """What a model file stands for."""

    kind: str
    config: DsConfig | VocoderManifest


@dataclass(slots=True, kw_only=True)
class FakeSessionHost:
    """Runs no model; counts what it is asked for.

    Attributes
    ----------
    run_s : float
        Seconds that every run takes; it can be cancelled.
    failing : set of str
        Kinds of models whose runs fail.
    runs : list of (kind, inputs)
        Every run, in order.
    loaded : list of Path
        Every model opened, in order.
    """

    run_s: float = 0.0
    failing: set[str] = field(default_factory=set)
    runs: list[tuple[str, dict[str, npt.NDArray[Any]]]] = field(default_factory=list)
    loaded: list[Path] = field(default_factory=list)

    @property
    def runtime_tag(self) -> str:
        """Never that of a real runtime."""
        return "fake-1"

    def model_id(self, path: Path) -> str:
        """Digest of kind and bytes: placeholder files may all be equal."""
        try:
            content = path.read_bytes()
        except OSError as error:
            raise VoicebankError(
                f"The model {path} cannot be read ({error.strerror}): check the folder.",
                code="missing-model",
                path=path,
            ) from error
        fake = _identify(path)
        label = f"{fake.kind}:{fake.config!r}:".encode()
        return hashlib.blake2b(label + content, digest_size=16).hexdigest()

    def load(self, path: Path, *, force_cpu: bool = False) -> ModelHandle:
        """Declare what the folder's configuration says the model takes."""
        fake = _identify(path)
        self.loaded.append(path)
        return ModelHandle(path=path, declaration=_declare(fake), session=fake)

    def run(
        self, handle: ModelHandle, feeds: Tensors, cancel: CancelToken
    ) -> dict[str, npt.NDArray[Any]]:
        """Plausible outputs."""
        fake: _Fake = handle.session
        end_s = time.monotonic() + self.run_s
        while time.monotonic() < end_s:
            cancel.check()
            time.sleep(0.002)
        cancel.check()
        self.runs.append((fake.kind, dict(feeds)))
        if fake.kind in self.failing:
            raise InferenceError(
                f"The model {handle.path} failed while it ran (a fake that was told to): "
                "take it off the list of failing models.",
                code="model-run-failed",
                path=handle.path,
            )
        return _answer(fake, feeds)

    def release(self, handle: ModelHandle) -> None:
        """Nothing is held."""


def _identify(path: Path) -> _Fake:
    for folder in (path.parent, path.parent.parent):
        manifest = folder / "vocoder.yaml"
        if manifest.is_file():
            vocoder = read_vocoder_manifest(manifest)
            if folder / vocoder.model == path:
                return _Fake("vocoder", vocoder)
        manifest = folder / "dsconfig.yaml"
        if manifest.is_file():
            config = read_dsconfig(manifest)
            for kind in ("acoustic", "linguistic", "dur", "pitch", "variance"):
                name = getattr(config, kind)
                if name is not None and folder / name == path:
                    is_word_mode = config.predict_dur or config.dur is not None
                    if kind == "linguistic" and not is_word_mode:
                        return _Fake("linguistic-phonemes", config)
                    return _Fake(kind, config)
    raise VoicebankError(
        f"No configuration beside {path} speaks of it: add it to its dsconfig.yaml.",
        code="unknown-model",
        path=path,
    )


def _declare(fake: _Fake) -> Declaration:
    def tensor(name: str, dtype: str = "float32", rank: int = 2) -> TensorSpec:
        return TensorSpec(name=name, dtype=dtype, shape=(1, *(_FREE,) * (rank - 1))[:rank])

    config = fake.config
    if isinstance(config, VocoderManifest):
        return Declaration(
            inputs=(tensor("mel", rank=3), tensor("f0")), outputs=(tensor("waveform"),)
        )
    spk_embed = (tensor("spk_embed", rank=3),) if config.speakers else ()
    languages = (tensor("languages", "int64"),) if config.use_lang_id else ()
    sampler = "steps" if config.use_continuous_acceleration else "speedup"
    steps = TensorSpec(name=sampler, dtype="int64", shape=())
    hidden = tensor("encoder_out", rank=3)
    padding = tensor("x_masks", "bool")
    if fake.kind.startswith("linguistic"):
        by_phoneme = fake.kind == "linguistic-phonemes"
        lengths = ("ph_dur",) if by_phoneme else ("word_div", "word_dur")
        return Declaration(
            inputs=(
                tensor("tokens", "int64"),
                *(tensor(name, "int64") for name in lengths),
                *languages,
            ),
            outputs=(hidden, padding),
        )
    if fake.kind == "dur":
        return Declaration(
            inputs=(hidden, padding, tensor("ph_midi", "int64"), *spk_embed),
            outputs=(tensor("ph_dur_pred"),),
        )
    if fake.kind == "pitch":
        optional: tuple[TensorSpec, ...] = (tensor("expr"),) if config.use_expr else ()
        optional += (tensor("note_rest", "bool"),) if config.use_note_rest else ()
        return Declaration(
            inputs=(
                hidden,
                tensor("ph_dur", "int64"),
                tensor("note_midi"),
                tensor("note_dur", "int64"),
                tensor("pitch"),
                tensor("retake", "bool"),
                *optional,
                *spk_embed,
                steps,
            ),
            outputs=(tensor("pitch_pred"),),
        )
    names = ("energy", "breathiness", "voicing", "tension")
    if fake.kind == "variance":
        predicted = [name for name in names if getattr(config, f"predict_{name}")]
        return Declaration(
            inputs=(
                hidden,
                tensor("ph_dur", "int64"),
                tensor("pitch"),
                *(tensor(name) for name in predicted),
                tensor("retake", "bool", 3),
                *spk_embed,
                steps,
            ),
            outputs=tuple(tensor(f"{name}_pred") for name in predicted),
        )
    curves = [name for name in names if getattr(config, f"use_{name}_embed")]
    curves += ["gender"] if config.use_key_shift_embed else []
    curves += ["velocity"] if config.use_speed_embed else []
    depth_dtype = "float32" if config.use_continuous_acceleration else "int64"
    depth = (TensorSpec(name="depth", dtype=depth_dtype, shape=()),)
    return Declaration(
        inputs=(
            tensor("tokens", "int64"),
            tensor("durations", "int64"),
            tensor("f0"),
            *(tensor(name) for name in curves),
            *languages,
            *spk_embed,
            *(depth if config.has_variable_depth else ()),
            steps,
        ),
        outputs=(tensor("mel", rank=3),),
    )


_LEVELS_DB = {"energy": -22.0, "breathiness": -45.0, "voicing": -23.0, "tension": 0.0}


def _answer(fake: _Fake, feeds: Tensors) -> dict[str, npt.NDArray[Any]]:
    config = fake.config
    if isinstance(config, VocoderManifest):
        return {"waveform": _sing(feeds["mel"][0], feeds["f0"][0], config)[None]}
    if fake.kind.startswith("linguistic"):
        tokens = feeds["tokens"]
        phases = tokens[..., None] * np.linspace(0.1, 1.0, config.hidden_size)
        return {
            "encoder_out": np.sin(phases).astype(np.float32),
            "x_masks": np.zeros(tokens.shape, dtype=np.bool_),
        }
    if fake.kind == "dur":
        # Four to thirteen frames, by what the encoder made of the phoneme.
        hidden = feeds["encoder_out"].mean(axis=2)
        return {"ph_dur_pred": (8.5 + 4.5 * np.sin(40.0 * hidden)).astype(np.float32)}
    if fake.kind == "pitch":
        flat = np.repeat(feeds["note_midi"][0], feeds["note_dur"][0])
        sway = 0.05 * np.sin(np.arange(len(flat)) * 0.4)
        return {"pitch_pred": (flat + sway).astype(np.float32)[None]}
    if fake.kind == "variance":
        sway = np.sin(feeds["pitch"][0] * 0.5)
        return {
            f"{name}_pred": (level + sway).astype(np.float32)[None]
            for name, level in _LEVELS_DB.items()
            if getattr(config, f"predict_{name}")
        }
    f0_hz = feeds["f0"][0]
    loud = np.repeat(feeds["tokens"][0], feeds["durations"][0]) % 5
    bins = np.arange(config.num_mel_bins)
    slope = -3.0 - 4.0 * bins / config.num_mel_bins
    mel = slope[None, :] + 0.1 * loud[:, None] + 0.001 * f0_hz[:, None]
    return {"mel": mel.astype(np.float32)[None]}


def _sing(
    mel: npt.NDArray[np.float32], f0_hz: npt.NDArray[np.float32], config: VocoderManifest
) -> npt.NDArray[np.float32]:
    """A sine at the given pitch, as loud as the spectrogram's lowest bins."""
    hop_samples = config.hop_size
    frames = np.arange(len(f0_hz))
    samples = np.arange(len(f0_hz) * hop_samples) / hop_samples
    pitch_hz = np.interp(samples, frames, f0_hz)
    level = np.interp(samples, frames, np.exp(mel[:, :8].mean(axis=1)))
    phase = 2.0 * np.pi * np.cumsum(pitch_hz) / config.sample_rate
    return np.asarray(np.clip(4.0 * level, 0.0, 0.5) * np.sin(phase), dtype=np.float32)
