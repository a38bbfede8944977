"""What every room of the window works with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMainWindow

from app.action_spec import Condition
from app.actions import Actions, Handler
from app.docks import Docks
from app.settings_keeper import SettingsKeeper
from app.theme import ThemeSwitch
from app.translation import Translation
from app.workspace import Workspace
from editor.tools.toolbox import Toolbox
from editor.tools.workbench import Workbench
from editor.view.piano_roll import PianoRoll
from engine.errors import EngineError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Desk:
    """The parts of the window that rooms share.

    ``notify`` tells one sentence without stopping anybody; ``refuse`` shows an error that the user
    must have seen; ``show_part`` turns the roll to a part; ``actions`` gives the window's actions
    once all rooms are there.
    """

    window: QMainWindow
    workspace: Workspace
    roll: PianoRoll
    bench: Workbench
    toolbox: Toolbox
    docks: Docks
    theme: ThemeSwitch
    translation: Translation
    settings: SettingsKeeper
    notify: Callable[[str], None]
    refuse: Callable[[EngineError], None]
    show_part: Callable[[str], None]
    actions: Callable[[], Actions]


class Room(Protocol):
    """Commands that belong together, with what they show."""

    conditions_changed: SignalInstance

    def handlers(self) -> Mapping[str, Handler]:
        """What it does, by the id of the action."""

    def conditions(self) -> Collection[Condition]:
        """What holds now of all that its actions need."""
