"""``.melisma``: a zip of readable JSON and checksummed arrays (design, section 7).

``project.json`` has one note a line, so that version control can show what changed. Arrays lie
under ``arrays/`` as raw little-endian float32; JSON names each with its length and SHA-256. An
array that does not match is left out with a warning and predicted again. Unknown keys are kept.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from editor.errors import SongFileError
from editor.formats.atomic_file import write_atomically
from editor.formats.song_json import FORMAT_VERSION, Arrays, Reader, project_to_raw, to_text
from editor.model.project import Project

MAX_FILE_BYTES = 1 << 30
MAX_TOTAL_BYTES = 2 << 30
MAX_ENTRIES = 200_000

_NEWER = (
    "{path} was written by a newer Melisma (format {version}): what this one does not know may be "
    "missing, so save it under another name."
)

# (from version, to version, function that changes the decoded JSON)
UPGRADES: tuple[tuple[int, int, Callable[[dict[str, Any]], dict[str, Any]]], ...] = ()


def write_native(project: Project, path: Path) -> None:
    """Write the song; the version before stays as ``<name>.bak``.

    Raises
    ------
    SongFileError
        When the disk or the rights refuse.
    """
    arrays = Arrays()
    # Half a character that was typed or pasted must not be what keeps a song from being saved.
    text = to_text(project_to_raw(project, arrays)).encode("utf-8", "surrogatepass")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [("project.json", text), *sorted(arrays.content.items())]:
            # A fixed date: the same song gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
    write_atomically(path, stream.getvalue(), backup=True)


# ---------------------------------------------------------------------------------- reading


def read_native(path: Path, *, allow_newer: bool = False) -> tuple[Project, tuple[str, ...]]:
    """Read a song, and what of it could not be read.

    With ``allow_newer`` a song of a newer version is read as far as this one understands it; what
    it does not know is kept, and a sentence says that something may be missing.

    Raises
    ------
    SongFileError
        When the file is no song, is damaged beyond its arrays, or comes from a newer version.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise _damaged(path, "it is larger than any song")
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_ENTRIES or sum(i.file_size for i in infos) > MAX_TOTAL_BYTES:
                raise _damaged(path, "it unpacks to more than any song holds")
            raw = json.loads(archive.read("project.json"))
            if not isinstance(raw, dict) or raw.get("format") != "melisma":
                raise _damaged(path, "it holds no Melisma song")
            newer = _newer_version(raw) if allow_newer else None
            if newer is not None:
                project, warnings = Reader(archive.read, path).project(raw)
                return project, (_NEWER.format(path=path, version=newer), *warnings)
            return Reader(archive.read, path).project(_upgraded(raw, path))
    except OSError as error:
        raise SongFileError(
            f"{path} cannot be read ({error.strerror}): check the name and your rights.",
            code="cannot-read",
            path=path,
        ) from error
    except KeyError as error:
        raise _damaged(path, f"{error.args[0]} is missing") from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError) as error:
        raise _damaged(path, "it is cut off or no .melisma file") from error
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise _damaged(path, str(error)[:120]) from error
    except (NotImplementedError, RuntimeError) as error:
        raise _damaged(path, "it is packed in a way that songs are not") from error


def backup_path(path: Path) -> Path:
    """Where saving keeps the version before."""
    return path.with_name(path.name + ".bak")


def _damaged(path: Path, reason: str) -> SongFileError:
    backup = backup_path(path)
    hint = f"open {backup.name} beside it" if backup.exists() else "open a backup of it"
    return SongFileError(
        f"{path} is not a readable song ({reason}): {hint}.", code="bad-project", path=path
    )


def _newer_version(raw: dict[str, Any]) -> int | None:
    version = raw.get("format_version")
    return version if isinstance(version, int) and version > FORMAT_VERSION else None


def _upgraded(raw: dict[str, Any], path: Path) -> dict[str, Any]:
    version = raw.get("format_version")
    if not isinstance(version, int) or version < 1:
        raise _damaged(path, "it names no format version")
    if version > FORMAT_VERSION:
        raise SongFileError(
            f"{path} was written by a newer Melisma (format {version}, this one reads "
            f"{FORMAT_VERSION}): update Melisma to open it.",
            code="newer-format",
            path=path,
            version=version,
        )
    for old, new, upgrade in UPGRADES:
        if raw["format_version"] == old:
            raw = upgrade(raw) | {"format_version": new}
    return raw
