"""The hand on the lane of phonemes: boundaries are dragged, symbols are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from PySide6.QtCore import QObject, QPoint, Signal

from editor.edits.edit import Edit
from editor.edits.phonemes import place_boundary
from editor.tools.gestures import Ground
from editor.tools.touch import Button, Cursor, PaneKind, Touch
from editor.tools.workbench import Workbench
from editor.view.content import SeenPhrase
from editor.view.hint_label import HintLabel
from engine.types import PhraseId, PlacedPhoneme

EDGE_PX = 5.0  # beside a boundary, within which one takes hold of it
MIN_TICKS = 5  # of a phoneme between two boundaries
_DRAG_PX = 2.0

Phrases = Mapping[PhraseId, SeenPhrase]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonemeHit:
    """A phoneme under the hand; ``is_edge``: one has hold of where it begins."""

    phrase_id: PhraseId
    phoneme: PlacedPhoneme
    before: PlacedPhoneme | None  # the one that touches it
    is_edge: bool


def hit_phoneme(phrases: Phrases, ticks: float, *, px_per_tick: float) -> PhonemeHit | None:
    """What lies at a place of the lane; a boundary belongs to the phoneme that begins there."""
    edge_ticks = EDGE_PX / px_per_tick
    found: PhonemeHit | None = None
    for phrase_id, phrase in phrases.items():
        before: PlacedPhoneme | None = None
        for phoneme in phrase.layout.phonemes:
            touching = before if before and before.end_ticks == phoneme.start_ticks else None
            hit = PhonemeHit(phrase_id=phrase_id, phoneme=phoneme, before=touching, is_edge=False)
            if abs(ticks - phoneme.start_ticks) <= _reach(phoneme, touching, edge_ticks):
                return replace(hit, is_edge=True)
            if phoneme.start_ticks <= ticks < phoneme.end_ticks:
                found = hit
            before = phoneme
    return found


def _reach(phoneme: PlacedPhoneme, before: PlacedPhoneme | None, edge_ticks: float) -> float:
    """A narrow phoneme can be asked for too: its boundaries take a third of it each at most."""
    lengths = [phoneme.end_ticks - phoneme.start_ticks]
    lengths += [] if before is None else [before.end_ticks - before.start_ticks]
    return min(edge_ticks, min(lengths) / 3.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MoveBoundary:
    """Fixes where a phoneme begins, between the one before and its own end."""

    ground: Ground
    hit: PhonemeHit
    grip_ticks: float  # where the hand took hold

    def place_ticks(self, ticks: float) -> int:
        """Where it begins in the song when the hand is at a place."""
        phoneme, before = self.hit.phoneme, self.hit.before
        there = round(phoneme.start_ticks + ticks - self.grip_ticks)
        first = 0 if before is None else before.start_ticks + MIN_TICKS
        return max(first, min(phoneme.end_ticks - MIN_TICKS, there))

    def edit(self, ticks: float) -> Edit:
        """Begin there."""
        ground, phoneme = self.ground, self.hit.phoneme
        (note,) = (
            note
            for track in ground.project.tracks
            for part in track.parts
            if part.id == ground.part_id
            for note in part.notes
            if note.id == phoneme.note_id
        )
        place = self.place_ticks(ticks) - ground.start_ticks - note.start_ticks
        return place_boundary(ground.project, ground.part_id, note.id, phoneme.index, place)

    def shown(self, phrases: Phrases, ticks: float, there_ms: float) -> Phrases:
        """The phrases as they will about be, until the engine has laid them out again."""
        phrase = phrases.get(self.hit.phrase_id)
        if phrase is None:
            return phrases
        there = self.place_ticks(ticks)
        mine, other = _key(self.hit.phoneme), self.hit.before and _key(self.hit.before)
        phonemes = tuple(
            replace(p, start_ticks=there, start_ms=there_ms)
            if _key(p) == mine
            else replace(p, end_ticks=there, end_ms=there_ms)
            if _key(p) == other
            else p
            for p in phrase.layout.phonemes
        )
        changed = replace(phrase, layout=replace(phrase.layout, phonemes=phonemes))
        return MappingProxyType({**phrases, self.hit.phrase_id: changed})


def _key(phoneme: PlacedPhoneme) -> tuple[str, int]:
    return phoneme.note_id, phoneme.index


class PhonemeTool(QObject):
    """Drags boundaries and says what lies under the mouse.

    A drag of a boundary fixes it, a double click on one lets it go; a double click on a symbol
    asks for another. A click chooses the phoneme's note.

    Signals
    -------
    symbol_wanted : PlacedPhoneme
    reset_wanted : PlacedPhoneme
    """

    panes = frozenset({PaneKind.PHONEMES})
    symbol_wanted = Signal(object)
    reset_wanted = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent or bench)
        self._bench = bench
        self._gesture: MoveBoundary | None = None
        self._begin: Touch | None = None
        self._before: Phrases = MappingProxyType({})
        self._edit: Edit | None = None
        self.label = HintLabel(bench.roll.canvas.viewport())

    def hover(self, touch: Touch) -> Cursor:
        """Say what lies there: symbol, begin and length."""
        hit = self._hit(touch)
        if hit is None:
            return Cursor.ARROW
        self._tell(hit.phoneme, hit.phoneme.start_ms, touch)
        return Cursor.SIZE_TIME if hit.is_edge else Cursor.HAND

    def press(self, touch: Touch) -> bool:
        """Choose the note; a boundary may be dragged."""
        hit = self._hit(touch)
        if hit is None:
            return False
        self._bench.select(frozenset({hit.phoneme.note_id}))
        if touch.button is Button.RIGHT:
            return False
        if touch.n_clicks == 2:
            wanted = self.reset_wanted if hit.is_edge else self.symbol_wanted
            wanted.emit(hit.phoneme)
            return False
        if not hit.is_edge:
            return False
        self._begin, self._before = touch, self._bench.roll.content.phrases
        self._gesture = MoveBoundary(ground=self._bench.ground, hit=hit, grip_ticks=touch.ticks)
        return True

    def drag(self, touch: Touch) -> None:
        """Show the boundary there."""
        gesture, begin = self._gesture, self._begin
        if gesture is None or begin is None:
            return
        if self._edit is None and abs(touch.x_px - begin.x_px) < _DRAG_PX:
            return
        edit = self._bench.attempt(lambda: gesture.edit(touch.ticks))
        if edit is None:
            return
        self._edit = edit
        there_ms = self._bench.roll.content.tempo.ticks_to_ms(gesture.place_ticks(touch.ticks))
        self._bench.preview(edit)
        self._bench.roll.set_phrases(gesture.shown(self._before, touch.ticks, there_ms))
        self._tell(gesture.hit.phoneme, there_ms, touch)

    def release(self, touch: Touch) -> None:
        """Fix it there; the lane stays as it was shown until the engine answers."""
        edit = self._edit
        self._end()
        if edit is not None:
            self._bench.commit(edit)

    def cancel(self) -> None:
        """Leave it where it was."""
        if self._edit is not None:
            self._bench.roll.set_phrases(self._before)
        self._end()
        self._bench.drop()

    # ------------------------------------------------------------------ inside

    def _end(self) -> None:
        self._gesture = self._begin = self._edit = None
        self.label.hide()

    def _hit(self, touch: Touch) -> PhonemeHit | None:
        roll = self._bench.roll
        return hit_phoneme(roll.content.phrases, touch.ticks, px_per_tick=roll.viewport.px_per_tick)

    def _tell(self, phoneme: PlacedPhoneme, start_ms: float, touch: Touch) -> None:
        pane = self._bench.roll.phonemes.geometry()
        text = self.tr("{symbol}   from {start} ms   {length} ms long").format(
            symbol=phoneme.symbol,
            start=round(start_ms),
            length=round(phoneme.end_ms - start_ms),
        )
        note = next((n for n in self._bench.part.notes if n.id == phoneme.note_id), None)
        if note is not None:
            part_start = self._bench.part.start_ticks
            note_ms = self._bench.roll.content.tempo.ticks_to_ms(part_start + note.start_ticks)
            text += "   " + self.tr("{offset} ms from the note").format(
                offset=f"{round(start_ms - note_ms):+d}"
            )
        place = QPoint(round(pane.left() + touch.x_px), round(pane.top()))
        self.label.show_at(place, text)
