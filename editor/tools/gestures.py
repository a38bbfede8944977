"""Drags as values: from where one took hold and where the hand is now to an edit."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from editor.edits.edit import Edit
from editor.edits.notes import (
    MIN_LENGTH_TICKS,
    add_notes,
    duplicate_notes,
    move_notes,
    resize_note,
    split_note,
)
from editor.model.lookup import find_part
from editor.model.project import Note, Project
from editor.tools.hits import Grip, Place
from editor.view.metre import Metre, Snap
from engine.types import NoteId

DEFAULT_LYRIC = "ら"
DEFAULT_TICKS = 480  # of a note that is drawn without a drag


def new_note_id() -> NoteId:
    """An id that no note of any song has."""
    return NoteId(secrets.token_hex(8))


class Gesture(Protocol):
    """A drag of the mouse."""

    def edit(self, now: Place, *, is_free: bool) -> Edit:
        """What the drag does so far; ``is_free`` leaves the grid alone.

        Raises
        ------
        EditError
            When nothing can be done there.
        """


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What all gestures stand on: the song when the drag began, the part, and its grid."""

    project: Project
    part_id: str
    metre: Metre
    snap: Snap

    @property
    def start_ticks(self) -> int:
        """First tick of the part."""
        return find_part(self.project, self.part_id).start_ticks

    def snapped(self, ticks: float, *, is_free: bool) -> int:
        """A place on the grid, or as it is."""
        return round(ticks) if is_free else self.metre.snapped(ticks, self.snap)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MoveNotes:
    """Moves notes by what the one that is held moves; with ``new_id`` copies of them."""

    ground: Ground
    note_ids: frozenset[NoteId]
    held: Note
    origin: Place
    new_id: Callable[[], NoteId] | None = None

    def edit(self, now: Place, *, is_free: bool) -> Edit:
        """Move or copy the notes."""
        ground = self.ground
        first = ground.start_ticks + self.held.start_ticks
        there = ground.snapped(first + now.ticks - self.origin.ticks, is_free=is_free)
        ticks, semitones = there - first, now.key_midi - self.origin.key_midi
        if self.new_id is None:
            return move_notes(
                ground.project, ground.part_id, self.note_ids, ticks=ticks, semitones=semitones
            )
        return duplicate_notes(
            ground.project,
            ground.part_id,
            self.note_ids,
            ticks=ticks,
            semitones=semitones,
            new_id=self.new_id,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ResizeNote:
    """Moves one end of a note."""

    ground: Ground
    held: Note
    grip: Grip
    origin: Place

    def edit(self, now: Place, *, is_free: bool) -> Edit:
        """Move the end to the grid line where the hand is."""
        ground, start = self.ground, self.ground.start_ticks
        is_start = self.grip is Grip.START
        before = start + (self.held.start_ticks if is_start else self.held.end_ticks)
        there = ground.snapped(before + now.ticks - self.origin.ticks, is_free=is_free) - start
        if is_start:
            return resize_note(ground.project, ground.part_id, self.held.id, start_ticks=there)
        return resize_note(ground.project, ground.part_id, self.held.id, end_ticks=there)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DrawNote:
    """Draws a note from the grid cell in which the drag began."""

    ground: Ground
    origin: Place
    note_id: NoteId
    usual_ticks: int = DEFAULT_TICKS  # of a note drawn by a click

    def edit(self, now: Place, *, is_free: bool) -> Edit:
        """A note of the usual length, or as long as the drag: a step of the grid at least."""
        ground, start = self.ground, self.ground.start_ticks
        step = max(ground.snap.step_ticks, 1)
        first = (
            round(self.origin.ticks)
            if is_free
            else ground.metre.snapped_down(self.origin.ticks, ground.snap)
        )
        first = max(first, start)
        if abs(now.ticks - self.origin.ticks) < 1.0:
            end = first + max(step, self.usual_ticks)
        else:
            end = max(first + step, ground.snapped(now.ticks, is_free=is_free))
        note = Note(
            id=self.note_id,
            start_ticks=first - start,
            length_ticks=end - first,
            key_midi=self.origin.key_midi,
            lyric=DEFAULT_LYRIC,
        )
        return add_notes(ground.project, ground.part_id, [note])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SplitNote:
    """Cuts a note in two where the hand is."""

    ground: Ground
    held: Note
    new_id: NoteId

    def edit(self, now: Place, *, is_free: bool) -> Edit:
        """Cut at the grid line next to the hand, or right there where the grid has none."""
        ground = self.ground
        there = cut_ticks(ground, self.held, now.ticks, is_free=is_free) - ground.start_ticks
        return split_note(
            ground.project, ground.part_id, self.held.id, there, new_id=lambda: self.new_id
        )


def cut_ticks(ground: Ground, note: Note, ticks: float, *, is_free: bool) -> int:
    """Where a note is cut when the hand is at a place of the song; both are the song's ticks.

    A note that no grid line divides is cut where the hand is, as near to its ends as may be.
    """
    first = ground.start_ticks + note.start_ticks + MIN_LENGTH_TICKS
    last = ground.start_ticks + note.end_ticks - MIN_LENGTH_TICKS
    there = ground.snapped(ticks, is_free=is_free)
    if not first <= there <= last:
        there = round(ticks)
    return max(first, min(last, there))
