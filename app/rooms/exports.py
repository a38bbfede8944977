"""The song to files of other kinds: sound, DS, and other songs.

What an export needs is imported when one is wanted: the window must not wait for it at the start.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.action_spec import Condition
from app.actions import Handler
from app.background import Background, CheckCancel, Report, Work
from app.desk import Desk
from app.rooms.files import FilesRoom
from editor.formats.registry import WRITERS
from editor.store import NATIVE_SUFFIX
from engine.timing import TempoMap

if TYPE_CHECKING:
    from app.dialogs.export_audio import SongFacts
    from app.dialogs.export_base import ExportDialog
    from app.dialogs.export_ds import PartFacts
    from app.exporting import AudioTarget, DsTarget, SongToSing


class ExportsRoom(QObject):
    """Runs the exports of the menu File, one at a time, each in a dialog that stays."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk, files: FilesRoom) -> None:
        super().__init__(desk.window)
        self._desk, self._files = desk, files
        self._store = desk.workspace.store
        self.dialog: ExportDialog | None = None
        self._writing = Background("song-exporter", self)
        self._writing.done.connect(self._tell_written)
        self._writing.failed.connect(desk.refuse)
        self._store.changed.connect(lambda _: self._refresh())
        self._store.replaced.connect(self._refresh)
        desk.workspace.transport.loop_changed.connect(lambda _: self._refresh())
        desk.bench.selection_changed.connect(lambda _: self._refresh())
        desk.bench.range_changed.connect(lambda _: self._refresh())

    def handlers(self) -> Mapping[str, Handler]:
        """Every export by the id of its action."""
        return {
            "file.export_audio": self._export_audio,
            "file.export_ds": self._export_ds,
            "file.export_song": self._export_song,
        }

    def conditions(self) -> Collection[Condition]:
        """An export that cannot be says why itself."""
        return ()

    def may_leave(self) -> bool:
        """Whether no export is running, or the user gives it up."""
        self._writing.wait()
        dialog = self.dialog
        if dialog is None or not dialog.background.is_running:
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._desk.window,
            self.tr("Export"),
            self.tr("An export is not finished. Stop it? Nothing of it will be written."),
            buttons.Yes | buttons.No,
            buttons.No,
        )
        if answer == buttons.Yes:
            dialog.background.cancel()
            dialog.background.wait()
        return bool(answer == buttons.Yes)

    # ------------------------------------------------------------------ sound and DS

    def _export_audio(self) -> None:
        from app.dialogs.export_audio import AudioExportDialog

        path = self._begin_path(".wav")
        self._show(partial(AudioExportDialog, self._song_facts, self._audio_work, path))

    def _export_ds(self) -> None:
        from app.dialogs.export_ds import DsExportDialog

        path = self._begin_path(".ds")
        self._show(partial(DsExportDialog, self._part_facts, self._ds_work, path))

    def _show(self, make: Callable[..., ExportDialog]) -> None:
        """Show a new dialog in place of the last, or the last while it is at work."""
        if self.dialog is None or not self.dialog.background.is_running:
            if self.dialog is not None:
                self.dialog.close()
                self.dialog.deleteLater()
            self.dialog = make(self._desk.window)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _refresh(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.refresh()

    def _song(self, range_s: tuple[float, float] | None = None) -> SongToSing:
        from app.exporting import SongToSing

        range_ms = None if range_s is None else (range_s[0] * 1e3, range_s[1] * 1e3)
        workspace, project = self._desk.workspace, self._store.project
        return SongToSing(
            project=project,
            requests=workspace.bridge.final_requests(project, range_ms=range_ms),
            song_folder=self._store.sound_folder or Path.home(),
        )

    def _audio_work(self, target: AudioTarget) -> Work:
        from app.exporting import export_sound

        song, engine = self._song(target.range_s), self._desk.workspace.engine

        def work(report: Report, check_cancel: CheckCancel) -> object:
            return export_sound(engine, song, target, report, check_cancel)

        return work

    def _ds_work(self, target: DsTarget, part_ids: frozenset[str]) -> Work:
        from app.exporting import export_ds

        song, engine = self._song(), self._desk.workspace.engine
        requests = tuple(item for item in song.requests if item.part_id in part_ids)
        chosen = replace(song, requests=requests)

        def work(report: Report, check_cancel: CheckCancel) -> object:
            return export_ds(engine, chosen, target, report, check_cancel)

        return work

    def _song_facts(self) -> SongFacts:
        from app.dialogs.export_audio import SongFacts
        from app.exporting import heard_track_ids

        workspace, project = self._desk.workspace, self._store.project
        tempo = TempoMap(project.tempos)

        def seconds(ticks: tuple[float, float] | None) -> tuple[float, float] | None:
            if ticks is None:
                return None
            return tempo.ticks_to_ms(ticks[0]) / 1e3, tempo.ticks_to_ms(ticks[1]) / 1e3

        return SongFacts(
            length_s=workspace.end_ms / 1e3,
            n_heard=len(heard_track_ids(project)),
            n_tracks=len(project.tracks),
            loop_s=seconds(workspace.transport.loop_ticks),
            selection_s=seconds(self._desk.bench.stretch_ticks),
        )

    def _part_facts(self) -> list[PartFacts]:
        from app.dialogs.export_ds import PartFacts

        return [
            PartFacts(id=part.id, name=part.name or track.name or part.id, n_notes=len(part.notes))
            for track in self._store.project.tracks
            for part in track.parts
            if part.notes
        ]

    def _begin_path(self, suffix: str) -> Path:
        return Path(self._files.folder()) / (self._files.song_name() + suffix)

    # ------------------------------------------------------------------ other songs

    def _export_song(self) -> None:
        """Write a copy of another kind; a sentence for each thing that it cannot hold."""
        others = [suffix for suffix in WRITERS if suffix != NATIVE_SUFFIX]
        filters = ";;".join(f"{suffix.removeprefix('.').upper()} (*{suffix})" for suffix in others)
        name, chosen = QFileDialog.getSaveFileName(
            self._desk.window,
            self.tr("Export song"),
            str(self._begin_path(others[0])),
            filters,
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in WRITERS:
            index = filters.split(";;").index(chosen) if chosen in filters.split(";;") else 0
            path = path.with_name(path.name + others[index])
        self._writing.wait()
        export = self._store.exporter(path)

        def work(_report: Report, _check_cancel: CheckCancel) -> object:
            return path, export()

        self._writing.start(work)

    def _tell_written(self, written: tuple[Path, tuple[str, ...]]) -> None:
        path, warnings = written
        sentences = [self.tr("Wrote {path}.").format(path=path), *warnings]
        self._desk.notify(" ".join(sentences))
