"""The window's language, changed while it runs.

Texts come from ``resources/translations/melisma_<locale>.qm``, which ``build/make_translations.py``
makes; Qt's own (the buttons of its dialogs) from Qt. Widgets are told by Qt's LanguageChange event,
everything else by ``Translation.language_changed``.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from importlib.resources import as_file
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from app.settings import Language
from resources import resource

log = logging.getLogger(__name__)


def choose_language(wanted: Language, system_languages: Sequence[str]) -> Language:
    """The language to speak: the one wanted, else the first of the system's that there is.

    Parameters
    ----------
    wanted : Language
    system_languages : sequence of str
        Tags such as ``zh-Hans-CN`` or ``ja_JP``, best first.
    """
    if wanted is not Language.SYSTEM:
        return wanted
    for tag in system_languages:
        parts = tag.replace("_", "-").lower().split("-")
        if parts[0] == "ja":
            return Language.JAPANESE
        if parts[0] == "en":
            return Language.ENGLISH
        if parts[0] == "zh" and not {"hant", "tw", "hk", "mo"} & set(parts):
            return Language.CHINESE
    return Language.ENGLISH


class Translation(QObject):
    """Installs translators into the application.

    Parameters
    ----------
    application : QCoreApplication
        Also the parent.
    system_languages : sequence of str, optional
        Asked from the system where not given.

    Attributes
    ----------
    language : Language
        What is spoken now; English until ``use``, never ``SYSTEM``.

    Signals
    -------
    language_changed(str)
        After the translators were exchanged, with the new language's tag.
    """

    language_changed = Signal(str)

    def __init__(
        self, application: QCoreApplication, system_languages: Sequence[str] | None = None
    ) -> None:
        super().__init__(application)
        self._application = application
        self._system_languages = (
            QLocale.system().uiLanguages() if system_languages is None else system_languages
        )
        self._translators: list[QTranslator] = []
        self.language = Language.SYSTEM
        self.use(Language.ENGLISH)

    def use(self, wanted: Language) -> None:
        """Speak a language from now on."""
        chosen = choose_language(wanted, self._system_languages)
        if chosen is self.language:
            return
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators = []
        self.language = chosen
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(qt_folder / f"qtbase_{chosen}.qm")
        # English has a file too: its plurals.
        with as_file(resource(f"translations/melisma_{chosen}.qm")) as path:
            self._install(path)
        self.language_changed.emit(str(chosen))

    def _install(self, path: Path) -> None:
        translator = QTranslator(self)
        if translator.load(str(path)):
            self._application.installTranslator(translator)
            self._translators.append(translator)
        else:
            log.warning("The translation %s cannot be read; its texts stay English.", path)
            translator.deleteLater()
