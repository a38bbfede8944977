"""What stands in the overview: parts and sounds as blocks in rows, and what is under a place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from editor.model.project import AudioClip, Part, Project
from editor.view.metre import DENOMINATORS, WHOLE_TICKS, Metre, Snap
from editor.view.viewport import Viewport
from engine.timing import TempoMap

ROW_PX = 44
BLOCK_GAP_PX = 2  # of a block to the edges of its row
_EDGE_PX = 6.0  # how near an edge must be to take hold of it
_HANDLE_PX = 7.0  # reach of the handles of fades
_HANDLE_TOP_PX = 12.0
_GAIN_PX = 4.0
_SMALL_PX = 24.0  # a narrower block is only moved
_GRID_PX = 8.0  # the grid is no finer
_UNKNOWN_MS = 8000.0  # of a sound whose file is being read, or is not there
GAIN_TOP_DB, GAIN_LOW_DB = 12.0, -36.0  # of the line that shows a sound's gain


class Grip(Enum):
    """What of a block is under the hand."""

    BODY = auto()
    START = auto()
    END = auto()
    FADE_IN = auto()
    FADE_OUT = auto()
    GAIN = auto()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """A part, or a sound; the other one is None. Ticks are those of the song."""

    row: int
    start_ticks: int
    end_ticks: int
    part: Part | None = None
    sound: AudioClip | None = None

    @property
    def id(self) -> str:
        """The part's or the sound's own."""
        item = self.part or self.sound
        assert item is not None
        return item.id


@dataclass(frozen=True, slots=True)
class BlockHit:
    """A block, and what of it is under the hand."""

    block: Block
    grip: Grip


SoundLength = Callable[[AudioClip], float | None]  # ms of the whole file; None is not known


def part_end_ticks(part: Part, metre: Metre) -> int:
    """Where a part's block ends: behind its last note, a bar at least."""
    notes_end = max((note.end_ticks for note in part.notes), default=0)
    bar = metre.bar_at(part.start_ticks)
    bar_ticks = metre.bar_start_ticks(bar + 1) - metre.bar_start_ticks(bar)
    return part.start_ticks + max(notes_end, bar_ticks)


def sound_ms(sound: AudioClip, file_ms: float | None) -> float:
    """How long a sound is heard."""
    left_ms = _UNKNOWN_MS if file_ms is None else max(0.0, file_ms - sound.skip_ms)
    if sound.length_ms is None:
        return left_ms
    return sound.length_ms if file_ms is None else min(sound.length_ms, left_ms)


