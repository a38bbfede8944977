"""What the engine has made of a part so far: a value, changed by one event after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from engine.types import (
    EngineEvent,
    GeneratedTiming,
    LayoutDone,
    PhraseDone,
    PhraseFailed,
    PhraseId,
    PhraseLayout,
    PhraseResult,
    Problem,
    RequestCancelled,
    RequestFailed,
    Stage,
    StageStarted,
)

_NOTHING: Mapping[PhraseId, SungPhrase] = MappingProxyType({})


class PhraseState(StrEnum):
    """How far a phrase is."""

    WAITING = "waiting"
    RUNNING = "running"
    DRAFT = "draft"  # it can be heard, and a better one follows
    FINAL = "final"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SungPhrase:
    """A phrase as it stands now.

    ``result`` is there in the state ``FINAL`` alone; ``earlier`` is the last one that there was,
    for views that show something while it is sung anew.
    """

    layout: PhraseLayout
    state: PhraseState = PhraseState.WAITING
    stage: Stage | None = None
    result: PhraseResult | None = None
    earlier: PhraseResult | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SungPart:
    """All phrases of a part, in order of time. ``failure``: why nothing of it can be sung."""

    part_id: str
    revision: int
    phrases: Mapping[PhraseId, SungPhrase] = field(default_factory=lambda: _NOTHING)
    timing: tuple[GeneratedTiming, ...] = ()
    problems: tuple[Problem, ...] = ()
    failure: Problem | None = None
    is_over: bool = False  # no event of this revision comes any more

    @property
    def n_finished(self) -> int:
        """Phrases that are done or failed."""
        finished = (PhraseState.FINAL, PhraseState.FAILED)
        return sum(phrase.state in finished for phrase in self.phrases.values())

    @property
    def results(self) -> tuple[PhraseResult, ...]:
        """What can be heard."""
        return tuple(p.result for p in self.phrases.values() if p.result is not None)

    def asked_again(self, revision: int) -> SungPart:
        """The part while a newer request is on its way; its sound stays until that is laid out."""
        return replace(self, revision=revision, is_over=False, failure=None)

    def after(self, event: EngineEvent) -> SungPart:
        """The part after an event; the very same part when the event tells nothing new of it."""
        if event.part_id != self.part_id or event.revision != self.revision or self.is_over:
            return self
        if isinstance(event, LayoutDone):
            return self._laid_out(event)
        if isinstance(event, StageStarted):
            return self._with(event.phrase_id, state=PhraseState.RUNNING, stage=event.stage)
        if isinstance(event, PhraseDone):
            result = event.result
            return self._with(
                result.layout.phrase_id,
                state=PhraseState.FINAL,
                stage=None,
                result=result,
                earlier=result,
                problem=None,
            )
        if isinstance(event, PhraseFailed):
            return self._with(
                event.phrase_id, state=PhraseState.FAILED, stage=None, problem=event.problem
            )
        if isinstance(event, RequestFailed):
            return replace(self, phrases=_NOTHING, failure=event.problem, is_over=True)
        if isinstance(event, RequestCancelled):
            return replace(self, is_over=True)
        return replace(self, is_over=True)

    def _laid_out(self, event: LayoutDone) -> SungPart:
        phrases = {}
        for layout in sorted(event.phrases, key=lambda layout: layout.start_ms):
            before = self.phrases.get(layout.phrase_id)
            earlier = None if before is None else before.earlier
            phrases[layout.phrase_id] = SungPhrase(layout=layout, earlier=earlier)
        return replace(
            self,
            phrases=MappingProxyType(phrases),
            timing=event.timing,
            problems=event.problems,
        )

    def _with(self, phrase_id: PhraseId, **changes: object) -> SungPart:
        before = self.phrases.get(phrase_id)
        if before is None:
            return self
        phrase = replace(before, **changes)  # type: ignore[arg-type]
        return replace(self, phrases=MappingProxyType({**self.phrases, phrase_id: phrase}))
