"""Hand requests to the engine and gather what it answers, with progress."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from app.cli.progress import ProgressLine
from editor.rendition import Rendition
from editor.rendition import sing as sing_into
from editor.session import PartRequest
from engine.api import Engine
from engine.types import EngineEvent, LayoutDone, PhraseDone, StageStarted


class Sung(Rendition):
    """A rendition that tells the terminal how far it is."""

    def __init__(self, requests: Sequence[PartRequest], *, as_json: bool) -> None:
        super().__init__(requests)
        self.progress = ProgressLine(is_quiet=as_json)
        self._as_json = as_json

    def take(self, event: EngineEvent) -> None:
        """Note one event and show it.

        Raises
        ------
        ScoreError
            When nothing of a part can be sung.
        """
        super().take(event)
        if isinstance(event, LayoutDone):
            self._tell({"event": "layout", "part": event.part_id, "phrases": len(event.phrases)})
        elif isinstance(event, StageStarted):
            self._show(str(event.stage))
        elif isinstance(event, PhraseDone):
            phrase_id = event.result.layout.phrase_id
            facts = {"phrase": phrase_id, "done": event.done, "total": event.total}
            self._tell({"event": "phrase", "part": event.part_id, **facts})
            self._show("singing")

    def _show(self, stage: str) -> None:
        self.progress.show(stage, self.n_done, self.n_total, "phrases")

    def problem(self, sentence: str, place: str | None) -> None:
        """Note and show what cannot be sung as written."""
        super().problem(sentence, place)
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

    def is_wanted(event: EngineEvent) -> bool:
        # Nobody sees stages in JSON, and every event takes time from the singing.
        return not (as_json and isinstance(event, StageStarted))

    try:
        sing_into(engine, sung, is_wanted=is_wanted)
    finally:
        sung.progress.close()
    return sung
