"""How far the singing is: one place in the status bar, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from app.theme_tokens import SPACE_PX
from editor.engine_bridge import EngineBridge
from editor.sung import PhraseState, Progress
from engine.types import Stage

_GATHER_MS = 50  # phrases come many at a time out of the cache
_BAR_PX = 96


class ProgressPlace(QWidget):
    """Stage, phrases, drafts and failures of the whole song; Stop, Sing again.

    Signals
    -------
    changed
        There is something else that can be stopped or sung again.
    """

    changed = Signal()

    def __init__(self, bridge: EngineBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.progress = Progress()
        self.text = QLabel(self)
        self.text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(_BAR_PX)
        self.bar.setTextVisible(False)
        self.stop = QToolButton(self)
        self.again = QToolButton(self)
        self.failed = QToolButton(self)
        for button in (self.stop, self.again, self.failed):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_PX["normal"], 0, SPACE_PX["tight"], 0)
        row.setSpacing(SPACE_PX["normal"])
        for widget in (self.text, self.bar, self.stop, self.failed, self.again):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHER_MS)
        self._timer.timeout.connect(self.refresh)
        bridge.progress_changed.connect(self._expect)
        bridge.part_changed.connect(self._expect)
        self._show()
        self._retranslate()

    def join(self, action_of: Callable[[str], QAction]) -> None:
        """The buttons are the window's actions."""
        self.stop.setDefaultAction(action_of("tools.stop_singing"))
        self.again.setDefaultAction(action_of("play.sing_again"))
        self.failed.clicked.connect(action_of("play.failed").trigger)

    def refresh(self) -> None:
        """Show what holds now."""
        self._timer.stop()
        before, self.progress = self.progress, self._bridge.progress
        if before != self.progress:
            self._show()
        if (before.is_busy, before.n_left, before.n_failed) != (
            self.progress.is_busy,
            self.progress.n_left,
            self.progress.n_failed,
        ):
            self.changed.emit()

    def _expect(self, *_: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    # ------------------------------------------------------------------ what is shown

    def _show(self) -> None:
        progress = self.progress
        self.text.setText(self._sentence())
        self.bar.setRange(0, max(1, progress.n_all))
        self.bar.setValue(progress.n_done)
        self.bar.setVisible(progress.is_busy)
        self.stop.setVisible(progress.is_busy)
        self.failed.setVisible(progress.n_failed > 0)
        self.failed.setText(self.tr("{n} failed").format(n=progress.n_failed))
        self.again.setVisible(bool(progress.n_failed or progress.n_left) and not progress.is_busy)
        self.setToolTip(legend())

    def _sentence(self) -> str:
        progress = self.progress
        if progress.is_busy:
            number = min(progress.n_all, progress.n_done + 1)
            text = self.tr("Phrase {number} of {all}").format(number=number, all=progress.n_all)
            if progress.stage is not None:
                text = f"{stage_name(progress.stage)} · {text}"
            elif not progress.n_all:
                text = self.tr("Reading the voice and the lyrics")
        elif progress.n_left:
            text = self.tr("{n} not sung").format(n=progress.n_left)
        elif progress.n_all:
            text = self.tr("{n} sung").format(n=progress.n_all - progress.n_failed)
        else:
            return ""
        if progress.n_drafts:
            kinds = self.tr("{drafts} as a draft, {final} final").format(
                drafts=progress.n_drafts, final=progress.n_done - progress.n_failed
            )
            text = f"{text} · {kinds}"
        return text

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Progress of the singing"))
        self.bar.setAccessibleName(self.tr("Phrases that are done"))
        self.failed.setAccessibleName(self.tr("Go to the phrase that failed"))
        self.failed.setToolTip(self.tr("Go to the phrase that failed"))


def stage_name(stage: Stage) -> str:
    """A stage in the user's language."""
    return {
        Stage.PHONEMES: QCoreApplication.translate("Stage", "Phonemes"),
        Stage.DURATION: QCoreApplication.translate("Stage", "Durations"),
        Stage.PITCH: QCoreApplication.translate("Stage", "Pitch"),
        Stage.VARIANCE: QCoreApplication.translate("Stage", "Expression"),
        Stage.ACOUSTIC: QCoreApplication.translate("Stage", "Timbre"),
        Stage.VOCODER: QCoreApplication.translate("Stage", "Sound"),
    }[stage]


def state_text(state: PhraseState) -> str:
    """What the state of a phrase means, in the user's language."""
    return {
        PhraseState.WAITING: QCoreApplication.translate("PhraseState", "waits to be sung"),
        PhraseState.RUNNING: QCoreApplication.translate("PhraseState", "is being sung"),
        PhraseState.DRAFT: QCoreApplication.translate(
            "PhraseState", "sounds from a draft, and gets better"
        ),
        PhraseState.FINAL: QCoreApplication.translate("PhraseState", "is sung"),
        PhraseState.FAILED: QCoreApplication.translate("PhraseState", "could not be sung"),
    }[state]


def legend() -> str:
    """What the band over the notes tells, a line a state."""
    looks = {
        PhraseState.WAITING: QCoreApplication.translate("PhraseState", "thin line"),
        PhraseState.RUNNING: QCoreApplication.translate("PhraseState", "slanted stripes"),
        PhraseState.DRAFT: QCoreApplication.translate("PhraseState", "upright stripes"),
        PhraseState.FINAL: QCoreApplication.translate("PhraseState", "full band"),
        PhraseState.FAILED: QCoreApplication.translate("PhraseState", "crosses"),
    }
    title = QCoreApplication.translate("PhraseState", "The band over the notes:")
    return "\n".join([title, *(f"{look}: {state_text(state)}" for state, look in looks.items())])
