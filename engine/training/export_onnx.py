"""Trained networks to a DiffSinger voicebank folder, each graph checked against torch.

Names, types and shapes are those of contract 2.2 to 2.8.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from engine.training.config import MelConfig, RunConfig, load_run
from engine.training.errors import ConfigError, ExportError
from engine.training.export_config import write_configs
from engine.training.flow import sample
from engine.training.models.acoustic import AcousticModel, denormalise_mel
from engine.training.models.variance import VARIANCES, VarianceModel, denormalise
from engine.training.onnx_graph import (
    NOISE,
    OPSET,
    SamplerParts,
    WaveTable,
    draw_noise_inside,
    finish,
    join_sampler,
    noise_as_input,
    shrink_wave_tables,
)
from engine.training.recipe import build_module, default_train, run_for
from engine.training.trainer import RUN, load_average

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from engine.training.models.duration import DurationModel
    from engine.training.models.pitch import PitchModel
    from engine.training.models.vocoder import FrameFilter, Vocoder
    from engine.training.store import FeatureIndex

KINDS = ("duration", "pitch", "variance", "acoustic", "vocoder")
CHECK_FRAMES = (7, 64, 333)
TOLERANCE = 2e-3
Axes = dict[str, dict[int, str]]


class Graph(nn.Module):
    """A function as a module, so that the exporter can trace it."""

    def __init__(self, owner: nn.Module, function: Callable[..., Any]) -> None:
        super().__init__()
        self.owner, self.function = owner, function

    def forward(self, *values: Tensor) -> Any:
        """Call the function."""
        return self.function(*values)


def trace(
    owner: nn.Module,
    function: Callable[..., Any],
    inputs: dict[str, Tensor],
    outputs: Sequence[str],
    axes: Axes,
) -> onnx.ModelProto:
    """Export a function of a network.

    Parameters
    ----------
    owner : nn.Module
        Network whose weights the function uses.
    function : callable
    inputs : name to example
    outputs : names
    axes : name to dynamic axes

    Returns
    -------
    ModelProto
    """
    buffer = io.BytesIO()
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Graph(owner, function).eval(),
            tuple(inputs.values()),
            buffer,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
    return onnx.load_from_string(buffer.getvalue())


def export_bank(
    runs: Path, bank: Path, *, index: FeatureIndex | None = None, allow_untrained: bool = False
) -> Iterator[dict[str, Any]]:
    """Write every graph, embedding and configuration of a voicebank.

    Parameters
    ----------
    runs : Path
        Folder with one run folder per network.
    bank : Path
    index : FeatureIndex or None
        Needed for networks without a run.
    allow_untrained : bool
        Use fresh weights where no run is.

    Yields
    ------
    dict
        One report a graph: name, step, bytes, largest difference from torch.

    Raises
    ------
    ConfigError
        If a run is missing.
    ExportError
        If a graph differs from its network.
    """
    modules: dict[str, nn.Module] = {}
    configs: dict[str, RunConfig] = {}
    for kind in KINDS:
        folder = runs / kind
        if (folder / RUN).is_file():
            configs[kind] = load_run(folder / RUN)
            modules[kind] = build_module(configs[kind])
            step = load_average(modules[kind], folder)
        elif allow_untrained and index is not None:
            configs[kind] = run_for(kind, index, default_train(kind))
            modules[kind] = build_module(configs[kind]).eval()
            step = 0
        else:
            raise ConfigError(f"{folder}: the {kind} network is not trained; train it first.")
        yield {"event": "export", "model": kind, "step": step}
    yield from _export_duration(modules["duration"], configs["duration"], bank / "dsdur")
    yield from _export_pitch(modules["pitch"], configs["pitch"], bank / "dspitch")
    yield from _export_variance(modules["variance"], configs["variance"], bank / "dsvariance")
    yield from _export_acoustic(modules["acoustic"], configs["acoustic"], bank)
    yield from _export_vocoder(modules["vocoder"], configs["vocoder"], bank / "dsvocoder")
    folders = {
        "acoustic": bank,
        "duration": bank / "dsdur",
        "pitch": bank / "dspitch",
        "variance": bank / "dsvariance",
    }
    for kind, folder in folders.items():
        _write_speakers(modules[kind], configs[kind], folder)
    write_configs(bank, configs)


def _write_speakers(module: Any, run: RunConfig, folder: Path) -> None:
    table = module.speakers.weight.detach().numpy()
    for name, vector in zip(run.speakers, table, strict=True):
        (folder / f"{name}.emb").write_bytes(vector.astype("<f4").tobytes())
    (folder / "phonemes.txt").write_text("\n".join(run.tokens) + "\n", encoding="utf-8")


def _save(model: onnx.ModelProto, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString(deterministic=True))


def _check(
    model: onnx.ModelProto,
    path: Path,
    reference: Callable[[dict[str, Tensor]], Sequence[Tensor]],
    examples: Sequence[dict[str, Tensor]],
) -> dict[str, Any]:
    """Run a graph beside its network at several lengths."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        noise_as_input(model).SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    names = [value.name for value in session.get_inputs()]
    largest = 0.0
    for example in examples:
        found = session.run(None, {name: example[name].numpy() for name in names})
        with torch.no_grad():
            wanted = [value.numpy() for value in reference(example)]
        for a, b in zip(found, wanted, strict=True):
            if a.shape != b.shape:
                raise ExportError(f"{path.name}: shape {a.shape}, but the network gives {b.shape}.")
            largest = max(largest, float(np.abs(np.float64(a) - np.float64(b)).max()))
    if not largest <= TOLERANCE:
        raise ExportError(f"{path.name}: differs from its network by {largest:.2g}.")
    _save(model, path)
    return {
        "event": "exported",
        "file": str(Path(*path.parts[-2:])),
        "bytes": path.stat().st_size,
        "difference": largest,
    }


