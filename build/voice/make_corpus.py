"""Make the sung corpus of the built-in voice: recordings, stems, pitch, transcription.

Run ``python build/voice/make_corpus.py --voice mei_normal.htsvoice --out corpus``.
The same seed gives the same corpus with any number of processes; an interrupted run
goes on where it stopped.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import multiprocessing
import os
import sys
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from colours import COLOURS
from expression import express
from fetch_source import SOURCE_LICENCE, engine_version
from files import write_atomically, write_wav
from hts_source import SourceError, mel_cepstra
from kana import PHONEMES
from labels import full_context_labels
from melody import midi_to_hz, sung_pitch
from phrases import Phrase, plan_phrase
from render import render_phrase
from timing import FRAME_S, SAMPLE_RATE
from transcription import write_transcriptions

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT_VERSION: Final = 1
RECIPE_VERSION: Final = 1
"""Raised by every change that changes a sample; one corpus never mixes two recipes."""
DEFAULT_SEED: Final = 2026
DEFAULT_MINUTES: Final = 35.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One phrase to sing into a corpus folder."""

    corpus: Path
    voice: Path
    seed: int
    speaker: str
    index: int


def phrases_for(*, seed: int, speaker: str, minutes: float) -> list[Phrase]:
    """Plan phrases until they last long enough."""
    phrases: list[Phrase] = []
    left_frames = minutes * 60 / FRAME_S
    for index in count():
        if left_frames <= 0:
            return phrases
        phrases.append(plan_phrase(seed=seed, speaker=speaker, index=index))
        left_frames -= phrases[-1].n_frames
    raise AssertionError("count() never ends")


def sing(task: Task) -> str:
    """Render one phrase and write its files; nothing to do where they are whole."""
    phrase = plan_phrase(seed=task.seed, speaker=task.speaker, index=task.index)
    folder = task.corpus / task.speaker
    audio = {
        kind: folder / kind / f"{phrase.name}.wav" for kind in ("harmonic", "aperiodic", "wavs")
    }
    f0_file = folder / "f0" / f"{phrase.name}.npy"
    voiced_file = folder / "voiced" / f"{phrase.name}.npy"
    if voiced_file.is_file():  # the last file written
        return phrase.name
    colour = COLOURS[task.speaker]
    cepstra = mel_cepstra(full_context_labels(phrase.phonemes), phrase.n_frames, task.voice)
    f0_hz = midi_to_hz(sung_pitch(phrase, colour))
    stems = render_phrase(phrase, cepstra, f0_hz, express(phrase), colour)
    write_wav(audio["harmonic"], stems.harmonic, sample_rate=SAMPLE_RATE)
    write_wav(audio["aperiodic"], stems.aperiodic, sample_rate=SAMPLE_RATE)
    write_wav(audio["wavs"], stems.harmonic + stems.aperiodic, sample_rate=SAMPLE_RATE)
    _write_array(f0_file, f0_hz.astype(np.float32))
    _write_array(voiced_file, stems.voiced)
    return phrase.name


def _write_array(path: Path, values: NDArray[np.generic]) -> None:
    stream = io.BytesIO()
    np.save(stream, values, allow_pickle=False)
    write_atomically(path, stream.getvalue())


def make_corpus(
    *, out: Path, voice: Path, seed: int, minutes: float, n_processes: int, n_phrases: int | None
) -> dict[str, object]:
    """Make a corpus of all colours.

    Parameters
    ----------
    out : Path
        Corpus folder, made if missing.
    voice : Path
        The ``.htsvoice`` file.
    seed : int
        The same seed gives the same corpus.
    minutes : float
        Length for each colour.
    n_processes : int
        Worker processes; they do not change the result.
    n_phrases : int or None
        Fixed number of phrases for each colour in place of ``minutes``.

    Returns
    -------
    dict
        What ``corpus.json`` says.
    """
    plans = {
        name: phrases_for(seed=seed, speaker=name, minutes=minutes)
        if n_phrases is None
        else [plan_phrase(seed=seed, speaker=name, index=i) for i in range(n_phrases)]
        for name in COLOURS
    }
    fingerprint = {
        "format_version": FORMAT_VERSION,
        "seed": seed,
        "voice_sha256": hashlib.sha256(voice.read_bytes()).hexdigest(),
        "recipe_version": RECIPE_VERSION,
    }
    _check_same_run(out / "run.json", fingerprint)
    longest = max(len(plan) for plan in plans.values())
    tasks = [
        Task(corpus=out, voice=voice, seed=seed, speaker=name, index=i)
        for i in range(longest)
        for name, plan in plans.items()
        if i < len(plan)
    ]
    # One process per core does the work; threads inside numpy would only get in the way.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    started_s = time.monotonic()
    with multiprocessing.get_context("spawn").Pool(n_processes) as pool:
        for done, _ in enumerate(pool.imap_unordered(sing, tasks, chunksize=2), start=1):
            _show_progress(done, len(tasks), time.monotonic() - started_s)
    for name, plan in plans.items():
        write_transcriptions(out / name / "transcriptions.csv", plan)
    about: dict[str, object] = {
        **fingerprint,
        "sample_rate": SAMPLE_RATE,
        "curve_step_s": FRAME_S,
        "phonemes": list(PHONEMES),
        "minutes": {
            name: round(sum(p.n_frames for p in plan) * FRAME_S / 60, 3)
            for name, plan in plans.items()
        },
        "phrases": {name: len(plan) for name, plan in plans.items()},
        "phonemes_sung": {name: sum(len(p.phonemes) for p in plan) for name, plan in plans.items()},
        "tools": {
            "hts_engine": engine_version(),
            "numpy": np.__version__,
        },
        "source_licence": SOURCE_LICENCE,
    }
    text = json.dumps(about, indent=2, ensure_ascii=False) + "\n"
    write_atomically(out / "corpus.json", text.encode())
    return about


def _check_same_run(path: Path, fingerprint: dict[str, object]) -> None:
    """Refuse to mix the phrases of two recipes in one folder."""
    if path.is_file():
        if json.loads(path.read_text(encoding="utf-8")) != fingerprint:
            raise SourceError(
                f"{path.parent} holds a corpus of another seed, voice or recipe;"
                " give an empty folder or delete that one."
            )
        return
    write_atomically(path, (json.dumps(fingerprint, indent=2) + "\n").encode())


def _show_progress(done: int, total: int, elapsed_s: float) -> None:
    left_s = elapsed_s / done * (total - done)
    ending = "\n" if done == total else ""
    sys.stderr.write(f"\rsinging {done}/{total}, {left_s / 60:.1f} min left {ending}")
    sys.stderr.flush()


def main() -> int:
    """Read the command line and make the corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--voice", type=Path, required=True, help="HTS voice file (.htsvoice)")
    parser.add_argument("--out", type=Path, required=True, help="folder of the corpus")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    parser.add_argument(
        "--minutes", type=float, default=DEFAULT_MINUTES, help="length for each colour"
    )
    parser.add_argument("--phrases", type=int, help="number of phrases instead of a length")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    try:
        make_corpus(
            out=given.out, voice=given.voice, seed=given.seed, minutes=given.minutes,
            n_processes=given.processes, n_phrases=given.phrases,
        )  # fmt: skip
    except (SourceError, OSError) as error:
        sys.stderr.write(f"\n{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
