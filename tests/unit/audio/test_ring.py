"""The ring gives out what was put in, from one thread to another."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.audio.ring import FADE_SAMPLES, FadingRing


def ring(n_frames: int = 1000, **more) -> FadingRing:
    return FadingRing(n_frames=n_frames, n_channels=2, rate_hz=44100, **more)


def frames(first: int, n: int) -> np.ndarray:
    numbers = np.arange(first, first + n, dtype=np.float32)
    return np.stack([numbers, -numbers], axis=1)


def pull(source: FadingRing, n: int) -> np.ndarray:
    out = np.full((n, 2), 9.0, dtype=np.float32)
    source.pull(out, 0.0, False)
    return out


@given(steps=st.lists(st.tuples(st.integers(0, 700), st.integers(0, 700)), max_size=30))
def test_what_comes_out_is_what_went_in(steps):
    source = ring()
    source.open()
    n_in, heard = 1, []
    for n_write, n_pull in steps:
        n_write = min(n_write, source.n_free)
        source.write(frames(n_in, n_write))
        n_in += n_write
        n_ready = source.n_ready
        out = pull(source, n_pull)
        heard.append(out[:n_ready])
        assert not out[n_ready:].any()
    sound = np.concatenate([np.zeros((0, 2), dtype=np.float32), *heard])
    np.testing.assert_array_equal(sound, frames(1, len(sound)))


@given(blocks=st.lists(st.integers(1, 300), min_size=10, max_size=40))
def test_a_fade_is_the_same_whatever_the_blocks(blocks):
    source = ring()
    source.write(np.ones((1000, 2), dtype=np.float32))
    source.open()
    source.fade_out()
    sound = np.concatenate([pull(source, n) for n in blocks])[:, 0]
    n_known = min(len(sound), FADE_SAMPLES)
    assert np.all(np.diff(sound) <= 0.0)
    assert np.abs(np.diff(sound, prepend=1.0)).max() < 1.5 / FADE_SAMPLES
    assert not sound[n_known:].any()
    assert source.is_shut == (len(sound) >= FADE_SAMPLES)


def test_frames_that_do_not_fit_are_refused_and_so_is_a_reset_in_use():
    source = ring(100)
    source.write(frames(0, 60))
    with pytest.raises(ValueError, match="60 frames do not fit into 40"):
        source.write(frames(0, 60))
    source.open()
    with pytest.raises(ValueError, match="in use"):
        source.reset()
    source.shut()
    source.reset()
    assert (source.n_ready, source.n_free) == (0, 100)


def test_one_thread_writes_while_another_pulls():
    source, n_total = ring(4096), 400_000
    source.write(frames(0, 1000))
    source.open()
    heard: list[np.ndarray] = []

    def listen() -> None:
        while sum(map(len, heard)) < n_total:
            n_ready = source.n_ready
            heard.append(pull(source, min(n_ready, 333)))
            if not n_ready:
                time.sleep(0.0001)

    listener = threading.Thread(target=listen)
    listener.start()
    n_in = 1000
    while n_in < n_total:
        n = min(source.n_free, 777, n_total - n_in)
        source.write(frames(n_in, n))
        n_in += n
        if not n:
            time.sleep(0.0001)
    listener.join()
    np.testing.assert_array_equal(np.concatenate(heard), frames(0, n_total))


def test_a_pull_without_frames_is_harmless():
    source = ring()
    source.open()
    assert len(pull(source, 0)) == 0


def test_frames_are_exchanged_only_where_no_pull_can_be():
    source = ring(100)
    old, new = frames(0, 90), frames(5000, 90)
    source.write(old)
    assert not source.exchange(50, new[50:])  # nothing is known of the card yet
    source.open()
    heard = [pull(source, 10)]
    assert source.first_open_frame == 30
    assert not source.exchange(29, new[29:])
    assert not source.exchange(60, new[50:])  # more than was written
    assert source.exchange(30, new[30:])
    heard += [pull(source, 10) for _ in range(8)]
    np.testing.assert_array_equal(np.concatenate(heard), np.concatenate([old[:30], new[30:]]))
