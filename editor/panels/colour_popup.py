"""The mix of a voice's colours, in a small window below the button that opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from editor.model.project import Track
from editor.panels.colour_shares import shares_of, with_share
from editor.panels.mixer_hand import MixerHand
from editor.panels.value_slider import ShareSlider
from editor.view.colours import Colours


class ColourPopup(QFrame):
    """A slider for each colour; together they are 100 %."""

    def __init__(
        self,
        hand: MixerHand,
        colours: Colours,
        track: Track,
        names: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWindowTitle(self.tr("Voice colours"))
        self.setAccessibleName(self.tr("Voice colours"))
        self._hand, self._track, self._names = hand, track, tuple(names)
        self.sliders: dict[str, ShareSlider] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(6)
        layout.addWidget(QLabel(self.tr("Voice colours"), self), 0, 0, 1, 2)
        drawn = {item.colour for item in track.colours if item.curve}
        for row, name in enumerate(names, start=1):
            slider = self.sliders[name] = ShareSlider(colours, self)
            slider.setMinimumWidth(160)
            slider.setAccessibleName(self.tr("Share of {colour}").format(colour=name))
            slider.setEnabled(name not in drawn)
            if name in drawn:
                slider.fixed_text = self.tr("drawn")
                slider.setToolTip(self.tr("The share of this colour is drawn over time."))
            slider.moved.connect(lambda value, held, name=name: self._move(name, value, held))
            slider.let_go.connect(hand.let_go)
            layout.addWidget(QLabel(name, self), row, 0)
            layout.addWidget(slider, row, 1)
        self.show_track(track)

    def show_track(self, track: Track) -> None:
        """Take the song's mix."""
        self._track = track
        for name, share in shares_of(track.colours, self._names).items():
            self.sliders[name].show_value(round(share * 100))

    def open_below(self, widget: QWidget) -> None:
        """Open below a button."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        first = next(iter(self.sliders.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _move(self, name: str, value: int, is_held: bool) -> None:
        colours = with_share(self._track.colours, self._names, name, value / 100.0)
        self._hand.set_colours(self._track.id, colours, is_held=is_held)
