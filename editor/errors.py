"""What can be wrong with a song or its file."""

from __future__ import annotations

from engine.errors import EngineError


class SongFileError(EngineError):
    """A song file cannot be read or written."""
