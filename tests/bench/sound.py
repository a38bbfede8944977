"""Playing while Python is busy: underflows, gaps, and what mixing costs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from engine.api import (
    Clip,
    MixTrack,
    OpenOutput,
    OutputSettings,
    Player,
    PlayerTrack,
    PlayState,
    output_devices,
)
from engine.audio.feed import Feed, Scene
from engine.audio.output import MIN_LATENCY_S, Pull
from engine.errors import AudioDeviceError
from tests.bench.figures import Figure

RATE = 44100
PLAYED_S = 10
N_BUSY_THREADS = 3
N_TRACKS = 8


class BufferedCard:
    """As a sound card: asks for more whenever its 0.1 s have room, and counts when they ran out."""

    is_silent = False
    name = "simulated card"
    n_channels = 2
    rate_hz = RATE
    n_block = 512

    def __init__(self, settings: OutputSettings, song_rate_hz: int) -> None:
        self.longest_wait_s = 0.0
        self._is_closing = threading.Event()

    def start(self, pull: Pull) -> None:
        self._thread = threading.Thread(target=self._run, args=(pull,))
        self._thread.start()

    def _run(self, pull: Pull) -> None:
        block = np.zeros((self.n_block, 2), dtype=np.float32)
        block_s = self.n_block / RATE
        until_s = last_s = time.monotonic()  # when the last frame that it holds is played
        while not self._is_closing.is_set():
            now_s = time.monotonic()
            self.longest_wait_s = max(self.longest_wait_s, now_s - last_s)
            last_s = now_s
            was_late = until_s < now_s
            until_s = max(until_s, now_s)
            while until_s + block_s <= now_s + MIN_LATENCY_S:
                pull(block, until_s - now_s, was_late)
                was_late = False
                until_s += block_s
            time.sleep(block_s)

    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def close(self) -> None:
        self._is_closing.set()
        self._thread.join()


@contextmanager
def _busy_threads() -> Iterator[None]:
    is_over = threading.Event()

    def work() -> None:
        while not is_over.is_set():
            sum(i * i for i in range(1000))

    threads = [threading.Thread(target=work) for _ in range(N_BUSY_THREADS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        is_over.set()
        for thread in threads:
            thread.join()


def _tracks(length_s: float) -> tuple[PlayerTrack, ...]:
    rng = np.random.default_rng(1)
    phrase = rng.uniform(-0.1, 0.1, 2 * RATE).astype(np.float32)
    n_phrases = round(length_s / 2.5)
    return tuple(
        PlayerTrack(
            id=f"track {number}",
            mix=MixTrack(
                name=f"track {number}",
                clips=tuple(
                    Clip(start=round(i * 2.5 * RATE), samples=phrase) for i in range(n_phrases)
                ),
            ),
        )
        for number in range(N_TRACKS)
    )


def _play(open_output: OpenOutput | None) -> tuple[int, list[str]]:
    """Underflows of one playing, and the problems that the card had."""
    problems: list[str] = []

    def listen(event: object) -> None:
        problem = getattr(event, "problem", None)
        if problem is not None:
            problems.append(str(problem))

    ways: dict[str, Callable[..., object]] = {"on_event": listen}
    if open_output is not None:
        ways["open_output"] = open_output
    with Player(**ways) as player:  # type: ignore[arg-type]
        player.set_tracks(_tracks(PLAYED_S))
        player.set_end(PLAYED_S * RATE)
        with _busy_threads():
            player.play(0)
            while player.state is not PlayState.STOPPED:
                time.sleep(0.05)
        return player.n_underflows, problems


def busy(work: Path) -> Iterator[Figure]:
    """Play eight tracks beside three busy Python threads; mix without anything beside."""
    cards: list[BufferedCard] = []

    def open_card(settings: OutputSettings, song_rate_hz: int) -> BufferedCard:
        cards.append(BufferedCard(settings, song_rate_hz))
        return cards[-1]

    n_underflows, _ = _play(open_card)
    yield Figure(
        name=f"{PLAYED_S} s beside {N_BUSY_THREADS} busy threads: underflows, simulated card",
        value=n_underflows,
        at_most=0,
    )
    yield Figure(
        name="longest time in which its callback was not called",
        value=1e3 * cards[0].longest_wait_s,
        unit="ms",
    )
    if _has_card():
        n_underflows, problems = _play(None)
        yield Figure(
            name=f"{PLAYED_S} s beside {N_BUSY_THREADS} busy threads: underflows, real card",
            value=n_underflows + len(problems),
            at_most=0,
        )
    scene = Scene(tracks=_tracks(1800.0), end=20 * RATE)
    feed = Feed(0, n_channels=2)
    began_s = time.perf_counter()
    while feed.next_block(scene) is not None:
        pass
    yield Figure(
        name=f"mixing {N_TRACKS} tracks of half an hour with their meters, one core",
        value=100.0 * (time.perf_counter() - began_s) / 20.0,
        unit="%",
        at_most=10,
    )


def _has_card() -> bool:
    try:
        return bool(output_devices())
    except AudioDeviceError:
        return False
