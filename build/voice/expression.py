"""Loudness, breath, tension and harmonic gain over a phrase.

Neutral phrases have only the arcs that a score calls for; a variance model can learn
them. Varied phrases add four curves drawn independently of one another, so that an
acoustic model learns what each control does alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from melody import smooth
from timing import FRAME_S, FRAMES_PER_S

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from phrases import Phrase

GAIN_RANGE_DB: Final = (-12.0, 3.0)
BREATH_RANGE_DB: Final = (-9.0, 9.0)
HARMONIC_RANGE_DB: Final = (-9.0, 3.0)
TENSION_RANGE: Final = (-1.0, 1.0)
"""1 raises the harmonics two octaves above the fundamental by 10 dB against it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Expression:
    """Control curves every 5 ms, each float64 [shape=(n_frames,)]."""

    gain_db: NDArray[np.float64]
    breath_db: NDArray[np.float64]
    harmonic_db: NDArray[np.float64]
    tension: NDArray[np.float64]


def express(phrase: Phrase) -> Expression:
    """Shape a phrase.

    Parameters
    ----------
    phrase : Phrase
        Score, phonemes and style.

    Returns
    -------
    Expression
        Musical arcs, and in a varied phrase the drawn curves on top.
    """
    arc_db = _arc_db(phrase)
    gain_db = arc_db
    tension = 0.07 * arc_db
    breath_db = -0.3 * arc_db + _phrase_end_breath_db(phrase)
    harmonic_db = np.zeros(phrase.n_frames)
    if phrase.style == "varied":
        gain_db = gain_db + _curve(phrase, "gain", GAIN_RANGE_DB)
        breath_db = breath_db + _curve(phrase, "breath", BREATH_RANGE_DB)
        harmonic_db = harmonic_db + _curve(phrase, "harmonic", HARMONIC_RANGE_DB)
        tension = tension + _curve(phrase, "tension", TENSION_RANGE)
    return Expression(
        gain_db=gain_db, breath_db=breath_db, harmonic_db=harmonic_db, tension=tension
    )


def _arc_db(phrase: Phrase) -> NDArray[np.float64]:
    """Loudness that the score implies: pitch, note length, place in the breath."""
    level_db = np.zeros(phrase.n_frames)
    starts = phrase.note_starts()
    sung = [i for i, note in enumerate(phrase.notes) if not note.is_rest]
    for i in sung:
        note, start = phrase.notes[i], starts[i]
        length_s = note.n_frames * FRAME_S
        pitch_db = float(np.clip(0.25 * ((note.midi or 0) - 66), -2.5, 2.5))
        length_db = float(np.clip(0.8 * np.log2(length_s / 0.4), -1.5, 1.0))
        inside = np.linspace(0, 1, note.n_frames)
        # A long note swells a little, then eases off.
        swell_db = min(length_s, 1.5) * (1.2 * np.sin(np.pi * inside) - 1.2 * inside**2)
        level_db[start : start + note.n_frames] = pitch_db + length_db + swell_db
    first, last = starts[sung[0]], starts[sung[-1]] + phrase.notes[sung[-1]].n_frames
    level_db[:first] = level_db[first]
    level_db[last:] = level_db[last - 1]
    place = np.clip((np.arange(phrase.n_frames) - first) / max(last - first, 1), 0, 1)
    return smooth(level_db, 25) + 1.5 * np.sin(np.pi * place) - 0.5 - 1.5 * place**3


def _phrase_end_breath_db(phrase: Phrase) -> NDArray[np.float64]:
    """More air where a breath begins and ends."""
    rest = np.ones(phrase.n_frames)
    for start, note in zip(phrase.note_starts(), phrase.notes, strict=True):
        if not note.is_rest:
            rest[start : start + note.n_frames] = 0
    return 5.0 * smooth(rest, 51)


def _curve(phrase: Phrase, purpose: str, bounds: tuple[float, float]) -> NDArray[np.float64]:
    """Smooth random curve through points about 0.6 s apart, evenly spread over a range."""
    rng = phrase.generator(purpose)
    step = 0.6 * FRAMES_PER_S
    n_points = int(phrase.n_frames / step) + 3
    whole = rng.uniform(*bounds)
    points = (
        0.5 * whole + 0.5 * rng.uniform(*bounds, n_points)
        if rng.random() < 0.5
        else (rng.uniform(*bounds, n_points))
    )
    offset = rng.uniform(0, step)
    x = np.arange(phrase.n_frames) + offset
    return smooth(np.interp(x, np.arange(n_points) * step, points), 61)
