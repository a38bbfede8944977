"""The log file holds what happened, Qt's part too, and never grows without end."""

from __future__ import annotations

import logging

from PySide6.QtCore import QtMsgType, qCritical, qInstallMessageHandler, qWarning

from app import logging_setup
from app.logging_setup import LOG_NAME, N_OLD_LOGS, LogFile


def test_messages_of_ours_and_of_qt_are_in_the_file(tmp_path):
    folder = tmp_path / "deep" / "logs"
    with LogFile(folder) as log_file:
        logging.getLogger("app.test").info("a song was opened: %s", "曲")
        logging.getLogger("app.test").debug("too much")
        qWarning("Qt is unhappy")
        qCritical("Qt is very unhappy")
    text = (folder / LOG_NAME).read_text(encoding="utf-8")
    assert log_file.path == folder / LOG_NAME
    assert "INFO MainThread app.test: a song was opened: 曲" in text
    assert "too much" not in text
    assert "WARNING MainThread qt: Qt is unhappy" in text
    assert "ERROR MainThread qt: Qt is very unhappy" in text


def test_closing_gives_everything_back(tmp_path):
    root = logging.getLogger()
    before = (list(root.handlers), root.level)
    seen: list[str] = []

    def listen(_kind: QtMsgType, _context: object, text: str) -> None:
        seen.append(text)

    qInstallMessageHandler(listen)
    try:
        log_file = LogFile(tmp_path)
        qWarning("into the file")
        log_file.close()
        log_file.close()
        qWarning("not into the file")
    finally:
        qInstallMessageHandler(None)
    assert (list(root.handlers), root.level) == before
    assert seen == ["not into the file"]
    assert "not into the file" not in (tmp_path / LOG_NAME).read_text(encoding="utf-8")


def test_files_rotate(tmp_path, monkeypatch):
    monkeypatch.setattr(logging_setup, "MAX_LOG_BYTES", 2000)
    with LogFile(tmp_path):
        for number in range(400):
            logging.getLogger("app.test").info("line %d", number)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [LOG_NAME, *(f"{LOG_NAME}.{n}" for n in range(1, N_OLD_LOGS + 1))]
    assert all(path.stat().st_size <= 2000 for path in tmp_path.iterdir())


def test_without_a_folder_to_write_the_program_goes_on_and_says_so(tmp_path, capsys):
    (tmp_path / "logs").write_bytes(b"a file in the way")
    with LogFile(tmp_path / "logs") as log_file:
        logging.getLogger("app.test").warning("goes to standard error")
    assert log_file.path is None
    error = capsys.readouterr().err
    assert "No log can be written in" in error
    assert "goes to standard error" in error


def test_text_that_is_no_unicode_does_not_stop_the_log(tmp_path):
    with LogFile(tmp_path):
        logging.getLogger("app.test").info("a name: %s", "\udcff")
    assert "\\udcff" in (tmp_path / LOG_NAME).read_text(encoding="utf-8")
