"""Another song's tracks into this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.lookup import used_ids
from editor.model.project import Project, Track


def import_song(project: Project, other: Project) -> Edit:
    """Put the tracks of another song behind those that are there; ticks stay ticks.

    A song in which nothing sounds yet is replaced, tempo and metre included.

    Raises
    ------
    EditError
        When the other song has no tracks.
    """
    if not other.tracks:
        raise EditError(
            "The file holds no tracks, so there is nothing to import: choose another.",
            code="nothing-to-import",
        )
    is_silent = not any(
        track.audio or any(part.notes for part in track.parts) for track in project.tracks
    )
    taken = used_ids(project)
    names = _new_names(taken)
    tracks = tuple(_renamed(track, taken, names) for track in other.tracks)
    if is_silent:
        after = replace(
            project,
            tracks=tracks,
            tempos=other.tempos,
            time_signatures=other.time_signatures,
        )
    else:
        after = replace(project, tracks=(*project.tracks, *tracks))
    parts = [part for track in tracks for part in track.parts]
    return make_edit("import", project, after, Focus(part_id=parts[0].id if parts else ""))


def _new_names(taken: set[str]) -> Iterator[str]:
    return (name for number in count(1) if (name := f"import-{number}") not in taken)


def _renamed(track: Track, taken: set[str], names: Iterator[str]) -> Track:
    """The track under ids that are free; those in ``taken`` and given out so far are not."""

    def free(wanted: str) -> str:
        name = (
            wanted if wanted and wanted not in taken else next(n for n in names if n not in taken)
        )
        taken.add(name)
        return name

    return replace(
        track,
        id=free(track.id),
        parts=tuple(replace(part, id=free(part.id)) for part in track.parts),
        audio=tuple(replace(clip, id=free(clip.id)) for clip in track.audio),
    )
