"""Commands: tools for notes, what is chosen, and the clipboard."""

from __future__ import annotations

from app.action_spec import ActionGroup, ActionSpec, Condition
from app.source_text import QT_TRANSLATE_NOOP

_SELECT = QT_TRANSLATE_NOOP("Actions", "&Select")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="notes.tool_select",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Select tool"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Choose, move and resize notes; a double click draws one"
        ),
        keys=("1",),
        icon="tool-select",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="notes.tool_draw",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Draw tool"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Draw notes by dragging; the right button takes them away"
        ),
        keys=("2",),
        icon="tool-draw",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="notes.tool_erase",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Eraser"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Take away the notes that you click or sweep over"
        ),
        keys=("3",),
        icon="tool-erase",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="notes.tool_split",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Knife"),
        description=QT_TRANSLATE_NOOP("Actions", "Cut notes in two on the grid, with Alt anywhere"),
        keys=("4",),
        icon="tool-split",
        is_checkable=True,
        section="tools",
    ),
    ActionSpec(
        id="notes.cut",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Cu&t"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Take the chosen notes out and keep them, with their curves, in the clipboard",
        ),
        keys=("Ctrl+X",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        icon="cut",
        section="clipboard",
    ),
    ActionSpec(
        id="notes.copy",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Copy"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Keep the chosen notes, with their curves, in the clipboard"
        ),
        keys=("Ctrl+C",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        icon="copy",
        section="clipboard",
    ),
    ActionSpec(
        id="notes.paste",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "&Paste"),
        description=QT_TRANSLATE_NOOP(
            "Actions",
            "Put copied notes at the playhead, or a text as lyrics on the chosen notes",
        ),
        keys=("Ctrl+V",),
        icon="paste",
        section="clipboard",
    ),
    ActionSpec(
        id="notes.duplicate",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "D&uplicate"),
        description=QT_TRANSLATE_NOOP("Actions", "Repeat the chosen notes right behind them"),
        keys=("Ctrl+D",),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="clipboard",
    ),
    ActionSpec(
        id="notes.delete",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "De&lete"),
        description=QT_TRANSLATE_NOOP("Actions", "Remove the chosen notes"),
        keys=(
            "Del",
            "Backspace",
        ),
        enabled_when=frozenset({Condition.HAS_SELECTION}),
        section="clipboard",
    ),
    ActionSpec(
        id="notes.select_all",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Select &all"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose every note of the part"),
        keys=("Ctrl+A",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="select",
        submenu=_SELECT,
    ),
    ActionSpec(
        id="notes.next",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Select &next"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose the note after the chosen ones"),
        keys=("Tab",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="select",
        submenu=_SELECT,
    ),
    ActionSpec(
        id="notes.previous",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Select &previous"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose the note before the chosen ones"),
        keys=("Shift+Tab",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="select",
        submenu=_SELECT,
    ),
    ActionSpec(
        id="notes.first",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Select &first"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose the first note of the part"),
        keys=("Home",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="select",
        submenu=_SELECT,
    ),
    ActionSpec(
        id="notes.last",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Select &last"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose the last note of the part"),
        keys=("End",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="select",
        submenu=_SELECT,
    ),
    ActionSpec(
        id="notes.extend_next",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Add the next"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose one more note, to the right"),
        keys=("Ctrl+Shift+Right",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="select",
        submenu=_SELECT,
    ),
    ActionSpec(
        id="notes.extend_previous",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Add the previous"),
        description=QT_TRANSLATE_NOOP("Actions", "Choose one more note, to the left"),
        keys=("Ctrl+Shift+Left",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="select",
        submenu=_SELECT,
    ),
    ActionSpec(
        id="notes.extend_first",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Add all before"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Choose all notes from the first one to the chosen ones"
        ),
        keys=("Ctrl+Shift+Home",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="select",
        submenu=_SELECT,
    ),
    ActionSpec(
        id="notes.extend_last",
        group=ActionGroup.NOTES,
        text=QT_TRANSLATE_NOOP("Actions", "Add all after"),
        description=QT_TRANSLATE_NOOP(
            "Actions", "Choose all notes from the chosen ones to the last one"
        ),
        keys=("Ctrl+Shift+End",),
        enabled_when=frozenset({Condition.HAS_NOTES}),
        section="select",
        submenu=_SELECT,
    ),
)
