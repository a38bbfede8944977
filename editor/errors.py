"""Errors of the song: files that cannot be read or written, edits that cannot be made."""

from __future__ import annotations

from engine.errors import EngineError


class SongFileError(EngineError):
    """A song file cannot be read or written."""


class EditError(EngineError):
    """An edit cannot be made; the song is as it was."""
