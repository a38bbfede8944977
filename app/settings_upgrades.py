"""Numbered steps from the settings files of older versions to today's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

FORMAT_VERSION = 1

# (from version, to version, function that changes the decoded JSON)
Upgrade = tuple[int, int, Callable[[dict[str, Any]], dict[str, Any]]]
UPGRADES: tuple[Upgrade, ...] = ()


def upgraded(
    raw: Mapping[str, Any],
    *,
    target: int = FORMAT_VERSION,
    upgrades: tuple[Upgrade, ...] = UPGRADES,
) -> dict[str, Any]:
    """The decoded file as the target version would have written it; ``raw`` is not changed.

    Raises
    ------
    LookupError
        When no step leads on from the file's version.
    """
    steps = {start: (end, change) for start, end, change in upgrades}
    now = dict(raw)
    while (version := now["format_version"]) != target:
        if version not in steps:
            raise LookupError(f"no upgrade from version {version}")
        end, change = steps[version]
        now = {**change(now), "format_version": end}
    return now
