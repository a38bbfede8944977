"""Everything in a song that must not be, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

import numpy as np

from editor.model.project import Part, Project, Track
from engine.types import CurveSegment, NoteId


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong and where, in one sentence."""

    code: str
    sentence: str
    part_id: str = ""
    note_id: NoteId | None = None


def find_faults(project: Project) -> tuple[Fault, ...]:
    """All faults of a song; an empty answer means that it can be sung and saved."""
    return tuple(_faults(project))


def _faults(project: Project) -> Iterator[Fault]:
    yield from _tempo_faults(project)
    ids = Counter(track.id for track in project.tracks)
    ids.update(part.id for track in project.tracks for part in track.parts)
    for name, count in ids.items():
        if count > 1:
            yield Fault(
                code="taken-id",
                sentence=f"{count} tracks or parts are called '{name}': each needs its own id.",
            )
    for track in project.tracks:
        yield from _track_faults(track)
        for part in track.parts:
            yield from _part_faults(part)


def _tempo_faults(project: Project) -> Iterator[Fault]:
    if not project.tempos or project.tempos[0].start_ticks != 0:
        yield Fault(
            code="no-first-tempo", sentence="The song has no tempo at its start: add one at tick 0."
        )
    for tempo in project.tempos:
        if not (isfinite(tempo.bpm) and tempo.bpm > 0):
            yield Fault(
                code="bad-tempo",
                sentence=f"The tempo at tick {tempo.start_ticks} is {tempo.bpm:g} bpm: give it a "
                "value above 0.",
            )
    for before, after in pairwise(project.tempos):
        if after.start_ticks <= before.start_ticks:
            yield Fault(
                code="unordered-tempos",
                sentence=f"Two tempos stand at tick {after.start_ticks} or out of order: keep one.",
            )
    if not project.time_signatures or project.time_signatures[0].bar != 0:
        yield Fault(
            code="no-first-metre", sentence="The song has no metre at its start: add one at bar 1."
        )
    for item in project.time_signatures:
        if item.beats < 1 or item.unit < 1 or item.unit & (item.unit - 1):
            yield Fault(
                code="bad-time-signature",
                sentence=f"The metre {item.beats}/{item.unit} in bar {item.bar + 1} cannot be "
                "counted: choose another.",
            )


def _track_faults(track: Track) -> Iterator[Fault]:
    values = [track.gain_db, track.pan, *(colour.weight for colour in track.colours)]
    if not all(isfinite(value) for value in values) or not -1.0 <= track.pan <= 1.0:
        yield Fault(
            code="bad-mixer",
            sentence=f"The track '{track.name or track.id}' has a gain, pan or colour that cannot "
            "be: set it again.",
        )
    for colour in track.colours:
        yield from _curve_faults(colour.curve, f"colour {colour.colour}", "")


def _part_faults(part: Part) -> Iterator[Fault]:
    place = part.name or part.id
    counts = Counter(note.id for note in part.notes)
    for note in part.notes:
        where = f"The note '{note.lyric}' at tick {note.start_ticks} of '{place}'"
        if counts[note.id] > 1:
            yield Fault(
                code="taken-id",
                sentence=f"{where} shares its id {note.id} with another: remove one.",
                part_id=part.id,
                note_id=note.id,
            )
        if note.length_ticks < 1 or note.start_ticks < 0 or not 0 <= note.key_midi <= 127:
            yield Fault(
                code="bad-note",
                sentence=f"{where} has no length, no place or no key: draw it again.",
                part_id=part.id,
                note_id=note.id,
            )
        written = [note.cents, *(v for p in note.pitch_points for v in (p.time_ms, p.cents))]
        if not all(isfinite(value) for value in written):
            yield Fault(
                code="bad-pitch-point",
                sentence=f"{where} has a pitch that is not a number: reset it.",
                part_id=part.id,
                note_id=note.id,
            )
    ordered = sorted(part.notes, key=lambda note: (note.start_ticks, note.end_ticks))
    for before, after in pairwise(ordered):
        if after.start_ticks < before.end_ticks:
            yield Fault(
                code="overlapping-note",
                sentence=f"The note '{after.lyric}' at tick {after.start_ticks} of '{place}' "
                "begins before the one in front of it ends: move or shorten one of them.",
                part_id=part.id,
                note_id=after.id,
            )
    for name, layers in part.curves.items():
        yield from _curve_faults((*layers.drawn, *layers.offset), str(name), part.id)
        if any(first >= last for first, last in layers.locked_ticks):
            yield Fault(
                code="bad-lock",
                sentence=f"A lock on {name} in '{place}' ends before it begins: set it again.",
                part_id=part.id,
            )


def _curve_faults(segments: tuple[CurveSegment, ...], what: str, part_id: str) -> Iterator[Fault]:
    for segment in segments:
        if not len(segment.ticks) or segment.ticks.shape != segment.values.shape:
            yield Fault(
                code="bad-curve",
                sentence=f"The {what} curve has a stretch without points: erase it.",
                part_id=part_id,
            )
        elif (np.diff(segment.ticks) <= 0).any():
            yield Fault(
                code="bad-curve",
                sentence=f"The {what} curve runs backwards at tick {int(segment.ticks[0])}: draw "
                "it again.",
                part_id=part_id,
            )
        elif not np.isfinite(segment.values).all():
            where = int(segment.ticks[int(np.argmin(np.isfinite(segment.values)))])
            yield Fault(
                code="curve-not-a-number",
                sentence=f"The {what} curve holds a value at tick {where} that is not a number: "
                "erase it there and draw it again.",
                part_id=part_id,
            )
