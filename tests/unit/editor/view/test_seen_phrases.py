from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from editor.sung import PhraseState, SungPart, SungPhrase
from editor.view.seen_phrases import SeenPhrases
from engine.types import PhraseId
from tests.unit.editor.view.songs import small_song, sung


def part_of() -> SungPart:
    layouts = [phrase.layout for phrase in sung(small_song()).values()]
    phrases = {layout.phrase_id: SungPhrase(layout=layout) for layout in layouts}
    return SungPart(part_id="part", revision=1, phrases=MappingProxyType(phrases))


def test_what_is_not_new_is_the_very_same() -> None:
    seen, part = SeenPhrases(), part_of()
    first = seen.of(part)
    assert seen.of(part) is first
    assert seen.of(replace(part, is_laid_out=True)) is first
    assert seen.of(replace(part, phrases=MappingProxyType(dict(part.phrases)))) is first


def test_only_the_phrase_that_went_on_is_another() -> None:
    seen, part = SeenPhrases(), part_of()
    before = seen.of(part)
    name = PhraseId("n8")
    running = replace(part.phrases[name], state=PhraseState.RUNNING)
    after = seen.of(replace(part, phrases=MappingProxyType({**part.phrases, name: running})))
    assert [key for key in before if before[key] is not after[key]] == [name]
    assert after[name].state is PhraseState.RUNNING


def test_without_a_part_nothing_is_seen() -> None:
    seen = SeenPhrases()
    assert not seen.of(None)
    assert seen.of(part_of())
    assert not seen.of(None)
