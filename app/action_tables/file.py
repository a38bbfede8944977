"""Commands: the song's files."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Role
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="file.new",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&New song"),
        description=QT_TRANSLATE_NOOP("Actions", "Begin an empty song"),
        keys=("Ctrl+N",),
        icon="new",
    ),
    ActionSpec(
        id="file.open",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&Open…"),
        description=QT_TRANSLATE_NOOP("Actions", "Open a song from a file"),
        keys=("Ctrl+O",),
        icon="open",
    ),
    ActionSpec(
        id="file.open_demo",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "Open the &demo song"),
        description=QT_TRANSLATE_NOOP("Actions", "Open the song that comes with Melisma"),
        icon="demo",
    ),
    ActionSpec(
        id="file.save",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&Save"),
        description=QT_TRANSLATE_NOOP("Actions", "Save the song in its file"),
        keys=("Ctrl+S",),
        icon="save",
    ),
    ActionSpec(
        id="file.save_as",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        description=QT_TRANSLATE_NOOP("Actions", "Save the song in another file"),
        keys=("Ctrl+Shift+S",),
        icon="save-as",
    ),
    ActionSpec(
        id="file.quit",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&Quit"),
        description=QT_TRANSLATE_NOOP("Actions", "Close Melisma"),
        keys=("Ctrl+Q",),
        icon="quit",
        role=Role.QUIT,
    ),
)
