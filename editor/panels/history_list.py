"""The steps of the song as a list: where one is, where the file is, and the way to any of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.edit_names import shown_name
from editor.errors import EditError
from editor.history import History


class HistoryList(QListWidget):
    """Row 0 is the song as it was opened, row ``n`` the song after the ``n``-th step.

    Arrow keys and clicks go to a step at once; steps that are undone stand in the muted colour
    until another edit takes their place. The row that lies in the song's file is marked.
    """

    def __init__(self, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._names: tuple[str, ...] = ()
        self._place: tuple[int, int | None] = (0, None)  # done, and saved, as it is shown
        self.setStyleSheet("QListView::item { padding: 3px 6px; }")
        self.setUniformItemSizes(True)  # thousands of steps are laid out at once
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        history.changed.connect(self.show_steps)
        self.currentRowChanged.connect(self._go)
        self.retranslate()

    def show_steps(self) -> None:
        """Show the steps as they are now; a list that nobody sees waits until it is shown."""
        if not self.isVisible():
            return
        names, history = self._history.names, self._history
        self.blockSignals(True)
        rows = self._exchange(names)
        place = (history.index, history.saved_index)
        if place != self._place:
            low, high = sorted((place[0], self._place[0]))
            rows |= set(range(low, high + 1))
            rows |= {saved for saved in (place[1], self._place[1]) if saved is not None}
            self._place = place
        for row in rows:
            if row < self.count():
                self._mark(row)
        self.setCurrentRow(history.index)
        self.blockSignals(False)
        self.scrollToItem(self.currentItem())

    def _exchange(self, names: tuple[str, ...]) -> set[int]:
        """Make rows anew from the first step that is another; most edits add one at the end."""
        n_same = 0
        for before, after in zip(self._names, names, strict=False):
            if before != after:
                break
            n_same += 1
        if not self.count():
            self.addItem(QListWidgetItem())
        while self.count() > n_same + 1:
            self.takeItem(self.count() - 1)
        for _ in names[n_same:]:
            self.addItem(QListWidgetItem())
        is_first = not self._names
        self._names = names
        return set(range(0 if is_first else n_same + 1, self.count()))

    def _mark(self, row: int) -> None:
        """Name a row, with the file's mark, in the colour of what is done or undone."""
        index, saved = self._place
        text = shown_name(self._names[row - 1]) if row else self.tr("As it was opened")
        if row == saved:
            text = self.tr("{step}  ● saved").format(step=text)
        role = QPalette.ColorRole.PlaceholderText if row > index else QPalette.ColorRole.Text
        item = self.item(row)
        item.setText(text)
        item.setForeground(self.palette().color(role))

    def _go(self, row: int) -> None:
        try:
            self._history.go_to(row)
        except EditError:
            self.show_steps()  # the song stays where it is, and so does the mark

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, wear other colours at once."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()

    def retranslate(self) -> None:
        """Name everything in the language of now."""
        self.setAccessibleName(self.tr("Steps of the song"))
        for row in range(self.count()):
            self._mark(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done while nobody looked."""
        super().showEvent(event)
        self.show_steps()
