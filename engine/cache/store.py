"""The tensor cache: a folder of files behind a small store in memory (design section 5).

Whatever is wrong with a file makes it a miss and removes it; whatever is wrong with the folder is
said once and the cache goes on in memory. Files are written behind by one thread.
"""

from __future__ import annotations

import io
import logging
import os
import queue
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.cache.format import decode, encode

log = logging.getLogger(__name__)

SUFFIX = ".tensorcache"
_TEMPORARY = ".tmp"
_STALE_S = 3600.0  # a temporary file this old belongs to a process that is gone
_MEMORY_BYTES = 64 << 20
_PENDING_BYTES = 64 << 20  # written behind at most; beyond it the engine waits for the disk
_HELD_BYTES = 32 << 20  # what may wait while the engine is at work
_KEPT_RATIO = 0.9  # of the budget after an eviction, so that not every write evicts

Tensors = dict[str, npt.NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheInfo:
    """What lies in a cache folder."""

    folder: Path
    n_files: int
    n_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearResult:
    """What was removed from a cache folder."""

    n_files: int
    n_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyResult:
    """What a look at every file found; damaged files were removed."""

    n_good: int
    n_removed: int


class TensorCache:
    """Outputs of model runs by key.

    Parameters
    ----------
    folder : Path, optional
        Shared by any number of processes; None keeps everything in memory only.
    budget_bytes : int
        Least recently used files go when the folder grows above it.
    memory_bytes : int
        Limit of the store in memory.
    """

    def __init__(
        self,
        folder: Path | None,
        *,
        budget_bytes: int = 2 << 30,
        memory_bytes: int = _MEMORY_BYTES,
    ) -> None:
        self.folder = folder
        self._budget_bytes = budget_bytes
        self._memory_bytes = memory_bytes
        self._memory_lock = threading.Lock()
        self._memory: OrderedDict[str, Tensors] = OrderedDict()
        self._memory_used = 0
        self._is_folder_usable = folder is not None
        self._folder_bytes: int | None = None
        # Files to be written; a key of None has the folder looked through for its budget.
        self._jobs: queue.SimpleQueue[tuple[str | None, Tensors, int] | None] = queue.SimpleQueue()
        self._pending_bytes = 0
        self._pending = threading.Condition()
        self._writer: threading.Thread | None = None
        self._is_discarding = False
        self._is_held = False

    def get(self, key: str) -> Tensors | None:
        """Tensors of a key, read-only, or None."""
        with self._memory_lock:
            found = self._memory.get(key)
            if found is not None:
                self._memory.move_to_end(key)
                return found
        if self.folder is None:
            return None
        name = f"{self.folder}{os.sep}{key[:2]}{os.sep}{key}{SUFFIX}"
        try:
            with open(name, "rb", buffering=0) as file:
                content = file.readall()
        except OSError:
            return None
        path = Path(name)
        try:
            tensors = decode(key, content)
        except ValueError as error:
            log.info("A damaged file left the tensor cache (%s: %s).", path.name, error)
            _remove(path)
            return None
        try:
            os.utime(path)  # its modification time is the time of last use
        except OSError as error:
            log.debug("%s keeps its time of last use: %s", path.name, error)
        self._remember(key, tensors)
        return tensors

    def put(self, key: str, tensors: Mapping[str, npt.NDArray[Any]]) -> None:
        """Keep tensors; the file is written behind. The arrays become read-only."""
        kept = dict(tensors)
        for array in kept.values():
            array.flags.writeable = False
        self._remember(key, kept)
        if not self._is_folder_usable:
            return
        n_bytes = _count_bytes(kept)
        with self._pending:
            self._pending.wait_for(
                lambda: self._pending_bytes == 0 or self._pending_bytes + n_bytes <= _PENDING_BYTES
            )
            self._pending_bytes += n_bytes
            if self._is_held and self._pending_bytes > _HELD_BYTES:
                self._pending.notify_all()
        self._hand_over((key, kept, n_bytes))

    def set_budget_bytes(self, budget_bytes: int) -> None:
        """Let the folder grow to another size; what is too much goes in the background."""
        self._budget_bytes = budget_bytes
        if self.folder is not None and self._is_folder_usable:
            self._hand_over((None, {}, 0))

    def clear(
        self,
        *,
        keep: Callable[[], Collection[str]] | None = None,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
        check: Callable[[], None] = lambda: None,
    ) -> ClearResult:
        """Remove what lies in memory and in the folder; to be called on any thread but Qt's own.

        Parameters
        ----------
        keep : callable, optional
            Gives keys that stay. Asked after the folder was looked through: what is written
            meanwhile stays in any case.
        on_progress : callable
            Hears of files done and of all files.
        check : callable
            Raises, such as Cancelled, when the work is to stop.
        """
        self.drain()
        entries = [] if self.folder is None else _scan(self.folder, sweep=True)
        kept = frozenset() if keep is None else frozenset(keep())
        with self._memory_lock:
            for key in [key for key in self._memory if key not in kept]:
                self._memory_used -= _count_bytes(self._memory.pop(key))
        doomed = [entry for entry in entries if entry.path.stem not in kept]
        return _remove_all(doomed, on_progress, check)

    def hold(self) -> None:
        """Let files wait, within bounds: writing them would slow down whoever sings now."""
        with self._pending:
            self._is_held = True

    def release(self) -> None:
        """Write what waits."""
        with self._pending:
            self._is_held = False
            self._pending.notify_all()

    def drain(self) -> None:
        """Wait until everything put so far is written."""
        self.release()
        with self._pending:
            self._pending.wait_for(lambda: self._pending_bytes == 0)

    def close(self, *, discard: bool = False) -> None:
        """Write what is pending, or ``discard`` it, and end the writer; may be called again."""
        self.release()
        if self._writer is not None:
            self._is_discarding = discard
            self._jobs.put(None)
            self._writer.join()
            self._writer = None
        with self._memory_lock:
            self._memory.clear()
            self._memory_used = 0

    def _remember(self, key: str, tensors: Tensors) -> None:
        n_bytes = _count_bytes(tensors)
        if n_bytes > self._memory_bytes // 4:
            return
        with self._memory_lock:
            if key in self._memory:
                self._memory_used -= _count_bytes(self._memory.pop(key))
            self._memory[key] = tensors
            self._memory_used += n_bytes
            while self._memory_used > self._memory_bytes:
                _, old = self._memory.popitem(last=False)
                self._memory_used -= _count_bytes(old)

    def _hand_over(self, job: tuple[str | None, Tensors, int]) -> None:
        with self._pending:
            if self._writer is None:
                self._writer = threading.Thread(
                    target=self._write_all, name="tensor-cache", daemon=True
                )
                self._writer.start()
        self._jobs.put(job)

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / f"{key}{SUFFIX}"

    # ------------------------------------------------------------------ the writer's thread

    def _write_all(self) -> None:
        while (job := self._jobs.get()) is not None:
            key, tensors, n_bytes = job
            with self._pending:
                self._pending.wait_for(
                    lambda: not self._is_held or self._pending_bytes > _HELD_BYTES
                )
            try:
                if self._is_folder_usable and not self._is_discarding:
                    if key is None:
                        self._keep_budget()
                    else:
                        self._write(key, tensors)
            except OSError as error:
                self._is_folder_usable = False
                log.warning(
                    "The tensor cache in %s cannot be written (%s): results of this session are "
                    "not kept there. Free some space or choose another folder.",
                    self.folder,
                    error.strerror or error,
                )
            finally:
                with self._pending:
                    self._pending_bytes -= n_bytes
                    self._pending.notify_all()

    def _write(self, key: str, tensors: Tensors) -> None:
        assert self.folder is not None
        if self._folder_bytes is None:
            self._folder_bytes = sum(entry.n_bytes for entry in _scan(self.folder, sweep=True))
        path = self._path(key)
        # One process writes one key at a time, so its number makes the name its own.
        temporary = path.with_name(f"{key}.{os.getpid()}{_TEMPORARY}")
        n_bytes = 0
        try:
            with _create(temporary) as file:
                for part in encode(key, tensors):
                    rest = memoryview(part)
                    while rest:
                        rest = rest[file.write(rest) :]
                    n_bytes += len(part)
            # No fsync: what a power cut tears, the checksum finds.
            os.replace(temporary, path)
        except BaseException:
            _remove(temporary)
            raise
        self._folder_bytes += n_bytes
        self._keep_budget()

    def _keep_budget(self) -> None:
        assert self.folder is not None
        if self._folder_bytes is None:
            self._folder_bytes = cache_info(self.folder).n_bytes
        if self._folder_bytes > self._budget_bytes:
            self._folder_bytes = _evict(
                self.folder, self._budget_bytes, int(self._budget_bytes * _KEPT_RATIO)
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    path: Path
    n_bytes: int
    used_ns: int


def _scan(folder: Path, *, sweep: bool = False) -> list[_Entry]:
    """Files of a cache folder; ``sweep`` removes what killed processes left half written."""
    entries = []
    for path in folder.glob("??/*"):
        try:
            status = path.stat()
        except OSError:
            continue  # another process was faster
        if path.suffix == SUFFIX:
            entries.append(_Entry(path=path, n_bytes=status.st_size, used_ns=status.st_mtime_ns))
        elif sweep and path.suffix == _TEMPORARY and time.time() - status.st_mtime > _STALE_S:
            _remove(path)
    return entries


def _evict(folder: Path, budget_bytes: int, kept_bytes: int) -> int:
    """Where files need more than the budget, the least recently used go; bytes that stay."""
    entries = sorted(_scan(folder), key=lambda entry: entry.used_ns)
    total = sum(entry.n_bytes for entry in entries)
    if total <= budget_bytes:
        return total  # others have cleared meanwhile
    for entry in entries:
        if total <= kept_bytes:
            break
        _remove(entry.path)
        total -= entry.n_bytes
    return total


def _create(path: Path) -> io.FileIO:
    """A new file, in a folder that is made if it is not there."""
    try:
        return path.open("wb", buffering=0)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb", buffering=0)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.debug("%s cannot be removed: %s", path, error)


def _remove_all(
    entries: list[_Entry], on_progress: Callable[[int, int], None], check: Callable[[], None]
) -> ClearResult:
    n_bytes = 0
    for index, entry in enumerate(entries):
        check()
        _remove(entry.path)
        n_bytes += entry.n_bytes
        on_progress(index + 1, len(entries))
    return ClearResult(n_files=len(entries), n_bytes=n_bytes)


def _count_bytes(tensors: Mapping[str, npt.NDArray[np.generic]]) -> int:
    return sum(array.nbytes for array in tensors.values())


def cache_info(folder: Path) -> CacheInfo:
    """Count and size of the files in a cache folder; a missing folder is an empty one."""
    entries = _scan(folder)
    return CacheInfo(
        folder=folder, n_files=len(entries), n_bytes=sum(entry.n_bytes for entry in entries)
    )


def clear_cache(folder: Path) -> int:
    """Remove every file of a cache folder and return how many there were."""
    entries = _scan(folder, sweep=True)
    for entry in entries:
        _remove(entry.path)
    return len(entries)


def verify_cache(folder: Path) -> VerifyResult:
    """Read every file of a cache folder; damaged ones are removed."""
    n_good = n_removed = 0
    for entry in _scan(folder, sweep=True):
        try:
            decode(entry.path.stem, entry.path.read_bytes())
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            _remove(entry.path)
            n_removed += 1
        else:
            n_good += 1
    return VerifyResult(n_good=n_good, n_removed=n_removed)
