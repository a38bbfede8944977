"""Put voicebanks into a folder of voices, and take them out: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from zipfile import ZipInfo

from engine.errors import VoicebankError
from engine.voicebank.bank import load_bank
from engine.voicebank.package import Package, PackedFile, open_archive

_TEMPORARY = ".installing-"
_CHUNK_BYTES = 1 << 20

Progress = Callable[[int, int], None]  # bytes written and all
CheckCancel = Callable[[], None]


def installed_name(package: Package) -> str:
    """The folder's name that a package gets: that of its bank, else its own."""
    source = package.source
    return package.roots[0].name or (source.name if source.is_dir() else source.stem)


def install(
    package: Package,
    voices: Path,
    *,
    replace: bool = False,
    progress: Progress = lambda _done, _all: None,
    check_cancel: CheckCancel = lambda: None,
) -> Path:
    """Unpack into a temporary folder, read the bank there, and rename.

    A package whose banks share files through ``..`` keeps its layout: what is put in place is the
    folder that holds all of it.

    Parameters
    ----------
    package : Package
    voices : Path
        Folder of voices; it is made when it is not there.
    replace : bool
        Whether a voice of the same name gives way.
    progress, check_cancel : callable
        The latter raises what stops the work.

    Returns
    -------
    Path
        Folder of the first bank.

    Raises
    ------
    VoicebankError
        When it is there already, no bank can be read from it, or the disk refuses. Nothing of it
        is left then.
    """
    target = voices / installed_name(package)
    if target.exists() and not replace:
        raise VoicebankError(
            f"There is a voice in {target} already: remove it first, or have it replaced.",
            code="voice-exists",
            path=target,
        )
    temporary: Path | None = None
    try:
        voices.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=voices))
        unpacked = temporary / "voice"
        _unpack(package, unpacked, progress, check_cancel)
        roots = package.roots
        for root in roots:
            load_bank(unpacked / root)
        top = roots[0] if len(roots) == 1 and _is_alone(package, roots[0]) else PurePosixPath()
        _put(unpacked / top, target, temporary)
        return target / roots[0].relative_to(top)
    except OSError as error:
        raise VoicebankError(
            f"{package.source} cannot be installed in {voices} ({error.strerror or error}): check "
            "the room on the disk and who may write there.",
            code="install-failed",
            path=voices,
        ) from error
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def remove(folder: Path, voices: Path) -> None:
    """Take a voice away: first out of sight as a whole, then its files.

    Raises
    ------
    VoicebankError
        When it does not lie in the folder of voices, or may not be removed.
    """
    inside = folder.resolve()
    base = voices.resolve()
    if base not in inside.parents:
        raise VoicebankError(
            f"{folder} is not in {voices}: Melisma removes only what it installed; delete the "
            "folder yourself if you mean it.",
            code="not-ours",
            path=folder,
        )
    try:
        grave = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=voices))
        inside.rename(grave / "voice")
    except OSError as error:
        raise VoicebankError(
            f"{folder} cannot be removed ({error.strerror}): close what uses it and check who may "
            "write there.",
            code="remove-failed",
            path=folder,
        ) from error
    shutil.rmtree(grave, ignore_errors=True)


def sweep(voices: Path) -> None:
    """Clear away what an installation left that was cut off in the middle."""
    if voices.is_dir():
        for left in voices.glob(f"{_TEMPORARY}*"):
            shutil.rmtree(left, ignore_errors=True)


def _is_alone(package: Package, root: PurePosixPath) -> bool:
    """Whether all that matters lies in the bank's folder; a readme beside it does not."""
    beside = [file.path for file in package.files if root not in file.path.parents]
    return not any(path.suffix in (".onnx", ".yaml", ".emb", ".json") for path in beside)


def _unpack(package: Package, folder: Path, progress: Progress, check_cancel: CheckCancel) -> None:
    n_all, n_done = package.n_bytes, 0

    def tell(n_bytes: int) -> None:
        nonlocal n_done
        check_cancel()
        n_done += n_bytes
        progress(n_done, n_all)

    if package.source.is_dir():
        for file in package.files:
            assert isinstance(file.source, Path)
            with file.source.open("rb") as stream:
                _write(stream.read, file, folder, tell)
        return
    with open_archive(package.source) as archive:
        for file in package.files:
            assert isinstance(file.source, ZipInfo)
            with archive.open(file.source) as packed:
                _write(packed.read, file, folder, tell)


def _write(
    read: Callable[[int], bytes], file: PackedFile, folder: Path, tell: Callable[[int], None]
) -> None:
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    left = file.n_bytes
    with path.open("xb") as stream:
        while chunk := read(min(_CHUNK_BYTES, left + 1)):
            left -= len(chunk)
            if left < 0:  # its table of contents lied
                raise VoicebankError(
                    f"{file.path} is larger than its archive says: nothing was installed.",
                    code="package-bomb",
                    path=path,
                )
            stream.write(chunk)
            tell(len(chunk))


def _put(source: Path, target: Path, temporary: Path) -> None:
    """Rename into place; what was there goes only when the new one stands."""
    former = temporary / "former"
    if target.exists():
        target.rename(former)
    try:
        os.rename(source, target)
    except OSError:
        if former.exists():
            former.rename(target)
        raise
