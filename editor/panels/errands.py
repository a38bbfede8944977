"""Small work beside the window: a thread that is there only while there is something to do."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)
_T = TypeVar("_T")


class Errands(QObject):
    """Runs functions one after the other on a thread, and gives what they return to the window's.

    What is not begun when the object goes away is not begun any more.
    """

    _done = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._lock = threading.Lock()
        self._waiting: deque[tuple[Callable[[], Any], Callable[[Any], None]]] = deque()
        self._is_running = False
        self._done.connect(lambda tell, found: tell(found), Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._waiting.clear)

    def run(self, work: Callable[[], _T], tell: Callable[[_T], None]) -> None:
        """Do ``work`` on the thread, then ``tell`` its value here; ``work`` raises nothing."""
        with self._lock:
            self._waiting.append((work, tell))
            if self._is_running:
                return
            self._is_running = True
        threading.Thread(target=self._work, name=self._name, daemon=True).start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._is_running = False
                    return
                work, tell = self._waiting.popleft()
            try:
                self._done.emit(tell, work())
            except Exception:
                log.exception("Work beside the window (%s) failed", self._name)
