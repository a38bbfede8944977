"""YAML of strangers to plain strings, lists and mappings.

The parser's events are put together here, without recursion: the usual loader crashes the whole
process on a file of some thousand brackets, and makes objects that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

MAX_DEPTH = 64
_COLLECTIONS = (dict, list)


class YamlFault(ValueError):
    """The text is no YAML of the kind that voicebanks use; ``str()`` says why in one line."""


def plain_yaml(text: str) -> Any:
    """The first document of ``text``: every scalar a string, aliases shared and never copied.

    Raises
    ------
    YamlFault
        For broken YAML, keys that are no text, aliases to something around them, and nesting
        deeper than 64.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    builder = _Builder()
    try:
        events: Iterable[Any] = yaml.parse(text, Loader=loader)
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                builder.add(event.value, event.anchor)
            elif kind is yaml.MappingStartEvent:
                builder.begin({}, event.anchor)
            elif kind is yaml.SequenceStartEvent:
                builder.begin([], event.anchor)
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                builder.end()
            elif kind is yaml.AliasEvent:
                builder.add(builder.known(event.anchor), None)
            elif kind is yaml.DocumentEndEvent:
                break
    except yaml.YAMLError as error:
        raise YamlFault(" ".join(str(error).split())[:160]) from error
    return builder.root


class _Builder:
    """Collections that are open, innermost last."""

    def __init__(self) -> None:
        self.root: Any = None
        self._open: list[Any] = []
        self._anchors: list[str | None] = []  # of the open collections
        self._keys: list[str | None] = []  # that wait for their value
        self._known: dict[str, Any] = {}

    def add(self, value: Any, anchor: str | None) -> None:
        """Put a finished value where it belongs."""
        if anchor is not None:
            self._known[anchor] = value
        if not self._open:
            self.root = value
        elif isinstance(self._open[-1], list):
            self._open[-1].append(value)
        elif self._keys[-1] is None:
            if isinstance(value, _COLLECTIONS):
                raise YamlFault("a list or mapping stands where a key should")
            self._keys[-1] = value
        else:
            self._open[-1][self._keys[-1]] = value
            self._keys[-1] = None

    def begin(self, collection: Any, anchor: str | None) -> None:
        """Open a list or a mapping."""
        if len(self._open) >= MAX_DEPTH:
            raise YamlFault(f"it is nested deeper than {MAX_DEPTH}")
        if anchor is not None:
            self._known.pop(anchor, None)
        self._open.append(collection)
        self._anchors.append(anchor)
        self._keys.append(None)

    def end(self) -> None:
        """Close the innermost collection."""
        collection, anchor = self._open.pop(), self._anchors.pop()
        self._keys.pop()
        self.add(collection, anchor)

    def known(self, anchor: str) -> Any:
        """What an alias stands for."""
        if anchor not in self._known:
            raise YamlFault(f"the alias '{anchor}' stands for nothing that is complete")
        return self._known[anchor]
