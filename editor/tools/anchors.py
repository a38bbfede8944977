"""Anchors: a curve drawn through places that can be taken hold of again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from editor.edits.curves import draw_pieces
from editor.edits.edit import Edit
from editor.model.segments import Segments
from editor.tools.anchor_chains import (
    Chain,
    chains_of_run,
    pieces_of,
    runs_in,
    spot,
    with_anchor,
    with_moved,
    without_anchor,
)
from editor.tools.curve_tool import CurveTool, Held, parameter_of, without_offset
from editor.tools.strokes import Spot
from editor.tools.touch import Button, Cursor, PaneKind, Touch
from editor.tools.workbench import Workbench
from editor.view.curve_overlay import AnchorMark, CurveOverlay
from engine.types import CurveLayers, Parameter

_NEAR_PX = 8.0
_EMPTY = CurveLayers()
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_END = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """The anchor that keys act on, and the chain that the next click goes on with."""

    parameter: Parameter
    chain: Chain
    index: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Known:
    """Anchors of a drawn curve, by the stretches they lie in, which are held so that no other one
    has the same address.
    """

    drawn: Segments
    of_runs: dict[tuple[int, ...], tuple[Segments, tuple[Chain, ...]]]


class AnchorTool(CurveTool):
    """A click sets an anchor, the next one goes on from there; a double click, Return, Escape or
    another tool ends the curve. Anchors are dragged, and deleted by right click or key.
    """

    def __init__(
        self, bench: Workbench, overlay: CurveOverlay, parent: QObject | None = None
    ) -> None:
        super().__init__(bench, overlay, parent)
        self._chosen: _Chosen | None = None
        self._base: Chain = ()  # the chain before the drag
        self._shown: Chain = ()  # with the drag
        self._kinds: frozenset[PaneKind] = frozenset()
        self._known: dict[Parameter, _Known] = {}
        overlay.show_anchors(self.marks)
        bench.roll.canvas.installEventFilter(self)

    # ------------------------------------------------------------------ what there is

    def set_in_hand(self, kinds: frozenset[PaneKind]) -> None:
        """In which panes it is in hand: there anchors are seen. Elsewhere the curve is ended."""
        self._kinds = kinds
        if self._chosen is not None and self._kind_of(self._chosen.parameter) not in kinds:
            self._end()
        self._overlay.update()

    def marks(self) -> Iterator[AnchorMark]:
        """All anchors that can be taken hold of."""
        roll = self._bench.roll
        start = roll.content.part.start_ticks
        shown: list[Parameter] = [Parameter.PITCH] if PaneKind.ROLL in self._kinds else []
        if PaneKind.LANE in self._kinds:
            shown += roll.lane_panes
        chosen = self._chosen
        for parameter in shown:
            chains = set(self._chains(parameter))
            if chosen is not None and chosen.parameter is parameter:
                chains.add(chosen.chain)  # a first anchor makes no curve yet
            for chain in chains:
                is_held = chosen is not None and chosen.chain == chain
                for index, anchor in enumerate(chain):
                    yield AnchorMark(
                        parameter=parameter,
                        ticks=anchor.ticks + start,
                        value=anchor.value,
                        is_chosen=is_held and chosen is not None and chosen.index == index,
                    )

    def _chains(self, parameter: Parameter) -> tuple[Chain, ...]:
        drawn = self._bench.part.curves.get(parameter, _EMPTY).drawn
        known = self._known.get(parameter)
        if known is None or known.drawn is not drawn:
            # What an edit leaves alone stays the very same stretches: they are not looked at again.
            before = {} if known is None else known.of_runs
            of_runs = {}
            for run in runs_in(drawn):
                key = tuple(map(id, run))
                of_runs[key] = before.get(key) or (run, chains_of_run(run, parameter))
            known = self._known[parameter] = _Known(drawn=drawn, of_runs=of_runs)
        return tuple(chain for _, chains in known.of_runs.values() for chain in chains)

    @staticmethod
    def _kind_of(parameter: Parameter) -> PaneKind:
        return PaneKind.ROLL if parameter is Parameter.PITCH else PaneKind.LANE

    def _hit(self, parameter: Parameter, touch: Touch) -> _Chosen | None:
        """The anchor under a touch."""
        chains = list(self._chains(parameter))
        if self._chosen is not None and self._chosen.parameter is parameter:
            chains.insert(0, self._chosen.chain)
        start = self._bench.part.start_ticks
        pane = self._overlay.pane_of(parameter)
        if pane is None:
            return None
        corner = pane.geometry().topLeft()
        for chain in chains:
            for index, anchor in enumerate(chain):
                place = self._overlay.place_of(parameter, anchor.ticks + start, anchor.value)
                if place is None:
                    continue
                away = place - corner
                if hypot(away.x() - touch.x_px, away.y() - touch.y_px) <= _NEAR_PX:
                    return _Chosen(parameter=parameter, chain=chain, index=index)
        return None

    # ------------------------------------------------------------------ the drag

    def hover(self, touch: Touch) -> Cursor:
        """A hand over an anchor."""
        parameter = parameter_of(touch)
        if parameter is not None and self._hit(parameter, touch) is not None:
            return Cursor.HAND
        return super().hover(touch)

    def press(self, touch: Touch) -> bool:
        """Delete with the right button, end with a double click, else take hold or set."""
        parameter = parameter_of(touch)
        if parameter is not None and touch.button is Button.RIGHT:
            hit = self._hit(parameter, touch)
            if hit is not None:
                self._delete(hit)
                return True
        if touch.button is Button.LEFT and touch.n_clicks == 2:
            self._end()
            return False
        return super().press(touch)

    def begin(self, held: Held) -> bool:
        """Take hold of the anchor there, or set one."""
        parameter = held.parameter
        new = spot(held.begin.ticks, held.begin.value)
        hit = self._hit(parameter, held.touch)
        if hit is not None:
            self._base, self._chosen = hit.chain, hit
        else:
            self._base = self._chain_for(parameter, new)
            chain = with_anchor(self._base, new)
            self._chosen = _Chosen(parameter=parameter, chain=chain, index=chain.index(new))
        self._shown = self._chosen.chain
        self._overlay.update()
        if hit is None and len(self._shown) > 1:
            self._held = held
            super().drag(held.touch)  # the curve goes to the new anchor at once
        return True

    def edit(self, held: Held, spot_there: Spot, touch: Touch) -> Edit | None:
        """The curve with the anchor where the hand is."""
        chosen = self._chosen
        if chosen is None:
            return None
        value = held.begin.value if touch.is_shift else spot_there.value
        there = spot(spot_there.ticks, value)
        if (touch.x_px, touch.y_px) == (held.touch.x_px, held.touch.y_px):
            there = self._shown[chosen.index]  # not moved: it stays where it was exactly
        chain = with_moved(self._shown, chosen.index, there)
        self._chosen = _Chosen(parameter=held.parameter, chain=chain, index=chosen.index)
        if len(chain) < 2:
            self._overlay.update()
            return None
        return self._drawn(held.parameter, self._base, chain)

    def release(self, touch: Touch) -> None:
        """Do it; a press that moved nothing is no step."""
        held, chosen = self._held, self._chosen
        if held is None or chosen is None:
            self._held = None
            return
        super().release(touch)
        self._end_if_gone()

    def cancel(self) -> None:
        """The anchor is where it was."""
        super().cancel()
        self._end()

    # ------------------------------------------------------------------ inside

    def _chain_for(self, parameter: Parameter, new: Spot) -> Chain:
        """The curve that a new anchor belongs to: the one it lies in, else the one begun."""
        for chain in self._chains(parameter):
            if chain[0].ticks < new.ticks < chain[-1].ticks:
                return chain
        chosen = self._chosen
        return chosen.chain if chosen is not None and chosen.parameter is parameter else ()

    def _drawn(self, parameter: Parameter, before: Chain, after: Chain) -> Edit:
        bench = self._bench
        both = (*before, *after)
        first = min(anchor.ticks for anchor in both)
        last = max(anchor.ticks for anchor in both)
        pieces = [(p.ticks, p.values) for p in pieces_of(after, parameter)] if after else []
        edit = draw_pieces(bench.project, bench.part.id, parameter, pieces, first, last)
        # A curve that is moved keeps what lies on top of it; where it is new it is what is sung.
        old = (before[0].ticks, before[-1].ticks) if len(before) > 1 else (last + 1, last)
        for low, high in ((first, old[0] - 1), (max(first, old[1] + 1), last)):
            if low <= high:
                edit = without_offset(edit, low, high)
        return edit

    def _delete(self, hit: _Chosen) -> None:
        chain = without_anchor(hit.chain, hit.index)
        self._chosen = None
        if len(hit.chain) > 1:
            edit = self._bench.attempt(lambda: self._drawn(hit.parameter, hit.chain, chain))
            if edit is not None:
                self._bench.commit(edit)
        self._overlay.update()

    def _end(self) -> None:
        """The next click begins another curve."""
        self._chosen = None
        self._overlay.update()

    def _end_if_gone(self) -> None:
        """Let go of a chain that was not taken over, because it was refused."""
        chosen = self._chosen
        if chosen is None or len(chosen.chain) < 2:
            return
        if chosen.chain not in self._chains(chosen.parameter):
            self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys while an anchor is chosen: they are not the notes' then."""
        if self._chosen is None or self.is_drawing or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() not in (*_DELETE, *_END):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in _DELETE:
                self._delete(self._chosen)
            else:
                self._end()
            return True
        return super().eventFilter(watched, event)
