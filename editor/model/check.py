"""Everything in a song that must not be, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

import numpy as np

from editor.model.lookup import note_of
from editor.model.project import AudioClip, Note, Part, Project, Track
from engine.types import CurveLayers, CurveSegment, NoteId, Vibrato


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
    yield from _metre_faults(project)
    ids = Counter(track.id for track in project.tracks)
    for track in project.tracks:
        ids.update([*(part.id for part in track.parts), *(clip.id for clip in track.audio)])
    for name, count in ids.items():
        if count > 1:
            yield Fault(
                code="taken-id",
                sentence=f"{count} tracks, parts or sounds are called '{name}': each needs its own "
                "id.",
            )
    for track in project.tracks:
        yield from track_faults(track)
        for part in track.parts:
            yield from part_faults(part)


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


def _metre_faults(project: Project) -> Iterator[Fault]:
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
    for before, after in pairwise(project.time_signatures):
        if after.bar <= before.bar:
            yield Fault(
                code="unordered-metres",
                sentence=f"Two metres stand in bar {after.bar + 1} or out of order: keep one.",
            )


def track_faults(track: Track) -> Iterator[Fault]:
    """Faults of a track itself, without its parts."""
    values = [track.gain_db, track.pan, *(colour.weight for colour in track.colours)]
    is_mixable = all(isfinite(value) for value in values) and -1.0 <= track.pan <= 1.0
    if not is_mixable or any(colour.weight < 0 for colour in track.colours):
        yield Fault(
            code="bad-mixer",
            sentence=f"The track '{track.name or track.id}' has a gain, pan or colour that cannot "
            "be: set it again.",
        )
    for name, count in Counter(colour.colour for colour in track.colours).items():
        if count > 1:
            yield Fault(
                code="taken-colour",
                sentence=f"The track '{track.name or track.id}' mixes the colour '{name}' {count} "
                "times: keep one of them.",
            )
    for colour in track.colours:
        yield from _curve_faults(colour.curve, f"colour {colour.colour}", "")
    for clip in track.audio:
        yield from clip_faults(clip)


def clip_faults(clip: AudioClip) -> Iterator[Fault]:
    """Faults of a sound file's place and levels; whether the file is there shows when it plays."""
    where = f"The sound '{clip.path}' at tick {clip.start_ticks}"
    lengths_ms = [clip.skip_ms, clip.fade_in_ms, clip.fade_out_ms]
    lengths_ms += [] if clip.length_ms is None else [clip.length_ms]
    if not clip.path:
        yield Fault(code="bad-sound", sentence=f"{where} names no file: choose one.")
    if clip.start_ticks < 0:
        yield Fault(code="bad-sound", sentence=f"{where} begins before the song: move it.")
    if not all(isfinite(length) and length >= 0.0 for length in lengths_ms):
        yield Fault(
            code="bad-sound",
            sentence=f"{where} has a length or fade that cannot be: trim it again.",
        )
    if not isfinite(clip.gain_db):
        yield Fault(code="bad-sound", sentence=f"{where} has no level: set its gain.")


def note_faults(note: Note, place: str = "") -> Iterator[Fault]:
    """Faults of a note by itself. ``place``: what it stands in, to be named."""
    where = f"The note '{note.lyric}' at tick {note.start_ticks}" + (place and f" of '{place}'")
    if note.length_ticks < 1:
        yield Fault(
            code="bad-note",
            sentence=f"{where} is {note.length_ticks} ticks long: give it a length.",
            note_id=note.id,
        )
    if note.start_ticks < 0:
        yield Fault(
            code="bad-note",
            sentence=f"{where} begins before its part: move it behind the part's start.",
            note_id=note.id,
        )
    if not 0 <= note.key_midi <= 127:
        yield Fault(
            code="bad-note",
            sentence=f"{where} is on key {note.key_midi}: choose one from 0 to 127.",
            note_id=note.id,
        )
    written = [note.cents, *(v for p in note.pitch_points for v in (p.time_ms, p.cents))]
    if not all(isfinite(value) for value in written):
        yield Fault(
            code="bad-pitch-point",
            sentence=f"{where} has a pitch that is not a number: reset it.",
            note_id=note.id,
        )
    if note.vibrato is not None and not is_vibrato_singable(note.vibrato):
        yield Fault(
            code="bad-vibrato",
            sentence=f"{where} has a vibrato that cannot be sung: set it again.",
            note_id=note.id,
        )
    indices = [override.index for override in note.overrides]
    if len(set(indices)) != len(indices) or any(index < 0 for index in indices):
        yield Fault(
            code="bad-phoneme",
            sentence=f"{where} has two edits of one phoneme, or one of none: reset its phonemes.",
            note_id=note.id,
        )


