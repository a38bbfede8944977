"""The song that is open: what it is now, its revision, its file, and whether that is up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.edits.edit import Edit
from editor.errors import EditError, SongFileError
from editor.formats.registry import read_song, write_song
from editor.model.changes import ChangeSet, changes_between
from editor.model.generated import differ_in_generated_only, with_generated_since
from editor.model.lookup import note_of
from editor.model.project import Project
from editor.session import with_generated
from editor.sounds import with_sounds_from
from engine.types import GeneratedPhrase, GeneratedTiming

NATIVE_SUFFIX = ".melisma"


@dataclass(frozen=True, slots=True, kw_only=True)
class SongChange:
    """What observers are told. ``source``: who did it, so that a view may skip its own change."""

    changes: ChangeSet
    revision: int
    source: object = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Saving:
    """A song on its way to its file. ``write`` may run on any thread."""

    project: Project
    path: Path
    state: int
    song: int

    def write(self) -> None:
        """Write the file.

        Raises
        ------
        SongFileError
            When the disk refuses; the file before is untouched.
        """
        write_song(self.project, self.path)


class Store(QObject):
    """Holds the song; views observe it and change it with edits only.

    ``revision`` rises with every change, undo and opened song, and never comes back: a request to
    the engine bears it. ``state`` is the number of what the user made; undo and redo bring it
    back, and a song is clean in the state that was saved. What the engine predicts is part of the
    song but no state of its own: it comes again by itself.

    Signals
    -------
    changed : SongChange
        The song is another; ``project`` is the new one already.
    replaced
        Another song was opened, started or recovered.
    status_changed
        ``path`` or ``is_clean`` may be another.
    """

    changed = Signal(object)
    replaced = Signal()
    status_changed = Signal()

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project or Project()
        self._revision = 0
        self._state = 0
        self._last_state = 0
        self._song = 0
        self._saved_state: int | None = 0
        self._path: Path | None = None
        self._sound_folder: Path | None = None

    @property
    def project(self) -> Project:
        """The song as it is now."""
        return self._project

    @property
    def revision(self) -> int:
        """Rises with every change."""
        return self._revision

    @property
    def state(self) -> int:
        """What the user made; undo brings it back."""
        return self._state

    @property
    def saved_state(self) -> int | None:
        """The state that lies in the song's file; None where none does."""
        return self._saved_state

    @property
    def is_clean(self) -> bool:
        """Whether nothing would be lost by closing the song."""
        return self._state == self._saved_state

    @property
    def path(self) -> Path | None:
        """The song's file, once it has one."""
        return self._path

    @property
    def sound_folder(self) -> Path | None:
        """Where relative paths of sounds count from, also after saving elsewhere."""
        return self._sound_folder

    # ------------------------------------------------------------------ changes

    def apply(self, edit: Edit, *, source: object = None, state: int | None = None) -> None:
        """Make an edit. ``state``: the one that undo or redo comes back to, else a new one.

        What the engine predicted since the edit was thought of is taken along.

        Raises
        ------
        EditError
            When the edit was thought of for another song than this one.
        """
        if edit.is_nothing and state is None:
            return
        after, changes = edit.after, edit.changes
        if edit.before is not self._project:
            if not differ_in_generated_only(edit.before, self._project):
                raise EditError(
                    "The song has changed since this was begun: do it once more.", code="stale-edit"
                )
            after = with_generated_since(edit.before, self._project, edit.after)
            changes = changes_between(self._project, after)
        was_clean = self.is_clean
        if state is None:
            self._last_state += 1
            state = self._last_state
        self._state = state
        self._become(after, changes, source)
        if self.is_clean != was_clean:
            self.status_changed.emit()

    def keep_generated(
        self,
        part_id: str,
        timing: Iterable[GeneratedTiming] = (),
        phrases: Iterable[GeneratedPhrase] = (),
        *,
        source: object = None,
    ) -> None:
        """Take what the engine made into the song; what belongs to notes that are gone is left."""
        parts = [part for track in self._project.tracks for part in track.parts]
        ids: set[str] = {note.id for part in parts if part.id == part_id for note in part.notes}
        timing = [item for item in timing if item.sentence_id in ids]
        phrases = [item for item in phrases if note_of(item.phrase_id) in ids]
        if not timing and not phrases:
            return
        after = with_generated(self._project, part_id, timing, phrases)
        self._become(after, changes_between(self._project, after), source)

    def _become(self, project: Project, changes: ChangeSet, source: object) -> None:
        self._project = project
        self._revision += 1
        self.changed.emit(SongChange(changes=changes, revision=self._revision, source=source))

    # ------------------------------------------------------------------ files

    def start(
        self,
        project: Project,
        *,
        path: Path | None = None,
        sound_folder: Path | None = None,
        is_clean: bool = True,
    ) -> None:
        """Put another song in this one's place: a new, recovered or imported one."""
        self._project = project
        self._revision += 1
        self._song += 1
        self._last_state += 1
        self._state = self._last_state
        self._saved_state = self._state if is_clean else None
        self._path = path
        self._sound_folder = sound_folder or (path.parent if path is not None else None)
        self.replaced.emit()
        self.status_changed.emit()

    def open(self, path: Path) -> tuple[str, ...]:
        """Open a song of any known kind; sentences about what of it could not be read.

        A kind other than our own is imported: it is not saved until it is saved as a song.

        Raises
        ------
        SongFileError
            When it cannot be read; the song before stays open.
        """
        read = read_song(path)
        self.take(read.project, path)
        return read.warnings

    def take(self, project: Project, path: Path) -> None:
        """Put a song in this one's place that was read from a file of any known kind."""
        is_native = path.suffix.lower() == NATIVE_SUFFIX
        self.start(
            project,
            path=path if is_native else None,
            sound_folder=path.parent,
            is_clean=is_native,
        )

    def save(self, path: Path | None = None) -> None:
        """Save into the song's file, or into another one that then becomes the song's file.

        Raises
        ------
        SongFileError
            When there is no file yet, for an ending that is no song's, or when the disk refuses;
            the song stays unsaved.
        """
        saving = self.begin_saving(path)
        saving.write()
        self.finish_saving(saving)

    def begin_saving(self, path: Path | None = None) -> Saving:
        """The song as it is now, to be written elsewhere while the window goes on.

        Raises
        ------
        SongFileError
            When there is no file yet, or for an ending that is no song's.
        """
        path = path or self._path
        if path is None:
            raise SongFileError(
                "The song has no file yet: choose where to save it.", code="no-path"
            )
        if path.suffix.lower() != NATIVE_SUFFIX:
            raise SongFileError(
                f"{path} cannot hold the whole song: save it as {NATIVE_SUFFIX}, or export it.",
                code="not-a-song-file",
                path=path,
            )
        return Saving(project=self._for(path), path=path, state=self._state, song=self._song)

    def finish_saving(self, saving: Saving) -> None:
        """Its file is written. Edits made since are unsaved; another song does not care."""
        if saving.song != self._song:
            return
        self._sound_folder = self._sound_folder or saving.path.parent
        self._path, self._saved_state = saving.path, saving.state
        self.status_changed.emit()

    def export(self, path: Path) -> tuple[str, ...]:
        """Write a copy of any kind; sentences about what that kind cannot hold.

        Raises
        ------
        SongFileError
            For an ending that is not known or a disk that refuses.
        """
        return self.exporter(path)()

    def exporter(self, path: Path) -> Callable[[], tuple[str, ...]]:
        """What `export` does with the song as it is now, to be called on any thread."""
        return partial(write_song, self._for(path), path)

    def _for(self, path: Path) -> Project:
        if self._sound_folder is None:
            return self._project
        return with_sounds_from(self._project, self._sound_folder, path.parent)
