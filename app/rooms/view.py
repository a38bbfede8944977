"""The grid, and where on the roll one looks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.settings import Settings
from editor.view.metre import DENOMINATORS, Snap

_ZOOM = 1.25
_PAGE_RATIO = 0.9  # of the width: a little of the page before stays in view
_MARGIN_RATIO = 0.05  # beside what fills the width
_OCTAVE = 12


class ViewRoom(QObject):
    """Sets the grid, which the settings keep, zooms and scrolls.

    ``button`` is the grid's place in the bar: it says what the grid is, and opens its menu.
    """

    conditions_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._roll = desk, desk.roll
        self._last_denominator = Snap().denominator  # comes back when the grid is on again
        self._show(desk.settings.settings)
        self.button = QToolButton(desk.window)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.button)
        self.button.setMenu(self._menu)
        self.button.installEventFilter(self)
        desk.settings.changed.connect(lambda _, now: self._follow(now))

    def conditions(self) -> Collection[Condition]:
        """None of its own."""
        return ()

    def handlers(self) -> Mapping[str, Handler]:
        """Every command by the id of its action."""
        return {
            **{f"view.grid_{d}": partial(self._choose, d) for d in DENOMINATORS},
            "view.grid_off": self._switch_off,
            "view.grid_triplet": self._set_triplet,
            "view.grid_coarser": partial(self._refine, -1),
            "view.grid_finer": partial(self._refine, 1),
            "view.zoom_in": partial(self._zoom, _ZOOM),
            "view.zoom_out": partial(self._zoom, 1.0 / _ZOOM),
            "view.zoom_song": self._show_song,
            "view.zoom_selection": self._show_selection,
            "view.keys_larger": partial(self._zoom_keys, _ZOOM),
            "view.keys_smaller": partial(self._zoom_keys, 1.0 / _ZOOM),
            "view.page_left": partial(self._page, -1),
            "view.page_right": partial(self._page, 1),
            "view.octave_above": partial(self._octaves, -1),
            "view.octave_below": partial(self._octaves, 1),
        }

    def join(self) -> None:
        """The actions are there: fill the grid's menu, and check what holds."""
        actions = self._desk.actions()
        for name in (*(f"view.grid_{d}" for d in DENOMINATORS), "view.grid_off"):
            self._menu.addAction(actions[name])
        self._menu.addSeparator()
        for name in ("view.grid_triplet", "view.grid_coarser", "view.grid_finer"):
            self._menu.addAction(actions[name])
        self._check()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak another language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._check()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ grid

    @property
    def _snap(self) -> Snap:
        return self._roll.content.snap

    def _show(self, settings: Settings) -> None:
        chosen = settings.editing
        self._roll.set_snap(
            Snap(denominator=chosen.grid_denominator, is_triplet=chosen.has_triplets)
        )
        if chosen.grid_denominator:
            self._last_denominator = chosen.grid_denominator

    def _follow(self, settings: Settings) -> None:
        self._show(settings)
        self._check()

    def _keep(self, snap: Snap) -> None:
        settings = self._desk.settings.settings
        editing = replace(
            settings.editing, grid_denominator=snap.denominator, has_triplets=snap.is_triplet
        )
        self._desk.settings.change(replace(settings, editing=editing))
        self._check()

    def _choose(self, denominator: int, _is_checked: bool) -> None:
        self._keep(replace(self._snap, denominator=denominator))

    def _switch_off(self, _is_checked: bool) -> None:
        denominator = 0 if self._snap.denominator else self._last_denominator
        self._keep(replace(self._snap, denominator=denominator))

    def _set_triplet(self, is_triplet: bool) -> None:
        self._keep(replace(self._snap, is_triplet=is_triplet))

    def _refine(self, step: int) -> None:
        index = DENOMINATORS.index(self._snap.denominator or self._last_denominator)
        index = max(0, min(len(DENOMINATORS) - 1, index + step))
        self._keep(replace(self._snap, denominator=DENOMINATORS[index]))

    def _check(self) -> None:
        actions, snap = self._desk.actions(), self._snap
        for denominator in DENOMINATORS:
            actions[f"view.grid_{denominator}"].setChecked(denominator == snap.denominator)
        actions["view.grid_off"].setChecked(not snap.denominator)
        actions["view.grid_triplet"].setChecked(snap.is_triplet)
        name = f"1/{snap.denominator}" if snap.denominator else self.tr("Off")
        if snap.denominator and snap.is_triplet:
            name = self.tr("{grid} triplets").format(grid=name)
        self.button.setText(self.tr("Grid: {grid}").format(grid=name))
        self.button.setToolTip(self.tr("Grid on which notes snap"))
        self.button.setAccessibleName(self.button.text())

    # ------------------------------------------------------------------ zoom and scroll

    def _zoom(self, factor: float) -> None:
        """Around the playhead where it is seen, else around the middle."""
        seen = self._roll.viewport
        x_px = seen.ticks_to_px(self._desk.workspace.transport.position_ticks)
        if not 0.0 <= x_px <= seen.width_px:
            x_px = seen.width_px / 2.0
        self._roll.set_viewport(seen.zoomed_time(factor, x_px))

    def _zoom_keys(self, factor: float) -> None:
        seen = self._roll.viewport
        self._roll.set_viewport(seen.zoomed_keys(factor, seen.height_px / 2.0))

    def _show_song(self) -> None:
        part = self._roll.content.part
        if not part.notes:
            return
        first = part.start_ticks + min(note.start_ticks for note in part.notes)
        keys = [note.key_midi for note in part.notes]
        self._fill(first, self._roll.content.end_ticks, min(keys), max(keys))

    def _show_selection(self) -> None:
        stretch, keys = (
            self._desk.bench.stretch_ticks,
            [n.key_midi for n in self._desk.bench.chosen],
        )
        if stretch is None:
            self._show_song()
            return
        seen = self._roll.viewport
        low, high = seen.visible_midi
        self._fill(*stretch, min(keys, default=low), max(keys, default=high))

    def _fill(self, first: float, last: float, low_midi: float, high_midi: float) -> None:
        margin = (last - first) * _MARGIN_RATIO
        seen = self._roll.viewport.showing_ticks(max(0.0, first - margin), last + margin)
        self._roll.set_viewport(seen.showing_keys(low_midi, high_midi))

    def _page(self, step: int) -> None:
        seen = self._roll.viewport
        self._roll.set_viewport(seen.scrolled(round(step * seen.width_px * _PAGE_RATIO), 0))

    def _octaves(self, step: int) -> None:
        seen = self._roll.viewport
        self._roll.set_viewport(seen.scrolled(0, round(step * _OCTAVE * seen.px_per_key)))