def _durations(n_items: int, n_frames: int) -> Tensor:
    """Lengths [1, n_items] that sum to ``n_frames``, uneven."""
    edges = np.sort(np.random.default_rng(n_frames).integers(0, n_frames + 1, n_items - 1))
    lengths = np.diff(np.concatenate([[0], edges, [n_frames]]))
    return torch.from_numpy(lengths.astype(np.int64)).unsqueeze(0)


def _tokens(n_items: int, n_tokens: int) -> Tensor:
    return torch.randint(1, n_tokens, (1, n_items))


def _item_axes(*names: str, axis: str) -> Axes:
    return {name: {1: axis} for name in names}


def _export_duration(module: Any, run: RunConfig, folder: Path) -> Iterator[dict[str, Any]]:
    model: DurationModel = module
    n_tokens, hidden = run.model.linguistic.n_tokens, run.model.linguistic.hidden

    def words(n_words: int) -> dict[str, Tensor]:
        division = torch.randint(1, 4, (1, n_words))
        return {
            "tokens": _tokens(int(division.sum()), n_tokens),
            "word_div": division,
            "word_dur": torch.randint(1, 90, (1, n_words)),
        }

    axes = {
        **_item_axes("tokens", "encoder_out", "x_masks", axis="n_tokens"),
        **_item_axes("word_div", "word_dur", axis="n_words"),
    }
    graph = trace(model, model.linguistic.forward_words, words(5), ("encoder_out", "x_masks"), axes)
    examples = [words(n) for n in (1, 5, 40)]
    yield _check(
        finish(graph.graph),
        folder / "linguistic.onnx",
        lambda e: model.linguistic.forward_words(**e),
        examples,
    )

    def phonemes(n_items: int) -> dict[str, Tensor]:
        return {
            "encoder_out": torch.randn(1, n_items, hidden),
            "x_masks": torch.zeros(1, n_items, dtype=torch.bool),
            "ph_midi": torch.randint(50, 80, (1, n_items)),
            "spk_embed": torch.randn(1, n_items, hidden) * 0.1,
        }

    names = ("encoder_out", "x_masks", "ph_midi", "spk_embed", "ph_dur_pred")
    graph = trace(
        model, model.frames, phonemes(6), ("ph_dur_pred",), _item_axes(*names, axis="n_tokens")
    )
    yield _check(
        finish(graph.graph),
        folder / "dur.onnx",
        lambda e: [model.frames(**e)],
        [phonemes(n) for n in (1, 6, 50)],
    )


