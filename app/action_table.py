"""Every command of the window: menus, keys, palette and guide are made from this table. No Qt here.

Texts are English source texts, context ``Actions``. An action stands here only when something does
it; ``app.actions`` refuses a table whose actions have no handlers.
"""

from __future__ import annotations

from app.action_spec import ActionSpec
from app.action_tables import (
    curve_commands,
    curves,
    edit,
    file,
    help,
    lanes,
    lyrics,
    note_shapes,
    notes,
    play,
    retakes,
    tools,
    tracks,
    vibrato,
    view,
)

ACTIONS: tuple[ActionSpec, ...] = (
    *file.ACTIONS,
    *edit.ACTIONS,
    *notes.ACTIONS,
    *note_shapes.ACTIONS,
    *lyrics.ACTIONS,
    *vibrato.ACTIONS,
    *curves.ACTIONS,
    *curve_commands.ACTIONS,
    *retakes.ACTIONS,
    *lanes.ACTIONS,
    *tracks.ACTIONS,
    *play.ACTIONS,
    *view.ACTIONS,
    *tools.ACTIONS,
    *help.ACTIONS,
)
