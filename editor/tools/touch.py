"""What a hand does on the roll: where it touches, with what, and what a tool answers. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from math import floor, nan
from typing import Protocol

from engine.types import Parameter


class PaneKind(StrEnum):
    """The kinds of panes of the roll."""

    ROLL = "roll"
    LANE = "lane"
    PHONEMES = "phonemes"
    RULER = "ruler"
    KEYBOARD = "keyboard"


class Button(Enum):
    """What is pressed."""

    NONE = auto()
    LEFT = auto()
    RIGHT = auto()


class Cursor(Enum):
    """What the mouse pointer looks like."""

    ARROW = auto()
    CROSS = auto()
    HAND = auto()
    SIZE_TIME = auto()
    SIZE_VALUE = auto()
    SPLIT = auto()
    FORBIDDEN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """The hand at a place.

    ``ticks`` are those of the song. ``midi`` is the exact pitch on the roll and the keyboard,
    ``value`` that of the axis of ``parameter`` on a lane; both are nan elsewhere. ``x_px``,
    ``y_px`` count from the pane's corner, ``height_px`` is the pane's. A drag that began in a pane
    stays in its coordinates wherever the hand goes.
    """

    pane: PaneKind
    ticks: float
    midi: float = nan
    value: float = nan
    parameter: Parameter | None = None
    x_px: float = 0.0
    y_px: float = 0.0
    height_px: float = 0.0
    button: Button = Button.NONE
    n_clicks: int = 0  # 2 for the press of a double click
    is_ctrl: bool = False
    is_shift: bool = False
    is_alt: bool = False

    @property
    def key_midi(self) -> int:
        """The key in whose row the place lies."""
        return floor(self.midi + 0.5)


class Tool(Protocol):
    """A state of the hand. One drag goes from `press` to `release` or `cancel`.

    ``panes`` are the kinds of panes where it can be chosen. What it shows while it drags is a
    preview (`Workbench.preview`), what it does is one edit (`Workbench.commit`).
    """

    panes: frozenset[PaneKind]

    def hover(self, touch: Touch) -> Cursor:
        """What the pointer looks like there while nothing is pressed."""

    def press(self, touch: Touch) -> bool:
        """Begin at a place; whether there is a drag to follow."""

    def drag(self, touch: Touch) -> None:
        """The hand has moved, or a modifier key."""

    def release(self, touch: Touch) -> None:
        """Let go: what was shown is done."""

    def cancel(self) -> None:
        """Leave the song as it was before the press."""
