"""The tensor cache: how large it is, how often it helps, and how it is emptied."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.action_search import SearchEntry
from app.background import Background
from app.dialogs.preferences.page import Panel, show_folder
from app.dialogs.preferences.row import quiet
from app.settings_keeper import SettingsKeeper
from app.theme_tokens import SPACE_PX
from editor.engine_bridge import EngineBridge
from engine.api import CacheInfo, CancelToken, ClearResult, Engine
from engine.errors import EngineError
from engine.types import StageCount

_LOOK_MS = 1000
_COUNT_EACH = 10  # of those looks, the folder itself is counted


def size_text(n_bytes: int) -> str:
    """A size as people read it, such as 1.25 GiB."""
    return QLocale().formattedDataSize(n_bytes, 2 if n_bytes >= 1 << 30 else 1)


class CachePanel(Panel):
    """Figures and commands of the tensor cache.

    Parameters
    ----------
    engine : Engine
    bridge : EngineBridge
        Knows whether the open song has been sung wholly.
    keeper : SettingsKeeper
    """

    def __init__(
        self,
        engine: Engine,
        bridge: EngineBridge,
        keeper: SettingsKeeper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._bridge, self._keeper = engine, bridge, keeper
        self._info: CacheInfo | None = None
        self._count = Background("cache count", self)
        self._count.done.connect(self._take_count)
        self._clearing = Background("cache clear", self)
        self._clearing.progressed.connect(self._show_progress)
        self._clearing.done.connect(self._cleared)
        self._clearing.failed.connect(self._show_failure)
        self._clearing.ended.connect(self._rest)
        self._cancel = CancelToken()
        self._n_looks = 0
        self.used, self.session, self.song = (QLabel(self) for _ in range(3))
        self.size_name, self.session_name, self.song_name = (QLabel(self) for _ in range(3))
        self.usage = QProgressBar(self)
        self.usage.setTextVisible(False)
        self.usage.setRange(0, 1000)
        self.clear = QPushButton(self)
        self.clear_unused = QPushButton(self)
        self.open = QPushButton(self)
        self.stop = QPushButton(self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.status = quiet(QLabel(self))
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.clear.clicked.connect(self._ask_clear)
        self.clear_unused.clicked.connect(lambda: self._clear(unused_only=True))
        self.open.clicked.connect(self._open)
        self.stop.clicked.connect(self._stop)
        keeper.changed.connect(lambda *_: self._show())
        self._retranslate()

    def entry(self) -> SearchEntry:
        """What a search finds it by."""
        return SearchEntry(
            id="cache/figures",
            title=self.clear.text(),
            others=(
                self.size_name.text(),
                self.session_name.text(),
                self.song_name.text(),
                self.clear_unused.text(),
                "Size on disk Hit rate Clear all",
            ),
        )

    def count(self) -> None:
        """Count what lies in the folder, in the background."""
        if not self._count.is_running and not self._clearing.is_running:
            engine = self._engine
            self._count.start(lambda _report, _check: engine.cache_info())

    def close_work(self) -> None:
        """Stop what runs, and wait for it."""
        self._cancel.cancel()
        self._clearing.close()
        self._count.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Figures are fresh while they are seen."""
        super().showEvent(event)
        self._n_looks = 0
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees costs nothing."""
        super().hideEvent(event)
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        figures = QFormLayout()
        figures.setHorizontalSpacing(SPACE_PX["wide"])
        figures.setVerticalSpacing(SPACE_PX["tight"])
        figures.addRow(self.size_name, self.used)
        figures.addRow(self.session_name, self.session)
        figures.addRow(self.song_name, self.song)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_PX["normal"])
        for button in (self.clear, self.clear_unused, self.open):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        running = QHBoxLayout()
        running.addWidget(self.progress, 1)
        running.addWidget(self.stop)
        self.stop.setAutoDefault(False)
        self.progress.hide()
        self.stop.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_PX["normal"])
        layout.addLayout(figures)
        layout.addWidget(self.usage)
        layout.addLayout(buttons)
        layout.addLayout(running)
        layout.addWidget(self.status)

    def _look(self) -> None:
        if self._n_looks % _COUNT_EACH == 0:
            self.count()
        self._n_looks += 1
        self._show()

    def _take_count(self, info: CacheInfo | None) -> None:
        self._info = info
        self._show()

    def _show(self) -> None:
        info, settings = self._info, self._keeper.settings.cache
        if info is None:
            self.used.setText(self.tr("counting…"))
        else:
            self.used.setText(
                QCoreApplication.translate(
                    "CachePanel", "{size} of {budget}, %n file(s)", "", info.n_files
                ).format(size=size_text(info.n_bytes), budget=size_text(settings.budget_bytes))
            )
            self.usage.setValue(min(1000, round(1000 * info.n_bytes / settings.budget_bytes)))
        self.session.setText(self._rate_text(self._engine.statistics().values()))
        self.song.setText(self._rate_text(self._engine.song_statistics().values()))
        is_free = not self._clearing.is_running
        is_known = settings.use_tensor_cache and self._bridge.is_whole
        self.clear.setEnabled(is_free)
        self.clear_unused.setEnabled(is_free and is_known)
        if is_known:
            tip = self.tr(
                "Keeps what the open song has asked for since it was opened, undone edits included"
            )
        elif settings.use_tensor_cache:
            tip = self.tr("Possible once the open song has been sung wholly")
        else:
            tip = self.tr("Possible while the cache is on: only then it is known what is used")
        self.clear_unused.setToolTip(tip)
        self.clear_unused.setAccessibleDescription(tip)

    def _rate_text(self, counts: Iterable[StageCount]) -> str:
        found = list(counts)
        n_hits = sum(count.hits for count in found)
        n_all = n_hits + sum(count.runs for count in found)
        if not n_all:
            return self.tr("nothing was asked for yet")
        return self.tr("{percent} % ({hits} of {all} answers came out of the cache)").format(
            percent=round(100 * n_hits / n_all), hits=n_hits, all=n_all
        )

    def _ask_clear(self) -> None:
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            self.tr("Clear the cache"),
            self.tr(
                "Remove all that models have given so far? Songs lose nothing; what is not sung "
                "yet in this session will be sung anew, which takes its time."
            ),
            buttons.Yes | buttons.Cancel,
            buttons.Cancel,
        )
        if answer == buttons.Yes:
            self._clear(unused_only=False)

    def _clear(self, *, unused_only: bool) -> None:
        if self._clearing.is_running:
            return
        engine, cancel = self._engine, CancelToken()
        self._cancel = cancel
        self.progress.setRange(0, 0)
        self.progress.show()
        self.stop.setEnabled(True)
        self.stop.show()
        self.status.setText(self.tr("Clearing…"))
        self._clearing.start(
            lambda report, _check: engine.clear_cache(
                unused_only=unused_only,
                on_progress=lambda done, total: report((done, total)),
                cancel=cancel,
            )
        )
        self._show()

    def _stop(self) -> None:
        if self._clearing.is_running:
            self.stop.setEnabled(False)
            self.status.setText(self.tr("Stopped: what was removed is gone, the rest stays."))
            self._cancel.cancel()

    def _show_progress(self, progress: tuple[int, int]) -> None:
        n_done, n_all = progress
        self.progress.setRange(0, n_all)
        self.progress.setValue(n_done)

    def _cleared(self, result: ClearResult) -> None:
        self.status.setText(
            QCoreApplication.translate(
                "CachePanel", "%n file(s) removed, {size}.", "", result.n_files
            ).format(size=size_text(result.n_bytes))
        )

    def _show_failure(self, error: EngineError) -> None:
        self.status.setText(str(error))

    def _rest(self) -> None:
        self.progress.hide()
        self.stop.hide()
        self.count()
        self._show()

    def _open(self) -> None:
        folder = self._engine.cache_folder
        if folder is None or not show_folder(folder):
            self.status.setText(self.tr("The folder cannot be shown: nothing was kept there yet."))

    def _retranslate(self) -> None:
        self.size_name.setText(self.tr("Size on disk"))
        self.session_name.setText(self.tr("Hits in this session"))
        self.song_name.setText(self.tr("Hits in the open song"))
        self.usage.setAccessibleName(self.tr("Used of the largest size"))
        self.progress.setAccessibleName(self.tr("Clearing the cache"))
        self.clear.setText(self.tr("Clear all…"))
        self.clear_unused.setText(self.tr("Clear what the open song does not use"))
        self.open.setText(self.tr("Open folder"))
        self.stop.setText(self.tr("Stop"))
        self._show()
