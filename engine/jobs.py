"""The engine's one thread: a queue of requests, cancelled and replaced as the song changes."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.errors import Cancelled, EngineError
from engine.inference.cancel import CancelToken
from engine.inference.sessions import SessionHost
from engine.render.layout import SongLayout, lay_out
from engine.render.memory import PhraseMemory, sentence_memory
from engine.render.pace import Pace, draft_steps
from engine.render.phrase import PhraseScore
from engine.render.pipeline import PhraseSinger
from engine.render.schedule import Stretch, is_heard_soon, is_within, most_urgent
from engine.render.stages import Meter, ModelRunner, Work
from engine.types import (
    Drafts,
    EngineEvent,
    LayoutDone,
    NoteId,
    PhraseDone,
    PhraseDrafted,
    PhraseFailed,
    PhraseId,
    PhraseLayout,
    PhraseResult,
    Problem,
    RenderRequest,
    RequestCancelled,
    RequestFailed,
    RequestFinished,
    Stage,
    StageCount,
    StageStarted,
)
from engine.voicebank.bank import Voicebank, check_mel_match

log = logging.getLogger(__name__)

Listener = Callable[[EngineEvent], None]


class JobHandle:
    """A request that was handed in."""

    __slots__ = ("_done", "_token", "_wake")

    def __init__(self, token: CancelToken, done: threading.Event, wake: Callable[[], None]) -> None:
        self._token = token
        self._done = done
        self._wake = wake

    def cancel(self) -> None:
        """Stop it, a running model included; RequestCancelled follows unless it was done."""
        self._token.cancel()
        self._wake()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for its last event; whether that has come."""
        return self._done.wait(timeout_s)

    @property
    def done(self) -> bool:
        """Whether its last event has been given out."""
        return self._done.is_set()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Song:
    """What the open song took so far, and the keys of the tensor cache that it asked for."""

    meter: Meter = field(default_factory=Meter)
    used_keys: set[str] = field(default_factory=set)


@dataclass(slots=True, kw_only=True, eq=False)
class _Job:
    request: RenderRequest
    song: _Song
    listener: Listener
    playhead_ms: float
    token: CancelToken = field(default_factory=CancelToken)
    done: threading.Event = field(default_factory=threading.Event)
    meter: Meter = field(default_factory=Meter)
    singer: PhraseSinger | None = None
    pace: Pace | None = None  # of the voice, once it is laid out
    waiting: list[PhraseScore] = field(default_factory=list)
    drafted: set[PhraseId] = field(default_factory=set)  # or found not to need a draft
    n_done: int = 0
    n_total: int = 0

    def tell(self, event: EngineEvent) -> None:
        """Give an event out; a listener that fails does not stop the engine."""
        try:
            self.listener(event)
        except Exception:
            log.exception("A listener of engine events failed")

    def due(self, wanted_ms: Stretch | None) -> Iterator[PhraseScore]:
        """Phrases that may be sung now."""
        stretch_ms = wanted_ms if self.request.is_on_demand else None
        return (score for score in self.waiting if is_within(score.layout, stretch_ms))

    def wants_draft(self, score: PhraseScore, loop_ms: Stretch | None) -> bool:
        """Whether a phrase should be heard from fewer steps first."""
        drafts, pace, singer = self.request.drafts, self.pace, self.singer
        if drafts is Drafts.NEVER or pace is None or singer is None:
            return False
        if score.layout.phrase_id in self.drafted:
            return False
        if not is_heard_soon(score.layout, self.playhead_ms, loop_ms):
            return False
        n_steps = singer.n_acoustic_steps
        if drafts is Drafts.ALWAYS:
            return draft_steps(n_steps) < n_steps
        return pace.wants_draft(n_steps)


