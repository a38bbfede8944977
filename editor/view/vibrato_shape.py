"""Where a note's vibrato and its handles lie, in pixels of the pane of notes. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from editor.model.project import Note
from editor.view.content import Content
from editor.view.viewport import Viewport
from engine.render.score_pitch import vibrato_cents
from engine.types import Vibrato

Float64Array = npt.NDArray[np.float64]

BAND_GAP_PX, BAND_PX = 7.0, 22.0  # below the note, where the envelope lies
HANDLE_PX = 4.0  # half of a handle
REACH_PX = 7.0  # within which one takes hold of it
LEAST_PX = 36.0  # narrower notes show no handles
_STEP_PX = 2.0


class Handle(StrEnum):
    """What of a vibrato one can take hold of."""

    LENGTH = "length"
    DEPTH = "depth"
    RATE = "rate"
    FADE_IN = "fade-in"
    FADE_OUT = "fade-out"
    PHASE = "phase"


@dataclass(frozen=True, slots=True, kw_only=True)
class VibratoShape:
    """A vibrato as it is seen. ``handles`` by what they change; none where there is no room."""

    left_px: float  # where it begins
    right_px: float
    top_px: float  # of the band
    period_px: float
    handles: dict[Handle, tuple[float, float]]

    @property
    def bottom_px(self) -> float:
        """Lower edge of the band."""
        return self.top_px + BAND_PX

    @property
    def width_px(self) -> float:
        """Length of the vibrato."""
        return self.right_px - self.left_px

    def handle_at(self, x_px: float, y_px: float) -> Handle | None:
        """The nearest handle within reach."""
        distances = {
            handle: max(abs(x - x_px), abs(y - y_px)) for handle, (x, y) in self.handles.items()
        }
        nearest = min(distances, key=distances.__getitem__, default=None)
        return nearest if nearest is not None and distances[nearest] <= REACH_PX else None


def times_of(content: Content, note: Note) -> tuple[float, float]:
    """First and last ms of a note."""
    start = content.part.start_ticks
    return (
        content.tempo.ticks_to_ms(start + note.start_ticks),
        content.tempo.ticks_to_ms(start + note.end_ticks),
    )


def shape_of(content: Content, viewport: Viewport, note: Note, vibrato: Vibrato) -> VibratoShape:
    """The places of a note's vibrato."""
    first_ms, last_ms = times_of(content, note)
    length_ms = last_ms - first_ms
    begin_ms = last_ms - vibrato.length_ratio * length_ms

    def x_of(time_ms: float) -> float:
        return viewport.ticks_to_px(content.tempo.ms_to_ticks_exact(time_ms))

    left, right, note_left = x_of(begin_ms), x_of(last_ms), x_of(first_ms)
    top = viewport.midi_to_px(note.key_midi - 0.5) + BAND_GAP_PX
    width, bottom = right - left, top + BAND_PX
    period = x_of(begin_ms + vibrato.period_ms) - left
    tone = note.key_midi + (note.cents + vibrato.depth_cents) / 100.0
    handles = {
        Handle.LENGTH: (left, top + BAND_PX / 2.0),
        Handle.DEPTH: (left + width / 2.0, viewport.midi_to_px(tone)),
        Handle.FADE_IN: (left + vibrato.fade_in_ratio * width, top),
        Handle.FADE_OUT: (right - vibrato.fade_out_ratio * width, top),
        Handle.PHASE: (left + (-vibrato.phase_ratio % 1.0) * period, bottom),
        Handle.RATE: (left + period, bottom),
    }
    has_room = right - note_left >= LEAST_PX
    return VibratoShape(
        left_px=left,
        right_px=right,
        top_px=top,
        period_px=period,
        handles=handles if has_room else {},
    )


def curve_of(
    content: Content, viewport: Viewport, note: Note, vibrato: Vibrato
) -> tuple[Float64Array, Float64Array]:
    """What the engine adds, around the note's own pitch: x and y in pixels, float64 [n] each."""
    first_ms, last_ms = times_of(content, note)
    start = content.part.start_ticks
    left = viewport.ticks_to_px(start + note.start_ticks)
    right = viewport.ticks_to_px(start + note.end_ticks)
    x = np.linspace(left, right, max(2, int((right - left) / _STEP_PX)))
    offset_ms = np.linspace(0.0, last_ms - first_ms, len(x))
    cents = vibrato_cents(vibrato, offset_ms, last_ms - first_ms)
    zero = viewport.midi_to_px(note.key_midi + note.cents / 100.0)
    return x, zero - cents / 100.0 * viewport.px_per_key


def shown_vibratos(content: Content) -> list[tuple[Note, Vibrato]]:
    """The vibratos of chosen notes, which are seen with their handles."""
    if not content.selected:
        return []
    return [
        (note, note.vibrato)
        for note in content.part.notes
        if note.id in content.selected and note.vibrato is not None and note.vibrato.length_ratio
    ]
