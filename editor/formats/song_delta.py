"""What a song has that another has not, as JSON and arrays; and the song again from both.

Unchanged tracks and parts are named by their id. Rows (notes, sounds, segments, what was sung) are
told as runs ``[first, end]`` of the old row, each item at most once, and new items in the native
format. What two songs share by identity costs nothing, so that one edit of a long song is a small
difference. Against an empty song, the difference is the whole song.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np

from editor.formats.song_json import (
    Arrays,
    Reader,
    clip_from,
    clip_to_raw,
    note_from,
    note_to_raw,
    part_to_raw,
    phrase_to_raw,
    project_to_raw,
    timing_to_raw,
    track_to_raw,
)
from editor.model.project import Part, Project, Track
from engine.types import CurveLayers, CurveSegment, GeneratedTiming, Parameter

Raw = dict[str, Any]
_T = TypeVar("_T")
_NOTHING: Mapping[Any, Any] = MappingProxyType({})
_WORTH_A_CUT = 16  # points; shorter stretches are written out


def song_delta(before: Project, after: Project, arrays: Arrays) -> Raw:
    """What makes ``after`` out of ``before``; arrays go into ``arrays``."""
    raw: Raw = {}
    heads = [project_to_raw(replace(song, tracks=()), arrays) for song in (before, after)]
    if heads[0] != heads[1]:
        raw["head"] = heads[1]
    if before.tracks is not after.tracks:
        tracks, parts = _by_id(before)
        raw["tracks"] = [_track_delta(tracks, parts, track, arrays) for track in after.tracks]
    return raw


def with_delta(before: Project, raw: Raw, arrays: Mapping[str, bytes]) -> Project:
    """The song that a difference was made of.

    Raises
    ------
    ValueError, TypeError, KeyError, AttributeError
        When the difference is none, or one from another song.
    """
    reader = _DeltaReader(before, arrays)
    head = reader.whole.project(raw["head"])[0] if "head" in raw else before
    tracks = before.tracks
    if "tracks" in raw:
        tracks = tuple(reader.track(item) for item in raw["tracks"])
    return replace(head, tracks=tracks)


def _by_id(project: Project) -> tuple[dict[str, Track], dict[str, Part]]:
    parts = {part.id: part for track in project.tracks for part in track.parts}
    return {track.id: track for track in project.tracks}, parts


# ---------------------------------------------------------------------------------- writing


def _track_delta(
    tracks: Mapping[str, Track], parts: Mapping[str, Part], track: Track, arrays: Arrays
) -> str | Raw:
    old = tracks.get(track.id)
    if old is track:
        return track.id
    base = old or Track(id=track.id)
    raw: Raw = {"id": track.id}
    heads = [track_to_raw(replace(t, parts=(), audio=()), arrays) for t in (base, track)]
    if heads[0] != heads[1]:
        raw["head"] = heads[1]
    if base.parts is not track.parts:
        raw["parts"] = [_part_delta(parts.get(part.id), part, arrays) for part in track.parts]
    if base.audio is not track.audio:
        raw["audio"] = _row_delta(base.audio, track.audio, clip_to_raw)
    return raw


def _part_delta(old: Part | None, part: Part, arrays: Arrays) -> str | Raw:
    if old is part:
        return part.id
    base = old or Part(id=part.id)
    raw: Raw = {"id": part.id}
    bare: dict[str, Any] = {"notes": (), "curves": _NOTHING}
    bare |= {"generated": _NOTHING, "generated_timing": _NOTHING}
    heads = [part_to_raw(replace(p, **bare), arrays) for p in (base, part)]
    if heads[0] != heads[1]:
        raw["head"] = heads[1]
    if base.notes is not part.notes:
        raw["notes"] = _row_delta(base.notes, part.notes, note_to_raw)
    if base.curves is not part.curves:
        raw["curves"] = {
            str(name): _layers_delta(base.curves.get(name), layers, arrays)
            for name, layers in part.curves.items()
        }
    if base.generated_timing is not part.generated_timing:
        rows = tuple(base.generated_timing.values()), tuple(part.generated_timing.values())
        raw["generated_timing"] = _row_delta(*rows, lambda item: timing_to_raw(item, arrays))
    if base.generated is not part.generated:
        phrases = tuple(base.generated.values()), tuple(part.generated.values())
        raw["generated"] = _row_delta(*phrases, lambda item: phrase_to_raw(item, arrays))
    return raw


def _row_delta(
    old: Sequence[_T], new: Iterable[_T], to_raw: Callable[[_T], Raw]
) -> list[list[int] | Raw]:
    left = {id(item): index for index, item in enumerate(old)}
    row: list[list[int] | Raw] = []
    for item in new:
        index = left.pop(id(item), None)
        if index is None:
            row.append(to_raw(item))
        elif row and isinstance(run := row[-1], list) and run[1] == index:
            run[1] += 1
        else:
            row.append([index, index + 1])
    return row


def _layers_delta(old: CurveLayers | None, layers: CurveLayers, arrays: Arrays) -> Raw | None:
    if old is layers:
        return None
    base = old or CurveLayers()
    raw: Raw = {
        "drawn": _segments_delta(base.drawn, layers.drawn, arrays),
        "offset": _segments_delta(base.offset, layers.offset, arrays),
        "locked_ticks": [list(span) for span in layers.locked_ticks],
    }
    if layers.reference:
        raw["reference"] = _segments_delta(base.reference, layers.reference, arrays)
    return raw


def _segments_delta(
    old: Sequence[CurveSegment], new: Sequence[CurveSegment], arrays: Arrays
) -> list[list[int] | Raw]:
    kept = {id(segment) for segment in new}
    cut = [(i, segment) for i, segment in enumerate(old) if id(segment) not in kept]
    ends: dict[int, int] = {}  # how far an old segment is used

    def to_raw(segment: CurveSegment) -> Raw:
        for index, source in cut:
            found = _slice_of(source, segment, ends.get(index, 0))
            if found is not None:
                first, end, n_before = found
                ends[index] = end
                n_used = n_before + end - first
                return {
                    "of": index,
                    "slice": [first, end],
                    "before": _points(segment, slice(0, n_before), arrays),
                    "after": _points(segment, slice(n_used, None), arrays),
                }
        return _points(segment, slice(None), arrays)

    return _row_delta(old, new, to_raw)


def _slice_of(
    source: CurveSegment, segment: CurveSegment, first_free: int
) -> tuple[int, int, int] | None:
    """Which points of ``source`` a segment is made of, up to one of its own at either end.

    A cut leaves the points inside as they are and adds one at the border.
    """
    for n_before, n_after in itertools.product((0, 1), repeat=2):
        inner = slice(n_before, len(segment.ticks) - n_after)
        ticks, values = segment.ticks[inner], segment.values[inner]
        if len(ticks) < _WORTH_A_CUT:
            continue
        first = int(np.searchsorted(source.ticks, ticks[0]))
        end = first + len(ticks)
        if (
            first >= first_free
            and np.array_equal(source.ticks[first:end], ticks)
            # Bytes: a zero with a sign is another one.
            and source.values[first:end].tobytes() == values.tobytes()
        ):
            return first, end, n_before
    return None


def _points(segment: CurveSegment, where: slice, arrays: Arrays) -> Raw:
    content = np.ascontiguousarray(segment.ticks[where], dtype="<i8").tobytes()
    name = f"ticks/{hashlib.sha256(content).hexdigest()[:32]}.i64"
    arrays.content[name] = content
    return {"ticks": name, "values": arrays.put(segment.values[where])["array"]}


# ---------------------------------------------------------------------------------- reading


class _DeltaReader:
    def __init__(self, before: Project, arrays: Mapping[str, bytes]) -> None:
        self._arrays = arrays
        self._tracks, self._parts = _by_id(before)
        self.whole = Reader(arrays.__getitem__, Path("journal"))

    def track(self, raw: str | Raw) -> Track:
        if isinstance(raw, str):
            return self._tracks[raw]
        base = self._tracks.get(raw["id"]) or Track(id=_id(raw))
        head = self.whole.track(raw["head"]) if "head" in raw else base
        parts, audio = base.parts, base.audio
        if "parts" in raw:
            parts = tuple(self._part(item) for item in raw["parts"])
        if "audio" in raw:
            audio = _row(audio, raw["audio"], clip_from)
        return replace(head, id=base.id, parts=parts, audio=audio)

    def _part(self, raw: str | Raw) -> Part:
        if isinstance(raw, str):
            return self._parts[raw]
        base = self._parts.get(raw["id"]) or Part(id=_id(raw))
        head = self.whole.part(raw["head"]) if "head" in raw else base
        changed: dict[str, Any] = {
            "notes": base.notes,
            "curves": base.curves,
            "generated_timing": base.generated_timing,
            "generated": base.generated,
        }
        if "notes" in raw:
            changed["notes"] = _row(base.notes, raw["notes"], note_from)
        if "curves" in raw:
            changed["curves"] = MappingProxyType(
                {
                    Parameter(name): self._layers(base.curves.get(Parameter(name)), layers)
                    for name, layers in raw["curves"].items()
                }
            )
        if "generated_timing" in raw:
            old: tuple[GeneratedTiming | None, ...] = tuple(base.generated_timing.values())
            timing = _row(old, raw["generated_timing"], self.whole.timing)
            changed["generated_timing"] = MappingProxyType(
                {item.sentence_id: item for item in timing if item is not None}
            )
        if "generated" in raw:
            phrases = _row(tuple(base.generated.values()), raw["generated"], self.whole.phrase)
            changed["generated"] = MappingProxyType({item.phrase_id: item for item in phrases})
        return replace(head, id=base.id, **changed)

    def _layers(self, old: CurveLayers | None, raw: Raw | None) -> CurveLayers:
        if raw is None:
            if old is None:
                raise ValueError("a curve is named that is not there")
            return old
        base = old or CurveLayers()
        return CurveLayers(
            drawn=self._segments(base.drawn, raw["drawn"]),
            offset=self._segments(base.offset, raw["offset"]),
            locked_ticks=tuple((int(a), int(b)) for a, b in raw["locked_ticks"]),
            reference=self._segments(base.reference, raw.get("reference", [])),
        )

    def _segments(self, old: Sequence[CurveSegment], raw: list[Any]) -> tuple[CurveSegment, ...]:
        ends: dict[int, int] = {}

        def segment(item: Raw) -> CurveSegment:
            if "of" not in item:
                return _segment([self._points(item)])
            index, (first, end) = item["of"], item["slice"]
            if not 0 <= index < len(old):
                raise ValueError("a curve is cut that is not there")
            source = old[index]
            if not ends.get(index, 0) <= first < end <= len(source.ticks):
                raise ValueError("a stretch of a curve is used twice or not there")
            ends[index] = end
            cut = source.ticks[first:end], source.values[first:end]
            return _segment([self._points(item["before"]), cut, self._points(item["after"])])

        return _row(old, raw, segment)

    def _points(self, raw: Raw) -> tuple[Any, Any]:
        return (
            np.frombuffer(self._arrays[raw["ticks"]], dtype="<i8"),
            np.frombuffer(self._arrays[raw["values"]], dtype="<f4"),
        )


def _segment(pieces: Sequence[tuple[Any, Any]]) -> CurveSegment:
    ticks = np.concatenate([piece[0] for piece in pieces]).astype(np.int64, copy=False)
    values = np.concatenate([piece[1] for piece in pieces]).astype(np.float32, copy=False)
    if len(ticks) != len(values) or (np.diff(ticks) <= 0).any() or not np.isfinite(values).all():
        raise ValueError("a curve's points are out of order or no numbers")
    ticks.flags.writeable = False
    values.flags.writeable = False
    return CurveSegment(ticks=ticks, values=values)


def _row(old: Sequence[_T], raw: list[Any], make: Callable[[Raw], _T]) -> tuple[_T, ...]:
    is_left = np.ones(len(old), dtype=bool)  # rows must not grow without new items
    items: list[_T] = []
    for item in raw:
        if isinstance(item, dict):
            items.append(make(item))
            continue
        first, end = item
        if not 0 <= first < end <= len(old) or not is_left[first:end].all():
            raise ValueError("a row uses an item twice, or one that is not there")
        is_left[first:end] = False
        items += old[first:end]
    return tuple(items)


def _id(raw: Raw) -> str:
    name = raw["id"]
    if not isinstance(name, str):
        raise ValueError("an id is not a text")
    return name
