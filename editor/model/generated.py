"""What the engine made for a song, taken along when the song steps back or forth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from editor.model.changes import PartChange, changes_between
from editor.model.lookup import without_strays
from editor.model.project import Part, Project

_K = TypeVar("_K")
_V = TypeVar("_V")


def differ_in_generated_only(one: Project, two: Project) -> bool:
    """Whether nothing but predicted values differs between two songs."""
    found = changes_between(one, two)
    if found.track_ids or found.is_tempo or found.is_project:
        return False
    return all(change == PartChange(is_generated=True) for change in found.parts.values())


def with_generated_since(before: Project, now: Project, after: Project) -> Project:
    """``after`` with what was predicted between ``before`` and ``now``.

    An edit leads from ``before`` to ``after``; the engine has since made ``now`` out of
    ``before``. Values that the edit changed are those of ``after``.
    """
    if now is before:
        return after
    parts_before, parts_now = _parts(before), _parts(now)

    def carried(part: Part) -> Part:
        old, new = parts_before.get(part.id), parts_now.get(part.id)
        if old is None or new is None or old is new:
            return part
        timing = _merged(old.generated_timing, new.generated_timing, part.generated_timing)
        phrases = _merged(old.generated, new.generated, part.generated)
        if timing is part.generated_timing and phrases is part.generated:
            return part
        return without_strays(replace(part, generated_timing=timing, generated=phrases))

    tracks = tuple(
        replace(track, parts=parts)
        if any(a is not b for a, b in zip(parts, track.parts, strict=True))
        else track
        for track in after.tracks
        for parts in [tuple(carried(part) for part in track.parts)]
    )
    is_same = all(a is b for a, b in zip(tracks, after.tracks, strict=True))
    return after if is_same else replace(after, tracks=tracks)


def _parts(project: Project) -> dict[str, Part]:
    return {part.id: part for track in project.tracks for part in track.parts}


def _merged(
    before: Mapping[_K, _V], now: Mapping[_K, _V], after: Mapping[_K, _V]
) -> Mapping[_K, _V]:
    """``after``, where the edit left a value as it was: as it is now."""
    made = {
        key: value
        for key, value in now.items()
        if value is not before.get(key)
        and before.get(key) is after.get(key)
        and value is not after.get(key)
    }
    return MappingProxyType({**after, **made}) if made else after
