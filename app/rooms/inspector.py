"""The properties of the chosen notes, in a dock."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.action_spec import Condition
from app.desk import Desk
from app.voice_words import VoiceWordsOf
from editor.edits.edit import Edit, make_edit
from editor.edits.lengths import set_length
from editor.edits.lyrics import set_hint, set_language, set_lyrics
from editor.edits.notes import move_notes, transpose
from editor.edits.pitch import tune
from editor.model.project import Project
from editor.panels.note_inspector import NoteInspector
from engine.types import NoteId


class InspectorRoom(QObject):
    """Shows the chosen notes in a panel, and makes what is typed there an edit of all of them."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk, words: VoiceWordsOf) -> None:
        super().__init__(desk.window)
        self._desk, self._bench, self._words = desk, desk.bench, words
        self.panel = NoteInspector()
        self._dock = desk.docks.add(
            "view.inspector", self.panel, Qt.DockWidgetArea.RightDockWidgetArea
        )
        self.panel.changed.connect(self._change)
        self.panel.refused.connect(self._refuse)
        # A moment later: the roll, whose notes are shown, hears of the song's changes too.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._show)
        store = desk.workspace.store
        for signal in (
            desk.bench.selection_changed,
            store.changed,
            store.replaced,
            words.changed,
            self._dock.visibilityChanged,
        ):
            signal.connect(self._show_soon)

    def conditions(self) -> Collection[Condition]:
        """None of its own."""
        return ()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """The dock has its own."""
        return {}

    def _show_soon(self) -> None:
        self._timer.start()

    def _show(self) -> None:
        if self._dock.isHidden():
            return  # what nobody sees is not counted up
        bench = self._bench
        words = self._words.of_part(bench.part.id)
        self.panel.show_notes(
            bench.chosen,
            bench.part.start_ticks,
            self._desk.roll.content.metre,
            words.languages if words else (),
        )

    def _change(self, name: str, value: Any) -> None:
        bench = self._bench
        makers: Mapping[str, Callable[[Any], Edit]] = {
            "lyric": self._lyric,
            "hint": self._hint,
            "language": lambda tag: set_language(*self._place, tag),
            "key": self._key,
            "cents": lambda cents: tune(*self._place, cents),
            "start": self._start,
            "length": lambda ticks: set_length(*self._place, ticks),
        }
        edit = bench.attempt(lambda: makers[name](value))
        if edit is not None and not edit.is_nothing:
            bench.commit(edit)
        else:
            self._show()

    def _refuse(self, sentence: str) -> None:
        self._desk.notify(sentence)
        self._show()

    @property
    def _place(self) -> tuple[Project, str, frozenset[NoteId]]:
        return self._bench.project, self._bench.part.id, self._bench.selection

    def _lyric(self, text: str) -> Edit:
        project, part_id, note_ids = self._place
        hints = {n.id: "" if not n.hint else f"[{' '.join(n.hint)}]" for n in self._bench.chosen}
        # A hint of its own stays, unless another is typed behind the lyric.
        kept = {i: text if "[" in text else text + hints[i] for i in note_ids}
        return set_lyrics(project, part_id, kept)

    def _hint(self, text: str) -> Edit:
        project, part_id, note_ids = self._place
        edit = make_edit("phonetic hint", project, project)
        for note_id in sorted(note_ids):
            edit = edit.then(set_hint(edit.after, part_id, note_id, text.split()))
        focus = replace(edit.focus, note_ids=note_ids)
        return replace(edit, focus=focus)

    def _key(self, key_midi: int) -> Edit:
        project, part_id, _ = self._place
        edit = make_edit("transpose notes", project, project)
        notes = self._bench.chosen
        for before in sorted({note.key_midi for note in notes}):
            ids = [note.id for note in notes if note.key_midi == before]
            edit = edit.then(transpose(edit.after, part_id, ids, key_midi - before))
        focus = replace(edit.focus, part_id=part_id, note_ids=frozenset(n.id for n in notes))
        return replace(edit, focus=focus)

    def _start(self, ticks: int) -> Edit:
        """All of them move, the first one to there."""
        bench = self._bench
        first = bench.part.start_ticks + min(note.start_ticks for note in bench.chosen)
        return move_notes(*self._place, ticks=ticks - first)
