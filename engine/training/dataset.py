"""Batches for training: a function of seed and step, so that resuming is exact."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile
import torch

from engine.training.corpus import REST_PHONEMES
from engine.training.features import log_mel
from engine.training.store import FeatureIndex, load_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.training.config import MelConfig

Arrays = dict[str, "NDArray[Any]"]
VARIANCE_KEYS = ("breathiness", "voicing", "tension")


@dataclass(frozen=True)
class Item:
    """One phrase in memory."""

    name: str
    speaker: int
    is_neutral: bool
    arrays: Arrays
    wav: Path
    harmonic: Path
    aperiodic: Path

    @property
    def n_frames(self) -> int:
        """Length in frames."""
        return len(self.arrays["f0_hz"])


class FeatureSet:
    """Phrases of one split of a feature folder.

    Parameters
    ----------
    folder : Path
    split : str
        ``train`` or ``held_out``.
    with_gains : bool
        Also load the variants with moved stem gains.
    """

    def __init__(self, folder: Path, split: str, *, with_gains: bool = False) -> None:
        self.index: FeatureIndex = load_index(folder)
        corpus = Path(self.index.corpus)
        self.items: list[Item] = []
        for entry in self.index.items:
            if entry["split"] != split:
                continue
            for suffix in ("", ".gains") if with_gains else ("",):
                path = folder / entry["speaker"] / f"{entry['name']}{suffix}.npz"
                with np.load(path) as stored:
                    arrays = {key: stored[key] for key in stored.files}
                self.items.append(
                    Item(
                        name=entry["name"] + suffix,
                        speaker=self.index.speakers.index(entry["speaker"]),
                        is_neutral=entry["style"] == "neutral" and not suffix,
                        arrays=arrays,
                        wav=corpus / entry["wav"],
                        harmonic=corpus / entry["harmonic"],
                        aperiodic=corpus / entry["aperiodic"],
                    )
                )
        self.rest_ids = np.array([self.index.tokens.index(p) for p in sorted(REST_PHONEMES)])

    def variances(self, item: Item) -> NDArray[np.float32]:
        """Breathiness, voicing, tension as float32 [T, 3]."""
        return np.stack([item.arrays[key] for key in VARIANCE_KEYS], axis=1).astype(np.float32)


def step_rng(seed: int, step: int) -> np.random.Generator:
    """Random source of one training step; also seeds torch for that step."""
    torch.manual_seed(seed * 1_000_003 + step)
    return np.random.default_rng([seed, step])


def pad_items(rows: Sequence[NDArray[Any]], *, fill: float = 0) -> Tensor:
    """Stack rows of different length, filled at the end: [B, longest]."""
    longest = max(len(row) for row in rows)
    return torch.from_numpy(
        np.stack([np.pad(row, (0, longest - len(row)), constant_values=fill) for row in rows])
    )


def frame_batch(
    items: Iterable[Item],
    features: FeatureSet,
    rng: np.random.Generator | None,
    crop_frames: int,
) -> dict[str, Tensor]:
    """Crop phrases to equal length; the phoneme and note lists stay whole.

    Parameters
    ----------
    items : phrases
    features : FeatureSet
    rng : Generator or None
        None takes whole phrases (then all must have one length, or be one).
    crop_frames : int, frames

    Returns
    -------
    dict of Tensor
        ``tokens``, ``durations`` [B, N]; ``note_midi``, ``note_rest``, ``note_dur``
        [B, M]; ``mel`` [B, T, n_mels]; ``f0_hz`` [B, T]; ``variances`` [B, T, 3];
        ``speaker``, ``first_frame`` [B]; ``neutral`` [B, 1].
    """
    items = list(items)
    shortest = min(item.n_frames for item in items)
    length = shortest if rng is None else min(crop_frames, shortest)
    starts = [0 if rng is None else int(rng.integers(0, i.n_frames - length + 1)) for i in items]

    def cropped(key: str) -> Tensor:
        rows = [i.arrays[key][a : a + length] for i, a in zip(items, starts, strict=True)]
        return torch.from_numpy(np.stack(rows))

    variances = [features.variances(i)[a : a + length] for i, a in zip(items, starts, strict=True)]
    lists = {
        key: pad_items([i.arrays[key] for i in items])
        for key in ("tokens", "durations", "note_midi", "note_rest", "note_dur")
    }
    return {
        **lists,
        "mel": cropped("mel"),
        "f0_hz": cropped("f0_hz"),
        "variances": torch.from_numpy(np.stack(variances)),
        "speaker": torch.tensor([i.speaker for i in items]),
        "first_frame": torch.tensor(starts),
        "neutral": torch.tensor([[float(i.is_neutral)] for i in items]),
    }


def audio_batch(
    items: Iterable[Item],
    rng: np.random.Generator,
    crop_frames: int,
    mel: MelConfig,
    *,
    gains_db: tuple[float, float],
) -> dict[str, Tensor]:
    """Crops of mel, f0 and both stems for the vocoder.

    On half of the crops each stem, and the fundamental of the harmonic one,
    gets a gain of its own, drawn from ``gains_db``, and the mel is computed
    anew from what that gives: levels that recordings never have apart.

    Returns
    -------
    dict of Tensor
        ``mel`` [B, T, n_mels], ``f0_hz`` [B, T], ``harmonic``, ``aperiodic`` [B, T * hop].
    """
    rows: dict[str, list[NDArray[Any]]] = {"mel": [], "f0_hz": [], "harmonic": [], "aperiodic": []}
    hop = mel.hop_samples
    for item in items:
        start = int(rng.integers(0, max(1, item.n_frames - crop_frames + 1)))
        # Windows reach over the crop's edges: read two frames more on both sides.
        first, last = max(0, start - 2), min(item.n_frames, start + crop_frames + 2)
        inside = slice((start - first) * hop, (start - first + crop_frames) * hop)
        crop_mel = item.arrays["mel"][start : start + crop_frames]
        has_gains = rng.random() < 0.5
        mix = np.zeros((last - first) * hop, np.float32)
        for key, path in (("harmonic", item.harmonic), ("aperiodic", item.aperiodic)):
            audio, _ = soundfile.read(path, frames=len(mix), start=first * hop, dtype="float32")
            if has_gains:
                if key == "harmonic":
                    f0_hz = item.arrays["f0_hz"][first:last]
                    ratio = 10.0 ** (rng.uniform(*gains_db) / 20.0)
                    audio = audio + np.float32(ratio - 1.0) * fundamental(audio, f0_hz, mel)
                audio = audio * np.float32(10.0 ** (rng.uniform(*gains_db) / 20.0))
            mix += audio
            rows[key].append(audio[inside])
        if has_gains:
            crop_mel = log_mel(mix, mel)[start - first : start - first + crop_frames]
        rows["mel"].append(crop_mel)
        rows["f0_hz"].append(item.arrays["f0_hz"][start : start + crop_frames])
    return {key: torch.from_numpy(np.stack(values)) for key, values in rows.items()}


def fundamental(
    harmonic: NDArray[np.float32], f0_hz: NDArray[np.float32], mel: MelConfig
) -> NDArray[np.float32]:
    """The first harmonic alone: shifted down to 0 Hz, smoothed, shifted back.

    Parameters
    ----------
    harmonic : float32 [S], harmonic part of a recording
    f0_hz : float32 [T], Hz, > 0, at frame starts
    mel : MelConfig

    Returns
    -------
    float32 [S]
    """
    n_samples = len(harmonic)
    at_samples = np.interp(
        np.arange(n_samples), np.arange(len(f0_hz)) * mel.hop_samples, f0_hz.astype(np.float64)
    )
    turn = np.exp(2j * np.pi * np.cumsum(at_samples) / mel.sample_rate_hz)
    window = np.hanning(2 * mel.hop_samples + 1)
    size = 1 << (n_samples + len(window)).bit_length()
    smooth = np.fft.ifft(
        np.fft.fft(harmonic * turn.conj(), size) * np.fft.fft(window / window.sum(), size)
    )[mel.hop_samples : mel.hop_samples + n_samples]
    return (2.0 * (smooth * turn).real).astype(np.float32)
