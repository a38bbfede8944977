"""Commands: help."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Role
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="help.welcome",
        group=ActionGroup.HELP,
        text=QT_TRANSLATE_NOOP("Actions", "&Welcome page"),
        description=QT_TRANSLATE_NOOP("Actions", "Begin, open, the demo, and recent songs"),
        icon="welcome",
    ),
    ActionSpec(
        id="help.guide",
        group=ActionGroup.HELP,
        text=QT_TRANSLATE_NOOP("Actions", "&Guide"),
        description=QT_TRANSLATE_NOOP("Actions", "The first song in ten minutes, and every tool"),
        keys=("F1",),
        icon="guide",
    ),
    ActionSpec(
        id="help.shortcuts",
        group=ActionGroup.HELP,
        text=QT_TRANSLATE_NOOP("Actions", "Commands and &shortcuts…"),
        description=QT_TRANSLATE_NOOP("Actions", "Every command with its keys"),
        keys=("Ctrl+F1",),
        icon="shortcuts",
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
