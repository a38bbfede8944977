"""Guide, shortcuts, problem reports and licences."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.errors import ReportError
from app.paths import ROOT, builtin_voice
from app.problem_report import write_report

GUIDE = ROOT / "docs" / "guide.md"


class HelpRoom(QObject):
    """Runs the menu Help.

    Parameters
    ----------
    desk : Desk
    make_report : callable
        Gives the text of a problem report.
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk, make_report: Callable[[], str]) -> None:
        super().__init__(desk.window)
        self._desk, self._make_report = desk, make_report

    def handlers(self) -> Mapping[str, Handler]:
        """Everything of the menu."""
        return {
            "help.guide": self._show_guide,
            "help.shortcuts": self._show_shortcuts,
            "help.report": self._report,
            "help.about": self._show_about,
        }

    def conditions(self) -> Collection[Condition]:
        """Help is always there."""
        return ()

    def _show_guide(self) -> None:
        from app.dialogs.guide import Guide

        guide = Guide(GUIDE, self._desk.window)
        guide.setWindowFlag(Qt.WindowType.Window)
        guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        guide.show()

    def _show_shortcuts(self) -> None:
        from app.dialogs.shortcut_sheet import ShortcutSheet

        sheet = ShortcutSheet(self._desk.actions(), self._desk.window)
        sheet.exec()
        sheet.deleteLater()

    def _report(self) -> None:
        window = self._desk.window
        name, _ = QFileDialog.getSaveFileName(
            window,
            self.tr("Report a problem"),
            "melisma-report.txt",
            self.tr("Text files") + " (*.txt)",
        )
        if not name:
            return
        try:
            write_report(Path(name), self._make_report())
        except ReportError as error:
            self._desk.refuse(error)
        else:
            self._desk.notify(self.tr("Wrote {path}: read it, then send it.").format(path=name))

    def _show_about(self) -> None:
        from app import __version__
        from app.dialogs.about import About
        from app.third_party import find_libraries

        about = About(
            version=__version__,
            licence=(ROOT / "LICENSE").read_text(encoding="utf-8"),
            voice_licence=(builtin_voice() / "LICENSE").read_text(encoding="utf-8"),
            libraries=find_libraries(),
            parent=self._desk.window,
        )
        about.exec()
        about.deleteLater()
