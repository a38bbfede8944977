"""Commands: stretches sung anew."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="curves.retake_pitch",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Re&take pitch"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Sing the pitch of the stretch anew; what was sung is kept as a take"
        ),
        keys=("Ctrl+Shift+R",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="retakes",
    ),
    ActionSpec(
        id="curves.retake_parameters",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Retake para&meters…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Choose which predicted curves of the stretch are sung anew"
        ),
        keys=("Ctrl+Alt+R",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="retakes",
    ),
    ActionSpec(
        id="view.takes",
        group=ActionGroup.VIEW,
        text=QT_TRANSLATE_NOOP("Actions", "Ta&kes"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Show the takes of the chosen phrase: hear, use, name or delete them"
        ),
        keys=("Ctrl+Alt+J",),
        is_checkable=True,
        section="docks",
    ),
)
