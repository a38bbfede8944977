"""Numbered steps from the settings files of older versions to today's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

FORMAT_VERSION = 2

# (from version, to version, function that changes the decoded JSON)
Upgrade = tuple[int, int, Callable[[dict[str, Any]], dict[str, Any]]]


def _each_family_its_provider(raw: dict[str, Any]) -> dict[str, Any]:
    """One provider became one for each kind of model; a buffer below 100 ms was never heeded."""
    now = dict(raw)
    if isinstance(rendering := now.get("rendering"), dict) and "provider" in rendering:
        rendering = dict(rendering)
        provider = rendering.pop("provider")
        families = ("linguistic", "pitch", "variance", "acoustic", "vocoder")
        now["rendering"] = {**rendering, **{f"{name}_provider": provider for name in families}}
    if isinstance(audio := now.get("audio"), dict):
        buffer_ms = audio.get("buffer_ms")
        if isinstance(buffer_ms, int) and 10 <= buffer_ms < 100:
            now["audio"] = {**audio, "buffer_ms": 100}
    return now


UPGRADES: tuple[Upgrade, ...] = ((1, 2, _each_family_its_provider),)


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
