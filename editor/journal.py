"""The autosave journal: what was done since the last save is on disk within a second.

Every session writes one file of its own, ``<session>.<number>.journal``, and holds
``<session>.lock`` as long as it lives. The first record is the whole song, each further one what
differs from the record before (``editor.formats.song_delta``): songs are compared by what they
share, so that an edit costs what it changed, and edits that come faster than the disk become one
record. A file that has grown is written anew with one record and a higher number. A song that is
as it was saved is marked so, and not offered.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from editor.errors import SongFileError
from editor.formats.atomic_file import sync_folder
from editor.formats.records import (
    FILE_HEAD,
    FIRST_CHECKSUM,
    encode_record,
    pack_body,
    unpack_body,
)
from editor.formats.song_delta import song_delta, with_delta
from editor.formats.song_json import Arrays
from editor.model.project import Project
from editor.session_lock import SessionLock

log = logging.getLogger(__name__)

_EMPTY = Project()
_GATHER_S = 0.2  # edits of a drag become one record
_RETRY_S = 5.0  # a full disk is asked again
_SMALL_BYTES = 4 << 20  # a file below this is not written anew
_GROWTH = 4  # nor one below this many times the song in it


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class JournalState:
    """A song and where it stands. ``sound_folder``: where relative sound paths count from.

    ``n_edits``: how many steps it is away from its file.
    """

    project: Project
    path: Path | None = None
    sound_folder: Path | None = None
    is_clean: bool = False
    n_edits: int = 0

    def about(self) -> dict[str, Any]:
        """What a recovery panel shows without unpacking a song."""
        return {
            "name": self.project.name,
            "path": None if self.path is None else str(self.path),
            "sound_folder": None if self.sound_folder is None else str(self.sound_folder),
            "is_clean": self.is_clean,
            "n_edits": self.n_edits,
        }


class Journal:
    """Writes behind, from one thread.

    Parameters
    ----------
    folder : Path
        Shared by all sessions; made when there is something to write.
    report : callable, optional
        Called from the writer's thread with an error when the disk refuses, and with None once it
        takes everything again. Nothing is lost meanwhile: the song is kept and tried again.
    gather_s, retry_s : float
        How long edits are gathered into a record, and when a disk that refused is asked again.
    """

    def __init__(
        self,
        folder: Path,
        *,
        report: Callable[[SongFileError | None], None] | None = None,
        gather_s: float = _GATHER_S,
        retry_s: float = _RETRY_S,
    ) -> None:
        self._folder = folder
        self._report = report
        self._gather_s = gather_s
        self._retry_s = retry_s
        self._changed = threading.Condition()
        self._newest: JournalState | None = None
        self._is_closing = False
        self._is_asked = False  # write now
        self._is_busy = False
        self._thread: threading.Thread | None = None
        self._file = _SessionFile(folder)
        self._is_refused = False

    def put(self, state: JournalState) -> None:
        """Keep this state; returns at once. Call it after every edit, save and opened song."""
        with self._changed:
            if self._is_closing:
                raise RuntimeError("the journal is closed")
            self._newest = state
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._write_all, name="song-journal", daemon=True
                )
                self._thread.start()
            self._changed.notify_all()

    def set_gather_s(self, gather_s: float) -> None:
        """How long edits are gathered into a record from the next one on."""
        with self._changed:
            self._gather_s = gather_s

    def drain(self) -> bool:
        """Write what was put so far and wait for it; False where the disk refuses."""
        with self._changed:
            if self._newest is not None or self._is_busy:
                self._is_asked = True
                self._changed.notify_all()
                self._changed.wait_for(lambda: not self._is_asked)
            return not self._is_refused

    def close(self, *, discard: bool) -> None:
        """End the writer, after a clean exit with ``discard``; may be called again.

        Without ``discard`` the song stays recoverable, unless it is as it was saved.
        """
        with self._changed:
            self._is_closing = True
            if discard:
                self._newest = None
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._file.close(discard=discard)

    # ------------------------------------------------------------------ the writer's thread

    def _write_all(self) -> None:
        is_refused = is_last = False
        while not is_last:
            with self._changed:
                self._changed.wait_for(lambda: self._newest is not None or self._is_closing)
                wait_s = self._retry_s if is_refused else self._gather_s
                self._changed.wait_for(lambda: self._is_closing or self._is_asked, wait_s)
                state, self._newest = self._newest, None
                is_last, self._is_busy = self._is_closing, True
            problem = None if state is None else self._refusal(state)
            if (problem is not None) != self._is_refused:
                self._tell(problem)
            with self._changed:
                if problem is not None and self._newest is None:
                    self._newest = state
                if problem is not None or self._newest is None:
                    self._is_asked = False
                self._is_refused, self._is_busy = problem is not None, False
                self._changed.notify_all()
            is_refused = problem is not None

    def _tell(self, problem: SongFileError | None) -> None:
        if self._report is None:
            return
        try:
            self._report(problem)
        except Exception:
            log.exception("Nobody could be told about the journal.")

    def _refusal(self, state: JournalState) -> SongFileError | None:
        """Why a state could not be written, if so."""
        try:
            self._file.write(state)
        except Exception as error:  # noqa: BLE001 - a writer that dies would keep nothing at all
            reason = (isinstance(error, OSError) and error.strerror) or str(error)[:120]
            log.warning("The journal in %s cannot be written: %r", self._folder, error)
            return SongFileError(
                f"What you do is not being kept for recovery: {self._folder} cannot be written "
                f"({reason}). Save the song now, and see that the folder has room and is yours.",
                code="cannot-journal",
                path=self._folder,
            )
        return None


class _SessionFile:
    """The session's lock and current file; the song that its records lead to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._session = ""
        self._lock: SessionLock | None = None
        self._number = 0
        self._file: BinaryIO | None = None
        self._end = 0
        self._largest = 0  # the file is written anew above this many bytes
        self._checksum = b""
        self._written = JournalState(project=_EMPTY, is_clean=True)

    def write(self, state: JournalState) -> None:
        if self._file is None:
            if not state.is_clean:
                self._begin(state)
            return
        if self._end > self._largest:
            try:
                self._begin(state)
            except OSError as error:
                log.info("The journal goes on growing: %s", error)
                self._largest = 2 * self._end
            else:
                return
        self._append(state)

    def close(self, *, discard: bool) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        if self._lock is None:
            return
        is_needless = discard or self._written.is_clean
        if is_needless:
            self._path().unlink(missing_ok=True)
        self._lock.release(remove=is_needless)
        self._lock = None

    def _path(self) -> Path:
        return self._folder / f"{self._session}.{self._number}.journal"

    def _append(self, state: JournalState) -> None:
        assert self._file is not None
        body = b""
        if state.project is not self._written.project:
            body = _packed(self._written.project, state.project)
        elif state.about() == self._written.about():
            return
        content, checksum = encode_record(
            state.about(), body, time_s=time.time(), checksum=self._checksum
        )
        # After a record that did not fit, its rest lies here: it is written over.
        self._file.seek(self._end)
        _write_out(self._file, content)
        self._end += len(content)
        self._checksum, self._written = checksum, state

    def _begin(self, state: JournalState) -> None:
        """A file of its own for the whole song; the one before goes when this one is there."""
        while self._lock is None:  # who lists sessions may hold a new one for a moment
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            now_ms = time.time_ns() // 1_000_000
            self._session = f"{now_ms}-{os.getpid()}-{secrets.token_hex(4)}"
            self._lock = SessionLock.taken(self._folder / f"{self._session}.lock")
        content, checksum = encode_record(
            state.about(),
            _packed(_EMPTY, state.project),
            time_s=time.time(),
            checksum=FIRST_CHECKSUM,
        )
        old_path = self._path() if self._file is not None else None
        new_path = self._folder / f"{self._session}.{self._number + 1}.journal"
        partial = new_path.with_suffix(".part")
        file = _created(partial)
        try:
            _write_out(file, FILE_HEAD + content)
            if os.name == "nt":  # an open file cannot be renamed there
                file.close()
            os.replace(partial, new_path)
            if file.closed:
                file = new_path.open("r+b", buffering=0)
            sync_folder(self._folder)
        except BaseException:
            file.close()
            partial.unlink(missing_ok=True)
            raise
        if self._file is not None:
            self._file.close()
        self._file, self._number = file, self._number + 1
        self._end = len(FILE_HEAD) + len(content)
        self._largest = max(_SMALL_BYTES, _GROWTH * self._end)
        self._checksum, self._written = checksum, state
        if old_path is not None:
            old_path.unlink(missing_ok=True)


def _packed(before: Project, after: Project) -> bytes:
    arrays = Arrays()
    body = pack_body(song_delta(before, after, arrays), arrays.content)
    # What could not be read back would make all records behind it worthless: say so now.
    with_delta(before, *unpack_body(body))
    return body


def _created(path: Path) -> BinaryIO:
    path.unlink(missing_ok=True)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0)


def _write_out(file: BinaryIO, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())
