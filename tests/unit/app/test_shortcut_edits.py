"""Keys are given, taken and given back; none is lost unseen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.action_table import ACTIONS
from app.setting_values import checked_value
from app.shortcut_edits import given_keys, in_the_way, reset_keys, with_keys
from app.shortcuts import resolve_shortcuts

DEFAULTS = {spec.id: spec.keys for spec in ACTIONS}
IDS = st.sampled_from(sorted(DEFAULTS))
KEYS = st.sampled_from(["Ctrl+S", "Ctrl+Z", "F9", "Ctrl+K", "Ctrl+K, Ctrl+S", "A", "Up"])


def test_a_free_key_is_added_and_nobody_loses_one():
    keys = (*DEFAULTS["edit.undo"], "F9")
    assert in_the_way(ACTIONS, {}, "edit.undo", keys) == {}
    assert with_keys(ACTIONS, {}, "edit.undo", keys) == {"edit.undo": keys}


def test_a_taken_key_names_who_has_it_and_is_taken_from_there():
    assert in_the_way(ACTIONS, {}, "edit.undo", ("Ctrl+S",)) == {"file.save": ("Ctrl+S",)}
    overrides = with_keys(ACTIONS, {}, "edit.undo", ("Ctrl+S",))
    given_now = given_keys(ACTIONS, overrides)
    assert given_now["edit.undo"] == ("Ctrl+S",)
    assert given_now["file.save"] == ()


def test_a_key_that_begins_anothers_is_in_its_way():
    overrides = {"edit.undo": ("F9, F9",)}
    assert in_the_way(ACTIONS, overrides, "edit.redo", ("F9",)) == {"edit.undo": ("F9, F9",)}


def test_reset_takes_the_own_keys_back():
    overrides = with_keys(ACTIONS, {}, "edit.undo", ("Ctrl+S",))
    overrides = reset_keys(ACTIONS, overrides, "file.save")
    assert given_keys(ACTIONS, overrides)["file.save"] == ("Ctrl+S",)
    assert given_keys(ACTIONS, overrides)["edit.undo"] == ()
    assert reset_keys(ACTIONS, overrides, "edit.undo") == {}


def test_keys_of_actions_that_are_not_here_stay():
    overrides = with_keys(ACTIONS, {"later.thing": ("F7",)}, "edit.undo", ("F9",))
    assert overrides["later.thing"] == ("F7",)


@given(st.lists(st.tuples(IDS, st.lists(KEYS, max_size=3, unique=True)), max_size=6))
def test_after_any_change_all_keys_are_given_without_a_problem(changes):
    overrides = {}
    for action_id, keys in changes:
        # Keys that are in each other's way cannot both be given to one action by hand either.
        kept = tuple(text for text in keys if not (text == "Ctrl+K" and "Ctrl+K, Ctrl+S" in keys))
        overrides = with_keys(ACTIONS, overrides, action_id, kept)
        assert given_keys(ACTIONS, overrides)[action_id] == kept
        assert resolve_shortcuts(ACTIONS, overrides).problems == ()
        assert checked_value("shortcuts.overrides", overrides) == overrides
