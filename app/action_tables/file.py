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
        id="file.open_recent",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "Open &recent"),
        description=QT_TRANSLATE_NOOP("Actions", "Open a song that was open lately"),
        keys=("Ctrl+Shift+O",),
        icon="recent",
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
        section="save",
    ),
    ActionSpec(
        id="file.save_as",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        description=QT_TRANSLATE_NOOP("Actions", "Save the song in another file"),
        keys=("Ctrl+Shift+S",),
        icon="save-as",
        section="save",
    ),
    ActionSpec(
        id="file.import",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&Import…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Put the tracks of another song, MIDI or DS file into this song"
        ),
        keys=("Ctrl+Shift+I",),
        icon="import",
        section="other files",
    ),
    ActionSpec(
        id="file.export_audio",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "Export so&und…"),
        description=QT_TRANSLATE_NOOP("Actions", "Write the song as WAV or FLAC, a mix or stems"),
        keys=("Ctrl+Shift+E",),
        icon="export-audio",
        section="other files",
    ),
    ActionSpec(
        id="file.export_ds",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "Export &DS…"),
        description=QT_TRANSLATE_NOOP("Actions", "Write phonemes and curves as they are sung"),
        icon="export",
        section="other files",
    ),
    ActionSpec(
        id="file.export_song",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&Export song…"),
        description=QT_TRANSLATE_NOOP("Actions", "Write the notes in another format, such as MIDI"),
        icon="export",
        section="other files",
    ),
    ActionSpec(
        id="file.recover",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "Reco&ver songs…"),
        description=QT_TRANSLATE_NOOP("Actions", "Open what was not saved when Melisma ended"),
        icon="recover",
        section="recover",
    ),
    ActionSpec(
        id="file.quit",
        group=ActionGroup.FILE,
        text=QT_TRANSLATE_NOOP("Actions", "&Quit"),
        description=QT_TRANSLATE_NOOP("Actions", "Close Melisma"),
        keys=("Ctrl+Q",),
        icon="quit",
        section="quit",
        role=Role.QUIT,
    ),
)
