"""Where the window and its docks were, kept between sessions.

Not a setting: a file that is damaged, lacks or comes from another version only costs the places of
docks, and is written anew.
"""

from __future__ import annotations

import base64
import binascii
import json
import logging
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from editor.errors import SongFileError
from editor.formats.atomic_file import write_atomically

log = logging.getLogger(__name__)

LAYOUT_VERSION = 1  # of docks and bars; another one is not restored
MAX_FILE_BYTES = 1 << 20


class WindowLayout:
    """Keeps the layout of one window in one file.

    Parameters
    ----------
    window : QMainWindow
        With all docks and bars in it: its layout of now is what `reset` gives back.
    path : Path, optional
        Nothing is kept without one.
    """

    def __init__(self, window: QMainWindow, path: Path | None) -> None:
        self._window, self._path = window, path
        self._first = window.saveState(LAYOUT_VERSION)

    def restore(self) -> bool:
        """Put everything where it was; whether there was something to restore."""
        if self._path is None:
            return False
        try:
            with self._path.open("rb") as stream:
                raw = json.loads(stream.read(MAX_FILE_BYTES))
            geometry, state = (base64.b64decode(raw[name]) for name in ("geometry", "state"))
        except FileNotFoundError:
            return False
        except (OSError, ValueError, LookupError, TypeError, binascii.Error) as error:
            log.info("The window's layout is not restored: %s", error)
            return False
        self._window.restoreGeometry(QByteArray(geometry))
        return self._window.restoreState(QByteArray(state), LAYOUT_VERSION)

    def keep(self) -> None:
        """Write down where everything is."""
        if self._path is None:
            return
        parts = {
            "geometry": self._window.saveGeometry(),
            "state": self._window.saveState(LAYOUT_VERSION),
        }
        raw = {name: base64.b64encode(part.data()).decode() for name, part in parts.items()}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(raw).encode())
        except (OSError, SongFileError) as error:
            log.warning("The window's layout is not kept: %s", error)

    def reset(self) -> None:
        """Everything where it is at the very first start."""
        self._window.restoreState(self._first, LAYOUT_VERSION)
