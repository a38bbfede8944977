"""How much memory one song holds that another does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from sys import getsizeof
from typing import Any

import numpy as np

from editor.model.project import Part, Project, Track


def own_bytes(song: Project, other: Project) -> int:
    """Bytes that only ``song`` keeps alive beside ``other``, from above and nearly exact.

    Both are walked together and left wherever they share an object. What is not shared counts with
    its own size: tuples and mappings with their places, arrays with the memory they stand in,
    texts and numbers as objects.
    """
    return _own(song, other, set())


def _own(one: Any, other: Any, seen: set[int]) -> int:
    if one is other or one is None or isinstance(one, bool) or id(one) in seen:
        return 0
    seen.add(id(one))
    if isinstance(one, np.ndarray):
        owner = one if one.base is None else one.base
        return getsizeof(one) + (0 if owner is one else getsizeof(owner))
    n_bytes = getsizeof(one)
    if isinstance(one, tuple):
        return n_bytes + _own_row(one, other if isinstance(other, tuple) else (), seen)
    if isinstance(one, Mapping):
        # A view of a mapping does not tell the mapping's size: places, and room for growth.
        n_bytes += 64 + 104 * len(one)
        there = other if isinstance(other, Mapping) else {}
        return n_bytes + sum(
            _own(key, None, seen) + _own(value, there.get(key), seen)
            for key, value in one.items()
            if value is not there.get(key)
        )
    if is_dataclass(one):
        return n_bytes + sum(
            _own(getattr(one, item.name), getattr(other, item.name, None), seen)
            for item in fields(one)
        )
    return n_bytes


def _own_row(row: tuple[Any, ...], other: tuple[Any, ...], seen: set[int]) -> int:
    shared = {id(item) for item in other}
    alone = [item for item in row if id(item) not in shared]
    if not alone:
        return 0
    if not isinstance(alone[0], (Track, Part)):
        return sum(_own(item, None, seen) for item in alone)
    by_id = {item.id: item for item in other}
    return sum(_own(item, by_id.get(item.id), seen) for item in alone)
