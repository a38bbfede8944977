"""Edits of curves under which the prediction has moved: found, told and accepted."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from editor.edits.curves import accept_prediction
from editor.model.predictions import MovedMark, moved_marks
from editor.tools.value_text import difference_text
from editor.view.content import Content
from editor.view.lane_axis import parameter_name
from engine.types import Parameter


class MovedRoom(QObject):
    """Knows the marks of the part that is seen, and says on them what they mean."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._roll, self._bench = desk, desk.roll, desk.bench
        self._marks: tuple[MovedMark, ...] = ()
        self._seen: tuple[object, ...] = ()
        self._view = desk.roll.canvas.viewport()
        self._view.installEventFilter(self)
        desk.roll.content_shown.connect(self._look)

    def conditions(self) -> Collection[Condition]:
        """Whether anything is marked."""
        return (Condition.HAS_MOVED,) if self._marks else ()

    def handlers(self) -> Mapping[str, Handler]:
        """Both commands."""
        return {"curves.next_moved": self._go_on, "curves.accept_prediction": self._accept}

    # ------------------------------------------------------------------ marks

    def _look(self, content: Content) -> None:
        part = content.part
        seen = (part.curves, part.generated, part.start_ticks, content.tempo)
        if len(self._seen) == len(seen) and all(
            a is b for a, b in zip(seen, self._seen, strict=True)
        ):
            return
        self._seen, had_marks = seen, bool(self._marks)
        self._marks = moved_marks(part, content.tempo)
        if bool(self._marks) != had_marks:
            self.conditions_changed.emit()

    def _go_on(self) -> None:
        """Choose the stretch of the next mark, and its curve."""
        start, chosen = self._bench.part.start_ticks, self._bench.range_ticks
        current = self._roll.content.current
        places = [(mark.first_ticks + start, str(mark.parameter)) for mark in self._marks]
        order = sorted(range(len(places)), key=places.__getitem__)
        if not order:
            return
        here = (-1, "") if chosen is None else (chosen[0], str(current))
        index = next((i for i in order if places[i] > here), order[0])
        mark = self._marks[index]
        stretch = mark.first_ticks + start, mark.last_ticks + start
        self._bench.select(frozenset())
        self._roll.set_current_parameter(mark.parameter)
        self._bench.select_range(stretch)
        self._roll.reveal_ticks(*stretch)
        self._desk.notify(self._told(mark))

    def _accept(self) -> None:
        bench, start = self._bench, self._bench.part.start_ticks
        stretch = bench.stretch_ticks
        if stretch is None:
            firsts = [mark.first_ticks for mark in self._marks]
            lasts = [mark.last_ticks for mark in self._marks]
            if not firsts:
                return
            stretch = min(firsts) + start, max(lasts) + start
        first, last = stretch[0] - start, stretch[1] - start
        edit = bench.attempt(lambda: accept_prediction(bench.project, bench.part.id, first, last))
        if edit is not None:
            bench.commit(edit)

    # ------------------------------------------------------------------ words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tool tip on marked stretches; elsewhere others may answer."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        panes = {Parameter.PITCH: self._roll.roll, **self._roll.lane_panes}
        for parameter, pane in panes.items():
            box = pane.geometry()
            if box.contains(event.pos()):
                ticks = self._roll.viewport.px_to_ticks(event.pos().x() - box.left())
                text = self.text_at(parameter, ticks)
                if text:
                    QToolTip.showText(event.globalPos(), text, self._view)
                return bool(text)
        return False

    def text_at(self, parameter: Parameter, ticks: float) -> str:
        """What is said at a place of the song; nothing where nothing moved."""
        place = ticks - self._roll.content.part.start_ticks
        return "\n".join(
            self._told(mark)
            for mark in self._marks
            if mark.parameter is parameter and mark.first_ticks <= place <= mark.last_ticks
        )

    def _told(self, mark: MovedMark) -> str:
        return self.tr(
            "{parameter}: the prediction moved under this edit by up to {amount}"
        ).format(
            parameter=parameter_name(mark.parameter),
            amount=difference_text(mark.parameter, mark.most),
        )
