"""Work on a thread of its own, told to the window's thread: how far it is, and how it ended."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, Signal

from engine.errors import Cancelled, EngineError

log = logging.getLogger(__name__)

_TELL_S = 0.04  # progress is told this often, however often the work reports it

Report = Callable[[Any], None]
CheckCancel = Callable[[], None]
Work = Callable[[Report, CheckCancel], object]


class Background(QObject):
    """Does one piece of work at a time. All signals come on the thread of this object.

    Signals
    -------
    progressed : object
        What the work reported last.
    done : object
        What the work gave back.
    failed : EngineError
    stopped
        It was cancelled.
    ended
        After any of the three.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    _reported = Signal(object)
    _left = Signal(object, object)  # result, exception

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._thread: threading.Thread | None = None
        self._is_cancelled = threading.Event()
        self._last_told_s = 0.0
        self._answer: tuple[object, EngineError | Cancelled | None] = (None, None)
        self._reported.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._left.connect(self._end, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:  # a program that ends must not leave half of a file
            application.aboutToQuit.connect(self.close)

    @property
    def is_running(self) -> bool:
        """Whether work is going on, or its end was not told yet."""
        return self._thread is not None

    def start(self, work: Work) -> None:
        """Begin; ``work`` is given where to report and what raises `Cancelled` to stop it.

        Raises
        ------
        RuntimeError
            While other work goes on.
        """
        if self._thread is not None:
            raise RuntimeError(f"{self._name} is busy")
        self._is_cancelled.clear()
        self._last_told_s = 0.0
        self._thread = threading.Thread(target=self._run, args=(work,), name=self._name)
        self._thread.start()

    def run(self, work: Work) -> object:
        """Do a piece of work at once, waited for as by `wait`; what it gives back.

        Raises
        ------
        EngineError, Cancelled
            As the work did.
        """
        self.start(work)
        self.wait()
        result, error = self._answer
        if error is not None:
            raise error
        return result

    def cancel(self) -> None:
        """Ask the work to stop; `stopped` follows unless it is done first."""
        self._is_cancelled.set()

    def wait(self) -> None:
        """Let the window paint and hear, but nobody click, until the work has ended."""
        while self._thread is not None:  # its end may begin the next piece
            loop = QEventLoop()
            self.ended.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def close(self) -> None:
        """Cancel and wait; nothing is told any more."""
        self.cancel()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

    def _check_cancel(self) -> None:
        if self._is_cancelled.is_set():
            raise Cancelled

    def _report(self, progress: object) -> None:
        now_s = time.monotonic()
        if now_s - self._last_told_s >= _TELL_S:
            self._last_told_s = now_s
            self._reported.emit(progress)

    def _run(self, work: Work) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = work(self._report, self._check_cancel)
        except Exception as caught:  # noqa: BLE001 - told on the other thread
            error = caught
        self._left.emit(result, error)

    def _end(self, result: object, error: Exception | None) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return  # closed meanwhile
        thread.join()
        if error is not None and not isinstance(error, EngineError | Cancelled):
            log.error("%s failed", self._name, exc_info=error)
            error = EngineError(
                f"Something in Melisma went wrong ({type(error).__name__}: {error}): your song is "
                "as it was; save it, and send a report from the Help menu.",
                code="internal",
            )
        self._answer = (result, error)
        if error is None:
            self.done.emit(result)
        elif isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)
        self.ended.emit()
