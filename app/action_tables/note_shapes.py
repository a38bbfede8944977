"""Commands: where notes are, how long, and in what shape."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

_MOVE = QT_TRANSLATE_NOOP("Actions", "&Move")
_LENGTH = QT_TRANSLATE_NOOP("Actions", "Len&gth")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="notes.up",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Semitone &up"),
        description=QT_TRANSLATE_NOOP("Actions", "Raise the chosen notes by a semitone"),
        keys=("Up",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_MOVE,
    ),
    ActionSpec(
        id="notes.down",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Semitone d&own"),
        description=QT_TRANSLATE_NOOP("Actions", "Lower the chosen notes by a semitone"),
        keys=("Down",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_MOVE,
    ),
    ActionSpec(
        id="notes.octave_up",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Octave up"),
        description=QT_TRANSLATE_NOOP("Actions", "Raise the chosen notes by an octave"),
        keys=("Shift+Up",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_MOVE,
    ),
    ActionSpec(
        id="notes.octave_down",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Octave down"),
        description=QT_TRANSLATE_NOOP("Actions", "Lower the chosen notes by an octave"),
        keys=("Shift+Down",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_MOVE,
    ),
    ActionSpec(
        id="notes.cents_up",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Ten cents up"),
        description=QT_TRANSLATE_NOOP("Actions", "Tune the chosen notes ten cents higher"),
        keys=("Alt+Up",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_MOVE,
    ),
    ActionSpec(
        id="notes.cents_down",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Ten cents down"),
        description=QT_TRANSLATE_NOOP("Actions", "Tune the chosen notes ten cents lower"),
        keys=("Alt+Down",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_MOVE,
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
        section="shape",
        submenu=_MOVE,
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
        section="shape",
        submenu=_MOVE,
    ),
    ActionSpec(
        id="notes.earlier_fine",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "A little earlier"),
        description=QT_TRANSLATE_NOOP("Actions", "Move the chosen notes to the left by a 1/128"),
        keys=("Alt+Left",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_MOVE,
    ),
    ActionSpec(
        id="notes.later_fine",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "A little later"),
        description=QT_TRANSLATE_NOOP("Actions", "Move the chosen notes to the right by a 1/128"),
        keys=("Alt+Right",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_MOVE,
    ),
    ActionSpec(
        id="notes.longer",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Longer"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Let the chosen notes end a step of the grid later"
        ),
        keys=("Shift+Right",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_LENGTH,
    ),
    ActionSpec(
        id="notes.shorter",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Shorter"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Let the chosen notes end a step of the grid earlier"
        ),
        keys=("Shift+Left",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_LENGTH,
    ),
    ActionSpec(
        id="notes.longer_fine",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "A little longer"),
        description=QT_TRANSLATE_NOOP("Actions", "Let the chosen notes end a 1/128 later"),
        keys=("Alt+Shift+Right",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_LENGTH,
    ),
    ActionSpec(
        id="notes.shorter_fine",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "A little shorter"),
        description=QT_TRANSLATE_NOOP("Actions", "Let the chosen notes end a 1/128 earlier"),
        keys=("Alt+Shift+Left",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_LENGTH,
    ),
    ActionSpec(
        id="notes.legato",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Le&gato…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Let the chosen notes last until the next one where the gap is short"
        ),
        keys=("L",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
        submenu=_LENGTH,
    ),
    ActionSpec(
        id="notes.split_at_playhead",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Split at the play&head"),
        description=QT_TRANSLATE_NOOP("Actions", "Cut the notes that the playhead stands in"),
        keys=("Ctrl+E",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="shape",
    ),
    ActionSpec(
        id="notes.merge",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Mer&ge"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Make one note of the chosen ones, with the first one's lyric"
        ),
        keys=("Ctrl+J",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        icon="merge",
        section="shape",
    ),
    ActionSpec(
        id="notes.quantise",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Quantise…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Put the chosen notes on a grid, all the way or a part of it"
        ),
        keys=("Q",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
    ),
    ActionSpec(
        id="notes.transpose",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Transpose…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Raise or lower the chosen notes by a number of semitones"
        ),
        keys=("Ctrl+T",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
    ),
    ActionSpec(
        id="notes.tune",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "T&une…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Set the chosen notes some cents beside their keys"
        ),
        keys=("Ctrl+Shift+T",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="shape",
    ),
    ActionSpec(
        id="notes.fix_overlaps",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Fix overlaps"),
        description=QT_TRANSLATE_NOOP("Actions", "Shorten notes that reach into the next one"),
        keys=("Ctrl+Shift+F",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="shape",
    ),
)
