"""Measure an exported bank on held-out phrases: the figures that the voice is judged by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import torch

from engine.training.bank_models import BankModels
from engine.training.config import MelConfig, load_run
from engine.training.dataset import FeatureSet, Item
from engine.training.features import Floats, log_mel
from engine.training.losses import multi_resolution_stft
from engine.training.recipe import build_module
from engine.training.stem_measure import measure_stems
from engine.training.store import read_audio
from engine.training.tasks.classifier import recognise
from engine.training.tasks.pitch import note_errors_cents
from engine.training.trainer import RUN, load_average

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.training.models.classifier import PhonemeClassifier

CURVES = ("breathiness", "voicing", "tension")
MOVES = {"breathiness": 6.0, "voicing": 6.0, "tension": 1.0}
N_CONTROL_PHRASES = 8
N_CONTROL_FRAMES = 40
CONTROL_LEVEL_DB = -38.0
# Jitter and moving filters leave about -36 dB of the harmonics beside them; noise near or below it
# cannot be measured in the mix, whatever it does.
CONTROL_NOISE_DB = -24.0
Progress = Callable[[dict[str, Any]], None]


class Judge:
    """Everything that measuring needs: bank, held-out phrases, classifier."""

    def __init__(self, bank: Path, features: Path, classifier: Path, n_phrases: int) -> None:
        self.mel = MelConfig()
        self.bank = BankModels(bank)
        self.held_out = FeatureSet(features, "held_out")
        items = self.held_out.items
        stride = max(1, -(-len(items) // n_phrases))
        self.items = items[::stride]
        self.vowels = {self.held_out.index.tokens.index(v) for v in ("a", "i", "u", "e", "o", "N")}
        self.classifier = cast("PhonemeClassifier", build_module(load_run(classifier / RUN)))
        load_average(self.classifier, classifier)

    def acoustic(
        self, item: Item, *, depth: float, steps: int, moves: dict[str, float] | None = None
    ) -> Floats:
        """Mel [T, n_mels] of a phrase, with control curves moved."""
        arrays, moves = item.arrays, moves or {}
        inputs = {
            "tokens": arrays["tokens"][None],
            "durations": arrays["durations"][None],
            "f0": arrays["f0_hz"][None],
            "spk_embed": self.bank.embed("", item.speaker, item.n_frames),
            "depth": np.array(depth, np.float32),
            "steps": np.array(steps, np.int64),
        }
        for name in CURVES:
            curve = arrays[name] + np.float32(moves.get(name, 0.0))
            inputs[name] = curve.astype(np.float32)[None]
        return cast("Floats", self.bank.run("acoustic.onnx", inputs)[0][0])

    def vocode(self, item: Item, mel: Floats) -> Floats:
        """Waveform [S] of a mel at the phrase's own f0."""
        inputs = {"mel": mel[None], "f0": item.arrays["f0_hz"][None]}
        return cast("Floats", self.bank.run("dsvocoder/model.onnx", inputs, seed=1)[0][0])

    def recognised(self, pairs: Sequence[tuple[int, int]]) -> dict[str, float]:
        """Share of phonemes recognised, and of consonants alone."""
        right = [wanted == found for wanted, found in pairs]
        consonants = [w == f for w, f in pairs if w not in self.vowels]
        return {
            "phonemes": float(np.mean(right)),
            "consonants": float(np.mean(consonants)),
            "n_phonemes": len(pairs),
        }

    def listen(self, item: Item, mel: Floats) -> list[tuple[int, int]]:
        """Wanted and recognised tokens of a mel."""
        return recognise(self.classifier, mel, item, self.held_out.rest_ids)


def evaluate_bank(
    bank: Path,
    features: Path,
    classifier: Path,
    *,
    n_phrases: int = 24,
    on_progress: Progress | None = None,
) -> dict[str, Any]:
    """Measure a bank.

    Parameters
    ----------
    bank : Path
        Exported bank.
    features : Path
        Feature folder with held-out phrases and their recordings.
    classifier : Path
        Run folder of the classifier, trained on recordings alone.
    n_phrases : int
        Held-out phrases at most.
    on_progress : callable or None

    Returns
    -------
    dict
        Nested figures, ready for JSON.
    """
    judge = Judge(bank, features, classifier, n_phrases)
    report_progress = on_progress or (lambda _: None)
    report: dict[str, Any] = {"n_phrases": len(judge.items)}
    depth = float(judge.bank.config["default_depth"])
    steps = int(judge.bank.config["default_steps"])
    report["default"] = {"depth": depth, "steps": steps}
    report["copy"] = _copy(judge)
    report_progress({"event": "evaluate", "part": "copy", **report["copy"]})
    report["depths"] = _depths(judge)
    report_progress({"event": "evaluate", "part": "depths", "depths": report["depths"]})
    report["pitch"] = _pitch(judge)
    report["variance"] = _variance(judge)
    report_progress({"event": "evaluate", "part": "pitch", **report["pitch"]})
    report["controls"] = _controls(judge, depth, steps)
    report_progress({"event": "evaluate", "part": "controls", "controls": report["controls"]})
    report["cost"] = measure_cost(judge)
    report["bytes"] = sum(p.stat().st_size for p in bank.rglob("*") if p.is_file())
    return report


