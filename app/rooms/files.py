"""The song's files: new, open, recent, save, import, and what is dropped onto the window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.action_spec import Condition
from app.actions import Handler
from app.background import Background
from app.desk import Desk
from app.paths import recent_file
from app.recent_files import RecentFiles
from app.recent_menu import RecentMenu
from app.song_questions import Leave, ask_backup, ask_leave, ask_newer
from editor.edits.imports import import_song
from editor.errors import SongFileError
from editor.formats.registry import (
    READERS,
    SongRead,
    has_backup,
    read_backup,
    read_newer,
    read_song,
)
from editor.sounds import with_sounds_from
from editor.store import NATIVE_SUFFIX, Saving
from engine.errors import EngineError


class FilesRoom(QObject):
    """Runs the actions of the menu File. Files are read and written beside the window's thread.

    Parameters
    ----------
    desk : Desk
    demo_song : Path
        The song that ships.

    Attributes
    ----------
    recent : RecentFiles

    Signals
    -------
    recent_changed
        The list of recent songs is another.
    """

    conditions_changed = Signal()
    recent_changed = Signal()

    def __init__(self, desk: Desk, demo_song: Path) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._store = desk.workspace.store
        self._demo_song = demo_song
        self.recent = RecentFiles(recent_file())
        self._reading = Background("song-reader", self)
        self._saving = Background("song-writer", self)
        self._saving.done.connect(self._saved)
        self._saving.failed.connect(self._not_saved)
        self._is_saved = False
        self._waiting_path: Path | None = None
        self._menu = RecentMenu(self.recent, desk.window)
        self._menu.chosen.connect(self.open_song)
        self._menu.changed.connect(self.recent_changed)

    def handlers(self) -> Mapping[str, Handler]:
        """What the menu File does with songs."""
        return {
            "file.new": self._new,
            "file.open": self._open,
            "file.open_recent": self._show_recent,
            "file.open_demo": self._open_demo,
            "file.save": self.save,
            "file.save_as": self.save_as,
            "file.import": self._import,
            "file.quit": self._desk.window.close,
        }

    def conditions(self) -> Collection[Condition]:
        """Files can always be had."""
        return ()

    def join(self) -> None:
        """Give the action of recent songs its menu, once there are actions."""
        self._desk.actions()["file.open_recent"].setMenu(self._menu)

    # ------------------------------------------------------------------ opening

    def open_song(self, path: Path) -> bool:
        """Open a song unless unsaved work should stay; whether it is open now."""
        error = None
        try:
            read = self._read(partial(read_song, path), path)
        except SongFileError as caught:
            error = caught
        if error is not None:
            return self._open_otherwise(path, error)
        if not self.may_leave():
            return False
        self._store.take(read.project, path)
        self.note_opened(path)
        self._tell(read.warnings)
        return True

    def _open_otherwise(self, path: Path, error: SongFileError) -> bool:
        """A song of a newer version, or the version before of one that cannot be read."""
        window = self._desk.window
        if error.code == "newer-format":
            read_it = partial(read_newer, path)
            is_wanted = ask_newer(window, path, error.facts.get("version"))
        elif has_backup(path):
            read_it = partial(read_backup, path)
            is_wanted = ask_backup(window, path, error)
        else:
            self._desk.refuse(error)
            return False
        if not is_wanted:
            return False
        try:
            read = self._read(read_it, path)
        except SongFileError as other:
            self._desk.refuse(other)
            return False
        if not self.may_leave():
            return False
        # Without a file of its own: what lies there is not written over by a mere Save.
        is_newer = error.code == "newer-format"
        self._store.start(read.project, sound_folder=path.parent, is_clean=is_newer)
        self._tell(read.warnings)
        return True

    def _read(self, read: Callable[[], SongRead], path: Path) -> SongRead:
        """Read while the window goes on painting, after what is being read now.

        Raises
        ------
        SongFileError
        """
        self._reading.wait()
        status = self._desk.window.statusBar()
        status.showMessage(self.tr("Opening {name}…").format(name=path.name))
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return cast("SongRead", self._reading.run(lambda _report, _check: read()))
        except SongFileError:
            raise
        except EngineError as error:
            raise SongFileError(str(error), code=error.code, path=path) from error
        finally:
            QGuiApplication.restoreOverrideCursor()
            status.clearMessage()

    def _tell(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            self._desk.notify(sentence)

    def note_opened(self, path: Path) -> None:
        """Put a song on top of the recent ones."""
        self.recent.add(path)
        self.recent_changed.emit()

    def _new(self) -> None:
        if self.may_leave():
            self._desk.workspace.new()

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._desk.window, self.tr("Open song"), self.folder(), self._song_filter()
        )
        if name:
            self.open_song(Path(name))

    def _show_recent(self) -> None:
        window = self._desk.window
        self._menu.popup(window.mapToGlobal(window.rect().center()))

    def _open_demo(self) -> None:
        try:
            read = self._read(partial(read_song, self._demo_song), self._demo_song)
        except SongFileError as error:
            self._desk.refuse(error)
            return
        if self.may_leave():
            self._store.start(read.project)

    # ------------------------------------------------------------------ importing

    def _import(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self._desk.window, self.tr("Import into this song"), self.folder(), self._song_filter()
        )
        for name in names:
            self.import_song(Path(name))

    def import_song(self, path: Path) -> None:
        """Put the tracks of another song into this one, as one step."""
        bench = self._desk.bench
        try:
            read = self._read(partial(read_song, path), path)
        except SongFileError as error:
            self._desk.refuse(error)
            return
        home = self._store.sound_folder or Path.home()
        other = with_sounds_from(read.project, path.absolute().parent, home)
        edit = bench.attempt(lambda: import_song(bench.project, other))
        if edit is None:
            return
        bench.commit(edit)
        if edit.focus.part_id:
            self._desk.show_part(edit.focus.part_id)
        self._tell([self.tr("Imported {name}.").format(name=path.name), *read.warnings])

    # ------------------------------------------------------------------ saving

    def save(self) -> bool:
        """Begin to save, asking for a name where there is none; whether it has begun."""
        path = self._store.path
        return self.save_as() if path is None else self._begin(path)

    def save_as(self) -> bool:
        """Begin to save under another name; whether it has begun."""
        name, _ = QFileDialog.getSaveFileName(
            self._desk.window,
            self.tr("Save song"),
            str(Path(self.folder()) / (self.song_name() + NATIVE_SUFFIX)),
            self.tr("Melisma songs") + f" (*{NATIVE_SUFFIX})",
        )
        if not name:
            return False
        path = Path(name)
        if path.suffix.lower() != NATIVE_SUFFIX:
            path = path.with_name(path.name + NATIVE_SUFFIX)
        return self._begin(path)

    def may_leave(self) -> bool:
        """Whether the song may go: it is saved, or the user lets it go. Waits for a save."""
        self._saving.wait()
        if self._store.is_clean:
            return True
        answer = ask_leave(self._desk.window, self.song_name())
        if answer is not Leave.SAVE:
            return answer is Leave.DISCARD
        if not self.save():
            return False
        self._saving.wait()
        return self._is_saved

    def _begin(self, path: Path) -> bool:
        if self._saving.is_running:
            self._waiting_path = path
            return True
        self._is_saved = False
        try:
            saving = self._store.begin_saving(path)
        except SongFileError as error:
            self._desk.refuse(error)
            return False

        def write(_report: object, _check: object) -> Saving:
            saving.write()
            return saving

        self._saving.start(write)
        return True

    def _saved(self, saving: Saving) -> None:
        self._store.finish_saving(saving)
        self._is_saved = True
        self.note_opened(saving.path)
        self._desk.notify(self.tr("Saved {path}.").format(path=saving.path))
        self._save_again()

    def _not_saved(self, error: EngineError) -> None:
        self._waiting_path = None
        self._desk.refuse(error)

    def _save_again(self) -> None:
        """What was asked for while the file was being written."""
        path, self._waiting_path = self._waiting_path, None
        if path is not None:
            self._begin(path)

    # ------------------------------------------------------------------ names

    def folder(self) -> str:
        """Where a file dialog begins: beside the song, else beside the last one."""
        if self._store.path is not None:
            return str(self._store.path.parent)
        for file in self.recent.files():
            if file.is_there:
                return str(file.path.parent)
        return str(Path.home())

    def _song_filter(self) -> str:
        endings = " ".join(f"*{suffix}" for suffix in READERS)
        return self.tr("Songs") + f" ({endings})"

    def song_name(self) -> str:
        """The song's name as the title shows it."""
        path = self._store.path
        name = path.stem if path is not None else self._store.project.name
        return name or self.tr("Untitled")
