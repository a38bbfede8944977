"""What is done to chosen parts and sounds at once: split, join, duplicate, delete, begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from editor.edits.audio import remove_clip, split_clip
from editor.edits.edit import Edit, Focus, make_edit
from editor.edits.tracks import add_part, join_parts, remove_part, rename_part, split_part
from editor.errors import EditError
from editor.model.project import Part, Project
from editor.panels.block_gestures import Ground, MoveBlocks, NewIds, Spot
from editor.panels.blocks import Arrangement, Block
from editor.panels.overview_hand import OverviewHand, new_id
from editor.store import Store
from editor.tools.gestures import new_note_id
from editor.view.metre import Snap


class BlockCommands(QObject):
    """Runs commands on blocks; each is one step of the history.

    Signals
    -------
    refused : str
        One sentence: why something was not done.
    """

    refused = Signal(str)

    def __init__(self, store: Store, hand: OverviewHand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._hand = store, hand

    def begin_part(self, track_id: str, start_ticks: int) -> str | None:
        """Put an empty part onto a track; its id if that could be."""
        part = Part(id=new_id(), start_ticks=start_ticks)
        is_done = self._run(lambda project: add_part(project, track_id, part))
        return part.id if is_done else None

    def rename(self, part_id: str, name: str) -> None:
        """Name a part."""
        self._run(lambda project: rename_part(project, part_id, name))

    def delete(self, blocks: tuple[Block, ...]) -> None:
        """Take blocks away."""
        if blocks:
            self._run(lambda project: _chained(project, [_remover(block) for block in blocks]))

    def split(self, blocks: tuple[Block, ...], ticks: int) -> None:
        """Cut the blocks that go across a place of the song."""
        cut = [block for block in blocks if block.start_ticks < ticks < block.end_ticks]

        def make(project: Project) -> Edit:
            if not cut:
                raise EditError(
                    self.tr(
                        "Nothing that is chosen goes across the playhead: put it inside a part."
                    ),
                    code="bad-split",
                )
            return _chained(project, [_splitter(block, ticks) for block in cut])

        self._run(make)

    def join(self, blocks: tuple[Block, ...]) -> None:
        """Make parts of one track one, from the earliest on."""
        parts = [b for b in sorted(blocks, key=lambda b: b.start_ticks) if b.part is not None]
        if len(parts) < 2:
            return
        self._run(
            lambda project: _chained(project, [_joiner(parts[0], other) for other in parts[1:]])
        )

    def duplicate(self, found: Arrangement, blocks: tuple[Block, ...]) -> None:
        """Copy blocks behind themselves, to the next bar after the last of them."""
        if not blocks:
            return
        first = min(block.start_ticks for block in blocks)
        last = max(block.end_ticks for block in blocks)
        metre = found.metre
        end = metre.bar_start_ticks(metre.bar_at(max(0, last - 1)) + 1)
        begin = metre.bar_start_ticks(metre.bar_at(first))
        move = MoveBlocks(
            ground=Ground(arrangement=found, snap=Snap(denominator=0)),
            blocks=blocks,
            held=blocks[0],
            origin=Spot(ticks=0.0, row=0),
            new_ids=NewIds(block=new_id, note=new_note_id),
        )
        self._run(lambda _: move.by(end - begin, 0))

    def _run(self, make: Callable[[Project], Edit]) -> bool:
        try:
            edit = make(self._store.project)
        except EditError as error:
            self.refused.emit(str(error))
            return False
        self._hand.push(edit)
        return True


def _remover(block: Block) -> Callable[[Project], Edit]:
    remove = remove_clip if block.part is None else remove_part
    return lambda project: remove(project, block.id)


def _joiner(first: Block, other: Block) -> Callable[[Project], Edit]:
    return lambda project: join_parts(project, first.id, other.id)


def _splitter(block: Block, ticks: int) -> Callable[[Project], Edit]:
    if block.part is None:
        return lambda p: split_clip(p, block.id, ticks, new_id=new_id())
    return lambda p: split_part(p, block.id, ticks - block.start_ticks, new_id=new_id())


def _chained(project: Project, makers: list[Callable[[Project], Edit]]) -> Edit:
    """Several edits as one, named and looked at like the first."""
    now, name, focus = project, "", Focus()
    for make in makers:
        edit = make(now)
        now, name, focus = edit.after, name or edit.name, focus if name else edit.focus
    return make_edit(name, project, now, focus)
