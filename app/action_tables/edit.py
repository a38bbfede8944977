"""Commands: the history."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
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
)
