"""What the golden render keeps of a sung phrase: small arrays that hear any change.

Renew them on purpose, after looking at why they changed, with

    .venv/bin/python -m tests.golden.recording
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.api import Engine
from engine.timing import Tempo, TempoMap
from engine.types import (
    ColourWeight,
    CurveLayers,
    CurveSegment,
    NoteId,
    Parameter,
    PhraseDone,
    PhraseResult,
    RenderRequest,
    ScoreNote,
    Vibrato,
)

ROOT = Path(__file__).resolve().parents[2]
FILE = Path(__file__).with_name("nagi.npz")
WINDOW_SAMPLES = 2048
STEP_SAMPLES = 1024
N_BANDS = 40
FLOOR_DB = -90.0
NOTES = (("さ", 69, 480), ("く", 69, 480), ("ら", 71, 720), ("+", 69, 240), ("り", 64, 960))


def request() -> RenderRequest:
    """One phrase with everything in it: consonants, a slur, vibrato, drawn curves, two colours."""
    notes, ticks = [], 480
    for number, (lyric, key_midi, length_ticks) in enumerate(NOTES):
        notes.append(
            ScoreNote(
                id=NoteId(f"g{number}"),
                start_ticks=ticks,
                length_ticks=length_ticks,
                key_midi=key_midi,
                lyric=lyric,
                vibrato=Vibrato(length_ratio=0.5) if number == len(NOTES) - 1 else None,
            )
        )
        ticks += length_ticks

    def segment(first: int, last: int, begin: float, end: float) -> tuple[CurveSegment, ...]:
        points = np.array([first, last], dtype=np.int64)
        return (CurveSegment(ticks=points, values=np.array([begin, end], dtype=np.float32)),)

    return RenderRequest(
        part_id="golden",
        revision=0,
        voice_folder=ROOT / "voicebanks" / "nagi",
        tempo=TempoMap([Tempo(start_ticks=0, bpm=96.0)]),
        notes=tuple(notes),
        seed=1,
        colours=(
            ColourWeight(colour="clear", weight=0.7),
            ColourWeight(colour="dusk", weight=0.3),
        ),
        curves={
            Parameter.PITCH: CurveLayers(drawn=segment(1000, 1400, 69.0, 69.5)),
            Parameter.BREATHINESS: CurveLayers(offset=segment(2400, 3300, 0.0, 6.0)),
            Parameter.TENSION: CurveLayers(offset=segment(480, 1440, 0.5, 0.5)),
        },
    )


def sing() -> PhraseResult:
    """The phrase, from the models, without a cache."""
    done: list[PhraseResult] = []

    def hear(event: object) -> None:
        if isinstance(event, PhraseDone):
            done.append(event.result)

    with Engine(cache_folder=None) as engine:
        assert engine.submit(request(), hear).wait(120.0)
    (result,) = done
    return result


def bands_db(samples: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Level in bands of equal ratio from 80 Hz to 16 kHz, float32 [n_windows, 40], dBFS.

    What lies under -90 dBFS is nothing: processors differ there, and nobody hears it.
    """
    window = np.hanning(WINDOW_SAMPLES)
    starts = np.arange(0, len(samples) - WINDOW_SAMPLES, STEP_SAMPLES)
    blocks = np.stack([samples[s : s + WINDOW_SAMPLES] * window for s in starts])
    power = np.abs(np.fft.rfft(blocks, axis=1) / (0.5 * window.sum())) ** 2
    edges_hz = np.geomspace(80.0, 16_000.0, N_BANDS + 1)
    edges = np.round(edges_hz * WINDOW_SAMPLES / 44_100).astype(int)
    levels = [power[:, a : max(b, a + 1)].mean(axis=1) for a, b in pairwise(edges)]
    return np.maximum(10.0 * np.log10(np.stack(levels, axis=1) + 1e-12), FLOOR_DB).astype("f4")


def arrays(result: PhraseResult) -> dict[str, npt.NDArray[np.generic]]:
    """Everything that is compared."""
    sung = {str(name): values.astype("f4") for name, values in result.sung.items()}
    return {
        "token_frames": np.array(result.token_frames),
        "n_samples": np.array(len(result.samples)),
        "bands_db": bands_db(result.samples).astype("f2"),
        **{f"sung_{name}": values for name, values in sung.items()},
    }


if __name__ == "__main__":
    np.savez_compressed(FILE, **arrays(sing()))
    print(f"{FILE.relative_to(ROOT)}: {FILE.stat().st_size} bytes")
