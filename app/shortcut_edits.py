"""Changing the user's keys: what is in the way, and what the settings are afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.action_spec import ActionSpec
from app.setting_values import MAX_KEYS_PER_ACTION
from app.settings import Shortcuts
from app.shortcuts import clash, resolve_shortcuts

__all__ = ["MAX_KEYS_PER_ACTION", "given_keys", "in_the_way", "reset_keys", "with_keys"]


def given_keys(table: Sequence[ActionSpec], overrides: Shortcuts) -> Mapping[str, tuple[str, ...]]:
    """The keys that each action has now."""
    return resolve_shortcuts(table, overrides).keys


def in_the_way(
    table: Sequence[ActionSpec], overrides: Shortcuts, action_id: str, keys: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Keys of other actions that some keys cannot stand beside, by action."""
    found = {}
    for other, others in given_keys(table, overrides).items():
        taken = tuple(text for text in others if any(clash(text, wanted) for wanted in keys))
        if taken and other != action_id:
            found[other] = taken
    return found


def with_keys(
    table: Sequence[ActionSpec], overrides: Shortcuts, action_id: str, keys: Sequence[str]
) -> Shortcuts:
    """Overrides that give an action these keys and take them from whoever has them."""
    defaults = {spec.id: spec.keys for spec in table}
    given = given_keys(table, overrides)
    changed = dict(overrides)
    for other, taken in in_the_way(table, overrides, action_id, keys).items():
        changed[other] = tuple(text for text in given[other] if text not in taken)
    changed[action_id] = tuple(keys)
    return MappingProxyType(
        {name: kept for name, kept in changed.items() if defaults.get(name) != kept}
    )


def reset_keys(table: Sequence[ActionSpec], overrides: Shortcuts, action_id: str) -> Shortcuts:
    """Overrides with which an action has its own keys again, whoever has them now."""
    (spec,) = (spec for spec in table if spec.id == action_id)
    return with_keys(table, overrides, action_id, spec.keys)
