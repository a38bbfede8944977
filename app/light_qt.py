"""Qt and pyqtgraph without what makes them slow to import and nobody here uses.

Called once, before anything else imports Qt. It changes how these libraries are loaded, never what
they do; without it everything works as well, a quarter of a second later.
"""

from __future__ import annotations

import builtins
import importlib
import sys
from types import ModuleType

_MIRRORED = ("QtCore", "QtGui", "QtWidgets")


def load_light_qt() -> None:
    """Import Qt and pyqtgraph."""
    _import_without_features()
    if "pyqtgraph" not in sys.modules:
        _import_pyqtgraph()


def _import_without_features() -> None:
    """Take back Python's own import.

    Qt's watches over every import from then on and reads the source of each module, to see whether
    it asks for other spellings of Qt's names (``from __feature__ import snake_case``).
    """
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _import_pyqtgraph() -> None:
    """Let pyqtgraph look up Qt's classes when it wants one.

    It keeps copies of three of Qt's modules and fills them with all their names, for which Qt must
    make some seven hundred classes that otherwise wait until they are used.
    """
    real = {name: importlib.import_module(f"PySide6.{name}") for name in _MIRRORED}
    for name, module in real.items():
        sys.modules[f"pyqtgraph.Qt.{name}"] = _Mirror(f"pyqtgraph.Qt.{name}", module)
        module.__dir__ = list  # type: ignore[method-assign]  # nothing to be copied
    try:
        importlib.import_module("pyqtgraph")
    finally:
        for module in real.values():
            del module.__dir__


class _Mirror(ModuleType):
    """A module that has what another has, and what is set on it."""

    def __init__(self, name: str, original: ModuleType) -> None:
        super().__init__(name, original.__doc__)
        self.__original = original

    def __getattr__(self, name: str) -> object:
        return getattr(self.__original, name)

    def __dir__(self) -> list[str]:
        return sorted({*self.__dict__, *dir(self.__original)})
