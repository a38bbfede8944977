"""Find a part, note, sound or track of a song, and put a changed one in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType

from editor.errors import EditError
from editor.model.project import AudioClip, Note, Part, Project, Track
from engine.types import NoteId


def find_track(project: Project, track_id: str) -> Track:
    """The track of that id.

    Raises
    ------
    EditError
    """
    for track in project.tracks:
        if track.id == track_id:
            return track
    raise EditError(
        f"The song has no track '{track_id}' any more: choose one that is there.",
        code="no-such-track",
        track_id=track_id,
    )


def find_part(project: Project, part_id: str) -> Part:
    """The part of that id.

    Raises
    ------
    EditError
    """
    for track in project.tracks:
        for part in track.parts:
            if part.id == part_id:
                return part
    raise EditError(
        f"The song has no part '{part_id}' any more: choose one that is there.",
        code="no-such-part",
        part_id=part_id,
    )


def find_notes(part: Part, note_ids: Iterable[NoteId]) -> tuple[Note, ...]:
    """The notes of those ids in the part's order.

    Raises
    ------
    EditError
        When one is not there.
    """
    wanted = set(note_ids)
    found = tuple(note for note in part.notes if note.id in wanted)
    if len(found) != len(wanted):
        missing = ", ".join(sorted(wanted - {note.id for note in found}))
        raise EditError(
            f"The part '{part.name or part.id}' has no note {missing} any more: select again.",
            code="no-such-note",
            part_id=part.id,
        )
    return found


def with_track(project: Project, track_id: str, change: Callable[[Track], Track]) -> Project:
    """The song with one track changed; the very same song when nothing did."""
    old = find_track(project, track_id)
    new = change(old)
    if new is old:
        return project
    tracks = tuple(new if track is old else track for track in project.tracks)
    return replace(project, tracks=tracks)


def with_part(project: Project, part_id: str, change: Callable[[Part], Part]) -> Project:
    """The song with one part changed; the very same song when nothing did."""
    old = find_part(project, part_id)
    new = change(old)
    if new is old:
        return project
    (track,) = [track for track in project.tracks if any(part is old for part in track.parts)]
    parts = tuple(new if part is old else part for part in track.parts)
    return with_track(project, track.id, lambda t: replace(t, parts=parts))


def find_clip(project: Project, clip_id: str) -> AudioClip:
    """The sound of that id.

    Raises
    ------
    EditError
    """
    for track in project.tracks:
        for clip in track.audio:
            if clip.id == clip_id:
                return clip
    raise EditError(
        f"The song has no sound '{clip_id}' any more: choose one that is there.",
        code="no-such-sound",
        clip_id=clip_id,
    )


def used_ids(project: Project) -> set[str]:
    """Ids of all tracks, and of all parts and sounds on them."""
    names: set[str] = set()
    for track in project.tracks:
        names |= {track.id, *(part.id for part in track.parts), *(clip.id for clip in track.audio)}
    return names


def check_new_id(project: Project, new_id: str) -> None:
    """Refuse an id that a track, part or sound has.

    Raises
    ------
    EditError
    """
    if not new_id or new_id in used_ids(project):
        raise EditError(
            f"The song already has a track or part called '{new_id}': give it another id.",
            code="taken-id",
        )


def note_of(key: str) -> str:
    """The note whose id a phrase bears; a note's second phrase is called ``<id>.2``."""
    return key.split(".")[0]


def without_strays(part: Part) -> Part:
    """A part without takes and generated values of notes that it does not have (any more)."""
    ids = {str(note.id) for note in part.notes}
    takes = {k: v for k, v in part.takes.items() if note_of(k[0]) in ids}
    timing = {k: v for k, v in part.generated_timing.items() if k in ids}
    generated = {k: v for k, v in part.generated.items() if note_of(k) in ids}
    retakes = {k: v for k, v in part.retakes.items() if note_of(k) in ids}
    counts = len(takes), len(retakes), len(timing), len(generated)
    before = len(part.takes), len(part.retakes), len(part.generated_timing), len(part.generated)
    if counts == before:
        return part
    return replace(
        part,
        takes=MappingProxyType(takes),
        retakes=MappingProxyType(retakes),
        generated_timing=MappingProxyType(timing),
        generated=MappingProxyType(generated),
    )
