"""A layer, and the stack that keeps what its layers painted as one picture."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from editor.view.colours import Colours
from editor.view.content import Content
from editor.view.viewport import Viewport

_MARGIN_PX = 8  # beside what looks different: lines are thick, and end where others begin


class Layer(QGraphicsObject):
    """Something painted over a pane, in the pane's pixels.

    A layer reads ``content``, ``colours`` and the viewport, and keeps nothing of its own but what
    follows from them. It paints nothing by itself: its stack asks it for what is missing.
    """

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.colours = colours
        self.content = Content()
        self.size = QSize()
        # Which stretch the last change made look different, absolute; None: the whole pane.
        self.changed_ticks: tuple[float, float] | None = None

    def boundingRect(self) -> QRectF:
        """The pane."""
        return QRectF(0.0, 0.0, self.size.width(), self.size.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Nothing: see `draw`."""

    def set_content(self, content: Content) -> bool:
        """Take what is to be shown; whether the layer looks different now."""
        before, self.content = self.content, content
        return self.changed(before, content)

    def changed(self, before: Content, after: Content) -> bool:
        """Whether the layer looks different, and a chance to prepare what follows from it."""
        raise NotImplementedError

    def draw(self, painter: QPainter, viewport: Viewport, exposed: QRect) -> None:
        """Paint at least what lies in ``exposed``, which is clipped to."""
        raise NotImplementedError


class LayerStack(QGraphicsObject):
    """Layers one over another, painted into one picture that is scrolled and patched."""

    repainted = Signal(QRect)  # the part of the pane that layers were asked for

    def __init__(self, layers: tuple[Layer, ...], ground: str) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.layers = layers
        for layer in layers:
            layer.setParentItem(self)
        self._ground = QColor(ground)
        self._viewport = Viewport(width_px=0, height_px=0)
        self._size = QSize()
        self._ratio = 1.0
        self._picture = QPixmap()
        self._stale = QRegion()
        self._is_zoomed = False  # and not shown since

    def boundingRect(self) -> QRectF:
        """The pane."""
        return QRectF(0.0, 0.0, self._size.width(), self._size.height())

    def set_size(self, size: QSize) -> None:
        """Fill a pane of another size."""
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
            for layer in self.layers:
                layer.prepareGeometryChange()
                layer.size = size
            self.refresh()

    def set_colours(self, colours: Colours, ground: str) -> None:
        """Another theme."""
        self._ground = QColor(ground)
        for layer in self.layers:
            layer.colours = colours
        self.refresh()

    def set_content(self, content: Content) -> None:
        """Show something else; nothing is painted where no layer looks different."""
        stretches = [layer.changed_ticks for layer in self.layers if layer.set_content(content)]
        known = [stretch for stretch in stretches if stretch is not None]
        if len(known) < len(stretches):
            self.refresh()
            return
        for first, last in known:
            left = math.floor(self._viewport.ticks_to_px(first)) - _MARGIN_PX
            right = math.ceil(self._viewport.ticks_to_px(last)) + _MARGIN_PX
            box = self._whole() & QRect(
                max(0, left),
                0,
                max(0, min(right, self._size.width()) - max(0, left)),
                self._size.height(),
            )
            self._stale |= QRegion(box)
            self.update(QRectF(box))

    def set_viewport(self, viewport: Viewport) -> None:
        """Look elsewhere: a pan moves the picture, all else makes it anew."""
        before, self._viewport = self._viewport, viewport
        dx = before.scroll_x_px - viewport.scroll_x_px
        dy = before.scroll_y_px - viewport.scroll_y_px
        if before.px_per_tick != viewport.px_per_tick or before.px_per_key != viewport.px_per_key:
            self._is_zoomed = True
            self.refresh()
        elif (dx or dy) and self._ratio != int(self._ratio):
            self.refresh()  # whole pixels of the song are not whole pixels of the screen
        elif dx or dy:
            self._scroll(dx, dy)
            self.update()

    def refresh(self) -> None:
        """All must be painted anew."""
        self._stale = QRegion(self._whole())
        self.update()

    def _whole(self) -> QRect:
        return QRect(0, 0, self._size.width(), self._size.height())

    def _scroll(self, dx: int, dy: int) -> None:
        if abs(dx) >= self._size.width() or abs(dy) >= self._size.height():
            self._stale = QRegion(self._whole())
            return
        ratio = int(self._ratio)
        self._picture.scroll(dx * ratio, dy * ratio, self._picture.rect())
        whole = QRegion(self._whole())
        kept = whole.translated(dx, dy)
        self._stale = (self._stale.translated(dx, dy) | (whole - kept)) & whole

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Patch the picture, then show the part of it that is asked for.

        While one zooms, nothing can be kept: it is painted straight to where it is seen. The
        picture is made when it is of use again.
        """
        device = painter.device()
        self._fit(device.devicePixelRatioF() if device is not None else 1.0)
        whole = self._whole()
        part = option.exposedRect.toAlignedRect() & whole  # type: ignore[attr-defined]
        ratio = self._ratio
        if part == whole and self._is_zoomed and ratio == int(ratio):
            self._is_zoomed = False
            painter.save()
            self._draw(painter, whole)
            painter.restore()
            return
        self._patch()
        if ratio == 1.0:
            painter.drawPixmap(part, self._picture, part)
            return
        source = QRectF(
            part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio
        )
        painter.drawPixmap(QRectF(part), self._picture, source)

    def _fit(self, ratio: float) -> None:
        wanted = QSize(round(self._size.width() * ratio), round(self._size.height() * ratio))
        if self._picture.size() != wanted or ratio != self._ratio:
            self._ratio = ratio
            self._picture = QPixmap(wanted)
            self._picture.setDevicePixelRatio(ratio)
            self._stale = QRegion(self._whole())

    def _patch(self) -> None:
        if self._stale.isEmpty() or self._picture.isNull():
            return
        painter = QPainter(self._picture)
        for exposed in self._stale:  # type: ignore[attr-defined]  # the stubs forget it
            self._draw(painter, exposed)
        painter.end()
        self._stale = QRegion()
        self._is_zoomed = False

    def _draw(self, painter: QPainter, exposed: QRect) -> None:
        painter.setClipRect(exposed)
        painter.fillRect(exposed, self._ground)
        for layer in self.layers:
            painter.save()
            layer.draw(painter, self._viewport, exposed)
            painter.restore()
        self.repainted.emit(exposed)


def stretch_of(viewport: Viewport, exposed: QRect, margin_px: float = 2.0) -> tuple[float, float]:
    """First and last tick of an exposed rectangle, with a margin for what reaches over."""
    first = viewport.px_to_ticks(exposed.left() - margin_px)
    return first, viewport.px_to_ticks(exposed.right() + 1 + margin_px)
