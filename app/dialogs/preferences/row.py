"""One setting on a page: its name, control, help, and the way back to its default."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.action_search import SearchEntry
from app.dialogs.preferences.controls import CONTROL_WIDTH_PX, Control, Switch
from app.setting_info import SettingInfo
from app.theme import sized_font
from app.theme_tokens import SPACE_PX
from editor.translated import translated

ROW_HEIGHT_PX = 26  # of a line in a list


def quiet(label: QLabel) -> QLabel:
    """A label in small, muted letters that breaks its lines."""
    label.setWordWrap(True)
    label.setFont(sized_font(label.font(), "small"))
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


class SettingRow(QWidget):
    """Shows one setting.

    Parameters
    ----------
    info : SettingInfo
    control : QWidget
        A `Control`.
    is_wide : bool
        The control stands below the name and takes the whole width.

    Signals
    -------
    edited : object
        The user wants this value.
    """

    edited = Signal(object)

    def __init__(
        self,
        info: SettingInfo,
        control: QWidget,
        *,
        is_wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.info, self.control = info, control
        self.name = QLabel(self)
        self.name.setBuddy(control)
        self.name.setWordWrap(True)
        self.help = quiet(QLabel(self))
        self.reset = QToolButton(self)
        keeps_place = self.reset.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keeps_place)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(SPACE_PX["normal"])
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(0, 1)
        if isinstance(control, Switch):
            self.name.hide()
            layout.addWidget(control, 0, 0, 1, 2)
            self.help.setIndent(24)  # under the text of the switch
        elif is_wide:
            layout.addWidget(self.name, 0, 0, 1, 2)
            layout.addWidget(control, 2, 0, 1, 3)
        else:
            control.setFixedWidth(CONTROL_WIDTH_PX)
            layout.addWidget(self.name, 0, 0)
            layout.addWidget(control, 0, 1)
        layout.addWidget(self.reset, 0, 2)
        layout.addWidget(self.help, 1, 0, 1, 2)
        QWidget.setTabOrder(control, self.reset)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._control.edited.connect(self.edited)
        self.reset.clicked.connect(self._go_back)
        self._retranslate()

    @property
    def _control(self) -> Control:
        return cast("Control", self.control)

    def show_value(self, value: object) -> None:
        """Show a value, and the way back where it is not the default."""
        self._control.show_value(value)
        has_focus = self.reset.hasFocus()
        self.reset.setVisible(value != self.info.default)
        if has_focus and self.reset.isHidden():
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def entry(self) -> SearchEntry:
        """What a search finds it by."""
        info = self.info
        texts = [info.help_text] if info.help_text else []
        texts += [choice.text for choice in info.choices]
        others = (*(translated("Settings", text) for text in texts), info.text, *texts)
        return SearchEntry(id=info.key, title=translated("Settings", info.text), others=others)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _go_back(self) -> None:
        self.edited.emit(self.info.default)

    def _retranslate(self) -> None:
        info = self.info
        name = translated("Settings", info.text)
        self.name.setText(name)
        self._control.retranslate()
        self.control.setAccessibleName(name)
        help_text = translated("Settings", info.help_text) if info.help_text else ""
        self.control.setAccessibleDescription(help_text)
        if info.needs_restart:
            help_text = f"{help_text} {self.tr('Takes effect at the next start.')}".strip()
        self.help.setText(help_text)
        self.help.setVisible(bool(help_text))
        self.reset.setToolTip(self.tr("Reset to default"))
        self.reset.setAccessibleName(self.tr("Reset “{name}” to its default").format(name=name))
