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
    NOTES = "notes"
    PLAY = "play"
    TOOLS = "tools"
    HELP = "help"


GROUP_TEXTS: Mapping[ActionGroup, str] = MappingProxyType(
    {
        ActionGroup.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
        ActionGroup.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
        ActionGroup.NOTES: QT_TRANSLATE_NOOP("Actions", "&Notes"),
        ActionGroup.PLAY: QT_TRANSLATE_NOOP("Actions", "&Play"),
        ActionGroup.TOOLS: QT_TRANSLATE_NOOP("Actions", "&Tools"),
        ActionGroup.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
    }
)


class Condition(StrEnum):
    """What must hold for some actions to be possible; the window says which do."""

    CAN_UNDO = "can-undo"
    CAN_REDO = "can-redo"
    IS_SINGING = "is-singing"
    HAS_NOTES = "has-notes"
    HAS_SELECTION = "has-selection"


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
        id="notes.select_all",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Select &all"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose every note of the part"),
        keys=("Ctrl+A",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
    ),
    ActionSpec(
        id="notes.delete",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Delete"),
        description=QT_TRANSLATE_NOOP("Actions", "Remove the chosen notes"),
        keys=(
            "Del",
            "Backspace",
        ),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
    ),
    ActionSpec(
        id="notes.lyric",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Lyric…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Type the lyric of the first chosen note; Tab goes on to the next"
        ),
        keys=(
            "F2",
            "Return",
        ),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
    ),
    ActionSpec(
        id="notes.up",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Semitone &up"),
        description=QT_TRANSLATE_NOOP("Actions", "Raise the chosen notes by a semitone"),
        keys=("Up",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
    ),
    ActionSpec(
        id="notes.down",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Semitone d&own"),
        description=QT_TRANSLATE_NOOP("Actions", "Lower the chosen notes by a semitone"),
        keys=("Down",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
    ),
    ActionSpec(
        id="notes.octave_up",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Octave up"),
        description=QT_TRANSLATE_NOOP("Actions", "Raise the chosen notes by an octave"),
        keys=("Shift+Up",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
    ),
    ActionSpec(
        id="notes.octave_down",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Octave down"),
        description=QT_TRANSLATE_NOOP("Actions", "Lower the chosen notes by an octave"),
        keys=("Shift+Down",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
    ),
    ActionSpec(
        id="notes.earlier",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Earlier"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Move the chosen notes to the left by a step of the grid"
        ),
        keys=("Left",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
    ),
    ActionSpec(
        id="notes.later",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Late&r"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Move the chosen notes to the right by a step of the grid"
        ),
        keys=("Right",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
    ),
    ActionSpec(
        id="notes.next",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Select &next"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose the note after the chosen ones"),
        keys=("Tab",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
    ),
    ActionSpec(
        id="notes.previous",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Select &previous"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose the note before the chosen ones"),
        keys=("Shift+Tab",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
    ),
    ActionSpec(
        id="notes.fix_overlaps",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Fix overlaps"),
        description=QT_TRANSLATE_NOOP("Actions", "Shorten notes that reach into the next one"),
        keys=("Ctrl+Shift+F",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
    ),
    ActionSpec(
        id="play.toggle",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Play or pause"),
        description=QT_TRANSLATE_NOOP("Actions", "Play from the playhead on, or stand where it is"),
        keys=("Space",),
        icon="play",
    ),
    ActionSpec(
        id="play.stop",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Stop"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Stop and go back to where playing began, then to the song's begin"
        ),
        keys=("Esc",),
        icon="stop",
    ),
    ActionSpec(
        id="play.metronome",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Metronome"),
        description=QT_TRANSLATE_NOOP("Actions", "Click on every beat while playing"),
        keys=("Ctrl+M",),
        icon="metronome",
        is_checkable=True,
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
        id="tools.stop_singing",
        group=ActionGroup.TOOLS,
        text=QT_TRANSLATE_NOOP("Actions", "&Stop singing"),
        description=QT_TRANSLATE_NOOP("Actions", "Stop the engine; what is sung stays"),
        keys=("Ctrl+.",),
        enabled_when=frozenset({Condition.IS_SINGING}),
        icon="stop-singing",
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
