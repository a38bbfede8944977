"""Stopping work from another thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from engine.errors import Cancelled


class CancelToken:
    """Set once; running models hear of it at once, the rest when it looks.

    Attributes
    ----------
    is_cancelled : bool
    """

    __slots__ = ("_is_cancelled", "_listeners", "_lock")

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_cancelled = False
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_cancelled(self) -> bool:
        """Whether the work is to stop."""
        return self._is_cancelled

    def cancel(self) -> None:
        """Ask the work to stop; returns without waiting for it."""
        with self._lock:
            self._is_cancelled = True
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()

    def check(self) -> None:
        """Raise ``Cancelled`` when the work is to stop."""
        if self._is_cancelled:
            raise Cancelled

    @contextmanager
    def listening(self, listener: Callable[[], None]) -> Iterator[None]:
        """While inside, call ``listener`` from the thread that cancels (at once if it has)."""
        with self._lock:
            self._listeners.append(listener)
            is_late = self._is_cancelled
        if is_late:
            listener()
        try:
            yield
        finally:
            with self._lock:
                self._listeners.remove(listener)
