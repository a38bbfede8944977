"""Every action does something, can be found, and says what it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.action_spec import GROUP_TEXTS, ActionGroup, ActionSpec, Condition
from app.action_table import ACTIONS
from app.actions import Actions, check_table
from app.errors import ActionTableError
from app.icons import theme_icon
from app.settings import Language
from app.theme_tokens import LIGHT
from app.translation import Translation
from editor.translated import plain_text


@pytest.fixture
def calls() -> list[str]:
    return []


@pytest.fixture
def handlers(calls):
    return {spec.id: (lambda *_, name=spec.id: calls.append(name)) for spec in ACTIONS}


def test_the_table_is_sound():
    check_table(ACTIONS)
    assert {spec.group for spec in ACTIONS} <= set(GROUP_TEXTS) == set(ActionGroup)


def test_descriptions_say_more_than_the_title():
    for spec in ACTIONS:
        assert spec.description != plain_text(spec.text)
        assert not spec.description.endswith(".")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": "file.save"}, "file.save stands twice"),
        ({"keys": ("Ctrl+S",)}, r"both have Ctrl\+S"),
        ({"keys": ("ctrl+j",)}, r"Qt writes 'Ctrl\+J'"),
        ({"keys": ("Foo",)}, "Qt writes None"),
        ({"description": " "}, "no text or no description"),
        ({"group": ActionGroup.HELP}, "does not begin with its group"),
    ],
)
def test_a_table_with_a_fault_is_refused(change, words):
    spec = ActionSpec(id="file.x", group=ActionGroup.FILE, text="X", description="Y")
    with pytest.raises(ActionTableError, match=words):
        check_table((*ACTIONS, replace(spec, **change)))


def test_an_action_without_a_handler_cannot_be_built(application, handlers):
    del handlers["edit.undo"]
    with pytest.raises(ActionTableError, match=r"edit\.undo"):
        Actions(ACTIONS, handlers)


def test_a_handler_without_an_action_is_found(application, handlers):
    with pytest.raises(ActionTableError, match=r"file\.fly"):
        Actions(ACTIONS, {**handlers, "file.fly": print})


def test_every_action_calls_its_own_handler(application, handlers, calls):
    actions = Actions(ACTIONS, handlers)
    actions.set_conditions(Condition)
    for spec in ACTIONS:
        actions[spec.id].trigger()
    assert calls == [spec.id for spec in ACTIONS]


def test_a_checkable_action_tells_its_state(application):
    seen: list[bool] = []
    spec = ActionSpec(
        id="edit.snap",
        group=ActionGroup.EDIT,
        text="Snap",
        description="Notes keep to the grid",
        is_checkable=True,
    )
    actions = Actions((spec,), {"edit.snap": seen.append})
    actions["edit.snap"].trigger()
    actions["edit.snap"].trigger()
    assert seen == [True, False]


def test_actions_are_enabled_when_their_conditions_hold(application, handlers):
    actions = Actions(ACTIONS, handlers)
    assert not actions["edit.undo"].isEnabled()
    assert actions["file.open"].isEnabled()
    actions.set_conditions({Condition.CAN_UNDO})
    assert actions["edit.undo"].isEnabled()
    assert not actions["edit.redo"].isEnabled()
    actions.set_conditions(())
    assert not actions["edit.undo"].isEnabled()


def test_keys_work_in_a_window_and_follow_the_user(application, handlers, calls):
    window = QWidget()
    actions = Actions(ACTIONS, handlers, parent=window, overrides={"file.save": ("F9",)})
    actions.give_keys(window, window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowExposed(window)
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert calls == ["file.save"]
    actions.set_overrides({"edit.undo": ("Ctrl+S",)})
    actions.set_conditions({Condition.CAN_UNDO})
    assert [problem.action_id for problem in actions.problems] == ["file.save"]
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert calls == ["file.save", "edit.undo"]
    window.close()


def test_icons_are_there_for_all_that_name_one(application, handlers, root):
    actions = Actions(ACTIONS, handlers, icon=lambda name: theme_icon(name, LIGHT))
    assert actions["file.save"].icon().isNull()
    actions.dress([actions["file.save"]])
    assert not actions["file.save"].icon().isNull()
    actions.dress(actions[spec.id] for spec in ACTIONS)
    assert all(not actions[spec.id].icon().isNull() for spec in ACTIONS if spec.icon)
    drawn = {path.stem for path in (root / "resources" / "icons").glob("*.svg")}
    named = {spec.icon for spec in ACTIONS if spec.icon}
    for source in (root / "app").rglob("*.py"):
        named |= set(re.findall(r'theme_icon\("([a-z-]+)"', source.read_text(encoding="utf-8")))
    named |= {"play", "pause", "wait"}  # the button that plays changes
    assert drawn == named


def test_icons_of_menus_come_by_themselves(application, handlers):
    actions = Actions(ACTIONS, handlers, icon=lambda name: theme_icon(name, LIGHT))
    named = [spec.id for spec in ACTIONS if spec.icon]
    for _ in range(100):
        if not any(actions[name].icon().isNull() for name in named):
            return
        QTest.qWait(10)
    raise AssertionError("some have no icon")


def test_menus_hold_each_action_once(application, handlers):
    actions = Actions(ACTIONS, handlers)
    listed = [action for group in ActionGroup for action in actions.in_group(group)]
    assert sorted(a.objectName() for a in listed) == sorted(spec.id for spec in ACTIONS)
    assert actions["file.quit"].menuRole() == QAction.MenuRole.QuitRole


def test_tool_tips_name_the_keys(application, handlers):
    actions = Actions(ACTIONS, handlers)
    assert actions["file.save"].toolTip() == "Save (Ctrl+S)"
    assert actions["help.about"].toolTip() == "About Melisma"


def test_the_palette_searches_in_the_users_language_and_in_english(application, handlers):
    actions = Actions(ACTIONS, handlers)
    assert actions.find("undo")[0] is actions["edit.undo"]
    translation = Translation(application, ["en"])
    translation.language_changed.connect(actions.retranslate)
    translation.use(Language.JAPANESE)
    assert actions["edit.undo"].text().startswith("元に戻す")
    assert actions.find("元に戻す")[0] is actions["edit.undo"]
    assert actions.find("undo")[0] is actions["edit.undo"]
    translation.use(Language.ENGLISH)
    assert actions["edit.undo"].text() == "&Undo"


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Save &as…", "Save as"), ("開く(&O)…", "開く"), ("開く…(&O)", "開く"), ("R && B", "R & B")],
)
def test_plain_texts_have_neither_mnemonic_nor_dots(text, plain):
    assert plain_text(text) == plain


def test_a_label_is_spoken_without_mnemonic_and_colon():
    assert plain_text("&Depth:") == "Depth"
    assert plain_text("深さ(&D)：") == "深さ"
