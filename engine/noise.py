"""Every random draw of the engine: a pure function of what it is for (design section 4).

Bits come from Philox keyed by a digest of the fields; the step from bits to numbers is ours, so a
new numpy release cannot change a note. Normal values are looked up by 16 bits each: a vocoder
takes one value (some take nine) for every sample, and Box and Muller's formula would cost a tenth
of the whole render.
"""

from __future__ import annotations

import hashlib
import math
import threading
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

NOISE_VERSION = 1


def _raw_bits(
    seed: int, phrase_id: str, stage: str, take: int, n_values: int
) -> npt.NDArray[np.uint64]:
    fields = (f"melisma-noise-{NOISE_VERSION}", str(seed), phrase_id, stage, str(take))
    digest = hashlib.blake2b(digest_size=16)
    for name in fields:
        encoded = name.encode()
        digest.update(len(encoded).to_bytes(8, "little"))
        digest.update(encoded)
    generator = _generator()
    generator.state = _state(digest.digest())
    return np.asarray(generator.random_raw(n_values), dtype=np.uint64)


_of_thread = threading.local()


def _generator() -> np.random.Philox:
    """The generator of this thread: a new one would first ask the system for entropy."""
    if not hasattr(_of_thread, "generator"):
        _of_thread.generator = np.random.Philox(key=0)
    generator: np.random.Philox = _of_thread.generator
    return generator


def _state(key: bytes) -> Any:
    """State of a generator that begins with a key of 16 bytes."""
    zeros = np.zeros(4, dtype=np.uint64)
    return {
        "bit_generator": "Philox",
        "state": {"counter": zeros, "key": np.frombuffer(key, dtype="<u8")},
        "buffer": zeros,
        "buffer_pos": 4,  # nothing left in the buffer
        "has_uint32": 0,
        "uinteger": 0,
    }


def uniform(
    seed: int, phrase_id: str, stage: str, take: int, shape: tuple[int, ...]
) -> npt.NDArray[np.float32]:
    """Uniform noise for one stage of one phrase.

    Parameters
    ----------
    seed : int
        The project's seed.
    phrase_id : str
    stage : str
        What the noise is for; several draws of one stage carry a suffix.
    take : int
    shape : tuple of int

    Returns
    -------
    float32 [shape=shape], in [0, 1)
    """
    raw = _raw_bits(seed, phrase_id, stage, take, math.prod(shape))
    # 24 bits are what a float32 in [0, 1) can hold: more would round up to 1.
    values: npt.NDArray[np.float32] = (raw >> np.uint64(40)).astype(np.float32)
    return np.asarray(values * np.float32(2.0**-24)).reshape(shape)


def noise(
    seed: int, phrase_id: str, stage: str, take: int, shape: tuple[int, ...]
) -> npt.NDArray[np.float32]:
    """Standard normal noise for one stage of one phrase.

    A shorter draw is the beginning of a longer one.

    Parameters
    ----------
    seed : int
        The project's seed.
    phrase_id : str
    stage : str
        What the noise is for; several draws of one stage carry a suffix.
    take : int
    shape : tuple of int

    Returns
    -------
    float32 [shape=shape]

    Notes
    -----
    65,536 quantiles of the normal distribution, equally likely, scaled to unit deviation: values
    lie within 4.3 deviations, and neighbours in the middle are 4e-5 apart (-88 dB).
    """
    n_values = math.prod(shape)
    raw = _raw_bits(seed, phrase_id, stage, take, -(-n_values // 4))
    # Little-endian by decree, so that every machine cuts the words alike.
    index = raw.astype("<u8", copy=False).view("<u2")[:n_values]
    # No index is out of range; "clip" is the mode that numpy has a quick way for.
    return np.take(_quantiles(), index, mode="clip").reshape(shape)


@cache
def _quantiles() -> npt.NDArray[np.float32]:
    upper = _upper_quantile((np.arange(32768, 65536) + 0.5) / 65536)
    both = np.concatenate([-upper[::-1], upper])
    quantiles: npt.NDArray[np.float32] = (both / np.sqrt(np.mean(both * both))).astype(np.float32)
    return quantiles


# Coefficients of algorithm AS 241 (Wichura, Applied Statistics 37, 1988), highest power first.
_MIDDLE = (
    (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
     13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
    (5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
     5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0),
)  # fmt: skip
_OUTER = (
    (7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
     1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055,
     4.6303378461565452959, 1.42343711074968357734),
    (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
     0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
     2.05319162663775882187, 1.0),
)  # fmt: skip


def _upper_quantile(share: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Normal quantiles of shares from 0.5 to 1 - 1e-11, relative error 1e-15 (AS 241)."""
    centred = share - 0.5
    middle = 0.180625 - centred * centred
    outer = np.sqrt(-np.log(1.0 - share)) - 1.6
    inner = centred * np.polyval(_MIDDLE[0], middle) / np.polyval(_MIDDLE[1], middle)
    return np.where(
        centred <= 0.425, inner, np.polyval(_OUTER[0], outer) / np.polyval(_OUTER[1], outer)
    )
