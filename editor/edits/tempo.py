"""Tempo map, metre and the song's own facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite

from editor.edits.edit import Edit, make_edit
from editor.errors import EditError
from editor.model.project import Project, TimeSignature
from engine.timing import Tempo

SLOWEST_BPM, FASTEST_BPM = 5.0, 2000.0
LARGEST_SEED = 1 << 53  # as far as every reader of JSON counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What begins at a place; None is nothing."""

    bpm: float | None = None
    metre: tuple[int, int] | None = None


def set_tempo(project: Project, start_ticks: int, bpm: float) -> Edit:
    """Begin a tempo at a tick, or change the one that begins there.

    Raises
    ------
    EditError
        For a tempo that nothing can be played at.
    """
    if start_ticks < 0 or not isfinite(bpm) or not SLOWEST_BPM <= bpm <= FASTEST_BPM:
        raise EditError(
            f"A tempo of {bpm:g} bpm at tick {start_ticks} cannot be: choose {SLOWEST_BPM:g} to "
            f"{FASTEST_BPM:g} bpm.",
            code="bad-tempo",
        )
    kept = [tempo for tempo in project.tempos if tempo.start_ticks != start_ticks]
    tempos = sorted(
        [*kept, Tempo(start_ticks=start_ticks, bpm=bpm)], key=lambda tempo: tempo.start_ticks
    )
    return make_edit("tempo", project, replace(project, tempos=tuple(tempos)))


def remove_tempo(project: Project, start_ticks: int) -> Edit:
    """Let the tempo before go on; the first one stays.

    Raises
    ------
    EditError
        For the first tempo.
    """
    if start_ticks == 0:
        raise EditError(
            "The song needs a tempo at its start: change that one instead.", code="no-first-tempo"
        )
    tempos = tuple(tempo for tempo in project.tempos if tempo.start_ticks != start_ticks)
    return make_edit("remove tempo", project, replace(project, tempos=tempos))


def move_tempo(project: Project, start_ticks: int, to_ticks: int) -> Edit:
    """Let a tempo begin elsewhere, in place of what began there; the first one stays.

    Raises
    ------
    EditError
        For the first tempo, or a place before the song.
    """
    bpm = next((tempo.bpm for tempo in project.tempos if tempo.start_ticks == start_ticks), None)
    without = remove_tempo(project, start_ticks)
    if bpm is None:
        return without
    moved = without.then(set_tempo(without.after, max(1, to_ticks), bpm))
    return make_edit("move tempo", project, moved.after)


def set_time_signature(project: Project, bar: int, beats: int, unit: int) -> Edit:
    """Begin a metre at a bar.

    Raises
    ------
    EditError
        For a metre that cannot be counted.
    """
    if bar < 0 or not 1 <= beats <= 64 or unit not in (1, 2, 4, 8, 16, 32, 64):
        raise EditError(
            f"A metre of {beats}/{unit} in bar {bar + 1} cannot be: choose 1 to 64 beats of a "
            "whole, half, quarter and so on.",
            code="bad-time-signature",
        )
    kept = [item for item in project.time_signatures if item.bar != bar]
    found = sorted(
        [*kept, TimeSignature(bar=bar, beats=beats, unit=unit)], key=lambda item: item.bar
    )
    return make_edit("metre", project, replace(project, time_signatures=tuple(found)))


def remove_time_signature(project: Project, bar: int) -> Edit:
    """Let the metre before go on; the first one stays.

    Raises
    ------
    EditError
        For the first metre.
    """
    if bar == 0:
        raise EditError(
            "The song needs a metre at its start: change that one instead.", code="no-first-metre"
        )
    kept = tuple(item for item in project.time_signatures if item.bar != bar)
    return make_edit("remove metre", project, replace(project, time_signatures=kept))


def move_time_signature(project: Project, bar: int, to_bar: int) -> Edit:
    """Let a metre begin at another bar, in place of what began there; the first one stays.

    Raises
    ------
    EditError
        For the first metre.
    """
    moved = next((item for item in project.time_signatures if item.bar == bar), None)
    without = remove_time_signature(project, bar)
    if moved is None:
        return without
    there = set_time_signature(without.after, max(1, to_bar), moved.beats, moved.unit)
    return make_edit("move metre", project, there.after)


def set_marks(
    project: Project,
    start_ticks: int,
    bar: int | None,
    *,
    bpm: float | None,
    metre: tuple[int, int] | None,
) -> Edit:
    """What begins at a place: a tempo at the tick, a metre at the bar; None lets none begin there.

    Without a ``bar`` the metre is left alone.

    Raises
    ------
    EditError
        For what cannot be, or where the song would have no tempo or metre at its start.
    """
    there = any(tempo.start_ticks == start_ticks for tempo in project.tempos)
    edit = make_edit("tempo", project, project)
    if bpm is not None:
        edit = set_tempo(project, start_ticks, bpm)
    elif there:
        edit = remove_tempo(project, start_ticks)
    if bar is None:
        return edit
    song = edit.after
    if metre is not None:
        other = set_time_signature(song, bar, *metre)
    elif any(item.bar == bar for item in song.time_signatures):
        other = remove_time_signature(song, bar)
    else:
        return edit
    return other if edit.is_nothing else edit.then(other)


def set_seed(project: Project, seed: int) -> Edit:
    """Draw all noise anew from another seed.

    Raises
    ------
    EditError
        For a number that a song file does not hold.
    """
    if abs(seed) > LARGEST_SEED:
        raise EditError(
            f"The seed {seed} is too large: choose one up to {LARGEST_SEED}.", code="bad-seed"
        )
    return make_edit("seed", project, replace(project, seed=seed))


def rename_project(project: Project, name: str) -> Edit:
    """Name the song."""
    return make_edit("rename song", project, replace(project, name=name))
