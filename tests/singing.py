"""Small songs and a listener for tests of the engine."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from engine.api import Engine
from engine.timing import Tempo, TempoMap
from engine.types import (
    EngineEvent,
    LayoutDone,
    NoteId,
    PhraseDone,
    PhraseFailed,
    PhraseResult,
    RenderRequest,
    RequestCancelled,
    RequestFailed,
    RequestFinished,
    ScoreNote,
)

LYRICS = ("か", "さ", "い", "つ")
LAST_EVENTS = (RequestFinished, RequestCancelled, RequestFailed)


def notes(n_phrases: int, *, per_phrase: int = 2, keys: dict[int, int] | None = None):
    """Phrases of touching notes, two quarters of rest between them."""
    made, ticks = [], 960
    for phrase in range(n_phrases):
        for index in range(per_phrase):
            number = phrase * per_phrase + index
            made.append(
                ScoreNote(
                    id=NoteId(f"n{number}"),
                    start_ticks=ticks,
                    length_ticks=480,
                    key_midi=(keys or {}).get(number, 60 + number % 5),
                    lyric=LYRICS[number % 4],
                )
            )
            ticks += 480
        ticks += 960
    return tuple(made)


def request(folder: Path, n_phrases: int = 2, **changes) -> RenderRequest:
    fields = {
        "part_id": "part",
        "revision": 0,
        "voice_folder": folder,
        "tempo": TempoMap([Tempo(start_ticks=0, bpm=120)]),
        "notes": notes(n_phrases),
        "seed": 5,
    }
    return RenderRequest(**{**fields, **changes})


@dataclass
class Heard:
    """Events of one request."""

    events: list[EngineEvent] = field(default_factory=list)
    first_phrase: threading.Event = field(default_factory=threading.Event)
    started: threading.Event = field(default_factory=threading.Event)

    def __call__(self, event: EngineEvent) -> None:
        self.events.append(event)
        self.started.set()
        if isinstance(event, PhraseDone):
            self.first_phrase.set()

    def of(self, kind: type) -> list:
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def results(self) -> dict[str, PhraseResult]:
        return {e.result.layout.phrase_id: e.result for e in self.of(PhraseDone)}

    @property
    def layout(self) -> LayoutDone:
        return self.of(LayoutDone)[0]

    @property
    def last(self) -> EngineEvent:
        return self.events[-1]

    @property
    def n_runs(self) -> int:
        return sum(count.runs for count in self.last.stages.values())

    @property
    def n_hits(self) -> int:
        return sum(count.hits for count in self.last.stages.values())

    def samples(self) -> dict[str, bytes]:
        return {name: result.samples.tobytes() for name, result in self.results.items()}


def sing(engine: Engine, asked: RenderRequest) -> Heard:
    """Sing a request to its end; every phrase must succeed."""
    heard = attempt(engine, asked)
    assert isinstance(heard.last, RequestFinished), heard.last
    assert not heard.of(PhraseFailed), heard.of(PhraseFailed)
    return heard


def attempt(engine: Engine, asked: RenderRequest) -> Heard:
    """Sing a request to its end, whatever that is."""
    heard = Heard()
    assert engine.submit(asked, heard).wait(60.0)
    return heard


def is_number(values: np.ndarray) -> bool:
    return bool(np.isfinite(values).all())
