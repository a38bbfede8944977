"""What the band over the notes means, told where the mouse rests on the ruler."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from app.progress_place import legend, stage_name, state_text
from app.workspace import Workspace
from editor.positions import format_place
from editor.sung import SungPhrase
from editor.view.piano_roll import PianoRoll

_MOST_CHARACTERS = 40  # of lyrics


class PhraseTips(QObject):
    """Tool tips of the ruler: the state of the phrase there, and the legend."""

    def __init__(self, roll: PianoRoll, workspace: Workspace) -> None:
        super().__init__(roll)
        self._roll, self._workspace = roll, workspace
        self._view = roll.canvas.viewport()
        self._view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer on the ruler; elsewhere others may."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        box = self._roll.ruler.geometry()
        if not box.contains(event.pos()):
            return False
        ticks = self._roll.viewport.px_to_ticks(event.pos().x() - box.left())
        QToolTip.showText(event.globalPos(), self.text_at(ticks), self._view)
        return True

    def text_at(self, ticks: float) -> str:
        """The tip at a place of the song."""
        content = self._roll.content
        place = format_place(content.metre, ticks)
        seen = self._roll.phrase_at(ticks)
        sung = self._workspace.bridge.sung(content.part.id)
        phrase = None
        if seen is not None and sung is not None:
            phrase = sung.phrases.get(seen.layout.phrase_id)
        first = place if phrase is None else f"{place} · {self._told(phrase)}"
        return f"{first}\n\n{legend()}"

    def _told(self, phrase: SungPhrase) -> str:
        lyrics, state = self._lyrics(phrase), state_text(phrase.state)
        text = self.tr("“{lyrics}” {state}").format(lyrics=lyrics, state=state)
        if phrase.stage is not None:
            text += f" ({stage_name(phrase.stage)})"
        if phrase.problem is not None:
            text += f"\n{phrase.problem.sentence}"
        return text

    def _lyrics(self, phrase: SungPhrase) -> str:
        ids = set(phrase.layout.note_ids)
        lyrics = [note.lyric for note in self._roll.content.part.notes if note.id in ids]
        text = " ".join(lyrics)
        return text if len(text) <= _MOST_CHARACTERS else text[:_MOST_CHARACTERS] + "…"
