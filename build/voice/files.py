"""Files that are whole or not there, and the same bytes for the same content."""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_IEEE_FLOAT: Final = 3


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    temporary.write_bytes(content)
    temporary.replace(path)


def write_wav(path: Path, samples: NDArray[np.float32], *, sample_rate: int) -> None:
    """Write a mono float WAV file.

    Not through soundfile, which puts the time of day into float WAV files.

    Parameters
    ----------
    path : Path
        The file, replaced if there.
    samples : ndarray of float32 [shape=(n_samples,)]
        The recording.
    sample_rate : int
        Samples in a second.
    """
    data = np.ascontiguousarray(samples, "<f4").tobytes()
    form = struct.pack("<HHIIHHH", _IEEE_FLOAT, 1, sample_rate, 4 * sample_rate, 4, 32, 0)
    fact = struct.pack("<I", len(samples))
    body = b"WAVE"
    for kind, content in ((b"fmt ", form), (b"fact", fact), (b"data", data)):
        body += kind + struct.pack("<I", len(content)) + content
    write_atomically(path, b"RIFF" + struct.pack("<I", len(body)) + body)