def _copy(judge: Judge) -> dict[str, float]:
    """Vocoder fed with the recordings' own mels, beside the recordings."""
    distances, source, copied = [], [], []
    for item in judge.items:
        audio = read_audio(item.wav, judge.mel)
        made = judge.vocode(item, item.arrays["mel"])
        pair = [torch.from_numpy(x[: len(made)]).unsqueeze(0) for x in (made, audio)]
        distances.append(float(multi_resolution_stft(*pair)))
        source += judge.listen(item, item.arrays["mel"])
        copied += judge.listen(item, log_mel(made, judge.mel))
    source_share, copied_share = judge.recognised(source), judge.recognised(copied)
    return {
        "mr_stft": float(np.mean(distances)),
        "source_phonemes": source_share["phonemes"],
        "source_consonants": source_share["consonants"],
        "copy_phonemes": copied_share["phonemes"],
        "copy_consonants": copied_share["consonants"],
        "n_phonemes": source_share["n_phonemes"],
    }


def _depths(judge: Judge) -> list[dict[str, float]]:
    """Acoustic model and vocoder at several depths."""
    deepest = float(judge.bank.config["max_depth"])
    rows = []
    for depth, steps in ((0.0, 1), (0.2, 2), (0.2, 4), (deepest, 4), (deepest, 10)):
        errors, distances, pairs, spreads = [], [], [], []
        for item in judge.items:
            mel = judge.acoustic(item, depth=depth, steps=steps)
            errors.append(float(np.abs(mel - item.arrays["mel"]).mean()))
            made = judge.vocode(item, mel)
            audio = read_audio(item.wav, judge.mel)
            pair = [torch.from_numpy(x[: len(made)]).unsqueeze(0) for x in (made, audio)]
            distances.append(float(multi_resolution_stft(*pair)))
            pairs += judge.listen(item, log_mel(made, judge.mel))
            rough = np.abs(np.diff(mel, axis=0)).mean()
            spreads.append(float(rough / np.abs(np.diff(item.arrays["mel"], axis=0)).mean()))
        shares = judge.recognised(pairs)
        rows.append(
            {
                "depth": depth,
                "steps": steps,
                "mel_l1": float(np.mean(errors)),
                "mr_stft": float(np.mean(distances)),
                "phonemes": shares["phonemes"],
                "consonants": shares["consonants"],
                "roughness_ratio": float(np.mean(spreads)),
            }
        )
    return rows


def _encoder_out(judge: Judge, folder: str, item: Item) -> NDArray[np.float32]:
    inputs = {
        "tokens": item.arrays["tokens"][None],
        "ph_dur": item.arrays["durations"][None],
    }
    return cast("Floats", judge.bank.run(f"{folder}/linguistic.onnx", inputs)[0])


def predict_pitch(judge: Judge, item: Item, *, seed: int, expr: float = 1.0) -> Floats:
    """One take of the pitch model over a whole phrase: float32 [1, T], MIDI number."""
    arrays, n = item.arrays, item.n_frames
    inputs = {
        "encoder_out": _encoder_out(judge, "dspitch", item),
        "ph_dur": arrays["durations"][None],
        "note_midi": arrays["note_midi"][None],
        "note_rest": arrays["note_rest"][None],
        "note_dur": arrays["note_dur"][None],
        "pitch": np.full((1, n), 60.0, np.float32),
        "expr": np.full((1, n), expr, np.float32),
        "retake": np.ones((1, n), bool),
        "spk_embed": judge.bank.embed("dspitch", item.speaker, n),
        "steps": np.array(judge.bank.pitch_config["default_steps"], np.int64),
    }
    return cast("Floats", judge.bank.run("dspitch/pitch.onnx", inputs, seed=seed)[0])


