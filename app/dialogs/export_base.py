"""What the export dialogs share: where to, how far it is, Stop, and what came of it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.background import Background, Work
from app.exporting import Exported, ExportProgress, ExportStep
from app.source_text import QT_TRANSLATE_NOOP
from app.theme_tokens import SPACE_PX
from editor.translated import plain_text, translated
from engine.errors import EngineError
from engine.types import Stage

_WIDTH_PX = 560
_MAX_PROBLEMS = 4  # of more only the number is told
STAGE_TEXTS = {
    Stage.PHONEMES: QT_TRANSLATE_NOOP("Stage", "phonemes"),
    Stage.DURATION: QT_TRANSLATE_NOOP("Stage", "durations"),
    Stage.PITCH: QT_TRANSLATE_NOOP("Stage", "pitch"),
    Stage.VARIANCE: QT_TRANSLATE_NOOP("Stage", "expression"),
    Stage.ACOUSTIC: QT_TRANSLATE_NOOP("Stage", "sound"),
    Stage.VOCODER: QT_TRANSLATE_NOOP("Stage", "waveform"),
}


class ExportDialog(QDialog):
    """A form, a place to write to, and an export that goes on while the window is used.

    Subclasses fill ``form``, and say what is done (`work`), where a file dialog asks (`ask_path`)
    and what would be written over (`targets`).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setMinimumWidth(_WIDTH_PX)
        self.background = Background("export", self)
        self._agreed: Path | None = None  # the file dialog has asked about it already
        self._stage: Stage | None = None
        self._exported: Exported | None = None
        self.fields = QWidget(self)
        self.form = QFormLayout(self.fields)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(SPACE_PX["wide"])
        self.form.setVerticalSpacing(SPACE_PX["normal"])
        self._labels: dict[QWidget, QLabel] = {}
        self.path_edit = QLineEdit(self)
        self.browse = QPushButton(self)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.start_button = self.buttons.addButton("", role.AcceptRole)
        self.start_button.setDefault(True)
        self.folder_button = self.buttons.addButton("", role.ActionRole)
        self.close_button = self.buttons.addButton("", role.RejectRole)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        wide = SPACE_PX["wide"]
        layout.setContentsMargins(wide, wide, wide, wide)
        layout.setSpacing(SPACE_PX["wide"])
        layout.addWidget(self.fields)
        layout.addWidget(self.summary)
        layout.addStretch(1)
        layout.addWidget(self.bar)
        layout.addWidget(self.state)
        layout.addWidget(self.buttons)
        self.bar.hide()
        self.state.hide()
        self.folder_button.hide()

    def _connect(self) -> None:
        self.browse.clicked.connect(self._browse)
        self.path_edit.textChanged.connect(lambda _: self.refresh())
        self.start_button.clicked.connect(self.start)
        self.folder_button.clicked.connect(self._show_folder)
        self.close_button.clicked.connect(self.reject)
        self.background.progressed.connect(self._show_progress)
        self.background.done.connect(self._show_done)
        self.background.failed.connect(self._show_failed)
        self.background.stopped.connect(self._show_stopped)
        self.background.ended.connect(self._show_running)

    # ------------------------------------------------------------------ for subclasses

    def add_row(self, field: QWidget) -> None:
        """A field with a label, which `name` fills."""
        self.form.addRow(self._label(field), field)

    def _label(self, field: QWidget) -> QLabel:
        label = QLabel(self.fields)
        label.setBuddy(field)
        if not isinstance(field, QAbstractItemView):  # beside a line: as high, in its middle
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._labels[field] = label
        return label

    def add_boxes(self, *boxes: QWidget) -> None:
        """Fields in one row; the label belongs to the first."""
        row = QWidget(self.fields)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        for box in boxes:
            layout.addWidget(box)
        layout.addStretch(1)
        self.form.addRow(self._label(boxes[0]), row)

    def add_path_row(self) -> None:
        """Where the file goes, with a button for the file dialog."""
        row = QWidget(self.fields)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.path_edit, 1)
        layout.addWidget(self.browse)
        self.form.addRow(self._label(self.path_edit), row)

    def order(self, *fields: QWidget) -> None:
        """Tab goes through the fields, then to the place, then to the buttons."""
        ways = (self.path_edit, self.browse, self.start_button, self.folder_button)
        for before, after in pairwise((*fields, *ways, self.close_button)):
            self.setTabOrder(before, after)
        fields[0].setFocus()

    def name(self, field: QWidget, text: str) -> None:
        """Say what a field is, in the language of now; its mnemonic leads there."""
        self._labels[field].setText(text)
        field.setAccessibleName(plain_text(text))

    def work(self) -> Work:
        """What is done with what the form says now."""
        raise NotImplementedError

    def ask_path(self) -> str:
        """Ask for the place with a file dialog; empty where the user says no."""
        raise NotImplementedError

    def targets(self) -> list[Path]:
        """Files that are known to be written."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what follows from the form and the song."""
        self.start_button.setEnabled(bool(self.path_edit.text().strip()))

    # ------------------------------------------------------------------ doing it

    @property
    def path(self) -> Path:
        """Where to, as it is typed."""
        return Path(self.path_edit.text().strip()).expanduser()

    def start(self) -> None:
        """Export, unless something would be written over that the user wants to keep."""
        if self.background.is_running:
            return
        there = [path for path in self.targets() if path.exists()]
        if there and self._agreed != self.path and not self._ask_over(there):
            return
        self._exported = None
        self._stage = None
        self.background.start(self.work())
        self.bar.setRange(0, 0)
        self._say(self.tr("Preparing…"))
        self._show_running()

    def reject(self) -> None:
        """Stop an export that is running, else close."""
        if self.background.is_running:
            self.background.cancel()
            self._say(self.tr("Stopping…"))
        else:
            super().reject()

    def _ask_over(self, there: list[Path]) -> bool:
        buttons = QMessageBox.StandardButton
        names = ", ".join(path.name for path in there[:3]) + ("…" if len(there) > 3 else "")
        answer = QMessageBox.question(
            self,
            self.windowTitle(),
            self.tr("{names} is there already. Replace it?").format(names=names),
            buttons.Yes | buttons.Cancel,
            buttons.Cancel,
        )
        return bool(answer == buttons.Yes)

    def _browse(self) -> None:
        name = self.ask_path()
        if name:
            self.path_edit.setText(name)
            self._agreed = self.path

    def _show_folder(self) -> None:
        if self._exported is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exported.paths[0].parent)))

    # ------------------------------------------------------------------ what is shown

    def _say(self, text: str, *, is_error: bool = False) -> None:
        role = QPalette.ColorRole.BrightText if is_error else QPalette.ColorRole.WindowText
        self.state.setForegroundRole(role)
        self.state.setText(text)
        self.state.show()
        self._grow()

    def _grow(self) -> None:
        """Make room for what has come; nothing in the form is squeezed."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _show_running(self) -> None:
        is_running = self.background.is_running
        had_focus = self.start_button.hasFocus()
        self.fields.setEnabled(not is_running)
        self.start_button.setVisible(not is_running)
        self.bar.setVisible(is_running)
        self.folder_button.setVisible(not is_running and self._exported is not None)
        self.close_button.setText(self.tr("Stop") if is_running else self.tr("Close"))
        if is_running and had_focus:
            self.close_button.setFocus()
        self._grow()

    def _show_progress(self, progress: ExportProgress) -> None:
        self.bar.setRange(0, max(0, progress.total))
        self.bar.setValue(progress.done)
        if progress.step is ExportStep.SINGING:
            self._stage = progress.stage or self._stage
            self._say(self._singing_text(progress))
        elif progress.step is ExportStep.MEASURING:
            self._say(self.tr("Measuring the level…"))
        else:
            self._say(self.tr("Writing {name}…").format(name=progress.name))

    def _singing_text(self, progress: ExportProgress) -> str:
        if not progress.total:
            return self.tr("Preparing…")
        parts = [
            self.tr("Singing phrase {done} of {total}").format(
                done=min(progress.done + 1, progress.total), total=progress.total
            )
        ]
        if self._stage is not None:
            parts.append(translated("Stage", STAGE_TEXTS[self._stage]))
        if progress.speed_ratio > 0.0:
            parts.append(self.tr("{ratio}× real time").format(ratio=f"{progress.speed_ratio:.1f}"))
        return " · ".join(parts)

    def _show_done(self, exported: Exported) -> None:
        self._exported = exported
        self._agreed = None
        if len(exported.paths) == 1:
            what = self.tr("Wrote {path}.").format(path=exported.paths[0])
        else:
            what = QCoreApplication.translate(
                "ExportDialog", "Wrote %n files into {folder}.", "", len(exported.paths)
            ).format(folder=exported.paths[0].parent)
        took = self.tr("{length} of song in {seconds} s.").format(
            length=length_text(exported.audio_s), seconds=f"{exported.took_s:.1f}"
        )
        lines = [f"{what} {took}", *exported.problems[:_MAX_PROBLEMS]]
        n_more = len(exported.problems) - _MAX_PROBLEMS
        if n_more > 0:
            lines.append(
                QCoreApplication.translate(
                    "ExportDialog", "And %n more, see the list of problems.", "", n_more
                )
            )
        self._say("\n".join(lines))

    def _show_failed(self, error: EngineError) -> None:
        self._say(str(error), is_error=True)

    def _show_stopped(self) -> None:
        self._say(self.tr("Stopped; nothing was written."))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.refresh()

    def retranslate(self) -> None:
        """Name everything in the language of now."""
        self.start_button.setText(self.tr("&Export"))
        self.folder_button.setText(self.tr("Show &folder"))
        self.browse.setText(self.tr("&Browse…"))
        self.state.setAccessibleName(self.tr("State of the export"))
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self._show_running()


def length_text(length_s: float) -> str:
    """Minutes and seconds: ``3:07.4``."""
    minutes, seconds = divmod(max(0.0, round(length_s, 1)), 60.0)
    return f"{int(minutes)}:{seconds:04.1f}"


def size_text(n_bytes: int) -> str:
    """A size as people read it."""
    return QLocale().formattedDataSize(n_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
