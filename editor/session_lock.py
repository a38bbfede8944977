"""A file that one process holds; the system gives it back when that process is gone."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class SessionLock:
    """Held from ``taken`` to ``release``; a process that is killed releases it as well."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle: int | None = handle

    @classmethod
    def taken(cls, path: Path) -> SessionLock | None:
        """The lock, or None where another session holds it.

        Raises
        ------
        OSError
            When the folder refuses.
        """
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
            try:
                if not _try_lock(handle):
                    os.close(handle)
                    return None
                # Between opening and locking, another session may have removed the file.
                if _is_same(path, handle):
                    return cls(path, handle)
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)

    def release(self, *, remove: bool = False) -> None:
        """Give it back; may be called again."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if remove and os.name != "nt":
            self.path.unlink(missing_ok=True)
        os.close(handle)
        if remove and os.name == "nt":  # an open file cannot be removed there
            self.path.unlink(missing_ok=True)


def _is_same(path: Path, handle: int) -> bool:
    try:
        status = path.stat()
    except FileNotFoundError:
        return False
    mine = os.fstat(handle)
    return (status.st_dev, status.st_ino) == (mine.st_dev, mine.st_ino)


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
