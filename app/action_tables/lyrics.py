"""Commands: lyrics and phonemes."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="notes.lyric",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Lyric…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Type the lyric of the first chosen note; Tab or space goes on to the next"
        ),
        keys=(
            "F2",
            "Return",
        ),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="lyrics",
    ),
)
