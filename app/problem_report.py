"""What "Report a problem" collects: one readable text without personal paths. No Qt here."""

from __future__ import annotations

import dataclasses
import getpass
import json
import os
import platform
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.errors import ReportError
from app.paths import ROOT
from app.settings import Settings
from app.settings_file import settings_to_raw
from editor.errors import SongFileError
from editor.formats.atomic_file import write_atomically

MAX_LOG_BYTES = 256 << 10  # of each log file, its end

_START = r"(?:file://+|~[\w.-]*[\\/]|(?<![A-Za-z])[A-Za-z]:[\\/]|\\\\(?=\w)|/(?![\s/]))"
_QUOTED_PATH = re.compile(rf"""(["'])({_START}.*?)\1""")
_BARE_PATH = re.compile(rf"(?<![\w/.>%]){_START}[^\n]*")
_FILE_ENDING = re.compile(r"\.([A-Za-z]\w{0,11})$")
_PROGRAM_ROOMS = (
    r"(?:(?:app|build|editor|engine|resources|tests)[\\/]|voicebanks[\\/]nagi|main\.py)"
)
_PUNCTUATION = "\"').,:;!?)]"  # behind a word, no part of it
_PYTHON_FOLDERS = r"(?:lib\w*|bin|Scripts)[\\/]"


class Scrubber:
    """Takes personal paths and names out of texts.

    The program's own files and those of Python keep their places, so that traces can be read;
    every other absolute path becomes ``<path>`` with its ending.

    Parameters
    ----------
    names : sequence of str, optional
        Names that may not appear; the user's and the computer's where not given.
    paths : sequence of Path
        Paths known to be personal, such as recent songs; they are found with spaces inside too.
    """

    def __init__(
        self, *, names: Sequence[str] | None = None, paths: Sequence[Path] = (), root: Path = ROOT
    ) -> None:
        found = _own_names() if names is None else names
        self._names = [
            re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
            for name in found
            if len(name) > 2
        ]
        self._paths = sorted({str(path) for path in paths if path.is_absolute()}, key=len)[::-1]
        prefixes = {sys.prefix, sys.base_prefix, sys.exec_prefix} - {str(root)}
        places = [(str(root), "<melisma>/", _PROGRAM_ROOMS)]
        places += [(prefix, "<python>/", _PYTHON_FOLDERS) for prefix in prefixes]
        self._places = [
            (re.compile(rf"{re.escape(place)}[\\/](?={inside})", re.IGNORECASE), shown)
            for place, shown, inside in sorted(places, key=lambda item: -len(item[0]))
        ]

    def scrub(self, text: str) -> str:
        """The text without what is personal."""
        for place, shown in self._places:
            text = place.sub(shown, text)
        for path in self._paths:
            text = text.replace(path, _shown(path))
        text = _QUOTED_PATH.sub(lambda m: f"{m[1]}{_shown(m[2])}{m[1]}", text)
        text = _BARE_PATH.sub(lambda m: _without_path(m[0]), text)
        for name in self._names:
            text = name.sub("<name>", text)
        return text


def _own_names() -> list[str]:
    names = [platform.node(), platform.node().partition(".")[0], Path.home().name]
    try:
        names.append(getpass.getuser())
    except (OSError, KeyError, ImportError):
        # A user without an entry has no name to hide.
        names.append(os.environ.get("USERNAME", ""))
    # Everybody's names tell nothing, and the words stand in traces.
    return [name for name in names if name.lower() not in ("root", "user", "localhost", "home")]


def _shown(path: str) -> str:
    ending = _FILE_ENDING.search(path)
    return f"<path>{ending[0]}" if ending else "<path>"


def _without_path(text: str) -> str:
    """The rest of a line that begins with a path, without the path.

    Where an unquoted path ends cannot be known: it goes on, over spaces, to the last word that
    looks like a piece of one (a separator or a file's ending in it).
    """
    words = re.split(r"(\s+)", text)
    last = 0
    for index in range(2, len(words), 2):
        word = words[index].rstrip(_PUNCTUATION)
        if re.search(r"[\\/]", word) or _FILE_ENDING.search(word):
            last = index
    end = words[last].rstrip(_PUNCTUATION)
    after = words[last][len(end) :]
    return _shown("".join(words[:last]) + end) + after + "".join(words[last + 1 :])


def system_facts() -> dict[str, str]:
    """What this computer is, without names."""
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "machine": platform.machine(),
        "processors": str(os.cpu_count()),
    }


def build_report(
    *,
    facts: Mapping[str, str],
    settings: Settings,
    log_folder: Path,
    scrubber: Scrubber,
) -> str:
    """The whole report: facts, settings, and the ends of the log files, newest last."""
    # Without unknown fields: what another version wrote there is not known to be harmless.
    shown = settings_to_raw(dataclasses.replace(settings, unknown={}))
    shown["voicebanks"] = {"n_folders": len(settings.voicebanks.folders)}
    shown["audio"]["device_name"] = "chosen" if settings.audio.device_name else ""
    parts = ["Melisma problem report", ""]
    parts += [f"{name}: {value}" for name, value in facts.items()]
    parts += ["", "Settings", json.dumps(shown, ensure_ascii=False, indent=1)]
    for path in _log_files(log_folder):
        parts += ["", path.name, _tail(path)]
    return scrubber.scrub("\n".join(parts)) + "\n"


def write_report(path: Path, report: str) -> None:
    """Write the report where the user wants it.

    Raises
    ------
    ReportError
        When the disk or the rights refuse.
    """
    try:
        write_atomically(path, report.encode(errors="backslashreplace"))
    except SongFileError as error:
        raise ReportError(str(error), code="cannot-write", path=path) from error


def _log_files(folder: Path) -> list[Path]:
    try:
        found = [path for path in folder.glob("*.log*") if path.is_file()]
        return sorted(found, key=lambda path: path.stat().st_mtime_ns)
    except OSError:
        return []  # no folder, no logs


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            stream.seek(0, os.SEEK_END)
            size = stream.tell()
            stream.seek(max(0, size - MAX_LOG_BYTES))
            content = stream.read(MAX_LOG_BYTES)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if size > MAX_LOG_BYTES:
        content = content.partition(b"\n")[2]  # begin with a whole line
    return content.decode(errors="replace")
