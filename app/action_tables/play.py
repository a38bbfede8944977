"""Commands: playing."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="play.toggle",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Play or pause"),
        description=QT_TRANSLATE_NOOP("Actions", "Play from the playhead on, or stand where it is"),
        keys=("Space",),
        icon="play",
    ),
    ActionSpec(
        id="play.stop",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Stop"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Stop and go back to where playing began, then to the song's begin"
        ),
        keys=("Esc",),
        icon="stop",
    ),
    ActionSpec(
        id="play.metronome",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Metronome"),
        description=QT_TRANSLATE_NOOP("Actions", "Click on every beat while playing"),
        keys=("Ctrl+M",),
        icon="metronome",
        is_checkable=True,
    ),
)
