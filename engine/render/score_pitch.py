"""The score's own pitch curve: notes, portamento and vibrato (contract 4.3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from engine.timing import TempoMap
from engine.types import PitchPoint, ScoreNote, Vibrato

Float64Array = npt.NDArray[np.float64]

DEFAULT_PORTAMENTO_MS = 40.0  # before and after the note's start, sine in and out (contract 9.1)


class HasNotes(Protocol):
    """A phrase, as far as its written pitch goes."""

    @property
    def notes(self) -> tuple[ScoreNote, ...]:
        """In order of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Melody:
    """The notes of a phrase and nothing else."""

    notes: tuple[ScoreNote, ...]

    @property
    def plain(self) -> Melody:
        """The same notes with the usual glides and no vibratos."""
        notes = (replace(note, pitch_points=(), vibrato=None) for note in self.notes)
        return Melody(notes=tuple(notes))


def score_pitch_midi(score: HasNotes, tempo: TempoMap, times_ms: npt.ArrayLike) -> Float64Array:
    """Pitch that the notes alone ask for.

    Parameters
    ----------
    score : PhraseScore, Melody
    tempo : TempoMap
    times_ms : float64 [shape=(n,)], absolute, rising

    Returns
    -------
    float64 [shape=(n,)], fractional MIDI number

    Source: contract 4.3, steps 1 to 3, evaluated at the times themselves.
    """
    times = np.asarray(times_ms, dtype=np.float64)
    notes = score.notes
    if not notes:
        return np.full(times.shape, 60.0)
    tones = np.array([note.key_midi + note.cents / 100.0 for note in notes])
    starts = np.array([tempo.ticks_to_ms(note.start_ticks) for note in notes])
    ends = np.array([tempo.ticks_to_ms(note.end_ticks) for note in notes])
    # A gap takes the following note's tone; after the last note it holds.
    owner = np.minimum(np.searchsorted(ends, times, side="right"), len(notes) - 1)
    flat = tones[owner]
    curve = flat.copy()
    for index, note in enumerate(notes):
        if note.vibrato is not None and note.vibrato.length_ratio > 0:
            inside = _between(times, starts[index], ends[index])
            offset_ms, length_ms = times[inside] - starts[index], ends[index] - starts[index]
            curve[inside] += vibrato_cents(note.vibrato, offset_ms, length_ms) / 100.0
    for index, note in enumerate(notes):
        touches = index > 0 and notes[index - 1].end_ticks == note.start_ticks
        before = tones[index - 1] if touches else tones[index]
        times_of, cents, shapes = _points(note, 100.0 * (before - tones[index]))
        first_ms = starts[index] + min(times_of[0], 0.0)
        covered = _between(times, first_ms, max(starts[index] + times_of[-1], ends[index]))
        local = times[covered] - starts[index]
        if not len(local):
            continue
        wanted = tones[index] + _interpolate(times_of, cents, shapes, local) / 100.0
        base = np.full(wanted.shape, tones[index])
        if index > 0:  # what stands there while the note before still sounds
            base[times[covered] < ends[index - 1]] = tones[index - 1]
        curve[covered] += wanted - base
    return curve


def _between(times_ms: Float64Array, first_ms: float, end_ms: float) -> slice:
    """Where rising times lie from ``first_ms`` to before ``end_ms``."""
    low, high = np.searchsorted(times_ms, (first_ms, end_ms))
    return slice(int(low), int(high))


def written_semitones(
    score: HasNotes, tempo: TempoMap, times_ms: npt.ArrayLike
) -> Float64Array | None:
    """What pitch points and vibratos add to a pitch that a model predicts.

    A model knows the notes and not what is written on them; what the user wrote counts against
    the same notes with the usual glide and no vibrato.

    Returns
    -------
    float64 [shape=(n,)], semitones, or None where nothing is written
    """
    if not any(note.pitch_points or note.vibrato for note in score.notes):
        return None
    bare = Melody(notes=score.notes).plain
    return score_pitch_midi(score, tempo, times_ms) - score_pitch_midi(bare, tempo, times_ms)


def _points(note: ScoreNote, from_cents: float) -> tuple[Float64Array, Float64Array, list[str]]:
    points = note.pitch_points or (
        PitchPoint(time_ms=-DEFAULT_PORTAMENTO_MS, cents=from_cents),
        PitchPoint(time_ms=DEFAULT_PORTAMENTO_MS, cents=0.0),
    )
    points = tuple(sorted(points, key=lambda p: p.time_ms))
    times = np.array([p.time_ms for p in points])
    return times, np.array([p.cents for p in points]), [p.shape for p in points]


def _interpolate(
    xs: Float64Array, ys: Float64Array, shapes: list[str], at: Float64Array
) -> Float64Array:
    """Values between points; the shape of a segment is that of its first point."""
    values = np.interp(at, xs, ys)
    is_smooth = "sp" in shapes and len(xs) > 1 and (np.diff(xs) > 0).all()
    slopes = np.gradient(ys, xs) if is_smooth else None
    for i, shape in enumerate(shapes[:-1]):
        inside = (at >= xs[i]) & (at < xs[i + 1])
        width = xs[i + 1] - xs[i]
        if not inside.any() or width <= 0:
            continue
        u = (at[inside] - xs[i]) / width
        if shape == "sp" and slopes is not None:
            values[inside] = (
                (2 * u**3 - 3 * u**2 + 1) * ys[i]
                + (u**3 - 2 * u**2 + u) * width * slopes[i]
                + (3 * u**2 - 2 * u**3) * ys[i + 1]
                + (u**3 - u**2) * width * slopes[i + 1]
            )
        else:
            values[inside] = ys[i] + (ys[i + 1] - ys[i]) * ease(u, shape)
    return values


def ease(u: Float64Array, shape: str) -> Float64Array:
    """Share 0..1 of the way at ``u`` 0..1 for a segment shape (contract 4.3)."""
    if shape == "i":
        return np.asarray(1.0 - np.cos(np.pi * u / 2.0))
    if shape == "o":
        return np.asarray(np.sin(np.pi * u / 2.0))
    if shape == "l":
        return u
    return np.asarray((1.0 - np.cos(np.pi * u)) / 2.0)


def vibrato_cents(vibrato: Vibrato, offset_ms: Float64Array, length_ms: float) -> Float64Array:
    """Vibrato of a note at times after its start (contract 4.3).

    Parameters
    ----------
    vibrato : Vibrato
    offset_ms : float64 [shape=(n,)], 0..length_ms
    length_ms : float, length of the note

    Returns
    -------
    float64 [shape=(n,)], cents
    """
    position = offset_ms / length_ms
    begin = 1.0 - vibrato.length_ratio
    period = vibrato.period_ms / length_ms
    phase = 2.0 * np.pi * ((position - begin) / period + vibrato.phase_ratio)
    cents = vibrato.depth_cents * np.sin(phase) + vibrato.drift_cents
    fade_in = max(vibrato.length_ratio * vibrato.fade_in_ratio, 1e-9)
    fade_out = max(vibrato.length_ratio * vibrato.fade_out_ratio, 1e-9)
    gain = np.clip((position - begin) / fade_in, 0.0, 1.0)
    gain = gain * np.clip((1.0 - position) / fade_out, 0.0, 1.0)
    return np.where(position < begin, 0.0, cents * gain)
