"""The page of shortcuts: search, change, conflicts shown before they are accepted, reset."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.action_search import SearchEntry
from app.action_spec import ActionSpec
from app.dialogs.preferences.key_capture import KeyCapture, native_text
from app.dialogs.preferences.page import Panel
from app.dialogs.preferences.row import quiet
from app.dialogs.preferences.shortcut_list import ShortcutList
from app.setting_values import with_value
from app.settings import Shortcuts
from app.settings_keeper import SettingsKeeper
from app.shortcut_edits import (
    MAX_KEYS_PER_ACTION,
    given_keys,
    in_the_way,
    reset_keys,
    with_keys,
)
from app.theme_tokens import SPACE_PX

_KEY = "shortcuts.overrides"


class ShortcutsPanel(Panel):
    """Edits the keys of all commands.

    Parameters
    ----------
    table : sequence of ActionSpec
    keeper : SettingsKeeper
    """

    def __init__(
        self, table: Sequence[ActionSpec], keeper: SettingsKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("takes_height", True)
        self._table, self._keeper = tuple(table), keeper
        self._specs = {spec.id: spec for spec in table}
        self._action_id = ""
        self._wish: Shortcuts | None = None  # waits for the user's yes, because it takes keys
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.by_keys = KeyCapture(self)
        self.list = ShortcutList(self._table, self)
        self.editor = QFrame(self)
        self.title = QLabel(self.editor)
        self.add = KeyCapture(self.editor)
        self.reset = QPushButton(self.editor)
        self.conflict = QFrame(self)
        self.question = QLabel(self.conflict)
        self.question.setWordWrap(True)
        self.take = QPushButton(self.conflict)
        self.keep = QPushButton(self.conflict)
        self.status = quiet(QLabel(self))
        for button in (self.reset, self.take, self.keep):
            button.setAutoDefault(False)
        self.removers: list[QPushButton] = []
        self._lay_out()
        self.words.textChanged.connect(self.show_words)
        self.by_keys.captured.connect(self._find_keys)
        self.list.chosen.connect(self._choose)
        self.list.wanted.connect(lambda _: self.add.listen())
        self.add.captured.connect(self._add)
        self.reset.clicked.connect(self._reset)
        self.take.clicked.connect(self._take)
        self.keep.clicked.connect(self._leave)
        keeper.changed.connect(lambda *_: self._show())
        self._retranslate()
        self._leave()

    def entry(self) -> SearchEntry:
        """What a search finds it by: every command."""
        names = tuple(self.list.title(spec.id) for spec in self._table)
        return SearchEntry(
            id="shortcuts/list", title=self.tr("Shortcuts"), others=("Keys Shortcuts", *names)
        )

    def show_words(self, words: str) -> None:
        """Show the commands that words fit."""
        self._tell_count(self.list.show_words(words))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # ------------------------------------------------------------------ inside

    @property
    def _overrides(self) -> Shortcuts:
        return self._keeper.settings.shortcuts.overrides

    @property
    def _keys(self) -> tuple[str, ...]:
        return given_keys(self._table, self._overrides).get(self._action_id, ())

    def _lay_out(self) -> None:
        search = QHBoxLayout()
        search.setSpacing(SPACE_PX["normal"])
        search.addWidget(self.words, 1)
        search.addWidget(self.by_keys)
        editing = QHBoxLayout(self.editor)
        editing.setContentsMargins(0, 0, 0, 0)
        editing.setSpacing(SPACE_PX["normal"])
        editing.addWidget(self.title, 1)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(SPACE_PX["tight"])
        editing.addLayout(self._chips)
        editing.addWidget(self.add)
        editing.addWidget(self.reset)
        asking = QHBoxLayout(self.conflict)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(SPACE_PX["normal"])
        asking.addWidget(self.question, 1)
        asking.addWidget(self.take)
        asking.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_PX["normal"])
        layout.addLayout(search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.editor)
        layout.addWidget(self.conflict)
        layout.addWidget(self.status)

    def _find_keys(self, keys: str) -> None:
        self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(False)
        n_found = self.list.show_keys(keys)
        if n_found:
            self.status.setText(self.tr("These have {keys}.").format(keys=native_text(keys)))
        else:
            self.status.setText(self.tr("{keys} is free.").format(keys=native_text(keys)))

    def _tell_count(self, n_found: int) -> None:
        self.status.setText("" if n_found else self.tr("No command fits."))

    def _choose(self, action_id: str) -> None:
        self._action_id = action_id
        self._leave()
        self._show()

    def _add(self, keys: str) -> None:
        if keys not in self._keys:
            self._ask_for((*self._keys, keys), keys)

    def _remove(self, keys: str) -> None:
        self._ask_for(tuple(text for text in self._keys if text != keys), "")
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        wanted = self._specs[self._action_id].keys
        wish = reset_keys(self._table, self._overrides, self._action_id)
        self._offer(wish, wanted, ", ".join(native_text(keys) for keys in wanted))

    def _ask_for(self, keys: tuple[str, ...], new: str) -> None:
        wish = with_keys(self._table, self._overrides, self._action_id, keys)
        self._offer(wish, keys, native_text(new))

    def _offer(self, wish: Shortcuts, keys: Sequence[str], new: str) -> None:
        """Change the keys at once where they are free; else ask first."""
        taken = in_the_way(self._table, self._overrides, self._action_id, keys)
        if not taken:
            self._accept(wish)
            return
        self._wish = wish
        self.question.setText(
            self.tr("{keys} is in the way of: {commands}. Take it from there?").format(
                keys=new,
                commands="; ".join(
                    f"“{self.list.title(name)}” ({', '.join(map(native_text, texts))})"
                    for name, texts in taken.items()
                ),
            )
        )
        self.conflict.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        wish = self._wish
        self._leave()
        if wish is not None:
            self._accept(wish)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._wish = None
        had_focus = self.take.hasFocus() or self.keep.hasFocus()
        self.conflict.hide()
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self, overrides: Shortcuts) -> None:
        self._leave()
        self._keeper.change(with_value(self._keeper.settings, _KEY, overrides))

    def _show(self) -> None:
        self.list.show_overrides(self._overrides)
        for remover in self.removers:
            remover.deleteLater()
        self.removers = []
        spec = self._specs.get(self._action_id)
        self.editor.setEnabled(spec is not None)
        if spec is None:
            self.title.setText(self.tr("Choose a command to change its keys."))
            self.reset.setEnabled(False)
            return
        self.title.setText(self.list.title(spec.id))
        for keys in self._keys:
            remover = QPushButton(f"{native_text(keys)}  ✕", self.editor)
            remover.setAutoDefault(False)
            text = self.tr("Remove {keys}").format(keys=native_text(keys))
            remover.setAccessibleName(text)
            remover.setToolTip(text)
            remover.clicked.connect(lambda _=False, keys=keys: self._remove(keys))
            self._chips.addWidget(remover)
            self.removers.append(remover)
        self.add.setEnabled(len(self._keys) < MAX_KEYS_PER_ACTION)
        self.reset.setEnabled(self._keys != spec.keys)

    def _retranslate(self) -> None:
        self.list.retranslate()
        self.words.setPlaceholderText(self.tr("Find a command"))
        self.words.setAccessibleName(self.tr("Find a command by its name"))
        self.by_keys.set_text(self.tr("Find by keys"))
        self.by_keys.setAccessibleName(self.tr("Find a command by pressing its keys"))
        self.add.set_text(self.tr("Add keys…"))
        self.add.setAccessibleName(self.tr("Add keys to the chosen command by pressing them"))
        self.reset.setText(self.tr("Reset"))
        self.reset.setAccessibleName(self.tr("Give the chosen command its own keys again"))
        self.take.setText(self.tr("Take it"))
        self.keep.setText(self.tr("Leave it"))
        self._show()