def sound_end_ticks(sound: AudioClip, tempo: TempoMap, file_ms: float | None) -> int:
    """Where a sound's block ends."""
    start_ms = tempo.ticks_to_ms(sound.start_ticks)
    return max(sound.start_ticks + 1, tempo.ms_to_ticks(start_ms + sound_ms(sound, file_ms)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arrangement:
    """The song as rows of blocks."""

    project: Project = field(default_factory=Project)
    tempo: TempoMap = field(default_factory=lambda: TempoMap(Project().tempos))
    metre: Metre = field(default_factory=lambda: Metre(Project().time_signatures))
    rows: tuple[tuple[Block, ...], ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of them, row by row."""
        return tuple(block for row in self.rows for block in row)

    @property
    def end_ticks(self) -> int:
        """First tick behind the last block."""
        return max((block.end_ticks for block in self.blocks), default=0)

    def find(self, block_id: str) -> Block | None:
        """A block by its id."""
        return next((block for block in self.blocks if block.id == block_id), None)


def arranged(
    project: Project, length_of: SoundLength, *, before: Arrangement | None = None
) -> Arrangement:
    """The blocks of a song, in order of time; a sound lies under the parts of its track.

    Parts that are as they were in ``before`` are not measured again.
    """
    before = before or Arrangement()
    is_metre_same = before.project.time_signatures == project.time_signatures
    tempo = before.tempo if before.project.tempos == project.tempos else TempoMap(project.tempos)
    metre = before.metre if is_metre_same else Metre(project.time_signatures)
    known = {id(b.part): b for b in before.blocks if b.part is not None} if is_metre_same else {}

    def part_block(row: int, part: Part) -> Block:
        old = known.get(id(part))
        if old is not None and old.row == row:
            return old
        end_ticks = part_end_ticks(part, metre) if old is None else old.end_ticks
        return Block(row=row, start_ticks=part.start_ticks, end_ticks=end_ticks, part=part)

    def sound_block(row: int, sound: AudioClip) -> Block:
        end_ticks = sound_end_ticks(sound, tempo, length_of(sound))
        return Block(row=row, start_ticks=sound.start_ticks, end_ticks=end_ticks, sound=sound)

    rows = tuple(
        (
            *(sound_block(row, sound) for sound in track.audio),
            *(part_block(row, part) for part in track.parts),
        )
        for row, track in enumerate(project.tracks)
    )
    return Arrangement(project=project, tempo=tempo, metre=metre, rows=rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """What of the overview is seen: time by the viewport, rows by how far one has scrolled."""

    viewport: Viewport = field(default_factory=lambda: Viewport(width_px=0, height_px=0))
    scroll_px: int = 0

    def row_top_px(self, row: int) -> int:
        """Upper edge of a row."""
        return row * ROW_PX - self.scroll_px

    def px_to_row(self, y_px: float) -> int:
        """Row at a distance from the upper edge; there need not be one."""
        return int((y_px + self.scroll_px) // ROW_PX)

    def with_viewport(self, viewport: Viewport) -> RowView:
        """Another stretch of time."""
        return replace(self, viewport=viewport)


def gain_to_px(gain_db: float, height_px: float) -> float:
    """Distance of a gain's line from the upper edge of a block so high."""
    place = (GAIN_TOP_DB - gain_db) / (GAIN_TOP_DB - GAIN_LOW_DB)
    return min(1.0, max(0.0, place)) * (height_px - 1.0)


def fades_ticks(block: Block, tempo: TempoMap) -> tuple[float, float]:
    """Where the fade in of a sound ends and the fade out begins."""
    assert block.sound is not None
    start_ms, end_ms = tempo.ticks_to_ms(block.start_ticks), tempo.ticks_to_ms(block.end_ticks)
    rise_ms = min(end_ms, start_ms + block.sound.fade_in_ms)
    fall_ms = max(start_ms, end_ms - block.sound.fade_out_ms)
    return tempo.ms_to_ticks_exact(rise_ms), tempo.ms_to_ticks_exact(fall_ms)


def hit_block(found: Arrangement, view: RowView, x_px: float, y_px: float) -> BlockHit | None:
    """What lies under a place; parts before sounds, the later before the earlier."""
    row = view.px_to_row(y_px)
    if not 0 <= row < len(found.rows):
        return None
    y_block_px = y_px - view.row_top_px(row) - BLOCK_GAP_PX
    for block in reversed(found.rows[row]):
        left = view.viewport.ticks_to_px(block.start_ticks)
        right = view.viewport.ticks_to_px(block.end_ticks)
        if left - 1.0 <= x_px <= right + 1.0:
            grip = Grip.BODY
            if block.sound is not None and right - left >= _SMALL_PX:
                grip = _sound_grip(block, found.tempo, view, x_px, y_block_px)
            return BlockHit(block, grip)
    return None


def _sound_grip(block: Block, tempo: TempoMap, view: RowView, x_px: float, y_px: float) -> Grip:
    assert block.sound is not None
    if y_px <= _HANDLE_TOP_PX:
        rise, fall = (view.viewport.ticks_to_px(t) for t in fades_ticks(block, tempo))
        distances = {Grip.FADE_IN: abs(x_px - rise), Grip.FADE_OUT: abs(x_px - fall)}
        nearest = min(distances, key=lambda grip: distances[grip])
        if distances[nearest] <= _HANDLE_PX:
            return nearest
    if x_px - view.viewport.ticks_to_px(block.start_ticks) <= _EDGE_PX:
        return Grip.START
    if view.viewport.ticks_to_px(block.end_ticks) - x_px <= _EDGE_PX:
        return Grip.END
    height_px = ROW_PX - 2.0 * BLOCK_GAP_PX
    if abs(y_px - gain_to_px(block.sound.gain_db, height_px)) <= _GAIN_PX:
        return Grip.GAIN
    return Grip.BODY


def overview_snap(px_per_tick: float, finest: Snap) -> Snap:
    """The finest grid, from bars down to ``finest``, whose lines can be told apart."""
    if not finest.denominator:
        return finest
    found = Snap(denominator=1)
    for denominator in DENOMINATORS:
        is_wide = WHOLE_TICKS / denominator * px_per_tick >= _GRID_PX
        if denominator <= finest.denominator and is_wide:
            found = Snap(denominator=denominator)
    is_finest = found.denominator == finest.denominator
    return finest if is_finest and finest.step_ticks * px_per_tick >= _GRID_PX else found
