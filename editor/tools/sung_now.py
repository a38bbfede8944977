"""What a part sings at a place, as far as it is known: for smoothing, reading and refusing. No Qt.

What was just written is counted at once, before the engine has sung it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from editor.tools.strokes import Float64Array
from editor.view.content import Content, SeenPhrase
from engine.render.curves import sung_values
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


def sung_now(content: Content, parameter: Parameter, ticks: Int64Array) -> Float64Array:
    """Values that are sung, with what is written now.

    Parameters
    ----------
    content : Content
    parameter : Parameter
    ticks : int64 [shape=(n,)], of the part, rising

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
    for phrase in content.phrases.values():
        low, high = np.searchsorted(times_ms, (phrase.layout.start_ms, phrase.layout.end_ms))
        if low == high:
            continue
        here = slice(int(low), int(high))
        known = _of_phrase(content, phrase, parameter, layers, times_ms[here], ticks[here])
        if known is not None:
            values[here] = known
    return values


def runs_of(values: Float64Array) -> Iterator[slice]:
    """Stretches without a gap, two values long at least."""
    there = np.concatenate([[False], np.isfinite(values), [False]])
    borders = np.flatnonzero(there[1:] != there[:-1])
    for low, high in borders.reshape(-1, 2):
        if high - low > 1:
            yield slice(int(low), int(high))


def _of_phrase(
    content: Content,
    phrase: SeenPhrase,
    parameter: Parameter,
    layers: CurveLayers,
    times_ms: Float64Array,
    ticks: Int64Array,
) -> Float64Array | None:
    made, heard = phrase.generated.get(parameter), phrase.sung.get(parameter)
    places = ticks.astype(np.float64)
    if made is not None and not _is_written_on(content, phrase, parameter):
        base = _at(made.values, phrase.start_ms, made.frame_ms, times_ms)
        return sung_values(layers, base, places, parameter)
    if heard is None:
        return None
    # The voice adds more to its prediction than the layers: what it sang last is the best guess,
    # but where something is drawn.
    base = _at(heard, phrase.start_ms, phrase.frame_ms, times_ms)
    drawn = sung_values(layers, np.full(len(base), np.nan), places, parameter)
    return np.where(np.isnan(drawn), base, drawn)


def _is_written_on(content: Content, phrase: SeenPhrase, parameter: Parameter) -> bool:
    if parameter is not Parameter.PITCH:
        return False
    ids = set(phrase.layout.note_ids)
    return any(n.pitch_points or n.vibrato for n in content.part.notes if n.id in ids)


def _at(
    values: Float32Array, start_ms: float, frame_ms: float, times_ms: Float64Array
) -> Float64Array:
    frames = (times_ms - start_ms) / frame_ms
    return np.asarray(np.interp(frames, np.arange(len(values)), values), dtype=np.float64)
