"""Drags of a vibrato's handles as values: from where the hand is to an edit. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from editor.edits.edit import Edit
from editor.edits.vibrato import BOUNDS, USUAL, change_vibrato
from editor.model.project import Note, Project
from editor.tools.touch import Touch
from editor.view.content import Content
from editor.view.vibrato_shape import Handle, times_of
from engine.types import NoteId, Vibrato

FIELDS = {
    Handle.LENGTH: "length_ratio",
    Handle.DEPTH: "depth_cents",
    Handle.RATE: "period_ms",
    Handle.FADE_IN: "fade_in_ratio",
    Handle.FADE_OUT: "fade_out_ratio",
    Handle.PHASE: "phase_ratio",
}
# Round values that a drag keeps to unless it is free.
_ROUND_TO = {
    "length_ratio": 0.01,
    "depth_cents": 5.0,
    "period_ms": 5.0,
    "fade_in_ratio": 0.01,
    "fade_out_ratio": 0.01,
    "phase_ratio": 0.05,
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DragHandle:
    """Moves one handle of a note's vibrato; other chosen notes may follow to the same value."""

    project: Project
    content: Content  # as it was when the drag began
    note: Note
    vibrato: Vibrato
    handle: Handle
    others: frozenset[NoteId] = frozenset()

    def value(self, now: Touch) -> float:
        """The value of the field for a place of the hand."""
        first_ms, last_ms = times_of(self.content, self.note)
        length_ms = last_ms - first_ms
        vibrato_ms = max(1.0, self.vibrato.length_ratio * length_ms)
        time_ms = self.content.tempo.ticks_to_ms(now.ticks)
        since_ms = time_ms - (last_ms - vibrato_ms)
        if self.handle is Handle.LENGTH:
            value = (last_ms - time_ms) / length_ms
        elif self.handle is Handle.DEPTH:
            value = 100.0 * (now.midi - self.note.key_midi) - self.note.cents
        elif self.handle is Handle.RATE:
            value = since_ms
        elif self.handle is Handle.FADE_IN:
            value = since_ms / vibrato_ms
        elif self.handle is Handle.FADE_OUT:
            value = (last_ms - time_ms) / vibrato_ms
        else:
            value = -since_ms / self.vibrato.period_ms % 1.0
        name = FIELDS[self.handle]
        if not now.is_alt:
            value = round(value / _ROUND_TO[name]) * _ROUND_TO[name]
        if self.handle is Handle.PHASE:
            return value % 1.0
        return min(BOUNDS[name][1], max(BOUNDS[name][0], value))

    def edit(self, now: Touch) -> Edit:
        """Set the field of this note, with Shift that of all chosen notes with a vibrato."""
        ids = {self.note.id} | (self.others if now.is_shift else frozenset())
        part_id = self.content.part.id
        return change_vibrato(self.project, part_id, ids, {FIELDS[self.handle]: self.value(now)})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DrawVibrato:
    """Draws a vibrato from where the drag began to the note's end; upwards it grows deeper."""

    project: Project
    content: Content
    note: Note
    begin: Touch

    def values(self, now: Touch) -> dict[str, float]:
        """Length and depth for a place of the hand."""
        first_ms, last_ms = times_of(self.content, self.note)
        time_ms = self.content.tempo.ticks_to_ms(now.ticks)
        length = (last_ms - time_ms) / (last_ms - first_ms)
        depth = USUAL.depth_cents + 100.0 * (now.midi - self.begin.midi)
        if not now.is_alt:
            length, depth = round(length / 0.01) * 0.01, round(depth / 5.0) * 5.0
        return {"length_ratio": length, "depth_cents": depth}

    def edit(self, now: Touch) -> Edit:
        """Give the note this vibrato."""
        return change_vibrato(self.project, self.content.part.id, [self.note.id], self.values(now))
