"""What a command of the window is, as data. No Qt here."""

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
    NOTES = "notes"
    CURVES = "curves"
    TRACKS = "tracks"
    PLAY = "play"
    VIEW = "view"
    TOOLS = "tools"
    HELP = "help"


GROUP_TEXTS: Mapping[ActionGroup, str] = MappingProxyType(
    {
        ActionGroup.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
        ActionGroup.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
        ActionGroup.NOTES: QT_TRANSLATE_NOOP("Actions", "&Notes"),
        ActionGroup.CURVES: QT_TRANSLATE_NOOP("Actions", "&Curves"),
        ActionGroup.TRACKS: QT_TRANSLATE_NOOP("Actions", "T&racks"),
        ActionGroup.PLAY: QT_TRANSLATE_NOOP("Actions", "&Play"),
        ActionGroup.VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
        ActionGroup.TOOLS: QT_TRANSLATE_NOOP("Actions", "&Tools"),
        ActionGroup.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
    }
)


# Keys of these menus are the roll's own: in a list or a field, arrows and Delete mean what they
# mean there.
ROLL_GROUPS = frozenset({ActionGroup.NOTES, ActionGroup.CURVES})


class Condition(StrEnum):
    """What must hold for some actions to be possible; the window says which do."""

    CAN_UNDO = "can-undo"
    CAN_REDO = "can-redo"
    IS_SINGING = "is-singing"
    HAS_NOTES = "has-notes"
    HAS_SELECTION = "has-selection"
    HAS_RANGE = "has-range"
    HAS_TRACK = "has-track"
    HAS_BLOCKS = "has-blocks"
    HAS_PART = "has-part"
    HAS_PARTS = "has-parts"
    HAS_SOUND = "has-sound"
    HAS_STRETCH = "has-stretch"  # a range, or chosen notes
    HAS_MARK = "has-mark"  # tempo or metre that begins at the playhead, not at the song's begin
    HAS_FAILED = "has-failed"  # phrases that could not be sung
    HAS_UNSUNG = "has-unsung"  # phrases that failed, or were left when singing stopped
    HAS_MOVED = "has-moved"  # stretches under which the prediction moved
    HAS_CURVE_CLIP = "has-curve-clip"
    HAS_LANES = "has-lanes"
    HAS_LANE = "has-lane"  # the current curve has a lane


class Role(StrEnum):
    """Actions that some systems put in a menu of their own."""

    NONE = "none"
    QUIT = "quit"
    ABOUT = "about"
    PREFERENCES = "preferences"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One command.

    ``keys`` are portable key texts (Ctrl is Command on macOS); ``enabled_when`` must all hold;
    ``description`` is what a screen reader and the status line say; ``icon`` names a file of
    ``resources/icons`` without its ending. In a menu a line stands where ``section`` changes;
    actions with the same ``submenu`` (a text of context ``Actions``) lie in a menu of that name.
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
    section: str = ""
    submenu: str = ""
