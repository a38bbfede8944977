"""Docks, panels of the window itself, and where they lie."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.window_layout import WindowLayout
from editor.panels.note_list import NoteList


class LayoutRoom(QObject):
    """Keeps the places of docks, and shows the notes as a list.

    `restore` must be called when all docks and bars are in the window.
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk, layout_file: Path | None) -> None:
        super().__init__(desk.window)
        self._desk, self._file = desk, layout_file
        self._window, self._roll = desk.window, desk.roll
        self._layout: WindowLayout | None = None
        self.notes = NoteList(desk.bench, desk.window)
        desk.docks.add("view.notes", self.notes, Qt.DockWidgetArea.RightDockWidgetArea)
        desk.roll.song_shown.connect(self._follow)

    def handlers(self) -> Mapping[str, Handler]:
        """What the menu View does with the window."""
        return {
            "view.next_area": self._go_to_next_area,
            "view.reset_layout": self._reset,
            "view.full_screen": self._full_screen,
        }

    def conditions(self) -> Collection[Condition]:
        """The window is always there."""
        return ()

    def restore(self) -> None:
        """Put everything where it was."""
        self._layout = WindowLayout(self._window, self._file)
        self._layout.restore()

    def keep(self) -> None:
        """Write down where everything is."""
        if self._layout is not None:
            self._layout.keep()

    def _go_to_next_area(self) -> None:
        """Tab belongs to the notes while the roll has the keys: this leads on from there."""
        areas: list[QWidget] = [self._roll.canvas, *self._desk.docks.seen()]
        focus = self._window.focusWidget()
        now = [
            number
            for number, area in enumerate(areas)
            if focus is not None and (area is focus or area.isAncestorOf(focus))
        ]
        area = areas[(now[-1] + 1) % len(areas)] if now else areas[0]
        while area.focusPolicy() == Qt.FocusPolicy.NoFocus:
            inner = area.nextInFocusChain()
            if inner is None:
                return
            area = inner
        area.setFocus(Qt.FocusReason.TabFocusReason)

    def _reset(self) -> None:
        if self._layout is not None:
            self._layout.reset()

    def _full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _follow(self) -> None:
        if self.notes.isVisible():
            self.notes.follow()
