"""What a part's curves are now, edits that are still to be sung included. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from editor.session import score_notes, song_curves
from editor.view.content import Content, SeenPhrase
from engine.render.curves import LIMITS, NEUTRAL, derive_energy, sung_values
from engine.render.phrase import notes_touching
from engine.render.score_pitch import Melody, score_pitch_midi, written_semitones
from engine.types import Float32Array, Int64Array, Parameter

Float64Array = npt.NDArray[np.float64]
_GRID_TICKS = 10  # of curves that no model makes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretch:
    """A stretch of a curve without gaps.

    ``ticks`` int64 [shape=(n,)] of the part, rising; ``values`` float64 [shape=(n,)], real unit.
    ``written`` float64 [shape=(n,)] is what the notes alone would be sung at, for pitch.
    """

    ticks: Int64Array
    values: Float64Array
    written: Float64Array | None = None


def heard_stretches(
    content: Content, parameter: Parameter, first: int, last: int
) -> tuple[Stretch, ...]:
    """The curve as it is now from tick ``first`` to ``last`` of the song.

    What no phrase has been sung for has no values, unless no model makes the parameter.

    Voicing and breathiness are given as they are before an edit of derived energy moves them: so
    what is drawn at these values is sung as before.
    """
    if parameter in NEUTRAL:
        return (_unpredicted(content, parameter, first, last),)
    found = (_in_phrase(content, p, parameter, first, last) for p in _phrases(content, first, last))
    return tuple(stretch for stretch in found if stretch is not None)


def _phrases(content: Content, first: int, last: int) -> Iterator[SeenPhrase]:
    first_ms, last_ms = (content.tempo.ticks_to_ms(ticks) for ticks in (first, last))
    for phrase in content.phrases.values():
        layout = phrase.layout
        if phrase.frame_ms and layout.end_ms >= first_ms and layout.start_ms <= last_ms:
            yield phrase


def _unpredicted(content: Content, parameter: Parameter, first: int, last: int) -> Stretch:
    layers = song_curves(content.part).get(parameter)
    segments = () if layers is None else (*layers.drawn, *layers.offset)
    inside = [s.ticks[(s.ticks > first) & (s.ticks < last)] for s in segments]
    grid = np.arange(first, last + 1, _GRID_TICKS, dtype=np.int64)
    ticks = np.unique(np.concatenate([grid, *inside, np.array([first, last])]))
    base = np.full(len(ticks), NEUTRAL[parameter])
    values = sung_values(layers, base, ticks.astype(np.float64), parameter)
    return Stretch(ticks=ticks - content.part.start_ticks, values=values)


def _in_phrase(
    content: Content, phrase: SeenPhrase, parameter: Parameter, first: int, last: int
) -> Stretch | None:
    frames = _frame_values(content, phrase, parameter)
    if frames is None:
        return None
    frame_ticks, values, written = frames
    if len(frame_ticks) < 2:
        return None
    low = max(first, int(np.ceil(frame_ticks[0])))
    high = min(last, int(np.floor(frame_ticks[-1])))
    if low > high:
        return None
    # The whole ticks on either side of a frame have its value, so that it is read again as it is.
    beside = np.concatenate([np.floor(frame_ticks), np.ceil(frame_ticks), [low, high]])
    beside, index = np.unique(beside, return_index=True)
    inside = (beside >= low) & (beside <= high)
    ticks = beside[inside].astype(np.int64)

    def levels(row: Float64Array) -> Float64Array:
        ends = np.interp([low, high], frame_ticks, row)
        return np.concatenate([row, row, ends])[index][inside]

    return Stretch(
        ticks=ticks - content.part.start_ticks,
        values=levels(values),
        written=None if written is None else levels(written),
    )


def _frame_values(
    content: Content, phrase: SeenPhrase, parameter: Parameter
) -> tuple[Float64Array, Float64Array, Float64Array | None] | None:
    """Places of a phrase's frames, values there, and the notes' own pitch."""
    curves, tempo = song_curves(content.part), content.tempo
    if parameter is Parameter.ENERGY and content.abilities.derives_energy:
        parts = [
            _frame_values(content, phrase, name)
            for name in (Parameter.VOICING, Parameter.BREATHINESS)
        ]
        if parts[0] is None or parts[1] is None:
            return None
        ticks, energy_db = parts[0][0], derive_energy(parts[0][1], parts[1][1])
        energy_db = np.clip(energy_db, *LIMITS[Parameter.ENERGY])
        return ticks, sung_values(curves.get(parameter), energy_db, ticks, parameter), None
    base = _base(phrase, parameter)
    if base is None:
        return None
    times_ms = phrase.start_ms + np.arange(len(base)) * phrase.frame_ms
    low, high = np.searchsorted(times_ms, (phrase.layout.start_ms, phrase.layout.end_ms))
    times_ms, levels = times_ms[low:high], np.asarray(base[low:high], dtype=np.float64)
    ticks = tempo.ms_to_ticks_array(times_ms)
    written = None
    if parameter is Parameter.PITCH:
        phonemes = phrase.layout.phonemes
        ends = phonemes[0].start_ticks, phonemes[-1].end_ticks
        melody = Melody(notes=notes_touching(score_notes(content.part), *ends))
        written = score_pitch_midi(melody.plain, tempo, times_ms)
        if content.abilities.predicts_pitch:
            added = written_semitones(melody, tempo, times_ms)
            levels = levels if added is None else levels + added
    return ticks, sung_values(curves.get(parameter), levels, ticks, parameter), written


def _base(phrase: SeenPhrase, parameter: Parameter) -> Float32Array | None:
    """What a model made; what is sung where a bank takes what it does not predict."""
    made = phrase.generated.get(parameter)
    return phrase.sung.get(parameter) if made is None else made.values
