"""One rectangle of the roll: a cached stack of layers, and room above it for live items."""

from __future__ import annotations

from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QGraphicsItem

from editor.view.axis import ValueAxis
from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.layers.base import Layer, LayerStack
from editor.view.viewport import Viewport


class Pane(pg.ViewBox):
    """A view box whose coordinates are ticks, and MIDI numbers or a parameter's values.

    What is added to it (a stroke being drawn, a rubber band) is placed in those coordinates and
    painted live, above the cached layers.

    Parameters
    ----------
    layers : tuple of Layer
        From the lowest to the uppermost.
    ground : str
        Name of the colour below them.
    scrolls_x, scrolls_y : bool
        Whether the pane follows the song's time, and the keys.
    axis : ValueAxis, optional
        The pane's upright coordinate where it is not keys.
    """

    def __init__(
        self,
        layers: tuple[Layer, ...],
        colours: Colours,
        ground: str,
        *,
        scrolls_x: bool = True,
        scrolls_y: bool = False,
        axis: ValueAxis | None = None,
    ) -> None:
        super().__init__(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._ground = ground
        self._scrolls_x, self._scrolls_y, self._axis = scrolls_x, scrolls_y, axis
        self._seen = Viewport(width_px=1, height_px=1)
        self.stack = LayerStack(layers, getattr(colours, ground))
        self.stack.setParentItem(self)
        self.stack.setZValue(-1000.0)  # the view box paints its own ground at -100

    def place(self, box: QRect) -> None:
        """Lie somewhere else on the canvas."""
        self.setGeometry(box)
        self.stack.set_size(box.size())

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.stack.set_colours(colours, getattr(colours, self._ground))

    def set_content(self, content: Content) -> None:
        """Show something else."""
        self.stack.set_content(content)

    def set_viewport(self, viewport: Viewport) -> None:
        """Look elsewhere, as far as the pane follows."""
        if not self._scrolls_x and not self._scrolls_y:
            return
        still = Viewport(width_px=0, height_px=0)
        seen = viewport
        if not self._scrolls_x:
            seen = replace(seen, scroll_x_px=0, px_per_tick=still.px_per_tick)
        if not self._scrolls_y:
            seen = replace(seen, scroll_y_px=0, px_per_key=still.px_per_key)
        self.stack.set_viewport(seen)
        self._seen = viewport
        self._sync()

    def addItem(self, item: QGraphicsItem, ignoreBounds: bool = True) -> None:
        """Show a live item, in ticks, and MIDI numbers or values of the axis."""
        super().addItem(item, ignoreBounds=ignoreBounds)
        self._sync()

    def _sync(self) -> None:
        """Tell the view box where it looks; it takes its time, so only when that is of use."""
        if not self.childGroup.childItems():
            return
        low, high = self._seen.visible_midi
        if self._axis is not None:
            low, high = self._axis.ends(height_px=self.stack.boundingRect().height())
        self.setRange(xRange=self._seen.visible_ticks, yRange=(low, high), padding=0.0)
