"""What the engine does for the song: its progress, stopping it, and trying again."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.phrase_tips import PhraseTips
from app.progress_place import ProgressPlace
from editor.sung import PhraseState, SungPhrase
from editor.tools.ruler_tool import RulerTool
from engine.types import PhraseId

_PROBLEMS = "view.problems"


class SingingRoom(QObject):
    """The progress place, and the way to phrases that failed."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk, ruler: RulerTool) -> None:
        super().__init__(desk.window)
        self._desk, self._bridge = desk, desk.workspace.bridge
        self.place = ProgressPlace(self._bridge, desk.window)
        desk.window.statusBar().addPermanentWidget(self.place)
        self.tips = PhraseTips(desk.roll, desk.workspace)
        self.place.changed.connect(self.conditions_changed)
        ruler.phrase_wanted.connect(self._go_to_phrase)

    def begin(self) -> None:
        """Take the actions, once there are actions."""
        self.place.join(self._desk.actions().__getitem__)

    def handlers(self) -> Mapping[str, Handler]:
        """Stop, and try again."""
        return {
            "tools.stop_singing": self._bridge.stop,
            "play.sing_again": self._bridge.sing_again,
            "play.failed": self._go_to_failed,
        }

    def conditions(self) -> Collection[Condition]:
        """What can be stopped or sung again."""
        progress = self.place.progress
        found = [Condition.IS_SINGING] if progress.is_busy else []
        if progress.n_failed:
            found.append(Condition.HAS_FAILED)
        if not progress.is_busy and (progress.n_failed or progress.n_left):
            found.append(Condition.HAS_UNSUNG)
        return found

    # ------------------------------------------------------------------ failures

    def _go_to_failed(self) -> None:
        """The first phrase that failed, of the part that is seen if there is one."""
        part_ids = [part.id for track in self._desk.bench.project.tracks for part in track.parts]
        seen_id = self._desk.bench.part.id
        for part_id in sorted(part_ids, key=lambda name: name != seen_id):
            sung = self._bridge.sung(part_id)
            for phrase in sung.phrases.values() if sung is not None else ():
                if phrase.state is PhraseState.FAILED:
                    if part_id != seen_id:
                        self._desk.show_part(part_id)
                    self._show(phrase)
                    return

    def _go_to_phrase(self, phrase_id: str) -> None:
        sung = self._bridge.sung(self._desk.bench.part.id)
        phrase = None if sung is None else sung.phrases.get(PhraseId(phrase_id))
        if phrase is not None:
            self._show(phrase)

    def _show(self, phrase: SungPhrase) -> None:
        """Choose what is at fault, and show the list that says what is wrong."""
        layout, problem = phrase.layout, phrase.problem
        self._desk.docks[_PROBLEMS].show()
        self._desk.docks[_PROBLEMS].raise_()
        at_fault = None if problem is None else problem.note_id
        ids = layout.note_ids if at_fault is None else (at_fault,)
        self._desk.bench.select(frozenset(ids))
        tempo = self._desk.roll.content.tempo
        first, last = (tempo.ms_to_ticks_exact(ms) for ms in (layout.start_ms, layout.end_ms))
        self._desk.roll.reveal_ticks(first, last)
        if problem is not None:
            self._desk.notify(problem.sentence)
