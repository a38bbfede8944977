"""Drags in the overview as values: from where one took hold and where the hand is to an edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from editor.edits.audio import duplicate_clip, move_clip, set_clip_level, trim_clip
from editor.edits.edit import Edit, Focus, make_edit
from editor.edits.tracks import duplicate_part, move_part
from editor.model.project import Project
from editor.panels.blocks import GAIN_LOW_DB, GAIN_TOP_DB, Arrangement, Block, Grip, sound_ms
from editor.view.metre import Snap
from engine.types import NoteId

LEAST_MS = 10.0  # of a sound that is trimmed
LOWEST_DB, HIGHEST_DB = -60.0, 24.0  # of a sound's gain


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the hand is."""

    ticks: float
    row: int
    y_px: float = 0.0


def _neat(time_ms: float) -> float:
    """A time as a file holds it: whole microseconds, a small part of a sample."""
    return round(time_ms, 3)


class BlockGesture(Protocol):
    """A drag of the mouse."""

    def edit(self, now: Spot, *, is_free: bool) -> Edit:
        """What the drag does so far; ``is_free`` leaves the grid alone.

        Raises
        ------
        EditError
            When nothing can be done there.
        """


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What all gestures stand on: the song when the drag began, its blocks and its grid."""

    arrangement: Arrangement
    snap: Snap

    @property
    def project(self) -> Project:
        """The song."""
        return self.arrangement.project

    def snapped(self, ticks: float, *, is_free: bool) -> int:
        """A place on the grid, or as it is; never before the song."""
        ticks = max(0.0, ticks)
        return round(ticks) if is_free else self.arrangement.metre.snapped(ticks, self.snap)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NewIds:
    """Makers of ids for copies."""

    block: Callable[[], str]
    note: Callable[[], NoteId]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MoveBlocks:
    """Moves blocks by what the one that is held moves; with ``new_ids`` copies of them."""

    ground: Ground
    blocks: tuple[Block, ...]
    held: Block
    origin: Spot
    new_ids: NewIds | None = None

    def edit(self, now: Spot, *, is_free: bool) -> Edit:
        """Move or copy the blocks, also to other tracks."""
        there = self.ground.snapped(
            self.held.start_ticks + now.ticks - self.origin.ticks, is_free=is_free
        )
        return self.by(there - self.held.start_ticks, now.row - self.origin.row)

    def by(self, ticks: int, rows: int) -> Edit:
        """Move or copy the blocks by as much as all of them can go."""
        tracks = self.ground.project.tracks
        ticks = max(ticks, -min(block.start_ticks for block in self.blocks))
        rows = max(rows, -min(block.row for block in self.blocks))
        rows = min(rows, len(tracks) - 1 - max(block.row for block in self.blocks))
        project, ids = self.ground.project, []
        name, focus = "", ""
        for block in self.blocks:
            start_ticks, track_id = block.start_ticks + ticks, tracks[block.row + rows].id
            edit, block_id = self._placed(project, block, start_ticks, track_id)
            project, name = edit.after, name or edit.name
            ids.append(block_id)
            if block.part is not None and (not focus or block is self.held):
                focus = block_id
        return make_edit(name, self.ground.project, project, Focus(part_id=focus))

    def _placed(
        self, project: Project, block: Block, start_ticks: int, track_id: str
    ) -> tuple[Edit, str]:
        if self.new_ids is None:
            move = move_part if block.part is not None else move_clip
            return move(project, block.id, start_ticks=start_ticks, track_id=track_id), block.id
        new_id = self.new_ids.block()
        if block.part is None:
            edit = duplicate_clip(
                project, block.id, start_ticks=start_ticks, new_id=new_id, track_id=track_id
            )
            return edit, new_id
        edit = duplicate_part(
            project,
            block.id,
            start_ticks=start_ticks,
            new_id=new_id,
            new_note_id=self.new_ids.note,
            track_id=track_id,
        )
        return edit, new_id


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrimSound:
    """Moves one end of a sound; what is heard stays where it is."""

    ground: Ground
    held: Block
    grip: Grip
    origin: Spot
    file_ms: float | None

    def edit(self, now: Spot, *, is_free: bool) -> Edit:
        """Move the end to the grid line where the hand is, within the file."""
        is_start = self.grip is Grip.START
        before = self.held.start_ticks if is_start else self.held.end_ticks
        there = self.ground.snapped(before + now.ticks - self.origin.ticks, is_free=is_free)
        return self._from(there) if is_start else self._until(there)

    def _from(self, ticks: int) -> Edit:
        sound, tempo = self.held.sound, self.ground.arrangement.tempo
        assert sound is not None
        start_ms = tempo.ticks_to_ms(self.held.start_ticks)
        length_ms = sound_ms(sound, self.file_ms)
        cut_ms = tempo.ticks_to_ms(ticks) - start_ms
        if cut_ms < -sound.skip_ms:  # no more of the file is there
            cut_ms = -sound.skip_ms
            ticks = max(0, tempo.ms_to_ticks(start_ms + cut_ms))
        if cut_ms > length_ms - LEAST_MS:
            cut_ms = max(0.0, length_ms - LEAST_MS)
            ticks = tempo.ms_to_ticks(start_ms + cut_ms)
        return trim_clip(
            self.ground.project,
            sound.id,
            skip_ms=_neat(max(0.0, sound.skip_ms + cut_ms)),
            length_ms=None if sound.length_ms is None else _neat(max(LEAST_MS, length_ms - cut_ms)),
            start_ticks=ticks,
        )

    def _until(self, ticks: int) -> Edit:
        sound, tempo = self.held.sound, self.ground.arrangement.tempo
        assert sound is not None
        length_ms = tempo.ticks_to_ms(ticks) - tempo.ticks_to_ms(self.held.start_ticks)
        length_ms = max(LEAST_MS, length_ms)
        is_whole = self.file_ms is not None and length_ms >= self.file_ms - sound.skip_ms
        return trim_clip(
            self.ground.project,
            sound.id,
            skip_ms=sound.skip_ms,
            length_ms=None if is_whole else _neat(length_ms),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FadeSound:
    """Moves the end of a fade in, or the begin of a fade out."""

    ground: Ground
    held: Block
    grip: Grip

    def edit(self, now: Spot, *, is_free: bool) -> Edit:
        """The fade reaches where the hand is; fades go by ear and know no grid."""
        sound, tempo = self.held.sound, self.ground.arrangement.tempo
        assert sound is not None
        start_ms = tempo.ticks_to_ms(self.held.start_ticks)
        end_ms = tempo.ticks_to_ms(self.held.end_ticks)
        now_ms, length_ms = tempo.ticks_to_ms(now.ticks), end_ms - start_ms
        if self.grip is Grip.FADE_IN:
            most_ms = max(0.0, length_ms - sound.fade_out_ms)
            fade_ms = min(most_ms, max(0.0, now_ms - start_ms))
            return set_clip_level(self.ground.project, sound.id, fade_in_ms=_neat(fade_ms))
        most_ms = max(0.0, length_ms - sound.fade_in_ms)
        fade_ms = min(most_ms, max(0.0, end_ms - now_ms))
        return set_clip_level(self.ground.project, sound.id, fade_out_ms=_neat(fade_ms))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LevelSound:
    """Raises or lowers a sound's line of gain; ``is_free`` moves it finely."""

    ground: Ground
    held: Block
    origin: Spot
    height_px: float

    def edit(self, now: Spot, *, is_free: bool) -> Edit:
        """As many dB as the hand went up."""
        assert self.held.sound is not None
        db_per_px = (GAIN_TOP_DB - GAIN_LOW_DB) / self.height_px
        change_db = (self.origin.y_px - now.y_px) * db_per_px * (0.1 if is_free else 1.0)
        gain_db = round(self.held.sound.gain_db + change_db, 1)
        gain_db = min(HIGHEST_DB, max(LOWEST_DB, gain_db))
        return set_clip_level(self.ground.project, self.held.sound.id, gain_db=gain_db)
