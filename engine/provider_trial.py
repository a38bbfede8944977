"""Whether a provider gives what the CPU gives, and how fast: tried on a voice before it is trusted.

A short phrase is sung on the CPU, and what every model was given is kept. Each provider then gets
the very same tensors, so that an error of one model is not one of those before it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.cache.store import TensorCache
from engine.errors import EngineError, InferenceError
from engine.inference.cancel import CancelToken
from engine.inference.sessions import ModelHandle, OnnxSessionHost, SessionHost, Tensors
from engine.jobs import EngineThread
from engine.render.stages import ModelRunner
from engine.timing import Tempo, TempoMap
from engine.types import (
    EngineEvent,
    NoteId,
    PhraseFailed,
    RenderRequest,
    RequestFailed,
    ScoreNote,
)
from engine.voicebank.bank import Voicebank, load_bank

TOLERANCE_RATIO = 0.01  # of the largest value that the CPU gave
_N_TIMED = 2
_LYRICS = ("さ", "く", "ら")

MakeHost = Callable[[str], SessionHost]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderTrial:
    """How one provider did.

    ``error_ratio``: largest difference from the CPU, as a share of the largest value there.
    ``problem``: why it cannot be used, if it cannot; then there are no figures.
    """

    provider: str
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    error_ratio: float = 0.0
    problem: EngineError | None = None

    @property
    def is_good(self) -> bool:
        """Whether it gives what the CPU gives."""
        return self.problem is None and self.error_ratio <= TOLERANCE_RATIO


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Run:
    path: Path
    feeds: dict[str, npt.NDArray[Any]]
    outputs: dict[str, npt.NDArray[Any]]


@dataclass(slots=True, kw_only=True)
class _Recorder:
    """A host that keeps what models were given where another provider might run them."""

    host: SessionHost
    runs: list[_Run] = field(default_factory=list)
    _forced: set[ModelHandle] = field(default_factory=set)

    @property
    def runtime_tag(self) -> str:
        return self.host.runtime_tag

    def model_id(self, path: Path) -> str:
        return self.host.model_id(path)

    def load(self, path: Path, *, force_cpu: bool = False) -> ModelHandle:
        handle = self.host.load(path, force_cpu=force_cpu)
        if force_cpu:
            self._forced.add(handle)
        return handle

    def run(
        self, handle: ModelHandle, feeds: Tensors, cancel: CancelToken
    ) -> dict[str, npt.NDArray[Any]]:
        outputs = self.host.run(handle, feeds, cancel)
        if handle not in self._forced:
            self.runs.append(_Run(path=handle.path, feeds=dict(feeds), outputs=outputs))
        return outputs

    def release(self, handle: ModelHandle) -> None:
        self.host.release(handle)


def try_providers(
    voice_folder: Path,
    providers: Sequence[str],
    *,
    on_trial: Callable[[ProviderTrial], None],
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    cancel: CancelToken | None = None,
    make_host: MakeHost = lambda provider: OnnxSessionHost(provider=provider),
) -> None:
    """Try providers one after the other; each result is told as soon as it is there.

    Parameters
    ----------
    voice_folder : Path
        A voice that knows Japanese syllables.
    providers : sequence of str
        The engine's names.
    on_trial, on_progress : callable
        Hear of each result, and of models done and of all models.
    cancel : CancelToken, optional
    make_host : callable

    Raises
    ------
    EngineError
        When the voice cannot be sung on the CPU either.
    Cancelled
    """
    cancel = cancel or CancelToken()
    bank = load_bank(voice_folder)
    runs = _record(bank, make_host("cpu"), cancel)
    total = (1 + len(providers)) * len(runs)
    n_done = 0

    def step() -> None:
        nonlocal n_done
        n_done += 1
        on_progress(n_done, total)

    cpu_seconds = _replay(runs, make_host("cpu"), "cpu", cancel, step)[0]
    for provider in providers:
        try:
            seconds, error_ratio = _replay(runs, make_host(provider), provider, cancel, step)
        except EngineError as error:
            on_trial(ProviderTrial(provider=provider, problem=error))
            continue
        on_trial(
            ProviderTrial(
                provider=provider,
                seconds=seconds,
                cpu_seconds=cpu_seconds,
                error_ratio=error_ratio,
            )
        )


def _record(bank: Voicebank, host: SessionHost, cancel: CancelToken) -> list[_Run]:
    """What the models get and give when the CPU sings a short phrase."""
    recorder = _Recorder(host=host)
    thread = EngineThread(ModelRunner(recorder, TensorCache(None)), lambda folder: bank)
    failures: list[EngineError] = []

    def hear(event: EngineEvent) -> None:
        if isinstance(event, PhraseFailed | RequestFailed):
            problem = event.problem
            failures.append(InferenceError(problem.sentence, code=problem.code))

    try:
        handle = thread.submit(_request(bank.folder), hear)
        with cancel.listening(handle.cancel):
            handle.wait()
    finally:
        thread.close()
    cancel.check()
    if failures:
        raise failures[0]
    return recorder.runs


def _request(voice_folder: Path) -> RenderRequest:
    notes = tuple(
        ScoreNote(
            id=NoteId(f"n{index}"),
            start_ticks=960 + 480 * index,
            length_ticks=480,
            key_midi=62 + 2 * index,
            lyric=lyric,
        )
        for index, lyric in enumerate(_LYRICS)
    )
    return RenderRequest(
        part_id="trial",
        revision=0,
        voice_folder=voice_folder,
        tempo=TempoMap([Tempo(start_ticks=0, bpm=120)]),
        notes=notes,
        seed=1,
    )


def _replay(
    runs: Sequence[_Run],
    host: SessionHost,
    provider: str,
    cancel: CancelToken,
    step: Callable[[], None],
) -> tuple[float, float]:
    """Seconds of all runs, and their largest error."""
    seconds = error_ratio = 0.0
    for run in runs:
        handle = host.load(run.path)
        try:
            if handle.provider != provider:
                raise InferenceError(
                    f"{provider} cannot open {run.path.name}, so the CPU runs it: see whether its "
                    "driver is installed.",
                    code="provider-refuses",
                    provider=provider,
                    model=run.path.name,
                )
            # The first run is not counted: providers prepare themselves in it.
            outputs = host.run(handle, run.feeds, cancel)
            seconds += min(_timed(host, handle, run, cancel) for _ in range(_N_TIMED))
            error_ratio = max(error_ratio, _error_ratio(run.outputs, outputs))
        finally:
            host.release(handle)
        step()
    return seconds, error_ratio


def _timed(host: SessionHost, handle: ModelHandle, run: _Run, cancel: CancelToken) -> float:
    began_s = time.perf_counter()
    host.run(handle, run.feeds, cancel)
    return time.perf_counter() - began_s


def _error_ratio(wanted: dict[str, npt.NDArray[Any]], found: dict[str, npt.NDArray[Any]]) -> float:
    """Largest difference as a share of the largest value; infinite where it is no number."""
    largest = 0.0
    for name, values in wanted.items():
        other = found.get(name)
        if other is None or other.shape != values.shape:
            return float("inf")
        if not values.size:
            continue
        one, two = values.astype(np.float64), other.astype(np.float64)
        if not np.isfinite(two).all():
            return float("inf")
        scale = float(np.abs(one).max()) or 1.0
        largest = max(largest, float(np.abs(one - two).max()) / scale)
    return largest
