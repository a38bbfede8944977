"""What runs the models: which providers there are, and whether they can be trusted."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.action_search import SearchEntry
from app.background import Background
from app.dialogs.preferences.controls import CalmWheel
from app.dialogs.preferences.page import Panel
from app.dialogs.preferences.row import quiet
from app.setting_info import SettingInfo
from app.settings import Provider
from app.theme_tokens import SPACE_PX
from editor.translated import translated
from engine.api import CancelToken, ProviderTrial, available_providers, try_providers
from engine.errors import EngineError

FindProviders = Callable[[], tuple[str, ...]]
_COLUMNS = 4


class ProviderBox(QComboBox):
    """A provider; those that the installed runtime does not have cannot be chosen."""

    edited = Signal(object)

    def __init__(self, info: SettingInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info = info
        self._available: frozenset[str] | None = None  # not known yet
        for choice in info.choices:
            self.addItem("", choice.value)
        self.installEventFilter(CalmWheel(self))
        self.activated.connect(lambda index: self.edited.emit(self.itemData(index)))
        self.retranslate()

    def show_value(self, value: object) -> None:
        """Show a value."""
        self.setCurrentIndex([choice.value for choice in self._info.choices].index(value))

    def set_available(self, names: frozenset[str]) -> None:
        """These are there."""
        self._available = names
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        for index, choice in enumerate(self._info.choices):
            is_there = self._available is None or choice.value in self._available
            text = translated("Settings", choice.text)
            self.setItemText(
                index, text if is_there else self.tr("{name} (not there)").format(name=text)
            )
            model.item(index).setEnabled(is_there)


class ProviderPanel(Panel):
    """Tries every provider that is there against the CPU.

    Parameters
    ----------
    boxes : list of ProviderBox
        Told what is there.
    voice_folder : Path
        Sung for the trial.
    names : mapping
        Providers as the user knows them, by the engine's names.
    find_providers, try_them : callable, optional
        Called in the background.
    """

    _tried = Signal(object)

    def __init__(
        self,
        boxes: list[ProviderBox],
        voice_folder: Path,
        names: dict[str, str],
        *,
        find_providers: FindProviders = available_providers,
        try_them: Callable[..., None] = try_providers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._boxes, self._voice_folder, self._names = boxes, voice_folder, names
        self._find_providers, self._try = find_providers, try_them
        self._search = Background("providers", self)
        self._search.done.connect(self._take)
        self._search.failed.connect(self._show_failure)
        self._trial = Background("provider trial", self)
        self._trial.progressed.connect(self._show_progress)
        self._trial.failed.connect(self._show_failure)
        self._trial.ended.connect(self._show)
        # A result must not be left out, as reports of progress are.
        self._tried.connect(self._take_trial, Qt.ConnectionType.QueuedConnection)
        self._cancel = CancelToken()
        self.available: tuple[str, ...] = ()
        self._trials: dict[str, ProviderTrial] = {}
        self.title = QLabel(self)
        self.help = quiet(QLabel(self))
        self.table = QTableWidget(0, _COLUMNS, self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_COLUMNS - 1, QHeaderView.ResizeMode.Stretch)
        self.start = QPushButton(self)
        self.stop = QPushButton(self)
        for button in (self.start, self.stop):
            button.setAutoDefault(False)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.stop.hide()
        self.status = quiet(QLabel(self))
        running = QHBoxLayout()
        running.setSpacing(SPACE_PX["normal"])
        running.addWidget(self.start)
        running.addWidget(self.stop)
        running.addWidget(self.progress, 1)
        running.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_PX["normal"], 0, 0)
        layout.setSpacing(SPACE_PX["tight"])
        for widget in (self.title, self.help, self.table):
            layout.addWidget(widget)
        layout.addLayout(running)
        layout.addWidget(self.status)
        self.start.clicked.connect(self._begin)
        self.stop.clicked.connect(self._stop)
        self._retranslate()

    def entry(self) -> SearchEntry:
        """What a search finds it by."""
        return SearchEntry(
            id="rendering/trial",
            title=self.title.text(),
            others=(self.start.text(), self.help.text(), "Self-test of providers GPU"),
        )

    def look(self) -> None:
        """Find out what is there, in the background: it loads the models' runtime."""
        if not self._search.is_running and not self.available:
            find = self._find_providers
            self._search.start(lambda _report, _check: find())

    def stop_trial(self) -> None:
        """Stop the trial, because nobody looks any more."""
        self._cancel.cancel()

    def close_work(self) -> None:
        """Stop what runs, and wait for it."""
        self.stop_trial()
        self._trial.close()
        self._search.close()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _take(self, names: tuple[str, ...]) -> None:
        self.available = names
        for box in self._boxes:
            box.set_available(frozenset(names))
        self._show()

    def _begin(self) -> None:
        if self._trial.is_running or not self.available:
            return
        folder, names, attempt = self._voice_folder, self.available, self._try
        cancel = self._cancel = CancelToken()
        self._trials = {}
        self.progress.setRange(0, 0)
        self.status.setText("")
        self._trial.start(
            lambda report, _check: attempt(
                folder,
                names,
                on_trial=self._tried.emit,
                on_progress=lambda done, total: report((done, total)),
                cancel=cancel,
            )
        )
        self._show()

    def _stop(self) -> None:
        self.status.setText(self.tr("Stopped."))
        self.stop_trial()

    def _take_trial(self, trial: ProviderTrial) -> None:
        self._trials[trial.provider] = trial
        self._show()

    def _show_progress(self, progress: tuple[int, int]) -> None:
        n_done, n_all = progress
        self.progress.setRange(0, n_all)
        self.progress.setValue(n_done)

    def _show_failure(self, error: EngineError) -> None:
        self.status.setText(str(error))

    def _show(self) -> None:
        is_running = self._trial.is_running
        self.start.setVisible(not is_running)
        self.start.setEnabled(bool(self.available))
        self.stop.setVisible(is_running)
        self.progress.setVisible(is_running)
        self.table.setRowCount(len(self.available))
        for row, name in enumerate(self.available):
            for column, text in enumerate(self._row(name)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        rows = sum(self.table.rowHeight(row) for row in range(len(self.available)))
        height = self.table.horizontalHeader().sizeHint().height() + rows + 4
        self.table.setFixedHeight(max(height, 56))

    def _row(self, name: str) -> tuple[str, str, str, str]:
        shown = self._names.get(name, name)
        trial = self._trials.get(name)
        if trial is None:
            verdict = self.tr("not tested yet") if not self._trial.is_running else self.tr("waits")
            return shown, "", "", verdict
        if trial.problem is not None:
            return shown, "—", "—", str(trial.problem)
        error = "—" if name == Provider.CPU else _ratio_text(trial.error_ratio)
        if name == Provider.CPU:
            verdict = self.tr("what others are held against")
        elif not trial.is_good:
            verdict = self.tr("gives other sound: do not use it with this voice")
        else:
            factor = trial.cpu_seconds / max(trial.seconds, 1e-9)
            verdict = self.tr("good, {factor} times the speed of the CPU").format(
                factor=f"{factor:.1f}"
            )
        seconds = self.tr("{ms} ms").format(ms=round(trial.seconds * 1e3))
        return shown, seconds, error, verdict

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Test of what is there"))
        self.help.setText(
            self.tr(
                "Every model of the built-in voice is run on a short phrase and held against the "
                "CPU. The largest error is a share of the largest value; up to 1 % is good."
            )
        )
        self.table.setHorizontalHeaderLabels(
            [self.tr("Runs on"), self.tr("Time"), self.tr("Largest error"), self.tr("Result")]
        )
        self.table.setAccessibleName(self.tr("Results of the test"))
        self.start.setText(self.tr("Test"))
        self.start.setAccessibleName(self.tr("Test what runs models"))
        self.stop.setText(self.tr("Stop"))
        self.progress.setAccessibleName(self.tr("Progress of the test"))
        self._show()


def _ratio_text(ratio: float) -> str:
    if math.isinf(ratio):
        return "∞"
    return f"{100 * ratio:.2g} %" if ratio else "0 %"
