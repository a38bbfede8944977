"""What the engine made of a part, as the roll shows it: made anew only where it is another."""

from __future__ import annotations

from collections.abc import Mapping

from editor.sung import SungPart, SungPhrase
from editor.view.content import SeenPhrase, seen
from engine.types import PhraseId


class SeenPhrases:
    """Keeps what is seen of each phrase: the roll paints only what is not the very same."""

    def __init__(self) -> None:
        self._sung: Mapping[PhraseId, SungPhrase] = {}
        self._seen: dict[PhraseId, SeenPhrase] = {}

    def of(self, sung: SungPart | None) -> Mapping[PhraseId, SeenPhrase]:
        """All phrases; what is sung anew keeps its last curves. The very same if nothing is new."""
        phrases = {} if sung is None else sung.phrases
        if phrases is self._sung:
            return self._seen
        found = {}
        for phrase_id, phrase in phrases.items():
            is_same = self._sung.get(phrase_id) is phrase
            found[phrase_id] = self._seen[phrase_id] if is_same else _seen(phrase)
        is_new = len(found) != len(self._seen) or any(
            self._seen.get(name) is not phrase for name, phrase in found.items()
        )
        self._sung = phrases
        if is_new:
            self._seen = found
        return self._seen


def _seen(phrase: SungPhrase) -> SeenPhrase:
    shown = phrase.result or phrase.earlier
    if shown is None:
        return SeenPhrase(layout=phrase.layout, state=phrase.state)
    return seen(shown, phrase.state)
