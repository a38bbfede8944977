"""Notes through the system's clipboard: cut, copy, paste, and copies right behind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.action_spec import Condition
from app.desk import Desk
from editor.edits.clipboard import copy_notes, paste_notes
from editor.edits.lyrics import flow_lyrics
from editor.edits.notes import duplicate_notes, remove_notes
from editor.errors import SongFileError
from editor.formats.note_clip import MIME_TYPE, clip_from_bytes, clip_to_bytes
from editor.tools.gestures import new_note_id


class ClipboardRoom(QObject):
    """Keeps chosen notes with their curves, and as text their lyrics, in the clipboard."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._bench = desk, desk.bench

    def conditions(self) -> Collection[Condition]:
        """None of its own: what the clipboard holds shows when one pastes."""
        return ()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Every command by the id of its action."""
        return {
            "notes.cut": self._cut,
            "notes.copy": self._copy,
            "notes.paste": self._paste,
            "notes.duplicate": self._duplicate,
        }

    def _cut(self) -> None:
        bench = self._bench
        if not self._copy():
            return
        edit = bench.attempt(lambda: remove_notes(bench.project, bench.part.id, bench.selection))
        if edit is not None:
            bench.commit(edit)

    def _copy(self) -> bool:
        bench = self._bench
        clip = copy_notes(bench.project, bench.part.id, bench.selection)
        try:
            content = clip_to_bytes(clip)
        except SongFileError as error:
            self._desk.notify(str(error))
            return False
        data = QMimeData()
        data.setData(MIME_TYPE, content)
        data.setText(" ".join(note.lyric for note in clip.notes))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and data.hasFormat(MIME_TYPE):
            self._paste_notes(bytes(data.data(MIME_TYPE).data()))
        elif data is not None and data.hasText() and self._bench.selection:
            self._paste_text(data.text())
        else:
            self._desk.notify(
                self.tr("The clipboard holds no notes: copy some, or choose notes for a text.")
            )

    def _paste_notes(self, content: bytes) -> None:
        bench, content_seen = self._bench, self._desk.roll.content
        try:
            clip = clip_from_bytes(content)
        except SongFileError as error:
            self._desk.notify(str(error))
            return
        playhead = self._desk.workspace.transport.position_ticks
        there = content_seen.metre.snapped(playhead, content_seen.snap) - bench.part.start_ticks
        edit = bench.attempt(
            lambda: paste_notes(
                bench.project, bench.part.id, clip, max(0, there), new_id=new_note_id
            )
        )
        if edit is not None:
            bench.commit(edit)
            self._reveal()

    def _paste_text(self, text: str) -> None:
        bench = self._bench
        edit = bench.attempt(
            lambda: flow_lyrics(bench.project, bench.part.id, bench.selection, text)
        )
        if edit is not None:
            bench.commit(edit)

    def _duplicate(self) -> None:
        bench, notes = self._bench, self._bench.chosen
        if not notes:
            return
        length = max(note.end_ticks for note in notes) - notes[0].start_ticks
        edit = bench.attempt(
            lambda: duplicate_notes(
                bench.project, bench.part.id, bench.selection, ticks=length, new_id=new_note_id
            )
        )
        if edit is not None:
            bench.commit(edit)
            self._reveal()

    def _reveal(self) -> None:
        stretch = self._bench.stretch_ticks
        if stretch is not None:
            self._desk.roll.reveal_ticks(*stretch)
