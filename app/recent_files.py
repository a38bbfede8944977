"""Songs that were open lately, newest first, in a file that all windows share. No Qt here."""

from __future__ import annotations

import json
import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor.errors import SongFileError
from editor.formats.atomic_file import write_atomically

log = logging.getLogger(__name__)

MAX_FILES = 12
_MAX_BYTES = 1 << 20
_LAST_S = 1e11  # a clock that stood wrong must not stop a calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentFile:
    """A song and when it was open last, seconds since 1970."""

    path: Path
    opened_s: float

    @property
    def is_there(self) -> bool:
        """Whether the file can still be found."""
        try:
            return self.path.is_file()
        except OSError:
            return False


class RecentFiles:
    """Reads the list anew each time, so that windows do not undo what another one adds.

    Nobody needs the list: a file that cannot be read is an empty one, and one that cannot be
    written is only logged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def files(self) -> tuple[RecentFile, ...]:
        """What there is, the newest first."""
        try:
            if self._path.stat().st_size > _MAX_BYTES:
                return ()
            raw = json.loads(self._path.read_bytes())
            return tuple(_from_raw(raw))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError, LookupError, RecursionError) as error:
            log.info("The list of recent songs cannot be read: %s", error)
            return ()

    def add(self, path: Path, *, now_s: float | None = None) -> None:
        """Put a song on top."""
        path = path.absolute()
        newest = RecentFile(path=path, opened_s=time.time() if now_s is None else now_s)
        self._write((newest, *(file for file in self.files() if file.path != path)))

    def remove(self, path: Path) -> None:
        """Forget a song; its file stays."""
        self._write([file for file in self.files() if file.path != path])

    def clear(self) -> None:
        """Forget all."""
        self._write(())

    def _write(self, files: Sequence[RecentFile]) -> None:
        content = [
            {"path": str(file.path), "opened_s": file.opened_s} for file in files[:MAX_FILES]
        ]
        text = json.dumps(
            {"format": "melisma-recent", "files": content}, ensure_ascii=True, indent=1
        )
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, (text + "\n").encode())
        except (OSError, SongFileError) as error:
            log.warning("The list of recent songs cannot be written: %s", error)


def _from_raw(raw: Any) -> list[RecentFile]:
    found: dict[Path, RecentFile] = {}
    for item in raw["files"]:
        path, opened_s = item["path"], item["opened_s"]
        is_sound = (
            isinstance(path, str)
            and "\0" not in path
            and isinstance(opened_s, (int, float))
            and math.isfinite(opened_s)
            and Path(path).is_absolute()
        )
        if is_sound:
            when_s = min(max(0.0, float(opened_s)), _LAST_S)
            found.setdefault(Path(path), RecentFile(path=Path(path), opened_s=when_s))
    return list(found.values())[:MAX_FILES]
