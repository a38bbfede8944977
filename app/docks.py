"""The window's docks: each named, shown and hidden by the action of its id."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDockWidget,
    QMainWindow,
    QWidget,
)

# Keys that lists and fields need for themselves, though the window has commands on them.
_OWN_KEYS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key is for the widget with the keyboard: space for buttons, letters for lists."""
    widget = QApplication.focusWidget()
    if event.key() == Qt.Key.Key_Space:
        return isinstance(widget, QAbstractButton)
    is_letter = bool(event.text()) and event.text().isprintable()
    return event.key() in _OWN_KEYS or (is_letter and isinstance(widget, QAbstractItemView))


class Docks(QObject):
    """Holds the docks of a window.

    Rooms add theirs while the window is built. The window then joins them with its actions: the
    action of a dock's id names it, shows it and hides it.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._docks: dict[str, QDockWidget] = {}

    def add(
        self,
        action_id: str,
        widget: QWidget,
        area: Qt.DockWidgetArea,
        *,
        is_shown: bool = False,
    ) -> QDockWidget:
        """Put a widget into a dock; ``is_shown`` is for windows without a saved layout."""
        dock = QDockWidget(self._window)
        dock.setObjectName(action_id)
        dock.setWidget(widget)
        beside = [other for other in self._docks.values() if self._area(other) == area]
        self._window.addDockWidget(area, dock)
        if beside:  # one over the other, with tabs, so that the notes keep their room
            self._window.tabifyDockWidget(beside[-1], dock)
        dock.setVisible(is_shown)
        dock.installEventFilter(self)
        self._docks[action_id] = dock
        return dock

    def _area(self, dock: QDockWidget) -> Qt.DockWidgetArea:
        return self._window.dockWidgetArea(dock)

    def __getitem__(self, action_id: str) -> QDockWidget:
        return self._docks[action_id]

    def seen(self) -> list[QWidget]:
        """What lies in the docks that are shown."""
        return [dock.widget() for dock in self._docks.values() if dock.isVisible()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave to what lies in a dock the keys that it is used with."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_command = event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            )
            if not is_command and _is_own(event):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def handlers(self) -> Mapping[str, Callable[[bool], None]]:
        """Shows or hides each dock, by the id of its action."""
        return {name: self._shower(dock) for name, dock in self._docks.items()}

    def join(self, action_of: Callable[[str], QAction]) -> None:
        """Check the actions of the docks that are seen."""
        for name, dock in self._docks.items():
            action = action_of(name)
            action.setChecked(not dock.isHidden())
            # A dock behind another in the same place is still shown; only its closing counts.
            dock.visibilityChanged.connect(
                lambda _, dock=dock, action=action: action.setChecked(not dock.isHidden())
            )

    def retranslate(self, title_of: Callable[[str], str]) -> None:
        """Name every dock after its action."""
        for name, dock in self._docks.items():
            dock.setWindowTitle(title_of(name))

    @staticmethod
    def _shower(dock: QDockWidget) -> Callable[[bool], None]:
        def show(is_wanted: bool) -> None:
            dock.setVisible(is_wanted)
            if is_wanted:
                dock.raise_()

        return show
