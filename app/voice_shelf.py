"""The voices that are installed, read in the background and read again when asked."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background import Background, CheckCancel, Report
from engine.types import Problem
from engine.voicebank.bank import Voicebank
from engine.voicebank.scan import find_banks

log = logging.getLogger(__name__)


class VoiceShelf(QObject):
    """Knows the voices below some folders.

    Parameters
    ----------
    folders : callable
        Gives the folders to search, the user's own first.

    Signals
    -------
    changed
        The voices were read; they may be others than before.
    """

    changed = Signal()

    def __init__(
        self, folders: Callable[[], Sequence[Path]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._reading = Background("voices", self)
        self._reading.done.connect(self._take)
        self._is_asked_again = False
        self.banks: tuple[Voicebank, ...] = ()
        self.problems: tuple[Problem, ...] = ()

    @property
    def places(self) -> Mapping[str, Path]:
        """Folders of the voices by id."""
        return {bank.id: bank.folder for bank in self.banks}

    def refresh(self) -> None:
        """Read them anew; `changed` follows."""
        if self._reading.is_running:
            self._is_asked_again = True
            return
        folders = [folder for folder in self._folders() if folder.is_dir()]

        def read(_report: Report, _check_cancel: CheckCancel) -> object:
            return find_banks(folders)

        self._reading.start(read)

    def close(self) -> None:
        """Read no more."""
        self._reading.close()

    def _take(self, found: tuple[list[Voicebank], list[Problem]]) -> None:
        banks, problems = found
        self.banks, self.problems = tuple(banks), tuple(problems)
        for problem in problems:
            log.warning("%s", problem.sentence)
        self.changed.emit()
        if self._is_asked_again:
            self._is_asked_again = False
            self.refresh()
