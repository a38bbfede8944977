"""Commands: help."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Role
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
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