def is_vibrato_singable(vibrato: Vibrato) -> bool:
    """Whether all of it is a number, its length a share of the note and its period one."""
    values = [getattr(vibrato, name) for name in Vibrato.__slots__]
    is_number = all(isfinite(value) for value in values)
    return is_number and 0.0 <= vibrato.length_ratio <= 1.0 and vibrato.period_ms >= 1.0


def part_faults(part: Part) -> Iterator[Fault]:
    """Faults of a part: its notes one by one and together, its curves, what belongs to whom."""
    for fault in _unplaced_part_faults(part):
        yield Fault(
            code=fault.code, sentence=fault.sentence, part_id=part.id, note_id=fault.note_id
        )


def _unplaced_part_faults(part: Part) -> Iterator[Fault]:
    place = part.name or part.id
    counts = Counter(note.id for note in part.notes)
    for note in part.notes:
        if counts[note.id] > 1:
            yield Fault(
                code="taken-id",
                sentence=f"The note '{note.lyric}' at tick {note.start_ticks} of '{place}' shares "
                f"its id {note.id} with another: remove one.",
                note_id=note.id,
            )
        yield from note_faults(note, place)
    end_ticks: int | None = None  # the furthest so far
    for note in sorted(part.notes, key=lambda note: (note.start_ticks, note.end_ticks)):
        if end_ticks is not None and note.start_ticks < end_ticks:
            yield Fault(
                code="overlapping-note",
                sentence=f"The note '{note.lyric}' at tick {note.start_ticks} of '{place}' "
                "begins before one in front of it ends: move or shorten one of them.",
                note_id=note.id,
            )
        end_ticks = note.end_ticks if end_ticks is None else max(end_ticks, note.end_ticks)
    for name, layers in part.curves.items():
        yield from _layer_faults(layers, str(name), place)
    yield from _stray_faults(part, place)


def _stray_faults(part: Part, place: str) -> Iterator[Fault]:
    """What bears the name of a note that is not there."""
    ids = {str(note.id) for note in part.notes}
    owners = {note_of(phrase_id) for phrase_id, _ in part.takes}
    owners |= {note_of(phrase_id) for phrase_id in part.retakes}
    owners |= {note_of(phrase_id) for phrase_id in part.generated} | set(part.generated_timing)
    for owner in sorted(owners - ids):
        yield Fault(
            code="no-such-note",
            sentence=f"'{place}' keeps takes or sung values of a note {owner} that it does not "
            "have: they can be removed.",
        )
    for (phrase_id, stage), take in part.takes.items():
        if take < 0:
            yield Fault(
                code="bad-take",
                sentence=f"The {stage} take of the phrase {phrase_id} of '{place}' is {take}: "
                "choose 0 or above.",
            )

    for phrase_id, takes in part.retakes.items():
        ranges = [*takes.ranges, *(item for take in takes.kept for item in take.ranges)]
        counts = Counter(take.number for take in takes.kept)
        is_bad = any(item.take < 0 or item.first_ticks >= item.last_ticks for item in ranges)
        if is_bad or any(count > 1 for count in counts.values()):
            yield Fault(
                code="bad-take",
                sentence=f"A take of the phrase {phrase_id} of '{place}' ends before it begins, or "
                "has another one's number: delete it.",
            )


def _layer_faults(layers: CurveLayers, what: str, place: str) -> Iterator[Fault]:
    for segments in (layers.drawn, layers.offset, layers.reference):
        yield from _curve_faults(segments, what, f" of '{place}'")
    if any(first >= last for first, last in layers.locked_ticks):
        yield Fault(
            code="bad-lock",
            sentence=f"A lock on {what} in '{place}' ends before it begins: set it again.",
        )


def _curve_faults(segments: Sequence[CurveSegment], what: str, place: str) -> Iterator[Fault]:
    for segment in segments:
        if not len(segment.ticks) or segment.ticks.shape != segment.values.shape:
            yield Fault(
                code="bad-curve",
                sentence=f"The {what} curve{place} has a stretch without points: erase it.",
            )
        elif (np.diff(segment.ticks) <= 0).any():
            where = int(segment.ticks[int(np.argmax(np.diff(segment.ticks) <= 0)) + 1])
            yield Fault(
                code="bad-curve",
                sentence=f"The {what} curve{place} runs backwards at tick {where}: draw it again.",
            )
        elif not np.isfinite(segment.values).all():
            where = int(segment.ticks[int(np.argmin(np.isfinite(segment.values)))])
            yield Fault(
                code="curve-not-a-number",
                sentence=f"The {what} curve{place} holds a value at tick {where} that is not a "
                "number: erase it there and draw it again.",
            )
