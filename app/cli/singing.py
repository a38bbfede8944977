"""Hand requests to the engine and gather what it answers, with progress."""

from __future__ import annotations

import json
import queue
import sys
from collections.abc import Sequence
from typing import Any

from app.cli.progress import ProgressLine
from editor.session import PartRequest
from engine.api import Engine, JobHandle
from engine.errors import ScoreError
from engine.types import (
    EngineEvent,
    LayoutDone,
    PhraseDone,
    PhraseFailed,
    PhraseResult,
    RequestCancelled,
    RequestFailed,
    RequestFinished,
    StageStarted,
)

POLL_S = 0.05  # Ctrl-C is seen between two looks at the queue


class Sung:
    """What the engine has answered so far; ``results`` and ``layouts`` by part."""

    def __init__(self, requests: Sequence[PartRequest], *, as_json: bool) -> None:
        self.requests = requests
        self.results: dict[str, list[PhraseResult]] = {r.part_id: [] for r in requests}
        self.layouts: dict[str, LayoutDone] = {}
        self.n_failed = 0
        self.problems: list[str] = []
        self.open = {r.part_id for r in requests}
        self.progress = ProgressLine(is_quiet=as_json)
        self._as_json = as_json
        self._counts: dict[str, tuple[int, int]] = {}

    def take(self, event: EngineEvent) -> None:
        """Note one event and show it.

        Raises
        ------
        ScoreError
            When nothing of a part can be sung.
        """
        if isinstance(event, LayoutDone):
            self._take_layout(event)
        elif isinstance(event, StageStarted):
            self._show(str(event.stage))
        elif isinstance(event, PhraseDone):
            self._take_phrase(event)
        elif isinstance(event, PhraseFailed):
            self.n_failed += 1
            self._counts[event.part_id] = (event.done, event.total)
            self.problem(event.problem.sentence, event.phrase_id)
        elif isinstance(event, RequestFailed):
            self.open.discard(event.part_id)
            raise ScoreError(event.problem.sentence, code=event.problem.code)
        elif isinstance(event, (RequestFinished, RequestCancelled)):
            self.open.discard(event.part_id)

    def _take_layout(self, event: LayoutDone) -> None:
        self.layouts[event.part_id] = event
        self._counts[event.part_id] = (0, len(event.phrases))
        for problem in event.problems:
            self.problem(problem.sentence, problem.note_id)
        self._tell({"event": "layout", "part": event.part_id, "phrases": len(event.phrases)})

    def _take_phrase(self, event: PhraseDone) -> None:
        self.results[event.part_id].append(event.result)
        self._counts[event.part_id] = (event.done, event.total)
        facts = {"phrase": event.result.layout.phrase_id, "done": event.done, "total": event.total}
        self._tell({"event": "phrase", "part": event.part_id, **facts})
        self._show("singing")

    def _show(self, stage: str) -> None:
        done = sum(count[0] for count in self._counts.values())
        total = sum(count[1] for count in self._counts.values())
        self.progress.show(stage, done, total, "phrases")

    def problem(self, sentence: str, place: str | None) -> None:
        """Note and show what cannot be sung as written."""
        self.problems.append(sentence)
        if self._as_json:
            self._tell({"event": "problem", "sentence": sentence, "place": place})
        else:
            self.progress.close()
            print(f"melisma: {sentence}", file=sys.stderr)

    def _tell(self, facts: dict[str, Any]) -> None:
        if self._as_json:
            print(json.dumps(facts, ensure_ascii=False), flush=True)


def sing(engine: Engine, requests: Sequence[PartRequest], *, as_json: bool) -> Sung:
    """Sing every request; an exception, Ctrl-C too, cancels what is left."""
    sung = Sung(requests, as_json=as_json)
    events: queue.SimpleQueue[EngineEvent] = queue.SimpleQueue()

    def hear(event: EngineEvent) -> None:
        # Nobody sees stages in JSON, and every event takes time from the singing.
        if not (as_json and isinstance(event, StageStarted)):
            events.put(event)

    handles: list[JobHandle] = [engine.submit(item.request, hear) for item in requests]
    try:
        while sung.open:
            try:
                sung.take(events.get(timeout=POLL_S))
            except queue.Empty:
                continue
    except BaseException:
        for handle in handles:
            handle.cancel()
        raise
    finally:
        sung.progress.close()
    # Phrases are sung in the order of need; what is written follows the song.
    for results in sung.results.values():
        results.sort(key=lambda result: result.start_ms)
    return sung
