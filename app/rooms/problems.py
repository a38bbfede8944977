"""What is wrong in the song, listed; each entry leads to its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from editor.model.project import Part
from editor.sung import SungPart
from engine.types import NoteId, Problem

_PLACE = Qt.ItemDataRole.UserRole
_GATHER_MS = 100  # a song's phrases come many at a time
_DOCK_PX = 96  # a few lines must not push the notes away

Found = tuple[str, Problem]  # id of the part


class ProblemList(QListWidget):
    """The list in its dock."""

    def __init__(self) -> None:
        super().__init__()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Problems"))


class ProblemsRoom(QObject):
    """Lists the problems of all parts, those of the part that is seen first.

    The list opens when there is something new, and closes when nothing is left; one that was
    closed stays closed until there is something new.
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._found: tuple[Found, ...] = ()
        self.list = ProblemList()
        self._dock = desk.docks.add(
            "view.problems", self.list, Qt.DockWidgetArea.BottomDockWidgetArea
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHER_MS)
        self._timer.timeout.connect(self._show)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        desk.workspace.bridge.part_changed.connect(self._expect)
        desk.workspace.store.changed.connect(self._expect)
        desk.workspace.store.replaced.connect(self._expect)
        desk.roll.part_shown.connect(self._expect)

    def handlers(self) -> Mapping[str, Handler]:
        """The dock's own action shows and hides the list."""
        return {}

    def conditions(self) -> Collection[Condition]:
        """Nothing that an action waits for."""
        return ()

    def _expect(self, *_: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _parts(self) -> list[Part]:
        shown = self._desk.roll.content.part.id
        parts = [p for track in self._desk.workspace.store.project.tracks for p in track.parts]
        return sorted(parts, key=lambda part: part.id != shown)

    def _show(self) -> None:
        bridge, shown = self._desk.workspace.bridge, self._desk.roll.content.part.id
        homes: dict[Problem, str] = {}  # a voice that lacks is one problem, however many parts
        for part in self._parts():
            for problem in problems_of(bridge.sung(part.id)):
                homes.setdefault(problem, part.id)
        found = tuple((part_id, problem) for problem, part_id in homes.items())
        self._desk.roll.set_faulty(
            frozenset(
                problem.note_id
                for part_id, problem in found
                if part_id == shown and problem.note_id is not None
            )
        )
        if found == self._found:
            return
        is_new = bool({problem for _, problem in found} - {problem for _, problem in self._found})
        self._found = found
        self.list.clear()
        for part_id, problem in found:
            item = QListWidgetItem(problem.sentence, self.list)
            item.setData(_PLACE, (part_id, problem.note_id))
        if is_new and self._dock.isHidden():
            self._dock.show()
            self._desk.window.resizeDocks([self._dock], [_DOCK_PX], Qt.Orientation.Vertical)
        elif not found:
            self._dock.hide()

    def _go(self, item: QListWidgetItem) -> None:
        place: tuple[str, NoteId | None] = item.data(_PLACE)
        part_id, note_id = place
        roll = self._desk.roll
        if part_id != roll.content.part.id:
            self._desk.show_part(part_id)
        part = roll.content.part
        for note in part.notes:
            if note.id == note_id:
                first = part.start_ticks + note.start_ticks
                self._desk.bench.select(frozenset({note.id}))
                roll.reveal_ticks(first, first + note.length_ticks)


def problems_of(sung: SungPart | None) -> tuple[Problem, ...]:
    """All problems of a part, those of single phrases included."""
    if sung is None:
        return ()
    own = () if sung.failure is None else (sung.failure,)
    phrases = tuple(p.problem for p in sung.phrases.values() if p.problem is not None)
    return (*own, *sung.problems, *phrases)
