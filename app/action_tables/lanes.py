"""Commands: lanes, and whose curve commands act on."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

_LANES = QT_TRANSLATE_NOOP("Actions", "&Lanes")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="curves.next_curve",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Next curve"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Have curve commands act on the next lane, or on the pitch again"
        ),
        keys=("Ctrl+PgDown",),
        enabled_when=frozenset({Condition.HAS_LANES}),
        section="lanes",
        submenu=_LANES,
    ),
    ActionSpec(
        id="curves.previous_curve",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Previous curve"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Have curve commands act on the lane before, or on the pitch"
        ),
        keys=("Ctrl+PgUp",),
        enabled_when=frozenset({Condition.HAS_LANES}),
        section="lanes",
        submenu=_LANES,
    ),
    ActionSpec(
        id="curves.add_lane",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Add a lane…"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose one more curve to be seen"),
        keys=("Ctrl+Alt+N",),
        section="lanes",
        submenu=_LANES,
    ),
    ActionSpec(
        id="curves.lane_menu",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Change the lane…"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose another curve for the current lane"),
        keys=("Ctrl+Alt+M",),
        enabled_when=frozenset({Condition.HAS_LANE}),
        section="lanes",
        submenu=_LANES,
    ),
    ActionSpec(
        id="curves.fold_lane",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "&Fold or open the lane"),
        description=QT_TRANSLATE_NOOP("Actions", "Make the current lane a thin line, or open it"),
        keys=("Ctrl+Alt+F",),
        enabled_when=frozenset({Condition.HAS_LANE}),
        section="lanes",
        submenu=_LANES,
    ),
    ActionSpec(
        id="curves.close_lane",
        group=ActionGroup.CURVES,
        text=QT_TRANSLATE_NOOP("Actions", "C&lose the lane"),
        description=QT_TRANSLATE_NOOP("Actions", "Close the current lane; what is in it stays"),
        keys=("Ctrl+Alt+W",),
        enabled_when=frozenset({Condition.HAS_LANE}),
        section="lanes",
        submenu=_LANES,
    ),
)