class EngineThread:
    """Takes requests from any thread and sings them on one of its own.

    Parameters
    ----------
    runner : ModelRunner
        Used by the engine's thread alone from now on, and closed by it.
    open_bank : callable
        Voicebank of a folder; called on the engine's thread.
    """

    def __init__(self, runner: ModelRunner, open_bank: Callable[[Path], Voicebank]) -> None:
        self._runner = runner
        self._open_bank = open_bank
        self._changed = threading.Condition()
        self._jobs: list[_Job] = []
        self._is_closing = False
        self.meter = Meter()
        self._song = _Song()
        self._changes: list[Callable[[], None]] = []  # made by the engine's thread itself
        self._wanted_ms: Stretch | None = None
        self._loop_ms: Stretch | None = None
        self._paces: dict[Hashable, Pace] = {}
        self._phrases = PhraseMemory()
        self._sentences = sentence_memory()
        self._thread = threading.Thread(target=self._work, name="engine", daemon=True)
        self._thread.start()

    def submit(self, request: RenderRequest, listener: Listener) -> JobHandle:
        """Queue a request; older work on the same part is cancelled.

        Raises
        ------
        RuntimeError
            After ``close``.
        """
        with self._changed:
            if self._is_closing:
                raise RuntimeError("the engine is closed")
            job = _Job(
                request=request,
                song=self._song,
                listener=listener,
                playhead_ms=request.playhead_ms,
            )
            for other in self._jobs:
                if other.request.part_id != request.part_id or other.token.is_cancelled:
                    continue
                late = job if other.request.revision > request.revision else other
                late.token.cancel()
            self._jobs.append(job)
            self._changed.notify_all()
        return JobHandle(job.token, job.done, self._wake)

    def begin_song(self) -> None:
        """Requests from now on are another song's: it is counted from nothing."""
        with self._changed:
            self._song = _Song()
            # What is remembered asks the cache for nothing; the new song's keys must be known.
            self._changes.append(self._forget)

    def use_hosts(self, host: SessionHost, by_kind: Mapping[str, SessionHost]) -> None:
        """Run models elsewhere. All work in hand is cancelled: who wants it asks again."""
        with self._changed:
            for job in self._jobs:
                job.token.cancel()
            self._changes.append(lambda: self._runner.use_hosts(host, by_kind))
            self._changed.notify_all()

    @property
    def song_meter(self) -> Meter:
        """What the open song took."""
        with self._changed:
            return self._song.meter

    def song_keys(self) -> frozenset[str]:
        """Keys of the tensor cache that the open song has asked for."""
        with self._changed:
            used = self._song.used_keys
        return frozenset(used)

    def set_playhead_ms(self, playhead_ms: float) -> None:
        """Sing what is heard next first, in every request."""
        with self._changed:
            for job in self._jobs:
                job.playhead_ms = playhead_ms

    def set_loop_ms(self, loop_ms: Stretch | None) -> None:
        """What is played again and again: behind its end its begin is heard next."""
        with self._changed:
            self._loop_ms = loop_ms

    def set_wanted_ms(self, wanted_ms: Stretch | None) -> None:
        """Where requests on demand are sung; None is everywhere, an empty stretch nowhere."""
        with self._changed:
            self._wanted_ms = wanted_ms
            self._changed.notify_all()

    def close(self, timeout_s: float | None = None) -> None:
        """Cancel everything and end the thread; may be called again.

        With ``timeout_s`` a thread inside a long call of the runtime is left behind: it is a
        daemon and ends with the process.
        """
        with self._changed:
            self._is_closing = True
            for job in self._jobs:
                job.token.cancel()
            self._changed.notify_all()
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout_s)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    # ----------------------------------------------------------------- the engine's own thread

    def _work(self) -> None:
        while jobs := self._next_jobs():
            self._one_step(jobs)
        self._runner.close()

    def _next_jobs(self) -> tuple[_Job, ...]:
        """Jobs of which one has work, waited for; nothing once the engine is closed."""
        with self._changed:
            is_idle = not self._has_work()
        if is_idle:
            self._runner.rest()
        with self._changed:
            self._changed.wait_for(lambda: self._has_work() or self._is_closing)
            jobs = tuple(self._jobs)
        if is_idle and jobs:
            self._runner.begin()
        return jobs

    def _has_work(self) -> bool:
        return any(
            job.singer is None
            or job.token.is_cancelled
            or next(job.due(self._wanted_ms), None) is not None
            for job in self._jobs
        )

    def _one_step(self, jobs: tuple[_Job, ...]) -> None:
        """The most pressing piece of work: cancel, lay out, or sing one phrase."""
        for job in jobs:
            if job.token.is_cancelled:
                self._end(job, self._cancelled(job))
                return
        with self._changed:
            changes, self._changes = self._changes, []
        for change in changes:
            change()
        for job in jobs:
            if job.singer is None:
                self._lay_out(job)
                return
        candidates, loop_ms = list(self._candidates(jobs)), self._loop_ms
        drafts = (item for item in candidates if item[0][0].wants_draft(item[0][1], loop_ms))
        chosen = most_urgent(drafts, loop_ms)
        if chosen is not None:
            self._draft(*chosen)
            return
        chosen = most_urgent(candidates, loop_ms)
        if chosen is not None:
            self._sing(*chosen)

    def _candidates(
        self, jobs: tuple[_Job, ...]
    ) -> Iterator[tuple[tuple[_Job, PhraseScore], PhraseLayout, float]]:
        wanted_ms = self._wanted_ms
        for job in jobs:
            for score in job.due(wanted_ms):
                yield (job, score), score.layout, job.playhead_ms

    def _work_of(self, job: _Job) -> Work:
        return Work(
            cancel=job.token,
            meters=(job.meter, self.meter, job.song.meter),
            use_cache=job.request.settings.use_cache,
            used_keys=job.song.used_keys,
        )

    def _lay_out(self, job: _Job) -> None:
        request, work = job.request, self._work_of(job)
        try:
            started_s = time.perf_counter()
            bank = self._open_bank(request.voice_folder)
            work.add_load_s(time.perf_counter() - started_s)
            check_mel_match(bank)
            base = self._base(request, bank, work)
            job.pace = self._pace_of(bank, work)
            layout: SongLayout = lay_out(request, bank, self._runner, work, self._sentences, base)
        except Cancelled:
            self._end(job, self._cancelled(job))
            return
        except EngineError as error:
            self._end(job, self._failed(job, _problem(error)))
            return
        except Exception as error:
            log.exception("Laying out failed")
            self._end(job, self._failed(job, _internal_problem(error)))
            return
        assert bank.vocoder is not None
        job.singer = PhraseSinger(
            request=request,
            bank=bank,
            vocoder=bank.vocoder,
            mix=layout.mix,
            runner=self._runner,
            work=work,
            memory=self._phrases,
            base=base,
        )
        job.n_total = len(layout.phrases)
        job.tell(
            LayoutDone(
                part_id=request.part_id,
                revision=request.revision,
                phrases=tuple(score.layout for score in layout.phrases),
                timing=layout.timing,
                problems=layout.problems,
            )
        )
        for score in layout.phrases:
            result = job.singer.remembered(score)
            if result is None:
                job.waiting.append(score)
            else:
                self._phrase_done(job, result)
        self._finish_when_done(job)

    def _base(self, request: RenderRequest, bank: Voicebank, work: Work) -> tuple[Hashable, ...]:
        """What every sentence and phrase of a request is made from.

        A bank equals only itself, and becomes another one when its texts change.
        """
        models = tuple(self._runner.model_id(path, work) for path in bank.model_paths())
        # With the cache and without it the sound is the same.
        settings = replace(request.settings, use_cache=True)
        places = self._runner.runtime_tags
        return (bank, models, places, request.tempo, request.seed, settings)

    def _forget(self) -> None:
        self._phrases = PhraseMemory()
        self._sentences = sentence_memory()

    def _pace_of(self, bank: Voicebank, work: Work) -> Pace:
        path = bank.acoustic.model_path("acoustic")
        model_id = self._runner.model_id(path, work)
        if model_id not in self._paces:
            n_bytes = path.stat().st_size if path.is_file() else 0
            self._paces[model_id] = Pace(n_bytes)
        return self._paces[model_id]

    @staticmethod
    def _stage_teller(job: _Job, phrase_id: PhraseId) -> Callable[[Stage], None]:
        request = job.request

        def on_stage(stage: Stage) -> None:
            job.tell(
                StageStarted(
                    part_id=request.part_id,
                    revision=request.revision,
                    phrase_id=phrase_id,
                    stage=stage,
                )
            )

        return on_stage

    def _draft(self, job: _Job, score: PhraseScore) -> None:
        """Let a phrase be heard from fewer steps; it goes on waiting for its own sound."""
        assert job.singer is not None
        phrase_id = score.layout.phrase_id
        job.drafted.add(phrase_id)
        n_steps = draft_steps(job.singer.n_acoustic_steps)
        before = job.meter.copy_stages()
        try:
            tell_stage = self._stage_teller(job, phrase_id)
            result, is_draft = job.singer.draft(score, n_steps, tell_stage)
            job.token.check()
        except Cancelled:
            self._end(job, self._cancelled(job))
            return
        except Exception:
            # The phrase itself, which comes next, says what is wrong.
            log.debug("The draft of %s failed", phrase_id, exc_info=True)
            return
        if is_draft:
            self._measure(job, before, n_steps, result)
            job.tell(
                PhraseDrafted(
                    part_id=job.request.part_id, revision=job.request.revision, result=result
                )
            )

    @staticmethod
    def _measure(
        job: _Job, before: dict[Stage, StageCount], n_steps: int, result: PhraseResult
    ) -> None:
        assert job.pace is not None
        audio_s = len(result.samples) / result.sample_rate_hz
        job.pace.measure(before, job.meter.stages, n_steps=n_steps, audio_s=audio_s)

    def _sing(self, job: _Job, score: PhraseScore) -> None:
        job.waiting.remove(score)
        assert job.singer is not None
        before = job.meter.copy_stages()
        try:
            result = job.singer.sing(score, self._stage_teller(job, score.layout.phrase_id))
            job.token.check()
        except Cancelled:
            self._end(job, self._cancelled(job))
            return
        except EngineError as error:
            self._phrase_failed(job, score, _problem(error, score))
        except Exception as error:
            log.exception("A phrase failed")
            self._phrase_failed(job, score, _internal_problem(error, score))
        else:
            self._measure(job, before, job.singer.n_acoustic_steps, result)
            self._phrase_done(job, result)
        self._finish_when_done(job)

    @staticmethod
    def _phrase_done(job: _Job, result: PhraseResult) -> None:
        job.n_done += 1
        job.tell(
            PhraseDone(
                part_id=job.request.part_id,
                revision=job.request.revision,
                result=result,
                done=job.n_done,
                total=job.n_total,
            )
        )

    @staticmethod
    def _phrase_failed(job: _Job, score: PhraseScore, problem: Problem) -> None:
        job.n_done += 1
        job.tell(
            PhraseFailed(
                part_id=job.request.part_id,
                revision=job.request.revision,
                phrase_id=score.layout.phrase_id,
                problem=problem,
                done=job.n_done,
                total=job.n_total,
            )
        )

    def _finish_when_done(self, job: _Job) -> None:
        if job.waiting:
            return
        if job.token.is_cancelled:
            self._end(job, self._cancelled(job))
            return
        self._end(
            job,
            RequestFinished(
                part_id=job.request.part_id,
                revision=job.request.revision,
                stages=job.meter.copy_stages(),
                load_s=job.meter.load_s,
            ),
        )

    def _end(self, job: _Job, event: EngineEvent) -> None:
        with self._changed:
            self._jobs.remove(job)
        job.tell(event)
        job.done.set()

    @staticmethod
    def _failed(job: _Job, problem: Problem) -> RequestFailed:
        return RequestFailed(
            part_id=job.request.part_id, revision=job.request.revision, problem=problem
        )

    @staticmethod
    def _cancelled(job: _Job) -> RequestCancelled:
        return RequestCancelled(part_id=job.request.part_id, revision=job.request.revision)


def _problem(error: EngineError, score: PhraseScore | None = None) -> Problem:
    """An error as something to show, with the place to click on."""
    if score is None:
        note = error.facts.get("note_id")
        note_id = NoteId(note) if isinstance(note, str) else None
        return Problem(code=error.code, sentence=str(error), note_id=note_id)
    layout = score.layout
    return Problem(
        code=error.code,
        sentence=str(error),
        note_id=next(iter(layout.note_ids), None),
        phrase_id=layout.phrase_id,
    )


def _internal_problem(error: Exception, score: PhraseScore | None = None) -> Problem:
    """A mistake of ours, which must not take the other phrases with it."""
    wrapped = EngineError(
        f"Singing failed because of an internal error ({type(error).__name__}: {error}): "
        "please report it with the song and the log.",
        code="internal-error",
    )
    return _problem(wrapped, score)
