"""Commands: vibratos of notes."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="notes.tool_vibrato",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Vibrato tool"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Draw a vibrato from where you press to the note's end; drag its handles"
        ),
        keys=("V",),
        icon="tool-vibrato",
        is_checkable=True,
        section="vibrato",
    ),
    ActionSpec(
        id="notes.vibrato",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Add or remove vi&brato"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Give the chosen notes a vibrato, or take it away where all have one"
        ),
        keys=("Shift+V",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="vibrato",
    ),
    ActionSpec(
        id="notes.vibrato_fields",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Vibrato…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Set length, depth, period, fades and phase of the chosen notes' vibratos"
        ),
        keys=("Ctrl+Alt+I",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="vibrato",
    ),
)