def _pitch(judge: Judge) -> dict[str, float]:
    """Note centres of two takes, and how far takes and recordings swing."""
    errors, source, apart, swing, wanted = [], [], [], [], []
    for item in judge.items:
        batch = {
            key: torch.from_numpy(item.arrays[key]).unsqueeze(0)
            for key in ("note_midi", "note_rest", "note_dur")
        }
        takes = [predict_pitch(judge, item, seed=seed) for seed in (0, 1)]
        plain = predict_pitch(judge, item, seed=0, expr=0.0)
        recorded = 69.0 + 12.0 * np.log2(item.arrays["f0_hz"] / 440.0)[None]
        for take in takes:
            errors += note_errors_cents(torch.from_numpy(take), batch)
        source += note_errors_cents(torch.from_numpy(recorded.astype(np.float32)), batch)
        apart.append(float(np.abs(takes[0] - takes[1]).mean() * 100.0))
        swing.append(float(np.abs(takes[0] - plain).mean() * 100.0))
        wanted.append(float(np.abs(recorded - plain).mean() * 100.0))
    return {
        "note_cents_median": float(np.median(np.abs(errors))),
        "note_cents_95": float(np.quantile(np.abs(errors), 0.95)),
        "source_note_cents_median": float(np.median(np.abs(source))),
        "source_note_cents_95": float(np.quantile(np.abs(source), 0.95)),
        "takes_apart_cents": float(np.mean(apart)),
        "swing_cents": float(np.mean(swing)),
        "source_swing_cents": float(np.mean(wanted)),
    }


def _variance(judge: Judge) -> dict[str, float]:
    """L1 of predicted curves on neutral phrases, dB, dB, logit."""
    errors = []
    for item in judge.items:
        if not item.is_neutral:
            continue
        arrays, n = item.arrays, item.n_frames
        pitch = (69.0 + 12.0 * np.log2(arrays["f0_hz"] / 440.0)).astype(np.float32)
        inputs = {
            "encoder_out": _encoder_out(judge, "dsvariance", item),
            "ph_dur": arrays["durations"][None],
            "pitch": pitch[None],
            "retake": np.ones((1, n, 3), bool),
            "spk_embed": judge.bank.embed("dsvariance", item.speaker, n),
            "steps": np.array(judge.bank.variance_config["default_steps"], np.int64),
            **{name: np.zeros((1, n), np.float32) for name in CURVES},
        }
        found = judge.bank.run("dsvariance/variance.onnx", inputs)
        errors.append([np.abs(f[0] - arrays[c]).mean() for f, c in zip(found, CURVES, strict=True)])
    if not errors:
        return {}
    means = np.mean(errors, axis=0)
    return {f"{name}_l1": float(x) for name, x in zip(CURVES, means, strict=True)}


