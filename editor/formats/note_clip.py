"""Copied notes as bytes of the system's clipboard; another program may have put anything there."""

from __future__ import annotations

from pathlib import Path

from editor.errors import SongFileError
from editor.formats.records import pack_body, unpack_body
from editor.formats.song_json import Arrays, Reader, part_to_raw
from editor.model.check import part_faults
from editor.model.project import Part

MIME_TYPE = "application/x-melisma-notes"
MAX_BYTES = 1 << 26
_FORMAT = "melisma-notes-1"
_MAY_BE = frozenset({"overlapping-note"})  # as in a song that is being written


def clip_to_bytes(clip: Part) -> bytes:
    """Copied notes and curves.

    Raises
    ------
    SongFileError
        When there is more of them than a clipboard should hold.
    """
    arrays = Arrays()
    raw = {"format": _FORMAT, "part": part_to_raw(clip, arrays)}
    try:
        return pack_body(raw, arrays.content)
    except ValueError as error:
        raise SongFileError(
            f"The notes cannot be copied ({error}): copy fewer at a time.", code="clip-too-large"
        ) from error


def clip_from_bytes(content: bytes) -> Part:
    """The notes that were copied.

    Raises
    ------
    SongFileError
        When the bytes are anything else.
    """
    try:
        if len(content) > MAX_BYTES:
            raise ValueError("there is too much of it")
        raw, arrays = unpack_body(content)
        if raw.get("format") != _FORMAT:
            raise ValueError("it is of another kind or version")
        clip = Reader(arrays.__getitem__, Path("clipboard")).part(raw["part"])
        for fault in part_faults(clip):
            if fault.code not in _MAY_BE:
                raise ValueError(fault.sentence)
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise SongFileError(
            f"What lies in the clipboard is no notes ({error}): copy the notes again.",
            code="bad-clip",
        ) from error
    return clip
