"""Bytes that ship with the program, read through one door."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(name: str) -> Traversable:
    """A packaged file by its path below ``resources``, such as ``songs/sakura.melisma``.

    Raises
    ------
    ValueError
        When the path leaves the folder.
    """
    parts = name.split("/")
    if name.startswith("/") or any(part in ("", ".", "..") for part in parts):
        raise ValueError(f"{name!r} is not a path inside resources")
    return files(__name__).joinpath(*parts)


def open_bytes(name: str) -> bytes:
    """Content of a packaged file."""
    return resource(name).read_bytes()
