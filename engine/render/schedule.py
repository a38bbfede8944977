"""Which phrase is sung next: under the playhead, then forward from it, then the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from engine.types import PhraseLayout

# So far ahead of the playhead, drafts come before the better sound of any phrase.
DRAFTS_AHEAD_MS = 30_000.0

Item = TypeVar("Item")


Stretch = tuple[float, float]  # first and last millisecond


def urgency(
    layout: PhraseLayout, playhead_ms: float, loop_ms: Stretch | None = None
) -> tuple[int, float]:
    """Smaller is sooner.

    Parameters
    ----------
    layout : PhraseLayout
    playhead_ms : float
    loop_ms : (float, float), optional
        What is played again and again; it counts while the playhead is in it.

    Returns
    -------
    group : int
        0 under the playhead, 1 after it, round the loop if there is one, 2 elsewhere.
    distance_ms : float
        From the playhead; phrases elsewhere come in the order of the song, for a second listening
        begins at the start.
    """
    if layout.start_ms <= playhead_ms < layout.end_ms:
        return 0, layout.start_ms
    if loop_ms is not None and loop_ms[0] <= playhead_ms < loop_ms[1]:
        first_ms, last_ms = loop_ms
        if layout.start_ms >= last_ms or layout.end_ms <= first_ms:
            return 2, layout.start_ms
        if layout.start_ms < playhead_ms:
            return 1, last_ms - playhead_ms + max(0.0, layout.start_ms - first_ms)
    if layout.start_ms > playhead_ms:
        return 1, layout.start_ms - playhead_ms
    return 2, layout.start_ms


def is_heard_soon(layout: PhraseLayout, playhead_ms: float, loop_ms: Stretch | None = None) -> bool:
    """Whether playing would come to a phrase within `DRAFTS_AHEAD_MS`."""
    group, distance_ms = urgency(layout, playhead_ms, loop_ms)
    return group == 0 or (group == 1 and distance_ms <= DRAFTS_AHEAD_MS)


def is_within(layout: PhraseLayout, wanted_ms: Stretch | None) -> bool:
    """Whether a phrase sounds within a stretch; None is the whole song."""
    return wanted_ms is None or (layout.start_ms < wanted_ms[1] and layout.end_ms > wanted_ms[0])


def most_urgent(
    candidates: Iterable[tuple[Item, PhraseLayout, float]], loop_ms: Stretch | None = None
) -> Item | None:
    """The item to sing next; of equal ones the first.

    Parameters
    ----------
    candidates : iterable of (item, layout, playhead_ms)
    loop_ms : (float, float), optional
    """
    best: tuple[tuple[int, float], Item] | None = None
    for item, layout, playhead_ms in candidates:
        rank = urgency(layout, playhead_ms, loop_ms)
        if best is None or rank < best[0]:
            best = (rank, item)
    return None if best is None else best[1]
