"""The bytes of a journal: records one after another, each whole or not there.

A file is the magic, the format version (uint32) and records. A record is a head (lengths of both
bodies as uint32, time as float64), the XXH3 (128 bits) of the checksum before, the head and both
bodies, and the bodies: a short JSON text that says what the record is about, and deflated JSON
with arrays. Since each checksum stands on the one before, a record is only valid in its own place:
what an earlier try left behind is never taken for one.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

import xxhash

from editor.formats.song_json import to_text

FORMAT_VERSION = 1
_MAGIC = b"MELJRNL\n"
FILE_HEAD = _MAGIC + struct.pack("<I", FORMAT_VERSION)
FIRST_CHECKSUM = xxhash.xxh3_128_digest(FILE_HEAD)

MAX_ABOUT_BYTES = 1 << 17
MAX_BODY_BYTES = 1 << 27  # as stored
MAX_UNPACKED_BYTES = 1 << 28
MAX_TEXT_BYTES = 1 << 26  # of it as JSON, which takes many times the memory
MAX_RECORDS = 1_000_000

_HEAD = struct.Struct("<IId")
_CHECKSUM_BYTES = 16
_COUNT = struct.Struct("<I")
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A whole record. ``body`` is still packed, and empty where only ``about`` is new."""

    about: dict[str, Any]
    body: bytes
    time_s: float
    end: int  # of the record in its file


def encode_record(
    about: Mapping[str, Any], body: bytes, *, time_s: float, checksum: bytes
) -> tuple[bytes, bytes]:
    """The record's bytes, and the checksum that the next one stands on.

    Raises
    ------
    ValueError
        When the song is larger than a journal holds.
    """
    text = json.dumps(about).encode()
    if len(text) > MAX_ABOUT_BYTES or len(body) > MAX_BODY_BYTES:
        raise ValueError("it is larger than a journal holds")
    head = _HEAD.pack(len(text), len(body), time_s)
    checksum = _chained(checksum, head, text, body)
    return b"".join((head, checksum, text, body)), checksum


def read_records(file: BinaryIO) -> Iterator[Record]:
    """Whole records in order, up to the first that is torn, damaged or not there.

    Raises
    ------
    ValueError
        For a file that is no journal.
    NewerJournal
        For one of a newer version.
    """
    head = file.read(len(FILE_HEAD))
    if len(head) < len(FILE_HEAD) or not head.startswith(_MAGIC):
        raise ValueError("it is no journal")
    (version,) = struct.unpack("<I", head[len(_MAGIC) :])
    if version > FORMAT_VERSION:
        raise NewerJournal(f"it was written by a newer Melisma (journal {version})")
    checksum, end = FIRST_CHECKSUM, len(FILE_HEAD)
    for _ in range(MAX_RECORDS):
        head = file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return
        about_bytes, body_bytes, time_s = _HEAD.unpack(head)
        if about_bytes > MAX_ABOUT_BYTES or body_bytes > MAX_BODY_BYTES:
            return
        stored, text = file.read(_CHECKSUM_BYTES), file.read(about_bytes)
        body = _read_body(file, body_bytes)
        checksum = _chained(checksum, head, text, body)
        if len(body) < body_bytes or checksum != stored:
            return
        about = json.loads(text)
        if not isinstance(about, dict):
            return
        end += _HEAD.size + _CHECKSUM_BYTES + about_bytes + body_bytes
        yield Record(about=about, body=body, time_s=time_s, end=end)


class NewerJournal(ValueError):
    """A journal of a version that this program does not know."""


def _read_body(file: BinaryIO, n_bytes: int) -> bytes:
    """Read piece by piece: a length that lies must not take the memory it names."""
    pieces: list[bytes] = []
    while n_bytes > 0 and (piece := file.read(min(n_bytes, _PIECE_BYTES))):
        pieces.append(piece)
        n_bytes -= len(piece)
    return b"".join(pieces)


def _chained(before: bytes, *parts: bytes) -> bytes:
    digest = xxhash.xxh3_128(before)
    for part in parts:
        digest.update(part)
    return digest.digest()


def pack_body(raw: Mapping[str, Any], arrays: Mapping[str, bytes]) -> bytes:
    """Deflated JSON and arrays.

    Raises
    ------
    ValueError
        When they are larger than a journal holds, or hold what is no number.
    """
    directory = {name: len(content) for name, content in arrays.items()}
    # What the user typed may be half a character: it must come back as it was.
    text = to_text({"song": dict(raw), "arrays": directory}).encode("utf-8", "surrogatepass")
    n_bytes = _COUNT.size + len(text) + sum(directory.values())
    if len(text) > MAX_TEXT_BYTES or n_bytes > MAX_UNPACKED_BYTES:
        raise ValueError("it is larger than a journal holds")
    deflate = zlib.compressobj(1)
    pieces = [_COUNT.pack(len(text)), text, *arrays.values()]
    return b"".join([*(deflate.compress(piece) for piece in pieces), deflate.flush()])


def unpack_body(body: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What was packed.

    Raises
    ------
    ValueError, TypeError, KeyError, AttributeError
        When it is nothing that this module packed.
    """
    inflate = zlib.decompressobj()
    try:
        content = memoryview(inflate.decompress(body, MAX_UNPACKED_BYTES))
    except zlib.error as error:
        raise ValueError("it cannot be unpacked") from error
    if not inflate.eof:
        raise ValueError("it unpacks to more than a journal holds, or is cut off")
    if len(content) < _COUNT.size:
        raise ValueError("it is too short")
    (n_bytes,) = _COUNT.unpack_from(content)
    if n_bytes > MAX_TEXT_BYTES:
        raise ValueError("its text is longer than a journal holds")
    offset = _COUNT.size + n_bytes
    raw = json.loads(bytes(content[_COUNT.size : offset]))
    arrays: dict[str, bytes] = {}
    for name, length in raw["arrays"].items():
        if not 0 <= length <= len(content) - offset:
            raise ValueError("an array is not there")
        arrays[name] = bytes(content[offset : offset + length])
        offset += length
    return raw["song"], arrays
