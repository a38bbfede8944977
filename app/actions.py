"""QActions from the action table: each with a handler, so that no control does nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget

from app.action_search import SearchEntry, search
from app.action_spec import GROUP_TEXTS, ROLL_GROUPS, ActionGroup, ActionSpec, Condition, Role
from app.errors import ActionTableError
from app.settings import Shortcuts
from app.shortcuts import ShortcutProblem, portable_keys, resolve_shortcuts
from editor.translated import plain_text, translated

Handler = Callable[[], object] | Callable[[bool], object]  # with the state where checkable

_ICONS_MS, _N_ICONS = 50, 4  # so many at a time: one takes a millisecond

_ROLES = {
    Role.NONE: QAction.MenuRole.NoRole,
    Role.QUIT: QAction.MenuRole.QuitRole,
    Role.ABOUT: QAction.MenuRole.AboutRole,
    Role.PREFERENCES: QAction.MenuRole.PreferencesRole,
}


def check_table(table: Sequence[ActionSpec]) -> None:
    """Refuse a table that cannot be right.

    Raises
    ------
    ActionTableError
        With every fault: ids twice, keys that Qt does not know or writes otherwise, keys twice,
        texts or descriptions missing.
    """
    faults = []
    ids = [spec.id for spec in table]
    faults += [f"{name} stands twice" for name in sorted({n for n in ids if ids.count(n) > 1})]
    for spec in table:
        if not spec.text.strip() or not spec.description.strip():
            faults.append(f"{spec.id} has no text or no description")
        if not spec.id.startswith(f"{spec.group}."):
            faults.append(f"{spec.id} does not begin with its group")
        faults += [
            f"{spec.id} has keys {keys!r}; Qt writes {portable_keys(keys)!r}"
            for keys in spec.keys
            if portable_keys(keys) != keys
        ]
    faults += [
        f"{problem.action_id} and {problem.taken_by} both have {problem.keys}"
        for problem in resolve_shortcuts(table, {}).problems
    ]
    if faults:
        raise ActionTableError("; ".join(faults))


class Actions(QObject):
    """The window's actions.

    Parameters
    ----------
    table : sequence of ActionSpec
    handlers : mapping
        What each action does, by id: all of the table and nothing else.
    parent : QObject, optional
        Owns the actions.
    overrides : mapping
        The user's keys (``settings.shortcuts.overrides``).
    icon : callable, optional
        Gives the icon of a name. Icons come a moment later, see `dress`.

    Attributes
    ----------
    problems : tuple of ShortcutProblem
        What is wrong with the user's keys now.

    Raises
    ------
    ActionTableError
        When an action has no handler, or a handler no action.
    """

    def __init__(
        self,
        table: Sequence[ActionSpec],
        handlers: Mapping[str, Handler],
        *,
        parent: QObject | None = None,
        overrides: Shortcuts | None = None,
        icon: Callable[[str], QIcon] | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._without_icon: list[str] = []
        self._icon_timer = QTimer(self)
        self._icon_timer.setInterval(_ICONS_MS)
        self._icon_timer.timeout.connect(lambda: self._dress(self._without_icon[:_N_ICONS]))
        check_table(table)
        self._specs = {spec.id: spec for spec in table}
        missing = [name for name in self._specs if name not in handlers]
        unused = [name for name in handlers if name not in self._specs]
        if missing or unused:
            raise ActionTableError(
                f"actions without a handler: {missing}; handlers without an action: {unused}"
            )
        self.problems: tuple[ShortcutProblem, ...] = ()
        self._actions: dict[str, QAction] = {}
        for spec in table:
            action = QAction(self)
            action.setObjectName(spec.id)
            action.setMenuRole(_ROLES[spec.role])
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
                if spec.group in ROLL_GROUPS
                else Qt.ShortcutContext.WindowShortcut
            )
            action.setCheckable(spec.is_checkable)
            action.triggered.connect(_slot(handlers[spec.id], spec.is_checkable))
            self._actions[spec.id] = action
        self._name()
        self.set_overrides(overrides or {})
        self.set_conditions(())
        if icon is not None:
            self.set_icons(icon)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def specs(self) -> tuple[ActionSpec, ...]:
        """The table."""
        return tuple(self._specs.values())

    def give_keys(self, window: QWidget, roll: QWidget) -> None:
        """Make the keys work: those of the roll's menus in the roll, all others everywhere."""
        for spec in self.specs():
            home = roll if spec.group in ROLL_GROUPS else window
            home.addAction(self._actions[spec.id])

    def in_group(self, group: ActionGroup) -> list[QAction]:
        """The actions of one menu."""
        return [self._actions[spec.id] for spec in self.specs() if spec.group is group]

    def set_conditions(self, holding: Collection[Condition]) -> None:
        """Say what holds now; actions that need more are disabled."""
        held = frozenset(holding)
        for spec in self.specs():
            self._actions[spec.id].setEnabled(spec.enabled_when <= held)

    def set_overrides(self, overrides: Shortcuts) -> None:
        """Give the actions their keys anew; ``problems`` says what could not be given."""
        resolved = resolve_shortcuts(self.specs(), overrides)
        self.problems = resolved.problems
        for name, keys in resolved.keys.items():
            self._actions[name].setShortcuts(
                [
                    QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)
                    for text in keys
                ]
            )
        self._show_keys()

    def set_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Give the actions their icons anew, such as in another theme's colours."""
        self._icon = icon
        self._without_icon = [spec.id for spec in self.specs() if spec.icon]
        self._icon_timer.start()

    def dress(self, actions: Iterable[QAction]) -> None:
        """Give some actions their icons at once, for they are seen; menus have time."""
        self._dress([action.objectName() for action in actions])

    def _dress(self, action_ids: Iterable[str]) -> None:
        for name in [name for name in action_ids if name in self._without_icon]:
            self._without_icon.remove(name)
            if self._icon is not None:
                self._actions[name].setIcon(self._icon(self._specs[name].icon))
        if not self._without_icon:
            self._icon_timer.stop()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._name()
        self._show_keys()

    def _name(self) -> None:
        for spec in self.specs():
            action = self._actions[spec.id]
            action.setText(translated("Actions", spec.text))
            action.setStatusTip(translated("Actions", spec.description))

    def _show_keys(self) -> None:
        for action in self._actions.values():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            title = plain_text(action.text())
            action.setToolTip(f"{title} ({keys})" if keys else title)

    def find(self, query: str) -> list[QAction]:
        """Actions that fit words typed in part, best first, for the command palette."""
        entries = (self._entry(spec) for spec in self.specs())
        return [self._actions[entry.id] for entry in search(query, entries)]

    def _entry(self, spec: ActionSpec) -> SearchEntry:
        action = self._actions[spec.id]
        group = plain_text(translated("Actions", GROUP_TEXTS[spec.group]))
        others: Iterable[str] = (group, action.statusTip(), plain_text(spec.text))
        return SearchEntry(id=spec.id, title=plain_text(action.text()), others=tuple(others))


def _slot(handler: Callable[..., object], is_checkable: bool) -> Callable[[bool], None]:
    """What Qt calls: a function, for it does not hand its arguments to a ``partial``."""

    def run(checked: bool) -> None:
        if is_checkable:
            handler(checked)
        else:
            handler()

    return run