def _export_phoneme_encoder(model: Any, n_tokens: int, path: Path) -> dict[str, Any]:
    def phonemes(n_items: int) -> dict[str, Tensor]:
        return {
            "tokens": _tokens(n_items, n_tokens),
            "ph_dur": torch.randint(1, 60, (1, n_items)),
        }

    axes = _item_axes("tokens", "ph_dur", "encoder_out", "x_masks", axis="n_tokens")
    graph = trace(
        model, model.linguistic.forward_phonemes, phonemes(6), ("encoder_out", "x_masks"), axes
    )
    return _check(
        finish(graph.graph),
        path,
        lambda e: model.linguistic.forward_phonemes(**e),
        [phonemes(n) for n in (1, 6, 50)],
    )


def _export_pitch(module: Any, run: RunConfig, folder: Path) -> Iterator[dict[str, Any]]:
    model: PitchModel = module
    hidden = run.model.linguistic.hidden
    yield _export_phoneme_encoder(model, run.model.linguistic.n_tokens, folder / "linguistic.onnx")

    def example(n_frames: int) -> dict[str, Tensor]:
        n_items, n_notes = 2 + n_frames // 12, 2 + n_frames // 30
        return {
            "encoder_out": torch.randn(1, n_items, hidden),
            "ph_dur": _durations(n_items, n_frames),
            "note_midi": torch.randint(55, 75, (1, n_notes)).float(),
            "note_rest": torch.rand(1, n_notes) < 0.2,
            "note_dur": _durations(n_notes, n_frames),
            "pitch": 60.0 + torch.randn(1, n_frames),
            "expr": torch.rand(1, n_frames),
            "retake": torch.rand(1, n_frames) < 0.7,
            "spk_embed": torch.randn(1, n_frames, hidden) * 0.1,
            "steps": torch.tensor(3),
            NOISE: torch.randn(1, n_frames),
        }

    inputs = example(64)
    axes = {
        **_item_axes("encoder_out", "ph_dur", axis="n_tokens"),
        **_item_axes("note_midi", "note_rest", "note_dur", axis="n_notes"),
        **_item_axes(
            "pitch",
            "expr",
            "retake",
            "spk_embed",
            "condition",
            "base",
            "guess",
            "swing",
            "x",
            "pitch_pred",
            axis="n_frames",
        ),
    }

    def head(
        encoder_out: Tensor,
        ph_dur: Tensor,
        note_midi: Tensor,
        note_rest: Tensor,
        note_dur: Tensor,
        pitch: Tensor,
        expr: Tensor,
        retake: Tensor,
        spk_embed: Tensor,
    ) -> tuple[Tensor, ...]:
        condition, base, swing = model.condition(
            encoder_out, ph_dur, note_midi, note_rest, note_dur, pitch, retake, spk_embed
        )
        # The expressiveness passes through, so that the exporter keeps it as an input.
        amount = torch.where(retake, expr, torch.ones_like(expr))
        return condition, base, swing, amount, torch.zeros_like(pitch)

    names = ("condition", "base", "swing", "amount", "guess")
    head_inputs = {k: v for k, v in inputs.items() if k not in ("steps", NOISE)}
    axes["amount"] = {1: "n_frames"}
    head_graph = trace(model, head, head_inputs, names, axes)
    with torch.no_grad():
        condition, base, swing, amount, guess = head(*head_inputs.values())
    velocity_inputs = {"x": guess, "time": torch.tensor([0.5]), "condition": condition}
    velocity = trace(model, model.velocity, velocity_inputs, ("velocity",), axes)

    def tail(x: Tensor, swing: Tensor, base: Tensor, amount: Tensor) -> Tensor:
        return model.pitch(x, swing, base, amount, torch.ones_like(amount).bool())

    tail_inputs = {"x": guess, "swing": swing, "base": base, "amount": amount}
    tail_graph = trace(model, tail, tail_inputs, ("pitch_pred",), axes)
    graph = join_sampler(SamplerParts(head_graph, velocity, tail_graph, 0.0, has_depth=False))

    def reference(e: dict[str, Tensor]) -> list[Tensor]:
        arguments = {k: v for k, v in e.items() if k not in ("steps", NOISE)}
        condition, base, swing, amount, guess = head(**arguments)
        x = sample(
            lambda x, time: model.velocity(x, time, condition),
            guess,
            e[NOISE],
            start=0.0,
            steps=int(e["steps"]),
        )
        return [tail(x, swing, base, amount)]

    yield _check(graph, folder / "pitch.onnx", reference, [example(n) for n in CHECK_FRAMES])


