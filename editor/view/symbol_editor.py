"""Types a phoneme in its place on the lane, with the voice's own to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from editor.view.lyric_editor import LyricEditor


class SymbolEditor(LyricEditor):
    """Like the field for lyrics; nothing typed gives the predicted phoneme back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._symbols = QStringListModel(self)
        completer = QCompleter(self._symbols, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def ask_symbol(self, symbol: str, symbols: Sequence[str], box: QRect) -> None:
        """Show the field over a phoneme."""
        self._symbols.setStringList(list(symbols))
        self.ask(symbol, box)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Phoneme"))
        self.setPlaceholderText(self.tr("predicted"))
