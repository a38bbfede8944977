"""The colours of the roll as one value, handed in; a dark and a light one.

Text stands off its ground by 4.5 to 1 at least, curves and marks by 3 to 1 (WCAG 2 AA); a test
says so.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Opaque ``#rrggbb`` values; those named ``tint`` are laid over others thinly."""

    ground: str  # rows of white keys
    ground_black_key: str  # rows of black keys
    panel: str  # ruler, lanes, keyboard's surroundings
    edge: str  # between panes
    scroll_handle: str
    line_bar: str
    line_beat: str
    line_fine: str
    line_octave: str
    text: str
    text_dim: str
    note: str
    note_edge: str
    note_text: str
    note_selected: str
    note_selected_edge: str
    note_selected_text: str
    key_white: str
    key_black: str
    key_text: str
    key_text_on_black: str
    vowel: str
    consonant: str
    phoneme_text: str
    sung: str  # what is heard
    sung_fill: str  # between it and the base of its axis
    generated: str  # the ghost
    drawn: str
    offset: str
    lock: str
    playhead: str
    loop: str
    waiting: str
    running: str
    draft: str
    final: str
    failed: str


DARK = Colours(
    ground="#1d2027",
    ground_black_key="#181a20",
    panel="#23262e",
    edge="#0f1115",
    scroll_handle="#6b7386",
    line_bar="#474d5c",
    line_beat="#30343f",
    line_fine="#262a33",
    line_octave="#3a3f4c",
    text="#dfe3ea",
    text_dim="#9aa2b1",
    note="#3d5b98",
    note_edge="#7f9fdc",
    note_text="#ffffff",
    note_selected="#7a561a",
    note_selected_edge="#ffc861",
    note_selected_text="#ffffff",
    key_white="#c3c8d2",
    key_black="#2b2e37",
    key_text="#4a5060",
    key_text_on_black="#a9b0be",
    vowel="#33415e",
    consonant="#2b303b",
    phoneme_text="#dfe3ea",
    sung="#5fd7c4",
    sung_fill="#233a3d",
    generated="#8b93a5",
    drawn="#ffb454",
    offset="#c79bff",
    lock="#e57f98",
    playhead="#ff6b6b",
    loop="#6ea8ff",
    waiting="#7d8698",
    running="#f0b95a",
    draft="#6ea8ff",
    final="#4fb477",
    failed="#ff6b6b",
)

LIGHT = Colours(
    ground="#fbfbfd",
    ground_black_key="#f1f2f6",
    panel="#eef0f4",
    edge="#c9cdd6",
    scroll_handle="#7f8697",
    line_bar="#b3b9c6",
    line_beat="#d6dae2",
    line_fine="#e6e9ef",
    line_octave="#c4c9d4",
    text="#20242d",
    text_dim="#596173",
    note="#c9d7f4",
    note_edge="#5274ba",
    note_text="#14213d",
    note_selected="#ffe0a3",
    note_selected_edge="#9a6500",
    note_selected_text="#241a06",
    key_white="#ffffff",
    key_black="#3a3f4b",
    key_text="#596173",
    key_text_on_black="#d3d7df",
    vowel="#d5deef",
    consonant="#e6e8ee",
    phoneme_text="#20242d",
    sung="#00806f",
    sung_fill="#d6ebe8",
    generated="#767d8c",
    drawn="#b35900",
    offset="#7a3fc4",
    lock="#b0304f",
    playhead="#d42a2a",
    loop="#2f6fd6",
    waiting="#7a8191",
    running="#a86d00",
    draft="#2f6fd6",
    final="#23804a",
    failed="#c92a2a",
)
