"""Commands: tools and the program itself."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition, Role
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="tools.palette",
        group=ActionGroup.TOOLS,
        text=QT_TRANSLATE_NOOP("Actions", "&Command palette…"),
        description=QT_TRANSLATE_NOOP("Actions", "Find and run any command by its name"),
        keys=("Ctrl+K",),
        icon="palette",
    ),
    ActionSpec(
        id="tools.voicebanks",
        group=ActionGroup.TOOLS,
        text=QT_TRANSLATE_NOOP("Actions", "&Voicebanks…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "See, install and remove voices, and what is wrong with them"
        ),
        keys=("Ctrl+Shift+B",),
        icon="voicebanks",
    ),
    ActionSpec(
        id="tools.preferences",
        group=ActionGroup.TOOLS,
        text=QT_TRANSLATE_NOOP("Actions", "&Preferences…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Language, look, sound, rendering, cache, voices and keys"
        ),
        keys=("Ctrl+,",),
        icon="preferences",
        role=Role.PREFERENCES,
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
)
