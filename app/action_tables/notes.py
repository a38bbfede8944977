"""Commands: notes and lyrics."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="notes.tool_select",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Select tool"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Choose, move and resize notes; a double click draws one"
        ),
        keys=("1",),
        icon="tool-select",
        is_checkable=True,
        section="tools",
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
)
