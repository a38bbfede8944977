"""Measure a finished corpus: pitch by an independent tracker, tuning, levels, wholeness.

Run ``python build/voice/check_corpus.py CORPUS``. Needs praat-parselmouth. Prints one
JSON object; the exit code is 1 where a bound is broken.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import parselmouth
import soundfile
from kana import VOWELS
from timing import FRAME_S, SAMPLE_RATE, frames_to_samples

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_PITCH_ERROR_CENTS: Final = 1.5
MAX_NOTE_ERROR_CENTS: Final = 5.0
_STEPS: Final = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")


def level_db(samples: NDArray[np.float32]) -> float:
    """RMS level, dB of full scale."""
    return float(10 * np.log10(np.square(samples, dtype=np.float64).mean() + 1e-12))


def _cents(found_hz: NDArray[np.float64], given_hz: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1200 * np.log2(found_hz / given_hz))


def _name_to_midi(name: str) -> int:
    return 12 * (int(name[-1]) + 1) + _STEPS.index(name[:-1])


def check_speaker(folder: Path, n_pitch_phrases: int) -> dict[str, object]:
    """Measure one voice colour.

    Parameters
    ----------
    folder : Path
        Speaker folder of a corpus.
    n_pitch_phrases : int
        How many phrases the slow pitch tracker reads, from the first.

    Returns
    -------
    dict
        Figures; levels are dB against the median vowel of neutral phrases.
    """
    with (folder / "transcriptions.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    pitch_errors, note_errors, peaks = [], [], []
    levels: dict[str, list[float]] = defaultdict(list)
    faults: list[str] = []
    for number, row in enumerate(rows):
        name = row["name"]
        read = {
            kind: soundfile.read(folder / kind / f"{name}.wav", dtype="float32")[0]
            for kind in ("wavs", "harmonic", "aperiodic")
        }
        mix = read["wavs"]
        f0_hz = np.load(folder / "f0" / f"{name}.npy").astype(np.float64)
        voiced = np.load(folder / "voiced" / f"{name}.npy")
        durations_s = np.array(row["ph_dur"].split(), float)
        ends = np.round(np.cumsum(durations_s) / FRAME_S).astype(int)
        starts = np.concatenate([[0], ends[:-1]])
        if not np.array_equal(mix, read["harmonic"] + read["aperiodic"]):
            faults.append(f"{name}: the stems do not sum to the recording")
        if len(mix) != frames_to_samples(int(ends[-1])) or len(f0_hz) != ends[-1]:
            faults.append(f"{name}: lengths differ")
        if not np.isfinite(mix).all() or not np.isfinite(f0_hz).all() or f0_hz.min() <= 0:
            faults.append(f"{name}: a value is not finite")
        peaks.append(float(np.abs(mix).max()))
        note_s = np.array(row["note_dur"].split(), float)
        if abs(note_s.sum() - durations_s.sum()) > 1e-4:
            faults.append(f"{name}: notes and phonemes last differently")
        symbols = row["ph_seq"].split()
        vowel = np.zeros(len(f0_hz), bool)
        for symbol, start, end in zip(symbols, starts, ends, strict=True):
            vowel[start:end] = symbol in (*VOWELS, "N")
            if row["style"] == "neutral":
                levels[symbol].append(
                    level_db(mix[frames_to_samples(start) : frames_to_samples(end)])
                )
        note_ends = np.round(np.cumsum(note_s) / FRAME_S).astype(int)
        for note, end, length_s in zip(row["note_seq"].split(), note_ends, note_s, strict=True):
            first = end - round(length_s / FRAME_S)
            inside = np.flatnonzero(vowel[first:end]) + first
            if note != "rest" and len(inside) > 10:
                goal_hz = 440 * 2 ** ((_name_to_midi(note) - 69) / 12)
                note_errors.append(float(np.median(_cents(f0_hz[inside], np.array(goal_hz)))))
        if number < n_pitch_phrases:
            sound = parselmouth.Sound(mix.astype(np.float64), SAMPLE_RATE)
            track = sound.to_pitch_ac(
                time_step=FRAME_S, pitch_floor=110, pitch_ceiling=1000, very_accurate=True
            )
            found = track.selected_array["frequency"]
            frame = np.asarray(track.xs()) / FRAME_S
            good = (found > 0) & voiced[np.clip(np.round(frame).astype(int), 0, len(voiced) - 1)]
            good &= vowel[np.clip(np.round(frame).astype(int), 0, len(voiced) - 1)]
            given = np.interp(frame[good], np.arange(len(f0_hz)), f0_hz)
            pitch_errors.append(np.abs(_cents(found[good], given)))
    vowel_db = float(np.median([x for v in VOWELS for x in levels[v]]))
    notes = np.abs(note_errors)
    return {
        "phrases": len(rows),
        "pitch_error_median_cents": float(np.median(np.concatenate(pitch_errors))),
        "pitch_error_95_cents": float(np.quantile(np.concatenate(pitch_errors), 0.95)),
        "note_error_median_cents": float(np.median(notes)),
        "note_error_95_cents": float(np.quantile(notes, 0.95)),
        "neutral_vowel_dbfs": vowel_db,
        "peak_median": float(np.median(peaks)),
        "peak_highest": max(peaks),
        "level_db": {
            s: round(float(np.median(x)) - vowel_db, 1) for s, x in sorted(levels.items())
        },
        "faults": faults,
    }


def main() -> int:
    """Read the command line and check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pitch-phrases", type=int, default=12)
    given = parser.parse_args()
    tables = sorted(given.corpus.glob("*/transcriptions.csv"))
    if not tables:
        sys.stderr.write(f"{given.corpus} holds no finished corpus; run make_corpus.py first.\n")
        return 1
    found = {
        table.parent.name: check_speaker(table.parent, given.pitch_phrases) for table in tables
    }
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    bad = any(
        figures["faults"]
        or float(str(figures["pitch_error_median_cents"])) > MAX_PITCH_ERROR_CENTS
        or float(str(figures["note_error_95_cents"])) > MAX_NOTE_ERROR_CENTS
        for figures in found.values()
    )
    return int(bad)


if __name__ == "__main__":
    raise SystemExit(main())
