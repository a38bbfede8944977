"""Colours, spaces and letter sizes of both themes: the one place that names them. No Qt here.

The piano roll's own colours stand in ``editor.view.colours``, which cannot know this room.

Text stands at 4.5:1 or more on every surface it can stand on, outlines of controls and everything
drawn that means something at 3:1 (WCAG 2 AA); ``tests/unit/app/test_theme_tokens.py`` checks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.settings import Language
from editor.view import colours as roll_colours
from editor.view.colours import Colours as RollColours


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Every colour as ``#rrggbb``."""

    # Surfaces, from the ground upwards.
    window: str  # behind panels, bars
    panel: str  # lists, docks, dialogs' content
    field: str  # where one types
    raised: str  # buttons, menus, tool tips
    hover: str
    # Lines: between panels, and around what can be used.
    line: str
    outline: str
    # Texts.
    text: str
    text_muted: str
    text_disabled: str
    # What acts or is chosen.
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    on_selection: str
    # States.
    error: str
    warning: str
    success: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One look; ``roll`` is that of the piano roll, which has colours of its own."""

    name: str
    is_dark: bool
    colours: Colours
    roll: RollColours


LIGHT = Theme(
    name="light",
    is_dark=False,
    colours=Colours(
        window="#eceff3",
        panel="#f7f8fa",
        field="#ffffff",
        raised="#ffffff",
        hover="#e0e6ed",
        line="#d3d9e1",
        outline="#7a8594",
        text="#1b222c",
        text_muted="#4f5a69",
        text_disabled="#8f99a6",
        accent="#0b6b8a",
        accent_hover="#095a75",
        on_accent="#ffffff",
        selection="#c5e3ee",
        on_selection="#0c2732",
        error="#b3261e",
        warning="#8a5200",
        success="#1f6f43",
    ),
    roll=roll_colours.LIGHT,
)

DARK = Theme(
    name="dark",
    is_dark=True,
    colours=Colours(
        window="#14181e",
        panel="#1b2027",
        field="#11151a",
        raised="#262d36",
        hover="#303843",
        line="#303843",
        outline="#7b8796",
        text="#e8ecf1",
        text_muted="#a9b4c1",
        text_disabled="#69747f",
        accent="#52b9da",
        accent_hover="#74cbe7",
        on_accent="#06222c",
        selection="#1f4a5b",
        on_selection="#eaf7fc",
        error="#ff8a7f",
        warning="#f0b25a",
        success="#6fd09a",
    ),
    roll=roll_colours.DARK,
)

THEMES: tuple[Theme, ...] = (LIGHT, DARK)

# Steps of space between and inside controls, px at 100 %.
SPACE_PX: Mapping[str, int] = MappingProxyType({"tight": 4, "normal": 8, "wide": 16})
RADIUS_PX = 5
# Letter sizes in relation to the system's.
LETTER_RATIOS: Mapping[str, float] = MappingProxyType({"small": 0.88, "title": 1.25, "hero": 1.9})

# Chinese and Japanese share code points whose shapes differ: each language asks for its own fonts
# before whatever the system would take.
FONT_FAMILIES: Mapping[Language, tuple[str, ...]] = MappingProxyType(
    {
        Language.CHINESE: (
            "Microsoft YaHei UI",
            "PingFang SC",
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
        ),
        Language.JAPANESE: (
            "Yu Gothic UI",
            "Hiragino Sans",
            "Noto Sans CJK JP",
            "Source Han Sans JP",
            "IPAexGothic",
        ),
    }
)


def contrast_ratio(one: str, two: str) -> float:
    """Contrast of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
