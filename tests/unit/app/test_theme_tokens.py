"""Both themes can be read: WCAG 2 AA."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from app.theme_tokens import DARK, LIGHT, THEMES, contrast_ratio

SURFACES = ("window", "panel", "field", "raised", "hover")
TEXT_PAIRS = [
    *((text, surface) for text in ("text", "text_muted") for surface in SURFACES),
    *((text, surface) for text in ("error", "warning", "success") for surface in SURFACES[:4]),
    ("accent", "panel"),
    ("accent", "window"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_selection", "selection"),
]
DRAWN_PAIRS = [
    *((line, surface) for line in ("outline", "accent") for surface in SURFACES[:4]),
]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_is_written_alike(theme):
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in asdict(theme.colours).values())


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme, text, ground):
    assert ratio(theme, text, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("drawn", "ground"), DRAWN_PAIRS)
def test_what_is_drawn_can_be_seen(theme, drawn, ground):
    assert ratio(theme, drawn, ground) >= 3.0


def test_the_names_say_what_the_themes_are():
    assert [(theme.name, theme.is_dark) for theme in THEMES] == [("light", False), ("dark", True)]
    for theme in (LIGHT, DARK):
        lightness = contrast_ratio(theme.colours.window, "#000000")
        assert (lightness < 4.5) is theme.is_dark
        assert (contrast_ratio(theme.roll.ground, "#000000") < 4.5) is theme.is_dark


def test_contrast_is_that_of_the_definition():
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast_ratio("#123456", "#123456") == 1.0


def ratio(theme, one: str, two: str) -> float:
    colours = asdict(theme.colours)
    return contrast_ratio(colours[one], colours[two])