def _export_variance(module: Any, run: RunConfig, folder: Path) -> Iterator[dict[str, Any]]:
    model: VarianceModel = module
    hidden = run.model.linguistic.hidden
    yield _export_phoneme_encoder(model, run.model.linguistic.n_tokens, folder / "linguistic.onnx")

    def example(n_frames: int) -> dict[str, Tensor]:
        n_items = 2 + n_frames // 12
        return {
            "encoder_out": torch.randn(1, n_items, hidden),
            "ph_dur": _durations(n_items, n_frames),
            "pitch": 60.0 + torch.randn(1, n_frames),
            "breathiness": torch.randn(1, n_frames) * 5.0 - 50.0,
            "voicing": torch.randn(1, n_frames) * 5.0 - 30.0,
            "tension": torch.randn(1, n_frames),
            "retake": torch.rand(1, n_frames, 3) < 0.7,
            "spk_embed": torch.randn(1, n_frames, hidden) * 0.1,
            "steps": torch.tensor(3),
            NOISE: torch.randn(1, n_frames, 3),
        }

    inputs = {k: v for k, v in example(64).items() if k not in ("steps", NOISE)}
    outputs = tuple(f"{name}_pred" for name in VARIANCES)
    axes = {
        **_item_axes("encoder_out", "ph_dur", axis="n_tokens"),
        **_item_axes(
            "pitch",
            *VARIANCES,
            "retake",
            "spk_embed",
            "condition",
            "guess",
            "x",
            *outputs,
            axis="n_frames",
        ),
    }

    def head(
        encoder_out: Tensor,
        ph_dur: Tensor,
        pitch: Tensor,
        breathiness: Tensor,
        voicing: Tensor,
        tension: Tensor,
        retake: Tensor,
        spk_embed: Tensor,
    ) -> tuple[Tensor, Tensor]:
        known = torch.stack([breathiness, voicing, tension], dim=2)
        neutral = torch.ones(1, 1)
        return model.condition(encoder_out, ph_dur, pitch, known, retake, spk_embed, neutral)

    head_graph = trace(model, head, inputs, ("condition", "guess"), axes)
    with torch.no_grad():
        condition, guess = head(*inputs.values())
    velocity_inputs = {"x": guess, "time": torch.tensor([0.5]), "condition": condition}
    velocity = trace(model, model.velocity, velocity_inputs, ("velocity",), axes)

    def tail(x: Tensor) -> tuple[Tensor, ...]:
        return tuple(curve.squeeze(2) for curve in denormalise(x).split(1, dim=2))

    tail_graph = trace(model, tail, {"x": guess}, outputs, axes)
    start = run.model.flow_start
    graph = join_sampler(SamplerParts(head_graph, velocity, tail_graph, start, has_depth=False))

    def reference(e: dict[str, Tensor]) -> tuple[Tensor, ...]:
        condition, guess = head(**{k: v for k, v in e.items() if k not in ("steps", NOISE)})
        x = sample(
            lambda x, time: model.velocity(x, time, condition),
            guess,
            e[NOISE],
            start=start,
            steps=int(e["steps"]),
        )
        return tail(x)

    yield _check(graph, folder / "variance.onnx", reference, [example(n) for n in CHECK_FRAMES])


