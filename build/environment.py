"""Makes the program's own Python environment. Standard library only; shared by run.py and test.py.

The environment lives in ``.venv``. A stamp file names the lock file and the Python that it was made
from, so that a second start only compares two lines. A setup that was interrupted has no stamp and
is made again.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = Path(__file__).resolve().parent / "locks"
OLDEST_PYTHON = (3, 11)

# Library that the dynamic loader looks for -> Debian package that has it.
WINDOW_LIBRARIES = {
    "GL": "libgl1",
    "EGL": "libegl1",
    "glib-2.0": "libglib2.0-0",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "portaudio": "libportaudio2",
}


class SetupError(Exception):
    """The environment cannot be made; the text says why and what to do."""


def say(text: str) -> None:
    """Tell the user what is going on, away from the program's own output."""
    print(text, file=sys.stderr, flush=True)


def venv_python() -> Path:
    """The environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_text(lock: Path) -> str:
    """What the environment was made from."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{digest} {sys.version_info.major}.{sys.version_info.minor} {sys.executable}\n"


def ensure_environment(kind: str) -> Path:
    """Make or reuse ``.venv`` for ``kind`` (``run`` or ``test``) and return its interpreter.

    A ``test`` environment has all of ``run``, so ``run`` accepts either.
    """
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        found = sys.version.split()[0]
        raise SetupError(f"Melisma needs Python {wanted} or newer; this is {found}.")
    accepted = ("run", "test") if kind == "run" else ("test",)
    for name in accepted:
        stamp = VENV / f"{name}.stamp"
        lock = LOCKS / f"{name}.txt"
        if stamp.is_file() and stamp.read_text() == stamp_text(lock) and venv_python().exists():
            return venv_python()
    _make(kind)
    return venv_python()


def _make(kind: str) -> None:
    lock = LOCKS / f"{kind}.txt"
    for name in ("run", "test"):
        (VENV / f"{name}.stamp").unlink(missing_ok=True)
    if not venv_python().exists() or not _works(venv_python()):
        say("Melisma: making its Python environment in .venv ...")
        shutil.rmtree(VENV, ignore_errors=True)
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], stdout=sys.stderr)
        if made.returncode:
            shutil.rmtree(VENV, ignore_errors=True)
            raise SetupError(
                "Python could not make a virtual environment: install its venv module "
                "(on Debian and Ubuntu: apt-get install python3-venv) and start again."
            )
    say(f"Melisma: installing the packages of {lock.relative_to(ROOT)} (once) ...")
    command = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock)]
    if subprocess.run(command, stdout=sys.stderr).returncode:
        raise SetupError(
            "The packages could not be installed (see above): check the network connection and "
            "the free disk space, then start again; what was fetched is kept."
        )
    ensure_system_libraries()
    (VENV / f"{kind}.stamp").write_text(stamp_text(lock))


def _works(python: Path) -> bool:
    check = [str(python), "-c", "import pip"]
    return subprocess.run(check, capture_output=True, check=False).returncode == 0


def ensure_system_libraries() -> None:
    """Install missing system libraries where we may, else print the command that does.

    The command line sings without them; only the window and the sound card need them.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [p for lib, p in WINDOW_LIBRARIES.items() if ctypes.util.find_library(lib) is None]
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if shutil.which("apt-get") and os.geteuid() == 0:
        say(f"Melisma: installing system libraries: {' '.join(missing)}")
        subprocess.run(["apt-get", "update", "-qq"], stdout=sys.stderr, check=False)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)
        if done.returncode == 0:
            return
    say(
        "Melisma: the window and sound need system libraries that are missing here; "
        f"singing to files works without. To install them: sudo {' '.join(command)}"
    )
