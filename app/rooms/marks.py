"""Tempo and time signatures along the song."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.transport_bar import signature_at, tempo_at
from editor.edits.tempo import Marks, set_marks
from editor.positions import format_place
from editor.tools.ruler_tool import RulerTool

if TYPE_CHECKING:
    from app.dialogs.mark_dialog import MarkDialog


class MarksRoom(QObject):
    """Inserts, changes and removes what begins at the playhead."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk, ruler: RulerTool) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._had_mark = False
        self.dialog: MarkDialog | None = None
        ruler.mark_wanted.connect(self._change)
        desk.workspace.transport.position_changed.connect(self._look)
        # Queued, for the roll follows the song first.
        desk.workspace.store.changed.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def handlers(self) -> Mapping[str, Handler]:
        """Every command by the id of its action."""
        return {
            "play.insert_tempo": lambda: self._ask(self._here()).ask_tempo(),
            "play.insert_metre": lambda: self._ask(self._here()).ask_metre(),
            "play.remove_mark": self._remove,
        }

    def conditions(self) -> Collection[Condition]:
        """Whether something begins at the playhead."""
        return (Condition.HAS_MARK,) if self._has_mark() else ()

    # ------------------------------------------------------------------ inside

    def _here(self) -> int:
        """The playhead, on the grid."""
        ticks = self._desk.workspace.transport.position_ticks
        if self._marks_at(round(ticks)) != Marks():
            return round(ticks)
        return max(0, self._desk.bench.ground.snapped(ticks, is_free=False))

    def _has_mark(self) -> bool:
        ticks = round(self._desk.workspace.transport.position_ticks)
        return ticks > 0 and self._marks_at(ticks) != Marks()

    def _look(self, *_: object) -> None:
        has_mark = self._has_mark()
        if has_mark != self._had_mark:
            self._had_mark = has_mark
            self.conditions_changed.emit()

    def _marks_at(self, ticks: int, *, bar: int | None = None) -> Marks:
        """What begins at a tick; the metre is that of ``bar`` where it is given."""
        content = self._desk.roll.content
        if bar is None:
            there = content.metre.bar_at(ticks)
            bar = there if content.metre.bar_start_ticks(there) == ticks else -1
        bpm = next((t.bpm for t in content.tempo.tempos if t.start_ticks == ticks), None)
        metre = next((s for s in content.metre.signatures if s.bar == bar), None)
        return Marks(bpm=bpm, metre=None if metre is None else (metre.beats, metre.unit))

    def _change(self, ticks: int) -> None:
        self._ask(ticks)

    def _ask(self, ticks: int) -> MarkDialog:
        from app.dialogs.mark_dialog import MarkDialog

        content = self._desk.roll.content
        bar = content.metre.bar_at(ticks)
        signature = signature_at(content, ticks)
        dialog = MarkDialog(
            place=format_place(content.metre, ticks),
            bar=bar + 1,
            marks=self._marks_at(ticks, bar=bar),
            otherwise=Marks(
                bpm=tempo_at(content, ticks).bpm, metre=(signature.beats, signature.unit)
            ),
            is_first=ticks == 0,
            parent=self._desk.window,
        )
        dialog.chosen.connect(lambda marks: self._set(ticks, bar, marks))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
        return dialog

    def _remove(self) -> None:
        ticks = round(self._desk.workspace.transport.position_ticks)
        marks = self._marks_at(ticks)
        # The metre of a bar in whose middle a tempo goes stays.
        bar = self._desk.roll.content.metre.bar_at(ticks) if marks.metre is not None else None
        self._set(ticks, bar, Marks())

    def _set(self, ticks: int, bar: int | None, marks: Marks) -> None:
        bench = self._desk.bench
        edit = bench.attempt(
            lambda: set_marks(bench.project, ticks, bar, bpm=marks.bpm, metre=marks.metre)
        )
        if edit is not None:
            bench.commit(edit)
