"""Songs that a crash left behind: which, from when, and what would come back."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.background import Background
from app.dialogs.export_base import length_text
from app.theme_tokens import SPACE_PX
from editor.model.project import Project
from editor.recovery import Recoverable, recover
from engine.errors import EngineError
from engine.timing import TempoMap

_SIZE_PX = (680, 400)
_ROW_PX = 28
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NAME, _FILE, _TIME, _STEPS = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is in a song that can be had back."""

    n_tracks: int
    n_notes: int
    n_sounds: int
    length_s: float


def preview_of(project: Project) -> Preview:
    """Count what a song holds."""
    parts = [part for track in project.tracks for part in track.parts]
    ends = [part.start_ticks + note.end_ticks for part in parts for note in part.notes]
    return Preview(
        n_tracks=len(project.tracks),
        n_notes=sum(len(part.notes) for part in parts),
        n_sounds=sum(len(track.audio) for track in project.tracks),
        length_s=TempoMap(project.tempos).ticks_to_ms(max(ends, default=0)) / 1e3,
    )


class RecoveryDialog(QDialog):
    """Lists songs; the user opens one, discards some, or keeps all for later.

    Parameters
    ----------
    items : sequence of Recoverable
    discard : callable
        Removes a song for good; may raise `SongFileError`.

    Signals
    -------
    chosen : Recoverable
        To be opened; the dialog has closed.
    """

    chosen = Signal(object)

    def __init__(
        self,
        items: Sequence[Recoverable],
        discard: Callable[[Recoverable], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._items = list(items)
        self._discard = discard
        self._found: dict[str, Preview | EngineError] = {}
        self._reader = Background("song-preview", self)
        self.resize(*_SIZE_PX)
        self.explanation = QLabel(self)
        self.explanation.setWordWrap(True)
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setColumnCount(4)
        self.preview = QLabel(self)
        self.preview.setWordWrap(True)
        self.preview.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.open_button = self.buttons.addButton("", role.AcceptRole)
        self.open_button.setDefault(True)
        self.discard_button = self.buttons.addButton("", role.DestructiveRole)
        self.later_button = self.buttons.addButton("", role.RejectRole)
        layout = QVBoxLayout(self)
        wide = SPACE_PX["wide"]
        layout.setContentsMargins(wide, wide, wide, wide)
        layout.setSpacing(SPACE_PX["wide"])
        for widget in (self.explanation, self.list, self.preview, self.buttons):
            layout.addWidget(widget)
        self.list.currentItemChanged.connect(lambda *_: self._look())
        self.list.itemActivated.connect(lambda *_: self._open())
        self.open_button.clicked.connect(self._open)
        self.discard_button.clicked.connect(self._ask_discard)
        self.later_button.clicked.connect(self.reject)
        self._reader.ended.connect(self._look)
        self.finished.connect(lambda _: self._reader.close())
        self.retranslate()
        self._fill()

    @property
    def current(self) -> Recoverable | None:
        """The song that is marked."""
        marked = self.list.currentItem()
        return None if marked is None else self._items[self.list.indexOfTopLevelItem(marked)]

    # ------------------------------------------------------------------ what is done

    def _open(self) -> None:
        item = self.current
        if item is not None:
            self.accept()
            self.chosen.emit(item)

    def _ask_discard(self) -> None:
        item = self.current
        if item is None:
            return
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            self.tr("Discard for good"),
            self.tr("Discard what was not saved of “{name}”? It cannot be had back.").format(
                name=self._name(item)
            ),
            buttons.Discard | buttons.Cancel,
            buttons.Cancel,
        )
        if answer != buttons.Discard:
            return
        try:
            self._discard(item)
        except EngineError as error:
            QMessageBox.warning(self, self.windowTitle(), str(error))
            return
        row = self._items.index(item)
        self._items.remove(item)
        self.list.takeTopLevelItem(row)
        if not self._items:
            self.reject()

    # ------------------------------------------------------------------ what is shown

    def _fill(self) -> None:
        for item in self._items:
            row = QTreeWidgetItem(self.list)
            row.setText(_NAME, self._name(item))
            row.setText(_FILE, "" if item.path is None else str(item.path))
            row.setToolTip(_FILE, "" if item.path is None else str(item.path))
            row.setText(_TIME, time.strftime("%Y-%m-%d %H:%M", time.localtime(item.changed_s)))
            row.setText(_STEPS, self._steps_text(item))
            row.setTextAlignment(_STEPS, _RIGHT)
            row.setSizeHint(_FILE, QSize(0, _ROW_PX))  # the column that stretches
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in (_NAME, _TIME, _STEPS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_FILE, QHeaderView.ResizeMode.Stretch)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setFocus()

    def _name(self, item: Recoverable) -> str:
        return item.name or (item.path.stem if item.path is not None else self.tr("Untitled"))

    def _steps_text(self, item: Recoverable) -> str:
        return str(item.n_edits) if item.n_edits else "–"

    def _look(self) -> None:
        """Show what is in the marked song; it is read beside the window, one at a time."""
        item = self.current
        for button in (self.open_button, self.discard_button):
            button.setEnabled(item is not None)
        if item is None:
            self.preview.clear()
            return
        found = self._found.get(item.session)
        is_bad = isinstance(found, EngineError)
        role = QPalette.ColorRole.BrightText if is_bad else QPalette.ColorRole.WindowText
        self.preview.setForegroundRole(role)
        if found is None:
            self.preview.setText(self.tr("Looking into it…"))
        else:
            self.preview.setText(preview_text(found) if isinstance(found, Preview) else str(found))
        if found is None and not self._reader.is_running and not self.isHidden():
            self._read(item)

    def _read(self, item: Recoverable) -> None:
        session = item.session

        def work(_report: object, _check: object) -> None:
            try:
                self._found[session] = preview_of(recover(item).project)
            except EngineError as error:
                self._found[session] = error

        self._reader.start(work)

    def showEvent(self, event: QShowEvent) -> None:
        """Look into the first song once the list is there."""
        super().showEvent(event)
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._look()

    def retranslate(self) -> None:
        """Name everything in the language of now."""
        self.setWindowTitle(self.tr("Recover songs"))
        self.explanation.setText(
            self.tr(
                "Melisma ended before these songs were saved. Open one as it was at its last "
                "change; its file stays as it is until you save."
            )
        )
        self.list.setAccessibleName(self.tr("Songs to recover"))
        self.list.setHeaderLabels(
            [
                self.tr("Song"),
                self.tr("File"),
                self.tr("Last change"),
                self.tr("Steps since the save"),
            ]
        )
        self.preview.setAccessibleName(self.tr("What comes back"))
        self.open_button.setText(self.tr("&Open"))
        self.discard_button.setText(self.tr("&Discard…"))
        self.later_button.setText(self.tr("&Keep for later"))


def preview_text(preview: Preview) -> str:
    """What comes back, in one line."""
    parts = [
        QCoreApplication.translate("RecoveryDialog", "%n track(s)", "", preview.n_tracks),
        QCoreApplication.translate("RecoveryDialog", "%n note(s)", "", preview.n_notes),
        length_text(preview.length_s),
    ]
    if preview.n_sounds:
        sounds = QCoreApplication.translate("RecoveryDialog", "%n sound(s)", "", preview.n_sounds)
        parts.insert(2, sounds)
    text = QCoreApplication.translate("RecoveryDialog", "What comes back: {facts}.")
    return text.format(facts=", ".join(parts))
