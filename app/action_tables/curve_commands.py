"""Commands: what is done to a stretch of the current curve."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="curves.bake",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Bake"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Draw what is sung in the stretch: it stays whatever is predicted"
        ),
        keys=("Ctrl+Alt+B",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.erase",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Erase to predicted"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Take out what was drawn and moved: the predicted curve is sung again"
        ),
        keys=("Ctrl+Backspace",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.erase_offset",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Erase &offsets"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Take out what was raised or lowered; what was drawn stays"
        ),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.smooth",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Smooth"),
        description=QT_TRANSLATE_NOOP("Actions", "Calm the curve in the stretch; again for more"),
        keys=("Ctrl+Alt+Y",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.scale",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "S&cale…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Make the curve in the stretch flatter or livelier"
        ),
        keys=("Ctrl+Alt+S",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.raise",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Raise"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Raise the curve in the stretch by a step; the wheel with Alt does the same"
        ),
        keys=("Ctrl+Alt+PgUp",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.lower",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Lo&wer"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Lower the curve in the stretch by a step; the wheel with Alt does the same"
        ),
        keys=("Ctrl+Alt+PgDown",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.raise_more",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Raise more"),
        description=QT_TRANSLATE_NOOP("Actions", "Raise the curve in the stretch by five steps"),
        keys=("Alt+Shift+Up",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.lower_more",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Lower more"),
        description=QT_TRANSLATE_NOOP("Actions", "Lower the curve in the stretch by five steps"),
        keys=("Alt+Shift+Down",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.lock",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Lock"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Keep the predicted curve of the stretch as it is, whatever changes around it",
        ),
        keys=("Ctrl+Alt+K",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.unlock",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Unlock"),
        description=QT_TRANSLATE_NOOP("Actions", "Let the curve of the stretch be predicted anew"),
        keys=("Ctrl+Alt+Shift+K",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="commands",
    ),
    ActionSpec(
        id="curves.next_moved",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Next moved prediction"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Go to the next edit of a curve under which the prediction has moved"
        ),
        keys=("Ctrl+Alt+Shift+N",),
        enabled_when=frozenset({Condition.HAS_MOVED}),
        section="moved",
    ),
    ActionSpec(
        id="curves.accept_prediction",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Accept moved pre&dictions"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Take away the marks in the stretch, or all without one; the edits stay as they are",
        ),
        keys=("Ctrl+Alt+Shift+Return",),
        enabled_when=frozenset({Condition.HAS_MOVED}),
        section="moved",
    ),
    ActionSpec(
        id="curves.copy",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Copy curve"),
        description=QT_TRANSLATE_NOOP("Actions", "Copy the current curve of the stretch"),
        keys=("Ctrl+Alt+C",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="clip",
    ),
    ActionSpec(
        id="curves.cut",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Cut curve"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Copy the current curve of the stretch and take out what was written there"
        ),
        keys=("Ctrl+Alt+X",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="clip",
    ),
    ActionSpec(
        id="curves.paste",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Paste curve at the playhead"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Put the copied stretch where the playhead stands, into the current curve"
        ),
        keys=("Ctrl+Alt+V",),
        enabled_when=frozenset({Condition.HAS_CURVE_CLIP}),
        section="clip",
    ),
    ActionSpec(
        id="curves.paste_here",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Paste curve at the selection"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Put the copied stretch where the chosen stretch begins"
        ),
        keys=("Ctrl+Alt+Shift+V",),
        enabled_when=frozenset({Condition.HAS_CURVE_CLIP, Condition.HAS_STRETCH}),
        section="clip",
    ),
    ActionSpec(
        id="curves.select_all",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Select &all time"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose the whole part as a stretch of time"),
        keys=("Ctrl+Alt+A",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="range",
    ),
    ActionSpec(
        id="curves.select_none",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Select n&o time"),
        description=QT_TRANSLATE_NOOP("Actions", "Let go of the chosen stretch of time"),
        keys=("Ctrl+Alt+D",),
        enabled_when=frozenset({Condition.HAS_RANGE}),
        section="range",
    ),
)
