"""The log file of the window: rotated, with Qt's own messages in it."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")

LOG_NAME = "melisma.log"
MAX_LOG_BYTES = 1 << 20
N_OLD_LOGS = 3

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class LogFile:
    """Writes all logging, and Qt's messages, into a file until closed. A context manager.

    Without a folder to write in the program goes on and says so on standard error.

    Attributes
    ----------
    path : Path, optional
        The newest log file; None when none can be written.
    """

    def __init__(self, folder: Path, *, level: int = logging.INFO) -> None:
        self.path: Path | None = folder / LOG_NAME
        self._root = logging.getLogger()
        self._former_level = self._root.level
        self._handler: logging.Handler
        trouble: OSError | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handler = logging.handlers.RotatingFileHandler(
                folder / LOG_NAME,
                maxBytes=MAX_LOG_BYTES,
                backupCount=N_OLD_LOGS,
                encoding="utf-8",
                errors="backslashreplace",
            )
        except OSError as error:
            self.path, trouble = None, error
            self._handler = logging.StreamHandler()
        self._handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        )
        self._root.addHandler(self._handler)
        self._root.setLevel(level)
        self._former_qt = qInstallMessageHandler(_log_qt_message)
        if trouble is not None:
            log.warning(
                "No log can be written in %s (%s): check that you may write there.",
                folder,
                trouble.strerror,
            )

    def close(self) -> None:
        """Give logging and Qt's messages back; may be called again."""
        if self._handler not in self._root.handlers:
            return
        qInstallMessageHandler(self._former_qt)
        self._root.removeHandler(self._handler)
        self._root.setLevel(self._former_level)
        self._handler.close()

    def __enter__(self) -> LogFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    category = getattr(context, "category", None)
    shown = text if category in (None, "", "default") else f"{category}: {text}"
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", shown)
