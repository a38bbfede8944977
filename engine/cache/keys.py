"""From what goes into a model to the key of what comes out (contract 6.1, rules R-25 and R-27).

A key knows the model's bytes and its inputs, never its name, place or voicebank.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import xxhash

KEY_VERSION = 2
_SMALL_BYTES = 1024  # parts up to this size are joined before they are hashed

Field = str | int | float | bool | bytes | None | npt.NDArray[Any] | Iterable["Field"]


@cache
def _dtype_name(dtype: np.dtype[Any]) -> bytes:
    return dtype.newbyteorder("<").str.encode()


class KeyHasher:
    """XXH3 of 128 bits over typed, length-prefixed fields, so that no two lists read alike."""

    __slots__ = ("_digest", "_waiting")

    def __init__(self, purpose: str) -> None:
        self._digest = xxhash.xxh3_128()
        self._waiting = bytearray()
        self.add(f"melisma-{purpose}-{KEY_VERSION}")

    def add(self, *fields: Field) -> KeyHasher:
        """Append fields in order."""
        for field in fields:
            self._add_one(field)
        return self

    def _add_one(self, field: Field) -> None:
        if isinstance(field, np.ndarray):
            # A NaN has many bit patterns and -0.0 is 0.0, but equal bytes are all we promise.
            array = np.asarray(field, order="C")
            shape = struct.pack(f"<{array.ndim}q", *array.shape)
            self._part(b"a", _dtype_name(array.dtype) + b":" + shape)
            self._part(b"d", array.reshape(-1).view(np.uint8).data)
        elif isinstance(field, str):
            self._part(b"s", field.encode())
        elif isinstance(field, bool):
            self._part(b"b", b"\x01" if field else b"\x00")
        elif isinstance(field, bytes):
            self._part(b"y", field)
        elif isinstance(field, int):
            self._part(b"i", str(field).encode())
        elif isinstance(field, float):
            self._part(b"f", struct.pack("<d", field))
        elif field is None:
            self._part(b"n", b"")
        else:
            items = tuple(field)
            self._part(b"l", struct.pack("<q", len(items)))
            for item in items:
                self._add_one(item)

    def _part(self, tag: bytes, content: bytes | memoryview) -> None:
        self._waiting += tag + len(content).to_bytes(8, "little")
        if len(content) <= _SMALL_BYTES:
            self._waiting += content
        else:
            self._digest.update(self._waiting)
            self._digest.update(content)
            self._waiting = bytearray()

    def hexdigest(self) -> str:
        """32 lower-case hexadecimal digits."""
        self._digest.update(self._waiting)
        self._waiting = bytearray()
        return self._digest.hexdigest()


def run_key(
    *,
    model_id: str,
    runtime_tag: str,
    inputs: Mapping[str, npt.NDArray[Any]] | str,
    noise: Iterable[Field] = (),
) -> str:
    """Key of one model run.

    Parameters
    ----------
    model_id : str
        Digest of the model file's bytes.
    runtime_tag : str
        Runtime, version and provider: results of different ones are not mixed.
    inputs : name to array, or str
        Arrays in any order; hashed in ordinal order of their names. A key stands for inputs that
        are made from nothing but what it was made from, so that they need not be made for a hit.
    noise : fields
        What the noise inputs are made of (seed, phrase, stage, take, length); standing for their
        values, which need not be drawn for a hit.
    """
    hasher = KeyHasher("run").add(model_id, runtime_tag, noise)
    if isinstance(inputs, str):
        return hasher.add("made from", inputs).hexdigest()
    for name in sorted(inputs, key=str.encode):
        hasher.add(name, inputs[name])
    return hasher.hexdigest()
