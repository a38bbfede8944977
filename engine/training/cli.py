"""Commands of the toolkit; progress is one JSON object a line on standard output."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.training.errors import ConfigError, TrainingError

if TYPE_CHECKING:
    from engine.training.config import TrainConfig

MODELS = ("duration", "pitch", "variance", "acoustic", "vocoder", "classifier")


def emit(record: dict[str, Any]) -> None:
    """Write one progress line."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def build_parser() -> argparse.ArgumentParser:
    """Command line of ``python -m engine.training``."""
    parser = argparse.ArgumentParser(prog="python -m engine.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    features = commands.add_parser("features", help="recordings to features")
    features.add_argument("corpus", type=Path, help="folder with one folder per speaker")
    features.add_argument("out", type=Path, help="feature folder to write")
    features.add_argument(
        "--phonemes", type=Path, help="token list, one a line; Japanese if absent"
    )
    features.add_argument("--jobs", type=int, default=1, help="processes")

    train = commands.add_parser("train", help="train one network, or go on training it")
    train.add_argument("model", choices=MODELS)
    train.add_argument("features", type=Path, help="feature folder")
    train.add_argument("run", type=Path, help="run folder; holds checkpoints")
    train.add_argument("--steps", type=int, help="length of the schedule; the recipe's if absent")
    train.add_argument("--stop", type=int, help="stop at this step of the schedule")
    train.add_argument("--seed", type=int, default=0)
    train.add_argument("--threads", type=int, default=1)
    train.add_argument("--batch", type=int, help="phrases per step")
    train.add_argument("--learning-rate", type=float)
    train.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another value for a number of the network's configuration",
    )
    train.add_argument("--start-from", type=Path, help="run folder whose weights to begin with")

    export = commands.add_parser("export", help="trained runs to a voicebank folder")
    export.add_argument("runs", type=Path, help="folder with one run folder per network")
    export.add_argument("bank", type=Path, help="voicebank folder to write")
    export.add_argument("--untrained", action="store_true", help="random weights where no run is")
    export.add_argument("--features", type=Path, help="feature folder, for tokens and speakers")

    evaluate = commands.add_parser("evaluate", help="measure an exported voicebank")
    evaluate.add_argument("bank", type=Path)
    evaluate.add_argument("features", type=Path, help="feature folder with held-out phrases")
    evaluate.add_argument("classifier", type=Path, help="run folder of the classifier")
    evaluate.add_argument("--json", type=Path, help="write the report here")
    evaluate.add_argument("--markdown", type=Path, help="write a table here")
    evaluate.add_argument("--phrases", type=int, default=24, help="held-out phrases at most")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = build_parser().parse_args(arguments)
    try:
        _COMMANDS[options.command](options)
    except TrainingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; the last checkpoint is kept.\n")
        return 130
    return 0


def _features(options: argparse.Namespace) -> None:
    from engine.training.corpus import JAPANESE_PHONEMES
    from engine.training.store import make_features

    phonemes = JAPANESE_PHONEMES
    if options.phonemes is not None:
        lines = options.phonemes.read_text(encoding="utf-8").split("\n")
        phonemes = tuple(line for line in lines if line and not line.startswith("<"))

    def report(done: int, total: int) -> None:
        if done % 20 == 0 or done == total:
            emit({"event": "features", "done": done, "total": total})

    make_features(options.corpus, options.out, phonemes, n_jobs=options.jobs, on_progress=report)


def _train(options: argparse.Namespace) -> None:
    from dataclasses import replace

    from engine.training.recipe import build_task, default_train, run_for
    from engine.training.store import load_index
    from engine.training.trainer import AVERAGE, Trainer

    train: TrainConfig = default_train(options.model)
    train = replace(train, seed=options.seed, n_threads=options.threads)
    if options.steps:
        train = replace(train, n_steps=options.steps)
    if options.batch:
        train = replace(train, batch_size=options.batch)
    if options.learning_rate:
        train = replace(train, learning_rate=options.learning_rate)
    run = run_for(options.model, load_index(options.features), train)
    run = replace(run, model=_changed(run.model, options.set))
    task = build_task(run, options.features)
    trainer = Trainer(run, task, options.run, emit)
    if options.start_from is not None and trainer.step == 0:
        from safetensors.torch import load_file

        weights = load_file(options.start_from / AVERAGE)
        trainer.module.load_state_dict(weights)
        trainer.average = {key: value.clone() for key, value in weights.items()}
    n_parameters = sum(p.numel() for p in trainer.module.parameters())
    emit({"event": "start", "model": run.kind, "step": trainer.step, "n_parameters": n_parameters})
    trainer.train(options.stop)


def _changed(model: Any, settings: list[str]) -> Any:
    """A network's configuration with numbers from ``NAME=VALUE`` texts."""
    from dataclasses import replace

    for setting in settings:
        name, _, text = setting.partition("=")
        old = getattr(model, name, None)
        if not isinstance(old, (int, float)) or isinstance(old, bool):
            raise ConfigError(f"--set {setting}: this network has no number called '{name}'.")
        try:
            model = replace(model, **{name: type(old)(text)})
        except ValueError as error:
            raise ConfigError(f"--set {setting}: '{text}' is no such number.") from error
    return model


def _export(options: argparse.Namespace) -> None:
    from engine.training.export_onnx import export_bank
    from engine.training.store import load_index

    index = load_index(options.features) if options.features else None
    for record in export_bank(
        options.runs, options.bank, index=index, allow_untrained=options.untrained
    ):
        emit(record)


def _evaluate(options: argparse.Namespace) -> None:
    from engine.training.evaluate import evaluate_bank, markdown_table

    report = evaluate_bank(
        options.bank,
        options.features,
        options.classifier,
        n_phrases=options.phrases,
        on_progress=emit,
    )
    if options.json is not None:
        options.json.write_text(json.dumps(report, indent=1), encoding="utf-8")
    if options.markdown is not None:
        options.markdown.write_text(markdown_table(report), encoding="utf-8")
    emit({"event": "report", **report})


_COMMANDS = {
    "features": _features,
    "train": _train,
    "export": _export,
    "evaluate": _evaluate,
}
