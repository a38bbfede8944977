"""What was laid out and sung lately, so that an edit costs what it changed and nothing more.

The tensor cache makes unchanged phrases cheap, but finding that out means making every input of
every stage again. Here a phrase is recognised by what it is made *from*: its notes and phonemes,
the stretches of the curves under it, colours, seed, takes, settings, models. Equal things give
equal sound (design section 4), so the answer given before is given again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from engine.render.colours import ColourMix
from engine.render.phrase import PhraseScore
from engine.types import (
    CurveLayers,
    CurveSegment,
    GeneratedPhrase,
    GeneratedTiming,
    NoteId,
    Parameter,
    PhraseId,
    PhraseResult,
    PlacedPhoneme,
    RangeTake,
    RenderRequest,
    ScoreNote,
    Stage,
)

_MAX_BYTES = 256 << 20
_MAX_SENTENCES = 20_000
_MARGIN_TICKS = 4  # curves may hold a little beyond their ends (engine.render.curves)

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class RecentlyUsed(Generic[Key, Value]):
    """A mapping that forgets what was not asked for longest once its size passes a limit."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._used = 0
        self._items: OrderedDict[Key, tuple[Value, int]] = OrderedDict()

    def get(self, key: Key) -> Value | None:
        """The value of a key, which is now the most recent one."""
        found = self._items.get(key)
        if found is None:
            return None
        self._items.move_to_end(key)
        return found[0]

    def put(self, key: Key, value: Value, size: int = 1) -> None:
        """Keep a value in place of the key's last one."""
        if key in self._items:
            self._used -= self._items.pop(key)[1]
        self._items[key] = (value, size)
        self._used += size
        while self._used > self._limit:
            _, (_, old_size) = self._items.popitem(last=False)
            self._used -= old_size


def curve_stretch(segments: Sequence[CurveSegment], first: int, last: int) -> tuple[bytes, ...]:
    """The points that decide a curve's values from tick ``first`` to ``last``.

    Two curves with equal stretches have equal values there; one point on either side is
    included, because the curve is straight between points.
    """
    parts: list[bytes] = []
    for segment in segments:
        ticks = segment.ticks
        if not len(ticks) or ticks[0] > last + _MARGIN_TICKS or ticks[-1] < first - _MARGIN_TICKS:
            continue
        low = max(0, int(np.searchsorted(ticks, first - _MARGIN_TICKS)) - 1)
        high = int(np.searchsorted(ticks, last + _MARGIN_TICKS, side="right")) + 1
        # A value that is not a number fails the phrase wherever in the segment it lies.
        is_finite = b"y" if np.isfinite(segment.values).all() else b"n"
        parts += (ticks[low:high].tobytes(), segment.values[low:high].tobytes(), is_finite)
    return tuple(parts)


def layers_stretch(
    curves: Mapping[Parameter, CurveLayers], first: int, last: int
) -> tuple[object, ...]:
    """All that the user wrote from tick ``first`` to ``last``, ready to be compared."""
    found: list[object] = []
    for name, layers in curves.items():
        drawn = curve_stretch(layers.drawn, first, last)
        offset = curve_stretch(layers.offset, first, last)
        if drawn or offset or layers.locked_ticks:
            found.append((name, drawn, offset, layers.locked_ticks))
    return tuple(sorted(found, key=lambda item: str(item[0])))  # type: ignore[index]


def colour_stretch(mix: ColourMix, first: int, last: int) -> tuple[object, ...]:
    """The colour mix from tick ``first`` to ``last``, ready to be compared."""
    return tuple(
        (index, part.weight, bool(part.curve), curve_stretch(part.curve, first, last))
        for index, part in mix.parts
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What a phrase is made from."""

    base: tuple[Hashable, ...]
    phonemes: tuple[object, ...]
    notes: tuple[ScoreNote, ...]
    curves: tuple[object, ...]
    colours: tuple[object, ...]
    takes: tuple[int, ...]
    range_takes: tuple[RangeTake, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Remembered:
    """A phrase as it was sung, and how many answers of each stage that took."""

    source: _Source
    kept: GeneratedPhrase | None
    result: PhraseResult
    counts: Mapping[Stage, int]


class PhraseMemory:
    """Sung phrases of the last requests, by part and phrase."""

    def __init__(self, limit_bytes: int = _MAX_BYTES) -> None:
        self._phrases: RecentlyUsed[tuple[str, PhraseId], Remembered] = RecentlyUsed(limit_bytes)

    def find(
        self, request: RenderRequest, score: PhraseScore, mix: ColourMix, base: tuple[Hashable, ...]
    ) -> Remembered | None:
        """The phrase as it was sung before, if nothing of it has changed."""
        phrase_id = score.layout.phrase_id
        found = self._phrases.get((request.part_id, phrase_id))
        if found is None or not _is_known(request.generated.get(phrase_id), found):
            return None
        return found if found.source == _source(request, score, mix, base) else None

    def keep(
        self,
        request: RenderRequest,
        score: PhraseScore,
        mix: ColourMix,
        base: tuple[Hashable, ...],
        result: PhraseResult,
        counts: Mapping[Stage, int],
    ) -> None:
        """Remember a phrase; ``base`` is what it shares with all others of its request."""
        phrase_id = score.layout.phrase_id
        remembered = Remembered(
            source=_source(request, score, mix, base),
            kept=request.generated.get(phrase_id),
            result=result,
            counts=counts,
        )
        self._phrases.put((request.part_id, phrase_id), remembered, result.samples.nbytes)


def _is_known(kept: GeneratedPhrase | None, found: Remembered) -> bool:
    """Whether the song's stored curves are those that were there, or those that were made."""
    if kept is found.kept or kept is found.result.generated:
        return True
    made = found.result.generated
    return (
        kept is not None
        and kept.start_ms == made.start_ms
        and kept.curves.keys() == made.curves.keys()
        and all(
            curve.values is made.curves[name].values and curve.key == made.curves[name].key
            for name, curve in kept.curves.items()
        )
    )


def _source(
    request: RenderRequest, score: PhraseScore, mix: ColourMix, base: tuple[Hashable, ...]
) -> _Source:
    layout = score.layout
    first, last = layout.phonemes[0].start_ticks, layout.phonemes[-1].end_ticks
    return _Source(
        base=base,
        phonemes=layout.phonemes,
        notes=score.notes,
        curves=layers_stretch(request.curves, first, last),
        colours=colour_stretch(mix, first, last),
        takes=tuple(request.takes.get((layout.phrase_id, stage), 0) for stage in Stage),
        range_takes=tuple(request.range_takes.get(layout.phrase_id, ())),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sentence:
    """A sentence with its phonemes placed; ``source`` is what that was made from.

    ``n_answers``: how many model answers that took.
    """

    source: tuple[object, ...]
    kept: GeneratedTiming | None
    timing: GeneratedTiming | None
    placed: tuple[PlacedPhoneme, ...]
    n_answers: int


SentenceMemory = RecentlyUsed[tuple[str, NoteId], Sentence]


def sentence_memory() -> SentenceMemory:
    """An empty memory of laid out sentences, by part and sentence."""
    return RecentlyUsed(_MAX_SENTENCES)
