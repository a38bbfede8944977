"""Which keys each action has: the table's, the user's in their place, and no key twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from app.action_spec import ActionSpec
from app.settings import Shortcuts

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class ShortcutFault(StrEnum):
    """What can be wrong with the user's keys."""

    UNREADABLE = "unreadable"  # no key by that name; the table's keys hold
    TAKEN = "taken"  # two actions want it, and the other one has it


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutProblem:
    """A key that an action does not get; with ``TAKEN``, ``taken_by`` has it."""

    fault: ShortcutFault
    action_id: str
    keys: str
    taken_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedShortcuts:
    """Portable key texts by action id, and what was wrong."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[ShortcutProblem, ...]


@cache
def portable_keys(text: str) -> str | None:
    """A key text as Qt writes it, such as ``Ctrl+Shift+Z``; None when it names no keys."""
    sequence = QKeySequence.fromString(text, _PORTABLE)
    if sequence.isEmpty():
        return None
    keys = [
        sequence[position].key()  # type: ignore[index]  # the stubs do not know it
        for position in range(sequence.count())
    ]
    text = sequence.toString(_PORTABLE)
    return text if Qt.Key.Key_unknown not in keys and text.isprintable() else None


def clash(one: str, two: str) -> bool:
    """Whether two key texts are in each other's way: the same, or the beginning of the other."""
    first, second = _chords(one), _chords(two)
    n_shared = min(len(first), len(second))
    return n_shared > 0 and first[:n_shared] == second[:n_shared]


@cache
def _chords(text: str) -> tuple[int, ...]:
    """The keys of a text one after another, each with its modifiers."""
    sequence = QKeySequence.fromString(text, _PORTABLE)
    return tuple(
        sequence[position].toCombined()  # type: ignore[index]  # the stubs do not know it
        for position in range(sequence.count())
    )


class _Taken:
    """Keys that are given, to be looked up: a window asks for hundreds when it starts."""

    def __init__(self) -> None:
        self._owners: dict[tuple[int, ...], str] = {}  # of whole keys
        self._beginnings: dict[tuple[int, ...], str] = {}  # of keys of several chords

    def by(self, keys: str, action_id: str) -> str | None:
        """The other action that has these keys, or keys in their way."""
        chords = _chords(keys)
        found = [self._owners.get(chords[:n]) for n in range(1, len(chords) + 1)]
        found.append(self._beginnings.get(chords))
        return next((owner for owner in found if owner not in (None, action_id)), None)

    def add(self, action_id: str, texts: Iterable[str]) -> None:
        """Give keys to an action."""
        for text in texts:
            chords = _chords(text)
            self._owners.setdefault(chords, action_id)
            for n in range(1, len(chords)):
                self._beginnings.setdefault(chords[:n], action_id)


def resolve_shortcuts(table: Sequence[ActionSpec], overrides: Shortcuts) -> ResolvedShortcuts:
    """Keys of every action. The user's come before the table's; among equals the table's order.

    Overrides of actions that this version does not have are left alone.
    """
    problems: list[ShortcutProblem] = []
    wanted: dict[str, tuple[str, ...]] = {}
    changed = []
    for spec in table:
        wanted[spec.id] = spec.keys
        if spec.id not in overrides:
            continue
        found = [(text, portable_keys(text)) for text in overrides[spec.id]]
        bad = [text for text, keys in found if keys is None]
        problems += [
            ShortcutProblem(fault=ShortcutFault.UNREADABLE, action_id=spec.id, keys=text)
            for text in bad
        ]
        if not bad:
            wanted[spec.id] = tuple(dict.fromkeys(keys for _, keys in found if keys is not None))
            changed.append(spec.id)
    given: dict[str, tuple[str, ...]] = {}
    taken = _Taken()
    for action_id in [*changed, *(name for name in wanted if name not in changed)]:
        kept = []
        for keys in wanted[action_id]:
            taken_by = taken.by(keys, action_id)
            if taken_by is None:
                kept.append(keys)
                continue
            problems.append(
                ShortcutProblem(
                    fault=ShortcutFault.TAKEN, action_id=action_id, keys=keys, taken_by=taken_by
                )
            )
        given[action_id] = tuple(kept)
        taken.add(action_id, kept)
    return ResolvedShortcuts(
        keys={spec.id: given[spec.id] for spec in table}, problems=tuple(problems)
    )
