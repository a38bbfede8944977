"""Every command of the window as data: menus, keys, palette and guide are made from it. No Qt here.

Texts are English source texts, context ``Actions``. An action stands here only when something does
it; ``app.actions`` refuses a table whose actions have no handlers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.source_text import QT_TRANSLATE_NOOP


class ActionGroup(StrEnum):
    """The menus, in order."""

    FILE = "file"
    EDIT = "edit"
    TOOLS = "tools"
    HELP = "help"


GROUP_TEXTS: Mapping[ActionGroup, str] = MappingProxyType(
    {
        ActionGroup.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
        ActionGroup.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
        ActionGroup.TOOLS: QT_TRANSLATE_NOOP("Actions", "&Tools"),
        ActionGroup.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
    }
)


class Condition(StrEnum):
    """What must hold for some actions to be possible; the window says which do."""

    CAN_UNDO = "can-undo"
    CAN_REDO = "can-redo"


class Role(StrEnum):
    """Actions that some systems put in a menu of their own."""

    NONE = "none"
    QUIT = "quit"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One command.

    ``keys`` are portable key texts (Ctrl is Command on macOS); ``enabled_when`` must all hold;
    ``description`` is what a screen reader and the status line say; ``icon`` names a file of
    ``resources/icons`` without its ending.
    """

    id: str
    group: ActionGroup
    text: str
    description: str
    keys: tuple[str, ...] = ()
    enabled_when: frozenset[Condition] = frozenset()
    icon: str = ""
    is_checkable: bool = False
    role: Role = Role.NONE


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="file.new",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&New song"),
        description=QT_TRANSLATE_NOOP("Actions", "Begin an empty song"),
        keys=("Ctrl+N",),
        icon="new",
    ),
    ActionSpec(
        id="file.open",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&Open…"),
        description=QT_TRANSLATE_NOOP("Actions", "Open a song from a file"),
        keys=("Ctrl+O",),
        icon="open",
    ),
    ActionSpec(
        id="file.open_demo",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "Open the &demo song"),
        description=QT_TRANSLATE_NOOP("Actions", "Open the song that comes with Melisma"),
        icon="demo",
    ),
    ActionSpec(
        id="file.save",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&Save"),
        description=QT_TRANSLATE_NOOP("Actions", "Save the song in its file"),
        keys=("Ctrl+S",),
        icon="save",
    ),
    ActionSpec(
        id="file.save_as",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        description=QT_TRANSLATE_NOOP("Actions", "Save the song in another file"),
        keys=("Ctrl+Shift+S",),
        icon="save-as",
    ),
    ActionSpec(
        id="file.quit",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&Quit"),
        description=QT_TRANSLATE_NOOP("Actions", "Close Melisma"),
        keys=("Ctrl+Q",),
        icon="quit",
        role=Role.QUIT,
    ),
    ActionSpec(
        id="edit.undo",
        group=ActionGroup.EDIT,
        text=QT_TRANSLATE_NOOP("Actions", "&Undo"),
        description=QT_TRANSLATE_NOOP("Actions", "Take the last change back"),
        keys=("Ctrl+Z",),
        enabled_when=frozenset({Condition.CAN_UNDO}),
        icon="undo",
    ),
    ActionSpec(
        id="edit.redo",
        group=ActionGroup.EDIT,
        text=QT_TRANSLATE_NOOP("Actions", "&Redo"),
        description=QT_TRANSLATE_NOOP("Actions", "Make the change that was taken back again"),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled_when=frozenset({Condition.CAN_REDO}),
        icon="redo",
    ),
    ActionSpec(
        id="tools.palette",
        group=ActionGroup.TOOLS,
        text=QT_TRANSLATE_NOOP("Actions", "&Command palette…"),
        description=QT_TRANSLATE_NOOP("Actions", "Find and run any command by its name"),
        keys=("Ctrl+K",),
        icon="palette",
    ),
    ActionSpec(
        id="help.report",
        group=ActionGroup.HELP,
        text=QT_TRANSLATE_NOOP("Actions", "&Report a problem…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Write a file for a bug report, with logs but without personal paths"
        ),
        icon="report",
    ),
    ActionSpec(
        id="help.about",
        group=ActionGroup.HELP,
        text=QT_TRANSLATE_NOOP("Actions", "&About Melisma"),
        description=QT_TRANSLATE_NOOP("Actions", "Version, licences and thanks"),
        icon="about",
        role=Role.ABOUT,
    ),
)
