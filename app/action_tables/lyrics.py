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
    ActionSpec(
        id="notes.fill_lyrics",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Fill l&yrics…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Let a text flow over the chosen notes, or over all from the chosen one on"
        ),
        keys=("Ctrl+L",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="lyrics",
    ),
    ActionSpec(
        id="notes.find_lyrics",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "F&ind and replace…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Find lyrics in this part, and put others in their place"
        ),
        keys=(
            "Ctrl+F",
            "Ctrl+H",
        ),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="lyrics",
    ),
    ActionSpec(
        id="notes.language",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Lan&guage…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Choose the language in which the chosen notes are read"
        ),
        keys=("Ctrl+Shift+G",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="lyrics",
    ),
    ActionSpec(
        id="notes.edit_phonemes",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Edit p&honemes…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Change symbols and places of the phonemes of the chosen note"
        ),
        keys=("Ctrl+P",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="phonemes",
    ),
    ActionSpec(
        id="notes.reset_phonemes",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Reset phonemes"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Give the chosen notes the phonemes and places that are predicted"
        ),
        keys=("Ctrl+Shift+P",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="phonemes",
    ),
)
