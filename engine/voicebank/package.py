"""What a voicebank package holds, before anything of it is written: a folder or a zip archive."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from engine.errors import VoicebankError

MAX_FILES = 20_000
MAX_BYTES = 16 << 30  # unpacked
MAX_RATIO = 200.0  # unpacked to packed, of the whole archive and of each large file
_SMALL_BYTES = 1 << 20  # below it a file may be packed as well as it likes
_UTF8_FLAG = 0x800
_NAMES = ("utf-8", "cp932", "gbk")  # of archives that do not say (contract: Shift-JIS, GBK)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedFile:
    """One file of a package: where it goes, and how large it is there."""

    path: PurePosixPath
    n_bytes: int
    source: Path | zipfile.ZipInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """All files of a package; every path stays inside the folder it is unpacked to."""

    source: Path
    files: tuple[PackedFile, ...]

    @property
    def n_bytes(self) -> int:
        """Size when unpacked."""
        return sum(file.n_bytes for file in self.files)

    @property
    def roots(self) -> tuple[PurePosixPath, ...]:
        """Folders in it that look like banks, outermost only, as `bank_folders` finds them."""
        names: dict[PurePosixPath, set[str]] = {}
        for file in self.files:
            names.setdefault(file.path.parent, set()).add(file.path.name)
        found = [
            folder
            for folder, inside in names.items()
            if "dsconfig.yaml" in inside and inside & {"character.txt", "character.yaml"}
        ]
        return tuple(sorted(f for f in found if not any(other in f.parents for other in found)))


def read_package(source: Path) -> Package:
    """List a package without unpacking it.

    Raises
    ------
    VoicebankError
        When it cannot be read, holds no bank, leads out of its folder, or would unpack to more
        than can be meant.
    """
    if source.is_dir():
        return _checked(Package(source=source, files=tuple(_in_folder(source))))
    with open_archive(source) as archive:
        package = Package(source=source, files=tuple(_in_archive(source, archive)))
    package = _checked(package)
    packed_bytes = max(1, source.stat().st_size)
    if package.n_bytes > _SMALL_BYTES and package.n_bytes / packed_bytes > MAX_RATIO:
        raise _bomb(source)
    return package


@contextmanager
def open_archive(source: Path) -> Iterator[zipfile.ZipFile]:
    """An archive; whatever is wrong with it while it is read is told as one error.

    Raises
    ------
    VoicebankError
    """
    try:
        with zipfile.ZipFile(source) as archive:
            yield archive
    except (
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        UnicodeDecodeError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise VoicebankError(
            f"{source} cannot be read as a zip archive ({error}): fetch it again, or unpack it "
            "yourself and choose the folder.",
            code="unreadable-package",
            path=source,
        ) from error


def _checked(package: Package) -> Package:
    source = package.source
    if len(package.files) > MAX_FILES or package.n_bytes > MAX_BYTES:
        raise VoicebankError(
            f"{source} holds {len(package.files)} files of {package.n_bytes >> 20} MiB together, "
            f"more than the {MAX_FILES} files and {MAX_BYTES >> 30} GiB that a voice may have: "
            "unpack it yourself and choose the folder of one voice.",
            code="package-too-large",
            path=source,
        )
    if not package.roots:
        raise VoicebankError(
            f"{source} holds no DiffSinger voicebank: a dsconfig.yaml beside a character.txt or "
            "character.yaml is missing.",
            code="no-voicebank",
            path=source,
        )
    seen: dict[str, PurePosixPath] = {}
    for file in package.files:
        other = seen.setdefault(str(file.path).casefold(), file.path)
        if other is not file.path:
            raise VoicebankError(
                f"{source} holds both {other} and {file.path}, which are one file on many "
                "systems: ask its maker for a package without that.",
                code="double-name",
                path=source,
            )
    return package


def _in_folder(folder: Path) -> Iterator[PackedFile]:
    base = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() and not path.resolve().is_relative_to(base):
            raise _escape(folder, path.relative_to(folder).as_posix())
        if path.is_file():
            place = PurePosixPath(path.relative_to(folder).as_posix())
            yield PackedFile(path=place, n_bytes=path.stat().st_size, source=path)


def _in_archive(source: Path, archive: zipfile.ZipFile) -> Iterator[PackedFile]:
    entries = archive.infolist()
    names = _decoded_names(entries)
    for entry, name in zip(entries, names, strict=True):
        if entry.is_dir():
            continue
        place = _inside(source, name)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise VoicebankError(
                f"{source} holds a link ({name}), which is not followed: unpack it yourself and "
                "choose the folder.",
                code="link-in-package",
                path=source,
            )
        if entry.flag_bits & 0x1:
            raise VoicebankError(
                f"{source} is locked with a password: unpack it yourself and choose the folder.",
                code="locked-package",
                path=source,
            )
        if entry.file_size > _SMALL_BYTES and (
            entry.file_size > MAX_RATIO * max(1, entry.compress_size)
        ):
            raise _bomb(source)
        yield PackedFile(path=place, n_bytes=entry.file_size, source=entry)


def _decoded_names(entries: list[zipfile.ZipInfo]) -> list[str]:
    """Names as their maker wrote them: one encoding for all that do not say that they are UTF-8."""
    raw = [
        None if entry.flag_bits & _UTF8_FLAG else entry.orig_filename.encode("cp437", "replace")
        for entry in entries
    ]
    found: list[tuple[int, list[str]]] = []
    for encoding in _NAMES:
        try:
            names = [
                entry.filename if name is None else name.decode(encoding).replace("\\", "/")
                for entry, name in zip(entries, raw, strict=True)
            ]
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8":
            return names  # no other encoding gives bytes like these
        found.append((_n_unlikely(names), names))
    if not found:
        return [entry.filename for entry in entries]
    return min(found, key=lambda item: item[0])[1]


def _n_unlikely(names: list[str]) -> int:
    """Signs that hardly stand in names: private ones, and half-wide katakana."""
    signs = "".join(names)
    return sum("\ue000" <= sign <= "\uf8ff" or "\uff61" <= sign <= "\uff9f" for sign in signs)


def _inside(source: Path, name: str) -> PurePosixPath:
    """A path that stays in the folder it is unpacked to, on every system."""
    parts = name.replace("\\", "/").split("/")
    is_bad = (
        name.startswith(("/", "\\"))
        or any(part in ("..", "") for part in parts)
        or any(ord(sign) < 32 or sign in '<>:"|?*' for sign in name)
    )
    if is_bad:
        raise _escape(source, name)
    return PurePosixPath(*parts)


def _escape(source: Path, name: str) -> VoicebankError:
    return VoicebankError(
        f"{source} wants to write {name[:80]!r}, which leads out of the voice's folder or is no "
        "name that all systems know: nothing was installed.",
        code="path-escape",
        path=source,
    )


def _bomb(source: Path) -> VoicebankError:
    return VoicebankError(
        f"{source} unpacks to far more than voices do (over {MAX_RATIO:.0f} times its size): "
        "nothing was installed.",
        code="package-bomb",
        path=source,
    )
