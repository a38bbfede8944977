"""What Melisma stands on: the libraries that are installed, with their licences. No Qt here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

MAX_TEXT_CHARS = 200_000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXT_NAMES = re.compile(r"(licen[cs]e|copying|notice|copyright|third.?party)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A library: what it says of its licence, and the texts that come with it."""

    name: str
    version: str
    licence: str
    home: str
    carries: str  # other people's libraries inside, which no metadata tells
    texts: tuple[tuple[str, str], ...]  # name of the file, content


# What the program needs at run time; a test holds it against the project's own list.
ROOTS = (
    "appdirs", "mido", "msgspec", "numpy", "onnx", "onnxruntime", "PyYAML", "pyqtgraph",
    "PySide6-Essentials", "sounddevice", "soundfile", "soxr", "xxhash",
)  # fmt: skip
_CARRIED = {
    "soundfile": "libsndfile (LGPL-2.1+), with FLAC, Ogg, Vorbis, Opus (BSD), mpg123 and LAME "
    "(LGPL-2.1+)",
    "sounddevice": "PortAudio (MIT)",
    "soxr": "libsoxr (LGPL-2.1+)",
    "PySide6-Essentials": "Qt 6 (LGPL-3)",
}


def find_libraries(roots: tuple[str, ...] = ROOTS) -> tuple[Library, ...]:
    """The libraries and all that they need in turn, by name; what is not installed is left out."""
    found: dict[str, Library] = {}
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        key = _normal(name)
        if key in found:
            continue
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue
        found[key] = _library(installed)
        waiting += _needs(installed)
    return tuple(found[key] for key in sorted(found))


def _library(installed: Distribution) -> Library:
    facts = {name: str(value) for name, value in installed.metadata.json.items()}
    first_line = facts.get("license", "").strip().partition("\n")[0][:120]
    return Library(
        name=facts["name"],
        version=installed.version,
        licence=facts.get("license_expression") or _classified(installed) or first_line,
        home=facts.get("home_page") or _home(installed),
        carries=_CARRIED.get(facts["name"].replace("_", "-"), ""),
        texts=tuple(_texts(installed)),
    )


def _classified(installed: Distribution) -> str:
    names = [
        value.rsplit(" :: ", 1)[-1]
        for value in installed.metadata.get_all("Classifier") or ()
        if value.startswith("License :: ")
    ]
    return ", ".join(name for name in names if name != "OSI Approved")


def _home(installed: Distribution) -> str:
    urls = installed.metadata.get_all("Project-URL") or ()
    return next((url.partition(",")[2].strip() for url in urls), "")


def _texts(installed: Distribution) -> list[tuple[str, str]]:
    texts = []
    for path in installed.files or ():
        if not path.parts[0].endswith(".dist-info") or not _TEXT_NAMES.search(path.name):
            continue
        content = installed.read_text(str(path).partition("/")[2])
        if content:
            texts.append((path.name, content[:MAX_TEXT_CHARS]))
    return texts


def _needs(installed: Distribution) -> list[str]:
    """Names of what it needs without extras."""
    names = []
    for line in installed.requires or ():
        match = _NAME.match(line)
        if match is not None and "extra ==" not in line:
            names.append(match.group())
    return names


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
