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
    PhraseDrafted,
    PhraseFailed,
    PhraseId,
    PhraseLayout,
    PhraseResult,
    Problem,
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


_UNFINISHED = (PhraseState.WAITING, PhraseState.RUNNING, PhraseState.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the whole song is. ``n_done`` are phrases that are final or failed.

    ``stage`` is the one that is under way, ``n_left`` are phrases that wait without anybody
    singing: what was left when singing stopped, or what play has not come to yet.
    """

    n_done: int = 0
    n_all: int = 0
    n_drafts: int = 0
    n_failed: int = 0
    n_left: int = 0
    stage: Stage | None = None
    is_busy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SungPhrase:
    """A phrase as it stands now.

    ``result`` is there in the states ``DRAFT`` and ``FINAL`` alone; ``earlier`` is the last one
    that there was, for views that show something while it is sung anew. ``stage`` is the one that
    is under way, for a draft that of the better sound.
    """

    layout: PhraseLayout
    state: PhraseState = PhraseState.WAITING
    stage: Stage | None = None
    result: PhraseResult | None = None
    earlier: PhraseResult | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SungPart:
    """All phrases of a part, in order of time. ``failure``: why nothing of it can be sung.

    ``n_finished`` counts phrases that are done or failed.
    """

    part_id: str
    revision: int
    phrases: Mapping[PhraseId, SungPhrase] = field(default_factory=lambda: _NOTHING)
    n_finished: int = 0
    timing: tuple[GeneratedTiming, ...] = ()
    problems: tuple[Problem, ...] = ()
    failure: Problem | None = None
    is_laid_out: bool = False  # by the request of this revision
    is_over: bool = False  # no event of this revision comes any more

    def count(self, state: PhraseState) -> int:
        """How many phrases are in a state."""
        return sum(phrase.state is state for phrase in self.phrases.values())

    @property
    def stage(self) -> Stage | None:
        """What the engine does for it now."""
        return next((p.stage for p in self.phrases.values() if p.stage is not None), None)

    def is_due(self, wanted_ms: tuple[float, float] | None) -> bool:
        """Whether anything of it is being sung, or will be without being asked for again."""
        if self.is_over:
            return False
        if wanted_ms is None or not self.is_laid_out or self.stage is not None:
            return True
        first_ms, last_ms = wanted_ms
        return any(
            phrase.layout.start_ms < last_ms and phrase.layout.end_ms > first_ms
            for phrase in self.phrases.values()
            if phrase.state in _UNFINISHED
        )

    @property
    def results(self) -> tuple[PhraseResult, ...]:
        """What can be heard, drafts among it."""
        return tuple(p.result for p in self.phrases.values() if p.result is not None)

    def asked_again(self, revision: int) -> SungPart:
        """The part while a newer request is on its way; its sound stays until that is laid out."""
        return replace(self, revision=revision, is_laid_out=False, is_over=False, failure=None)

    def after(self, event: EngineEvent) -> SungPart:
        """The part after an event; the very same part when the event tells nothing new of it."""
        if event.part_id != self.part_id or event.revision != self.revision or self.is_over:
            return self
        if isinstance(event, LayoutDone):
            return self._laid_out(event)
        if isinstance(event, StageStarted):
            return self._started(event.phrase_id, event.stage)
        if isinstance(event, PhraseDrafted):
            result = event.result
            return self._with(
                result.layout.phrase_id,
                state=PhraseState.DRAFT,
                stage=None,
                result=result,
                earlier=result,
            )
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
                event.phrase_id,
                state=PhraseState.FAILED,
                stage=None,
                result=None,
                problem=event.problem,
            )
        if isinstance(event, RequestFailed):
            return replace(
                self, phrases=_NOTHING, n_finished=0, failure=event.problem, is_over=True
            )
        return self._over()  # cancelled or finished

    def _laid_out(self, event: LayoutDone) -> SungPart:
        phrases = {}
        for layout in sorted(event.phrases, key=lambda layout: layout.start_ms):
            before = self.phrases.get(layout.phrase_id)
            earlier = None if before is None else before.earlier
            phrases[layout.phrase_id] = SungPhrase(layout=layout, earlier=earlier)
        return replace(
            self,
            phrases=MappingProxyType(phrases),
            n_finished=0,
            timing=event.timing,
            problems=event.problems,
            is_laid_out=True,
        )

    def _started(self, phrase_id: PhraseId, stage: Stage) -> SungPart:
        """A draft stays one while it is refined."""
        before = self.phrases.get(phrase_id)
        is_draft = before is not None and before.state is PhraseState.DRAFT
        state = PhraseState.DRAFT if is_draft else PhraseState.RUNNING
        return self._with(phrase_id, state=state, stage=stage)

    def _over(self) -> SungPart:
        """What was under way when singing stopped waits again."""
        phrases = {
            phrase_id: phrase
            if phrase.stage is None
            else replace(
                phrase,
                state=PhraseState.WAITING if phrase.result is None else phrase.state,
                stage=None,
            )
            for phrase_id, phrase in self.phrases.items()
        }
        return replace(self, phrases=MappingProxyType(phrases), is_over=True)

    def _with(self, phrase_id: PhraseId, **changes: object) -> SungPart:
        before = self.phrases.get(phrase_id)
        if before is None:
            return self
        phrase = replace(before, **changes)  # type: ignore[arg-type]
        # Counted on, for there may be hundreds of phrases and some events of each.
        more = (before.state in _UNFINISHED) - (phrase.state in _UNFINISHED)
        return replace(
            self,
            phrases=MappingProxyType({**self.phrases, phrase_id: phrase}),
            n_finished=self.n_finished + more,
        )
