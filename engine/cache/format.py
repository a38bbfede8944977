"""The bytes of one ``*.tensorcache`` file: self-describing, checksummed, little-endian.

Layout: magic (8 bytes), format version and header length (uint32 each), header (JSON: key and
each tensor's name, dtype, shape; filled up with spaces), raw buffers in header order, XXH3 of all
before (128 bits).
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import xxhash

MAGIC = b"MELTNSR\n"
FORMAT_VERSION = 2
_PREFIX = struct.Struct("<8sII")
_CHECKSUM_BYTES = 16
_ALIGNMENT = 16
_DTYPES = frozenset(
    {"<f2", "<f4", "<f8", "|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8"}
)

Tensors = Mapping[str, npt.NDArray[Any]]


def encode(key: str, tensors: Tensors) -> list[bytes | memoryview]:
    """Parts of a file, in order, to be written one after the other."""
    entries, buffers = [], []
    for name, tensor in tensors.items():
        array = np.asarray(tensor, order="C")
        array = array.astype(array.dtype.newbyteorder("<"), copy=False)
        entries.append({"name": name, "dtype": array.dtype.str, "shape": list(array.shape)})
        if array.size:
            buffers.append(array.reshape(-1).view(np.uint8).data)
    header = json.dumps({"key": key, "tensors": entries}, separators=(",", ":")).encode()
    # The buffers begin where numbers may stand, so that nothing copies them once more.
    header += b" " * (-(_PREFIX.size + len(header)) % _ALIGNMENT)
    parts: list[bytes | memoryview] = [
        _PREFIX.pack(MAGIC, FORMAT_VERSION, len(header)),
        header,
        *buffers,
    ]
    digest = xxhash.xxh3_128()
    for part in parts:
        digest.update(part)
    return [*parts, digest.digest()]


def decode(key: str, content: bytes) -> dict[str, npt.NDArray[Any]]:
    """Tensors of a file, read-only views into ``content``.

    Raises
    ------
    ValueError
        When anything about the file is not as it was written.
    """
    body = memoryview(content)[:-_CHECKSUM_BYTES]
    if len(body) < _PREFIX.size:
        raise ValueError("too short")
    if xxhash.xxh3_128_digest(body) != content[len(body) :]:
        raise ValueError("wrong checksum")
    magic, version, header_length = _PREFIX.unpack_from(body)
    if magic != MAGIC or version != FORMAT_VERSION:
        raise ValueError("another format")
    offset = _PREFIX.size + header_length
    header = json.loads(bytes(body[_PREFIX.size : offset]))
    try:
        if header["key"] != key:
            raise ValueError("another key")
        tensors = {}
        for entry in header["tensors"]:
            if entry["dtype"] not in _DTYPES:
                raise ValueError("an unknown type")
            dtype, shape = np.dtype(entry["dtype"]), tuple(int(size) for size in entry["shape"])
            count = math.prod(shape)
            if min(shape, default=0) < 0 or offset + count * dtype.itemsize > len(body):
                raise ValueError("too short for its shapes")
            array = np.frombuffer(body, dtype=dtype, count=count, offset=offset)
            tensors[str(entry["name"])] = array.reshape(shape)
            offset += count * dtype.itemsize
    except (KeyError, TypeError) as error:
        raise ValueError("a header that does not describe tensors") from error
    if offset != len(body):
        raise ValueError("too long for its shapes")
    return tensors
