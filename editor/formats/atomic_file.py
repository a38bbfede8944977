"""Replace a file as a whole: after a crash it is the old one or the new one."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from editor.errors import SongFileError


def write_atomically(path: Path, content: bytes, *, backup: bool = False) -> None:
    """Write beside the target, flush to disk, rename.

    A link is followed, the target's mode is kept, and with ``backup`` the former content stays as
    ``<name>.bak``.

    Raises
    ------
    SongFileError
        When the disk or the rights refuse; the former file is untouched.
    """
    target = Path(os.path.realpath(path))
    temporary: Path | None = None
    try:
        folder, prefix = target.parent, f".{target.name}."
        handle, name = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=folder)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
            if backup:
                _keep(target)
        else:
            mask = os.umask(0o022)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
        os.replace(temporary, target)
        temporary = None
        sync_folder(target.parent)
    except OSError as error:
        raise SongFileError(
            f"{path} cannot be written ({error.strerror}): check that the folder exists, that you "
            "may write there and that the disk has room; nothing was changed.",
            code="cannot-write",
            path=path,
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _keep(target: Path) -> None:
    backup = target.with_name(target.name + ".bak")
    handle, name = tempfile.mkstemp(prefix=f".{backup.name}.", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        shutil.copy2(target, name)
        os.replace(name, backup)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder to disk."""
    if os.name == "nt":
        return  # a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
