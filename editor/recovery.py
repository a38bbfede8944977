"""Songs that sessions left behind when they were killed: list, recover, discard."""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from editor.errors import SongFileError
from editor.formats.records import NewerJournal, Record, read_records, unpack_body
from editor.formats.song_delta import with_delta
from editor.model.project import Project
from editor.session_lock import SessionLock

log = logging.getLogger(__name__)

_SESSION = re.compile(r"([0-9]{1,20}-[0-9]{1,10}-[0-9a-f]{8})\.(?:([0-9]{1,9})\.journal|lock)")
_PARTIAL = re.compile(r"([0-9]{1,20}-[0-9]{1,10}-[0-9a-f]{8})\.[0-9]{1,9}\.part")
_DAMAGED_KEPT_S = 30 * 86400.0  # a journal that nobody can read
MAX_FILE_BYTES = 2 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoverable:
    """A song that can be had back, for a recovery panel.

    ``changed_s``: seconds since 1970; ``n_edits``: steps since it was saved, None where unknown.
    """

    folder: Path
    session: str
    name: str
    path: Path | None
    changed_s: float
    n_edits: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RecoveredSong:
    """The song at the last whole record. ``sound_folder`` as in ``JournalState``."""

    project: Project
    path: Path | None
    sound_folder: Path | None
    changed_s: float


def list_recoverable(folder: Path) -> tuple[Recoverable, ...]:
    """Unsaved songs of sessions that are gone, the newest first; sweeps what nobody needs."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except FileNotFoundError:
        return ()
    except OSError as error:
        log.warning("Songs to recover cannot be looked for in %s: %s", folder, error)
        return ()
    matches = [m for name in names if (m := _SESSION.fullmatch(name) or _PARTIAL.fullmatch(name))]
    found: list[Recoverable] = []
    for session in sorted({match[1] for match in matches}):
        try:
            lock = SessionLock.taken(folder / f"{session}.lock")
            if lock is None:
                continue  # it lives
            try:
                item = _look(folder, session)
                if item is not None:
                    found.append(item)
            finally:
                lock.release(remove=not _files(folder, session))
        except OSError as error:
            log.warning("The journal %s in %s cannot be read: %s", session, folder, error)
    return tuple(sorted(found, key=lambda item: item.changed_s, reverse=True))


def recover(item: Recoverable) -> RecoveredSong:
    """The song as it was at the last whole record.

    It stays on disk: discard it once the song is in the journal of this session, or saved.

    Raises
    ------
    SongFileError
        When it is not there any more, another session has it, or it is damaged.
    """
    path = item.folder / f"{item.session}.journal"
    try:
        lock = _held(item)
        try:
            for number in _numbers(item.folder, item.session):
                path = _path(item.folder, item.session, number)
                song = _replayed(path)
                if song is not None:
                    return song
        finally:
            lock.release(remove=not _files(item.folder, item.session))
    except OSError as error:
        raise SongFileError(
            f"{path} cannot be read ({error.strerror}): check your rights and try again.",
            code="cannot-read",
            path=path,
        ) from error
    raise SongFileError(
        f"{path} holds no song that could be recovered: open the song file or its backup instead.",
        code="bad-journal",
        path=path,
    )


def discard(item: Recoverable) -> None:
    """Remove a song that is not wanted, or recovered and kept elsewhere.

    Raises
    ------
    SongFileError
        When another session has it, or the folder refuses.
    """
    try:
        lock = _held(item)
        try:
            for path in _files(item.folder, item.session):
                path.unlink(missing_ok=True)
        finally:
            lock.release(remove=not _files(item.folder, item.session))
    except OSError as error:
        raise SongFileError(
            f"The journal in {item.folder} cannot be removed ({error.strerror}): check your "
            "rights there.",
            code="cannot-write",
            path=item.folder,
        ) from error


def _held(item: Recoverable) -> SessionLock:
    lock = SessionLock.taken(item.folder / f"{item.session}.lock")
    if lock is None:
        raise SongFileError(
            f"The song '{item.name}' is being recovered by another window: use that one.",
            code="journal-in-use",
            path=item.folder,
        )
    return lock


def _path(folder: Path, session: str, number: int) -> Path:
    return folder / f"{session}.{number}.journal"


def _numbers(folder: Path, session: str) -> list[int]:
    """Numbers of a session's files, the newest first."""
    found = [_SESSION.fullmatch(path.name) for path in folder.glob(f"{session}.*.journal")]
    return sorted((int(match[2]) for match in found if match), reverse=True)


def _files(folder: Path, session: str) -> list[Path]:
    """Everything of a session but its lock."""
    return [*folder.glob(f"{session}.*.journal"), *folder.glob(f"{session}.*.part")]


def _opened(path: Path) -> BinaryIO:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    # A pipe in place of a file must not make us wait.
    return os.fdopen(os.open(path, flags | getattr(os, "O_NONBLOCK", 0)), "rb")


def _records(path: Path) -> Iterator[Record]:
    with _opened(path) as file:
        if os.fstat(file.fileno()).st_size > MAX_FILE_BYTES:
            raise ValueError("it is larger than any journal")
        yield from read_records(file)


def _look(folder: Path, session: str) -> Recoverable | None:
    """What a session that is gone left; removes it when nobody can want it."""
    for number in _numbers(folder, session):
        path = _path(folder, session, number)
        last: Record | None = None
        try:
            for record in _records(path):
                last = record
        except NewerJournal as error:
            log.info("%s stays where it is: %s", path, error)
            return None
        except (ValueError, RecursionError) as error:
            log.info("%s is damaged: %s", path, error)
        if last is None:
            continue
        if last.about.get("is_clean") is True:
            break
        return Recoverable(
            folder=folder,
            session=session,
            name=_text(last.about.get("name")),
            path=_as_path(last.about.get("path")),
            changed_s=_time_s(last, path),
            n_edits=_count(last.about.get("n_edits")),
        )
    else:
        paths = _files(folder, session)
        newest_s = max((path.lstat().st_mtime for path in paths), default=0.0)
        is_journal = any(path.suffix == ".journal" for path in paths)
        if is_journal and time.time() - newest_s < _DAMAGED_KEPT_S:
            log.warning("A journal in %s is damaged and cannot be recovered: %s", folder, session)
            return None
    for path in _files(folder, session):
        path.unlink(missing_ok=True)
    return None


def _replayed(path: Path) -> RecoveredSong | None:
    project, last = Project(), None
    try:
        for record in _records(path):
            if record.body:
                project = with_delta(project, *unpack_body(record.body))
            last = record
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        log.warning("%s is damaged behind its last whole record: %s", path, error)
    except (OverflowError, RecursionError, MemoryError) as error:
        log.warning("%s holds what no song holds: %s", path, error)
    if last is None:
        return None
    return RecoveredSong(
        project=project,
        path=_as_path(last.about.get("path")),
        sound_folder=_as_path(last.about.get("sound_folder")),
        changed_s=_time_s(last, path),
    )


def _time_s(record: Record, path: Path) -> float:
    """When a record was written; a clock that stood wrong must not stop a calendar."""
    is_time = 0.0 <= record.time_s < 1e11
    return record.time_s if is_time else path.lstat().st_mtime


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _count(value: object) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value < 1 << 31 else None


def _as_path(value: object) -> Path | None:
    if not isinstance(value, str) or not value or "\0" in value:
        return None
    path = Path(value)
    return path if path.is_absolute() else None
