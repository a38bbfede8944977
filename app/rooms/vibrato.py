"""Vibratos of the chosen notes by keys and by numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from editor.edits.edit import Edit
from editor.edits.vibrato import change_vibrato, toggle_vibrato

if TYPE_CHECKING:
    from app.dialogs.vibrato import VibratoDialog


class VibratoRoom(QObject):
    """Gives, changes and takes away vibratos."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._bench = desk, desk.bench
        self.dialog: VibratoDialog | None = None

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by the ids of their actions."""
        return {"notes.vibrato": self._toggle, "notes.vibrato_fields": self._ask}

    def conditions(self) -> Collection[Condition]:
        """Chosen notes are the concern of others."""
        return ()

    def _commit(self, make: Callable[[], Edit]) -> None:
        edit = self._bench.attempt(make)
        if edit is not None:
            self._bench.commit(edit)

    def _toggle(self) -> None:
        bench = self._bench
        self._commit(lambda: toggle_vibrato(bench.project, bench.part.id, bench.selection))

    def _ask(self) -> None:
        """Ask for the fields while the vibratos are seen as they would be."""
        from app.dialogs.vibrato import VibratoDialog

        bench = self._bench
        ids, part_id = bench.selection, bench.part.id
        if not ids:
            return
        dialog = self.dialog = VibratoDialog(bench.chosen, self._desk.window)

        def make() -> Edit:
            return change_vibrato(bench.project, part_id, ids, dialog.fields)

        def show() -> None:
            edit = bench.attempt(make)
            if edit is not None:
                bench.preview(edit)

        def finish(is_accepted: int) -> None:
            bench.drop()
            if is_accepted:
                self._commit(make)
            self.dialog = None
            dialog.deleteLater()

        dialog.changed.connect(show)
        dialog.finished.connect(finish)
        dialog.open()
        show()
