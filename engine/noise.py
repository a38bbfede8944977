"""Every random draw of the engine: a pure function of what it is for (design section 4).

Bits come from Philox keyed by a digest of the fields; the step from bits to numbers is ours, so a
new numpy release cannot change a note.
"""

from __future__ import annotations

import hashlib
import math

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
    generator = np.random.Philox(key=int.from_bytes(digest.digest(), "little"))
    return np.asarray(generator.random_raw(n_values), dtype=np.uint64)


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
    return ((raw >> np.uint64(40)).astype(np.float32) * np.float32(2.0**-24)).reshape(shape)


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
    Box and Muller, "A note on the generation of random normal deviates" (1958), in float64.
    """
    n_values = math.prod(shape)
    n_pairs = (n_values + 1) // 2
    raw = _raw_bits(seed, phrase_id, stage, take, 2 * n_pairs) >> np.uint64(11)
    # (0, 1] for the radius, so that its logarithm is finite.
    radius = np.sqrt(-2.0 * np.log((raw[0::2].astype(np.float64) + 1.0) * 2.0**-53))
    angle = raw[1::2].astype(np.float64) * (2.0 * math.pi * 2.0**-53)
    values = np.empty(2 * n_pairs, dtype=np.float32)
    values[0::2] = radius * np.cos(angle)
    values[1::2] = radius * np.sin(angle)
    return values[:n_values].reshape(shape)
