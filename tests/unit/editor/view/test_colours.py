from __future__ import annotations

from dataclasses import fields

import pytest

from editor.view.colours import DARK, LIGHT, Colours

TEXT_ON_GROUND = (
    ("text", "panel"),
    ("text_dim", "panel"),
    ("note_text", "note"),
    ("note_selected_text", "note_selected"),
    ("key_text", "key_white"),
    ("key_text_on_black", "key_black"),
    ("phoneme_text", "vowel"),
    ("phoneme_text", "consonant"),
)
MARKS = ("sung", "generated", "drawn", "offset", "lock", "playhead", "note_edge")
MARKS_ON_GROUND = (
    *((mark, ground) for mark in MARKS for ground in ("ground", "ground_black_key")),
    ("sung", "note"),
    ("sung", "note_selected"),
    ("drawn", "note"),
    ("sung", "sung_fill"),
    ("note_selected_edge", "ground"),
    ("scroll_handle", "panel"),
    *((state, "panel") for state in ("waiting", "running", "draft", "final", "failed", "loop")),
)


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255.0 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_is_readable(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("mark", "ground"), MARKS_ON_GROUND)
def test_marks_stand_off_their_ground(colours: Colours, mark: str, ground: str) -> None:
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= 3.0


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
def test_every_colour_is_written_in_full(colours: Colours) -> None:
    for field in fields(colours):
        value = getattr(colours, field.name)
        assert len(value) == 7
        assert int(value[1:], 16) >= 0
