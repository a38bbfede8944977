"""Song formats by file ending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editor.errors import SongFileError
from editor.model.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class SongRead:
    """A song and what of its file could not be taken over."""

    project: Project
    warnings: tuple[str, ...] = ()


def _read_native(path: Path) -> tuple[Project, tuple[str, ...]]:
    from editor.formats.native import read_native

    return read_native(path)


def read_newer(path: Path) -> SongRead:
    """Read a song of a newer version as far as this one understands it.

    Raises
    ------
    SongFileError
        When it cannot be read at all.
    """
    from editor.formats.native import read_native

    project, warnings = read_native(path, allow_newer=True)
    return SongRead(project=project, warnings=warnings)


def read_backup(path: Path) -> SongRead:
    """Read what saving kept of a song's version before.

    Raises
    ------
    SongFileError
        When there is none that can be read.
    """
    from editor.formats.native import backup_path, read_native

    project, warnings = read_native(backup_path(path))
    return SongRead(project=project, warnings=warnings)


def has_backup(path: Path) -> bool:
    """Whether a version before lies beside a song."""
    from editor.formats.native import backup_path

    return backup_path(path).is_file()


def _read_midi(path: Path) -> tuple[Project, tuple[str, ...]]:
    from editor.formats.midi import read_midi

    return read_midi(path)


def _read_ds(path: Path) -> tuple[Project, tuple[str, ...]]:
    from editor.formats.ds_import import read_ds

    return read_ds(path)


def _write_native(project: Project, path: Path) -> tuple[str, ...]:
    from editor.formats.native import write_native

    write_native(project, path)
    return ()


def _write_midi(project: Project, path: Path) -> tuple[str, ...]:
    from editor.formats.midi import write_midi

    return write_midi(project, path)


READERS: dict[str, Callable[[Path], tuple[Project, tuple[str, ...]]]] = {
    ".melisma": _read_native,
    ".ds": _read_ds,
    ".mid": _read_midi,
    ".midi": _read_midi,
}
WRITERS: dict[str, Callable[[Project, Path], tuple[str, ...]]] = {
    ".melisma": _write_native,
    ".mid": _write_midi,
}


def read_song(path: Path) -> SongRead:
    """Read a song file of any known kind.

    Raises
    ------
    SongFileError
        For an unknown ending or an unreadable file.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise SongFileError(
            f"{path} has an ending that Melisma does not open: use one of {' '.join(READERS)}.",
            code="unknown-format",
            path=path,
        )
    project, warnings = reader(path)
    return SongRead(project=project, warnings=warnings)


def write_song(project: Project, path: Path) -> tuple[str, ...]:
    """Write a song by its file's ending; names what the format cannot hold.

    Raises
    ------
    SongFileError
        For an unknown ending or a disk that refuses.
    """
    writer = WRITERS.get(path.suffix.lower())
    if path.suffix.lower() == ".ds":
        raise SongFileError(
            f"{path} holds what was sung, so the song must be sung for it: use 'render SONG --ds "
            f"{path.name}'.",
            code="ds-needs-singing",
            path=path,
        )
    if writer is None:
        raise SongFileError(
            f"{path} has an ending that Melisma does not write: use one of {' '.join(WRITERS)}.",
            code="unknown-format",
            path=path,
        )
    return writer(project, path)
