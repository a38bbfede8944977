"""Sings stretches anew, and shows the takes that there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.takes_list import TakesList
from editor.edits.edit import Edit
from editor.edits.range_takes import (
    delete_take,
    name_take,
    recipe_of,
    retake_range,
    sing_take,
    sung_take,
)
from editor.model.project import PhraseTakes
from editor.view.content import SeenPhrase
from editor.view.lane_axis import parameter_name
from engine.inference.variance import VARIANCES
from engine.types import Parameter, PhraseId

_WITHIN_S = 5.0  # going through takes to hear them is one step of the history


class RetakesRoom(QObject):
    """Acts on the chosen stretch, else on that of the chosen notes.

    The list shows the takes of the first phrase in that stretch.
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._roll, self._bench = desk, desk.roll, desk.bench
        self._menu: QMenu | None = None
        self._shown: object = None
        self.list = TakesList(desk.window)
        area = Qt.DockWidgetArea.RightDockWidgetArea
        self._dock = desk.docks.add("view.takes", self.list, area)
        self._dock.visibilityChanged.connect(lambda _: self.refresh())
        self.list.sing_wanted.connect(self._sing)
        self.list.play_wanted.connect(self._play)
        self.list.delete_wanted.connect(self._delete)
        self.list.named.connect(self._name)
        self._bench.selection_changed.connect(lambda _: self.refresh())
        self._bench.range_changed.connect(lambda _: self.refresh())
        self._roll.content_shown.connect(lambda _: self.refresh())
        desk.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak another language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._shown = None
            self.refresh()
        return super().eventFilter(watched, event)

    def conditions(self) -> Collection[Condition]:
        """A stretch is the concern of others."""
        return ()

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by the ids of their actions."""
        return {
            "curves.retake_pitch": lambda: self.retake((Parameter.PITCH,)),
            "curves.retake_parameters": self._ask,
        }

    # ------------------------------------------------------------------ retakes

    @property
    def _stretches(self) -> dict[PhraseId, tuple[int, int]]:
        """What of the chosen stretch lies in each phrase, in ticks of the part."""
        stretch = self._bench.stretch_ticks
        if stretch is None:
            return {}
        start = self._bench.part.start_ticks
        found = {}
        for name, phrase in self._phrases():
            begin, end = _ends(phrase)
            first, last = max(stretch[0], begin), min(stretch[1], end)
            if first < last:
                found[name] = (first - start, last - start)
        return found

    def _phrases(self) -> list[tuple[PhraseId, SeenPhrase]]:
        phrases = self._roll.content.phrases.items()
        return sorted(phrases, key=lambda item: item[1].layout.start_ms)

    @property
    def offered(self) -> tuple[Parameter, ...]:
        """Parameters that the voice draws besides the pitch."""
        predicted = self._roll.content.abilities.predicted
        return tuple(name for name in VARIANCES if name in predicted)

    def retake(self, parameters: Collection[Parameter]) -> None:
        """Draw some curves of the stretch anew."""
        predicted = self._roll.content.abilities.predicted
        if not set(parameters) <= predicted:
            self._desk.notify(
                self.tr("This voice sings the pitch of the notes as written: draw it instead")
            )
            return
        stretches = self._stretches
        if not stretches:
            self._desk.notify(self.tr("Nothing is sung there yet: wait until the phrase is sung"))
            return
        bench = self._bench
        self._commit(lambda: retake_range(bench.project, bench.part.id, stretches, parameters))
        self._dock.show()

    def _ask(self) -> None:
        """Choose what is drawn anew, where the mouse or the middle of the roll is."""
        canvas = self._roll.canvas
        place = canvas.mapFromGlobal(canvas.cursor().pos())
        if not canvas.rect().contains(place):
            place = QPoint(canvas.width() // 2, canvas.height() // 2)
        self.choice_menu().popup(canvas.mapToGlobal(place))

    def choice_menu(self) -> QMenu:
        """All parameters that the voice draws, together or one by one."""
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self._desk.window)
        if not self.offered:
            menu.addAction(self.tr("This voice predicts no parameters")).setEnabled(False)
            return menu
        every = menu.addAction(self.tr("&All parameters"))
        every.triggered.connect(lambda: self.retake(self.offered))
        menu.addSeparator()
        for name in self.offered:
            action = menu.addAction(parameter_name(name))
            action.triggered.connect(lambda _=False, name=name: self.retake((name,)))
        return menu

    def _commit(self, make: Callable[[], Edit], *, merge_key: Hashable | None = None) -> None:
        edit = self._bench.attempt(make)
        if edit is not None:
            self._bench.commit(edit, merge_key=merge_key, within_s=_WITHIN_S)

    # ------------------------------------------------------------------ the list

    @property
    def phrase_id(self) -> PhraseId | None:
        """The phrase whose takes are listed."""
        return next(iter(self._stretches), None)

    def refresh(self) -> None:
        """Show the takes of the phrase that is chosen, where anybody looks."""
        if self._dock.isHidden():
            return
        phrase_id, part = self.phrase_id, self._roll.content.part
        takes = part.retakes.get(phrase_id, PhraseTakes()) if phrase_id else PhraseTakes()
        sung = sung_take(part, phrase_id) if phrase_id else None
        recipe = recipe_of(part, phrase_id) if phrase_id else None
        shown = (phrase_id, takes.kept, recipe)
        if shown == self._shown:  # a drag shows the song many times a second
            return
        self._shown = shown
        self.list.show_takes(takes.kept, None if sung is None else sung.number, bool(phrase_id))

    def _sing(self, number: int) -> None:
        phrase_id, bench = self.phrase_id, self._bench
        if phrase_id is not None:
            self._commit(
                lambda: sing_take(bench.project, bench.part.id, phrase_id, number),
                merge_key=("take", phrase_id),
            )

    def _play(self, number: int) -> None:
        """Sing a take and play its phrase."""
        self._sing(number)
        phrases = dict(self._phrases())
        phrase = phrases.get(self.phrase_id) if self.phrase_id else None
        if phrase is not None:
            workspace = self._desk.workspace
            workspace.bridge.ask_now()  # so that playing waits for what is asked for now
            workspace.transport.play_range(*_ends(phrase))

    def _delete(self, number: int) -> None:
        phrase_id, bench = self.phrase_id, self._bench
        if phrase_id is not None:
            self._commit(lambda: delete_take(bench.project, bench.part.id, phrase_id, number))

    def _name(self, number: int, name: str) -> None:
        phrase_id, bench = self.phrase_id, self._bench
        if phrase_id is not None:
            self._commit(lambda: name_take(bench.project, bench.part.id, phrase_id, number, name))


def _ends(phrase: SeenPhrase) -> tuple[int, int]:
    """First and last tick of a phrase, of the song."""
    phonemes = phrase.layout.phonemes
    return phonemes[0].start_ticks, phonemes[-1].end_ticks
