"""A differ that knows nothing of ChangeSet: walks two songs field by field, tick by tick.

It finds what a ChangeSet must name, and says so in the same words, so that both can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import numpy as np

from editor.model.changes import ChangeSet
from editor.model.project import Part, PhraseTakes, Project, Track
from engine.types import CurveLayers
from tests.unit.editor.songs import sampled

FIRST, LAST = -2000, 14000  # all ticks of the small songs of the tests


@dataclass
class Differences:
    """Every place at which two songs differ."""

    notes: set[tuple[str, str]] = field(default_factory=set)
    curve_ticks: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    takes: set[tuple[str, tuple]] = field(default_factory=set)
    retakes: set[tuple[str, str]] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)
    renamed: set[str] = field(default_factory=set)
    generated: set[str] = field(default_factory=set)
    tracks: set[str] = field(default_factory=set)
    is_tempo: bool = False
    is_project: bool = False


def _segments(segments) -> list:
    return [(s.ticks.tolist(), s.values.tolist()) for s in segments]


def _curve_ticks(before: CurveLayers, after: CurveLayers) -> set[int]:
    found: set[int] = set()
    for name in ("drawn", "offset", "reference"):
        old, new = (
            np.float32(sampled(getattr(layers, name), FIRST, LAST)) for layers in (before, after)
        )
        found |= set(np.flatnonzero(~np.equal(old, new) & ~(np.isnan(old) & np.isnan(new))))
    locked = []
    for layers in (before, after):
        mask = np.zeros(LAST - FIRST + 1, bool)
        for first, end in layers.locked_ticks:
            mask[first - FIRST : end - FIRST] = True
        locked.append(mask)
    found |= set(np.flatnonzero(locked[0] != locked[1]))
    return {int(tick) + FIRST for tick in found}


def _parts(project: Project) -> dict[str, Part]:
    return {part.id: part for track in project.tracks for part in track.parts}


def _of_part(found: Differences, key: str, before: Part | None, after: Part | None) -> None:
    if before is None or after is None:
        found.placed.add(key)
        found.notes |= {(key, n.id) for part in (before, after) if part for n in part.notes}
        return
    for item in fields(Part):
        old, new = getattr(before, item.name), getattr(after, item.name)
        match item.name:
            case "id":
                assert old == new
            case "name" | "extra":
                if old != new:
                    found.renamed.add(key)
            case "start_ticks":
                if old != new:
                    found.placed.add(key)
            case "notes":
                olds, news = ({n.id: n for n in notes} for notes in (old, new))
                ids = olds.keys() | news.keys()
                found.notes |= {(key, i) for i in ids if olds.get(i) != news.get(i)}
            case "curves":
                for name in old.keys() | new.keys():
                    ticks = _curve_ticks(old.get(name, CurveLayers()), new.get(name, CurveLayers()))
                    if ticks:
                        found.curve_ticks[key, name] = ticks
            case "takes":
                found.takes |= {
                    (key, take)
                    for take in old.keys() | new.keys()
                    if old.get(take) != new.get(take)
                }
            case "retakes":
                ids = old.keys() | new.keys()
                none = PhraseTakes()
                pairs = {i: (old.get(i, none), new.get(i, none)) for i in ids}
                found.retakes |= {(key, i) for i, (o, n) in pairs.items() if o.ranges != n.ranges}
                if any(o.kept != n.kept for o, n in pairs.values()):
                    found.listed.add(key)
            case "generated" | "generated_timing":
                if dict(old) != dict(new):
                    found.generated.add(key)
            case _:
                raise AssertionError(f"the differ does not know {item.name} of a part")


def _track_head(track: Track | None) -> object:
    if track is None:
        return None
    plain = [getattr(track, f.name) for f in fields(Track) if f.name not in ("colours", "parts")]
    mix = [(c.colour, c.weight, _segments(c.curve)) for c in track.colours]
    return plain, mix, [part.id for part in track.parts]


def differences(before: Project, after: Project) -> Differences:
    """Everything that differs."""
    found = Differences()
    for item in fields(Project):
        old, new = getattr(before, item.name), getattr(after, item.name)
        if item.name in ("tempos", "time_signatures"):
            found.is_tempo |= old != new
        elif item.name == "tracks":
            found.is_project |= [t.id for t in old] != [t.id for t in new]
            olds, news = ({t.id: t for t in tracks} for tracks in (old, new))
            for key in olds.keys() | news.keys():
                if _track_head(olds.get(key)) != _track_head(news.get(key)):
                    found.tracks.add(key)
        else:
            found.is_project |= old != new
    olds, news = _parts(before), _parts(after)
    for key in olds.keys() | news.keys():
        _of_part(found, key, olds.get(key), news.get(key))
    return found


def assert_told(found: Differences, changes: ChangeSet, *, exactly: bool) -> None:
    """A ChangeSet names every difference, and when ``exactly`` nothing else."""
    told = Differences(
        notes={(p, n) for p, c in changes.parts.items() for n in c.note_ids},
        takes={(p, t) for p, c in changes.parts.items() for t in c.takes},
        retakes={(p, t) for p, c in changes.parts.items() for t in c.retakes},
        listed={p for p, c in changes.parts.items() if c.is_listed},
        placed={p for p, c in changes.parts.items() if c.is_placed},
        renamed={p for p, c in changes.parts.items() if c.is_renamed},
        generated={p for p, c in changes.parts.items() if c.is_generated},
        tracks=set(changes.track_ids),
    )
    for name in ("notes", "takes", "retakes", "listed", "placed", "renamed", "generated", "tracks"):
        missing = getattr(found, name) - getattr(told, name)
        assert not missing, f"{name} not told: {missing}"
        if exactly:
            assert getattr(told, name) == getattr(found, name), f"{name} told for nothing"
    assert changes.is_tempo >= found.is_tempo
    assert changes.is_project >= found.is_project
    if exactly:
        assert (changes.is_tempo, changes.is_project) == (found.is_tempo, found.is_project)
    for (part_id, name), ticks in found.curve_ticks.items():
        ranges = changes.parts[part_id].curves[name]
        uncovered = {t for t in ticks if not any(a <= t <= b for a, b in ranges)}
        assert not uncovered, f"{name} differs at {sorted(uncovered)[:5]}, told {ranges}"
    if exactly:
        for part_id, change in changes.parts.items():
            for name, ranges in change.curves.items():
                ticks = found.curve_ticks[part_id, name]
                for first, last in ranges:
                    assert first in ticks, f"{name} told from {first}"
                    assert last in ticks, f"{name} told to {last}"
