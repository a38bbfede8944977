"""What follows from a phrase, made once for each phrase and kept while it is the same. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from editor.view.content import Content, SeenPhrase
from engine.timing import TempoMap
from engine.types import PhraseId

Made = TypeVar("Made")
_by_time = attrgetter("layout.start_ms")


@dataclass(frozen=True, slots=True)
class PhrasePieces(Generic[Made]):
    """One value for each phrase, in order of time.

    ``is_changed``: whether any differs from the last time; ``changed_ms``: from the first to the
    last place where they do, None where that is everywhere.
    """

    values: list[Made]
    is_changed: bool
    changed_ms: tuple[float, float] | None


class PhraseCache(Generic[Made]):
    """Values made from phrases; a new phrase among hundreds costs one, not hundreds.

    What is made must follow from a phrase's layout and curves: a phrase that only goes from
    waiting to running is the same.
    """

    def __init__(self, make: Callable[[SeenPhrase, TempoMap], Made]) -> None:
        self._make = make
        self._kept: dict[PhraseId, tuple[SeenPhrase, Made]] = {}
        self._tempo: TempoMap | None = None

    def pieces(self, content: Content) -> PhrasePieces[Made]:
        """The values of all phrases, and where they are others than before."""
        is_all = content.tempo != self._tempo
        before = {} if is_all else self._kept
        kept: dict[PhraseId, tuple[SeenPhrase, Made]] = {}
        others: list[SeenPhrase] = []
        for phrase in sorted(content.phrases.values(), key=_by_time):
            phrase_id = phrase.layout.phrase_id
            pair = before.get(phrase_id)
            if pair is None or (pair[0] is not phrase and not _is_same(pair[0], phrase)):
                others.append(phrase)
                if pair is not None:
                    others.append(pair[0])
                pair = (phrase, self._make(phrase, content.tempo))
            kept[phrase_id] = pair
        if len(kept) != len(before) or others:
            others += [pair[0] for name, pair in before.items() if name not in kept]
        self._kept, self._tempo = kept, content.tempo
        return PhrasePieces(
            values=[made for _, made in kept.values()],
            is_changed=is_all or bool(others),
            changed_ms=None if is_all else stretch_ms(others),
        )


def stretch_ms(phrases: list[SeenPhrase]) -> tuple[float, float] | None:
    """From where the first of some phrases begins to where the last ends."""
    if not phrases:
        return None
    layouts = [phrase.layout for phrase in phrases]
    return min(item.start_ms for item in layouts), max(item.end_ms for item in layouts)


def _is_same(before: SeenPhrase, after: SeenPhrase) -> bool:
    return (
        before.layout is after.layout
        and before.sung is after.sung
        and before.generated is after.generated
        and before.start_ms == after.start_ms
    )
