"""Commands: what is shown."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="view.problems",
        group=ActionGroup.VIEW,
        text=QT_TRANSLATE_NOOP("Actions", "&Problems"),
        description=QT_TRANSLATE_NOOP("Actions", "Show what is wrong in the song, to go there"),
        keys=("Ctrl+Shift+M",),
        is_checkable=True,
        section="docks",
    ),
    ActionSpec(
        id="view.history",
        group=ActionGroup.VIEW,
        text=QT_TRANSLATE_NOOP("Actions", "&History"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Show the steps of the song, to go to any of them"
        ),
        keys=("Ctrl+Alt+H",),
        icon="history",
        is_checkable=True,
        section="docks",
    ),
    ActionSpec(
        id="view.notes",
        group=ActionGroup.VIEW,
        text=QT_TRANSLATE_NOOP("Actions", "&Note list"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Show the notes as a table that a screen reader reads and keys edit"
        ),
        keys=("Ctrl+Shift+L",),
        is_checkable=True,
        section="docks",
    ),
    ActionSpec(
        id="view.arrangement",
        group=ActionGroup.VIEW,
        text=QT_TRANSLATE_NOOP("Actions", "&Tracks and arrangement"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Show all tracks with their voices, parts and sounds over time"
        ),
        keys=("Shift+F3",),
        icon="arrangement",
        is_checkable=True,
        section="docks",
    ),
    ActionSpec(
        id="view.mixer",
        group=ActionGroup.VIEW,
        text=QT_TRANSLATE_NOOP("Actions", "Mi&xer"),
        description=QT_TRANSLATE_NOOP("Actions", "Show faders and level meters of all tracks"),
        keys=("F3",),
        icon="mixer",
        is_checkable=True,
        section="docks",
    ),
    ActionSpec(
        id="view.next_area",
        group=ActionGroup.VIEW,
        text=QT_TRANSLATE_NOOP("Actions", "Next &area"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Give the keyboard to the roll, then to each dock in turn"
        ),
        keys=("F6",),
        section="layout",
    ),
    ActionSpec(
        id="view.reset_layout",
        group=ActionGroup.VIEW,
        text=QT_TRANSLATE_NOOP("Actions", "&Reset the layout"),
        description=QT_TRANSLATE_NOOP("Actions", "Put all docks where they were at first"),
        section="layout",
    ),
    ActionSpec(
        id="view.full_screen",
        group=ActionGroup.VIEW,
        text=QT_TRANSLATE_NOOP("Actions", "&Full screen"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Give the window the whole screen, or take it back"
        ),
        keys=("F11",),
        section="layout",
    ),
)
