"""What lies under a place in the pane of notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from editor.model.project import Note, Part
from editor.view.viewport import Viewport

EDGE_PX = 6.0  # of a note's end, within which one takes hold of that end


class Grip(StrEnum):
    """Which end of a note one has hold of; ``BODY`` moves it."""

    START = "start"
    BODY = "body"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the song: absolute ticks, and the key in whose row it lies."""

    ticks: float
    key_midi: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A note under a place, and where one has hold of it."""

    note: Note
    grip: Grip


def place_at(viewport: Viewport, x_px: float, y_px: float) -> Place:
    """Place under a pixel of the pane."""
    return Place(ticks=viewport.px_to_ticks(x_px), key_midi=viewport.px_to_key(y_px))


def hit_note(part: Part, viewport: Viewport, x_px: float, y_px: float) -> Hit | None:
    """The note under a pixel; of several the one that begins last, which is painted above."""
    place = place_at(viewport, x_px, y_px)
    for note in reversed(part.notes):
        first, end = part.start_ticks + note.start_ticks, part.start_ticks + note.end_ticks
        if note.key_midi != place.key_midi or not first <= place.ticks < end:
            continue
        left_px, right_px = viewport.ticks_to_px(first), viewport.ticks_to_px(end)
        # A narrow note can be moved too: its ends take a third of it each at most.
        edge_px = min(EDGE_PX, (right_px - left_px) / 3.0)
        if x_px < left_px + edge_px:
            return Hit(note=note, grip=Grip.START)
        if x_px >= right_px - edge_px:
            return Hit(note=note, grip=Grip.END)
        return Hit(note=note, grip=Grip.BODY)
    return None


def notes_on_way(
    part: Part, viewport: Viewport, one_px: tuple[float, float], other_px: tuple[float, float]
) -> Iterable[Note]:
    """Notes that a straight stroke between two pixels of the pane crosses."""
    (x0, y0), (x1, y1) = one_px, other_px
    found = []
    for note in part.notes:
        left = viewport.ticks_to_px(part.start_ticks + note.start_ticks)
        right = viewport.ticks_to_px(part.start_ticks + note.end_ticks)
        if right < min(x0, x1) or left > max(x0, x1):
            continue
        top, bottom = (viewport.midi_to_px(note.key_midi + side) for side in (0.5, -0.5))
        # Where the stroke is in the note's time, and where in its row: the two must meet.
        across = _shares(x0, x1, left, right)
        down = _shares(y0, y1, top, bottom)
        if max(across[0], down[0]) <= min(across[1], down[1]):
            found.append(note)
    return found


def _shares(begin: float, end: float, low: float, high: float) -> tuple[float, float]:
    """From which to which share of a way one is between two bounds; a backward one is never."""
    if begin == end:
        return (0.0, 1.0) if low <= begin <= high else (1.0, 0.0)
    first, last = sorted(((low - begin) / (end - begin), (high - begin) / (end - begin)))
    return max(0.0, first), min(1.0, last)


def notes_within(part: Part, one: Place, other: Place) -> Iterable[Note]:
    """Notes that a rectangle between two places touches."""
    first, last = sorted((one.ticks, other.ticks))
    low, high = sorted((one.key_midi, other.key_midi))
    return [
        note
        for note in part.notes
        if part.start_ticks + note.start_ticks < last
        and part.start_ticks + note.end_ticks > first
        and low <= note.key_midi <= high
    ]
