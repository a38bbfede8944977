"""Commands: tracks, parts and sounds."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="tracks.add_voice",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "Add a &voice track"),
        description=QT_TRANSLATE_NOOP("Actions", "Put a track with an empty part below the others"),
        keys=("Ctrl+Alt+T",),
        icon="add-voice",
        section="tracks",
    ),
    ActionSpec(
        id="tracks.add_audio",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "Add an &audio track…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Choose sound files (WAV, FLAC, OGG, MP3) that play along with the voices"
        ),
        keys=("Ctrl+Alt+Shift+A",),
        icon="add-audio",
        section="tracks",
    ),
    ActionSpec(
        id="tracks.duplicate",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "&Duplicate the track"),
        description=QT_TRANSLATE_NOOP("Actions", "Copy the current track with all that is on it"),
        keys=("Ctrl+Alt+Shift+D",),
        enabled_when=frozenset({Condition.HAS_TRACK}),
        section="track",
    ),
    ActionSpec(
        id="tracks.rename",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "&Name the track"),
        description=QT_TRANSLATE_NOOP("Actions", "Type a name for the current track"),
        enabled_when=frozenset({Condition.HAS_TRACK}),
        section="track",
    ),
    ActionSpec(
        id="tracks.up",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "Move the track &up"),
        description=QT_TRANSLATE_NOOP("Actions", "Exchange the current track with the one above"),
        keys=("Ctrl+Alt+Up",),
        enabled_when=frozenset({Condition.HAS_TRACK}),
        section="track",
    ),
    ActionSpec(
        id="tracks.down",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "Move the track do&wn"),
        description=QT_TRANSLATE_NOOP("Actions", "Exchange the current track with the one below"),
        keys=("Ctrl+Alt+Down",),
        enabled_when=frozenset({Condition.HAS_TRACK}),
        section="track",
    ),
    ActionSpec(
        id="tracks.mute",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "&Mute the track"),
        description=QT_TRANSLATE_NOOP("Actions", "Silence the current track, or hear it again"),
        keys=("Ctrl+Alt+U",),
        enabled_when=frozenset({Condition.HAS_TRACK}),
        is_checkable=True,
        section="track",
    ),
    ActionSpec(
        id="tracks.solo",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "&Solo the track"),
        description=QT_TRANSLATE_NOOP("Actions", "Hear only this track and others on solo"),
        keys=("Ctrl+Alt+Shift+S",),
        enabled_when=frozenset({Condition.HAS_TRACK}),
        is_checkable=True,
        section="track",
    ),
    ActionSpec(
        id="tracks.remove",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "&Remove the track"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Take the current track away with all that is on it"
        ),
        enabled_when=frozenset({Condition.HAS_TRACK}),
        section="track",
    ),
    ActionSpec(
        id="tracks.new_part",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "New &part"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Begin an empty part on the current track, in the bar of the playhead"
        ),
        keys=("Ctrl+Alt+Shift+I",),
        enabled_when=frozenset({Condition.HAS_TRACK}),
        section="parts",
    ),
    ActionSpec(
        id="tracks.split_part",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "Split at the play&head"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Cut the chosen parts and sounds, or the part in the roll, in two"
        ),
        keys=("Ctrl+Alt+Shift+X",),
        enabled_when=frozenset({Condition.HAS_PART}),
        section="parts",
    ),
    ActionSpec(
        id="tracks.join_parts",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "&Join parts"),
        description=QT_TRANSLATE_NOOP("Actions", "Make the chosen parts of a track one part"),
        keys=("Ctrl+Alt+Shift+J",),
        enabled_when=frozenset({Condition.HAS_PARTS}),
        section="parts",
    ),
    ActionSpec(
        id="tracks.rename_part",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "Nam&e the part"),
        description=QT_TRANSLATE_NOOP("Actions", "Type a name for the part (F2 in the overview)"),
        enabled_when=frozenset({Condition.HAS_PART}),
        section="parts",
    ),
    ActionSpec(
        id="tracks.duplicate_part",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "Duplicate parts and s&ounds"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Copy what is chosen in the overview behind itself (Ctrl+D there)"
        ),
        enabled_when=frozenset({Condition.HAS_PART}),
        section="parts",
    ),
    ActionSpec(
        id="tracks.delete_part",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "De&lete parts and sounds"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Take away what is chosen in the overview (Del there)"
        ),
        enabled_when=frozenset({Condition.HAS_BLOCKS}),
        section="parts",
    ),
    ActionSpec(
        id="tracks.sound_levels",
        group=ActionGroup.TRACKS,
        text=QT_TRANSLATE_NOOP("Actions", "&Gain and fades of the sound…"),
        description=QT_TRANSLATE_NOOP("Actions", "Set gain, fades and cut of a sound in numbers"),
        enabled_when=frozenset({Condition.HAS_SOUND}),
        section="sounds",
    ),
)
