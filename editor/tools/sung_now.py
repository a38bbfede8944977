"""What a part sings at a place, as far as it is known: for smoothing, reading and refusing. No Qt.

What was just written is counted at once, before the engine has sung it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

import numpy as np

from editor.tools.strokes import Float64Array
from editor.view.content import Content, SeenPhrase
from engine.render.curves import sample_segments, sung_values
from engine.types import CurveLayers, Float32Array, Int64Array, Parameter

_EMPTY = CurveLayers()
# Heard with every voice; whether another one is, shows in what was sung.
_ALWAYS_HEARD = frozenset(
    (Parameter.PITCH, Parameter.DYNAMICS, Parameter.TONE_SHIFT, Parameter.EXPRESSIVENESS)
)


def is_heard(content: Content, parameter: Parameter) -> bool:
    """Whether the voice takes a parameter, or lets it be derived; yes while nothing is sung yet."""
    if parameter in _ALWAYS_HEARD:
        return True
    sung = [phrase.sung for phrase in content.phrases.values() if phrase.sung]
    return not sung or any(parameter in curves for curves in sung)


def meets_song(content: Content, first: int, last: int) -> bool:
    """Whether anything is sung between two ticks of the part, or will be: a note is there."""
    notes = content.part.notes
    if any(note.start_ticks <= last and note.end_ticks >= first for note in notes):
        return True
    start = content.part.start_ticks
    low_ms, high_ms = (content.tempo.ticks_to_ms(start + ticks) for ticks in (first, last))
    layouts = (phrase.layout for phrase in content.phrases.values())
    return any(layout.start_ms <= high_ms and layout.end_ms >= low_ms for layout in layouts)


def sung_now(
    content: Content,
    parameter: Parameter,
    ticks: Int64Array,
    *,
    heard_with: CurveLayers | None = None,
) -> Float64Array:
    """Values that are sung, with what is written now.

    Parameters
    ----------
    content : Content
    parameter : Parameter
    ticks : int64 [shape=(n,)], of the part, rising
    heard_with : CurveLayers, optional
        What was written when the engine sang last; without it what is written now.

    Returns
    -------
    float64 [shape=(n,)]
        Real unit; NaN outside all phrases.
    """
    values = np.full(len(ticks), np.nan)
    if not len(ticks):
        return values
    tempo, start = content.tempo, content.part.start_ticks
    times_ms = np.array([tempo.ticks_to_ms(place) for place in (ticks + start).tolist()])
    layers = content.part.curves.get(parameter, _EMPTY)
    before = layers if heard_with is None else heard_with
    for phrase in content.phrases.values():
        if phrase.layout.end_ms < times_ms[0] or phrase.layout.start_ms > times_ms[-1]:
            continue
        low, high = np.searchsorted(times_ms, (phrase.layout.start_ms, phrase.layout.end_ms))
        if low == high:
            continue
        here = slice(int(low), int(high))
        made, heard = phrase.generated.get(parameter), phrase.sung.get(parameter)
        base = None if made is None else _at(made.values, phrase, made.frame_ms, times_ms[here])
        places = ticks[here].astype(np.float64)
        if heard is not None and (base is None or _is_written_on(content, phrase, parameter)):
            # The voice adds to its prediction: what it sang last tells how much, less what was
            # written on top of that.
            sung = _at(heard, phrase, phrase.frame_ms, times_ms[here])
            offset = sample_segments(before.offset, places, what=parameter)
            bare = sung - np.nan_to_num(offset, nan=0.0)
            drawn = sample_segments(before.drawn, places, what=parameter)
            base = bare if base is None else np.where(np.isnan(drawn), bare, base)
        if base is not None:
            values[here] = sung_values(layers, base, places, parameter)
    return values


def runs_of(values: Float64Array) -> Iterator[slice]:
    """Stretches without a gap, two values long at least."""
    there = np.concatenate([[False], np.isfinite(values), [False]])
    borders = np.flatnonzero(there[1:] != there[:-1])
    for low, high in borders.reshape(-1, 2):
        if high - low > 1:
            yield slice(int(low), int(high))


def _is_written_on(content: Content, phrase: SeenPhrase, parameter: Parameter) -> bool:
    """Whether notes of a phrase have points or a vibrato, which no model knows."""
    if parameter is not Parameter.PITCH:
        return False
    notes, start = content.part.notes, content.part.start_ticks
    first, last = (
        content.tempo.ms_to_ticks_exact(ms) - start
        for ms in (phrase.layout.start_ms, phrase.layout.end_ms)
    )
    low = bisect_left(notes, first - 1.0, key=attrgetter("start_ticks"))
    high = bisect_right(notes, last, key=attrgetter("start_ticks"))
    return any(note.pitch_points or note.vibrato for note in notes[low:high])


def _at(
    values: Float32Array, phrase: SeenPhrase, frame_ms: float, times_ms: Float64Array
) -> Float64Array:
    frames = (times_ms - phrase.start_ms) / frame_ms
    return np.asarray(np.interp(frames, np.arange(len(values)), values), dtype=np.float64)
