"""Commands: pitch and parameter curves."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="curves.tool_pencil",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Pencil"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Draw a curve by hand, pitch on the notes and values in the lanes; Shift "
            "keeps the level",
        ),
        keys=("5",),
        icon="tool-pencil",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="curves.tool_line",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Line"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Draw a straight line from the press to the release; Shift keeps it level"
        ),
        keys=("6",),
        icon="tool-line",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="curves.tool_s_curve",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&S-curve"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Draw a smooth passage from the press to the release, level at both ends"
        ),
        keys=("7",),
        icon="tool-s-curve",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="curves.tool_anchors",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Anchors"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Click anchors that a smooth curve goes through and drag them; a double "
            "click ends it, a right click on an anchor deletes it",
        ),
        keys=("8",),
        icon="tool-anchors",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="curves.tool_smooth",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "S&mooth"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Smooth the curve where the mouse sweeps; further up is smoother, passes add up",
        ),
        keys=("9",),
        icon="tool-smooth",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="curves.tool_erase",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Erase"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Give back the predicted curve where the mouse sweeps"
        ),
        keys=("0",),
        icon="tool-erase-curve",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="curves.tool_offset",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Raise and lower"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Drag the chosen range, the chosen notes or a note up and down as an "
            "offset, which stays when the curve is predicted anew; Shift is fine",
        ),
        keys=("O",),
        icon="tool-offset",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="curves.tool_lock",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Loc&k"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Keep the predicted curve as it is where the mouse sweeps; begin in a "
            "locked range to set it free",
        ),
        keys=("K",),
        icon="tool-lock",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="curves.tool_range",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "Choose a ran&ge"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Choose a range of time for curves and for playing; with Shift on the ruler "
            "it works with every tool",
        ),
        keys=("G",),
        icon="tool-range",
        is_checkable=True,
        section="tools",
    ),
)
