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
)
