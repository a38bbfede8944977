"""The voicebank manager: what is installed, what it can do, what is wrong with it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QImageReader,
    QPixmap,
)
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.background import Background, CheckCancel, Report
from app.voice_facts import VoiceFacts, read_facts
from app.voice_shelf import VoiceShelf
from editor.view.lane_axis import parameter_name
from engine.errors import EngineError, VoicebankError
from engine.voicebank.bank import Voicebank
from engine.voicebank.install import install, installed_name, remove
from engine.voicebank.package import Package, read_package

_WIDTH_PX, _HEIGHT_PX = 900, 600
_LIST_PX = 240
_PORTRAIT_PX = 168
_MAX_PICTURE_PX = 8192
_BANK = Qt.ItemDataRole.UserRole


class VoicebankManager(QDialog):
    """Lists the voices of a shelf, installs and removes.

    Parameters
    ----------
    shelf : VoiceShelf
    own_folder : Path
        Where voices are installed; only those there can be removed.

    Signals
    -------
    told : str
        One sentence about what was done.
    """

    told = Signal(str)

    def __init__(self, shelf: VoiceShelf, own_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._own = shelf, own_folder
        self._work = Background("voicebank manager", self)
        self._facts_work = Background("voicebank facts", self)
        self._wanted: Voicebank | None = None
        self._to_choose = ""
        self.setWindowTitle(self.tr("Voicebanks"))
        self.setAcceptDrops(True)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._build()
        self._work.failed.connect(self._tell_failure)
        self._work.progressed.connect(self._show_progress)
        self._work.ended.connect(self._show_idle)
        self._facts_work.done.connect(self._show_facts)
        self._facts_work.failed.connect(lambda error: self.facts.setPlainText(str(error)))
        self._facts_work.ended.connect(self._read_next)
        shelf.changed.connect(self._list)
        self._list()
        self._show_idle()

    def _build(self) -> None:
        self.list = QListWidget(self)
        self.list.setFixedWidth(_LIST_PX)
        self.list.setIconSize(QSize(32, 32))
        self.list.setAccessibleName(self.tr("Installed voices"))
        self.list.currentRowChanged.connect(self._choose)
        self.portrait = QLabel(self)
        self.portrait.setFixedSize(_PORTRAIT_PX, _PORTRAIT_PX)
        self.portrait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.portrait.setAccessibleName(self.tr("Portrait"))
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.title.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.facts = QTextBrowser(self)
        self.facts.setAccessibleName(self.tr("What the voice can do"))
        self.licence = QPlainTextEdit(self)
        self.licence.setReadOnly(True)
        self.licence.setAccessibleName(self.tr("Licence and readme"))
        self.faults = QListWidget(self)
        self.faults.setWordWrap(True)
        self.faults.setAccessibleName(self.tr("Faults"))
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.facts, self.tr("Voice"))
        self.tabs.addTab(self.licence, self.tr("Licence"))
        self.tabs.addTab(self.faults, self.tr("Faults"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Progress of the installation"))
        self.install_zip = QPushButton(self.tr("Install an &archive…"), self)
        self.install_folder = QPushButton(self.tr("Install a &folder…"), self)
        self.remove = QPushButton(self.tr("&Remove…"), self)
        self.open_folder = QPushButton(self.tr("&Open its folder"), self)
        self.stop = QPushButton(self.tr("&Stop"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.install_zip.clicked.connect(self._ask_archive)
        self.install_folder.clicked.connect(self._ask_folder)
        self.remove.clicked.connect(self._ask_removal)
        self.open_folder.clicked.connect(self._open_folder)
        self.stop.clicked.connect(self._work.cancel)
        self.close_button.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.portrait)
        head.addWidget(self.title, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(head)
        right.addWidget(self.tabs, 1)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.list)
        upper.addLayout(right, 1)
        lower = QHBoxLayout()
        for widget in (self.install_zip, self.install_folder, self.remove, self.open_folder):
            lower.addWidget(widget)
        lower.addWidget(self.progress, 1)
        lower.addWidget(self.stop)
        lower.addStretch(1)
        lower.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addLayout(upper, 1)
        layout.addLayout(lower)

    # ------------------------------------------------------------------ what is shown

    @property
    def chosen(self) -> Voicebank | None:
        """The voice whose facts are shown."""
        item = self.list.currentItem()
        bank: Voicebank | None = None if item is None else item.data(_BANK)
        return bank

    def _list(self) -> None:
        before = self._to_choose or (self.chosen.id if self.chosen is not None else "")
        self._to_choose = ""
        self.list.clear()
        for bank in self._shelf.banks:
            item = QListWidgetItem(f"{bank.name}\n{bank.author}" if bank.author else bank.name)
            item.setData(_BANK, bank)
            item.setToolTip(str(bank.folder))
            self.list.addItem(item)
            if bank.id == before:
                self.list.setCurrentItem(item)
        for problem in self._shelf.problems:
            item = QListWidgetItem(self.tr("Broken: {sentence}").format(sentence=problem.sentence))
            item.setToolTip(problem.sentence)
            self.list.addItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _choose(self) -> None:
        bank = self.chosen
        item = self.list.currentItem()
        self.remove.setEnabled(bank is not None and self._own in bank.folder.parents)
        self.open_folder.setEnabled(bank is not None)
        self.licence.clear()
        self.faults.clear()
        self.portrait.clear()
        if bank is None:
            self.title.setText("")
            self.facts.setPlainText("" if item is None else item.toolTip())
            return
        self.title.setText(
            f"<p style='font-size: 18px'><b>{escape(bank.name)}</b></p>"
            f"<p>{escape(bank.author)}</p><p>{escape(bank.licence)}</p>"
        )
        self.facts.setPlainText(self.tr("Reading…"))
        self._wanted = bank
        self._read_next()

    def _read_next(self) -> None:
        """Read the facts of the voice that is wanted now, if it was not read yet."""
        if self._wanted is None or self._facts_work.is_running:
            return
        bank, self._wanted = self._wanted, None

        def read(_report: Report, _check_cancel: CheckCancel) -> object:
            return bank, read_facts(bank)

        self._facts_work.start(read)

    def _show_facts(self, found: tuple[Voicebank, VoiceFacts]) -> None:
        bank, facts = found
        if self.chosen is not bank:
            return
        self.facts.setHtml(self._facts_text(bank, facts))
        self.licence.setPlainText(
            "\n\n".join(
                [bank.licence, *(f"— {name} —\n\n{content}" for name, content in facts.texts)]
            ).strip()
            or self.tr(
                "This voice says nothing about its licence: ask its maker before you use it."
            )
        )
        for fault in facts.faults:
            self.faults.addItem(fault.sentence)
        n_faults = len(facts.faults)
        title = self.tr("Faults ({n})").format(n=n_faults) if n_faults else self.tr("No faults")
        self.tabs.setTabText(2, title)
        picture = read_picture(facts.picture)
        if picture is not None:
            self.portrait.setPixmap(self._fitted(picture))

    def _fitted(self, picture: QImage) -> QPixmap:
        ratio = self.devicePixelRatioF()
        side = round(_PORTRAIT_PX * ratio)
        pixmap = QPixmap.fromImage(
            picture.scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _facts_text(self, bank: Voicebank, facts: VoiceFacts) -> str:
        families = {
            "acoustic": self.tr("acoustic"),
            "duration": self.tr("duration"),
            "pitch": self.tr("pitch"),
            "variance": self.tr("variance"),
            "vocoder": self.tr("vocoder"),
        }
        none = self.tr("none named")
        models = "<br>".join(
            f"{escape(families[m.family])}: {escape(m.name)}, {m.n_bytes / 2**20:.1f} MiB"
            for m in facts.models
        )
        rows = (
            (self.tr("Languages"), escape(", ".join(facts.languages)) or none),
            (self.tr("Colours"), escape(", ".join(facts.colours)) or none),
            (self.tr("Speakers"), escape(", ".join(facts.speakers)) or none),
            (self.tr("Parameters"), ", ".join(map(parameter_name, facts.parameters))),
            (self.tr("Sample rate"), f"{facts.sample_rate_hz} Hz"),
            (self.tr("Vocoder"), escape(facts.vocoder) or none),
            (self.tr("Models"), models or none),
            (self.tr("Folder"), escape(str(bank.folder))),
        )
        cells = "".join(
            f"<tr><td style='padding: 3px 16px 3px 0'><b>{name}</b></td>"
            f"<td style='padding: 3px 0'>{value}</td></tr>"
            for name, value in rows
        )
        return f"<table>{cells}</table>"

    # ------------------------------------------------------------------ installing

    def offer(self, source: Path) -> None:
        """Look at a package, show what it is, and install it when the user agrees."""
        if self._work.is_running:
            self.told.emit(self.tr("Wait for the installation that is going on, or stop it."))
            return

        def look(_report: Report, _check_cancel: CheckCancel) -> object:
            return read_package(source)

        try:
            package = self._work.run(look)
        except EngineError as error:
            self._tell_failure(error)
            return
        assert isinstance(package, Package)
        replaces = (self._own / installed_name(package)).exists()
        if self._agrees(package, replaces=replaces):
            self._install(package, replaces=replaces)

    def _agrees(self, package: Package, *, replaces: bool) -> bool:
        lines = [
            self.tr("Install “{name}” ({files} files, {size} MiB) in {folder}?").format(
                name=installed_name(package),
                files=len(package.files),
                size=f"{package.n_bytes / 2**20:.1f}",
                folder=self._own,
            )
        ]
        if replaces:
            lines.append(self.tr("It takes the place of the voice of that name."))
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self, self.tr("Install a voicebank"), "\n\n".join(lines), buttons.Ok | buttons.Cancel
        )
        return answer == buttons.Ok

    def _install(self, package: Package, *, replaces: bool) -> None:
        def work(report: Report, check_cancel: CheckCancel) -> object:
            return install(
                package,
                self._own,
                replace=replaces,
                progress=lambda done, whole: report((done, whole)),
                check_cancel=check_cancel,
            )

        self._work.done.connect(self._installed, Qt.ConnectionType.SingleShotConnection)
        self._show_busy()
        self._work.start(work)

    def _installed(self, folder: Path) -> None:
        self._to_choose = folder.relative_to(self._own).as_posix()
        self.told.emit(self.tr("Installed {name}.").format(name=folder.name))
        self._shelf.refresh()

    def _ask_archive(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Install a voicebank"), "", self.tr("Archives") + " (*.zip)"
        )
        if name:
            self.offer(Path(name))

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Install a voicebank"))
        if name:
            self.offer(Path(name))

    def _ask_removal(self) -> None:
        bank = self.chosen
        if bank is None:
            return
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            self.tr("Remove a voicebank"),
            self.tr(
                "Remove “{name}” and all its files in {folder}? Songs that use it stay readable "
                "and fall silent until it is there again."
            ).format(name=bank.name, folder=bank.folder),
            buttons.Yes | buttons.Cancel,
            buttons.Cancel,
        )
        if answer != buttons.Yes:
            return
        try:
            remove(bank.folder, self._own)
        except VoicebankError as error:
            self._tell_failure(error)
        self._shelf.refresh()

    def _open_folder(self) -> None:
        if self.chosen is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.chosen.folder)))

    def _tell_failure(self, error: EngineError) -> None:
        QMessageBox.warning(self, self.tr("Voicebanks"), str(error))

    def _show_progress(self, progress: tuple[int, int]) -> None:
        done, whole = progress
        self.progress.setValue(round(1000 * done / max(1, whole)))

    def _show_busy(self) -> None:
        self.progress.setRange(0, 1000)
        self.progress.setValue(0)
        self._show_work(is_busy=True)

    def _show_idle(self) -> None:
        self._show_work(is_busy=False)

    def _show_work(self, *, is_busy: bool) -> None:
        self.progress.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        for button in (self.install_zip, self.install_folder):
            button.setEnabled(not is_busy)

    # ------------------------------------------------------------------ the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Archives and folders may be dropped."""
        if any(is_package(Path(url.toLocalFile())) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer the first package that was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        found = [path for path in paths if is_package(path)]
        if found:
            event.acceptProposedAction()
            self.offer(found[0])

    def done(self, result: int) -> None:
        """Stop what is going on before leaving."""
        self._work.close()
        self._facts_work.close()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same by the window's own button."""
        self.done(QDialog.DialogCode.Rejected)
        super().closeEvent(event)


def is_package(path: Path) -> bool:
    """Whether a dropped path may be a voicebank: an archive or a folder."""
    return path.suffix.lower() == ".zip" or path.is_dir()


def read_picture(content: bytes) -> QImage | None:
    """A picture of a stranger: no larger than can be meant; nothing when it is none."""
    if not content:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MAX_PICTURE_PX:
        return None
    picture = reader.read()
    return None if picture.isNull() else picture
