"""Commands: playing."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="play.toggle",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Play or pause"),
        description=QT_TRANSLATE_NOOP("Actions", "Play from the playhead on, or stand where it is"),
        keys=("Space",),
        icon="play",
        section="play",
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
        section="play",
    ),
    ActionSpec(
        id="play.selection",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Play s&election"),
        description=QT_TRANSLATE_NOOP("Actions", "Play the chosen notes or the chosen range once"),
        keys=("Shift+Space",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        icon="play-selection",
        section="play",
    ),
    ActionSpec(
        id="play.go_start",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Go to the &begin"),
        description=QT_TRANSLATE_NOOP("Actions", "Bring the playhead to the begin of the song"),
        keys=("Ctrl+Home",),
        icon="go-start",
        section="go",
    ),
    ActionSpec(
        id="play.previous_bar",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Pre&vious bar"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Bring the playhead to the begin of the bar, then of the one before"
        ),
        keys=(",",),
        icon="previous-bar",
        section="go",
    ),
    ActionSpec(
        id="play.next_bar",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Next bar"),
        description=QT_TRANSLATE_NOOP("Actions", "Bring the playhead to the begin of the next bar"),
        keys=(".",),
        icon="next-bar",
        section="go",
    ),
    ActionSpec(
        id="play.go_end",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Go to the e&nd"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Bring the playhead behind the last note of the song"
        ),
        keys=("Ctrl+End",),
        icon="go-end",
        section="go",
    ),
    ActionSpec(
        id="play.go_to",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Go to bar…"),
        description=QT_TRANSLATE_NOOP("Actions", "Type the bar, beat and tick to go to"),
        keys=("Ctrl+G",),
        section="go",
    ),
    ActionSpec(
        id="play.loop",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Loop"),
        description=QT_TRANSLATE_NOOP("Actions", "Play a range again and again"),
        keys=("/",),
        icon="loop",
        is_checkable=True,
        section="loop",
    ),
    ActionSpec(
        id="play.loop_selection",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Loop the selec&tion"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Play the chosen notes or the chosen range again and again"
        ),
        keys=("Alt+/",),
        enabled_when=frozenset({Condition.HAS_STRETCH}),
        section="loop",
    ),
    ActionSpec(
        id="play.loop_start",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Loop begins &here"),
        description=QT_TRANSLATE_NOOP("Actions", "Let the loop begin at the playhead"),
        keys=("Ctrl+[",),
        section="loop",
    ),
    ActionSpec(
        id="play.loop_end",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Loop en&ds here"),
        description=QT_TRANSLATE_NOOP("Actions", "Let the loop end at the playhead"),
        keys=("Ctrl+]",),
        section="loop",
    ),
    ActionSpec(
        id="play.metronome",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Metronome"),
        description=QT_TRANSLATE_NOOP("Actions", "Click on every beat while playing"),
        keys=("Ctrl+M",),
        icon="metronome",
        is_checkable=True,
        section="clicks",
    ),
    ActionSpec(
        id="play.count_in_off",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Off"),
        description=QT_TRANSLATE_NOOP("Actions", "Play at once"),
        keys=("Ctrl+Alt+0",),
        is_checkable=True,
        section="clicks",
        submenu=QT_TRANSLATE_NOOP("Actions", "Cou&nt-in"),
    ),
    ActionSpec(
        id="play.count_in_1",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&1 bar"),
        description=QT_TRANSLATE_NOOP("Actions", "Click for one bar before playing begins"),
        keys=("Ctrl+Alt+1",),
        icon="count-in",
        is_checkable=True,
        section="clicks",
        submenu=QT_TRANSLATE_NOOP("Actions", "Cou&nt-in"),
    ),
    ActionSpec(
        id="play.count_in_2",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&2 bars"),
        description=QT_TRANSLATE_NOOP("Actions", "Click for two bars before playing begins"),
        keys=("Ctrl+Alt+2",),
        is_checkable=True,
        section="clicks",
        submenu=QT_TRANSLATE_NOOP("Actions", "Cou&nt-in"),
    ),
    ActionSpec(
        id="play.follow",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Follow the playhead"),
        description=QT_TRANSLATE_NOOP("Actions", "Turn the page with the playhead while playing"),
        keys=("Ctrl+Alt+Shift+F",),
        icon="follow",
        is_checkable=True,
        section="options",
    ),
    ActionSpec(
        id="play.wait",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Wait for phrases"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Stand still before a phrase that is not sung yet, or pass it in silence"
        ),
        keys=("Ctrl+Alt+Shift+W",),
        icon="wait",
        is_checkable=True,
        section="options",
    ),
    ActionSpec(
        id="play.note_preview",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "S&ound notes"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Sound notes when they are chosen, drawn or moved to another key"
        ),
        keys=("Ctrl+Alt+P",),
        icon="note-preview",
        is_checkable=True,
        section="options",
    ),
    ActionSpec(
        id="play.insert_tempo",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Insert &tempo…"),
        description=QT_TRANSLATE_NOOP("Actions", "Let a tempo begin at the playhead"),
        keys=("Ctrl+Alt+Shift+B",),
        section="marks",
    ),
    ActionSpec(
        id="play.insert_metre",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Insert time si&gnature…"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Let a time signature begin at the bar of the playhead"
        ),
        keys=("Ctrl+Alt+Shift+M",),
        section="marks",
    ),
    ActionSpec(
        id="play.remove_mark",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "&Remove tempo or time signature"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Remove what begins at the playhead; what was before goes on"
        ),
        keys=("Ctrl+Alt+Shift+R",),
        enabled_when=frozenset({Condition.HAS_MARK}),
        section="marks",
    ),
    ActionSpec(
        id="play.failed",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Go to what fai&led"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose the phrase that could not be sung"),
        keys=("Ctrl+Alt+E",),
        enabled_when=frozenset({Condition.HAS_FAILED}),
        section="singing",
    ),
    ActionSpec(
        id="play.sing_again",
        group=ActionGroup.PLAY,
        text=QT_TRANSLATE_NOOP("Actions", "Sing &again"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Try once more what failed, and sing what was left"
        ),
        keys=("Ctrl+Alt+.",),
        enabled_when=frozenset({Condition.HAS_UNSUNG}),
        icon="sing-again",
        section="singing",
    ),
)