def _export_acoustic(module: Any, run: RunConfig, folder: Path) -> Iterator[dict[str, Any]]:
    model: AcousticModel = module
    config = run.model

    def example(n_frames: int, depth: float = 0.5) -> dict[str, Tensor]:
        n_items = 2 + n_frames // 12
        return {
            "tokens": _tokens(n_items, config.n_tokens),
            "durations": _durations(n_items, n_frames),
            "f0": 200.0 + 100.0 * torch.rand(1, n_frames),
            "breathiness": torch.randn(1, n_frames) * 5.0 - 50.0,
            "voicing": torch.randn(1, n_frames) * 5.0 - 30.0,
            "tension": torch.randn(1, n_frames),
            "spk_embed": torch.randn(1, n_frames, config.hidden) * 0.1,
            "depth": torch.tensor(depth),
            "steps": torch.tensor(3),
            NOISE: torch.randn(1, n_frames, config.n_mels),
        }

    not_head = ("depth", "steps", NOISE)
    inputs = {k: v for k, v in example(64).items() if k not in not_head}
    axes = {
        **_item_axes("tokens", "durations", axis="n_tokens"),
        **_item_axes(
            "f0",
            *VARIANCES,
            "spk_embed",
            "condition",
            "guess",
            "x",
            "mel",
            axis="n_frames",
        ),
    }

    def head(
        tokens: Tensor,
        durations: Tensor,
        f0: Tensor,
        breathiness: Tensor,
        voicing: Tensor,
        tension: Tensor,
        spk_embed: Tensor,
    ) -> tuple[Tensor, Tensor]:
        variances = torch.stack([breathiness, voicing, tension], dim=2)
        return model.condition(tokens, durations, f0, variances, spk_embed)

    head_graph = trace(model, head, inputs, ("condition", "guess"), axes)
    with torch.no_grad():
        condition, guess = head(*inputs.values())
    velocity_inputs = {
        "x": torch.zeros_like(guess),
        "time": torch.tensor([0.5]),
        "condition": condition,
        "guess": guess,
    }
    velocity = trace(model, model.velocity, velocity_inputs, ("velocity",), axes)
    tail_graph = trace(model, denormalise_mel, {"x": guess}, ("mel",), axes)
    start = config.flow_start
    graph = join_sampler(SamplerParts(head_graph, velocity, tail_graph, start, has_depth=True))

    def reference(e: dict[str, Tensor]) -> list[Tensor]:
        condition, guess = head(**{k: v for k, v in e.items() if k not in not_head})
        x = sample(
            lambda x, time: model.velocity(x, time, condition, guess),
            guess,
            e[NOISE],
            start=max(1.0 - float(e["depth"]), start),
            steps=int(e["steps"]),
        )
        return [denormalise_mel(x)]

    examples = [example(n) for n in CHECK_FRAMES] + [example(64, 0.0), example(64, 1.0)]
    yield _check(graph, folder / "acoustic.onnx", reference, examples)


def _export_vocoder(module: Any, run: RunConfig, folder: Path) -> Iterator[dict[str, Any]]:
    model: Vocoder = module
    mel: MelConfig = run.model.mel
    for part in (model.harmonic_filter, model.noise_filter):
        part.use_matrices = True

    def example(n_frames: int) -> dict[str, Tensor]:
        f0_hz = 200.0 + 100.0 * torch.rand(1, n_frames)
        f0_hz = torch.where(torch.rand(1, n_frames) < 0.2, torch.zeros_like(f0_hz), f0_hz)
        return {
            "mel": torch.randn(1, n_frames, mel.n_mels) - 6.0,
            "f0": f0_hz,
            NOISE: torch.randn(1, n_frames * mel.hop_samples),
        }

    axes = {**_item_axes("mel", "f0", axis="n_frames"), **_item_axes(NOISE, axis="n_samples")}
    axes["waveform"] = {1: "n_samples"}
    graph = trace(model, model.forward, example(50), ("waveform",), axes)
    inside = draw_noise_inside(graph, NOISE, "f0", mel.hop_samples)
    inside = shrink_wave_tables(inside, vocoder_tables(model))
    yield _check(
        inside,
        folder / "model.onnx",
        lambda e: [model(*e.values())],
        [example(n) for n in CHECK_FRAMES],
    )
    for part in (model.harmonic_filter, model.noise_filter):
        part.use_matrices = False


def vocoder_tables(model: Vocoder) -> list[WaveTable]:
    """DFT and cepstrum matrices that the vocoder's graph can compute itself."""
    tables = []

    def both(rows: np.ndarray, columns: np.ndarray, period: int) -> None:
        for is_cosine in (True, False):
            tables.append(WaveTable(is_cosine, rows, columns, period))

    filters: tuple[FrameFilter, ...] = (model.harmonic_filter, model.noise_filter)
    for part in filters:
        bins = np.arange(part.fft // 2 + 1)
        both(np.arange(2 * part.hop) + part.lead, bins, part.fft)
        both(bins, np.arange(part.fft), part.fft)
    config = model.config
    bins = np.arange(config.harmonic_fft_samples // 2 + 1)
    order = np.arange(max(config.n_cepstrum, config.n_phase + 1))
    for rows in (order, order[: config.n_cepstrum], order[1 : 1 + config.n_phase]):
        both(rows, bins, config.harmonic_fft_samples)
    return tables
