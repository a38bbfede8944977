"""The settings of now, and who hears when they change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.errors import SettingsError
from app.settings import Settings


class SettingsKeeper(QObject):
    """Holds the settings, saves each change and tells it.

    Parameters
    ----------
    settings : Settings
    save : callable
        Writes them; may raise `SettingsError`.

    Signals
    -------
    changed : Settings, Settings
        Before and now.
    problem : str
        One sentence: a change holds, and could not be saved.
    """

    changed = Signal(object, object)
    problem = Signal(str)

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._save = save

    @property
    def settings(self) -> Settings:
        """The settings of now."""
        return self._settings

    def change(self, settings: Settings) -> None:
        """Use other settings from now on."""
        before = self._settings
        if settings == before:
            return
        self._settings = settings
        self.changed.emit(before, settings)
        try:
            self._save(settings)
        except SettingsError as error:
            self.problem.emit(str(error))
