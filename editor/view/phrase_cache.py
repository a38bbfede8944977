"""What follows from a phrase, made once for each phrase and kept while it is the same. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from editor.view.content import Content, SeenPhrase
from engine.timing import TempoMap
from engine.types import PhraseId

Made = TypeVar("Made")


class PhraseCache(Generic[Made]):
    """Values made from phrases; a new phrase among hundreds costs one, not hundreds."""

    def __init__(self, make: Callable[[SeenPhrase, TempoMap], Made]) -> None:
        self._make = make
        self._kept: dict[PhraseId, tuple[SeenPhrase, Made]] = {}
        self._tempo: TempoMap | None = None

    def values(self, content: Content) -> list[Made]:
        """One value for each phrase, in order of time."""
        if content.tempo != self._tempo:
            self._kept, self._tempo = {}, content.tempo
        kept: dict[PhraseId, tuple[SeenPhrase, Made]] = {}
        for phrase in sorted(content.phrases.values(), key=lambda p: p.layout.start_ms):
            phrase_id = phrase.layout.phrase_id
            pair = self._kept.get(phrase_id)
            if pair is None or pair[0] is not phrase:
                pair = (phrase, self._make(phrase, content.tempo))
            kept[phrase_id] = pair
        self._kept = kept
        return [made for _, made in kept.values()]