def _controls(judge: Judge, depth: float, steps: int) -> dict[str, dict[str, float]]:
    """How far each measure moves when one control moves, as a share of the move.

    Frames are inside vowels, with harmonics well above the floor and noise well
    above what harmonics leave beside them. The
    move of the others counts against the same unit: dB against 6 dB, logit
    against 1 logit.
    """
    chosen = [(item, _steady_frames(judge, item)) for item in judge.items]
    chosen = [(item, frames) for item, frames in chosen if len(frames) >= N_CONTROL_FRAMES // 4]
    chosen = chosen[:: max(1, len(chosen) // N_CONTROL_PHRASES)]

    def measured(moves: dict[str, float]) -> dict[str, float]:
        totals: dict[str, list[NDArray[np.float64]]] = {name: [] for name in CURVES}
        for item, frames in chosen:
            made = judge.vocode(item, judge.acoustic(item, depth=depth, steps=steps, moves=moves))
            levels = measure_stems(
                made,
                item.arrays["f0_hz"],
                frames,
                sample_rate_hz=judge.mel.sample_rate_hz,
                hop_samples=judge.mel.hop_samples,
            )
            totals["breathiness"].append(levels.breathiness_db)
            totals["voicing"].append(levels.voicing_db)
            totals["tension"].append(levels.tension_logit)
        return {name: float(np.mean(np.concatenate(x))) for name, x in totals.items()}

    still = measured({})
    report: dict[str, dict[str, float]] = {"unmoved": still}
    cases: dict[str, dict[str, float]] = {}
    for name, amount in MOVES.items():
        cases[f"{name}+"] = {name: amount}
        cases[f"{name}-"] = {name: -amount}
    cases["energy+"] = {"breathiness": 6.0, "voicing": 6.0}
    cases["energy-"] = {"breathiness": -6.0, "voicing": -6.0}
    for case, moves in cases.items():
        found = measured(moves)
        sign = 1.0 if case.endswith("+") else -1.0
        report[case] = {name: sign * (found[name] - still[name]) / MOVES[name] for name in CURVES}
    return report


def _steady_frames(judge: Judge, item: Item) -> NDArray[np.int64]:
    arrays = item.arrays
    phoneme = np.repeat(arrays["tokens"], arrays["durations"])
    phoneme = np.pad(phoneme, (0, max(0, item.n_frames - len(phoneme))))[: item.n_frames]
    edges = np.concatenate([[True], phoneme[1:] != phoneme[:-1]])
    near = np.convolve(edges, np.ones(7), "same") > 0
    usable = np.isin(phoneme, list(judge.vowels)) & ~near & (arrays["voicing"] > CONTROL_LEVEL_DB)
    usable &= arrays["breathiness"] - arrays["voicing"] > CONTROL_NOISE_DB
    usable[:8] = usable[-8:] = False
    frames = np.flatnonzero(usable)
    return frames[:: max(1, len(frames) // N_CONTROL_FRAMES)].astype(np.int64)


def measure_cost(judge: Judge) -> dict[str, float]:
    """Seconds of each graph per second of audio at default steps, best of three runs."""
    item = max(judge.items, key=lambda i: i.n_frames)
    audio_s = item.n_frames * judge.mel.hop_samples / judge.mel.sample_rate_hz
    depth = float(judge.bank.config["default_depth"])
    steps = int(judge.bank.config["default_steps"])
    best: dict[str, float] = {}
    for _ in range(4):
        judge.bank.seconds.clear()
        mel = judge.acoustic(item, depth=depth, steps=steps)
        judge.vocode(item, mel)
        predict_pitch(judge, item, seed=0)
        judge.items, kept = [item], judge.items
        _variance(judge)
        judge.items = kept
        for file, seconds in judge.bank.seconds.items():
            best[file] = min(best.get(file, np.inf), seconds / audio_s)
    return {**best, "audio_s": audio_s}


def markdown_table(report: dict[str, Any]) -> str:
    """Figures of a report as a table in Markdown, targets beside them."""
    copy, pitch, controls = report["copy"], report["pitch"], report["controls"]
    default = report["default"]
    best = next(row for row in report["depths"] if row["depth"] == default["depth"])
    lines = [
        f"| figure ({report['n_phrases']} held-out phrases) | target | measured | recordings |",
        "|---|---|---|---|",
        f"| mel L1, acoustic at default depth | <= 0.33 | {best['mel_l1']:.3f} | - |",
        f"| MR-STFT, vocoder on recorded mel | <= 0.72 | {copy['mr_stft']:.3f} | 0 |",
        f"| phonemes recognised, acoustic + vocoder | >= 0.95 | {best['phonemes']:.4f} "
        f"| {copy['source_phonemes']:.3f} |",
        f"| consonants recognised, acoustic + vocoder | >= 0.88 | {best['consonants']:.4f} "
        f"| {copy['source_consonants']:.3f} |",
        f"| phonemes recognised, vocoder copy | - | {copy['copy_phonemes']:.3f} "
        f"| {copy['source_phonemes']:.3f} |",
        f"| note centre of predicted pitch, median and 95 %, cents | - "
        f"| {pitch['note_cents_median']:.1f}, {pitch['note_cents_95']:.1f} "
        f"| {pitch['source_note_cents_median']:.1f}, {pitch['source_note_cents_95']:.1f} |",
        "",
        "| control moved | breathiness moves | voicing moves | tension moves |",
        "|---|---|---|---|",
    ]
    for case, moved in controls.items():
        if case != "unmoved":
            cells = " | ".join(f"{100 * moved[name]:.0f} %" for name in CURVES)
            lines.append(f"| {case} | {cells} |")
    lines += [
        "",
        "| depth | steps | mel L1 | MR-STFT | phonemes | consonants | roughness |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in report["depths"]:
        lines.append(
            f"| {row['depth']:.2f} | {row['steps']} | {row['mel_l1']:.3f} | {row['mr_stft']:.3f} "
            f"| {row['phonemes']:.3f} | {row['consonants']:.3f} | {row['roughness_ratio']:.2f} |"
        )
    lines += ["", "| graph | seconds per second of audio, two threads |", "|---|---|"]
    for file, cost in report["cost"].items():
        if file != "audio_s":
            lines.append(f"| {file} | {cost:.4f} |")
    return "\n".join(lines) + "\n"
