"""No key stands twice; the user's come before the table's."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.action_table import ACTIONS
from app.shortcuts import ShortcutFault, clash, portable_keys, resolve_shortcuts

IDS = [spec.id for spec in ACTIONS]
KEYS = st.sampled_from(
    ["Ctrl+S", "Ctrl+Z", "F9", "ctrl+k", "Ctrl+K, Ctrl+S", "A", "Foo", "", "Ctrl+", "漢"]
)


@pytest.mark.parametrize(
    ("text", "portable"),
    [
        ("ctrl+s", "Ctrl+S"),
        ("Shift+Ctrl+Z", "Ctrl+Shift+Z"),
        ("Ctrl+K,Ctrl+S", "Ctrl+K, Ctrl+S"),
        (",", ","),
        ("?", "?"),
        ("Foo", None),
        ("A, Foo", None),
        ("Ctrl+", None),
        ("", None),
        ("\x01", None),
    ],
)
def test_key_texts_are_written_as_qt_writes_them(text, portable):
    assert portable_keys(text) == portable


def test_a_key_that_begins_another_is_in_its_way():
    assert clash("Ctrl+K", "Ctrl+K, Ctrl+S")
    assert clash("Ctrl+K, Ctrl+S", "Ctrl+K")
    assert not clash("Ctrl+K, Ctrl+S", "Ctrl+S")


def test_the_users_key_takes_it_from_the_action_that_had_it_and_this_is_named():
    found = resolve_shortcuts(ACTIONS, {"edit.undo": ("Ctrl+S",)})
    assert found.keys["edit.undo"] == ("Ctrl+S",)
    assert found.keys["file.save"] == ()
    (problem,) = found.problems
    assert problem.fault is ShortcutFault.TAKEN
    assert (problem.action_id, problem.keys, problem.taken_by) == (
        "file.save",
        "Ctrl+S",
        "edit.undo",
    )


def test_two_actions_changed_to_one_key_are_named():
    found = resolve_shortcuts(ACTIONS, {"edit.undo": ("F9",), "file.save": ("F9", "F8")})
    assert found.keys["file.save"] == ("F9", "F8")
    assert found.keys["edit.undo"] == ()
    assert [problem.action_id for problem in found.problems] == ["edit.undo"]


def test_a_key_can_be_swapped_and_taken_away():
    found = resolve_shortcuts(
        ACTIONS, {"file.save": ("Ctrl+Q",), "file.quit": ("Ctrl+S",), "edit.redo": ()}
    )
    assert found.problems == ()
    assert found.keys["file.save"] == ("Ctrl+Q",)
    assert found.keys["file.quit"] == ("Ctrl+S",)
    assert found.keys["edit.redo"] == ()


def test_an_unreadable_key_leaves_the_action_its_own_and_is_named():
    found = resolve_shortcuts(ACTIONS, {"file.save": ("Hyper+Foo",)})
    assert found.keys["file.save"] == ("Ctrl+S",)
    (problem,) = found.problems
    assert problem.fault is ShortcutFault.UNREADABLE
    assert problem.keys == "Hyper+Foo"


def test_actions_of_another_version_are_left_alone():
    assert resolve_shortcuts(ACTIONS, {"later.action": ("Ctrl+S",)}).problems == ()


@given(st.dictionaries(st.sampled_from(IDS), st.lists(KEYS, max_size=3).map(tuple), max_size=6))
def test_whatever_the_user_wrote_no_two_actions_have_keys_in_each_others_way(overrides):
    found = resolve_shortcuts(ACTIONS, overrides)
    assert list(found.keys) == IDS
    for one, two in combinations(IDS, 2):
        assert not any(clash(a, b) for a in found.keys[one] for b in found.keys[two])
